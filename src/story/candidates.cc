#include "story/candidates.h"

#include <algorithm>
#include <utility>

namespace stemma::story {
namespace {

constexpr std::size_t kIndexedTerms = 40;    // of a report
constexpr std::size_t kPostingsRead = 1024;  // of a term

TermVector indexed_terms(const TermVector& body) {
  TermVector terms = body;
  keep_heaviest(terms, kIndexedTerms);
  return terms;
}

}  // namespace

void CandidateIndex::add(const TermVector& body, StoryIndex story) {
  for (const WeightedTerm& term : indexed_terms(body)) {
    std::vector<StoryIndex>& list = postings_[term.term];
    if (list.empty() || list.back() != story) list.push_back(story);
  }
}

std::vector<StoryIndex> CandidateIndex::find(const TermVector& body,
                                             std::size_t most) const {
  boost::unordered_flat_map<StoryIndex, float> score;
  for (const WeightedTerm& term : indexed_terms(body)) {
    const auto found = postings_.find(term.term);
    if (found == postings_.end()) continue;
    const std::vector<StoryIndex>& list = found->second;
    const std::size_t depth = std::min(list.size(), kPostingsRead);
    for (std::size_t i = list.size() - depth; i < list.size(); ++i) {
      score[list[i]] += term.weight;
    }
  }
  std::vector<std::pair<float, StoryIndex>> ranked;
  ranked.reserve(score.size());
  for (const auto& [story, sum] : score) ranked.emplace_back(-sum, story);
  const std::size_t kept = std::min(ranked.size(), most);
  std::partial_sort(ranked.begin(),
                    ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                    ranked.end());
  std::vector<StoryIndex> best;
  best.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) best.push_back(ranked[i].second);
  return best;
}

}  // namespace stemma::story
