#include "origin/coverage.h"

#include <algorithm>

namespace stemma::origin {
namespace {

constexpr std::size_t kMaxGap = 2;        // words
constexpr std::uint32_t kMinStretch = 4;  // words shown as one

// Sets the flags of every run of `words` that is among `runs`. `flag_of`
// gives the flag of each word.
template <typename FlagOf>
void cover_runs(std::span<const BodyWord> words, std::size_t length,
                std::span<const std::uint64_t> runs, FlagOf flag_of,
                Coverage& coverage) {
  for_each_run(words, length, [&](std::size_t first, std::uint64_t hash) {
    if (!std::binary_search(runs.begin(), runs.end(), hash)) return;
    for (std::size_t i = first; i < first + length; ++i) {
      coverage[flag_of(i)] = true;
    }
  });
}

// For each word of the narration its place in the body.
std::vector<std::size_t> places_in_body(const Narration& narration) {
  std::vector<std::size_t> places;
  places.reserve(narration.words.size());
  for (std::size_t i = 0; i < narration.body.size(); ++i) {
    if (!narration.body[i].said) places.push_back(i);
  }
  return places;
}

void cover_aligned(const SentenceIndex& a, const SentenceIndex& b,
                   std::span<const std::size_t> places, Coverage& coverage) {
  for (const AlignedSentences& pair : b.align(a)) {
    const NarrationSentence& from = a.narration().sentences[pair.a];
    const NarrationSentence& to = b.narration().sentences[pair.b];
    std::vector<std::uint64_t> stems;
    for (std::uint32_t w = to.first_word; w < to.last_word; ++w) {
      stems.push_back(b.narration().words[w].stem);
    }
    std::sort(stems.begin(), stems.end());
    for (std::uint32_t w = from.first_word; w < from.last_word; ++w) {
      const std::uint64_t stem = a.narration().words[w].stem;
      if (std::binary_search(stems.begin(), stems.end(), stem)) {
        coverage[places[w]] = true;
      }
    }
  }
}

// Calls count(covered by a, covered by b) for each word of the narration.
template <typename Count>
void for_narration(const Narration& narration, const Coverage& a,
                   const Coverage& b, Count count) {
  for (std::size_t i = 0; i < narration.body.size(); ++i) {
    if (!narration.body[i].said) count(a[i], b[i]);
  }
}

}  // namespace

Coverage cover_words(const SentenceIndex& a, const SentenceIndex& b) {
  const Narration& own = a.narration();
  const Narration& other = b.narration();
  Coverage coverage(own.body.size(), false);
  const std::vector<std::size_t> places = places_in_body(own);
  cover_runs(
      own.body, kSaidRun, other.all_runs, [](std::size_t i) { return i; },
      coverage);
  cover_runs(
      own.words, kShortRun, other.short_runs,
      [&places](std::size_t i) { return places[i]; }, coverage);
  cover_aligned(a, b, places, coverage);
  return coverage;
}

Coverage unite(Coverage a, const Coverage& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (b[i]) a[i] = true;
  }
  return a;
}

double share_of_body(const Narration& narration, const Coverage& coverage) {
  const auto covered = std::count(coverage.begin(), coverage.end(), true);
  return narration.body.empty() ? 0
                                : static_cast<double>(covered) /
                                      static_cast<double>(coverage.size());
}

double share_of_narration(const Narration& narration,
                          const Coverage& coverage) {
  const std::uint32_t covered = count_both(narration, coverage, coverage);
  return narration.words.empty()
             ? 0
             : covered / static_cast<double>(narration.words.size());
}

std::uint32_t count_both(const Narration& narration, const Coverage& a,
                         const Coverage& b) {
  std::uint32_t words = 0;
  for_narration(narration, a, b,
                [&words](bool in_a, bool in_b) { words += in_a && in_b; });
  return words;
}

std::uint32_t count_only(const Narration& narration, const Coverage& a,
                         const Coverage& b) {
  std::uint32_t words = 0;
  for_narration(narration, a, b,
                [&words](bool in_a, bool in_b) { words += in_a && !in_b; });
  return words;
}

std::uint32_t count_stretches(const Narration& narration, const Coverage& a,
                              const Coverage& b, std::uint32_t at_least) {
  std::uint32_t stretches = 0;
  std::uint32_t length = 0;
  for_narration(narration, a, b, [&](bool in_a, bool in_b) {
    length = in_a && !in_b ? length + 1 : 0;
    if (length == at_least) ++stretches;
  });
  return stretches;
}

std::vector<Span> covered_spans(const Analysis& analysis,
                                const Narration& narration,
                                const Coverage& coverage, std::size_t limit) {
  struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    if (!coverage[i]) continue;
    if (!stretches.empty() && i - stretches.back().last <= kMaxGap + 1) {
      stretches.back().last = i;
    } else {
      stretches.push_back({i, i});
    }
  }
  std::erase_if(stretches, [](const Stretch& stretch) {
    return stretch.last - stretch.first + 1 < kMinStretch;
  });
  std::stable_sort(stretches.begin(), stretches.end(),
                   [](const Stretch& a, const Stretch& b) {
                     return a.last - a.first > b.last - b.first;
                   });
  if (stretches.size() > limit) stretches.resize(limit);
  std::vector<Span> spans;
  for (const Stretch& stretch : stretches) {
    const auto span_of = [&](std::size_t word) {
      return analysis.tokens[narration.body[word].token].span;
    };
    spans.push_back(cover(span_of(stretch.first), span_of(stretch.last)));
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

}  // namespace stemma::origin
