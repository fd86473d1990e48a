// Word-level collation: the columns of all readings (word_columns.cc), cut into
// segments where the same readings go together, and for each reading its
// differences from the base.
//
// A difference is what lies between two words that the reading and the base
// have in one column: words of both sides are replaced, of one side inserted
// or cut. Of what is left over on both sides, equal runs are moved
// (word_moves.cc). A word that says little and stands alone between long
// stretches that differ is no agreement.
#include "collate/word_collation.h"

#include <algorithm>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "collate/stretch_words.h"
#include "collate/word_columns.h"
#include "collate/word_moves.h"

namespace stemma::collate {
namespace {

// A lone function word with so many words that differ on both sides is chance.
constexpr std::uint32_t kAlone = 3;

// The number of each reading's wording in one column, in order of the
// readings. `words`: the hash of each reading's word, 0 without one.
void number_wordings(const std::vector<std::uint64_t>& words,
                     std::vector<std::uint32_t>& numbers) {
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> seen;
  for (std::size_t r = 0; r < words.size(); ++r) {
    numbers[r] =
        seen.try_emplace(words[r], static_cast<std::uint32_t>(seen.size()))
            .first->second;
  }
}

std::vector<Segment> segments_of(const WordColumns& columns,
                                 const std::vector<StretchWords>& stretches) {
  const std::size_t readings = stretches.size();
  std::vector<Segment> segments;
  std::vector<std::vector<std::uint32_t>> gathered(
      readings);  // words of the last
  const auto close = [&] {
    if (segments.empty()) return;
    for (std::size_t r = 0; r < readings; ++r) {
      segments.back().spans.push_back(spans_of(stretches[r], gathered[r]));
      gathered[r].clear();
    }
  };
  std::vector<std::uint32_t> next(readings, 0);
  std::vector<std::uint64_t> words(readings);
  std::vector<std::uint32_t> numbers(readings);
  for (std::uint32_t column = 0; column < columns.count; ++column) {
    const auto stands_here = [&](std::size_t r) {
      return next[r] < columns.columns[r].size() &&
             columns.columns[r][next[r]] == column;
    };
    for (std::size_t r = 0; r < readings; ++r) {
      words[r] = stands_here(r) ? stretches[r].words[next[r]].fold : 0;
    }
    number_wordings(words, numbers);
    if (segments.empty() || segments.back().wording != numbers) {
      close();
      segments.push_back({numbers, {}});
    }
    for (std::size_t r = 0; r < readings; ++r) {
      if (stands_here(r)) gathered[r].push_back(next[r]++);
    }
  }
  close();
  return segments;
}

// Words that the base and a reading have in one place.
struct Pair {
  std::uint32_t base = 0;
  std::uint32_t reading = 0;
};

// The reading and the base, with where each of their words stands.
struct Side {
  const StretchWords& stretch;
  const std::vector<std::uint32_t>& columns;
};

std::vector<Pair> pairs_of(const Side& base, const Side& reading) {
  std::vector<Pair> pairs;
  std::uint32_t b = 0;
  std::uint32_t r = 0;
  while (b < base.columns.size() && r < reading.columns.size()) {
    if (base.columns[b] < reading.columns[r]) {
      ++b;
    } else if (reading.columns[r] < base.columns[b]) {
      ++r;
    } else {
      if (base.stretch.words[b].fold == reading.stretch.words[r].fold) {
        pairs.push_back({b, r});
      }
      ++b;
      ++r;
    }
  }
  return pairs;
}

// How many words lie between two pairs, on the side that has more.
std::uint32_t between(const Pair& before, const Pair& after) {
  return std::max(after.base - before.base, after.reading - before.reading) - 1;
}

// Drops pairs of function words that stand alone.
std::vector<Pair> without_chance(const std::vector<Pair>& pairs,
                                 const Reading& words) {
  std::vector<Pair> kept;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool far_before = i > 0 && between(pairs[i - 1], pairs[i]) > kAlone;
    const bool far_after =
        i + 1 < pairs.size() && between(pairs[i], pairs[i + 1]) > kAlone;
    if (words[pairs[i].base].content || !far_before || !far_after) {
      kept.push_back(pairs[i]);
    }
  }
  return kept;
}

FreeWords unpaired(const Reading& words, const std::vector<Pair>& pairs,
                   std::uint32_t Pair::*side) {
  FreeWords left{words, std::vector<bool>(words.size(), true)};
  for (const Pair& pair : pairs) left.free[pair.*side] = false;
  return left;
}

// The words in [begin, end) that are still free.
std::vector<std::uint32_t> free_words(const FreeWords& left,
                                      std::uint32_t begin, std::uint32_t end) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (left.free[i]) words.push_back(i);
  }
  return words;
}

