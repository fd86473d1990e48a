// Trees of texts by the plain methods of the field, and how near a tree comes
// to the true one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma::gen {

// A graph without directions; a tree unless texts mix. Nodes [0, texts) are
// in hand.
struct TreeGraph {
  std::uint32_t texts = 0;
  std::vector<std::vector<std::uint32_t>> neighbours;  // of each node

  explicit TreeGraph(std::uint32_t texts_in_hand)
      : texts(texts_in_hand), neighbours(texts_in_hand) {}
  std::uint32_t add_node();
  void connect(std::uint32_t a, std::uint32_t b);
};

// Symmetric distances, row by row, 0 on the diagonal.
using Distances = std::vector<std::vector<double>>;

// Saitou and Nei 1987: texts are leaves, every inner node is unseen.
TreeGraph neighbour_joining(const Distances& distances);

// Prim 1957: texts only.
TreeGraph minimum_spanning_tree(const Distances& distances);

// Edges on the shortest ways between texts in hand. Nodes that are not
// connected are further apart than any others.
std::vector<std::vector<std::uint32_t>> path_lengths(const TreeGraph& graph);

// Average sign distance (Roos and Heikkila 2009): over all ordered triples of
// different texts (a, b, c), 1 - |sign(d(a,b) - d(a,c)) - sign(d'(a,b) -
// d'(a,c))| / 2 with the path lengths d, d' of two graphs over the same texts.
// 1 where both agree on which of two texts is nearer to a third; 1 for fewer
// than three texts.
double average_sign_distance(const TreeGraph& graph, const TreeGraph& truth);

}  // namespace stemma::gen
