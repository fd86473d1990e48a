// Features: what the two label chains look at, as numbers. A feature is a hash
// of its kind and of up to three numbers of the items around; the weights that
// it gives to the labels stand in a table (weights.h).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "quote/items.h"

namespace stemma::quote {

using Feature = std::uint64_t;

inline constexpr std::size_t kFirstCueFeatures = 8;
inline constexpr std::size_t kCueFeatures = 28;
inline constexpr std::size_t kPlaceFeatures = 19;
inline constexpr std::size_t kRoleFeatures = 25;
inline constexpr std::size_t kAcceptFeatures = 16;

// The few features that tell of most items that no cue begins with them.
void first_cue_features(const Items& items, std::uint32_t at,
                        std::array<Feature, kFirstCueFeatures>& out);

// What else tells whether an item belongs to a cue: its word, its neighbours,
// the utterances near by.
void cue_features(const Items& items, std::uint32_t at,
                  std::array<Feature, kCueFeatures>& out);

enum class Side : std::uint8_t { kLeft, kRight };  // of the cue

// What an item on one side of any cue may be to it.
void place_features(const Items& items, std::uint32_t at, Side side,
                    std::array<Feature, kPlaceFeatures>& out);

// A cue that the first chain proposes.
struct Candidate {
  ItemRange items;
  float margin = 0;  // how much better it scored than no cue
};

// What items are to one cue: what lies between them and it.
class RoleFeatures {
 public:
  // Looks at another cue. `items` outlives the next calls of the others.
  void begin(const Items& items, const Candidate& cue);

  Side side(std::uint32_t at) const {
    return at < cue_.first ? Side::kLeft : Side::kRight;
  }
  // REQUIRES: `at` is no item of the cue.
  void of(std::uint32_t at, std::array<Feature, kRoleFeatures>& out) const;

  // Whether the candidate is a cue at all.
  void accept(std::array<Feature, kAcceptFeatures>& out) const;

 private:
  struct Between {
    std::uint32_t commas = 0;
    std::uint32_t flags = 0;
    std::uint32_t utterances = 0;
    std::uint32_t cues = 0;
    void pass(const Item& item);
    std::uint32_t id() const;
  };

  const Items* items_ = nullptr;
  ItemRange cue_;
  float margin_ = 0;
  std::uint32_t stem_ = 0;
  std::uint32_t tag_ = 0;
  std::uint32_t word_ = 0;
  std::uint32_t use_ = 0;
  std::uint32_t ending_ = 0;  // of the cue's first word
  std::uint32_t before_ = 0;  // the item before the cue
  std::uint32_t after_ = 0;
  std::uint32_t utterances_ = 0;        // how they stand about the cue
  std::vector<std::uint32_t> between_;  // by item
};

}  // namespace stemma::quote