// Sets `shared` to the number of words that both have, moved ones too.
std::vector<Change> changes_of(const Side& base, const Side& reading,
                               std::uint32_t least_moved,
                               std::uint32_t& shared) {
  const Reading& words = base.stretch.words;
  std::vector<Pair> pairs = without_chance(pairs_of(base, reading), words);
  FreeWords base_left = unpaired(words, pairs, &Pair::base);
  FreeWords reading_left =
      unpaired(reading.stretch.words, pairs, &Pair::reading);
  std::vector<Change> changes;
  shared = static_cast<std::uint32_t>(pairs.size());
  for (const Move& move : find_moves(base_left, reading_left, least_moved)) {
    std::vector<std::uint32_t> from_base;
    std::vector<std::uint32_t> to_reading;
    for (const MovedRun& run : move) {
      shared += run.length;
      for (std::uint32_t k = 0; k < run.length; ++k) {
        base_left.free[run.base + k] = false;
        reading_left.free[run.reading + k] = false;
        from_base.push_back(run.base + k);
        to_reading.push_back(run.reading + k);
      }
    }
    changes.push_back({ChangeKind::kMoved, spans_of(base.stretch, from_base),
                       spans_of(reading.stretch, to_reading)});
  }
  pairs.push_back({static_cast<std::uint32_t>(words.size()),
                   static_cast<std::uint32_t>(reading.stretch.words.size())});
  Pair from;
  for (const Pair& to : pairs) {
    const auto gone = free_words(base_left, from.base, to.base);
    const auto come = free_words(reading_left, from.reading, to.reading);
    if (!gone.empty() || !come.empty()) {
      changes.push_back({gone.empty()   ? ChangeKind::kInserted
                         : come.empty() ? ChangeKind::kCut
                                        : ChangeKind::kReplaced,
                         spans_or_place(base.stretch, gone, from.base),
                         spans_or_place(reading.stretch, come, from.reading)});
    }
    from = {to.base + 1, to.reading + 1};
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& x, const Change& y) {
                     return x.spans.front() < y.spans.front();
                   });
  return changes;
}

}  // namespace

Collation collate_columns(const std::vector<StretchWords>& stretches,
                          const WordColumns& columns,
                          const CollationOptions& options) {
  Collation collation;
  collation.base = options.base;
  collation.segments = segments_of(columns, stretches);
  const Side base{stretches[options.base], columns.columns[options.base]};
  for (std::uint32_t r = 0; r < stretches.size(); ++r) {
    const auto words = static_cast<std::uint32_t>(stretches[r].words.size());
    collation.words.push_back(words);
    collation.shared.push_back(words);
    collation.changes.emplace_back();
    if (r == options.base) continue;
    collation.changes[r] = changes_of(base, {stretches[r], columns.columns[r]},
                                      options.least_moved, collation.shared[r]);
  }
  return collation;
}

Collation collate_words(std::span<const Witness> witnesses,
                        std::span<const Stretch> stretches,
                        const CollationOptions& options) {
  std::vector<StretchWords> all;
  for (const Stretch& stretch : stretches) {
    all.push_back(words_of(*witnesses[stretch.report].analysis, stretch.spans));
  }
  return collate_columns(all, align_stretches(all), options);
}

}  // namespace stemma::collate
