#include "quote/features.h"

namespace stemma::quote {

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

void RoleFeatures::begin(const Items& items, ItemRange cue) {
  items_ = &items;
  cue_ = cue;
  between_.resize(items.size());
  const Item* head = &items[cue_.first];
  for (std::uint32_t i = cue_.first; i < cue_.last; ++i) {
    const std::uint8_t use = items[i].cue_use;
    if (use != kUnseenWord && use >= head->cue_use) head = &items[i];
  }
  stem_ = head->stem;
  tag_ = head->tag;
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

}  // namespace stemma::quote
