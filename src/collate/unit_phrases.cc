#include "collate/unit_phrases.h"

#include <algorithm>

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxPhrases = 24;    // of a unit
constexpr std::uint32_t kMaxWords = 3;     // of a noun phrase
constexpr std::uint32_t kMaxDistance = 3;  // tokens to the neighbour

}  // namespace

bool UnitPhrases::is_article(const Unit& unit, std::uint32_t token) const {
  const Token& one = analysis(unit).tokens[token];
  return (story_.reports[unit.report].classes.of(one) & kArticle) != 0;
}

void UnitPhrases::add_names(const Unit& unit,
                            std::vector<Phrase>& phrases) const {
  const auto& names = analysis(unit).names;
  auto at = std::partition_point(
      names.begin(), names.end(),
      [&](const Name& n) { return n.first_token < unit.tokens.first; });
  for (; at != names.end() && at->last_token <= unit.tokens.last; ++at) {
    phrases.push_back({{at->first_token, at->last_token},
                       story_.names.bearer(unit.report, at->entity)});
  }
}

// "the" and up to three words in lower case, the last no adverb or
// participle by its ending.
void UnitPhrases::add_noun_phrases(const Unit& unit,
                                   std::vector<Phrase>& phrases) const {
  const auto& tokens = analysis(unit).tokens;
  for (auto i = unit.tokens.first; i + 1 < unit.tokens.last; ++i) {
    if (!is_article(unit, i)) continue;
    std::uint32_t last = i + 1;
    while (last < unit.tokens.last && last - i <= kMaxWords &&
           tokens[last].kind == TokenKind::kWord &&
           says_something(tokens[last]) && !tokens[last].capitalised) {
      ++last;
    }
    while (last > i + 1 && !may_end(unit, last - 1)) --last;
    if (last > i + 1) phrases.push_back({{i + 1, last}, Phrase::kNoBearer});
  }
}

bool UnitPhrases::may_end(const Unit& unit, std::uint32_t token) const {
  if (analysis(unit).language != "en") return true;
  const std::string_view word =
      slice(story_.witnesses[unit.report].report->text,
            analysis(unit).tokens[token].span);
  return !word.ends_with("ed") && !word.ends_with("ly") &&
         !word.ends_with("ing");
}

std::vector<Phrase> UnitPhrases::of(const Unit& unit) const {
  std::vector<Phrase> phrases;
  add_names(unit, phrases);
  add_noun_phrases(unit, phrases);
  if (phrases.size() > kMaxPhrases) phrases.resize(kMaxPhrases);
  return phrases;
}

// The stem of the nearest word that says something; 0 if there is none near.
std::uint64_t UnitPhrases::neighbour(const Unit& unit, std::uint32_t from,
                                     int step) const {
  const auto& tokens = analysis(unit).tokens;
  std::uint32_t at = from;
  for (std::uint32_t n = 0; n < kMaxDistance; ++n) {
    if (step < 0 && at == unit.tokens.first) break;
    if (step < 0) --at;
    if (at >= unit.tokens.last) break;
    if (says_something(tokens[at])) return tokens[at].stem;
    if (step > 0) ++at;
  }
  return 0;
}

// The nearest word, whatever it says, without a determiner before the
// phrase; kEdge at the edge of the unit.
std::uint64_t UnitPhrases::next_word(const Unit& unit, std::uint32_t from,
                                     int step) const {
  const auto& tokens = analysis(unit).tokens;
  std::uint32_t at = from;
  while (step < 0 ? at > unit.tokens.first : at < unit.tokens.last) {
    if (step < 0) --at;
    const bool skipped = tokens[at].kind == TokenKind::kPunctuation ||
                         (step < 0 && at + 1 == from && is_article(unit, at));
    if (!skipped) return tokens[at].stem;
    if (step > 0) ++at;
  }
  return kEdge;
}

Frame UnitPhrases::frame(const Unit& unit, const Phrase& phrase) const {
  const auto [first, last] = phrase.tokens;
  Frame found{next_word(unit, first, -1), next_word(unit, last, 1),
              neighbour(unit, first, -1), neighbour(unit, last, 1)};
  if (found.before == kEdge) found.says_before = kEdge;
  return found;
}

}  // namespace stemma::collate
