#include "collate/collate.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "collate/agreement.h"
#include "collate/candidates.h"
#include "collate/facts.h"
#include "collate/labels.h"
#include "collate/links.h"
#include "collate/pair_features.h"
#include "collate/presence.h"
#include "collate/readings.h"
#include "collate/rows.h"
#include "collate/statements.h"
#include "collate/story_text.h"

namespace stemma::collate {
namespace {

// The probability that sentences which many print alike state the same.
constexpr double kEqualLinked = 0.99;

// Which places of two sentences belong together: those whose units have an
// edge, or stand in one row.
class MatchedPlaces {
 public:
  MatchedPlaces(const StoryText& story, std::span<const UnitEdge> edges,
                std::span<const UnitGroup> groups)
      : story_(story), edges_(edges), group_of_(story.units.size(), 0) {
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
      for (const std::uint32_t unit : groups[i].units) group_of_[unit] = i;
    }
  }

  bool match(const StorySentence& a, Span span_a, const StorySentence& b,
             Span span_b) const {
    const auto x = unit_at(a, span_a);
    const auto y = unit_at(b, span_b);
    if (!x || !y) return false;
    return group_of_[*x] == group_of_[*y] || has_edge(*x, *y);
  }

 private:
  std::optional<std::uint32_t> unit_at(const StorySentence& sentence,
                                       Span span) const {
    for (auto i = sentence.units.first; i < sentence.units.last; ++i) {
      if (story_.units[i].span.overlaps(span)) return i;
    }
    return std::nullopt;
  }

  bool has_edge(std::uint32_t a, std::uint32_t b) const {
    const auto found = std::partition_point(
        edges_.begin(), edges_.end(), [&](const UnitEdge& edge) {
          return std::tuple(edge.a, edge.b) < std::tuple(a, b);
        });
    return found != edges_.end() && found->a == a && found->b == b;
  }

  const StoryText& story_;
  std::span<const UnitEdge> edges_;  // sorted
  std::vector<std::uint32_t> group_of_;
};

// A difference in fact between two sentences counts where its two places
// belong together: else each sentence states something else there.
Relation relation_of(const StoryText& story, const MatchedPlaces& places,
                     const StorySentence& a, const StorySentence& b) {
  const Wording x = wording(a);
  const Wording y = wording(b);
  const std::vector<Difference> differences = find_differences(story, x, y);
  const auto counts = [&](const Difference& one) {
    return is_difference_in_fact(one) &&
           places.match(a, one.values.front().span, b, one.values.back().span);
  };
  return std::any_of(differences.begin(), differences.end(), counts)
             ? Relation::kDiffers
             : relation_by_words(story, x, y);
}

std::vector<Link> make_links(const StoryText& story,
                             std::span<const ComparedPair> pairs,
                             std::span<const double> probabilities,
                             const MatchedPlaces& places) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (probabilities[i] < kLinked) continue;
    const StorySentence& a = story.sentences[pairs[i].pair.a];
    const StorySentence& b = story.sentences[pairs[i].pair.b];
    links.push_back({a.report, a.span, b.report, b.span,
                     relation_of(story, places, a, b), probabilities[i]});
  }
  for (const StorySentence& sentence : story.sentences) {
    if (sentence.same_as == StorySentence::kNone) continue;
    const StorySentence& first = story.sentences[sentence.same_as];
    if (first.report == sentence.report) continue;
    links.push_back({first.report, first.span, sentence.report, sentence.span,
                     Relation::kSame, kEqualLinked});
  }
  return links;
}

Matrix collate_ordered(std::span<const Witness> witnesses) {
  const StoryText story(witnesses);
  const Candidates candidates = find_candidates(story);
  const std::vector<ComparedPair> pairs = compare(story, candidates.pairs);
  const std::vector<double> probabilities = link_probabilities(story, pairs);
  const std::vector<UnitEdge> edges = unit_edges(pairs, probabilities);
  const std::vector<UnitGroup> groups = group_units(
      story, edges,
      candidates.cut ? MissingEdges::kUnknown : MissingEdges::kUnlike);
  Matrix matrix;
  matrix.rows = make_rows(story, groups);
  fill_presence(story, matrix.rows);
  matrix.links = make_links(story, pairs, probabilities,
                            MatchedPlaces(story, edges, groups));
  matrix.labels = find_labels(story, groups);
  return matrix;
}

// The order in which the reports are compared whatever order they come in.
std::vector<ReportIndex> canonical_order(std::span<const Witness> witnesses) {
  std::vector<ReportIndex> order(witnesses.size());
  for (ReportIndex i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) {
    const auto key = [&](ReportIndex i) {
      const Report& report = *witnesses[i].report;
      return std::pair(!report.published.known(),
                       std::tie(report.published.seconds, report.outlet,
                                report.id, report.text));
    };
    return key(x) < key(y);
  });
  return order;
}

// From the positions in the canonical order to those in the caller's.
void renumber(std::span<const ReportIndex> order, Matrix& matrix) {
  for (MatrixRow& row : matrix.rows) {
    row.base = order[row.base];
    for (Cell& cell : row.cells) cell.report = order[cell.report];
    for (ReportIndex& report : row.not_in_text) report = order[report];
    for (UnknownReading& reading : row.unknown) {
      reading.report = order[reading.report];
      reading.evidence_in = order[reading.evidence_in];
    }
    for (Difference& difference : row.differences) {
      for (DifferenceValue& value : difference.values) {
        value.report = order[value.report];
      }
    }
    const auto by_report = [](const auto& x, const auto& y) {
      return x.report < y.report;
    };
    std::sort(row.cells.begin(), row.cells.end(), by_report);
    std::sort(row.not_in_text.begin(), row.not_in_text.end());
    std::sort(row.unknown.begin(), row.unknown.end(), by_report);
  }
  for (Link& link : matrix.links) {
    link.a = order[link.a];
    link.b = order[link.b];
    if (link.b < link.a) {
      std::swap(link.a, link.b);
      std::swap(link.span_a, link.span_b);
    }
  }
  std::sort(matrix.links.begin(), matrix.links.end(),
            [](const Link& x, const Link& y) {
              return std::tie(x.a, x.b, x.span_a, x.span_b) <
                     std::tie(y.a, y.b, y.span_a, y.span_b);
            });
  for (Label& label : matrix.labels) label.report = order[label.report];
}

}  // namespace

Matrix collate(std::span<const Witness> witnesses) {
  const std::vector<ReportIndex> order = canonical_order(witnesses);
  std::vector<Witness> ordered;
  ordered.reserve(order.size());
  for (const ReportIndex report : order) ordered.push_back(witnesses[report]);
  Matrix matrix = collate_ordered(ordered);
  renumber(order, matrix);
  return matrix;
}

}  // namespace stemma::collate
