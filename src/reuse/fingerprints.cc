#include "reuse/fingerprints.h"

#include <algorithm>
#include <cstddef>

namespace stemma::reuse {
namespace {

constexpr std::size_t kReach = 3;
constexpr std::size_t kRun = 6;
constexpr std::size_t kWindow = 8;
constexpr std::uint64_t kNoHash = 0xFFFFFFFFFFFFFFFFU;
// The polynomial of a run, and what the word before it has in there.
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kBeforeRun =
    kBase * kBase * kBase * kBase * kBase * kBase;
static_assert(kRun == 6);
// Words of more than an eighth of all reports make no pair with one another,
// if that is more than so many.
constexpr std::uint32_t kCommon = 24;

// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

// In how many reports a word is. A pair says something if the product of both
// is neither 0 nor 4.
using Spread = std::uint8_t;
constexpr Spread kAlone = 0;
constexpr Spread kSome = 1;
constexpr Spread kEverywhere = 2;

// Without branches on the words: which pair is kept follows no pattern that a
// processor could learn.
template <typename SpreadOf>
void append_pairs(std::span<const Term> terms, const SpreadOf& spread_of,
                  std::vector<Fingerprint>& out) {
  std::vector<Spread> spreads(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    spreads[i] = spread_of(terms[i]);
  }
  std::size_t size = out.size();
  out.resize(size + kReach * terms.size());
  for (std::size_t i = 1; i < terms.size(); ++i) {
    const std::size_t reach = std::min(kReach, i);
    for (std::size_t k = 1; k <= reach; ++k) {
      const std::uint64_t low = std::min(terms[i], terms[i - k]);
      const std::uint64_t high = std::max(terms[i], terms[i - k]);
      out[size] = mix(low << 32U | high) & ~std::uint64_t{1};
      const unsigned both = spreads[i] * spreads[i - k];
      const bool kept = both == kSome * kSome || both == kSome * kEverywhere;
      size += static_cast<std::size_t>(kept && low != high);
    }
  }
  out.resize(size);
}

void append_runs(std::span<const Term> terms, std::vector<Fingerprint>& out) {
  if (terms.size() < kRun) return;
  const std::size_t runs = terms.size() - kRun + 1;
  const std::size_t width = std::min(kWindow, runs);
  // A polynomial of the words, rolled from run to run.
  std::uint64_t rolled = 0;
  for (std::size_t k = 0; k + 1 < kRun; ++k) rolled = rolled * kBase + terms[k];
  std::uint64_t window[kWindow] = {};
  std::uint64_t least = kNoHash;
  std::uint64_t last = 0;
  std::size_t least_at = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    rolled = rolled * kBase + terms[i + kRun - 1];
    if (i > 0) rolled -= terms[i - 1] * kBeforeRun;
    window[i % kWindow] = mix(rolled) | 1U;
    if (i >= least_at + width) least = kNoHash;  // left the window
    for (std::size_t j = least == kNoHash ? i + 1 - std::min(width, i + 1) : i;
         j <= i; ++j) {
      if (window[j % kWindow] > least) continue;
      least = window[j % kWindow];
      least_at = j;
    }
    if (i + 1 < width || least == last) continue;
    out.push_back(least);
    last = least;
  }
}

}  // namespace

void append_fingerprints(std::span<const Term> terms, const WordSpread& spread,
                         std::vector<Fingerprint>& out) {
  const std::uint32_t common = std::max(kCommon, spread.reports() / 8);
  const auto spread_of = [&](Term term) {
    const std::uint32_t reports = spread.of(term);
    return reports < 2 ? kAlone : reports > common ? kEverywhere : kSome;
  };
  append_pairs(terms, spread_of, out);
  append_runs(terms, out);
}

void append_all_fingerprints(std::span<const Term> terms,
                             std::vector<Fingerprint>& out) {
  append_pairs(
      terms, [](Term) { return kSome; }, out);
  append_runs(terms, out);
}

}  // namespace stemma::reuse
