#include "show/words.h"

#include <chrono>

#include <fmt/format.h>

namespace stemma::show {
namespace {

// The entry of `names` that stands at the enumerator's position.
template <typename Enum, std::size_t N>
std::string_view name_of(Enum value, const std::string_view (&names)[N]) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view("unknown");
}

constexpr std::string_view kPassageKinds[] = {"verbatim", "edited",
                                              "paraphrase"};
constexpr std::string_view kForms[] = {"direct", "indirect", "mixed"};
constexpr std::string_view kBases[] = {"unknown",     "name",    "pronoun",
                                       "description", "context", "reports"};
constexpr std::string_view kWordings[] = {
    "only",   "fullest",       "same",     "trimmed",
    "merged", "words changed", "indirect", "possibly another translation"};
constexpr std::string_view kAttributions[] = {"kept", "other speaker",
                                              "dropped"};
constexpr std::string_view kRelations[] = {"same", "reworded", "partial",
                                           "differs"};
constexpr std::string_view kVoices[] = {"outlet", "quoted", "indirect",
                                        "heading"};
constexpr std::string_view kFacts[] = {"number", "date", "name", "place",
                                       "person", "deed", "cause"};
constexpr std::string_view kDifferenceKinds[] = {
    "conflict",      "later figure", "correction",
    "other scope",   "unclear",      "rounding",
    "translation",   "hedge",        "attribution dropped",
    "agent dropped", "update"};
constexpr std::string_view kWhys[] = {"head cut", "tail cut", "inside cut",
                                      "paywall",  "undated",  "earlier"};
constexpr std::string_view kSourceKinds[] = {"unknown", "outlet",   "statement",
                                             "release", "document", "post"};
constexpr std::string_view kDerivations[] = {"reprint", "rewrite", "mix",
                                             "no shared text found"};
constexpr std::string_view kEvidenceKinds[] = {
    "shared words", "shared order",    "declared credit",
    "names outlet", "earlier",         "triplet test",
    "own words",    "same statement",  "inherited",
    "cut from end", "told indirectly", "tree",
    "own earlier",  "issuer",          "same group",
    "take",         "withdrawn",       "second text",
    "link"};
constexpr std::string_view kChangeKinds[] = {"inserted", "cut", "replaced",
                                             "moved"};
constexpr std::string_view kCreditKinds[] = {
    "field",  "byline",       "dateline",   "closing credit",
    "source", "contribution", "web address"};

}  // namespace

std::string_view word(PassageKind kind) { return name_of(kind, kPassageKinds); }
std::string_view word(QuotationForm form) { return name_of(form, kForms); }
std::string_view word(SpeakerBasis basis) { return name_of(basis, kBases); }
std::string_view word(WordingChange change) {
  return name_of(change, kWordings);
}
std::string_view word(AttributionChange change) {
  return name_of(change, kAttributions);
}
std::string_view word(Relation relation) {
  return name_of(relation, kRelations);
}
std::string_view word(Voice voice) { return name_of(voice, kVoices); }
std::string_view word(Fact fact) { return name_of(fact, kFacts); }
std::string_view word(DifferenceKind kind) {
  return name_of(kind, kDifferenceKinds);
}
std::string_view word(UnknownWhy why) { return name_of(why, kWhys); }
std::string_view word(SourceKind kind) { return name_of(kind, kSourceKinds); }
std::string_view word(DerivationRelation relation) {
  return name_of(relation, kDerivations);
}
std::string_view word(EvidenceKind kind) {
  return name_of(kind, kEvidenceKinds);
}
std::string_view word(CreditKind kind) { return name_of(kind, kCreditKinds); }
std::string_view word(ChangeKind kind) { return name_of(kind, kChangeKinds); }

std::string time_word(const PublicationTime& time) {
  if (!time.known()) return {};
  using std::chrono::floor;
  const std::chrono::sys_seconds moment{std::chrono::seconds(time.seconds)};
  const auto day = floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  std::string out = fmt::format(
      "{:04}-{:02}-{:02}", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (time.precision == TimePrecision::kDay) return out;
  const std::chrono::hh_mm_ss clock(moment - day);
  out += fmt::format("T{:02}:{:02}", clock.hours().count(),
                     clock.minutes().count());
  if (time.precision == TimePrecision::kSecond) {
    out += fmt::format(":{:02}", clock.seconds().count());
  }
  return out + 'Z';
}

std::string counted(std::size_t count, std::string_view singular) {
  if (count == 1) return fmt::format("1 {}", singular);
  if (singular.ends_with('y')) {
    singular.remove_suffix(1);
    return fmt::format("{} {}ies", count, singular);
  }
  return fmt::format("{} {}s", count, singular);
}

}  // namespace stemma::show
