#include "base/sort_hashes.h"

#include <algorithm>
#include <array>

#include "stemma/error.h"

namespace stemma {
namespace {

constexpr std::size_t kMost = 1024;
constexpr std::size_t kBuckets = 256;

void insertion_sort(std::span<std::uint32_t> hashes) {
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    const std::uint32_t hash = hashes[i];
    std::size_t to = i;
    for (; to > 0 && hashes[to - 1] > hash; --to) hashes[to] = hashes[to - 1];
    hashes[to] = hash;
  }
}

}  // namespace

void sort_hashes(std::span<std::uint32_t> hashes, std::uint32_t greatest) {
  if (hashes.size() > kMost) {
    std::sort(hashes.begin(), hashes.end());
    return;
  }
  const std::uint64_t scale =
      (std::uint64_t{kBuckets} << 32U) / (std::uint64_t{greatest} + 1);
  const auto bucket = [scale](std::uint32_t hash) {
    return static_cast<std::size_t>(hash * scale >> 32U);
  };
  std::array<std::uint16_t, kBuckets> ends{};
  for (const std::uint32_t hash : hashes) {
    STEMMA_ASSERT(bucket(hash) < kBuckets);
    ++ends[bucket(hash)];
  }
  std::uint16_t end = 0;
  for (std::uint16_t& each : ends) {
    end = static_cast<std::uint16_t>(end + each);
    each = end;
  }
  std::array<std::uint32_t, kMost> placed;
  for (const std::uint32_t hash : hashes) placed[--ends[bucket(hash)]] = hash;
  const std::span sorted = std::span(placed).first(hashes.size());
  insertion_sort(sorted);
  std::copy(sorted.begin(), sorted.end(), hashes.begin());
}

}  // namespace stemma
