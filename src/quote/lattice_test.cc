#include "quote/lattice.h"

#include <gtest/gtest.h>

namespace stemma::quote {
namespace {

// Weights that are a plain function of item and label.
std::vector<Scores> weights(std::size_t size) {
  std::vector<Scores> items(size);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 1; k < kMaxLabels; ++k) {
      const int weight = static_cast<int>((i * 7 + k * 13) % 23) * 5 - 55;
      items[i][k] = static_cast<std::int16_t>(weight);
    }
  }
  return items;
}

// The best score of all paths, tried one by one.
template <typename Chain>
std::int32_t best_tried(const std::vector<Scores>& items, std::size_t at,
                        std::uint8_t state, Range bare, std::uint8_t not_end) {
  if (at == items.size()) return state == not_end ? kNever : 0;
  const bool is_bare = at >= bare.first && at < bare.last;
  std::int32_t best = kNever;
  for (const Step& step : Chain::kSteps) {
    if (step.from != state) continue;
    if (is_bare && step.to >= Chain::kOutsideStates) continue;
    const std::int32_t own =
        step.label == 0 || is_bare ? 0 : items[at][step.label];
    best = std::max(
        best, own + best_tried<Chain>(items, at + 1, step.to, bare, not_end));
  }
  return best;
}

TEST(PathFinder, FindsTheBestOfAllPaths) {
  PathFinder<RoleChain> finder;
  for (std::size_t size = 1; size <= 7; ++size) {
    const std::vector<Scores> items = weights(size);
    const Path& path = finder.find(
        items, {1, 2}, [](int state) { return state != RoleChain::kO; });
    EXPECT_EQ(path.score, best_tried<RoleChain>(items, 0, RoleChain::kO, {1, 2},
                                                RoleChain::kO))
        << size;
    EXPECT_EQ(path.labels.size(), size);
  }
}

TEST(PathFinder, KeepsBareItemsOutside) {
  PathFinder<CueChain> finder;
  std::vector<Scores> items(3);
  for (Scores& item : items) item[CueChain::kBegin] = 100;
  const Path& path = finder.find(items, {1, 2}, [](int) { return true; });
  EXPECT_EQ(path.labels,
            (std::vector<std::uint8_t>{CueChain::kBegin, CueChain::kEnd,
                                       CueChain::kBegin}));
  EXPECT_EQ(path.score, 200);
}

TEST(PathFinder, TakesOneSourceAtMost) {
  PathFinder<RoleChain> finder;
  std::vector<Scores> items(3);
  items[0][RoleChain::kSourceBegin] = 50;
  items[1][RoleChain::kSourceEnd] = 50;
  items[2][RoleChain::kSourceBegin] = 50;
  const Path& path = finder.find(items, {}, [](int) { return true; });
  EXPECT_EQ(path.score, 100);
}

TEST(PathFinder, FindsASourceAndAContentWhereBothAreAskedFor) {
  PathFinder<RoleChain> finder;
  std::vector<Scores> items(2);
  items[0][RoleChain::kSourceBegin] = -30;
  items[1][RoleChain::kContentBegin] = 50;
  const Path& path = finder.find(items, {}, RoleChain::has_both);
  EXPECT_EQ(path.labels, (std::vector<std::uint8_t>{RoleChain::kSourceBegin,
                                                    RoleChain::kContentBegin}));
  EXPECT_EQ(path.score, 20);
}

TEST(PathFinder, OfNothingIsEmpty) {
  PathFinder<RoleChain> finder;
  const Path& path =
      finder.find({}, {}, [](int state) { return state != RoleChain::kO; });
  EXPECT_TRUE(path.labels.empty());
  EXPECT_EQ(path.score, kNever);
}

}  // namespace
}  // namespace stemma::quote
