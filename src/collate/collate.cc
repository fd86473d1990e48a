#include "collate/collate.h"

#include <algorithm>
#include <tuple>

#include "collate/candidates.h"
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

std::vector<Link> make_links(const StoryText& story,
                             std::span<const ComparedPair> pairs,
                             std::span<const double> probabilities) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (probabilities[i] < kLinked) continue;
    const StorySentence& a = story.sentences[pairs[i].pair.a];
    const StorySentence& b = story.sentences[pairs[i].pair.b];
    const Reading reading = compare_wordings(story, wording(a), wording(b));
    links.push_back({a.report, a.span, b.report, b.span, reading.relation,
                     probabilities[i]});
  }
  return links;
}

Matrix collate_ordered(std::span<const Witness> witnesses) {
  const StoryText story(witnesses);
  const Candidates candidates = find_candidates(story);
  const std::vector<ComparedPair> pairs = compare(story, candidates.pairs);
  std::vector<double> probabilities;
  probabilities.reserve(pairs.size());
  for (const ComparedPair& pair : pairs) {
    probabilities.push_back(link_probability(pair.features));
  }
  const std::vector<UnitGroup> groups = group_units(
      story, unit_edges(pairs, probabilities),
      candidates.cut ? MissingEdges::kUnknown : MissingEdges::kUnlike);
  Matrix matrix;
  matrix.rows = make_rows(story, groups);
  fill_presence(story, matrix.rows);
  matrix.links = make_links(story, pairs, probabilities);
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
