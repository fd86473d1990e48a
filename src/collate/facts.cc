#include "collate/facts.h"

#include <algorithm>
#include <cmath>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "collate/deed_agents.h"
#include "collate/deed_plans.h"
#include "collate/deeds.h"
#include "collate/hedges.h"
#include "collate/name_facts.h"
#include "collate/ranks.h"
#include "collate/slots.h"
#include "text/lexicon.h"
#include "text/phrases.h"
#include "text/stem.h"

namespace stemma::collate {
namespace {

constexpr double kAbout = 0.1;  // of the larger value
constexpr double kHundredth = 0.01;
// Tokens behind and before a number that say what it counts.
constexpr std::uint32_t kScopeTokens = 7;
constexpr std::uint32_t kScopeBefore = 2;
constexpr double kSameValue = 1e-9;

// What a count of people is of, by stem: "killed" and "dead" are one.
using Scopes = boost::unordered_flat_map<std::uint64_t, std::string>;

const Scopes& scopes_of(std::string_view language) {
  struct Table {
    explicit Table(std::string_view name) {
      for (const auto& entry : text::lexicon(name).entries("count_scope")) {
        scopes.try_emplace(hash_bytes(text::stem_of(entry.form, name)),
                           entry.value);
      }
    }
    Scopes scopes;
  };
  return text::by_language<Table>(language).scopes;
}

class FactComparer {
 public:
  explicit FactComparer(const Slots& slots)
      : slots_(slots), story_(slots.story()), a_(slots.a()), b_(slots.b()) {}

  std::vector<Difference> compare() {
    compare_numbers();
    compare_dates();
    return std::move(found_);
  }

 private:
  const Analysis& analysis(const Wording& side) const {
    return slots_.analysis(side);
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
    found_.push_back(slots_.difference(kind, fact, span_a, span_b));
  }

  // The place of the last digit that is written: 1000000 of "284 million".
  static double last_place(double value) {
    double place = 1;
    while (place < std::abs(value) && std::fmod(value, place * 10) == 0) {
      place *= 10;
    }
    return std::fmod(value, 1) == 0 ? place : kHundredth;
  }

  // "about 40" against "42", "more than 40" against "42", "13.6 million"
  // against "13,625,777".
  static bool rounded(const Quantity& x, const Quantity& y) {
    const double difference = std::abs(x.value - y.value);
    const double larger = std::max(std::abs(x.value), std::abs(y.value));
    const auto within = [](const Quantity& bound, const Quantity& other) {
      if (other.bound == bound.bound) return false;
      return (bound.bound == Bound::kAtLeast && other.value >= bound.value) ||
             (bound.bound == Bound::kAtMost && other.value <= bound.value);
    };
    const double places = std::max(last_place(x.value), last_place(y.value));
    const bool about = x.bound == Bound::kAbout || y.bound == Bound::kAbout;
    const bool whole = places > 1 || std::fmod(larger, 1) != 0;
    return within(x, y) || within(y, x) ||
           (about && difference <= kAbout * larger && difference <= places) ||
           (whole && difference < places && difference <= kAbout * larger);
  }

  DifferenceKind kind_of(const Quantity& x, const Quantity& y) const {
    if (story_.corrections.explain(a_.report, x.value, b_.report, y.value)) {
      return DifferenceKind::kCorrection;
    }
    const auto& first = story_.witnesses[a_.report].report->published;
    const auto& second = story_.witnesses[b_.report].report->published;
    const bool grows = (certainly_before(first, second) && x.value < y.value) ||
                       (certainly_before(second, first) && y.value < x.value);
    const bool count = x.kind == QuantityKind::kCount;
    return count && grows ? DifferenceKind::kLaterFigure
                          : DifferenceKind::kConflict;
  }

