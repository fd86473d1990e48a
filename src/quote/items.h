// Items: a frame as the learned labeller sees it, an utterance being one
// item.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/draft.h"
#include "quote/reading.h"
#include "quote/word_table.h"

namespace stemma::quote {

// Numbers by which items are compared; those of words are hashes.
struct Item {
  Range tokens;
  std::uint32_t word = 0;    // the folded word, or what a mark is
  std::uint32_t stem = 0;    // the stem
  std::uint32_t shape = 0;   // case, kind and word classes
  std::uint32_t suffix = 0;  // the last three bytes
  std::uint32_t tag = 0;     // function word, mark, or class of the word
  std::uint32_t rough = 0;   // the same with fewer classes
  Mark mark = Mark::kNone;
  std::uint8_t cue_use = 0;  // WordEntry::cue
  bool utterance = false;
  bool may_be_cue = false;   // a word that cues are made around
  bool cue = false;          // begins a cue that the first chain found
  bool clause_word = false;  // a clause begins here
  bool complementizer = false;
  // The nearest mark or clause word before and after: kind and distance.
  std::uint8_t mark_left = 0;
  std::uint8_t mark_right = 0;
  // Steps to the nearest utterance, 0 if a stop is nearer or none is near.
  std::uint8_t utterance_left = 0;
  std::uint8_t utterance_right = 0;
  std::uint8_t clauses_before = 0;  // commas and clause words since the begin
};

// The items of a frame, at most kMaxItems of them, with kPad empty ones on
// either side, so that neighbours can always be asked for.
inline constexpr std::uint32_t kMaxItems = 400;
class Items {
 public:
  static constexpr std::size_t kPad = 3;

  Items() = default;
  Items(const Reading& reading, Range frame, const WordTable& words) {
    assign(reading, frame, words);
  }

  // Takes the items of another frame.
  void assign(const Reading& reading, Range frame, const WordTable& words);

  std::uint32_t size() const {
    return static_cast<std::uint32_t>(padded_.size() - 2 * kPad);
  }
  // REQUIRES: i < size() + kPad, and >= -kPad as a signed number.
  const Item& operator[](std::size_t i) const { return padded_[i + kPad]; }
  Item& operator[](std::size_t i) { return padded_[i + kPad]; }

 private:
  void note_surroundings();
  std::vector<Item> padded_;
};

// A stretch of items, [first, last), that is a cue.
using ItemRange = Range;

// 0 to 9: how far, in ever longer steps.
inline std::uint32_t distance_class(std::uint32_t distance) {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 25 ? 8 : 9;
}

}  // namespace stemma::quote
