// Tellings, sources and derivations of one story.
//
// Reports of one event share words because they tell one event; copies share
// more: the outlet's own words, in runs, sentence by sentence, in one order.
// So a report is first cut in two (narration.h): what stands in quotation
// marks in any report of the story is an utterance, and one shared utterance
// is no evidence of a shared text; the rest is narration. Every pair is then
// compared by its narration (overlap.h) and by what the reports declare
// (credits.h), and a logistic regression learned from labelled events
// (model.h) gives the probability that both are one telling. Average linkage
// over these probabilities makes the tellings; its uncertain joinings make the
// range of the count (clusters.h), so no single threshold decides.
//
// Tellings rest on one source if one reports what another outlet reported, if
// both name the same medium, or if the same utterances and speaker carry them
// (substance.h, sources.h): a second regression and the same linkage, over
// whole tellings.
//
// What a report shares and with whom is always said (coverage.h, evidence.h);
// a parent is named only where the report declares it, or where time and the
// triplet test leave nothing else (derivations.h); the head of a telling is a
// report in hand only if all others derive from it (heads.h).
#include "origin/origins.h"

#include "origin/derivations.h"
#include "origin/heads.h"
#include "origin/model.h"
#include "origin/pairs.h"
#include "origin/sources.h"
#include "origin/stemma_graph.h"
#include "origin/tellings.h"

namespace stemma::origin {
namespace {

// Says of each report of a source that rests on one speaker whose words they
// are.
void add_common_statements(const StoryEvidence& story,
                           std::span<const Source> sources,
                           std::vector<Derivation>& derivations) {
  for (const Source& source : sources) {
    if (source.reports.size() < 2) continue;
    const SpeakerShare* speaker = common_speaker(story, source.reports);
    if (speaker == nullptr) continue;
    for (const ReportIndex report : source.reports) {
      for (const SpeakerShare& own : story.substances[report].speakers) {
        if (own.key != speaker->key) continue;
        derivations[report].evidence.push_back(
            {.kind = EvidenceKind::kSameStatement,
             .value = own.share,
             .text = own.name});
      }
    }
  }
}

// What the counts rest on.
struct Grouping {
  StoryEvidence story;
  std::vector<PairEvidence> pairs;
  std::vector<double> probabilities;  // of one telling, by pair
  TellingGroups tellings;
  SourceGroups sources;
};

Grouping group_reports(std::span<const Witness> witnesses,
                       const ReuseResult& reuse, const Matrix& matrix,
                       const Rejections& rejected) {
  Grouping grouping{.story = gather_evidence(witnesses, matrix)};
  grouping.story.rejected = rejected;
  grouping.pairs = compare_pairs(grouping.story, reuse);
  grouping.probabilities.reserve(grouping.pairs.size());
  for (const PairEvidence& pair : grouping.pairs) {
    grouping.probabilities.push_back(telling_probability(pair));
  }
  grouping.tellings =
      group_tellings(grouping.story, grouping.pairs, grouping.probabilities);
  grouping.sources = group_sources(grouping.story, grouping.pairs,
                                   grouping.probabilities, grouping.tellings);
  return grouping;
}

}  // namespace

Origins trace_origins(std::span<const Witness> witnesses,
                      const ReuseResult& reuse, const Matrix& matrix,
                      const Rejections& rejected) {
  Origins origins;
  if (witnesses.empty()) return origins;
  Grouping grouping = group_reports(witnesses, reuse, matrix, rejected);
  const StoryEvidence& story = grouping.story;
  const std::vector<PairEvidence>& pairs = grouping.pairs;
  TellingGroups& tellings = grouping.tellings;
  SourceGroups& sources = grouping.sources;
  const std::vector<TellingTree> trees = make_trees(story, pairs, tellings);
  origins.derivations = find_derivations(
      story, pairs, grouping.probabilities, tellings,
      tree_parents_of(witnesses.size(), tellings.groups, trees));
  add_common_statements(story, sources.sources, origins.derivations);
  for (std::size_t i = 0; i < tellings.groups.size(); ++i) {
    Telling telling{.id = "t" + std::to_string(i + 1)};
    telling.reports = tellings.groups[i];
    telling.head = find_head(story, telling.reports, origins.derivations);
    telling.names = credited_text(story, telling.reports);
    origins.tellings.push_back(std::move(telling));
  }
  origins.stemma = make_stemma(story, origins, tellings, trees);
  origins.rejected = rejected;
  origins.telling_count = tellings.count;
  origins.sources = std::move(sources.sources);
  origins.source_count = sources.count;
  origins.not_compared = std::move(tellings.not_compared);
  return origins;
}

Counts count_origins(std::span<const Witness> witnesses,
                     const ReuseResult& reuse, const Matrix& matrix,
                     const Rejections& rejected) {
  if (witnesses.empty()) return {};
  const Grouping grouping = group_reports(witnesses, reuse, matrix, rejected);
  return {grouping.tellings.count, grouping.sources.count};
}

}  // namespace stemma::origin
