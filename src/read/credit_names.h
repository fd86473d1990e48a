// Credits for the names in a stretch of text: lists of agencies and sources,
// and those who contributed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

// Bytes of `written` from its begin up to and with the colon that follows
// after `from`, blanks between; 0 if none does.
std::size_t colon_after(std::string_view written, std::size_t from);

// Adds credits to a report. The names are stretches of its text, in bytes.
class CreditNames {
 public:
  // `report` outlives the object; its text stays as it is.
  explicit CreditNames(Report& report) : report_(report), text_(report.text) {}

  void add(CreditKind kind, Span name);

  // Of a list, "AP, Reuters and www.example.com"; false if no name is added.
  bool add_sources(Span list);

  // If every part between commas, slashes and dashes is an agency.
  bool add_names(Span list);

  // Of what stands in brackets: agencies, a contribution, a labelled source.
  bool add_group(Span inner);

  // Words that say who contributed, as "reporting by".
  struct Phrase {
    Span span;
    // On which side of it the names stand, "before" or "after"; nullptr if
    // there is no such phrase.
    const std::string* side = nullptr;
  };
  Phrase find_contribution(Span within) const;

  // The agencies named in a stretch with such words, else the words beside
  // these; false if it has none.
  bool add_contribution(Span within);

 private:
  std::string_view at(Span span) const { return slice(text_, span); }
  Span trimmed(std::uint32_t begin, std::uint32_t end) const;
  // What stands between the marks of a list, trimmed; a slash without blanks
  // may be such a mark.
  enum class Slash : std::uint8_t { kInNames, kBetween };
  std::vector<Span> cut(Span list, Slash slash) const;
  std::size_t list_mark(std::uint32_t i) const;
  void add_source(Span name);

  Report& report_;
  std::string_view text_;
};

}  // namespace stemma::read
