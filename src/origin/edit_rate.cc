#include "origin/edit_rate.h"

#include <algorithm>
#include <cmath>

#include "origin/tree_model.h"

namespace stemma::origin {
namespace {

constexpr double kHalf = 0.5;       // of a stretch: no rate is nought
constexpr double kLeastRarity = 3;  // pairs for each stretch lost, at least

}  // namespace

TreeCosts costs_at_rate(const TreeInput& input, const TreeCosts& costs) {
  const TreeModel model(input, costs);
  const TreeState state = model.start();
  std::vector<NodeWords> words;
  words.reserve(model.texts());
  for (const BitSet& set : state.sets) words.push_back(model.words_of(set));
  std::vector<double> lost;  // of each edge
  double places = 0;
  for (std::uint32_t child = 0; child < model.texts(); ++child) {
    places += state.sets[child].count();
    if (state.parents[child] == kOutside) continue;
    lost.push_back(changes_between(*input.readings, words[state.parents[child]],
                                   words[child])
                       .runs);
  }
  if (lost.empty()) return costs;
  const auto middle =
      lost.begin() + static_cast<std::ptrdiff_t>(lost.size() / 2);
  std::nth_element(lost.begin(), middle, lost.end());
  const double usual = *middle + kHalf;
  const double rarity =
      std::max(kLeastRarity, places / (model.texts() * usual));
  TreeCosts fitted = costs;
  fitted.changed_run += costs.change_by_rarity * std::log(rarity);
  fitted.unseen += costs.unseen_by_rate * usual;
  return fitted;
}

}  // namespace stemma::origin
