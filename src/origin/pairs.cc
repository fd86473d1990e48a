#include "origin/pairs.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "text/tokenize.h"

namespace stemma::origin {
namespace {

using IndexPair = std::pair<ReportIndex, ReportIndex>;

constexpr double kSameTitle = 0.6;  // of the words of the shorter title
constexpr std::size_t kAllPairsUpTo = 64;
// In a large story: partners looked at for one run, and kept for one report.
constexpr std::size_t kPartnersOfRun = 8;
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

struct Posting {
  std::uint64_t run = 0;
  ReportIndex report = 0;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

std::vector<Posting> postings_of(const StoryEvidence& story,
                                 std::span<const ReportIndex> reports) {
  std::vector<Posting> postings;
  for (const ReportIndex report : reports) {
    const Narration& narration = story.narrations[report];
    for (const std::uint64_t run : narration.short_runs) {
      postings.push_back({run, report});
    }
    for (const std::uint64_t run : narration.said_runs) {
      postings.push_back({run, report});
    }
  }
  std::sort(postings.begin(), postings.end());
  return postings;
}

// Each report with the reports next to it among those that share a run, and
// with the first of them, which ties a much printed text together.
std::map<IndexPair, std::uint32_t> count_partners(
    std::span<const Posting> postings) {
  std::map<IndexPair, std::uint32_t> counts;
  for (std::size_t i = 0; i < postings.size();) {
    std::size_t end = i;
    while (end < postings.size() && postings[end].run == postings[i].run) {
      ++end;
    }
    for (std::size_t j = i + 1; j < end; ++j) {
      const std::size_t from = j > i + kPartnersOfRun ? j - kPartnersOfRun : i;
      if (from > i) ++counts[{postings[i].report, postings[j].report}];
      for (std::size_t k = from; k < j; ++k) {
        ++counts[{postings[k].report, postings[j].report}];
      }
    }
    i = end;
  }
  return counts;
}

std::vector<IndexPair> sparse_pairs(const StoryEvidence& story,
                                    std::span<const ReportIndex> reports) {
  const auto counts = count_partners(postings_of(story, reports));
  struct Candidate {
    ReportIndex report = 0;
    std::uint32_t runs = 0;
    IndexPair pair;
  };
  std::vector<Candidate> candidates;
  for (const auto& [pair, runs] : counts) {
    candidates.push_back({pair.first, runs, pair});
    candidates.push_back({pair.second, runs, pair});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) {
              if (a.report != b.report) return a.report < b.report;
              if (a.runs != b.runs) return a.runs > b.runs;
              return a.pair < b.pair;
            });
  std::vector<IndexPair> pairs;
  std::size_t of_report = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const bool next =
        i == 0 || candidates[i].report != candidates[i - 1].report;
    of_report = next ? 1 : of_report + 1;
    if (of_report <= kPartnersOfReport) pairs.push_back(candidates[i].pair);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::vector<IndexPair> pairs_to_compare(const StoryEvidence& story,
                                        std::span<const ReportIndex> reports) {
  if (reports.size() > kAllPairsUpTo) return sparse_pairs(story, reports);
  std::vector<IndexPair> pairs;
  for (std::size_t j = 1; j < reports.size(); ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      pairs.emplace_back(reports[i], reports[j]);
    }
  }
  return pairs;
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

bool is_same_item(const StoryEvidence& story, IndexPair pair) {
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

PairEvidence declared_evidence(const StoryEvidence& story, IndexPair pair) {
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
  for (const IndexPair& pair : pairs_to_compare(story, compared)) {
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
