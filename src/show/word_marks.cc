#include "show/word_marks.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "show/json_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// The moves of the readings before this one.
std::uint32_t moves_before(const Collation& collation, std::uint32_t reading) {
  std::uint32_t moves = 0;
  for (std::uint32_t r = 0; r < reading; ++r) {
    moves += static_cast<std::uint32_t>(std::count_if(
        collation.changes[r].begin(), collation.changes[r].end(),
        [](const Change& c) { return c.kind == ChangeKind::kMoved; }));
  }
  return moves;
}

// `side`: which spans of a change are marked.
std::vector<WordMark> marks_of(const Collation& collation,
                               std::uint32_t reading,
                               std::vector<Span> Change::*side) {
  std::vector<WordMark> marks;
  std::uint32_t moves = moves_before(collation, reading);
  for (const Change& change : collation.changes[reading]) {
    const bool moved = change.kind == ChangeKind::kMoved;
    if (moved) ++moves;
    for (const Span span : change.*side) {
      if (span.empty()) continue;
      marks.push_back(
          {span, moved ? Mark::kMoved : Mark::kOwn, moved ? moves : 0});
    }
  }
  return disjoint(std::move(marks));
}

}  // namespace

std::vector<WordMark> disjoint(std::vector<WordMark> marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const WordMark& x, const WordMark& y) {
                     return x.span.begin < y.span.begin;
                   });
  std::vector<WordMark> kept;
  for (WordMark mark : marks) {
    if (!kept.empty()) {
      mark.span.begin = std::max(mark.span.begin, kept.back().span.end);
    }
    if (mark.span.begin < mark.span.end) kept.push_back(mark);
  }
  return kept;
}

std::vector<WordMark> base_marks(const Collation& collation,
                                 std::uint32_t reading) {
  return marks_of(collation, reading, &Change::base);
}

std::vector<WordMark> reading_marks(const Collation& collation,
                                    std::uint32_t reading) {
  return marks_of(collation, reading, &Change::spans);
}

void write_marked(const MarkedText& marked, HtmlWriter& html) {
  std::uint32_t done = marked.span.begin;
  auto mark = std::partition_point(
      marked.marks->begin(), marked.marks->end(),
      [&](const WordMark& each) { return each.span.end <= marked.span.begin; });
  for (; mark != marked.marks->end() && mark->span.begin < marked.span.end;
       ++mark) {
    const Span shown{std::max(mark->span.begin, done),
                     std::min(mark->span.end, marked.span.end)};
    html.text(slice(marked.text, {done, shown.begin}));
    if (mark->mark == Mark::kMoved) {
      html.markup(
          fmt::format("<mark class=\"moved\"><sup>{}</sup>", mark->number));
    } else {
      html.markup("<mark class=\"own\">");
    }
    html.text(slice(marked.text, shown)).markup("</mark>");
    done = shown.end;
  }
  html.text(slice(marked.text, {done, marked.span.end}));
}

void write_changes(const ReportSet& reports, ReportIndex base,
                   ReportIndex reading, const std::vector<Change>& changes,
                   JsonWriter& json) {
  json.begin_array();
  for (const Change& change : changes) {
    json.begin_object().key("kind").string(word(change.kind)).key("base");
    write_spans(reports, base, change.base, json);
    json.key("spans");
    write_spans(reports, reading, change.spans, json);
    json.end_object();
  }
  json.end_array();
}

}  // namespace stemma::show
