// A statement that a report lacks may have been lost with a part of the text:
// some collections keep reports without their beginning or end. Signs of a cut
// are a first sentence that refers back to what is not there, a last one
// without a stop or with an ellipsis, a bracketed ellipsis, a request to
// subscribe. They make only those statements unknown that would stand in the
// part that is missing, as far as the reports that have them tell: before all,
// or behind all, that both have.
#include "collate/presence.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace stemma::collate {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::uint32_t kMinTailWords = 6;
constexpr std::uint32_t kEvidenceTokens = 5;  // that show a cut head
constexpr std::uint32_t kEvidenceAtEnd = 8;   // a cut tail, with its dots

struct Cut {
  UnknownWhy why = UnknownWhy::kHeadCut;
  Span evidence;
};

struct Wholeness {
  std::optional<Cut> head;
  std::optional<Cut> tail;
  std::optional<Cut> inside;
  std::optional<std::int64_t> day;  // of publication, or told in the text
};

Span words_from(const Analysis& analysis, std::uint32_t first,
                std::uint32_t last) {
  return cover(analysis.tokens[first].span, analysis.tokens[last - 1].span);
}

const StorySentence* first_body(const StoryText& story, ReportIndex report) {
  const Range all = story.reports[report].sentences;
  return all.size() == 0 ? nullptr : &story.sentences[all.first];
}

// Begins in the middle of a sentence, or with a pronoun that nothing before
// explains.
std::optional<Cut> head_cut(const StoryText& story, ReportIndex report) {
  const StorySentence* sentence = first_body(story, report);
  const Witness& witness = story.witnesses[report];
  if (sentence == nullptr || sentence->heading ||
      !witness.report->title.empty()) {
    return std::nullopt;
  }
  const Range tokens = sentence->tokens;
  const Token& first = witness.analysis->tokens[tokens.first];
  if ((story.reports[report].classes.of(first) & kBackReference) == 0) {
    return std::nullopt;
  }
  const auto last = std::min(tokens.first + kEvidenceTokens, tokens.last);
  return Cut{UnknownWhy::kHeadCut,
             words_from(*witness.analysis, tokens.first, last)};
}

bool ends_with_any(std::string_view text,
                   std::initializer_list<std::string_view> endings) {
  return std::any_of(
      endings.begin(), endings.end(),
      [&](std::string_view ending) { return text.ends_with(ending); });
}

std::optional<Cut> tail_cut(const StoryText& story, ReportIndex report) {
  const Range all = story.reports[report].sentences;
  if (all.size() == 0) return std::nullopt;
  const StorySentence& last = story.sentences[all.last - 1];
  const Witness& witness = story.witnesses[report];
  const std::string_view text = slice(witness.report->text, last.span);
  const bool goes_on =
      ends_with_any(text, {"...", "\u2026", "[...]", "[\u2026]"});
  if (!goes_on && last.tokens.size() < kMinTailWords) return std::nullopt;
  const bool ends =
      ends_with_any(text, {".", "!", "?", "\"", "'", ")", "]", ":", "\u201D",
                           "\u2019", "\u00BB", "\u201C", "\u3002", "\uFF01",
                           "\uFF1F", "\u300D", "\u061F", "\u06D4"});
  if (ends && !goes_on) return std::nullopt;
  const auto from =
      std::max(last.tokens.first,
               last.tokens.last - std::min(last.tokens.last, kEvidenceAtEnd));
  return Cut{UnknownWhy::kTailCut,
             words_from(*witness.analysis, from, last.tokens.last)};
}

std::optional<Cut> inside_cut(std::string_view text) {
  for (const std::string_view mark : {"[...]", "(...)", "[\u2026]"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && at > 0) {
      const auto begin = static_cast<std::uint32_t>(at);
      const auto size = static_cast<std::uint32_t>(mark.size());
      return Cut{UnknownWhy::kInsideCut, {begin, begin + size}};
    }
  }
  return std::nullopt;
}

std::optional<Cut> paywall(const StoryText& story, ReportIndex report) {
  const std::vector<Range>& notices = story.reports[report].notices;
  if (notices.empty()) return std::nullopt;
  return Cut{UnknownWhy::kPaywall,
             words_from(*story.witnesses[report].analysis, notices.back().first,
                        notices.back().last)};
}

// What dates a report by itself: its day of publication, or the latest day
// that it tells of.
std::optional<std::int64_t> day_of(const Witness& witness) {
  const PublicationTime& published = witness.report->published;
  if (published.known()) return published.seconds / kSecondsPerDay;
  std::optional<std::int64_t> latest;
  for (const DateMention& date : witness.analysis->dates) {
    if (!date.resolved || date.precision != DatePrecision::kDay) continue;
    latest = std::max(latest.value_or(date.day), std::int64_t{date.day});
  }
  return latest;
}

Wholeness wholeness(const StoryText& story, ReportIndex report) {
  const Witness& witness = story.witnesses[report];
  Wholeness whole;
  whole.head = head_cut(story, report);
  whole.tail = paywall(story, report);
  if (!whole.tail) whole.tail = tail_cut(story, report);
  whole.inside = inside_cut(witness.report->text);
  whole.day = day_of(witness);
  return whole;
}

