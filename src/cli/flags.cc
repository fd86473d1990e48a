#include "cli/flags.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

#include <fmt/format.h>

namespace stemma::cli {
namespace {

constexpr std::uint32_t bit(Verb verb) {
  return 1U << static_cast<std::uint32_t>(verb);
}

constexpr std::uint32_t kReuseVerb = bit(Verb::kReuse);
constexpr std::uint32_t kQuotesVerb = bit(Verb::kQuotes);
constexpr std::uint32_t kMatrixVerb = bit(Verb::kMatrix);
constexpr std::uint32_t kReportVerb = bit(Verb::kReport);
constexpr std::uint32_t kTables = bit(Verb::kStories) | kReuseVerb |
                                  kQuotesVerb | kMatrixVerb |
                                  bit(Verb::kOrigins);
constexpr std::uint32_t kCheckVerb = bit(Verb::kCheck);
constexpr std::uint32_t kPassages = kReuseVerb | kCheckVerb;
constexpr std::uint32_t kCompareVerb = bit(Verb::kCompare);
constexpr std::uint32_t kAll =
    kTables | kReportVerb | kCheckVerb | kCompareVerb;
constexpr std::uint32_t kByStory = kAll & ~kPassages & ~kCompareVerb;
constexpr std::uint32_t kOriginsVerb = bit(Verb::kOrigins);
// The verbs that study stories.
constexpr std::uint32_t kStudied = kOriginsVerb | kMatrixVerb | kReportVerb;
constexpr std::uint32_t kDeciding = bit(Verb::kMerge) | bit(Verb::kSplit);

template <typename Number>
bool parse_number(const std::string& text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && rest == end;
}

std::string set_format(Request& request, const std::string& value) {
  request.format = value == "text"      ? Format::kText
                   : value == "jsonl"   ? Format::kJsonl
                   : value == "json"    ? Format::kJson
                   : value == "csv"     ? Format::kCsv
                   : value == "tei"     ? Format::kTei
                   : value == "dot"     ? Format::kDot
                   : value == "graphml" ? Format::kGraphml
                                        : Format::kHtml;
  return {};
}

std::string set_output(Request& request, const std::string& value) {
  request.output = value == "-" ? std::string() : value;
  return {};
}

std::string set_errors(Request& request, const std::string& value) {
  request.errors = value;
  return {};
}

std::string set_threads(Request& request, const std::string& value) {
  constexpr unsigned kThreadsMax = 1024;
  const bool number = parse_number(value, request.threads);
  return number && request.threads <= kThreadsMax
             ? ""
             : fmt::format("not a number from 0 to {}", kThreadsMax);
}

std::string set_group_by(Request& request, const std::string& value) {
  request.group_by = value;
  return value.empty() ? "the name of a field is missing" : "";
}

std::string set_counts(Request& request, const std::string& value) {
  if (value == "quick") {
    request.counts = Counting::kQuick;
  } else if (value == "full") {
    request.counts = Counting::kFull;
  } else {
    request.counts = Counting::kNone;
  }
  return {};
}

std::string set_no_counts(Request& request, const std::string& /*value*/) {
  request.counts = Counting::kNone;
  return {};
}

std::string set_decisions(Request& request, const std::string& value) {
  request.decisions = value;
  return value.empty() ? "the name of a file is missing" : "";
}

std::string set_stream(Request& request, const std::string& /*value*/) {
  request.arrival = Arrival::kStreamed;
  return {};
}

std::string set_watch(Request& request, const std::string& value) {
  request.arrival = Arrival::kWatched;
  request.watched = value;
  return {};
}

// Days, or weeks with a "w".
std::string set_window(Request& request, const std::string& value) {
  constexpr std::uint32_t kDaysMax = 36500;
  std::string digits = value;
  std::uint32_t unit = 1;
  if (digits.ends_with('d') || digits.ends_with('w')) {
    unit = digits.back() == 'w' ? 7 : 1;
    digits.pop_back();
  }
  std::uint32_t number = 0;
  if (!parse_number(digits, number) || number == 0 ||
      number > kDaysMax / unit) {
    return "not a number of days such as 30d or 4w";
  }
  request.stories.window_days = number * unit;
  return {};
}

std::string set_cross_outlet(Request& request, const std::string& /*value*/) {
  request.reuse.cross_outlet = true;
  return {};
}

std::string set_base(Request& request, const std::string& value) {
  request.base = value;
  return {};
}

std::string set_clusters(Request& request, const std::string& /*value*/) {
  request.clusters = Clusters::kMade;
  return {};
}

std::string set_all_pairs(Request& request, const std::string& /*value*/) {
  request.reuse.max_partners = 0;
  return {};
}

std::string set_min_words(Request& request, const std::string& value) {
  const bool number = parse_number(value, request.reuse.min_words);
  return number && request.reuse.min_words > 0 ? ""
                                               : "not a number from 1 upwards";
}

std::string set_min_similarity(Request& request, const std::string& value) {
  const bool number = parse_number(value, request.reuse.min_similarity);
  const bool share = number && request.reuse.min_similarity >= 0 &&
                     request.reuse.min_similarity <= 1;
  return share ? "" : "not a number from 0 to 1";
}

struct Unit {
  char letter;
  std::uint64_t value;
};

// A whole number and the letter of a unit, times that unit; empty where it is
// none, or 0, or too large for a signed number of 64 bits.
std::optional<std::uint64_t> parse_amount(const std::string& text,
                                          std::span<const Unit> units) {
  const auto unit = std::find_if(units.begin(), units.end(), [&](Unit one) {
    return text.ends_with(one.letter);
  });
  std::uint64_t number = 0;
  if (unit == units.end() ||
      !parse_number(text.substr(0, text.size() - 1), number) || number == 0 ||
      number > std::numeric_limits<std::int64_t>::max() / unit->value) {
    return std::nullopt;
  }
  return number * unit->value;
}

std::string set_within(Request& request, const std::string& value) {
  constexpr Unit kUnits[] = {{'h', 3600}, {'d', 86400}, {'w', 604800}};
  const auto seconds = parse_amount(value, kUnits);
  if (!seconds) return "not a time such as 12h, 30d or 2w";
  request.reuse.within_seconds = static_cast<std::int64_t>(*seconds);
  return {};
}

std::string set_index(Request& request, const std::string& value) {
  request.index = value;
  return value.empty() ? "the name of a file is missing" : "";
}

std::string set_memory(Request& request, const std::string& value) {
  constexpr Unit kUnits[] = {{'M', 1U << 20U}, {'G', 1U << 30U}};
  const auto bytes = parse_amount(value, kUnits);
  if (!bytes) return "not a size such as 500M or 2G";
  request.reuse.memory_bytes = *bytes;
  return {};
}

std::string set_attributions(Request& request, const std::string& value) {
  request.quotations.attributions =
      value == "all" ? Attributions::kAll : Attributions::kSpeech;
  return {};
}

std::string set_speaker(Request& request, const std::string& value) {
  request.speaker = value;
  return {};
}

std::string set_form(Request& request, const std::string& value) {
  request.form = value == "direct"     ? QuotationForm::kDirect
                 : value == "indirect" ? QuotationForm::kIndirect
                                       : QuotationForm::kMixed;
  return {};
}

std::string set_families(Request& request, const std::string& /*value*/) {
  request.families = Families::kMade;
  return {};
}

std::string set_full_text(Request& request, const std::string& /*value*/) {
  request.texts = show::Texts::kWhole;
  return {};
}

std::string set_rejections(Request& request, const std::string& value) {
  request.rejections = value;
  return {};
}

std::string set_outlets(Request& request, const std::string& value) {
  request.outlets = value;
  return {};
}

std::string set_explain(Request& request, const std::string& value) {
  request.explain = value;
  return value.empty() ? "the id of a report is missing" : "";
}

std::string set_explained(Request& request, const std::string& value) {
  request.explained.push_back(value);
  return value.empty() ? "the id of a report is missing" : "";
}

constexpr Flag kFlags[] = {
    {"-f,--format", "FORMAT", "text jsonl json csv",
     "Form of the output; text on a terminal, else jsonl",
     kTables & ~kOriginsVerb & ~kMatrixVerb, set_format},
    {"-f,--format", "FORMAT", "text jsonl json csv dot graphml",
     "Form of the output; text on a terminal, else jsonl", kOriginsVerb,
     set_format},
    {"-f,--format", "FORMAT", "text jsonl json csv html tei",
     "Form of the output; text on a terminal, else jsonl", kMatrixVerb,
     set_format},
    {"-f,--format", "FORMAT", "html", "Form of the output", kReportVerb,
     set_format},
    {"-f,--format", "FORMAT", "text jsonl json html",
     "Form of the output; text on a terminal, else jsonl",
     kCheckVerb | kCompareVerb, set_format},
    {"-o,--output", "FILE", "", "Write to FILE, which appears when it is whole",
     kAll, set_output},
    {"-j,--threads", "N", "", "Use up to N threads; 0: all processors", kAll,
     set_threads},
    {"--errors", "FILE", "",
     "Write what could not be read to FILE, as JSON Lines", kAll, set_errors},
    {"-g,--group-by", "FIELD", "",
     "Take the stories from this field of the records", kByStory, set_group_by},
    {"-d,--decisions", "FILE", "",
     "What was decided by stemma merge and stemma split", kByStory | kDeciding,
     set_decisions},
    {"--window", "DAYS", "",
     "Close stories that nothing joined for so long: 30d, 4w",
     bit(Verb::kStories), set_window},
    {"--stream", "", "", "Answer as reports arrive: an event a line",
     bit(Verb::kStories), set_stream},
    {"--watch", "DIR", "", "Answer as files arrive in DIR, until interrupted",
     bit(Verb::kStories), set_watch},
    {"--explain", "A B", "",
     "Say of two reports only why they are one story or two",
     bit(Verb::kStories), set_explained},
    {"--counts", "HOW", "quick full none",
     "Count tellings and sources from sketches of the texts (quick), or from "
     "the whole texts as origins does, a hundred times slower",
     bit(Verb::kStories), set_counts},
    {"--no-counts", "", "", "As --counts none", bit(Verb::kStories),
     set_no_counts},
    {"--clusters", "", "",
     "Every place of a passage together, with passim's fields", kReuseVerb,
     set_clusters},
    {"--cross-outlet", "", "", "Only between reports of different outlets",
     kReuseVerb, set_cross_outlet},
    {"--all-pairs", "", "", "Every partner of a report, not only the best 64",
     kReuseVerb, set_all_pairs},
    {"--within", "TIME", "",
     "Only between reports published at most TIME apart: 12h, 30d, 2w",
     kReuseVerb, set_within},
    {"--index", "FILE", "",
     "Compare with the reports in FILE as well, and add these to it",
     kReuseVerb, set_index},
    {"--memory", "SIZE", "",
     "Use about SIZE for comparing; the texts and what they are found by take "
     "2 to 3 times their size more: 500M, 2G (2G)",
     kReuseVerb, set_memory},
    {"--min-words", "N", "", "Shortest passage, in words (12)", kPassages,
     set_min_words},
    {"--min-similarity", "SHARE", "",
     "Least share of words that align, 0 to 1 (0.3)", kPassages,
     set_min_similarity},
    {"--base", "REPORT", "",
     "The text that the others are compared to, by id or number (1)",
     kCompareVerb, set_base},
    {"--attributions", "WHICH", "speech all",
     "speech, or all: beliefs, plans and votes too", kQuotesVerb,
     set_attributions},
    {"--speaker", "NAME", "", "Only speakers whose name holds or may mean NAME",
     kQuotesVerb, set_speaker},
    {"--form", "FORM", "direct indirect mixed", "Only this form", kQuotesVerb,
     set_form},
    {"--families", "", "",
     "Group reports into stories and utterances into families", kQuotesVerb,
     set_families},
    {"--explain", "REPORT", "",
     "Say of one report only where it stands, and why", kOriginsVerb,
     set_explain},
    {"--rejections", "FILE", "",
     "What you reject: lines of apart or not-from and two ids", kStudied,
     set_rejections},
    {"--outlets", "FILE", "",
     "Groups of outlets: lines of outlet, aliases, group", kStudied,
     set_outlets},
    {"--full-text", "", "", "Whole texts instead of excerpts", kReportVerb,
     set_full_text},
};

}  // namespace

std::span<const Flag> flags() { return kFlags; }

std::string_view long_name(const Flag& flag) {
  const std::size_t comma = flag.names.find(',');
  return comma == std::string_view::npos ? flag.names
                                         : flag.names.substr(comma + 1);
}

}  // namespace stemma::cli
