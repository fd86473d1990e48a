#include "origin/pairs.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "origin/partners.h"
#include "text/tokenize.h"

namespace stemma::origin {
namespace {

constexpr double kSameTitle = 0.6;  // of the words of the shorter title
// Of a report in a large story.
constexpr std::size_t kPartnersOfReport = 32;

// For each report the first one of equal text, itself if there is none.
std::vector<ReportIndex> representatives(std::size_t reports,
                                         const ReuseResult& reuse) {
  std::vector<ReportIndex> representative(reports);
  std::iota(representative.begin(), representative.end(), 0U);
  for (const auto& group : reuse.equal) {
    for (const ReportIndex report : group) {
      representative[report] = group.front();
    }
  }
  return representative;
}

// Runs that tell and runs that are said tie reports alike.
std::vector<ReportPair> pairs_to_compare(const StoryEvidence& story,
                                         std::span<const ReportIndex> reports) {
  if (reports.size() <= kAllPairsUpTo) return all_pairs(reports);
  std::vector<Posting> postings;
  for (const ReportIndex report : reports) {
    const Narration& narration = story.narrations[report];
    for (const auto* runs : {&narration.short_runs, &narration.said_runs}) {
      for (const std::uint64_t run : *runs) postings.push_back({run, report});
    }
  }
  return pairs_by_runs(std::move(postings), kPartnersOfReport);
}

// The words of a title that carry it, by stem.
std::vector<std::uint64_t> title_words(const Witness& witness) {
  std::vector<std::uint64_t> words;
  for (const Token& token :
       text::tokenize(witness.report->title, witness.analysis->language)) {
    if (token.kind == TokenKind::kWord && !token.function_word) {
      words.push_back(token.stem);
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool is_same_item(const StoryEvidence& story, ReportPair pair) {
  if (!story.marks[pair.first] && !story.marks[pair.second]) return false;
  const Witness& a = story.witnesses[pair.first];
  const Witness& b = story.witnesses[pair.second];
  const bool same_outlet =
      !a.report->outlet.empty() && a.report->outlet == b.report->outlet;
  if (!same_outlet &&
      !same_credit(story.declared[pair.first], story.declared[pair.second])) {
    return false;
  }
  const auto left = title_words(a);
  const auto right = title_words(b);
  const auto fewer = static_cast<double>(std::min(left.size(), right.size()));
  return fewer > 0 && count_common(left, right) >= kSameTitle * fewer;
}

PairEvidence declared_evidence(const StoryEvidence& story, ReportPair pair) {
  const Declared& a = story.declared[pair.first];
  const Declared& b = story.declared[pair.second];
  const Substance& left = story.substances[pair.first];
  const Substance& right = story.substances[pair.second];
  PairEvidence evidence{.a = pair.first, .b = pair.second};
  evidence.same_credit = same_credit(a, b);
  evidence.same_item = is_same_item(story, pair);
  evidence.different_agencies = different_agencies(a, b);
  evidence.cited = std::max(cites_outlet(a, b), cites_outlet(b, a));
  evidence.names_outlet =
      evidence.cited > 0 || credits_outlet(a, b) || credits_outlet(b, a);
  evidence.common_citation = common_citation(a, b);
  evidence.unnarrated = lack_of_narration(left, right);
  evidence.speech = common_speech(left, right);
  evidence.families = common_utterances(left, right);
  evidence.lead = lead_similarity(left, right);
  return evidence;
}

}  // namespace

StoryEvidence gather_evidence(std::span<const Witness> witnesses,
                              const Matrix& matrix) {
  StoryEvidence story{.witnesses = witnesses,
                      .narrations = narrate(witnesses),
                      .declared = find_declared(witnesses)};
  story.substances.reserve(witnesses.size());
  story.marks.reserve(witnesses.size());
  for (const Witness& witness : witnesses) {
    story.substances.push_back(substance_of(witness));
    story.marks.push_back(find_mark(witness));
  }
  note_said_rows(matrix, story.substances);
  return story;
}

std::vector<PairEvidence> compare_pairs(const StoryEvidence& story,
                                        const ReuseResult& reuse) {
  const auto representative = representatives(story.witnesses.size(), reuse);
  std::vector<SentenceIndex> indexes;
  std::vector<ReportIndex> compared;
  std::vector<PairEvidence> pairs;
  indexes.reserve(story.narrations.size());
  for (ReportIndex report = 0; report < representative.size(); ++report) {
    indexes.emplace_back(story.narrations[report]);
    if (representative[report] == report) {
      compared.push_back(report);
      continue;
    }
    pairs.push_back(declared_evidence(story, {representative[report], report}));
    pairs.back().equal = true;
  }
  for (const ReportPair& pair : pairs_to_compare(story, compared)) {
    pairs.push_back(declared_evidence(story, pair));
    pairs.back().overlap = compare(indexes[pair.first], indexes[pair.second]);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const PairEvidence& x, const PairEvidence& y) {
              return std::pair(x.a, x.b) < std::pair(y.a, y.b);
            });
  return pairs;
}

}  // namespace stemma::origin
