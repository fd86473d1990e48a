// A deed is planned where it is the first word that says something behind a
// marker ("will", "plans to"). It is done where no such marker stands before it
// and it has a past form, or a helper ("has", "was") before another form. Where
// one side speaks of efforts for what the other calls a later step, they differ
// as well ("made efforts to send", "the next step is to send").
#include "collate/deed_plans.h"

#include <algorithm>

namespace stemma::collate {
namespace {

constexpr std::uint32_t kPlanReach = 3;     // tokens from a marker to its deed
constexpr std::uint32_t kHelperReach = 3;   // from a helper to a past form
constexpr std::uint32_t kEffortReach = 14;  // from "efforts" to the deed
constexpr std::uint32_t kNegationReach = 4;

class PlanComparer {
 public:
  explicit PlanComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_side(slots_.a(), slots_.b());
    if (found_.empty()) compare_side(slots_.b(), slots_.a());
    return std::move(found_);
  }

 private:
  const ReportText& report(const Wording& side) const {
    return slots_.story().reports[side.report];
  }

  void compare_side(const Wording& plans, const Wording& tells) {
    const auto marks = Slots::marks_inside(report(plans).plans, plans);
    if (marks.empty() || !slots_.closely_alike()) return;
    for (const std::uint32_t& mark : marks) {
      const Term* deed = slots_.word_behind(plans, mark, kPlanReach);
      if (deed == nullptr || !Slots::may_be_deed(*deed)) continue;
      const auto& helpers = report(plans).helpers;
      const auto helper = Slots::mark_before(helpers, plans, deed->first_token,
                                             deed->first_token - mark);
      if (helper) continue;  // "would have been signed"
      const Term* told = slots_.find_deed(tells, *deed);
      if (told == nullptr || !is_done(tells, *told, form(plans, *deed)) ||
          !slots_.one_slot_of(plans, *deed, *told)) {
        continue;
      }
      const auto number = &mark - report(plans).plans.data();
      const std::uint32_t from =
          report(plans).plan_begins[static_cast<std::size_t>(number)];
      add(plans, cover_tokens(plans, from, *deed), tells,
          cover_tokens(tells, told_from(tells, *told), *told));
      return;
    }
  }

  std::uint64_t form(const Wording& side, const Term& deed) const {
    return slots_.analysis(side).tokens[deed.first_token].fold;
  }

  // `planned`: the form that the other side has.
  bool is_done(const Wording& side, const Term& deed,
               std::uint64_t planned) const {
    const ReportText& all = report(side);
    const std::uint32_t at = deed.first_token;
    if (Slots::mark_before(all.plans, side, at, at) ||
        Slots::mark_before(all.negations, side, at, kNegationReach)) {
      return false;
    }
    if (slots_.ends_with(side, deed, "ed")) return true;
    if (form(side, deed) == planned) return effort(side, at).has_value();
    return !slots_.ends_with(side, deed, "ing") &&
           Slots::mark_before(all.helpers, side, at, kHelperReach).has_value();
  }

  // The words that say that something is being done for a deed; they may stand
  // in the clause before.
  std::optional<std::uint32_t> effort(const Wording& side,
                                      std::uint32_t token) const {
    const auto& sentences = slots_.analysis(side).sentences;
    const auto sentence = std::partition_point(
        sentences.begin(), sentences.end(),
        [&](const Sentence& one) { return one.last_token <= token; });
    if (sentence == sentences.end()) return std::nullopt;
    Wording all = side;
    all.tokens = {sentence->first_token, sentence->last_token};
    return Slots::mark_before(report(side).efforts, all, token, kEffortReach);
  }

  // The helper of a deed that is done, or the deed itself.
  std::uint32_t told_from(const Wording& side, const Term& deed) const {
    const std::uint32_t at = deed.first_token;
    const auto helper =
        Slots::mark_before(report(side).helpers, side, at, kHelperReach);
    return helper ? *helper : effort(side, at).value_or(at);
  }

  Span cover_tokens(const Wording& side, std::uint32_t first,
                    const Term& last) const {
    const auto& tokens = slots_.analysis(side).tokens;
    return cover(tokens[first].span, tokens[last.last_token - 1].span);
  }

  void add(const Wording& plans, Span planned, const Wording& tells,
           Span told) {
    const auto& witnesses = slots_.story().witnesses;
    const bool update =
        certainly_before(witnesses[plans.report].report->published,
                         witnesses[tells.report].report->published);
    const bool in_order = &plans == &slots_.a();
    found_.push_back(slots_.difference(
        update ? DifferenceKind::kUpdate : DifferenceKind::kUnclear,
        Fact::kDeed, in_order ? planned : told, in_order ? told : planned));
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differing_plans(const Slots& slots) {
  return PlanComparer(slots).compare();
}

}  // namespace stemma::collate
