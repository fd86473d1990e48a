#include "story/candidates.h"

#include <algorithm>
#include <utility>

namespace stemma::story {
namespace {

constexpr std::size_t kIndexedTerms = 40;   // of a report
constexpr std::size_t kStoryTerms = 256;    // of a story
constexpr std::size_t kDepth = 512;         // entries read of a term
constexpr std::size_t kEntriesRead = 4096;  // of a look-up
// A longer list loses what is never read any more.
constexpr std::size_t kLongestList = 4 * kDepth;
constexpr std::size_t kRetiredAtOnce = 4096;

TermVector indexed_terms(const TermVector& body) {
  TermVector terms = body;
  keep_heaviest(terms, kIndexedTerms);
  return terms;
}

// Terms of a report that are in the index, with their stories.
struct Listed {
  const std::vector<StoryIndex>* stories = nullptr;
  WeightedTerm term;
};

}  // namespace

// True if the story did not stand under the term.
bool CandidateIndex::note(Term term, StoryIndex story) {
  if (story >= stories_.size()) stories_.resize(story + std::size_t{1});
  Entry& entry = stories_[story];
  if (std::find(entry.terms.begin(), entry.terms.end(), term) !=
      entry.terms.end()) {
    return false;
  }
  if (entry.terms.size() < kStoryTerms) {
    entry.terms.push_back(term);
  } else {
    entry.terms[entry.next++ % kStoryTerms] = term;
  }
  return true;
}

void CandidateIndex::add(const TermVector& body, StoryIndex story) {
  for (const WeightedTerm& term : indexed_terms(body)) {
    if (!note(term.term, story)) continue;
    std::vector<StoryIndex>& list = postings_[term.term];
    if (list.size() == kLongestList) {
      list.erase(list.begin(),
                 list.end() - static_cast<std::ptrdiff_t>(kDepth));
    }
    list.push_back(story);
  }
}

std::vector<StoryIndex> CandidateIndex::find(const TermVector& body,
                                             std::size_t most) {
  std::vector<Listed> listed;
  for (const WeightedTerm& term : indexed_terms(body)) {
    const auto found = postings_.find(term.term);
    if (found != postings_.end()) listed.push_back({&found->second, term});
  }
  std::sort(listed.begin(), listed.end(), [](const Listed& x, const Listed& y) {
    return std::pair(x.stories->size(), x.term.term) <
           std::pair(y.stories->size(), y.term.term);
  });
  scores_.resize(stories_.size());
  found_.clear();
  std::size_t read = 0;
  for (const Listed& each : listed) {
    const std::size_t depth = std::min(each.stories->size(), kDepth);
    if (read + depth > kEntriesRead) break;
    read += depth;
    for (auto at = each.stories->end() - static_cast<std::ptrdiff_t>(depth);
         at != each.stories->end(); ++at) {
      if (scores_[*at] == 0) found_.push_back(*at);
      scores_[*at] += each.term.weight;
    }
  }
  std::vector<std::pair<float, StoryIndex>> ranked;
  ranked.reserve(found_.size());
  for (const StoryIndex story : found_) {
    if (stories_[story].open) ranked.emplace_back(-scores_[story], story);
    scores_[story] = 0;
  }
  const std::size_t kept = std::min(ranked.size(), most);
  std::partial_sort(ranked.begin(),
                    ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                    ranked.end());
  std::vector<StoryIndex> best;
  best.reserve(kept);
  for (std::size_t i = 0; i < kept; ++i) best.push_back(ranked[i].second);
  return best;
}

void CandidateIndex::retire(StoryIndex story) {
  if (story >= stories_.size()) stories_.resize(story + std::size_t{1});
  stories_[story] = {.open = false};
  if (++retired_ == kRetiredAtOnce) sweep();
}

void CandidateIndex::sweep() {
  for (auto entry = postings_.begin(); entry != postings_.end();) {
    std::vector<StoryIndex>& list = entry->second;
    std::erase_if(list,
                  [&](StoryIndex story) { return !stories_[story].open; });
    if (list.empty()) {
      postings_.erase(entry++);
    } else {
      ++entry;
    }
  }
  retired_ = 0;
}

}  // namespace stemma::story
