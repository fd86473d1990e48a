#include "collate/facts.h"

#include <algorithm>
#include <cmath>

#include "collate/senses.h"

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxMentions = 200;  // of a wording, that are compared
constexpr double kAbout = 0.1;             // of the larger value
constexpr double kHundredth = 0.01;
// Terms on each side of a mention that tell its slot, and what they must have
// in common: words that say at least so much, and how many.
constexpr std::size_t kAround = 5;
constexpr float kTelling = 0.4F;
constexpr float kSlotWords = 1.6F;
constexpr float kSlotAtLeast = 0.6F;
constexpr double kSameValue = 1e-9;

class FactComparer {
 public:
  FactComparer(const StoryText& story, const Wording& a, const Wording& b)
      : story_(story), a_(a), b_(b) {}

  std::vector<Difference> compare() {
    compare_numbers();
    compare_dates();
    compare_deeds();
    if (alike()) {
      compare_negation(a_, b_);
      compare_negation(b_, a_);
    }
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
      if (found.size() == kMaxMentions) break;
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

  // The terms around a token of a wording.
  std::span<const Term> around(const Wording& side, std::uint32_t token) const {
    const auto terms = std::span(story_.reports[side.report].terms)
                           .subspan(side.terms.first, side.terms.size());
    const auto at = static_cast<std::size_t>(
        std::partition_point(
            terms.begin(), terms.end(),
            [&](const Term& term) { return term.first_token < token; }) -
        terms.begin());
    const std::size_t first = at < kAround ? 0 : at - kAround;
    const std::size_t last = std::min(at + kAround + 1, terms.size());
    return terms.subspan(first, last - first);
  }

  // Whether two mentions stand in one slot: words that say something are
  // around both.
  bool one_slot(std::uint32_t token_a, std::uint32_t token_b) const {
    const TermSet other(around(b_, token_b));
    float words = 0;
    float names = 0;
    for (const Term& term : around(a_, token_a)) {
      const float match = other.match(term);
      if (term.kind == TermKind::kWord && term.weight >= kTelling) {
        words += match;
      } else if (term.kind == TermKind::kName) {
        names = std::max(names, match);
      }
    }
    return words + names >= kSlotWords && words >= kSlotAtLeast;
  }

  // Calls differ(x, y) for mentions that neither side has and that stand in
  // one slot; each is used once.
  template <typename T, typename Same, typename Comparable, typename Differ>
  void compare_mentions(const std::vector<T>& all_a,
                        const std::vector<T>& all_b, const Same& same,
                        const Comparable& comparable,
                        const Differ& differ) const {
    auto xs = inside(all_a, a_);
    auto ys = inside(all_b, b_);
    const auto without = [&](auto& list, const auto& others) {
      std::erase_if(list, [&](const T* x) {
        return std::any_of(others.begin(), others.end(),
                           [&](const T* y) { return same(*x, *y); });
      });
    };
    const auto before = xs;
    without(xs, ys);
    without(ys, before);
    for (const T* x : xs) {
      const auto y = std::find_if(ys.begin(), ys.end(), [&](const T* other) {
        return comparable(*x, *other) &&
               one_slot(x->first_token, other->first_token);
      });
      if (y == ys.end()) continue;
      differ(*x, **y);
      ys.erase(y);
    }
  }

  // Numbers that round to each other are found first, so that they are not
  // set against others.
  void compare_numbers() {
    const auto& numbers_a = analysis(a_).quantities;
    const auto& numbers_b = analysis(b_).quantities;
    const auto like = [](const Quantity& x, const Quantity& y) {
      return same_value(x, y) || (comparable(x, y) && rounded(x, y));
    };
    compare_mentions(numbers_a, numbers_b, same_value, like,
                     [&](const Quantity& x, const Quantity& y) {
                       add(DifferenceKind::kRounding, Fact::kNumber, x.span,
                           y.span);
                     });
    compare_mentions(numbers_a, numbers_b, like, comparable,
                     [&](const Quantity& x, const Quantity& y) {
                       add(kind_of(x, y), Fact::kNumber, x.span, y.span);
                     });
  }

  void compare_dates() {
    const auto overlap = [](const DateMention& x, const DateMention& y) {
      return !x.resolved || !y.resolved || x.precision != y.precision ||
             x.day == y.day;
    };
    compare_mentions(
        analysis(a_).dates, analysis(b_).dates, overlap,
        [&](const DateMention& x, const DateMention& y) {
          return !overlap(x, y);
        },
        [&](const DateMention& x, const DateMention& y) {
          add(DifferenceKind::kConflict, Fact::kDate, x.span, y.span);
        });
  }

  // Deeds that exclude one another, neither of which the other side has.
  void compare_deeds() {
    const std::string& language = analysis(a_).language;
    if (language != analysis(b_).language) return;
    const Senses& groups = deeds(language);
    const auto span = [&](const Wording& side, const Term& term) {
      return analysis(side).tokens[term.first_token].span;
    };
    compare_mentions(
        story_.reports[a_.report].terms, story_.reports[b_.report].terms,
        [](const Term& x, const Term& y) { return x.key == y.key; },
        [&](const Term& x, const Term& y) {
          const std::uint64_t group = groups.of(x.key);
          return group != 0 && group == groups.of(y.key);
        },
        [&](const Term& x, const Term& y) {
          add(DifferenceKind::kUnclear, Fact::kDeed, span(a_, x), span(b_, y));
        });
  }

  // Whether half of the terms of the shorter wording match: else a denial may
  // be one of something else.
  bool alike() const {
    const auto terms = [&](const Wording& side) {
      return std::span(story_.reports[side.report].terms)
          .subspan(side.terms.first, side.terms.size());
    };
    const bool a_shorter = a_.terms.size() <= b_.terms.size();
    const TermSet other(terms(a_shorter ? b_ : a_));
    float matched = 0;
    for (const Term& term : terms(a_shorter ? a_ : b_)) {
      matched += other.match(term);
    }
    return 2 * matched >=
           static_cast<float>(std::min(a_.terms.size(), b_.terms.size()));
  }

  bool is_negation(const Wording& side, std::uint32_t token) const {
    const ReportText& report = story_.reports[side.report];
    return (report.classes.of(analysis(side).tokens[token]) & kNegation) != 0;
  }

  // The term that a negation of `side` stands before, or nullptr.
  const Term* negated(const Wording& side) const {
    const auto terms = std::span(story_.reports[side.report].terms)
                           .subspan(side.terms.first, side.terms.size());
    for (auto i = side.tokens.first; i < side.tokens.last; ++i) {
      if (!is_negation(side, i)) continue;
      const auto term = std::partition_point(
          terms.begin(), terms.end(),
          [&](const Term& t) { return t.first_token <= i; });
      const bool near = term != terms.end() && term->first_token <= i + 2;
      return near ? &*term : nullptr;
    }
    return nullptr;
  }

  // What one side denies of a deed and the other, which denies nothing, says.
  void compare_negation(const Wording& denies, const Wording& says) {
    const Term* deed = negated(denies);
    if (deed == nullptr || deed->kind != TermKind::kWord ||
        deed->weight < kTelling) {
      return;
    }
    for (auto i = says.tokens.first; i < says.tokens.last; ++i) {
      if (is_negation(says, i)) return;
    }
    for (const Term* term : inside(story_.reports[says.report].terms, says)) {
      if (term->key != deed->key) continue;
      const bool first = &denies == &a_;
      const Term& x = first ? *deed : *term;
      const Term& y = first ? *term : *deed;
      if (!one_slot(x.first_token, y.first_token)) return;
      const auto span = [&](const Wording& side, const Term& t) {
        const auto& tokens = analysis(side).tokens;
        std::uint32_t from = t.first_token;
        while (from > side.tokens.first && &t == deed &&
               !is_negation(side, from)) {
          --from;
        }
        return cover(tokens[from].span, tokens[t.first_token].span);
      };
      add(DifferenceKind::kUnclear, Fact::kDeed, span(a_, x), span(b_, y));
      return;
    }
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
