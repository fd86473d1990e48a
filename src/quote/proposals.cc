#include "quote/proposals.h"

#include <algorithm>

namespace stemma::quote {
namespace {

// What a path gets on top when it names a speaker of words between marks,
// which nearly always have one.
constexpr std::int32_t kSpeakerBonus = 10;
// What every item outside the marks loses as part of a content that holds
// words between marks. Set on articles held out of PolNeAR train.
constexpr std::int16_t kOutsideMarks = 8;

bool reports_words(const Items& items, const Path& path) {
  for (std::uint32_t i = 0; i < path.labels.size(); ++i) {
    if (items[i].utterance && RoleChain::is_content(path.labels[i])) {
      return true;
    }
  }
  return false;
}

bool names_source(const Path& path) {
  return std::find(path.labels.begin(), path.labels.end(),
                   RoleChain::kSourceBegin) != path.labels.end();
}

}  // namespace

const Path& Proposer::best_path(std::span<const Scores> scores, ItemRange cue) {
  return paths_.find(scores, cue,
                     [](int state) { return state != RoleChain::kO; });
}

const Path& Proposer::best_path_of_words(const Items& items,
                                         std::span<const Scores> scores,
                                         ItemRange cue) {
  scores_.assign(scores.begin(), scores.end());
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::int16_t& inside = scores_[i][RoleChain::kContentInside];
    if (!items[i].utterance) {
      inside = static_cast<std::int16_t>(inside - kOutsideMarks);
    }
  }
  const Path& best = best_path(scores_, cue);
  if (names_source(best) || !reports_words(items, best)) return best;
  best_ = best;
  const Path& named = paths_.find_again(scores_, cue, RoleChain::has_both);
  if (best_.score - named.score < kSpeakerBonus) best_.labels = named.labels;
  return best_;
}

Proposal Proposer::propose(const Items& items, const Candidate& cue) {
  const auto scores = roles_.score(items, cue.items);
  const Path& best = best_path(scores, cue.items);
  if (!reports_words(items, best)) return proposal_of(items, cue, best);
  return proposal_of(items, cue, best_path_of_words(items, scores, cue.items));
}

std::vector<Proposal> Proposer::find(Items& items, CueFinder::Care care) {
  std::vector<Proposal> proposals;
  const std::vector<Candidate> cues = cues_.find(items, care);
  if (cues.empty()) return proposals;
  roles_.begin(items);
  proposals.reserve(cues.size());
  for (const Candidate& cue : cues) proposals.push_back(propose(items, cue));
  return proposals;
}

}  // namespace stemma::quote
