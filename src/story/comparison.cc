// A threshold on likeness drifts from corpus to corpus: with the language, the
// length of the texts, how narrow the subjects are, how broad the stories. What
// carries over is likeness beside likeness: to stories further away (local
// scaling, Zelnik-Manor and Perona 2004), and within the two sides. The nearest
// few other stories are passed over there: they may be parts of the same.
#include "story/comparison.h"

#include <algorithm>
#include <cmath>

namespace stemma::story {
namespace {

constexpr double kFloor = 0.03;  // likeness below says nothing
constexpr double kNoise = 0.02;  // of the likeness to others
constexpr std::size_t kNearest = 5;
constexpr std::size_t kFurthest = 15;
// Taken where so many other stories were not seen yet.
constexpr double kUsualOthers = 0.04;
// A story that many print word for word is open to other tellings all the same:
// it counts as no denser than this.
constexpr double kDensest = 0.6;
constexpr double kSigmaDays = 3;
// Zones, dates without an hour and late editions: neighbours are one day.
constexpr double kSoftDays = 1;

double centred(double product, double unit_a, double common_a, double unit_b,
               double common_b, double square) {
  return product - common_a * unit_b - unit_a * common_b +
         square * unit_a * unit_b;
}

double above_floor(double likeness) { return std::max(likeness, 0.0) + kFloor; }

// Mean likeness of the pairs within a story, kDensest at most. REQUIRES: two
// reports or more.
double within(const Profile& story) {
  const double reports = story.reports;
  return std::min(kDensest, story.cohesion / (reports * (reports - 1) / 2));
}

double same_days(const Profile& a, const Profile& b) {
  if (!a.is_dated() || !b.is_dated()) return 0.5;
  const double days = std::max(0.0, days_between(a, b) - kSoftDays);
  return std::exp(-days * days / (2 * kSigmaDays * kSigmaDays));
}

double same_outlet(const Profile& a, const Profile& b) {
  double pairs = 0;
  for (const auto& [outlet, reports] : a.outlets) {
    for (const auto& [other, more] : b.outlets) {
      if (outlet == other) pairs += static_cast<double>(reports) * more;
    }
  }
  return pairs / (static_cast<double>(a.reports) * b.reports);
}

}  // namespace

ComparedSide::ComparedSide(const std::array<TermVector, kFields>& fields,
                           const Scales& unit, const Scales& common,
                           const Scales& squares)
    : unit_(unit),
      common_(common),
      squares_(squares),
      tables_{TermTable(fields[static_cast<std::size_t>(kComparedFields[0])]),
              TermTable(fields[static_cast<std::size_t>(kComparedFields[1])]),
              TermTable(fields[static_cast<std::size_t>(kComparedFields[2])])} {
  static_assert(kComparedFields.size() == 3);
}

double ComparedSide::likeness_sum(Field field, const Profile& story) const {
  const auto f = static_cast<std::size_t>(field);
  const auto at = static_cast<std::size_t>(
      std::find(kComparedFields.begin(), kComparedFields.end(), field) -
      kComparedFields.begin());
  return centred(tables_[at].dot(story[field]), unit_[f], common_[f],
                 story.unit[f], story.common[f], squares_[f]);
}

Likeness likeness_of(const ComparedSide& report, const Profile& story,
                     double body) {
  return {body, report.likeness_sum(Field::kTitle, story) / story.reports,
          report.likeness_sum(Field::kNames, story) / story.reports};
}

double likeness_sum(Field field, const Profile& a, const Profile& b,
                    const std::array<double, kFields>& squares) {
  const auto f = static_cast<std::size_t>(field);
  return centred(dot(a[field], b[field]), a.unit[f], a.common[f], b.unit[f],
                 b.common[f], squares[f]);
}

double likeness_sum(Field field, const ReportVector& report,
                    const Profile& story,
                    const std::array<double, kFields>& squares) {
  const auto f = static_cast<std::size_t>(field);
  return centred(dot(report[field], story[field]), report.unit[f],
                 report.common[f], story.unit[f], story.common[f], squares[f]);
}

double likeness_to_others(std::span<const double> likenesses, double without) {
  double sum = 0;
  std::size_t rank = 0;
  bool passed = false;
  for (const double likeness : likenesses) {
    if (!passed && likeness == without) {
      passed = true;
      continue;
    }
    if (rank == kFurthest) break;
    if (rank >= kNearest) sum += std::max(likeness, 0.0);
    ++rank;
  }
  const std::size_t seen = std::max(rank, kNearest);
  sum += static_cast<double>(kFurthest - seen) * kUsualOthers;
  return sum / (kFurthest - kNearest);
}

EvidenceValues evidence_of(const Likeness& likeness, const Side& a,
                           const Side& b) {
  const Profile& x = *a.profile;
  const Profile& y = *b.profile;
  EvidenceValues values{};
  value_of(values, Evidence::kConstant) = 1;
  value_of(values, Evidence::kTitle) = likeness.title;
  value_of(values, Evidence::kNames) = std::log(above_floor(likeness.names));
  const double others = std::min(a.others, b.others) + kNoise;
  const double body = above_floor(likeness.body);
  value_of(values, Evidence::kStandsOut) = std::log(body / (others + kFloor));
  value_of(values, Evidence::kOthers) = others;
  if (x.reports > 1 || y.reports > 1) {
    const double tighter = std::max(x.reports > 1 ? within(x) : -1,
                                    y.reports > 1 ? within(y) : -1);
    value_of(values, Evidence::kToTighter) =
        std::log(body / above_floor(tighter));
    value_of(values, Evidence::kHasMembers) = 1;
  }
  if (x.reports > 1 && y.reports > 1) {
    value_of(values, Evidence::kToLooser) =
        std::log(body / above_floor(std::min(within(x), within(y))));
  }
  value_of(values, Evidence::kSameDays) = same_days(x, y);
  value_of(values, Evidence::kSameOutlet) = same_outlet(x, y);
  return values;
}

}  // namespace stemma::story
