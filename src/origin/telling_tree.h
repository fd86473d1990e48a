// The tree of one telling: its different texts, and how they derive from one
// another as far as their words and times show.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "origin/direction.h"
#include "origin/pairs.h"
#include "origin/resampling.h"
#include "origin/text_tree.h"

namespace stemma::origin {

struct TellingTree {
  // The reports whose text is a node of the tree: of equal texts the first.
  std::vector<ReportIndex> reports;
  // For each member of the telling, in its order: its node.
  std::vector<std::uint32_t> node_of;
  TextSets sets;
  TextReadings readings;
  TextTree tree;
  // Of each text: that its parent in the tree, if in hand, is what it was
  // made from, or one of the two; 0 where the parent is not in hand.
  std::vector<double> confidence;
  std::vector<DirectionEvidence> directions;  // of its parent over each
  std::vector<MixedSupport> mixed;            // of the texts that mix, by child
  // The features behind it, for the script that learns their weights.
  std::vector<std::array<double, kEdgeFeatures>> features;
};

// `members`: the reports of the telling, ascending. `same_text[r]` is the
// first report whose text equals that of r.
TellingTree make_telling_tree(const StoryEvidence& story,
                              std::span<const ReportIndex> members,
                              std::span<const ReportIndex> same_text,
                              const TreeCosts& costs);

// What the tree of its telling says of a report.
struct TreeParent {
  std::optional<ReportIndex> parent;  // empty: unseen, or a root
  double confidence = 0;              // that the parent is what it is made from
  double posterior = 0;               // of the edge among all trees
  DirectionEvidence direction;        // of the parent over the report
  std::uint32_t inherited = 0;  // stretches that only the parent's own line has
  std::uint32_t texts = 0;      // different ones of the telling
  std::optional<ReportIndex> second;  // a further text that it draws on
};
using TreeParents = std::vector<TreeParent>;  // one a report

TreeParents tree_parents_of(std::size_t reports,
                            std::span<const std::vector<ReportIndex>> groups,
                            std::span<const TellingTree> trees);

// Of each report of the story the first one of equal text.
std::vector<ReportIndex> same_texts(std::size_t reports,
                                    std::span<const PairEvidence> pairs);

}  // namespace stemma::origin
