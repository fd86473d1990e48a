#include "collate/hedges.h"

#include "text/phrases.h"

namespace stemma::collate {
namespace {

constexpr std::uint32_t kReach = 4;    // tokens that a hedge reaches over
constexpr std::uint32_t kBefore = 4;   // tokens before a word that may hedge it
constexpr std::size_t kMaxHedges = 8;  // of two wordings

struct Hedges {
  explicit Hedges(std::string_view language) : phrases(language, "hedge") {}
  text::PhraseTable phrases;
};

class HedgeComparer {
 public:
  explicit HedgeComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_side(slots_.a(), slots_.b());
    compare_side(slots_.b(), slots_.a());
    return std::move(found_);
  }

 private:
  bool is_hedge(const Wording& side, std::uint32_t token) const {
    const Analysis& analysis = slots_.analysis(side);
    const auto& table = text::by_language<Hedges>(analysis.language);
    return static_cast<bool>(table.phrases.match(analysis.tokens, token));
  }

  bool has_hedge_before(const Wording& side, std::uint32_t token) const {
    const std::uint32_t from =
        std::max(side.tokens.first, token - std::min(token, kBefore));
    for (auto i = from; i < token; ++i) {
      if (is_hedge(side, i)) return true;
    }
    return false;
  }

  // The first word behind a hedge that says something and stands in the other
  // wording too.
  void compare_side(const Wording& hedged, const Wording& plain) {
    const auto& all = slots_.story().reports[plain.report].terms;
    const auto others = Slots::inside(all, plain);
    for (auto i = hedged.tokens.first; i < hedged.tokens.last; ++i) {
      if (!is_hedge(hedged, i) || found_.size() == kMaxHedges) continue;
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
