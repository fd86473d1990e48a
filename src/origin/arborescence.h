// The best tree and the posterior over all trees, from the weights of their
// edges.
#pragma once

#include <cstdint>
#include <vector>

namespace stemma::origin {

// Logarithms of the weights of edges between `size` nodes and from the outside
// (what nobody has in hand) to each. A spanning tree of a story may have
// several roots: the nodes that hang on the outside.
class EdgeWeights {
 public:
  static constexpr double kForbidden = -1e9;

  explicit EdgeWeights(std::uint32_t size)
      : size_(size),
        edges_(std::size_t{size} * size, kForbidden),
        roots_(size, kForbidden) {}

  std::uint32_t size() const { return size_; }
  double& edge(std::uint32_t parent, std::uint32_t child) {
    return edges_[std::size_t{parent} * size_ + child];
  }
  double edge(std::uint32_t parent, std::uint32_t child) const {
    return edges_[std::size_t{parent} * size_ + child];
  }
  double& root(std::uint32_t node) { return roots_[node]; }
  double root(std::uint32_t node) const { return roots_[node]; }

 private:
  std::uint32_t size_;
  std::vector<double> edges_;
  std::vector<double> roots_;
};

// Each node's parent; kOutside for a root.
inline constexpr std::uint32_t kOutside = ~std::uint32_t{0};
using Parents = std::vector<std::uint32_t>;

// Sum of the logarithms of the edges of a tree.
double weight_of(const EdgeWeights& weights, const Parents& parents);

// The tree of greatest weight (Chu and Liu 1965, Edmonds 1967). Ties go to
// the outside, then to smaller parents. REQUIRES: every node can be reached
// from the outside. O(size^3).
Parents best_tree(const EdgeWeights& weights);

// Probabilities of single edges if each tree has a probability in proportion
// to the product of its edges' weights, by the matrix-tree theorem for
// directed graphs (Tutte 1948; Koo et al. 2007). edge(p, c) and root(c) are
// 0..1 and sum to 1 for each c. An edge counts as no more than 20 nats below
// the best one to its child. O(size^3).
EdgeWeights edge_posteriors(const EdgeWeights& weights);

}  // namespace stemma::origin
