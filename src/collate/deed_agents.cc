// Without a parser only short patterns are trusted. Who did it is told by "by"
// behind a participle, by a noun that stands directly before the verb while an
// object follows it, or by a name in the possessive before a noun for a deed
// ("attack"). The other side must have the participle with a form of "be", and
// no "by"; or the noun, and not that name.
#include "collate/deed_agents.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "collate/word_marks.h"

namespace stemma::collate {
namespace {

constexpr std::uint32_t kAgentReach = 3;  // from a deed to "by", from it on
constexpr std::uint32_t kFarAgent = 10;   // to a "by" that tells who
constexpr std::uint32_t kNounReach = 3;   // from a name to the noun of a deed
constexpr std::size_t kMaxFound = 4;      // of two wordings

class AgentComparer {
 public:
  explicit AgentComparer(const Slots& slots) : slots_(slots) {}

  std::vector<Difference> compare() {
    compare_verbs(slots_.a(), slots_.b());
    compare_verbs(slots_.b(), slots_.a());
    compare_nouns(slots_.a(), slots_.b());
    compare_nouns(slots_.b(), slots_.a());
    return std::move(found_);
  }

 private:
  const ReportText& report(const Wording& side) const {
    return slots_.story().reports[side.report];
  }
  const std::vector<Token>& tokens(const Wording& side) const {
    return slots_.analysis(side).tokens;
  }
  Span cover_tokens(const Wording& side, std::uint32_t first,
                    std::uint32_t last) const {
    return cover(tokens(side)[first].span, tokens(side)[last - 1].span);
  }

  void add(const Wording& tells, Span with, Span without) {
    if (found_.size() == kMaxFound) return;
    const bool in_order = &tells == &slots_.a();
    found_.push_back(slots_.difference(DifferenceKind::kAgentDropped,
                                       Fact::kPerson, in_order ? with : without,
                                       in_order ? without : with));
  }

  void compare_verbs(const Wording& drops, const Wording& tells) {
    for (const std::uint32_t mark :
         Slots::marks_inside(report(drops).passives, drops)) {
      const Term* deed = slots_.word_behind(drops, mark, 1);
      if (deed == nullptr || !Slots::may_be_deed(*deed)) continue;
      if (!is_participle(drops, *deed) || has_agent(drops, *deed) ||
          !slots_.closely_alike()) {
        continue;
      }
      const Term* told = slots_.find_deed(tells, *deed);
      if (told == nullptr) continue;
      const Span without = cover_tokens(drops, mark, deed->last_token);
      if (const auto agent = agent_behind(tells, *told)) {
        add(tells, cover_tokens(tells, told->first_token, *agent), without);
      } else if (const Term* subject = agent_before(tells, *told, drops)) {
        add(tells, cover_tokens(tells, subject->first_token, told->last_token),
            without);
      }
    }
  }

  bool is_participle(const Wording& side, const Term& deed) const {
    return slots_.ends_with(side, deed, "ed") ||
           slots_.ends_with(side, deed, "en");
  }

  // Whether "by" stands anywhere near behind a deed.
  bool has_agent(const Wording& side, const Term& deed) const {
    const auto marks = Slots::marks_inside(report(side).agents, side);
    const auto by =
        std::lower_bound(marks.begin(), marks.end(), deed.last_token);
    return by != marks.end() && *by < deed.last_token + kFarAgent;
  }

  // The end of the word that says by whom: "hit by a truck".
  std::optional<std::uint32_t> agent_behind(const Wording& side,
                                            const Term& deed) const {
    for (const std::uint32_t by :
         Slots::marks_inside(report(side).agents, side)) {
      if (by < deed.last_token) continue;
      if (by >= deed.last_token + kAgentReach) break;
      const Term* agent = slots_.word_behind(side, by, kAgentReach);
      const bool somebody = agent != nullptr && names_somebody(*agent) &&
                            !slots_.ends_with(side, *agent, "ing");
      if (somebody) return end_of_name(side, *agent);
    }
    return std::nullopt;
  }

  std::uint32_t end_of_name(const Wording& side, const Term& term) const {
    for (const Name* name : Slots::inside(slots_.analysis(side).names, side)) {
      const bool in_it = name->first_token <= term.first_token &&
                         term.first_token < name->last_token;
      if (in_it) return std::min(name->last_token, side.tokens.last);
    }
    return term.last_token;
  }

  static bool names_somebody(const Term& term) {
    return term.kind == TermKind::kName || term.kind == TermKind::kWord;
  }

