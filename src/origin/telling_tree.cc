#include "origin/telling_tree.h"

#include <algorithm>
#include <numeric>

namespace stemma::origin {
namespace {

// The different texts of the members, and whose text each member has.
void collect_texts(std::span<const ReportIndex> members,
                   std::span<const ReportIndex> same_text, TellingTree& tree) {
  for (const ReportIndex member : members) {
    const auto at =
        std::find(tree.reports.begin(), tree.reports.end(), same_text[member]);
    tree.node_of.push_back(
        static_cast<std::uint32_t>(at - tree.reports.begin()));
    if (at == tree.reports.end()) tree.reports.push_back(same_text[member]);
  }
}

TreeInput input_for(const StoryEvidence& story, const TellingTree& tree,
                    std::span<const DirectionEvidence> directions) {
  const std::size_t texts = tree.reports.size();
  TreeInput input{.sets = &tree.sets, .readings = &tree.readings};
  input.before.assign(texts * texts, false);
  input.favour.assign(texts * texts, 0.0);
  for (std::size_t i = 0; i < texts; ++i) {
    for (std::size_t j = 0; j < texts; ++j) {
      if (i == j) continue;
      input.before[i * texts + j] =
          certainly_before(story.witnesses[tree.reports[i]].report->published,
                           story.witnesses[tree.reports[j]].report->published);
      input.favour[i * texts + j] = favour_of(directions[i * texts + j]);
    }
  }
  return input;
}

std::vector<DirectionEvidence> all_directions(const StoryEvidence& story,
                                              const TellingTree& tree) {
  const auto texts = static_cast<std::uint32_t>(tree.reports.size());
  std::vector<DirectionEvidence> directions(std::size_t{texts} * texts);
  for (std::uint32_t i = 0; i < texts; ++i) {
    for (std::uint32_t j = 0; j < texts; ++j) {
      if (i == j) continue;
      directions[std::size_t{i} * texts + j] =
          direction_between(tree.sets, i, j, story.narrations[tree.reports[i]],
                            story.narrations[tree.reports[j]]);
    }
  }
  return directions;
}

}  // namespace

TellingTree make_telling_tree(const StoryEvidence& story,
                              std::span<const ReportIndex> members,
                              std::span<const ReportIndex> same_text,
                              const TreeCosts& costs) {
  TellingTree tree;
  collect_texts(members, same_text, tree);
  std::vector<const Narration*> narrations;
  narrations.reserve(tree.reports.size());
  for (const ReportIndex report : tree.reports) {
    narrations.push_back(&story.narrations[report]);
  }
  tree.sets = make_text_sets(narrations);
  tree.readings = make_readings(narrations);
  const auto directions = all_directions(story, tree);
  const TreeInput input = input_for(story, tree, directions);
  tree.tree = find_tree(input, costs);
  const std::size_t texts = tree.reports.size();
  tree.confidence.assign(texts, 0.0);
  tree.features.resize(texts);
  tree.directions.resize(texts);
  for (std::uint32_t child = 0; child < texts; ++child) {
    const std::uint32_t parent = tree.tree.parents[child];
    if (parent == kOutside || parent >= texts) continue;
    tree.directions[child] = directions[parent * texts + child];
    tree.features[child] =
        edge_features(tree.tree, input, child, tree.directions[child]);
    tree.confidence[child] = edge_confidence(tree.features[child]);
  }
  tree.mixed = resample_mixed(input, costs, tree.tree);
  for (const MixedSupport& mixed : tree.mixed) {
    tree.confidence[mixed.child] = mixed.first;
  }
  return tree;
}

TreeParents tree_parents_of(std::size_t reports,
                            std::span<const std::vector<ReportIndex>> groups,
                            std::span<const TellingTree> trees) {
  TreeParents parents(reports);
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const TellingTree& tree = trees[i];
    for (std::uint32_t node = 0; node < tree.reports.size(); ++node) {
      TreeParent& found = parents[tree.reports[node]];
      found.texts = tree.tree.texts;
      const std::uint32_t parent = tree.tree.parents[node];
      if (parent == kOutside || parent >= tree.tree.texts) continue;
      found.parent = tree.reports[parent];
      found.confidence = tree.confidence[node];
      found.posterior = tree.tree.posteriors.edge(parent, node);
      found.direction = tree.directions[node];
      found.inherited = inherited_stretches(tree.tree, tree.sets, node);
    }
    for (const Mixing& mixing : tree.tree.mixed) {
      if (mixing.parent >= tree.tree.texts) continue;
      parents[tree.reports[mixing.child]].second = tree.reports[mixing.parent];
    }
    // Equal texts stand where the first of them stands, but for its parent.
    for (std::size_t m = 0; m < tree.node_of.size(); ++m) {
      parents[groups[i][m]].texts = tree.tree.texts;
    }
  }
  return parents;
}

std::vector<ReportIndex> same_texts(std::size_t reports,
                                    std::span<const PairEvidence> pairs) {
  std::vector<ReportIndex> same(reports);
  std::iota(same.begin(), same.end(), ReportIndex{0});
  for (const PairEvidence& pair : pairs) {
    if (pair.equal) same[pair.b] = std::min(same[pair.b], pair.a);
  }
  return same;
}

}  // namespace stemma::origin
