// Clusters: connected components over places (stretches of reports).
//
// Two places are joined if they are the two sides of a passage, which was
// verified word by word, or if they stand in one report and overlap by half of
// the longer or more. The second rule is passim's (--relative-overlap); it
// lets the reprint of a paragraph and the reprint of the whole text be two
// clusters, and keeps passages of slightly different borders in one. Places
// of one cluster that overlap in a report are shown as one.
//
// Overlap is looked for by a sweep over each report's places. A wire printed
// a thousand times has a thousand places with nearly the same borders; those
// that begin and end within an eighth of their length of one another are
// joined by a table first, and only one of them takes part in the sweep, so
// that its cost stays linear. Of reports with equal texts the first stands for
// all until the end, when every one of them becomes a member.
//
// cluster_members.cc makes of a component what is shown.
#include "reuse/clusters.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "reuse/cluster_members.h"
#include "text/tokenize.h"

namespace stemma::reuse {
namespace {

// Disjoint sets of places; the smallest index names a set.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), PlaceIndex{0});
  }
  PlaceIndex find(PlaceIndex place) {
    while (parent_[place] != place) {
      parent_[place] = parent_[parent_[place]];
      place = parent_[place];
    }
    return place;
  }
  void join(PlaceIndex a, PlaceIndex b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<PlaceIndex> parent_;
};

// The whole text of each group of equal reports that is long enough.
std::vector<Place> whole_texts(std::span<const Witness> witnesses,
                               const ReuseResult& found,
                               const ReuseOptions& options) {
  std::vector<Place> places;
  for (const std::vector<ReportIndex>& group : found.equal) {
    const std::string& text = witnesses[group.front()].report->text;
    const auto size = static_cast<std::uint32_t>(text.size());
    std::vector<Token> tokens;
    text::append_tokens(text, {0, size}, {}, tokens);
    const auto words =
        std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
          return token.kind != TokenKind::kPunctuation;
        });
    if (words < static_cast<std::ptrdiff_t>(options.min_words)) continue;
    places.push_back(
        {group.front(), {tokens.front().span.begin, tokens.back().span.end}});
  }
  return places;
}

// Every place once, in order.
std::vector<Place> places_of(std::span<const Witness> witnesses,
                             const ReuseResult& found,
                             const ReuseOptions& options) {
  std::vector<Place> places = whole_texts(witnesses, found, options);
  for (const Passage& passage : found.passages) {
    places.push_back({passage.a, passage.span_a});
    places.push_back({passage.b, passage.span_b});
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

PlaceIndex index_of(const std::vector<Place>& places, const Place& place) {
  const auto found = std::lower_bound(places.begin(), places.end(), place);
  return static_cast<PlaceIndex>(found - places.begin());
}

// Both directions of each passage, by `from`, the most similar first.
std::vector<Edge> edges_of(const std::vector<Place>& places,
                           const ReuseResult& found) {
  std::vector<Edge> edges;
  edges.reserve(2 * found.passages.size());
  for (const Passage& passage : found.passages) {
    const PlaceIndex a = index_of(places, {passage.a, passage.span_a});
    const PlaceIndex b = index_of(places, {passage.b, passage.span_b});
    edges.push_back({a, b, passage.similarity});
    edges.push_back({b, a, passage.similarity});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
    return std::tuple(x.from, -x.similarity, x.to) <
           std::tuple(y.from, -y.similarity, y.to);
  });
  return edges;
}

bool overlap_by_half(Span x, Span y) {
  return 2 * std::uint64_t{shared_bytes(x, y)} >= std::max(x.size(), y.size());
}

// Lengths of one class differ by less than a factor of two.
std::size_t length_class(Span span) {
  return static_cast<std::size_t>(std::bit_width(span.size()));
}

// Places of one cell begin and end within an eighth of their length.
std::tuple<std::size_t, std::uint32_t, std::uint32_t> cell_of(Span span) {
  const std::uint32_t width =
      std::max<std::uint32_t>(1, std::bit_floor(span.size()) / 8);
  return {length_class(span), span.begin / width, span.end / width};
}

// Of the places [begin, end) of one report, the first of each cell, in order;
// the others are joined to it.
std::vector<PlaceIndex> one_a_cell(const std::vector<Place>& places,
                                   PlaceIndex begin, PlaceIndex end,
                                   Sets& sets) {
  std::vector<PlaceIndex> order(end - begin);
  std::iota(order.begin(), order.end(), begin);
  std::sort(order.begin(), order.end(), [&](PlaceIndex x, PlaceIndex y) {
    return std::tuple(cell_of(places[x].span), x) <
           std::tuple(cell_of(places[y].span), y);
  });
  std::vector<PlaceIndex> first;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool opens = i == 0 || cell_of(places[order[i]].span) !=
                                     cell_of(places[order[i - 1]].span);
    if (opens) {
      first.push_back(order[i]);
    } else {
      sets.join(first.back(), order[i]);
    }
  }
  std::sort(first.begin(), first.end());
  return first;
}

