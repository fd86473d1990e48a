#include "quote/judge.h"

#include <algorithm>
#include <cmath>

#include "quote/weights.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kRightSide = 10;  // distances to the right follow
constexpr std::uint32_t kNowhere = 30;    // a distance

// In `step`s, from 0 on.
std::uint32_t steps(float value, float step) {
  return static_cast<std::uint32_t>(
      std::clamp(static_cast<int>(std::floor(value / step)) + 12, 0, 40));
}

// 1 to 5: how likely the first chain held a cue.
std::uint32_t sureness(float margin) {
  static constexpr float kSteps[] = {-1, 0, 1, 3};
  return 1 + static_cast<std::uint32_t>(
                 std::count_if(std::begin(kSteps), std::end(kSteps),
                               [&](float step) { return margin > step; }));
}

bool meet(ItemRange a, ItemRange b) {
  return a.first < b.last && b.first < a.last;
}

// The word that a cue is made around.
const Item& head_of(const Items& items, ItemRange cue) {
  const Item* head = &items[cue.first];
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    const std::uint8_t use = items[i].cue_use;
    if (use != kUnseenWord && use >= head->cue_use) head = &items[i];
  }
  return *head;
}

// How far `range` is from the cue, and on which side.
std::uint32_t place_of(ItemRange cue, ItemRange range) {
  if (range.empty()) return kNowhere;
  if (range.first >= cue.last) {
    return kRightSide + distance_class(range.first - cue.last);
  }
  return distance_class(cue.first - std::min(cue.first, range.last));
}

// What other proposals say of one, by how sure their cues are; 0: none.
struct Rivals {
  std::uint32_t holder = 0;  // reports the cue
  std::uint32_t holder_stem = 0;
  std::uint32_t held = 0;  // its cue is reported
  std::uint32_t twin = 0;  // reports some of the same
  std::uint32_t left = 0;  // the nearest cues, with their distance
  std::uint32_t right = 0;
};

Rivals rivals_of(const Items& items, std::span<const Proposal> all,
                 std::size_t which) {
  Rivals rivals;
  const Proposal& own = all[which];
  const ItemRange cue = own.cue.items;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (k == which) continue;
    const Proposal& other = all[k];
    const std::uint32_t sure = sureness(other.cue.margin);
    if (meet(other.content, cue)) {
      if (sure <= rivals.holder) continue;
      rivals.holder = sure;
      rivals.holder_stem = head_of(items, other.cue.items).stem;
    } else if (meet(own.content, other.cue.items)) {
      rivals.held = std::max(rivals.held, sure);
    } else if (meet(own.content, other.content)) {
      rivals.twin = std::max(rivals.twin, sure);
    }
  }
  const auto near = [&](const Proposal& other) {
    return sureness(other.cue.margin) * 2 * kRightSide +
           place_of(cue, other.cue.items);
  };
  if (which > 0) rivals.left = near(all[which - 1]);
  if (which + 1 < all.size()) rivals.right = near(all[which + 1]);
  return rivals;
}

// Numbers the features of a proposal in the order in which they are added.
class Judgement {
 public:
  Judgement(const Items& items, const Proposal& own,
            std::array<Feature, kJudgeFeatures>& out)
      : items_(items),
        own_(own),
        cue_(own.cue.items),
        head_(head_of(items, cue_)),
        before_(items[cue_.first - 1UL]),
        after_(items[cue_.last]),
        opening_(own.pieces > 0 ? items[own.content.first] : none_),
        margin_(steps(own.cue.margin, 0.5F)),
        source_place_(place_of(cue_, own.source)),
        content_place_(place_of(cue_, own.content)),
        size_(static_cast<std::uint32_t>(
            std::log2(static_cast<float>(own.tokens + 1)) * 2)),
        out_(out) {
    if (own.source.empty()) return;
    const Item& last = items[own.source.last - 1UL];
    source_kind_ = own.source.size() == 1 ? last.tag : last.rough;
  }

  void add_scores() {
    const std::uint32_t path =
        steps(static_cast<float>(own_.path) * kWeightUnit, 0.7F);
    add(0);
    add(margin_);
    add(path);
    add(margin_ / 2, path / 2);
    add(margin_ / 2, size_);
    add(path / 2, size_);
  }

  void add_cue() {
    const Item& before2 = items_[cue_.first - 2UL];
    const Item& after2 = items_[cue_.last + 1UL];
    std::uint32_t whole = cue_.size();
    for (std::uint32_t i = cue_.first; i < cue_.last; ++i) {
      whole = whole * 0x9E3779B1U + items_[i].word;
    }
    add(whole);
    add(head_.word);
    add(head_.stem);
    add(head_.tag);
    add(head_.cue_use, margin_ / 3);
    add(head_.suffix);
    add(cue_.size(), items_[cue_.first].tag);
    add(items_[cue_.first].word, items_[cue_.last - 1UL].word);
    add(before_.word);
    add(before_.rough, after_.rough);
    add(before2.word, before_.word);
    add(before2.rough, before_.rough);
    add(after_.word);
    add(after_.word, after2.word);
    add(after_.rough, after2.rough);
    add(head_.stem, before_.word);
    add(head_.stem, after_.word);
    add(head_.stem, before_.rough);
    add(head_.stem, after_.rough);
    add(head_.rough, before_.rough, after_.rough);
    add(head_.tag, before_.rough);
    add(head_.tag, after_.rough);
  }

