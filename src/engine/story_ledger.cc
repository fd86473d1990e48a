#include "engine/story_ledger.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace stemma::engine {
namespace {

// Settling looks at all open stories, so the next time comes after so many
// reports, and after this share of what there is: the cost a report is flat.
constexpr std::uint64_t kFewest = 16;
constexpr std::uint64_t kShare = 8;

}  // namespace

bool StoryLedger::join(const std::string& report, story::StoryIndex story,
                       story::StoryIndex likely, std::uint64_t founding_hash) {
  if (story == reports_.size()) {
    reports_.emplace_back();
    founding_hashes_.push_back(founding_hash);
    first_of_.push_back(likely == story ? story : first_of_[likely]);
  }
  reports_[story].push_back(report);
  ++count_;
  return tell_({StoryEventKind::kJoin, report,
                hash_hex(founding_hashes_[first_of_[story]]), ""});
}

bool StoryLedger::is_due() const {
  return count_ - settled_at_ >= std::max(kFewest, settled_at_ / kShare);
}

// A story is merged if its first report went to the other one, split if what
// left it founds one; else the part moves.
StoryEventKind StoryLedger::kind_of(
    story::StoryIndex part, story::StoryIndex now,
    std::span<const story::StoryIndex> first_of) const {
  if (first_of[first_of_[part]] == now) return StoryEventKind::kMerge;
  return first_of_[now] == first_of_[part] ? StoryEventKind::kSplit
                                           : StoryEventKind::kMove;
}

bool StoryLedger::settled(std::span<const story::StoryIndex> first_of) {
  settled_at_ = count_;
  bool goes_on = true;
  for (story::StoryIndex part = 0; part < reports_.size(); ++part) {
    const story::StoryIndex now = first_of[part];
    if (now == first_of_[part]) continue;
    const StoryEventKind kind = kind_of(part, now, first_of);
    for (const std::string& report : reports_[part]) {
      goes_on = goes_on && tell_({kind, report, hash_hex(founding_hashes_[now]),
                                  hash_hex(founding_hashes_[first_of_[part]])});
    }
  }
  first_of_.assign(first_of.begin(), first_of.end());
  return goes_on;
}

}  // namespace stemma::engine
