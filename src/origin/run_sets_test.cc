#include "origin/run_sets.h"

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// A text of one sentence; each letter a content word.
Narration text_of(const std::string& letters) {
  Narration narration;
  for (const char letter : letters) {
    narration.body.push_back({.stem = static_cast<std::uint64_t>(letter),
                              .content = true,
                              .starts_run = narration.body.empty()});
  }
  return narration;
}

// The second text has x for d. What it has of its own is numbered where it
// stands, so that the end that the third has not is one stretch of it, x and
// all, and two pairs of it at another place are a second one.
TEST(TextSetsTest, WhatIsCutOutIsOneStretch) {
  const Narration whole = text_of("abcdefgh");
  const Narration changed = text_of("abcxefgh");
  const Narration cut = text_of("bcde");
  const TextSets sets = make_text_sets(std::vector{&whole, &changed, &cut});
  EXPECT_EQ(sets.pairs, 9U);  // seven, and cx and xe
  const BitSet& parent = sets.of_text[1];
  const BitSet lost = parent - sets.of_text[2];
  EXPECT_EQ(lost.count(), 6U);  // ab cx xe ef fg gh
  EXPECT_EQ(stretches(lost, parent & sets.of_text[2]), 2U);
}

}  // namespace
}  // namespace stemma::origin