  void add_source() {
    const bool named = !own_.source.empty();
    const Item& first = named ? items_[own_.source.first] : none_;
    const Item& last = named ? items_[own_.source.last - 1UL] : none_;
    const Item& before = named ? items_[own_.source.first - 1UL] : none_;
    const std::uint32_t size = std::min(own_.source.size(), 6U);
    add(source_kind_);
    add(first.word);
    add(last.word);
    add(last.tag);
    add(first.rough, last.rough, size);
    add(head_.stem, source_kind_);
    add(head_.tag, source_kind_);
    add(source_place_);
    add(source_place_, head_.tag);
    add(source_place_, source_kind_);
    add(size, source_place_);
    add(before.rough, source_place_);
    add(before.word);
    add(source_place_, before_.rough);
  }

  void add_opening() {
    const Item& second =
        own_.content.size() > 1 ? items_[own_.content.first + 1UL] : none_;
    add(opening_.word);
    add(opening_.rough);
    add(opening_.word, second.word);
    add(opening_.rough, second.rough);
    add(head_.stem, opening_.rough);
    add(head_.stem, opening_.word);
    add(head_.tag, opening_.rough);
    add(head_.tag, opening_.tag);
    add(opening_.rough, source_kind_);
    add(head_.rough, opening_.rough, source_kind_);
  }

  void add_content() {
    const bool any = own_.pieces > 0;
    const Item& last = any ? items_[own_.content.last - 1UL] : none_;
    const Item& next = any ? items_[own_.content.last] : none_;
    const bool is_left = any && own_.content.first < cue_.first;
    const std::uint32_t shape = std::min(own_.pieces, 3U) * 4 +
                                (is_left ? 1U : 0U) +
                                (own_.content.last == items_.size() ? 2U : 0U);
    std::uint32_t spoken = 0;
    std::uint32_t clauses = 0;
    for (std::uint32_t i = own_.content.first; i < own_.content.last; ++i) {
      if (items_[i].utterance) spoken = 1;
      if (items_[i].clause_word && clauses < 3) ++clauses;
    }
    add(next.word);
    add(next.rough, last.rough);
    add(last.rough, shape);
    add(content_place_);
    add(content_place_, head_.tag);
    add(content_place_, opening_.rough);
    add(content_place_, source_place_);
    add(content_place_, source_place_, head_.rough);
    add(size_, shape);
    add(size_, head_.tag);
    add(size_, content_place_);
    add(shape, spoken, clauses);
    add(spoken, head_.tag);
  }

  void add_rivals(const Rivals& rivals, std::size_t proposals) {
    add(rivals.holder, rivals.held, rivals.twin);
    add(rivals.holder, rivals.holder_stem);
    add(rivals.holder, head_.stem);
    add(rivals.holder, margin_ / 2);
    add(rivals.held, margin_ / 2, size_);
    add(rivals.twin, margin_ / 2);
    add(rivals.left, margin_ / 3);
    add(rivals.right, margin_ / 3);
    add(static_cast<std::uint32_t>(std::min<std::size_t>(proposals, 12)),
        margin_ / 3);
  }

 private:
  void add(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    const auto kind = kJudgeKind + static_cast<std::uint32_t>(count_);
    out_[count_++] = feature(kind, a, b, c);
  }

  const Item none_;
  const Items& items_;
  const Proposal& own_;
  const ItemRange cue_;
  const Item& head_;
  const Item& before_;   // the cue
  const Item& after_;    // the cue
  const Item& opening_;  // of the content
  std::uint32_t margin_;
  std::uint32_t source_kind_ = 0;
  std::uint32_t source_place_;
  std::uint32_t content_place_;
  std::uint32_t size_;  // of the content, in steps
  std::size_t count_ = 0;
  std::array<Feature, kJudgeFeatures>& out_;
};

}  // namespace

Proposal proposal_of(const Items& items, const Candidate& cue,
                     const Path& path) {
  Proposal one{cue, path.score, {}, {}, 0, 0, path.labels};
  for (std::uint32_t i = 0; i < path.labels.size(); ++i) {
    const std::uint8_t label = path.labels[i];
    if (label == RoleChain::kSourceBegin) one.source = {i, i + 1};
    if (label == RoleChain::kSourceInside) one.source.last = i + 1;
    if (!RoleChain::is_content(label)) continue;
    if (one.pieces == 0) one.content.first = i;
    if (label != RoleChain::kContentInside) ++one.pieces;
    one.content.last = i + 1;
    one.tokens += items[i].tokens.size();
  }
  return one;
}

void judge_features(const Items& items, std::span<const Proposal> all,
                    std::size_t which,
                    std::array<Feature, kJudgeFeatures>& out) {
  Judgement judgement(items, all[which], out);
  judgement.add_scores();
  judgement.add_cue();
  judgement.add_source();
  judgement.add_opening();
  judgement.add_content();
  judgement.add_rivals(rivals_of(items, all, which), all.size());
}

}  // namespace stemma::quote
