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

#include "text/fold.h"
#include "text/lexicon.h"

namespace stemma::collate {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::uint32_t kMinTailWords = 6;
constexpr std::size_t kPaywallBytes = 600;  // of the end, searched for a notice

struct Wholeness {
  std::optional<UnknownWhy> head;
  std::optional<UnknownWhy> tail;
  std::optional<std::uint32_t> inside;  // byte at which a part is missing
  std::optional<std::int64_t> day;      // of publication, or told in the text
};

const StorySentence* first_body(const StoryText& story, ReportIndex report) {
  const Range all = story.reports[report].sentences;
  return all.size() == 0 ? nullptr : &story.sentences[all.first];
}

// Begins in the middle of a sentence, or with a pronoun that nothing before
// explains.
bool head_is_cut(const StoryText& story, ReportIndex report) {
  const StorySentence* sentence = first_body(story, report);
  const Witness& witness = story.witnesses[report];
  if (sentence == nullptr || sentence->heading ||
      !witness.report->title.empty()) {
    return false;
  }
  const Token& first = witness.analysis->tokens[sentence->tokens.first];
  return (story.reports[report].classes.of(first) & kBackReference) != 0;
}

bool ends_with_any(std::string_view text,
                   std::initializer_list<std::string_view> endings) {
  return std::any_of(
      endings.begin(), endings.end(),
      [&](std::string_view ending) { return text.ends_with(ending); });
}

bool tail_is_cut(const StoryText& story, ReportIndex report) {
  const Range all = story.reports[report].sentences;
  if (all.size() == 0) return false;
  const StorySentence& last = story.sentences[all.last - 1];
  std::string_view text =
      slice(story.witnesses[report].report->text, last.span);
  if (ends_with_any(text, {"...", "\u2026", "[...]", "[\u2026]"})) return true;
  if (last.tokens.size() < kMinTailWords) return false;
  return !ends_with_any(
      text,
      {".", "!", "?", "\"", "'", ")", "]", ":", "\u201D", "\u2019", "\u00BB",
       "\u201C", "\u3002", "\uFF01", "\uFF1F", "\u300D", "\u061F", "\u06D4"});
}

std::optional<std::uint32_t> inside_cut(std::string_view text) {
  for (const std::string_view mark : {"[...]", "(...)", "[\u2026]"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && at > 0) {
      return static_cast<std::uint32_t>(at);
    }
  }
  return std::nullopt;
}

bool asks_to_subscribe(const Witness& witness) {
  std::string_view text = witness.report->text;
  if (text.size() > kPaywallBytes) {
    text.remove_prefix(text.size() - kPaywallBytes);
    while (!text.empty() &&
           (static_cast<unsigned char>(text.front()) & 0xC0U) == 0x80U) {
      text.remove_prefix(1);
    }
  }
  const std::string folded = text::fold(text);
  const auto& markers =
      text::lexicon(witness.analysis->language).entries("paywall_marker");
  return std::any_of(markers.begin(), markers.end(), [&](const auto& entry) {
    return folded.find(entry.form) != std::string::npos;
  });
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
  if (head_is_cut(story, report)) whole.head = UnknownWhy::kHeadCut;
  if (asks_to_subscribe(witness)) {
    whole.tail = UnknownWhy::kPaywall;
  } else if (tail_is_cut(story, report)) {
    whole.tail = UnknownWhy::kTailCut;
  }
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

// The latest day named in `span` that had come at the time of publication.
Day past_day(const Witness& witness, Span span) {
  const PublicationTime& published = witness.report->published;
  if (!published.known()) return std::nullopt;
  const auto& dates = witness.analysis->dates;
  auto at = std::partition_point(
      dates.begin(), dates.end(),
      [&](const DateMention& d) { return d.span.begin < span.begin; });
  Day latest;
  for (; at != dates.end() && at->span.begin < span.end; ++at) {
    const bool day = at->resolved && at->precision == DatePrecision::kDay;
    if (day && at->day <= published.seconds / kSecondsPerDay) {
      latest = std::max(latest, Day(at->day));
    }
  }
  return latest;
}

// The latest past day that a row's words name.
Day stated_day(const StoryText& story, const MatrixRow& row) {
  Day latest;
  for (const Cell& cell : row.cells) {
    for (const Span span : cell.spans) {
      latest = std::max(latest, past_day(story.witnesses[cell.report], span));
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

std::optional<UnknownWhy> why_unknown(const Wholeness& whole,
                                      const SharedPlaces& places,
                                      std::optional<std::int64_t> stated,
                                      const MatrixRow& row) {
  if (!whole.day) return UnknownWhy::kUndated;
  if (stated && *whole.day < *stated) return UnknownWhy::kEarlier;
  const bool before = places.any_before(row);
  const bool behind = places.any_behind(row);
  if (whole.head && !before) return whole.head;
  if (whole.tail && !behind) return whole.tail;
  if (whole.inside && before && behind) return UnknownWhy::kInsideCut;
  return std::nullopt;
}

}  // namespace

void fill_presence(const StoryText& story, std::vector<MatrixRow>& rows) {
  const std::size_t reports = story.witnesses.size();
  std::vector<std::optional<std::int64_t>> stated;
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
      if (const auto why = why_unknown(whole, places, stated[i], row)) {
        row.unknown.push_back({report, *why});
      } else {
        row.not_in_text.push_back(report);
      }
    }
  }
}

}  // namespace stemma::collate
