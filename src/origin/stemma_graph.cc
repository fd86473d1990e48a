#include "origin/stemma_graph.h"

#include <algorithm>
#include <map>

#include "origin/coverage.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kNoNode = kOutside;

// The graph in the making.
class Builder {
 public:
  Builder(const StoryEvidence& story, const Origins& origins)
      : story_(story), origins_(origins) {
    for (ReportIndex i = 0; i < story.witnesses.size(); ++i) {
      stemma_.nodes.push_back({.report = i});
    }
  }

  void add_telling(const Telling& telling, std::span<const ReportIndex> members,
                   const TellingTree& tree) {
    for (const ReportIndex member : members) {
      stemma_.nodes[member].telling = telling.id;
    }
    if (members.size() < 2) {
      add_named(members);
      return;
    }
    const auto unseen = unseen_nodes(telling, members, tree);
    std::uint32_t head = kNoNode;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const ReportIndex member = members[m];
      const Derivation& derivation = origins_.derivations[member];
      if (derivation.from) {
        add_edge(*derivation.from, member, derivation);
        add_second(member, derivation, second_confidence(tree, m));
        continue;
      }
      if (telling.head == member) continue;
      std::uint32_t at = nearest_unseen(tree, m, unseen);
      if (at == kNoNode) {
        if (head == kNoNode) head = add_unseen(telling, members);
        at = head;
      }
      add_edge(at, member, derivation);
    }
    hang_unseen(telling, members, tree, unseen, head);
  }

  Stemma finish() {
    std::sort(stemma_.edges.begin(), stemma_.edges.end(),
              [](const StemmaEdge& a, const StemmaEdge& b) {
                return std::pair(a.to, a.from) < std::pair(b.to, b.from);
              });
    return std::move(stemma_);
  }

 private:
  void add_named(std::span<const ReportIndex> members) {
    for (const ReportIndex member : members) {
      const Derivation& derivation = origins_.derivations[member];
      if (derivation.from) add_edge(*derivation.from, member, derivation);
    }
  }

  void add_edge(std::uint32_t from, ReportIndex to,
                const Derivation& derivation) {
    double share = derivation.share;
    for (const Evidence& evidence : derivation.evidence) {
      if (evidence.kind == EvidenceKind::kSharedWords &&
          evidence.other == from) {
        share = evidence.value;
      }
    }
    stemma_.edges.push_back({.from = from,
                             .to = to,
                             .share = share,
                             .confidence = derivation.confidence,
                             .declared = derivation.declared});
  }

  // True if the named parents of `report` lead to `to`.
  bool goes_back_to(ReportIndex report, ReportIndex to) const {
    for (std::size_t step = 0; step <= origins_.derivations.size(); ++step) {
      if (report == to) return true;
      const auto& from = origins_.derivations[report].from;
      if (!from) return false;
      report = *from;
    }
    return true;
  }

  // That member `m` draws on its second parent in the tree, where it is known.
  static std::optional<double> second_confidence(const TellingTree& tree,
                                                 std::size_t m) {
    if (tree.node_of.empty()) return std::nullopt;
    const auto found = std::find_if(tree.mixed.begin(), tree.mixed.end(),
                                    [&](const MixedSupport& mixed) {
                                      return mixed.child == tree.node_of[m];
                                    });
    if (found == tree.mixed.end()) return std::nullopt;
    return found->second;
  }

  // Of a report whose first parent is named.
  void add_second(ReportIndex to, const Derivation& derivation,
                  std::optional<double> confidence) {
    for (const Evidence& evidence : derivation.evidence) {
      if (evidence.kind != EvidenceKind::kSecondText ||
          evidence.other == derivation.from ||
          goes_back_to(*evidence.other, to) ||
          story_.rejects_edge(to, *evidence.other)) {
        continue;
      }
      stemma_.edges.push_back(
          {.from = *evidence.other,
           .to = to,
           .share = evidence.value,
           .confidence = confidence.value_or(derivation.confidence),
           .second = true});
    }
  }

  std::uint32_t add_unseen(const Telling& telling,
                           std::span<const ReportIndex> below) {
    StemmaNode node{.telling = telling.id};
    for (const std::string& name : telling.names) {
      const bool credited =
          std::any_of(below.begin(), below.end(), [&](ReportIndex report) {
            const auto& written = story_.declared[report].written;
            return std::any_of(
                written.begin(), written.end(),
                [&name](const Credited& one) { return one.name == name; });
          });
      if (credited) node.names.push_back(name);
    }
    stemma_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(stemma_.nodes.size() - 1);
  }

  // The unseen text of the tree above a member, which is no node of the graph
  // yet: its number in the tree.
  static std::uint32_t unseen_above(const TellingTree& tree, std::size_t m) {
    if (tree.node_of.empty()) return kNoNode;
    const Parents& parents = tree.tree.parents;
    std::uint32_t at = tree.node_of[m];
    while (at != kOutside && at < tree.tree.texts) at = parents[at];
    return at;
  }

  // The nodes of the graph for those unseen texts of the tree on which two
  // members or more hang.
  std::map<std::uint32_t, std::uint32_t> unseen_nodes(
      const Telling& telling, std::span<const ReportIndex> members,
      const TellingTree& tree) {
    std::map<std::uint32_t, std::vector<ReportIndex>> below;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const ReportIndex member = members[m];
      if (origins_.derivations[member].from || telling.head == member) continue;
      const std::uint32_t above = unseen_above(tree, m);
      if (above != kNoNode) below[above].push_back(member);
    }
    std::map<std::uint32_t, std::uint32_t> nodes;
    for (const auto& [in_tree, reports] : below) {
      if (reports.size() < 2) continue;
      nodes[in_tree] = add_unseen(telling, reports);
    }
    return nodes;
  }

  static std::uint32_t nearest_unseen(
      const TellingTree& tree, std::size_t m,
      const std::map<std::uint32_t, std::uint32_t>& unseen) {
    const std::uint32_t above = unseen_above(tree, m);
    const auto node = unseen.find(above);
    return node == unseen.end() ? kNoNode : node->second;
  }

  // Several unseen texts of one telling hang on one another as in the tree,
  // else on the head.
  void hang_unseen(const Telling& telling, std::span<const ReportIndex> members,
                   const TellingTree& tree,
                   const std::map<std::uint32_t, std::uint32_t>& unseen,
                   std::uint32_t head) {
    if (unseen.empty() || (unseen.size() == 1 && head == kNoNode)) return;
    std::vector<std::uint32_t> of_unknown;
    for (const auto& [in_tree, node] : unseen) {
      std::uint32_t up = tree.tree.parents[in_tree];
      while (up != kOutside && !unseen.contains(up)) up = tree.tree.parents[up];
      std::uint32_t from = kNoNode;
      if (up != kOutside) {
        from = unseen.at(up);
      } else {
        if (head == kNoNode) head = add_unseen(telling, members);
        from = head;
      }
      stemma_.edges.push_back({.from = from,
                               .to = node,
                               .share = 1,
                               .confidence = confidence_of(tree, in_tree)});
      if (stemma_.nodes[from].names == stemma_.nodes[node].names) {
        of_unknown.push_back(node);
      }
    }
    // The credits below say whose the first text is; anybody may have made
    // the second one of it.
    for (const std::uint32_t node : of_unknown) {
      stemma_.nodes[node].names.clear();
    }
  }

  static double confidence_of(const TellingTree& tree, std::uint32_t in_tree) {
    return unseen_confidence(tree.tree.unseen[in_tree - tree.tree.texts]);
  }

  const StoryEvidence& story_;
  const Origins& origins_;
  Stemma stemma_;
};

}  // namespace

std::vector<TellingTree> make_trees(const StoryEvidence& story,
                                    std::span<const PairEvidence> pairs,
                                    const TellingGroups& tellings) {
  const auto same = same_texts(story.witnesses.size(), pairs);
  std::vector<TellingTree> trees(tellings.groups.size());
  for (std::size_t i = 0; i < trees.size(); ++i) {
    const auto& members = tellings.groups[i];
    if (members.size() < 2 || members.size() > kLargestTelling) continue;
    trees[i] = make_telling_tree(story, members, same, TreeCosts{});
  }
  return trees;
}

Stemma make_stemma(const StoryEvidence& story, const Origins& origins,
                   const TellingGroups& groups,
                   std::span<const TellingTree> trees) {
  Builder builder(story, origins);
  for (std::size_t i = 0; i < groups.groups.size(); ++i) {
    builder.add_telling(origins.tellings[i], groups.groups[i], trees[i]);
  }
  return builder.finish();
}

}  // namespace stemma::origin