  // What a number counts of the people an event befell, where the words next
  // to it say so: "dead", "dead or missing". Empty if they do not.
  std::vector<std::string> scope(const Wording& side,
                                 const Quantity& quantity) const {
    const Scopes& scopes = scopes_of(analysis(side).language);
    const auto& tokens = analysis(side).tokens;
    const auto last =
        std::min(quantity.last_token + kScopeTokens, side.tokens.last);
    const auto first = std::max(
        side.tokens.first,
        quantity.first_token - std::min(quantity.first_token, kScopeBefore));
    std::vector<std::string> found;
    for (auto i = first; i < last; ++i) {
      const bool ends =
          i >= quantity.last_token &&
          (tokens[i].kind == TokenKind::kNumber || is_stop(side, tokens[i]));
      if (ends) break;
      const auto scope = scopes.find(tokens[i].stem);
      if (scope != scopes.end()) found.push_back(scope->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // The years that a wording names, ascending.
  std::vector<std::int32_t> years(const Wording& side) const {
    std::vector<std::int32_t> found;
    for (const DateMention* date : Slots::inside(analysis(side).dates, side)) {
      const bool year =
          date->resolved && date->precision == DatePrecision::kYear;
      if (year) found.push_back(date->day);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // What holds for 2014 need not hold for 2010 to 2014.
  bool other_years() const {
    const auto years_a = years(a_);
    const auto years_b = years(b_);
    return !years_a.empty() && !years_b.empty() && years_a != years_b;
  }

  bool is_stop(const Wording& side, const Token& token) const {
    const std::string& text = story_.witnesses[side.report].report->text;
    return token.kind == TokenKind::kPunctuation &&
           (slice(text, token.span) == "," || slice(text, token.span) == ";");
  }

  DifferenceKind kind_of_counts(const Quantity& x, const Quantity& y) const {
    const auto scope_a = scope(a_, x);
    const auto scope_b = scope(b_, y);
    const bool other =
        !scope_a.empty() && !scope_b.empty() && scope_a != scope_b;
    return other || other_years() ? DifferenceKind::kOtherScope : kind_of(x, y);
  }

  // Numbers that round to each other are found first, so that they are not
  // set against others.
  void compare_numbers() {
    const auto& numbers_a = analysis(a_).quantities;
    const auto& numbers_b = analysis(b_).quantities;
    const auto like = [](const Quantity& x, const Quantity& y) {
      return same_value(x, y) || (comparable(x, y) && rounded(x, y));
    };
    slots_.compare_mentions(numbers_a, numbers_b, same_value, like,
                            [&](const Quantity& x, const Quantity& y) {
                              add(DifferenceKind::kRounding, Fact::kNumber,
                                  x.span, y.span);
                            });
    slots_.compare_mentions(numbers_a, numbers_b, like, comparable,
                            [&](const Quantity& x, const Quantity& y) {
                              add(kind_of_counts(x, y), Fact::kNumber, x.span,
                                  y.span);
                            });
  }

  // "Monday" of two weeks is mostly one day of a report dated wrongly.
  bool same_words(const DateMention& x, const DateMention& y) const {
    const auto& left = analysis(a_).tokens;
    const auto& right = analysis(b_).tokens;
    return std::equal(
        left.begin() + x.first_token, left.begin() + x.last_token,
        right.begin() + y.first_token, right.begin() + y.last_token,
        [](const Token& p, const Token& q) { return p.fold == q.fold; });
  }

  void compare_dates() {
    const auto overlap = [](const DateMention& x, const DateMention& y) {
      return !x.resolved || !y.resolved || x.precision != y.precision ||
             x.day == y.day;
    };
    slots_.compare_mentions(
        analysis(a_).dates, analysis(b_).dates, overlap,
        [&](const DateMention& x, const DateMention& y) {
          return !overlap(x, y) && !same_words(x, y) &&
                 slots_.share_neighbour(x, y);
        },
        [&](const DateMention& x, const DateMention& y) {
          add(DifferenceKind::kConflict, Fact::kDate, x.span, y.span);
        });
  }

  const Slots& slots_;
  const StoryText& story_;
  const Wording& a_;
  const Wording& b_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> find_differences(const StoryText& story,
                                         const Wording& a, const Wording& b) {
  const Slots slots(story, a, b);
  std::vector<Difference> found = FactComparer(slots).compare();
  for (const auto& find : {differing_deeds, differing_plans, differing_names,
                           differing_ranks, differing_causes}) {
    const std::vector<Difference> more = find(slots);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::vector<Difference> find_hedges(const StoryText& story, const Wording& a,
                                    const Wording& b) {
  const Slots slots(story, a, b);
  std::vector<Difference> found = hedges(slots);
  const std::vector<Difference> agents = dropped_agents(slots);
  found.insert(found.end(), agents.begin(), agents.end());
  return found;
}

}  // namespace stemma::collate
