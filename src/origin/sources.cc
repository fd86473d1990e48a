#include "origin/sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "origin/clusters.h"
#include "origin/model.h"
#include "origin/outlets.h"
#include "origin/phrase_book.h"

namespace stemma::origin {
namespace {

constexpr double kTail = 0.1;
constexpr double kNotableSpeech = 0.1;  // of a report's words, on average
constexpr std::uint32_t kLeadSentences = 5;

struct KindWord {
  std::string_view word;
  SourceKind kind;
};
// In the order of preference where two are met equally often.
constexpr std::array<KindWord, 4> kKindWords = {{
    {"statement", SourceKind::kStatement},
    {"release", SourceKind::kRelease},
    {"document", SourceKind::kDocument},
    {"post", SourceKind::kPost},
}};

// Which kinds of source the beginning of a report speaks of.
std::array<bool, kKindWords.size()> kinds_in_lead(const Witness& witness) {
  std::array<bool, kKindWords.size()> met{};
  const Analysis& analysis = *witness.analysis;
  const auto& words = phrase_book(analysis.language).source_kind;
  std::uint32_t sentences = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    if (++sentences > kLeadSentences) break;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      if (analysis.tokens[t].quoted) continue;
      const auto match = words.match(analysis.tokens, t);
      if (!match) continue;
      for (std::size_t k = 0; k < kKindWords.size(); ++k) {
        if (kKindWords[k].word == *match.value) met[k] = true;
      }
    }
  }
  return met;
}

// The kind that most of the reports begin with, if half of them do.
std::optional<SourceKind> kind_by_words(const StoryEvidence& story,
                                        std::span<const ReportIndex> reports) {
  std::array<std::size_t, kKindWords.size()> counts{};
  for (const ReportIndex report : reports) {
    const auto met = kinds_in_lead(story.witnesses[report]);
    for (std::size_t k = 0; k < met.size(); ++k) counts[k] += met[k] ? 1 : 0;
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  if (*best * 2 < reports.size() || *best == 0) return std::nullopt;
  return kKindWords[static_cast<std::size_t>(best - counts.begin())].kind;
}

// The media that half of the reports or more name as having reported, or
// whose own report is among them while another names it.
std::vector<std::string> cited_media(const StoryEvidence& story,
                                     std::span<const ReportIndex> reports) {
  struct Medium {
    std::string name;
    std::size_t reports = 0;
  };
  std::map<std::string, Medium> media;
  for (const ReportIndex report : reports) {
    for (const Citation& citation : story.declared[report].citations) {
      Medium& medium = media[citation.key];
      if (medium.reports++ == 0) medium.name = citation.name;
    }
  }
  std::vector<std::string> names;
  for (auto& [key, medium] : media) {
    const bool reports_itself =
        std::any_of(reports.begin(), reports.end(), [&](ReportIndex report) {
          return names_outlet(medium.name, story.declared[report].outlet);
        });
    const std::size_t known = medium.reports + (reports_itself ? 1 : 0);
    if (known >= 2 && known * 2 >= reports.size()) names.push_back(medium.name);
  }
  return names;
}

// The names that the reports' credits give. An agency stands for the text
// that it sent, not for what a statement was taken from.
std::vector<std::string> credited_names(const StoryEvidence& story,
                                        std::span<const ReportIndex> reports) {
  std::vector<std::string> names;
  for (const ReportIndex report : reports) {
    for (const Credit& credit : story.witnesses[report].report->credits) {
      const bool source = credit.kind == CreditKind::kSourceLine ||
                          credit.kind == CreditKind::kField;
      const std::string key = name_key(credit.name);
      const auto& others = story.declared[report].others;
      if (!source || !std::binary_search(others.begin(), others.end(), key)) {
        continue;
      }
      const bool known = std::any_of(
          names.begin(), names.end(),
          [&key](const std::string& name) { return name_key(name) == key; });
      if (!known) names.push_back(credit.name);
    }
  }
  return names;
}

// The agency that every report credits, as the first of them writes it.
std::vector<std::string> agency_of_all(const StoryEvidence& story,
                                       std::span<const ReportIndex> reports) {
  std::vector<std::string> common = story.declared[reports[0]].agencies;
  for (const ReportIndex report : reports) {
    const auto& agencies = story.declared[report].agencies;
    std::erase_if(common, [&agencies](const std::string& agency) {
      return !std::binary_search(agencies.begin(), agencies.end(), agency);
    });
  }
  if (common.empty()) return {};
  for (const Credited& credit : story.declared[reports[0]].written) {
    if (credit.key == common.front()) return {credit.name};
  }
  return {common.front()};
}

void describe(const StoryEvidence& story, Source& source) {
  const std::span<const ReportIndex> reports(source.reports);
  if (auto media = cited_media(story, reports); !media.empty()) {
    source.kind = SourceKind::kOutlet;
    source.names = std::move(media);
    return;
  }
  source.names = credited_names(story, reports);
  if (reports.size() > 1 && common_speaker(story, reports) != nullptr) {
    source.kind =
        kind_by_words(story, reports).value_or(SourceKind::kStatement);
    return;
  }
  if (auto agency = agency_of_all(story, reports); !agency.empty()) {
    source.kind = SourceKind::kOutlet;
    source.names = std::move(agency);
    return;
  }
  source.kind = kind_by_words(story, reports).value_or(SourceKind::kUnknown);
}

}  // namespace