  // The noun directly before a verb with an object, which the other side does
  // not have: "a truck hit the gate".
  const Term* agent_before(const Wording& side, const Term& deed,
                           const Wording& other) const {
    const auto terms = slots_.terms(side);
    const auto at = std::partition_point(
        terms.begin(), terms.end(),
        [&](const Term& term) { return term.first_token < deed.first_token; });
    if (at == terms.begin() || deed.last_token >= side.tokens.last) {
      return nullptr;
    }
    const Term& agent = *(at - 1);
    if (agent.last_token != deed.first_token || !names_somebody(agent) ||
        slots_.ends_with(side, agent, "ly") || !is_participle(side, deed) ||
        !begins_object(side, deed.last_token)) {
      return nullptr;
    }
    return TermSet(slots_.terms(other)).match(agent) > 0 ? nullptr : &agent;
  }

  bool begins_object(const Wording& side, std::uint32_t token) const {
    const Token& next = tokens(side)[token];
    if (next.kind == TokenKind::kPunctuation) return false;
    const auto classes = report(side).classes.of(next);
    return !next.function_word || (classes & (kDeterminer | kArticle)) != 0;
  }

  // "Ostland's attack", "the attack".
  void compare_nouns(const Wording& tells, const Wording& drops) {
    if (Slots::marks_inside(report(tells).deed_nouns, tells).empty()) return;
    if (Slots::marks_inside(report(drops).deed_nouns, drops).empty()) return;
    const auto& names = slots_.analysis(tells).names;
    for (const Name* name : Slots::inside(names, tells)) {
      const Term* deed = possessed_deed(tells, *name);
      if (deed == nullptr || !slots_.closely_alike() ||
          is_named(tells, *name, drops)) {
        continue;
      }
      const Term* told = slots_.find_deed(drops, *deed);
      if (told == nullptr || names_owner(drops, *told)) continue;
      add(tells, cover_tokens(tells, name->first_token, deed->last_token),
          cover_tokens(drops, told->first_token, told->last_token));
    }
  }

  // The noun of a deed that a name in the possessive stands before.
  const Term* possessed_deed(const Wording& side, const Name& name) const {
    const Token& last = tokens(side)[name.last_token - 1];
    if (!is_possessive(side, last)) return nullptr;
    const auto nouns = Slots::marks_inside(report(side).deed_nouns, side);
    const auto noun =
        std::lower_bound(nouns.begin(), nouns.end(), name.last_token);
    if (noun == nouns.end() || *noun >= name.last_token + kNounReach) {
      return nullptr;
    }
    return slots_.word_behind(side, *noun - 1, 1);
  }

  bool is_possessive(const Wording& side, const Token& token) const {
    const std::string_view text =
        slots_.story().witnesses[side.report].report->text;
    const std::string_view word = slice(text, token.span);
    return word.ends_with("'s") || word.ends_with("\u2019s") ||
           word.ends_with("s'") || word.ends_with("s\u2019");
  }

  bool is_named(const Wording& side, const Name& name,
                const Wording& other) const {
    const StoryNames& all = slots_.story().names;
    const auto others = Slots::inside(slots_.analysis(other).names, other);
    return std::any_of(others.begin(), others.end(), [&](const Name* one) {
      return all.bearer(side.report, name.entity) ==
             all.bearer(other.report, one->entity);
    });
  }

  // "attacks of"
  bool followed_by_of(const Wording& side, const Term& deed) const {
    return deed.last_token < side.tokens.last &&
           word_marks(slots_.analysis(side).language)
               .of.match(tokens(side), deed.last_token);
  }

  // Whether another name says whose deed it is.
  bool names_owner(const Wording& side, const Term& deed) const {
    const auto names = Slots::inside(slots_.analysis(side).names, side);
    const bool of = followed_by_of(side, deed);
    return std::any_of(names.begin(), names.end(), [&](const Name* name) {
      const bool behind = name->first_token > deed.last_token &&
                          name->first_token <= deed.last_token + kNounReach;
      if (of && behind) return true;
      const bool before = name->last_token <= deed.first_token &&
                          name->last_token + kNounReach > deed.first_token;
      return before &&
             (name->last_token == deed.first_token ||
              is_possessive(side, tokens(side)[name->last_token - 1]));
    });
  }

  const Slots& slots_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> dropped_agents(const Slots& slots) {
  return AgentComparer(slots).compare();
}

}  // namespace stemma::collate
