#include "reuse/word_overlap.h"

namespace stemma::reuse {

double dice(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0
             ? 0
             : 2.0 * static_cast<double>(common) / static_cast<double>(a + b);
}

}  // namespace stemma::reuse
