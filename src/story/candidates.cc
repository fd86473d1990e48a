#include "story/candidates.h"

#include <algorithm>
#include <utility>

#include "base/prefetch.h"

namespace stemma::story {
namespace {

constexpr std::size_t kIndexedTerms = 40;   // of a report
constexpr std::size_t kStoryTerms = 256;    // of a story
constexpr std::size_t kDepth = 512;         // entries read of a term
constexpr std::size_t kEntriesRead = 1024;  // of a look-up
// A longer list loses what is never read any more.
constexpr std::size_t kLongestList = 4 * kDepth;
constexpr std::size_t kRetiredAtOnce = 4096;

// The first of the stories of a list that are read.
const StoryIndex* newest(const std::vector<StoryIndex>& list) {
  return list.data() + list.size() - std::min(list.size(), kDepth);
}

// The best few of a sequence of scored stories.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) { ranked_.reserve(most); }

  bool takes(float score, StoryIndex story) const {
    return ranked_.size() < most_ || std::pair(-score, story) < ranked_.back();
  }

  void add(float score, StoryIndex story) {
    if (ranked_.size() == most_) ranked_.pop_back();
    const std::pair made(-score, story);
    ranked_.insert(std::lower_bound(ranked_.begin(), ranked_.end(), made),
                   made);
  }

  std::vector<StoryIndex> stories() const {
    std::vector<StoryIndex> best;
    best.reserve(ranked_.size());
    for (const auto& [score, story] : ranked_) best.push_back(story);
    return best;
  }

 private:
  std::size_t most_;
  std::vector<std::pair<float, StoryIndex>> ranked_;  // the best first
};

}  // namespace

TermVector CandidateIndex::heaviest(const TermVector& body) {
  TermVector terms = body;
  keep_heaviest(terms, kIndexedTerms);
  return terms;
}

void CandidateIndex::grow(StoryIndex story) {
  if (story < stories_.size()) return;
  stories_.resize(story + std::size_t{1});
  scores_.resize(stories_.size());
  open_.resize(stories_.size(), 1);
}

// True if the story did not stand under the term.
bool CandidateIndex::note(Term term, StoryIndex story) {
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

void CandidateIndex::add(const TermVector& heaviest, StoryIndex story) {
  grow(story);
  for (const WeightedTerm& term : heaviest) {
    if (!note(term.term, story)) continue;
    std::vector<StoryIndex>& list = postings_[term.term];
    if (list.size() == kLongestList) {
      list.erase(list.begin(),
                 list.end() - static_cast<std::ptrdiff_t>(kDepth));
    }
    list.push_back(story);
  }
}

// The shortest list first.
std::vector<CandidateIndex::Listed> CandidateIndex::listed(
    const TermVector& heaviest) const {
  std::vector<Listed> listed;
  listed.reserve(heaviest.size());
  for (const WeightedTerm& term : heaviest) {
    const auto found = postings_.find(term.term);
    if (found != postings_.end()) listed.push_back({&found->second, term});
  }
  std::sort(listed.begin(), listed.end(), [](const Listed& x, const Listed& y) {
    return std::pair(x.stories->size(), x.term.term) <
           std::pair(y.stories->size(), y.term.term);
  });
  for (const Listed& each : listed) prefetch(newest(*each.stories));
  return listed;
}

// Returns how many stories have a score: so many of found_.
std::size_t CandidateIndex::add_scores(const std::vector<Listed>& listed) {
  found_.resize(kEntriesRead + 1);
  std::size_t found = 0;
  std::size_t read = 0;
  for (const Listed& each : listed) {
    const StoryIndex* at = newest(*each.stories);
    const StoryIndex* end = each.stories->data() + each.stories->size();
    read += static_cast<std::size_t>(end - at);
    if (read > kEntriesRead) break;
    for (; at != end; ++at) {
      // Written always and counted if new: no branch to be guessed.
      found_[found] = *at;
      float& score = scores_[*at];
      found += score == 0 ? 1 : 0;
      score += each.term.weight;
    }
  }
  return found;
}

std::vector<StoryIndex> CandidateIndex::find(const TermVector& heaviest,
                                             std::size_t most) {
  const std::size_t found = add_scores(listed(heaviest));
  Best best(most);
  for (std::size_t i = 0; i < found; ++i) {
    const StoryIndex story = found_[i];
    const float score = std::exchange(scores_[story], 0.0F);
    if (best.takes(score, story) && open_[story] != 0) best.add(score, story);
  }
  return best.stories();
}

void CandidateIndex::retire(StoryIndex story) {
  grow(story);
  stories_[story] = {};
  open_[story] = 0;
  if (++retired_ == kRetiredAtOnce) sweep();
}

void CandidateIndex::sweep() {
  for (auto entry = postings_.begin(); entry != postings_.end();) {
    std::vector<StoryIndex>& list = entry->second;
    std::erase_if(list, [&](StoryIndex story) { return open_[story] == 0; });
    if (list.empty()) {
      postings_.erase(entry++);
    } else {
      ++entry;
    }
  }
  retired_ = 0;
}

}  // namespace stemma::story
