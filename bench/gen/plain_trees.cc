#include "plain_trees.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stemma::gen {
namespace {

int sign(std::uint32_t a, std::uint32_t b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// The two members that neighbour joining joins next.
std::pair<std::size_t, std::size_t> nearest_by_q(const Distances& distances) {
  const std::size_t size = distances.size();
  std::vector<double> sums(size, 0.0);
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) sums[i] += distances[i][j];
  }
  std::pair<std::size_t, std::size_t> best{0, 1};
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t j = 1; j < size; ++j) {
    for (std::size_t i = 0; i < j; ++i) {
      const double q =
          static_cast<double>(size - 2) * distances[i][j] - sums[i] - sums[j];
      if (q >= least) continue;
      least = q;
      best = {i, j};
    }
  }
  return best;
}

void remove(std::size_t index, Distances& distances) {
  const auto at = static_cast<std::ptrdiff_t>(index);
  distances.erase(distances.begin() + at);
  for (auto& row : distances) row.erase(row.begin() + at);
}

}  // namespace

std::uint32_t TreeGraph::add_node() {
  neighbours.emplace_back();
  return static_cast<std::uint32_t>(neighbours.size() - 1);
}

void TreeGraph::connect(std::uint32_t a, std::uint32_t b) {
  neighbours[a].push_back(b);
  neighbours[b].push_back(a);
}

TreeGraph neighbour_joining(const Distances& distances) {
  const auto texts = static_cast<std::uint32_t>(distances.size());
  TreeGraph graph(texts);
  Distances left = distances;
  std::vector<std::uint32_t> nodes(texts);
  for (std::uint32_t i = 0; i < texts; ++i) nodes[i] = i;
  while (left.size() > 2) {
    const auto [i, j] = nearest_by_q(left);
    const std::uint32_t joined = graph.add_node();
    graph.connect(nodes[i], joined);
    graph.connect(nodes[j], joined);
    for (std::size_t k = 0; k < left.size(); ++k) {
      if (k == i || k == j) continue;
      const double to = (left[i][k] + left[j][k] - left[i][j]) / 2;
      left[i][k] = to;
      left[k][i] = to;
    }
    nodes[i] = joined;
    remove(j, left);
    nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(j));
  }
  if (left.size() == 2) graph.connect(nodes[0], nodes[1]);
  return graph;
}

TreeGraph minimum_spanning_tree(const Distances& distances) {
  const auto texts = static_cast<std::uint32_t>(distances.size());
  TreeGraph graph(texts);
  std::vector<bool> in(texts, false);
  std::vector<std::uint32_t> nearest(texts, 0);
  if (texts > 0) in[0] = true;
  for (std::uint32_t step = 1; step < texts; ++step) {
    std::uint32_t best = texts;
    for (std::uint32_t i = 0; i < texts; ++i) {
      if (in[i]) continue;
      const bool first = best == texts;
      if (first || distances[i][nearest[i]] < distances[best][nearest[best]]) {
        best = i;
      }
    }
    in[best] = true;
    graph.connect(best, nearest[best]);
    for (std::uint32_t i = 0; i < texts; ++i) {
      if (!in[i] && distances[i][best] < distances[i][nearest[i]]) {
        nearest[i] = best;
      }
    }
  }
  return graph;
}

std::vector<std::vector<std::uint32_t>> path_lengths(const TreeGraph& graph) {
  constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::vector<std::uint32_t>> lengths;
  for (std::uint32_t from = 0; from < graph.texts; ++from) {
    std::vector<std::uint32_t> far(graph.neighbours.size(), kFar);
    std::vector<std::uint32_t> queue = {from};
    far[from] = 0;
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const std::uint32_t to : graph.neighbours[queue[next]]) {
        if (far[to] != kFar) continue;
        far[to] = far[queue[next]] + 1;
        queue.push_back(to);
      }
    }
    far.resize(graph.texts);
    lengths.push_back(std::move(far));
  }
  return lengths;
}

double average_sign_distance(const TreeGraph& graph, const TreeGraph& truth) {
  const auto found = path_lengths(graph);
  const auto real = path_lengths(truth);
  const std::uint32_t n = truth.texts;
  double sum = 0;
  std::uint64_t triples = 0;
  for (std::uint32_t a = 0; a < n; ++a) {
    for (std::uint32_t b = 0; b < n; ++b) {
      for (std::uint32_t c = 0; c < n; ++c) {
        if (a == b || a == c || b == c) continue;
        const int apart =
            sign(found[a][b], found[a][c]) - sign(real[a][b], real[a][c]);
        sum += 1 - std::abs(apart) / 2.0;
        ++triples;
      }
    }
  }
  return triples == 0 ? 1 : sum / static_cast<double>(triples);
}

}  // namespace stemma::gen
