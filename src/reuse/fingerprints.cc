#include "reuse/fingerprints.h"

#include <algorithm>
#include <cstddef>

namespace stemma::reuse {
namespace {

constexpr std::size_t kReach = 3;
constexpr std::size_t kRun = 6;
constexpr std::size_t kWindow = 8;
// The polynomial of a run, and what the word before it has in there.
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kBeforeRun =
    kBase * kBase * kBase * kBase * kBase * kBase;
static_assert(kRun == 6);
// The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

// A word as it goes into its pairs.
struct Word {
  std::uint64_t hash = 0;
  Frequency frequency = Frequency::kOne;
};

// A hash of both words, whatever their order: the sum of two mixed hashes needs
// no more than one round of mixing.
Fingerprint pair_of(const Word& x, const Word& y) {
  std::uint64_t both = x.hash + y.hash;
  both = (both ^ (both >> 32U)) * 0x94D049BB133111EBU;
  return (both ^ (both >> 29U)) & ~std::uint64_t{1};
}

// Of words that other reports have too, one is not everywhere.
bool says_something(const Word& x, const Word& y) {
  // 1 of two that are in some reports, 2 of one that is in many.
  const unsigned both =
      static_cast<unsigned>(x.frequency) * static_cast<unsigned>(y.frequency);
  return (both - 1U < 2U) & (x.hash != y.hash);
}

// Without branches on the words: which pair is kept follows no pattern that a
// processor could learn.
template <typename FrequencyOf>
void append_pairs(std::span<const Term> terms, const FrequencyOf& frequency_of,
                  std::vector<Fingerprint>& out) {
  // Words that stand in no report stand before the first one.
  std::vector<Word> words(terms.size() + kReach);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    words[i + kReach] = {mix(terms[i]), frequency_of(terms[i])};
  }
  std::size_t size = out.size();
  out.resize(size + kReach * terms.size());
  for (std::size_t i = kReach; i < words.size(); ++i) {
    const Word& word = words[i];
    for (std::size_t k = 1; k <= kReach; ++k) {
      const Word& other = words[i - k];
      out[size] = pair_of(word, other);
      size += says_something(word, other) ? 1 : 0;
    }
  }
  out.resize(size);
}

// Each run's hash: a polynomial of its words, rolled from run to run.
std::vector<Fingerprint> hash_runs(std::span<const Term> terms) {
  std::vector<Fingerprint> runs(terms.size() - kRun + 1);
  std::uint64_t rolled = 0;
  for (std::size_t k = 0; k + 1 < kRun; ++k) rolled = rolled * kBase + terms[k];
  for (std::size_t i = 0; i < runs.size(); ++i) {
    rolled = rolled * kBase + terms[i + kRun - 1];
    if (i > 0) rolled -= terms[i - 1] * kBeforeRun;
    runs[i] = mix(rolled) | 1U;
  }
  return runs;
}

// Of each window of runs the least hash, once where it is that of several
// windows in a row.
void append_runs(std::span<const Term> terms, std::vector<Fingerprint>& out) {
  if (terms.size() < kRun) return;
  std::vector<Fingerprint> least = hash_runs(terms);
  // The least of 1, of 2, of 4, and of 8 from each run on.
  std::size_t windows = least.size();
  if (windows < kWindow) {
    out.push_back(*std::min_element(least.begin(), least.end()));
    return;
  }
  for (std::size_t step = 1; step < kWindow; step *= 2) {
    windows -= step;
    for (std::size_t i = 0; i < windows; ++i) {
      least[i] = std::min(least[i], least[i + step]);
    }
  }
  std::size_t size = out.size();
  out.resize(size + windows);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < windows; ++i) {
    out[size] = least[i];
    size += least[i] != last ? 1 : 0;
    last = least[i];
  }
  out.resize(size);
}

}  // namespace

void append_fingerprints(std::span<const Term> terms, const WordSpread& spread,
                         std::vector<Fingerprint>& out) {
  append_pairs(
      terms, [&](Term term) { return spread.frequency(term); }, out);
  append_runs(terms, out);
}

void append_all_fingerprints(std::span<const Term> terms,
                             std::vector<Fingerprint>& out) {
  append_pairs(
      terms, [](Term) { return Frequency::kSome; }, out);
  append_runs(terms, out);
}

}  // namespace stemma::reuse
