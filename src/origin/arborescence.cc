// Chu and Liu: every node takes its best parent; a cycle among these is drawn
// together to one node, whose parents are judged by what they would add over
// the edge of the cycle that they replace; the smaller problem is solved in
// the same way and the cycle opened where its parent enters.
//
// Matrix-tree: with L the matrix that has on its diagonal the sum of what
// enters a node and elsewhere minus the weight of each edge, the determinant
// of L is the sum over all trees, so the derivatives of its logarithm are the
// posteriors of the edges: weight times a difference of two entries of the
// inverse. Columns are scaled first, which changes no posterior. What is far
// below the best edge of its column is taken as no farther than the inverse
// bears: nodes that want only each other would else make the matrix singular.
#include "origin/arborescence.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stemma::origin {
namespace {

constexpr double kDeepest = 20;  // nats below the best edge to the same child

// A dense graph with the outside as node 0.
struct Graph {
  std::uint32_t size = 0;
  std::vector<double> weights;  // [parent * size + child]
  double& at(std::uint32_t parent, std::uint32_t child) {
    return weights[std::size_t{parent} * size + child];
  }
  double at(std::uint32_t parent, std::uint32_t child) const {
    return weights[std::size_t{parent} * size + child];
  }
};

std::vector<std::uint32_t> best_parents(const Graph& graph) {
  std::vector<std::uint32_t> parents(graph.size, 0);
  for (std::uint32_t child = 1; child < graph.size; ++child) {
    for (std::uint32_t parent = 1; parent < graph.size; ++parent) {
      if (parent == child) continue;
      if (graph.at(parent, child) > graph.at(parents[child], child)) {
        parents[child] = parent;
      }
    }
  }
  return parents;
}

// The nodes of a cycle, in the order of their edges; empty if there is none.
std::vector<std::uint32_t> find_cycle(
    const std::vector<std::uint32_t>& parents) {
  std::vector<std::uint32_t> seen(parents.size(), 0);
  for (std::uint32_t start = 1; start < parents.size(); ++start) {
    std::uint32_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = parents[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::uint32_t> cycle = {node};
    for (auto at = parents[node]; at != node; at = parents[at]) {
      cycle.push_back(at);
    }
    return cycle;
  }
  return {};
}

// The graph with the cycle as its last node. `origin` gives for each edge of
// it the one it stands for.
struct Contracted {
  Graph graph;
  std::vector<std::uint32_t> nodes;   // of the graph before, for each but last
  std::vector<std::uint32_t> leaves;  // node of the cycle for cycle -> child
  std::vector<std::uint32_t> enters;  // node of the cycle for parent -> cycle
};

Contracted contract(const Graph& graph,
                    const std::vector<std::uint32_t>& parents,
                    const std::vector<std::uint32_t>& cycle) {
  Contracted result;
  for (std::uint32_t node = 0; node < graph.size; ++node) {
    if (std::find(cycle.begin(), cycle.end(), node) == cycle.end()) {
      result.nodes.push_back(node);
    }
  }
  const auto last = static_cast<std::uint32_t>(result.nodes.size());
  result.graph.size = last + 1;
  result.graph.weights.assign(std::size_t{last + 1} * (last + 1),
                              EdgeWeights::kForbidden);
  result.leaves.assign(last, cycle.front());
  result.enters.assign(last, cycle.front());
  for (std::uint32_t i = 0; i < last; ++i) {
    const std::uint32_t node = result.nodes[i];
    for (std::uint32_t j = 1; j < last; ++j) {
      if (i != j) result.graph.at(i, j) = graph.at(node, result.nodes[j]);
    }
    double best_in = -HUGE_VAL;
    double best_out = -HUGE_VAL;
    for (const std::uint32_t member : cycle) {
      const double gain =
          graph.at(node, member) - graph.at(parents[member], member);
      if (gain > best_in) {
        best_in = gain;
        result.enters[i] = member;
      }
      if (i > 0 && graph.at(member, node) > best_out) {
        best_out = graph.at(member, node);
        result.leaves[i] = member;
      }
    }
    result.graph.at(i, last) = best_in;
    if (i > 0) result.graph.at(last, i) = best_out;
  }
  return result;
}

// Opens the cycle again.
std::vector<std::uint32_t> expand(const Contracted& contracted,
                                  const std::vector<std::uint32_t>& small,
                                  std::vector<std::uint32_t> parents) {
  const auto last = static_cast<std::uint32_t>(contracted.nodes.size());
  for (std::uint32_t i = 1; i < last; ++i) {
    parents[contracted.nodes[i]] =
        small[i] == last ? contracted.leaves[i] : contracted.nodes[small[i]];
  }
  const std::uint32_t from = small[last];
  parents[contracted.enters[from]] = contracted.nodes[from];
  return parents;
}

std::vector<std::uint32_t> solve(Graph graph) {
  std::vector<Contracted> levels;
  std::vector<std::vector<std::uint32_t>> chosen;
  while (true) {
    chosen.push_back(best_parents(graph));
    const auto cycle = find_cycle(chosen.back());
    if (cycle.empty()) break;
    levels.push_back(contract(graph, chosen.back(), cycle));
    graph = levels.back().graph;
  }
  std::vector<std::uint32_t> parents = std::move(chosen.back());
  for (std::size_t level = levels.size(); level > 0; --level) {
    parents = expand(levels[level - 1], parents, std::move(chosen[level - 1]));
  }
  return parents;
}

// Inverts in place by Gauss and Jordan, with pivots from the column.
std::vector<double> inverse(std::vector<double> matrix, std::size_t n) {
  std::vector<double> result(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) result[i * n + i] = 1;
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t pivot = i;
    for (std::size_t k = i + 1; k < n; ++k) {
      if (std::abs(matrix[k * n + i]) > std::abs(matrix[pivot * n + i])) {
        pivot = k;
      }
    }
    for (std::size_t j = 0; j < n; ++j) {
      std::swap(matrix[i * n + j], matrix[pivot * n + j]);
      std::swap(result[i * n + j], result[pivot * n + j]);
    }
    const double scale = 1 / matrix[i * n + i];
    for (std::size_t j = 0; j < n; ++j) {
      matrix[i * n + j] *= scale;
      result[i * n + j] *= scale;
    }
    for (std::size_t k = 0; k < n; ++k) {
      const double factor = matrix[k * n + i];
      if (k == i || factor == 0) continue;
      for (std::size_t j = 0; j < n; ++j) {
        matrix[k * n + j] -= factor * matrix[i * n + j];
        result[k * n + j] -= factor * result[i * n + j];
      }
    }
  }
  return result;
}

}  // namespace

