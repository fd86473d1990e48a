#include "collate/facts.h"

#include <algorithm>
#include <cmath>

namespace stemma::collate {
namespace {

constexpr double kRounding = 0.05;  // of the larger value
constexpr double kSameValue = 1e-9;

class FactComparer {
 public:
  FactComparer(const StoryText& story, const Wording& a, const Wording& b)
      : story_(story), a_(a), b_(b) {}

  std::vector<Difference> compare() {
    compare_numbers();
    compare_dates();
    return std::move(found_);
  }

 private:
  const Analysis& analysis(const Wording& side) const {
    return *story_.witnesses[side.report].analysis;
  }

  template <typename T>
  static std::vector<const T*> inside(const std::vector<T>& all,
                                      const Wording& side) {
    std::vector<const T*> found;
    auto at = std::partition_point(all.begin(), all.end(), [&](const T& one) {
      return one.first_token < side.tokens.first;
    });
    for (; at != all.end() && at->first_token < side.tokens.last; ++at) {
      found.push_back(&*at);
    }
    return found;
  }

  static bool same_value(const Quantity& x, const Quantity& y) {
    return std::abs(x.value - y.value) <=
           kSameValue * std::max(std::abs(x.value), std::abs(y.value));
  }

  // Whether both count the same: for a bare count the noun must be known.
  static bool comparable(const Quantity& x, const Quantity& y) {
    if (x.kind != y.kind || x.unit != y.unit) return false;
    if (x.kind == QuantityKind::kCount) return !x.unit.empty();
    return x.kind == QuantityKind::kPercent || x.kind == QuantityKind::kMoney ||
           x.kind == QuantityKind::kMeasure;
  }

  void add(DifferenceKind kind, Fact fact, Span span_a, Span span_b) {
    const auto value = [&](const Wording& side, Span span) {
      const std::string& text = story_.witnesses[side.report].report->text;
      return DifferenceValue{side.report, span, std::string(slice(text, span))};
    };
    found_.push_back({kind, fact, {value(a_, span_a), value(b_, span_b)}});
  }

  // "about 40" against "42", "more than 40" against "42".
  static bool rounded(const Quantity& x, const Quantity& y) {
    const double difference = std::abs(x.value - y.value);
    const double larger = std::max(std::abs(x.value), std::abs(y.value));
    if (difference <= kRounding * larger) return true;
    const auto within = [](const Quantity& bound, const Quantity& other) {
      return (bound.bound == Bound::kAtLeast && other.value >= bound.value) ||
             (bound.bound == Bound::kAtMost && other.value <= bound.value);
    };
    const bool about = x.bound == Bound::kAbout || y.bound == Bound::kAbout;
    return within(x, y) || within(y, x) ||
           (about && difference <= 2 * kRounding * larger);
  }

  DifferenceKind kind_of(const Quantity& x, const Quantity& y) const {
    const auto& first = story_.witnesses[a_.report].report->published;
    const auto& second = story_.witnesses[b_.report].report->published;
    const bool grows = (certainly_before(first, second) && x.value < y.value) ||
                       (certainly_before(second, first) && y.value < x.value);
    const bool count = x.kind == QuantityKind::kCount;
    return count && grows ? DifferenceKind::kLaterFigure
                          : DifferenceKind::kConflict;
  }

  void compare_numbers() {
    const auto xs = inside(analysis(a_).quantities, a_);
    const auto ys = inside(analysis(b_).quantities, b_);
    const auto met = [](const Quantity* x, const auto& others) {
      return std::any_of(others.begin(), others.end(),
                         [&](const Quantity* y) { return same_value(*x, *y); });
    };
    for (const Quantity* x : xs) {
      if (met(x, ys)) continue;
      for (const Quantity* y : ys) {
        if (met(y, xs) || !comparable(*x, *y)) continue;
        add(rounded(*x, *y) ? DifferenceKind::kRounding : kind_of(*x, *y),
            Fact::kNumber, x->span, y->span);
        break;
      }
    }
  }

  void compare_dates() {
    const auto xs = inside(analysis(a_).dates, a_);
    const auto ys = inside(analysis(b_).dates, b_);
    if (xs.size() != 1 || ys.size() != 1) return;
    const DateMention& x = *xs.front();
    const DateMention& y = *ys.front();
    if (!x.resolved || !y.resolved || x.precision != y.precision) return;
    if (x.day == y.day) return;
    add(DifferenceKind::kConflict, Fact::kDate, x.span, y.span);
  }

  const StoryText& story_;
  const Wording& a_;
  const Wording& b_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> find_differences(const StoryText& story,
                                         const Wording& a, const Wording& b) {
  return FactComparer(story, a, b).compare();
}

}  // namespace stemma::collate