// Joins `place` to those of `before` that it overlaps. All begin before it;
// those that end there too are dropped.
void join_to(PlaceIndex place, const std::vector<Place>& places,
             std::vector<PlaceIndex>& before, Sets& sets) {
  const Span span = places[place].span;
  std::erase_if(before, [&](PlaceIndex past) {
    return places[past].span.end <= span.begin;
  });
  for (const PlaceIndex other : before) {
    if (overlap_by_half(places[other].span, span)) sets.join(other, place);
  }
}

// Joins the places [begin, end) of one report that overlap.
void join_overlaps(const std::vector<Place>& places, PlaceIndex begin,
                   PlaceIndex end, Sets& sets) {
  std::array<std::vector<PlaceIndex>, 34> pending;  // by length class
  for (const PlaceIndex place : one_a_cell(places, begin, end, sets)) {
    const std::size_t size = length_class(places[place].span);
    if (size == 0) continue;
    for (std::size_t other = size - 1; other <= size + 1; ++other) {
      join_to(place, places, pending[other], sets);
    }
    pending[size].push_back(place);
  }
}

Sets join_all(const std::vector<Place>& places,
              const std::vector<Edge>& edges) {
  Sets sets(places.size());
  for (const Edge& edge : edges) sets.join(edge.from, edge.to);
  PlaceIndex begin = 0;
  while (begin < places.size()) {
    PlaceIndex end = begin + 1;
    while (end < places.size() && places[end].report == places[begin].report) {
      ++end;
    }
    join_overlaps(places, begin, end, sets);
    begin = end;
  }
  return sets;
}

bool spans_outlets(std::span<const Witness> witnesses, const Cluster& cluster) {
  const std::string& first =
      witnesses[cluster.members.front().report].report->outlet;
  return std::any_of(cluster.members.begin(), cluster.members.end(),
                     [&](const ClusterMember& member) {
                       return witnesses[member.report].report->outlet != first;
                     });
}

}  // namespace

std::vector<Cluster> cluster_passages(std::span<const Witness> witnesses,
                                      const ReuseResult& found,
                                      const ReuseOptions& options) {
  const std::vector<Place> places = places_of(witnesses, found, options);
  const std::vector<Edge> edges = edges_of(places, found);
  Sets sets = join_all(places, edges);
  std::vector<std::pair<PlaceIndex, PlaceIndex>> by_set;
  for (PlaceIndex i = 0; i < places.size(); ++i) {
    by_set.emplace_back(sets.find(i), i);
  }
  std::sort(by_set.begin(), by_set.end());
  ClusterMaker maker(witnesses, found, places, edges);
  std::vector<Cluster> clusters;
  std::vector<PlaceIndex> own;
  for (std::size_t i = 0; i < by_set.size(); ++i) {
    own.push_back(by_set[i].second);
    if (i + 1 < by_set.size() && by_set[i + 1].first == by_set[i].first) {
      continue;
    }
    Cluster cluster = maker.make(own);
    own.clear();
    if (!options.cross_outlet || spans_outlets(witnesses, cluster)) {
      clusters.push_back(std::move(cluster));
    }
  }
  std::stable_sort(
      clusters.begin(), clusters.end(),
      [](const Cluster& x, const Cluster& y) { return x.reports > y.reports; });
  return clusters;
}

}  // namespace stemma::reuse
