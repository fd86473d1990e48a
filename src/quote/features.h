// Features: what the two label chains look at, as numbers. A feature is a hash
// of its kind and of up to three numbers of the items around; the weights that
// it gives to the labels stand in a table (weights.h).
//
// Each function gives its features, always as many and in one order, to `sink`,
// a callable that takes a Feature: there they are weighed at once, without
// being stored.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "quote/items.h"

namespace stemma::quote {

using Feature = std::uint64_t;

inline Feature feature(std::uint32_t kind, std::uint32_t a, std::uint32_t b,
                       std::uint32_t c) {
  Feature x = kind * 0xD6E8FEB86659FD93ULL + a * 0x9E3779B97F4A7C15ULL +
              b * 0xC2B2AE3D27D4EB4FULL + c * 0x165667B19E3779F9ULL;
  x ^= x >> 32U;
  return x * 0xBF58476D1CE4E5B9ULL;
}

// Numbers features in the order in which they are added.
template <typename Sink>
class NumberedSink {
 public:
  NumberedSink(std::uint32_t kind, Sink& sink) : kind_(kind), sink_(sink) {}
  void operator()(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    sink_(feature(kind_++, a, b, c));
  }

  // The same if `kWanted`, else only counts.
  template <bool kWanted>
  void add_if(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    if constexpr (kWanted) sink_(feature(kind_, a, b, c));
    ++kind_;
  }

