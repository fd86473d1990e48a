#include "quote/features.h"

#include <algorithm>

namespace stemma::quote {
namespace {

Feature feature(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0,
                std::uint32_t c = 0) {
  Feature x = kind * 0xD6E8FEB86659FD93ULL + a * 0x9E3779B97F4A7C15ULL +
              b * 0xC2B2AE3D27D4EB4FULL + c * 0x165667B19E3779F9ULL;
  x ^= x >> 32U;
  return x * 0xBF58476D1CE4E5B9ULL;
}

// Numbers features in the order in which they are added.
template <std::size_t kCount>
class Adder {
 public:
  Adder(std::uint32_t kind, std::array<Feature, kCount>& out)
      : kind_(kind), out_(out) {}
  void operator()(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    out_[count_] = feature(kind_ + static_cast<std::uint32_t>(count_), a, b, c);
    ++count_;
  }

 private:
  std::uint32_t kind_;
  std::array<Feature, kCount>& out_;
  std::size_t count_ = 0;
};

constexpr std::uint32_t kFirstCueKind = 50;
constexpr std::uint32_t kCueKind = 100;
constexpr std::uint32_t kPlaceKind = 200;  // and 250 to the right of the cue
constexpr std::uint32_t kRoleKind = 300;   // and 350
constexpr std::uint32_t kAcceptKind = 400;
constexpr std::uint32_t kRightKind = 50;

// Bits of Between::id.
constexpr std::uint32_t kUtterancesAt = 8;
constexpr std::uint32_t kCuesAt = 10;

std::uint32_t margin_class(float margin) {
  return static_cast<std::uint32_t>(
      std::clamp(static_cast<int>(margin * 2 + 8), 0, 24));
}

}  // namespace

void first_cue_features(const Items& items, std::uint32_t at,
                        std::array<Feature, kFirstCueFeatures>& out) {
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  Adder add(kFirstCueKind, out);
  add(0);
  add(i0.word);
  add(i0.stem);
  add(i0.shape, i0.tag);
  add(i0.suffix, a1.rough);
  add(i0.cue_use, a1.rough);
  add(i0.cue_use, b1.rough);
  add(i0.cue_use, a1.cue_use, b1.cue_use);
}

void cue_features(const Items& items, std::uint32_t at,
                  std::array<Feature, kCueFeatures>& out) {
  const Item& a2 = items[at - 2UL];
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  const Item& b2 = items[at + 2UL];
  const Item& b3 = items[at + 3UL];
  Adder add(kCueKind, out);
  add(a1.word);
  add(b1.word);
  add(a2.word);
  add(b2.word);
  add(a1.word, i0.word);
  add(i0.word, b1.word);
  add(a1.word, b1.word, i0.rough);
  add(a1.shape, i0.shape, b1.shape);
  add(a1.rough, i0.rough, b1.rough);
  add(a2.rough, a1.rough, i0.cue_use);
  add(b1.rough, b2.rough, i0.cue_use);
  add(b1.rough, b2.rough, b3.rough);
  add(i0.suffix, a1.word);
  add(i0.suffix, b1.word);
  add(i0.stem, a1.rough);
  add(i0.stem, b1.rough);
  add(i0.stem, b1.stem);
  add(a1.stem, i0.stem);
  add(i0.stem, i0.utterance_left);
  add(i0.stem, i0.utterance_right);
  add(i0.utterance_left, i0.utterance_right, i0.cue_use);
  add(a1.word, i0.word, b1.word);
  add(i0.tag, a1.tag);
  add(i0.tag, b1.tag);
  add(i0.mark_left, i0.cue_use, i0.rough);
  add(i0.mark_right, i0.cue_use, i0.rough);
  add(i0.stem, b1.rough, b2.rough);
  add(i0.stem, a2.rough, a1.rough);
}

void place_features(const Items& items, std::uint32_t at, Side side,
                    std::array<Feature, kPlaceFeatures>& out) {
  const Item& a2 = items[at - 2UL];
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  const Item& b2 = items[at + 2UL];
  Adder add(side == Side::kLeft ? kPlaceKind : kPlaceKind + kRightKind, out);
  add(0);
  add(i0.word);
  add(i0.shape);
  add(a1.rough, i0.rough);
  add(i0.rough, b1.rough);
  add(a1.rough, i0.rough, b1.rough);
  add(a1.word, i0.word);
  add(i0.word, b1.word);
  add(a1.word, i0.rough);
  add(i0.rough, b1.word);
  add(i0.mark_right, i0.rough);
  add(i0.mark_left, i0.rough);
  add(a1.tag, i0.tag);
  add(i0.tag, b1.tag);
  add(i0.suffix, a1.rough);
  add(a2.rough, a1.rough, i0.rough);
  add(i0.rough, b1.rough, b2.rough);
  add(i0.mark_left, i0.mark_right, i0.utterance);
  add(i0.clauses_before, i0.rough);
}

std::uint32_t RoleFeatures::Between::id() const {
  return std::min(commas, 3U) | flags << 2U |
         std::min(utterances, 2U) << kUtterancesAt |
         std::min(cues, 2U) << kCuesAt;
}

void RoleFeatures::Between::pass(const Item& item) {
  commas += item.mark == Mark::kComma;
  utterances += item.utterance;
  cues += item.cue;
  flags |= (item.mark == Mark::kStop ? 1U : 0U) |
           (item.mark == Mark::kColon ? 2U : 0U) |
           (item.mark == Mark::kDash ? 4U : 0U) |
           (item.mark == Mark::kSemicolon ? 8U : 0U) |
           (item.clause_word ? 16U : 0U) | (item.complementizer ? 32U : 0U);
}

void RoleFeatures::begin(const Items& items, const Candidate& cue) {
  items_ = &items;
  cue_ = cue.items;
  margin_ = cue.margin;
  between_.resize(items.size());
  const Item* head = &items[cue_.first];
  for (std::uint32_t i = cue_.first; i < cue_.last; ++i) {
    const std::uint8_t use = items[i].cue_use;
    if (use != kUnseenWord && use >= head->cue_use) head = &items[i];
  }
  stem_ = head->stem;
  tag_ = head->tag;
  word_ = head->word;
  use_ = head->cue_use;
  ending_ = items[cue_.first].suffix;
  before_ = items[cue_.first - 1UL].rough;
  after_ = items[cue_.last].rough;
  Between between;
  for (std::uint32_t i = cue_.first; i > 0; --i) {
    between_[i - 1] = between.id();
    between.pass(items[i - 1UL]);
  }
  utterances_ = std::min(between.utterances, 2U);
  between = {};
  for (std::uint32_t i = cue_.last; i < items.size(); ++i) {
    between_[i] = between.id();
    between.pass(items[i]);
  }
  utterances_ = utterances_ * 3 + std::min(between.utterances, 2U);
  utterances_ = utterances_ * 100 + items[cue_.first].utterance_left * 10U +
                items[cue_.last - 1UL].utterance_right;
}

void RoleFeatures::of(std::uint32_t at,
                      std::array<Feature, kRoleFeatures>& out) const {
  const Item& i0 = (*items_)[at];
  const Item& a1 = (*items_)[at - 1UL];
  const bool is_left = at < cue_.first;
  const std::uint32_t distance =
      distance_class(is_left ? cue_.first - at : at - cue_.last + 1);
  const std::uint32_t between = between_[at];
  Adder add(is_left ? kRoleKind : kRoleKind + kRightKind, out);
  add(distance);
  add(distance, i0.word);
  add(distance, i0.rough);
  add(distance, stem_);
  add(stem_, i0.word);
  add(stem_, i0.rough);
  add(between, i0.rough);
  add(between, a1.rough, i0.rough);
  add(after_, i0.rough, distance);
  add(before_, i0.rough, distance);
  add(after_, between);
  add(before_, between);
  add(after_, before_, distance);
  add(stem_, between);
  add(between >> kUtterancesAt, i0.utterance, i0.rough);
  add(tag_, i0.rough, distance);
  add(utterances_, i0.rough, distance);
  add(utterances_, between);
  add(at == 0 ? 1 : at + 1 == items_->size() ? 2 : 0, i0.rough);
  add(between >> kCuesAt, a1.word, i0.rough);
  add(distance, a1.rough);
  add(ending_, i0.clauses_before, i0.rough);
  add(ending_, between, i0.rough);
  add(utterances_ / 100, i0.utterance, between >> kUtterancesAt);
  add(utterances_, i0.utterance, distance);
}

void RoleFeatures::accept(std::array<Feature, kAcceptFeatures>& out) const {
  const Items& items = *items_;
  const std::uint32_t margin = margin_class(margin_);
  const std::uint32_t rough_margin = margin / 3;
  const bool ends_colon =
      items.size() > 0 && items[items.size() - 1UL].mark == Mark::kColon;
  Adder add(kAcceptKind, out);
  add(0);
  add(margin);
  add(stem_);
  add(word_, rough_margin);
  add(use_, rough_margin);
  add(before_, rough_margin);
  add(after_, rough_margin);
  add(before_, after_);
  add(stem_, after_);
  add(stem_, before_);
  add(tag_, after_, before_);
  add(utterances_, rough_margin);
  add(utterances_, stem_);
  add(cue_.size(), rough_margin, ends_colon);
  add(after_, items[cue_.last + 1UL].rough);
  add(tag_, rough_margin);
}

}  // namespace stemma::quote
