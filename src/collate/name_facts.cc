#include "collate/name_facts.h"

#include <algorithm>
#include <optional>

#include "text/names.h"

namespace stemma::collate {
namespace {

constexpr double kOtherName = 0.4;          // similarity of two names at most
constexpr std::uint32_t kBeside = 3;        // tokens to the neighbouring word
constexpr std::uint32_t kCauseTokens = 12;  // of a cause at most

class NameComparer {
 public:
  explicit NameComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    const auto names_a = without_shared(slots_.a(), slots_.b());
    if (names_a.empty()) return {};
    const auto names_b = without_shared(slots_.b(), slots_.a());
    if (names_b.empty() || !slots_.alike()) return {};
    for (const Name* x : names_a) {
      for (const Name* y : names_b) {
        if (const auto fact = differ(*x, *y)) add(*fact, *x, *y);
      }
    }
    return std::move(found_);
  }

 private:
  std::uint32_t bearer(const Wording& side, const Name& name) const {
    return slots_.story().names.bearer(side.report, name.entity);
  }

  // The names of a wording whose bearers the other one does not name.
  std::vector<const Name*> without_shared(const Wording& side,
                                          const Wording& other) const {
    auto names = Slots::inside(slots_.analysis(side).names, side);
    const auto others = Slots::inside(slots_.analysis(other).names, other);
    std::erase_if(names, [&](const Name* name) {
      return std::any_of(others.begin(), others.end(), [&](const Name* second) {
        return bearer(side, *name) == bearer(other, *second);
      });
    });
    return names;
  }

  // The fact in which two names in one slot differ, if they do.
  std::optional<Fact> differ(const Name& x, const Name& y) const {
    const auto& bearers = slots_.story().names.bearers();
    const auto& first = bearers[bearer(slots_.a(), x)];
    const auto& second = bearers[bearer(slots_.b(), y)];
    if (first.kind != second.kind || !same_beside(x, y, -1) ||
        !same_beside(x, y, 1)) {
      return std::nullopt;
    }
    if (first.kind != NameKind::kPerson && first.kind != NameKind::kPlace) {
      return differ_in_part(x, y) ? std::optional(Fact::kName) : std::nullopt;
    }
    const bool variants =
        share_word(x, y) ||
        text::name_similarity(first.full_name, second.full_name) > kOtherName;
    if (variants) return std::nullopt;
    return first.kind == NameKind::kPerson ? Fact::kPerson : Fact::kPlace;
  }

  // The stems of the words of a name that say something.
  std::vector<std::uint64_t> words(const Wording& side,
                                   const Name& name) const {
    const auto& tokens = slots_.analysis(side).tokens;
    std::vector<std::uint64_t> stems;
    for (auto i = name.first_token; i < name.last_token; ++i) {
      const bool says =
          tokens[i].kind != TokenKind::kPunctuation && !tokens[i].function_word;
      if (says) stems.push_back(tokens[i].stem);
    }
    return stems;
  }

  // Names of bodies and things in one slot are mostly labels of one, but not
  // "Bank of England" and "Bank of Scotland": half of the words or more are
  // the same, and each has one that the other lacks.
  bool differ_in_part(const Name& x, const Name& y) const {
    const auto left = words(slots_.a(), x);
    const auto right = words(slots_.b(), y);
    const auto shared = static_cast<std::size_t>(
        std::count_if(left.begin(), left.end(), [&](std::uint64_t word) {
          return std::find(right.begin(), right.end(), word) != right.end();
        }));
    const std::size_t fewer = std::min(left.size(), right.size());
    return shared < fewer && 2 * shared >= std::max(left.size(), right.size());
  }

  // "Mike Keller", "Michael Keller".
  bool share_word(const Name& x, const Name& y) const {
    const auto& left = slots_.analysis(slots_.a()).tokens;
    const auto& right = slots_.analysis(slots_.b()).tokens;
    for (auto i = x.first_token; i < x.last_token; ++i) {
      for (auto j = y.first_token; j < y.last_token; ++j) {
        if (left[i].fold == right[j].fold) return true;
      }
    }
    return false;
  }

  // The stem of the nearest word that says something, on the left or right;
  // 0 if none is near, 1 at the edge of the wording.
  std::uint64_t beside(const Wording& side, const Name& name, int step) const {
    const auto& tokens = slots_.analysis(side).tokens;
    std::uint32_t at = step < 0 ? name.first_token : name.last_token;
    while (step < 0 && at > side.tokens.first && !name.title.empty() &&
           tokens[at - 1].span.begin >= name.title.begin) {
      --at;  // the title belongs to the name
    }
    for (std::uint32_t n = 0; n < kBeside; ++n) {
      if (step < 0 ? at == side.tokens.first : at >= side.tokens.last) return 1;
      if (step < 0) --at;
      const Token& token = tokens[at];
      if (token.kind != TokenKind::kPunctuation && !token.function_word) {
        return token.stem;
      }
      if (step > 0) ++at;
    }
    return 0;
  }

  bool same_beside(const Name& x, const Name& y, int step) const {
    const std::uint64_t word = beside(slots_.a(), x, step);
    return word != 0 && word == beside(slots_.b(), y, step);
  }

  void add(Fact fact, const Name& x, const Name& y) {
    const auto kind = fact == Fact::kPerson ? DifferenceKind::kConflict
                                            : DifferenceKind::kUnclear;
    found_.push_back(slots_.difference(kind, fact, x.span, y.span));
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

// The words behind the first marker of a cause up to the next mark or the end
// of the wording; the first token is the marker's.
std::optional<Range> find_cause(const Slots& slots, const Wording& side) {
  const Analysis& analysis = slots.analysis(side);
  const auto at =
      Slots::first_inside(slots.story().reports[side.report].causes, side);
  if (!at) return std::nullopt;
  std::uint32_t last = *at + 1;
  while (last < side.tokens.last && last < *at + kCauseTokens &&
         analysis.tokens[last].kind != TokenKind::kPunctuation) {
    ++last;
  }
  return Range{*at, last};
}

// The terms of a cause, without those of its marker.
std::span<const Term> terms_in(std::span<const Term> all, Range tokens) {
  const auto at = [&](std::uint32_t token) {
    return std::partition_point(all.begin(), all.end(), [&](const Term& term) {
      return term.first_token < token;
    });
  };
  return {at(tokens.first + 1), at(tokens.last)};
}

}  // namespace

std::vector<Difference> differing_names(const Slots& slots) {
  return NameComparer(slots).compare();
}

std::vector<Difference> differing_causes(const Slots& slots) {
  const auto cause_a = find_cause(slots, slots.a());
  if (!cause_a) return {};
  const auto cause_b = find_cause(slots, slots.b());
  if (!cause_b || !slots.alike()) return {};
  const auto terms_a = terms_in(slots.terms(slots.a()), *cause_a);
  const auto terms_b = terms_in(slots.terms(slots.b()), *cause_b);
  if (terms_a.empty() || terms_b.empty()) return {};
  const TermSet other(terms_b);
  const bool shared =
      std::any_of(terms_a.begin(), terms_a.end(),
                  [&](const Term& term) { return other.match(term) > 0; });
  if (shared) return {};
  const auto span = [&](const Wording& side, Range tokens) {
    const auto& all = slots.analysis(side).tokens;
    return cover(all[tokens.first].span, all[tokens.last - 1].span);
  };
  return {slots.difference(DifferenceKind::kUnclear, Fact::kCause,
                           span(slots.a(), *cause_a),
                           span(slots.b(), *cause_b))};
}

}  // namespace stemma::collate