using Day = std::optional<std::int64_t>;  // an empty one is before all others

// For a report that nothing else dates, the event that it tells: it is no
// earlier than the first report of a statement that it shares.
Day event_day(const StoryText& story, const std::vector<MatrixRow>& rows,
              ReportIndex report) {
  Day latest;
  for (const MatrixRow& row : rows) {
    Day first;
    bool shared = false;
    for (const Cell& cell : row.cells) {
      shared |= cell.report == report;
      const auto& published = story.witnesses[cell.report].report->published;
      if (!published.known()) continue;
      const std::int64_t day = published.seconds / kSecondsPerDay;
      first = first ? std::min(*first, day) : day;
    }
    if (shared) latest = std::max(latest, first);
  }
  return latest;
}

// A day that a row's words name, and where.
struct StatedDay {
  std::int64_t day = 0;
  ReportIndex report = 0;
  Span span;
};

// The latest day named in `span` that had come at the time of publication.
const DateMention* past_day(const Witness& witness, Span span) {
  const PublicationTime& published = witness.report->published;
  if (!published.known()) return nullptr;
  const auto& dates = witness.analysis->dates;
  auto at = std::partition_point(
      dates.begin(), dates.end(),
      [&](const DateMention& d) { return d.span.begin < span.begin; });
  const DateMention* latest = nullptr;
  for (; at != dates.end() && at->span.begin < span.end; ++at) {
    const bool past = at->resolved && at->precision == DatePrecision::kDay &&
                      at->day <= published.seconds / kSecondsPerDay;
    if (past && (latest == nullptr || latest->day < at->day)) latest = &*at;
  }
  return latest;
}

// The latest past day that a row's words name.
std::optional<StatedDay> stated_day(const StoryText& story,
                                    const MatrixRow& row) {
  std::optional<StatedDay> latest;
  for (const Cell& cell : row.cells) {
    for (const Span span : cell.spans) {
      const auto* date = past_day(story.witnesses[cell.report], span);
      if (date == nullptr || (latest && latest->day >= date->day)) continue;
      latest = {date->day, cell.report, date->span};
    }
  }
  return latest;
}

// Where the rows that a report with a cut has stand in the other reports.
class SharedPlaces {
 public:
  SharedPlaces(const std::vector<MatrixRow>& rows, std::size_t reports,
               ReportIndex report)
      : first_(reports, std::numeric_limits<std::uint32_t>::max()),
        last_(reports, 0) {
    for (const MatrixRow& row : rows) {
      const bool has =
          std::any_of(row.cells.begin(), row.cells.end(),
                      [&](const Cell& c) { return c.report == report; });
      if (!has) continue;
      for (const Cell& cell : row.cells) {
        auto& first = first_[cell.report];
        auto& last = last_[cell.report];
        first = std::min(first, cell.spans.front().begin);
        last = std::max(last, cell.spans.front().begin);
      }
    }
  }

  // Whether a shared row stands before (behind) this one in any report.
  bool any_before(const MatrixRow& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& c) {
      return first_[c.report] < c.spans.front().begin;
    });
  }
  bool any_behind(const MatrixRow& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& c) {
      return last_[c.report] > c.spans.front().begin;
    });
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> last_;
};

// Why it is not known whether `report` states the row; empty if it does not.
std::optional<UnknownReading> unknown_reading(
    ReportIndex report, const Wholeness& whole, const SharedPlaces& places,
    const std::optional<StatedDay>& stated, const MatrixRow& row) {
  if (!whole.day) return UnknownReading{report, UnknownWhy::kUndated, 0, {}};
  if (stated && *whole.day < stated->day) {
    return UnknownReading{report, UnknownWhy::kEarlier, stated->report,
                          stated->span};
  }
  const bool before = places.any_before(row);
  const bool behind = places.any_behind(row);
  const auto cut = [&](const Cut& one) {
    return UnknownReading{report, one.why, report, one.evidence};
  };
  if (whole.head && !before) return cut(*whole.head);
  if (whole.tail && !behind) return cut(*whole.tail);
  if (whole.inside && before && behind) return cut(*whole.inside);
  return std::nullopt;
}

}  // namespace

void fill_presence(const StoryText& story, std::vector<MatrixRow>& rows) {
  const std::size_t reports = story.witnesses.size();
  std::vector<std::optional<StatedDay>> stated;
  stated.reserve(rows.size());
  for (const MatrixRow& row : rows) stated.push_back(stated_day(story, row));
  for (ReportIndex report = 0; report < reports; ++report) {
    Wholeness whole = wholeness(story, report);
    if (!whole.day) whole.day = event_day(story, rows, report);
    const SharedPlaces places(rows, reports, report);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      MatrixRow& row = rows[i];
      const auto cell = std::partition_point(
          row.cells.begin(), row.cells.end(),
          [&](const Cell& c) { return c.report < report; });
      if (cell != row.cells.end() && cell->report == report) continue;
      if (const auto unknown =
              unknown_reading(report, whole, places, stated[i], row)) {
        row.unknown.push_back(*unknown);
      } else {
        row.not_in_text.push_back(report);
      }
    }
  }
}

}  // namespace stemma::collate