SourceGroups group_sources(const StoryEvidence& story,
                           std::span<const PairEvidence> pairs,
                           std::span<const double> tellings_alike,
                           const TellingGroups& tellings) {
  const auto count = static_cast<std::uint32_t>(tellings.groups.size());
  // A telling is one text, so its surest link to another speaks for all of it.
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> surest;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = std::minmax(tellings.group_of[pairs[i].a],
                                    tellings.group_of[pairs[i].b]);
    if (a == b) continue;
    double& probability = surest[{a, b}];
    probability =
        std::max(probability, source_probability(pairs[i], tellings_alike[i]));
  }
  std::vector<Edge> edges;
  edges.reserve(surest.size());
  for (const auto& [between, probability] : surest) {
    edges.push_back({between.first, between.second, probability});
  }
  const std::vector<Merge> merges = average_linkage(count, edges);
  const std::vector<std::uint32_t> group_of = groups_of(count, merges);
  SourceGroups result;
  for (std::uint32_t telling = 0; telling < count; ++telling) {
    const std::uint32_t group = group_of[telling];
    if (group == result.sources.size()) result.sources.emplace_back();
    auto& reports = result.sources[group].reports;
    reports.insert(reports.end(), tellings.groups[telling].begin(),
                   tellings.groups[telling].end());
  }
  for (std::size_t i = 0; i < result.sources.size(); ++i) {
    Source& source = result.sources[i];
    source.id = "s" + std::to_string(i + 1);
    std::sort(source.reports.begin(), source.reports.end());
    describe(story, source);
  }
  result.count = count_groups(count, merges, kTail);
  return result;
}

const SpeakerShare* common_speaker(const StoryEvidence& story,
                                   std::span<const ReportIndex> reports) {
  std::vector<const Substance*> substances;
  for (const ReportIndex report : reports) {
    substances.push_back(&story.substances[report]);
  }
  const SpeakerShare* main = main_speaker(substances);
  if (main == nullptr) return nullptr;
  double share = 0;
  for (const Substance* substance : substances) {
    for (const SpeakerShare& speaker : substance->speakers) {
      if (speaker.key == main->key) share += speaker.share;
    }
  }
  const double mean = share / static_cast<double>(reports.size());
  return mean >= kNotableSpeech ? main : nullptr;
}

}  // namespace stemma::origin
