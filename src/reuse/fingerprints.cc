#include "reuse/fingerprints.h"

#include <algorithm>
#include <cstddef>

namespace stemma::reuse {
namespace {

constexpr std::size_t kReach = 3;
constexpr std::size_t kRun = 6;
constexpr std::size_t kWindow = 8;
// Words of more than an eighth of all reports make no pair with one another,
// if that is more than so many.
constexpr std::uint32_t kCommon = 24;

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

enum class Spread : std::uint8_t { kAlone, kSome, kEverywhere };

template <typename SpreadOf>
void append_pairs(std::span<const Term> terms, const SpreadOf& spread_of,
                  std::vector<Fingerprint>& out) {
  // The spread of this word and of the kReach before it, by position.
  Spread before[kReach + 1] = {};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Spread here = before[i % (kReach + 1)] = spread_of(terms[i]);
    if (here == Spread::kAlone) continue;
    for (std::size_t k = 1; k <= std::min(kReach, i); ++k) {
      const Spread there = before[(i - k) % (kReach + 1)];
      if (there == Spread::kAlone || terms[i] == terms[i - k]) continue;
      if (here == Spread::kEverywhere && there == here) continue;
      const auto [low, high] = std::minmax(terms[i], terms[i - k]);
      out.push_back(mix(std::uint64_t{low} << 32U | high) & ~std::uint64_t{1});
    }
  }
}

void append_runs(std::span<const Term> terms, std::vector<Fingerprint>& out) {
  if (terms.size() < kRun) return;
  const std::size_t runs = terms.size() - kRun + 1;
  std::uint64_t window[kWindow] = {};
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    std::uint64_t hash = kRun;
    for (std::size_t k = 0; k < kRun; ++k) hash = mix(hash + terms[i + k]);
    window[i % kWindow] = hash | 1U;
    if (i + 1 < std::min(kWindow, runs)) continue;
    const std::uint64_t least =
        *std::min_element(window, window + std::min(kWindow, runs));
    if (least != last) out.push_back(least);
    last = least;
  }
}

}  // namespace

void append_fingerprints(std::span<const Term> terms, const WordSpread& spread,
                         std::vector<Fingerprint>& out) {
  const std::uint32_t common = std::max(kCommon, spread.reports() / 8);
  const auto spread_of = [&](Term term) {
    const std::uint32_t reports = spread.of(term);
    return reports < 2        ? Spread::kAlone
           : reports > common ? Spread::kEverywhere
                              : Spread::kSome;
  };
  append_pairs(terms, spread_of, out);
  append_runs(terms, out);
}

void append_all_fingerprints(std::span<const Term> terms,
                             std::vector<Fingerprint>& out) {
  append_pairs(
      terms, [](Term) { return Spread::kSome; }, out);
  append_runs(terms, out);
}

}  // namespace stemma::reuse
