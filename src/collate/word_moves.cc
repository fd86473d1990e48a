// Moved words: equal runs among what the alignment in order left over, the
// largest first (greedy tiling, after Wise 1993 and Dekker's matcher in
// CollateX). On each diagonal a run begins where the words before it differ,
// so every pair of equal words is looked at twice at most.
#include "collate/word_moves.h"

#include <algorithm>
#include <tuple>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxPlaces = 32;
// Runs with so many other words between them were moved together.
constexpr std::uint32_t kMaxBetween = 3;

struct Candidate {
  std::uint32_t content = 0;
  MovedRun run;
};

bool equal_and_free(const FreeWords& base, const FreeWords& reading,
                    std::size_t b, std::size_t r) {
  return base.free[b] && reading.free[r] &&
         base.words[b].fold == reading.words[r].fold;
}

// The run from this pair on.
Candidate run_from(const FreeWords& base, const FreeWords& reading,
                   std::uint32_t b, std::uint32_t r) {
  Candidate found{0, {b, r, 0}};
  while (b < base.words.size() && r < reading.words.size() &&
         equal_and_free(base, reading, b, r)) {
    if (base.words[b].content) ++found.content;
    ++found.run.length;
    ++b;
    ++r;
  }
  return found;
}

// Every run that cannot be made longer.
std::vector<Candidate> all_runs(const FreeWords& base,
                                const FreeWords& reading) {
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> places;
  for (std::uint32_t b = 0; b < base.words.size(); ++b) {
    if (base.free[b]) places[base.words[b].fold].push_back(b);
  }
  std::vector<Candidate> runs;
  for (std::uint32_t r = 0; r < reading.words.size(); ++r) {
    if (!reading.free[r]) continue;
    const auto found = places.find(reading.words[r].fold);
    if (found == places.end() || found->second.size() > kMaxPlaces) continue;
    for (const std::uint32_t b : found->second) {
      const bool begins = b == 0 || r == 0 ||
                          !equal_and_free(base, reading, b - 1, r - 1) ||
                          places[reading.words[r - 1].fold].size() > kMaxPlaces;
      if (begins) runs.push_back(run_from(base, reading, b, r));
    }
  }
  return runs;
}

bool is_free(const FreeWords& base, const FreeWords& reading,
             const MovedRun& run) {
  for (std::uint32_t k = 0; k < run.length; ++k) {
    if (!base.free[run.base + k] || !reading.free[run.reading + k]) {
      return false;
    }
  }
  return true;
}

// Of all runs with content words the largest that do not touch one another, by
// place in the reading.
std::vector<MovedRun> largest_runs(const FreeWords& base,
                                   const FreeWords& reading) {
  std::vector<Candidate> runs = all_runs(base, reading);
  std::erase_if(runs, [](const Candidate& one) { return one.content == 0; });
  std::sort(runs.begin(), runs.end(),
            [](const Candidate& x, const Candidate& y) {
              if (x.content != y.content) return x.content > y.content;
              return std::tuple(y.run.length, x.run.base, x.run.reading) <
                     std::tuple(x.run.length, y.run.base, y.run.reading);
            });
  FreeWords base_left = base;
  FreeWords reading_left = reading;
  std::vector<MovedRun> taken;
  for (const Candidate& candidate : runs) {
    const MovedRun& run = candidate.run;
    if (!is_free(base_left, reading_left, run)) continue;
    for (std::uint32_t k = 0; k < run.length; ++k) {
      base_left.free[run.base + k] = false;
      reading_left.free[run.reading + k] = false;
    }
    taken.push_back(run);
  }
  std::sort(taken.begin(), taken.end(),
            [](const MovedRun& x, const MovedRun& y) {
              return x.reading < y.reading;
            });
  return taken;
}

bool follows(const MovedRun& before, const MovedRun& run) {
  const std::uint32_t base_end = before.base + before.length;
  const std::uint32_t reading_end = before.reading + before.length;
  return run.base >= base_end && run.base - base_end <= kMaxBetween &&
         run.reading - reading_end <= kMaxBetween;
}

std::uint32_t content_of(const Move& move, const FreeWords& base) {
  std::uint32_t content = 0;
  for (const MovedRun& run : move) {
    for (std::uint32_t k = 0; k < run.length; ++k) {
      if (base.words[run.base + k].content) ++content;
    }
  }
  return content;
}

}  // namespace

std::vector<Move> find_moves(const FreeWords& base, const FreeWords& reading,
                             std::uint32_t least_content) {
  std::vector<Move> moves;
  for (const MovedRun& run : largest_runs(base, reading)) {
    if (moves.empty() || !follows(moves.back().back(), run)) {
      moves.emplace_back();
    }
    moves.back().push_back(run);
  }
  std::erase_if(moves, [&](const Move& move) {
    return content_of(move, base) < least_content;
  });
  return moves;
}

}  // namespace stemma::collate
