#include "story/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace stemma::story {
namespace {

constexpr double kFloor = 0.02;  // cosines below say nothing
constexpr int kOthers = 3;
constexpr double kUsualOthers = 0.06;  // taken for other stories not yet seen
constexpr double kSigmaDays = 3;

// The three stories that come next in likeness are the others.
void set_against_others(std::vector<Comparison>& found) {
  std::vector<std::pair<double, StoryIndex>> ranked;
  ranked.reserve(found.size());
  for (Comparison& each : found) {
    ranked.emplace_back(-value_of(each.evidence, Evidence::kBody), each.story);
  }
  std::sort(ranked.begin(), ranked.end());
  for (Comparison& each : found) {
    double others = 0;
    int taken = 0;
    for (const auto& [minus_body, story] : ranked) {
      if (story == each.story) continue;
      if (taken == kOthers) break;
      others -= minus_body;
      ++taken;
    }
    others = (others + (kOthers - taken) * kUsualOthers) / kOthers;
    const double own = value_of(each.evidence, Evidence::kBody);
    value_of(each.evidence, Evidence::kBodyAboveOthers) = own - others;
    value_of(each.evidence, Evidence::kBodyToOthers) =
        std::log((own + kFloor) / (others + kFloor)) / 3;
    value_of(each.evidence, Evidence::kOthers) = others;
  }
}

void set_time(const ReportVector& report, const Profile& story,
              EvidenceValues& values) {
  if (!report.dated || !story.is_dated()) {
    value_of(values, Evidence::kUndated) = 1;
    return;
  }
  const double days = days_apart(story, report);
  value_of(values, Evidence::kSameDays) =
      std::exp(-days * days / (2 * kSigmaDays * kSigmaDays));
  value_of(values, Evidence::kDaysApart) = std::log1p(days) / 5;
}

}  // namespace

EvidenceValues evidence_of(const ComparedReport& compared,
                           const Profile& story) {
  const ReportVector& report = compared.report();
  EvidenceValues values{};
  const double reports = story.reports;
  const auto mean = [&](Field field) {
    return compared.likeness(field, story);
  };
  value_of(values, Evidence::kConstant) = 1;
  value_of(values, Evidence::kBody) = mean(Field::kBody);
  value_of(values, Evidence::kBodyCentre) =
      value_of(values, Evidence::kBody) * reports /
      std::sqrt(std::max(story.squared_length, 1e-9));
  double nearest = 0;
  for (const TermVector& member : story.last_members) {
    nearest = std::max(nearest, compared.dot(Field::kBody, member));
  }
  value_of(values, Evidence::kBodyNearest) = nearest;
  value_of(values, Evidence::kPairs) = mean(Field::kPairs);
  value_of(values, Evidence::kTitle) = mean(Field::kTitle);
  value_of(values, Evidence::kNames) = mean(Field::kNames);
  set_time(report, story, values);
  for (const auto& [outlet, count] : story.outlets) {
    if (report.outlet != 0 && outlet == report.outlet) {
      value_of(values, Evidence::kSameOutlet) = count / reports;
    }
  }
  value_of(values, Evidence::kSize) = std::log(reports) / 3;
  return values;
}

void judge(std::vector<Comparison>& found) {
  set_against_others(found);
  for (Comparison& each : found) {
    each.probability = join_probability(each.evidence);
  }
}

}  // namespace stemma::story
