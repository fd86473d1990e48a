#include "origin/resampling.h"

#include <algorithm>

namespace stemma::origin {
namespace {

constexpr std::uint32_t kDraws = 20;

// Numbers below a bound, the same in every run (SplitMix64, Steele et al.
// 2014).
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t x = state_;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((x ^ (x >> 31U)) % bound);
  }

 private:
  std::uint64_t state_;
};

std::vector<std::uint32_t> draw_units(std::size_t units, Draws& draws) {
  std::vector<std::uint32_t> times(units, 0);
  for (std::size_t k = 0; k < units; ++k) ++times[draws.below(units)];
  return times;
}

// Whether `parent`, a text in hand, is one of the two of `child`.
bool has_parent(const TextTree& tree, std::uint32_t child,
                std::uint32_t parent) {
  if (tree.parents[child] == parent) return true;
  return std::any_of(tree.mixed.begin(), tree.mixed.end(),
                     [&](const Mixing& mixing) {
                       return mixing.child == child && mixing.parent == parent;
                     });
}

// Puts a copy of a unit of `all` behind those of `out`.
void add_copy(const TextReadings& all, std::uint32_t unit, TextReadings& out) {
  const auto copy = static_cast<std::uint32_t>(out.unit_begin.size());
  out.unit_begin.push_back(static_cast<std::uint32_t>(out.unit_of.size()));
  if (all.shared_units.contains(unit)) out.shared_units.insert(copy);
  std::uint32_t place = out.place_of.empty() ? 0 : out.place_of.back() + 1;
  for (std::uint32_t r = all.unit_begin[unit]; r < all.unit_begin[unit + 1];
       ++r) {
    const bool first = r == all.unit_begin[unit];
    if (!first && all.place_of[r] != all.place_of[r - 1]) ++place;
    const std::size_t number = out.unit_of.size();
    out.place_of.push_back(place);
    out.unit_of.push_back(copy);
    if (all.shared.contains(r)) out.shared.insert(number);
    for (std::size_t text = 0; text < all.of_text.size(); ++text) {
      if (all.of_text[text].contains(r)) out.of_text[text].insert(number);
    }
  }
}

}  // namespace

TextReadings repeat_units(const TextReadings& all,
                          std::span<const std::uint32_t> times) {
  TextReadings out;
  std::size_t units = 0;
  for (std::size_t u = 0; u < all.units(); ++u) {
    units += times[u];
    out.count += times[u] * (all.unit_begin[u + 1] - all.unit_begin[u]);
  }
  out.of_text.assign(all.of_text.size(), BitSet(out.count));
  out.shared = BitSet(out.count);
  out.shared_units = BitSet(units);
  for (std::uint32_t u = 0; u < all.units(); ++u) {
    for (std::uint32_t k = 0; k < times[u]; ++k) add_copy(all, u, out);
  }
  out.unit_begin.push_back(static_cast<std::uint32_t>(out.count));
  return out;
}

std::vector<MixedSupport> resample_mixed(const TreeInput& input,
                                         const TreeCosts& costs,
                                         const TextTree& tree) {
  std::vector<MixedSupport> support;
  const std::size_t units = input.readings->units();
  if (tree.mixed.empty() || tree.texts > kMostResampled || units == 0) {
    return support;
  }
  for (const Mixing& mixing : tree.mixed) {
    support.push_back({.child = mixing.child});
  }
  Draws draws(units);
  for (std::uint32_t draw = 0; draw < kDraws; ++draw) {
    const TextReadings drawn =
        repeat_units(*input.readings, draw_units(units, draws));
    TreeInput again = input;
    again.readings = &drawn;
    const TextTree other = find_tree(again, costs);
    for (std::size_t i = 0; i < support.size(); ++i) {
      const Mixing& mixing = tree.mixed[i];
      const std::uint32_t first = tree.parents[mixing.child];
      const auto counts = [&](std::uint32_t parent) {
        return parent < tree.texts && has_parent(other, mixing.child, parent);
      };
      support[i].first += counts(first) ? 1.0 / kDraws : 0;
      support[i].second += counts(mixing.parent) ? 1.0 / kDraws : 0;
    }
  }
  return support;
}

}  // namespace stemma::origin