 private:
  std::uint32_t kind_;
  Sink& sink_;
};

inline constexpr std::uint32_t kFirstCueKind = 50;
inline constexpr std::uint32_t kCueKind = 100;
inline constexpr std::uint32_t kPlaceKind = 200;
inline constexpr std::uint32_t kRoleKind = 300;
inline constexpr std::uint32_t kJudgeKind = 400;
inline constexpr std::uint32_t kRightKind = 50;  // more to the right of the cue

// The few features that tell of most items that no cue begins with them.
template <typename Sink>
void first_cue_features(const Items& items, std::uint32_t at, Sink&& sink) {
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  NumberedSink add(kFirstCueKind, sink);
  add(0);
  add(i0.word);
  add(i0.stem);
  add(i0.shape, i0.tag);
  add(i0.suffix, a1.rough);
  add(i0.cue_use, a1.rough);
  add(i0.cue_use, b1.rough);
  add(i0.cue_use, a1.cue_use, b1.cue_use);
}

// What else tells whether an item belongs to a cue: its word, its neighbours,
// the utterances near by.
template <typename Sink>
void cue_features(const Items& items, std::uint32_t at, Sink&& sink) {
  const Item& a2 = items[at - 2UL];
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  const Item& b2 = items[at + 2UL];
  const Item& b3 = items[at + 3UL];
  NumberedSink add(kCueKind, sink);
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

enum class Side : std::uint8_t { kLeft, kRight };  // of the cue

// What an item on one side of any cue may be to it.
template <typename Sink>
void place_features(const Items& items, std::uint32_t at, Side side,
                    Sink&& sink) {
  const Item& a2 = items[at - 2UL];
  const Item& a1 = items[at - 1UL];
  const Item& i0 = items[at];
  const Item& b1 = items[at + 1UL];
  const Item& b2 = items[at + 2UL];
  NumberedSink add(side == Side::kLeft ? kPlaceKind : kPlaceKind + kRightKind,
                   sink);
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

// A cue that the first chain proposes.
struct Candidate {
  ItemRange items;
  float margin = 0;  // how much better it scored than no cue
};

// The features of an item to a cue by what they depend on: how far it is, what
// lies between, or the item itself. Neighbours often share the first two.
enum class RolePart : std::uint8_t { kAll, kDistance, kBetween, kItem };

// What items are to one cue: what lies between them and it.
class RoleFeatures {
 public:
  // Looks at another cue. `items` outlives the next calls of the others.
  void begin(const Items& items, ItemRange cue);

  Side side(std::uint32_t at) const {
    return at < cue_.first ? Side::kLeft : Side::kRight;
  }
  // REQUIRES: `at` is no item of the cue.
  template <RolePart kPart = RolePart::kAll, typename Sink>
  void of(std::uint32_t at, Sink&& sink) const;

  // Items of the same cue with equal keys have the same features of the part.
  // REQUIRES: as of().
  std::uint32_t distance_key(std::uint32_t at) const {
    return distance_to(at) << 2U | kind_key(at);
  }
  std::uint32_t between_key(std::uint32_t at) const {
    return between_[at] << 2U | kind_key(at);
  }

 private:
  // Bits of Between::id.
  static constexpr std::uint32_t kUtterancesAt = 8;
  static constexpr std::uint32_t kCuesAt = 10;

  struct Between {
    std::uint32_t commas = 0;
    std::uint32_t flags = 0;
    std::uint32_t utterances = 0;
    std::uint32_t cues = 0;
    void pass(const Item& item);
    std::uint32_t id() const;
  };

  std::uint32_t distance_to(std::uint32_t at) const {
    return distance_class(at < cue_.first ? cue_.first - at
                                          : at - cue_.last + 1);
  }
  std::uint32_t kind_key(std::uint32_t at) const {
    return (at < cue_.first ? 2U : 0U) | ((*items_)[at].utterance ? 1U : 0U);
  }

  const Items* items_ = nullptr;
  ItemRange cue_;
  std::uint32_t stem_ = 0;
  std::uint32_t tag_ = 0;
  std::uint32_t ending_ = 0;  // of the cue's first word
  std::uint32_t before_ = 0;  // the item before the cue
  std::uint32_t after_ = 0;
  std::uint32_t utterances_ = 0;        // how they stand about the cue
  std::vector<std::uint32_t> between_;  // by item
};

template <RolePart kPart, typename Sink>
void RoleFeatures::of(std::uint32_t at, Sink&& sink) const {
  constexpr bool kAll = kPart == RolePart::kAll;
  constexpr bool kFar = kAll || kPart == RolePart::kDistance;
  constexpr bool kPast = kAll || kPart == RolePart::kBetween;
  constexpr bool kOwn = kAll || kPart == RolePart::kItem;
  const Item& i0 = (*items_)[at];
  const Item& a1 = (*items_)[at - 1UL];
  const bool is_left = at < cue_.first;
  const std::uint32_t distance = distance_to(at);
  const std::uint32_t between = between_[at];
  NumberedSink add(is_left ? kRoleKind : kRoleKind + kRightKind, sink);
  add.template add_if<kFar>(distance);
  add.template add_if<kOwn>(distance, i0.word);
  add.template add_if<kOwn>(distance, i0.rough);
  add.template add_if<kFar>(distance, stem_);
  add.template add_if<kOwn>(stem_, i0.word);
  add.template add_if<kOwn>(stem_, i0.rough);
  add.template add_if<kOwn>(between, i0.rough);
  add.template add_if<kOwn>(between, a1.rough, i0.rough);
  add.template add_if<kOwn>(after_, i0.rough, distance);
  add.template add_if<kOwn>(before_, i0.rough, distance);
  add.template add_if<kPast>(after_, between);
  add.template add_if<kPast>(before_, between);
  add.template add_if<kFar>(after_, before_, distance);
  add.template add_if<kPast>(stem_, between);
  add.template add_if<kOwn>(between >> kUtterancesAt, i0.utterance, i0.rough);
  add.template add_if<kOwn>(tag_, i0.rough, distance);
  add.template add_if<kOwn>(utterances_, i0.rough, distance);
  add.template add_if<kPast>(utterances_, between);
  add.template add_if<kOwn>(at == 0                    ? 1
                            : at + 1 == items_->size() ? 2
                                                       : 0,
                            i0.rough);
  add.template add_if<kOwn>(between >> kCuesAt, a1.word, i0.rough);
  add.template add_if<kOwn>(distance, a1.rough);
  add.template add_if<kOwn>(ending_, i0.clauses_before, i0.rough);
  add.template add_if<kOwn>(ending_, between, i0.rough);
  add.template add_if<kPast>(utterances_ / 100, i0.utterance,
                             between >> kUtterancesAt);
  add.template add_if<kFar>(utterances_, i0.utterance, distance);
}

}  // namespace stemma::quote
