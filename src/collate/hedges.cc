#include "collate/hedges.h"

#include <algorithm>

namespace stemma::collate {
namespace {

constexpr std::uint32_t kReach = 4;    // tokens that a hedge reaches over
constexpr std::uint32_t kBefore = 4;   // tokens before a word that may hedge it
constexpr std::size_t kMaxHedges = 8;  // of two wordings

class HedgeComparer {
 public:
  explicit HedgeComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_side(slots_.a(), slots_.b());
    compare_side(slots_.b(), slots_.a());
    return std::move(found_);
  }

 private:
  const std::vector<std::uint32_t>& marks(const Wording& side) const {
    return slots_.story().reports[side.report].hedges;
  }

  bool has_hedge_before(const Wording& side, std::uint32_t token) const {
    const std::uint32_t from =
        std::max(side.tokens.first, token - std::min(token, kBefore));
    const auto& all = marks(side);
    const auto found = std::lower_bound(all.begin(), all.end(), from);
    return found != all.end() && *found < token;
  }

  // The first word behind a hedge that says something and stands in the other
  // wording too.
  void compare_side(const Wording& hedged, const Wording& plain) {
    const auto& all = slots_.story().reports[plain.report].terms;
    const auto first = Slots::first_inside(marks(hedged), hedged);
    if (!first) return;
    const auto others = Slots::inside(all, plain);
    for (const std::uint32_t i : marks(hedged)) {
      if (i < *first) continue;
      if (i >= hedged.tokens.last || found_.size() == kMaxHedges) break;
      for (const Term& term : slots_.terms(hedged)) {
        if (term.first_token <= i || term.weight < Slots::kTelling) continue;
        if (term.first_token > i + kReach) break;
        const auto other =
            std::find_if(others.begin(), others.end(), [&](const Term* one) {
              return one->key == term.key && one->kind == TermKind::kWord;
            });
        if (other == others.end()) continue;
        if (!has_hedge_before(plain, (*other)->first_token)) {
          add(hedged, i, term, **other);
        }
        break;
      }
    }
  }

  void add(const Wording& hedged, std::uint32_t hedge, const Term& term,
           const Term& plain) {
    const auto& tokens = slots_.analysis(hedged).tokens;
    const Span words = cover(tokens[hedge].span, slots_.span_of(hedged, term));
    const bool first = &hedged == &slots_.a();
    const Span other = slots_.span_of(first ? slots_.b() : slots_.a(), plain);
    found_.push_back(slots_.difference(DifferenceKind::kHedge, Fact::kDeed,
                                       first ? words : other,
                                       first ? other : words));
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> hedges(const Slots& slots) {
  return HedgeComparer(slots).compare();
}

}  // namespace stemma::collate
