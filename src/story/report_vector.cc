#include "story/report_vector.h"

#include <algorithm>
#include <cmath>

namespace stemma::story {
namespace {

// Reports of other events that are taken as seen before the first one: in a
// small corpus the words of its one big story are no common words.
constexpr double kReportsImagined = 100;

constexpr double kSecondsPerDay = 86400;

}  // namespace

void DocumentFrequencies::add(const Outline& report) {
  ++reports_;
  for (const Field field : {Field::kBody, Field::kPairs}) {
    for (const CountedTerm& term :
         report.fields[static_cast<std::size_t>(field)]) {
      ++reports_with_[term.term];
    }
  }
}

double DocumentFrequencies::weight(Term term) const {
  const auto found = reports_with_.find(term);
  const double with = found == reports_with_.end() ? 0 : found->second;
  return 1 + std::log((kReportsImagined + reports_ + 1.0) / (with + 1.0));
}

ReportVector weigh(const Outline& report,
                   const DocumentFrequencies& frequencies) {
  ReportVector vector;
  vector.language = report.language;
  vector.outlet = report.outlet;
  vector.dated = report.published.known();
  if (vector.dated) {
    vector.day = static_cast<double>(report.published.seconds) / kSecondsPerDay;
  }
  for (std::size_t f = 0; f < kFields; ++f) {
    TermVector& terms = vector.fields[f];
    terms.reserve(report.fields[f].size());
    double squares = 0;
    for (const CountedTerm& term : report.fields[f]) {
      const double weight =
          (1 + std::log(term.count)) * frequencies.weight(term.term);
      squares += weight * weight;
      terms.push_back({term.term, static_cast<float>(weight)});
    }
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (WeightedTerm& term : terms) term.weight *= scale;
  }
  return vector;
}

double dot(const TermVector& a, const TermVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      sum += static_cast<double>(x->weight) * static_cast<double>(y->weight);
      ++x;
      ++y;
    }
  }
  return sum;
}

void keep_heaviest(TermVector& terms, std::size_t most) {
  if (terms.size() <= most) return;
  const auto cut = terms.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(terms.begin(), cut, terms.end(),
                   [](const WeightedTerm& p, const WeightedTerm& q) {
                     return p.weight != q.weight ? p.weight > q.weight
                                                 : p.term < q.term;
                   });
  terms.erase(cut, terms.end());
  std::sort(terms.begin(), terms.end(),
            [](const WeightedTerm& p, const WeightedTerm& q) {
              return p.term < q.term;
            });
}

}  // namespace stemma::story
