#include "collate/ranks.h"

#include <algorithm>

namespace stemma::collate {
namespace {

class RankComparer {
 public:
  explicit RankComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_side(slots_.a(), slots_.b());
    compare_side(slots_.b(), slots_.a());
    return std::move(found_);
  }

 private:
  std::span<const std::uint32_t> ranks(const Wording& side) const {
    const ReportText& report = slots_.story().reports[side.report];
    return Slots::marks_inside(report.ranks, side);
  }

  void compare_side(const Wording& ranked, const Wording& plain) {
    if (ranks(ranked).empty() || !ranks(plain).empty()) return;
    const std::uint32_t rank = ranks(ranked).front();
    const Term* office = slots_.word_behind(ranked, rank, 1);
    if (office == nullptr) return;
    const Term* other = slots_.find_deed(plain, *office);
    if (other == nullptr || stands_twice(ranked, *office) ||
        form(ranked, *office) != form(plain, *other) ||
        !slots_.one_slot_of(ranked, *office, *other)) {
      return;
    }
    const std::uint32_t words = shared_run(ranked, *office, plain, *other);
    const auto& tokens = slots_.analysis(ranked).tokens;
    const auto& others = slots_.analysis(plain).tokens;
    const Span with =
        cover(tokens[rank].span, tokens[office->first_token + words - 1].span);
    const Span without = cover(others[other->first_token].span,
                               others[other->first_token + words - 1].span);
    const bool in_order = &ranked == &slots_.a();
    found_.push_back(slots_.difference(DifferenceKind::kUnclear, Fact::kPerson,
                                       in_order ? with : without,
                                       in_order ? without : with));
  }

  std::uint64_t form(const Wording& side, const Term& term) const {
    return slots_.analysis(side).tokens[term.first_token].fold;
  }

  bool stands_twice(const Wording& side, const Term& office) const {
    const auto all = slots_.terms(side);
    return std::count_if(all.begin(), all.end(), [&](const Term& term) {
             return term.key == office.key;
           }) > 1;
  }

  // How many tokens from the office on are the same: "district attorney".
  std::uint32_t shared_run(const Wording& side, const Term& office,
                           const Wording& other_side, const Term& other) const {
    const auto& tokens = slots_.analysis(side).tokens;
    const auto& others = slots_.analysis(other_side).tokens;
    std::uint32_t words = 1;
    while (office.first_token + words < side.tokens.last &&
           other.first_token + words < other_side.tokens.last) {
      const Token& x = tokens[office.first_token + words];
      const Token& y = others[other.first_token + words];
      if (x.function_word || x.fold != y.fold || x.kind != TokenKind::kWord) {
        break;
      }
      ++words;
    }
    return words;
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differing_ranks(const Slots& slots) {
  return RankComparer(slots).compare();
}

}  // namespace stemma::collate
