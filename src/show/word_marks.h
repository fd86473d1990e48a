// Which words of two texts differ: from a collation to what is marked in each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "show/html.h"
#include "show/json_writer.h"
#include "show/report_set.h"
#include "stemma/types/collation.h"

namespace stemma::show {

enum class Mark : std::uint8_t {
  kOwn,    // the other text has other words or none here
  kMoved,  // it has them in another place
};

struct WordMark {
  Span span;
  Mark mark = Mark::kOwn;
  std::uint32_t number = 0;  // of the move, from 1; the same on both sides
};

// The marks of the base against one reading, and of that reading: sorted and
// disjoint. Moves are numbered through all readings.
std::vector<WordMark> base_marks(const Collation& collation,
                                 std::uint32_t reading);
std::vector<WordMark> reading_marks(const Collation& collation,
                                    std::uint32_t reading);

// Sorted and disjoint: of two marks that overlap the first keeps the words.
std::vector<WordMark> disjoint(std::vector<WordMark> marks);

// The stretch of a text that begins and ends with these bytes.
struct MarkedText {
  std::string_view text;  // the whole report
  Span span;
  const std::vector<WordMark>* marks = nullptr;  // of the whole report
};

// The stretch with its marked words in <mark>, moved ones with their number.
void write_marked(const MarkedText& marked, HtmlWriter& html);

// The changes of a reading, [{"kind","base":[[b,e]],"spans":[[b,e]]}]; `base`
// and `reading` are their reports.
void write_changes(const ReportSet& reports, ReportIndex base,
                   ReportIndex reading, const std::vector<Change>& changes,
                   JsonWriter& json);

}  // namespace stemma::show
