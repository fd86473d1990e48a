#include "base/hash.h"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace stemma {

std::uint64_t hash_bytes(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::uint64_t hash_combine(std::uint64_t first, std::uint64_t second) {
  // The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over a sum that
  // is not symmetric in its two sides.
  std::uint64_t mixed = first * 0x9E3779B97F4A7C15U + second;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::int64_t spark_hash(std::string_view bytes) {
  constexpr XXH64_hash_t kSeed = 42;
  return static_cast<std::int64_t>(XXH64(bytes.data(), bytes.size(), kSeed));
}

std::string hash_hex(std::uint64_t hash) {
  return fmt::format("{:016x}", hash);
}

}  // namespace stemma