double weight_of(const EdgeWeights& weights, const Parents& parents) {
  double sum = 0;
  for (std::uint32_t node = 0; node < parents.size(); ++node) {
    sum += parents[node] == kOutside ? weights.root(node)
                                     : weights.edge(parents[node], node);
  }
  return sum;
}

Parents best_tree(const EdgeWeights& weights) {
  const std::uint32_t size = weights.size();
  Graph graph{size + 1, std::vector<double>(std::size_t{size + 1} * (size + 1),
                                            EdgeWeights::kForbidden)};
  for (std::uint32_t child = 0; child < size; ++child) {
    graph.at(0, child + 1) = weights.root(child);
    for (std::uint32_t parent = 0; parent < size; ++parent) {
      if (parent == child) continue;
      graph.at(parent + 1, child + 1) = weights.edge(parent, child);
    }
  }
  const std::vector<std::uint32_t> found = solve(std::move(graph));
  Parents parents(size);
  for (std::uint32_t node = 0; node < size; ++node) {
    const std::uint32_t parent = found[node + 1];
    parents[node] = parent == 0 ? kOutside : parent - 1;
  }
  return parents;
}

EdgeWeights edge_posteriors(const EdgeWeights& weights) {
  const std::uint32_t n = weights.size();
  EdgeWeights scaled(n);
  std::vector<double> laplacian(std::size_t{n} * n, 0.0);
  for (std::uint32_t child = 0; child < n; ++child) {
    double top = weights.root(child);
    for (std::uint32_t parent = 0; parent < n; ++parent) {
      if (parent != child) top = std::max(top, weights.edge(parent, child));
    }
    const auto weight_below = [top](double weight) {
      return std::exp(std::max(weight - top, -kDeepest));
    };
    scaled.root(child) = weight_below(weights.root(child));
    double sum = scaled.root(child);
    for (std::uint32_t parent = 0; parent < n; ++parent) {
      if (parent == child) continue;
      const double weight = weight_below(weights.edge(parent, child));
      scaled.edge(parent, child) = weight;
      laplacian[std::size_t{parent} * n + child] = -weight;
      sum += weight;
    }
    laplacian[std::size_t{child} * n + child] = sum;
  }
  const std::vector<double> inverted = inverse(std::move(laplacian), n);
  const auto at = [&](std::uint32_t row, std::uint32_t column) {
    return inverted[std::size_t{row} * n + column];
  };
  EdgeWeights posteriors(n);
  for (std::uint32_t child = 0; child < n; ++child) {
    posteriors.root(child) =
        std::clamp(scaled.root(child) * at(child, child), 0.0, 1.0);
    for (std::uint32_t parent = 0; parent < n; ++parent) {
      posteriors.edge(parent, child) =
          parent == child
              ? 0.0
              : std::clamp(scaled.edge(parent, child) *
                               (at(child, child) - at(child, parent)),
                           0.0, 1.0);
    }
  }
  return posteriors;
}

}  // namespace stemma::origin
