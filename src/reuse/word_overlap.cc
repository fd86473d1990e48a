#include "reuse/word_overlap.h"

namespace stemma::reuse {

double dice(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0
             ? 0
             : 2.0 * static_cast<double>(common) / static_cast<double>(a + b);
}

std::size_t words_in_common(const std::vector<std::uint64_t>& a,
                            const std::vector<std::uint64_t>& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++common;
      ++x;
      ++y;
    }
  }
  return common;
}

}  // namespace stemma::reuse
