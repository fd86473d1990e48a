// Items: a frame as the learned labeller sees it, an utterance being one
// item; and the features of items.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/draft.h"
#include "quote/reading.h"

namespace stemma::quote {

struct Item {
  Range tokens;
  std::uint32_t word = 0;    // hash of the folded word, or what a mark is
  std::uint32_t stem = 0;    // hash of the stem
  std::uint32_t shape = 0;   // hash of case, kind and word classes
  std::uint32_t suffix = 0;  // hash of the last three bytes
  Mark mark = Mark::kNone;
  bool utterance = false;
  bool cue_word = false;     // begins a cue of the lexicon that is mostly one
  bool clause_word = false;  // a clause begins here
  bool complementizer = false;
};

// The items of a frame, at most kMaxItems of them.
inline constexpr std::uint32_t kMaxItems = 400;
std::vector<Item> make_items(const Reading& reading, Range frame);

// A stretch of items, [first, last), that is a cue.
using ItemRange = Range;

// What an item is to a cue.
enum Role : std::uint8_t {
  kOutside,
  kSourceBegin,
  kSourceInside,
  kContentBegin,
  kContentInside,
};
inline constexpr std::size_t kRoles = 5;

// What an item is when cues are looked for.
enum CueLabel : std::uint8_t { kNoCue, kCueBegin, kCueInside };
inline constexpr std::size_t kCueLabels = 3;

// Features of one item: those of its label, and those that are to be joined
// with the label before it.
struct Features {
  std::vector<std::uint32_t> label;
  std::vector<std::uint32_t> step;
};

// A step feature joined with the label before, which is less than 8: those of
// one feature differ in the last three bits only.
std::uint32_t step_feature(std::uint32_t feature, std::size_t label_before);

// What cues are recognised by: word, stem, neighbours, utterances near by.
void cue_features(const std::vector<Item>& items, std::uint32_t at,
                  Features& out);

// Those of cue_features that the word of the item alone gives.
void cue_word_features(const Item& item, Features& out);

// What lies between a cue and each item; made once a cue.
class RoleFeatures {
 public:
  RoleFeatures(const std::vector<Item>& items, ItemRange cue);
  void of(std::uint32_t at, Features& out) const;

 private:
  struct Between {
    std::uint32_t commas = 0;
    std::uint32_t flags = 0;
    std::uint32_t utterances = 0;
    std::uint32_t cues = 0;
    std::uint32_t id() const;
  };
  void pass(const Item& item, Between& between) const;
  std::uint32_t shape(std::int64_t at) const;
  std::uint32_t word(std::int64_t at) const;
  std::uint32_t next_mark(std::uint32_t at) const;
  std::uint32_t previous_mark(std::uint32_t at) const;

  const std::vector<Item>& items_;
  ItemRange cue_;
  std::uint32_t cue_stem_ = 0;
  std::uint32_t after_cue_ = 0;
  std::uint32_t before_cue_ = 0;
  std::vector<std::uint32_t> between_;  // by item
  std::vector<std::uint32_t> utterances_between_;
  std::vector<std::uint32_t> cues_between_;
};

}  // namespace stemma::quote
