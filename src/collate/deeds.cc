#include "collate/deeds.h"

#include "collate/senses.h"

namespace stemma::collate {
namespace {

class DeedComparer {
 public:
  explicit DeedComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_deeds();
    const bool denies =
        Slots::first_inside(negations(slots_.a()), slots_.a()) ||
        Slots::first_inside(negations(slots_.b()), slots_.b());
    if (found_.empty() && denies && slots_.closely_alike()) {
      compare_negation(slots_.a(), slots_.b());
      compare_negation(slots_.b(), slots_.a());
    }
    return std::move(found_);
  }

 private:
  // Deeds that exclude one another, neither of which the other side has.
  void compare_deeds() {
    const std::string& language = slots_.analysis(slots_.a()).language;
    if (language != slots_.analysis(slots_.b()).language) return;
    const Senses& groups = deeds(language);
    const std::vector<Term> deeds_a = deeds_in(slots_.a(), groups);
    if (deeds_a.empty()) return;
    slots_.compare_mentions(
        deeds_a, deeds_in(slots_.b(), groups),
        [](const Term& x, const Term& y) { return x.key == y.key; },
        [&](const Term& x, const Term& y) {
          return groups.of(x.key) == groups.of(y.key);
        },
        [&](const Term& x, const Term& y) {
          add(slots_.span_of(slots_.a(), x), slots_.span_of(slots_.b(), y));
        });
  }

  std::vector<Term> deeds_in(const Wording& side, const Senses& groups) const {
    std::vector<Term> found;
    for (const Term& term : slots_.terms(side)) {
      const bool deed = term.kind == TermKind::kWord && term.name == 0 &&
                        groups.of(term.key) != 0;
      if (deed) found.push_back(term);
    }
    return found;
  }

  void add(Span span_a, Span span_b) {
    found_.push_back(slots_.difference(DifferenceKind::kUnclear, Fact::kDeed,
                                       span_a, span_b));
  }

  const std::vector<std::uint32_t>& negations(const Wording& side) const {
    return slots_.story().reports[side.report].negations;
  }

  // The term that a negation of `side` stands before, or nullptr.
  const Term* negated(const Wording& side) const {
    const auto at = Slots::first_inside(negations(side), side);
    if (!at) return nullptr;
    const auto terms = slots_.terms(side);
    const auto term = std::partition_point(
        terms.begin(), terms.end(),
        [&](const Term& t) { return t.first_token <= *at; });
    const bool near = term != terms.end() && term->first_token <= *at + 2;
    return near ? &*term : nullptr;
  }

  // From the negation to the term.
  Span denied_span(const Wording& side, const Term& term) const {
    const auto& tokens = slots_.analysis(side).tokens;
    const auto& all = negations(side);
    const auto behind =
        std::upper_bound(all.begin(), all.end(), term.first_token);
    const std::uint32_t from = behind == all.begin()
                                   ? side.tokens.first
                                   : std::max(*(behind - 1), side.tokens.first);
    return cover(tokens[from].span, tokens[term.first_token].span);
  }

  // What one speaker says of two things in almost the same words.
  bool both_quoted(const Term& x, const Term& y) const {
    return slots_.analysis(slots_.a()).tokens[x.first_token].quoted &&
           slots_.analysis(slots_.b()).tokens[y.first_token].quoted;
  }

  // What one side denies of a deed and the other, which denies nothing, says.
  void compare_negation(const Wording& denies, const Wording& says) {
    const Term* deed = negated(denies);
    if (deed == nullptr || deed->kind != TermKind::kWord ||
        deed->weight < Slots::kTelling ||
        slots_.analysis(denies).tokens[deed->first_token].capitalised) {
      return;
    }
    if (Slots::first_inside(negations(says), says)) return;
    const auto& all = slots_.story().reports[says.report].terms;
    for (const Term* term : Slots::inside(all, says)) {
      if (term->key != deed->key) continue;
      const bool first = &denies == &slots_.a();
      const Term& x = first ? *deed : *term;
      const Term& y = first ? *term : *deed;
      if (both_quoted(x, y) || !slots_.one_slot(x.first_token, y.first_token)) {
        return;
      }
      const Span said = slots_.span_of(says, *term);
      const Span denied = denied_span(denies, *deed);
      add(first ? denied : said, first ? said : denied);
      return;
    }
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differing_deeds(const Slots& slots) {
  return DeedComparer(slots).compare();
}

}  // namespace stemma::collate
