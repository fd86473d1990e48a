// The alignment of two strings is a common subsequence of them, and as heavy as
// the whole table of weights says.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "reuse/align.h"

namespace {

using stemma::reuse::Weight;
using Words = std::vector<std::uint64_t>;

// The plain twin is quadratic.
constexpr std::size_t kLongest = 400;

// By the word, so that all occurrences weigh the same.
Weight weight_of(std::uint64_t word) {
  return 1 + static_cast<Weight>(word % 7);
}

std::size_t table_weight(const Words& a, const Words& b) {
  std::vector<std::size_t> above(b.size() + 1, 0);
  for (const std::uint64_t word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t old = above[j + 1];
      above[j + 1] =
          word == b[j] ? diagonal + weight_of(word) : std::max(old, above[j]);
      diagonal = old;
    }
  }
  return above[b.size()];
}

}  // namespace

// A byte 0 parts the two strings; every other byte is a word.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::uint8_t* end = data + std::min(size, kLongest);
  const std::uint8_t* border = std::find(data, end, std::uint8_t{0});
  const Words a(data, border);
  const Words b(border == end ? end : border + 1, end);
  std::vector<Weight> weights;
  for (const std::uint64_t word : a) weights.push_back(weight_of(word));
  const auto pairs = stemma::reuse::align_words(a, b, weights);
  std::size_t sum = 0;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (pairs[k].a >= a.size() || pairs[k].b >= b.size()) std::abort();
    if (a[pairs[k].a] != b[pairs[k].b]) std::abort();
    sum += weights[pairs[k].a];
    if (k == 0) continue;
    if (pairs[k - 1].a >= pairs[k].a || pairs[k - 1].b >= pairs[k].b) {
      std::abort();
    }
  }
  if (sum != table_weight(a, b)) std::abort();
  return 0;
}
