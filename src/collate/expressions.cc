#include "collate/expressions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace stemma::collate {
namespace {

// Statements in which two names must stand for one another.
constexpr std::size_t kMinStatements = 2;
constexpr std::size_t kMaxUnits = 64;  // of a group, compared with its base

bool is_quote(const Token& token) {
  return token.kind == TokenKind::kPunctuation && token.span.size() <= 3;
}

// The noun directly behind the name, past a closing quotation mark; the end
// of the tokens if there is none.
std::uint32_t noun_after(const Analysis& analysis, const Name& name) {
  const auto& tokens = analysis.tokens;
  const auto none = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t at = name.last_token;
  if (at < none && is_quote(tokens[at]) &&
      tokens[at].span.begin == name.span.end) {
    ++at;
  }
  if (at >= none) return none;
  const Token& noun = tokens[at];
  const bool fits =
      noun.kind == TokenKind::kWord && !noun.capitalised && !noun.function_word;
  return fits && noun.span.begin <= name.span.end + 5 ? at : none;
}

std::uint32_t without_possessive(std::string_view text, Span noun) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    if (slice(text, noun).ends_with(ending)) {
      return noun.end - static_cast<std::uint32_t>(ending.size());
    }
  }
  return noun.end;
}

class ExpressionFinder {
 public:
  ExpressionFinder(const StoryText& story, std::span<const UnitGroup> groups)
      : story_(story), groups_(groups) {}

  ExpressionGroups find() {
    for (ReportIndex i = 0; i < story_.witnesses.size(); ++i) collect(i);
    found_.same_as.resize(story_.names.bearers().size());
    std::iota(found_.same_as.begin(), found_.same_as.end(), 0U);
    for (std::uint32_t i = 0; i < groups_.size(); ++i) compare_group(i);
    for (const auto& [pair, seen] : evidence_) {
      if (seen.statements.size() < kMinStatements) continue;
      const auto a = root(pair.first);
      const auto b = root(pair.second);
      found_.same_as[std::max(a, b)] = std::min(a, b);
    }
    for (std::uint32_t i = 0; i < found_.same_as.size(); ++i) {
      found_.same_as[i] = root(i);
    }
    std::set<std::pair<std::uint32_t, std::uint64_t>> nouns;
    for (const auto& [pair, seen] : evidence_) {
      if (seen.statements.size() < kMinStatements) continue;
      for (const auto noun : seen.nouns) nouns.emplace(root(pair.first), noun);
    }
    found_.nouns.assign(nouns.begin(), nouns.end());
    return std::move(found_);
  }

 private:
  struct Evidence {
    std::set<std::uint32_t> statements;
    std::set<std::uint64_t> nouns;
  };

  std::uint32_t root(std::uint32_t bearer) const {
    while (found_.same_as[bearer] != bearer) bearer = found_.same_as[bearer];
    return bearer;
  }

  void collect(ReportIndex report) {
    const Witness& witness = story_.witnesses[report];
    const Analysis& analysis = *witness.analysis;
    for (std::uint32_t i = 0; i < analysis.names.size(); ++i) {
      const Name& name = analysis.names[i];
      const std::uint32_t noun = noun_after(analysis, name);
      if (noun == analysis.tokens.size()) continue;
      std::uint32_t first = name.first_token;
      if (first > 0 && is_quote(analysis.tokens[first - 1])) --first;
      const bool determined =
          first > 0 &&
          (story_.reports[report].classes.of(analysis.tokens[first - 1]) &
           kArticle) != 0;
      const Token& word = analysis.tokens[noun];
      const bool verb =
          (story_.reports[report].classes.of(word) & kFiniteVerb) != 0 ||
          slice(witness.report->text, word.span).ends_with("ed");
      if (!determined || verb) continue;
      found_.expressions.push_back(
          {report,
           story_.names.bearer(report, name.entity),
           word.stem,
           i,
           {analysis.tokens[first - 1].span.begin,
            without_possessive(witness.report->text, word.span)}});
    }
  }

  // The expressions in a unit.
  std::span<const Expression> inside(const Unit& unit) const {
    const auto& all = found_.expressions;
    const auto place = [](const Expression& e) {
      return std::tuple(e.report, e.span.begin);
    };
    const auto first =
        std::partition_point(all.begin(), all.end(), [&](const Expression& e) {
          return place(e) < std::tuple(unit.report, unit.span.begin);
        });
    const auto last =
        std::partition_point(first, all.end(), [&](const Expression& e) {
          return place(e) < std::tuple(unit.report, unit.span.end);
        });
    return {first, last};
  }

  bool names(const Unit& unit, std::uint32_t bearer) const {
    const std::uint64_t key = story_.names.bearers()[bearer].key;
    const auto terms = story_.terms(unit);
    return std::any_of(terms.begin(), terms.end(),
                       [&](const Term& term) { return term.name == key; });
  }

  // Two expressions with one noun and different names, neither of which the
  // other reading has.
  void compare_units(std::uint32_t group, const Unit& x, const Unit& y) {
    for (const Expression& a : inside(x)) {
      for (const Expression& b : inside(y)) {
        if (a.noun != b.noun || a.bearer == b.bearer) continue;
        if (names(x, b.bearer) || names(y, a.bearer)) continue;
        Evidence& seen = evidence_[std::minmax(a.bearer, b.bearer)];
        seen.statements.insert(group);
        seen.nouns.insert(a.noun);
      }
    }
  }

  void compare_group(std::uint32_t index) {
    const auto& units = groups_[index].units;
    const std::size_t size = std::min(units.size(), kMaxUnits);
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i + 1; j < size; ++j) {
        const Unit& x = story_.units[units[i]];
        const Unit& y = story_.units[units[j]];
        if (x.report != y.report) compare_units(index, x, y);
      }
    }
  }

  const StoryText& story_;
  std::span<const UnitGroup> groups_;
  ExpressionGroups found_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Evidence> evidence_;
};

}  // namespace

ExpressionGroups find_expressions(const StoryText& story,
                                  std::span<const UnitGroup> groups) {
  return ExpressionFinder(story, groups).find();
}

}  // namespace stemma::collate
