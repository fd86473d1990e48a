#include "collate/descriptions.h"

#include <algorithm>

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxUnits = 32;      // of a group, compared
constexpr std::size_t kMaxPhrases = 24;    // of a unit, compared
constexpr std::uint32_t kMaxWords = 3;     // of a description
constexpr std::uint32_t kMaxDistance = 3;  // tokens to the neighbour
constexpr std::uint32_t kNoBearer = 0xFFFFFFFFU;

struct Phrase {
  Range tokens;
  std::uint32_t bearer = kNoBearer;  // of a name
};

bool says_something(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

class DescriptionFinder {
 public:
  DescriptionFinder(const StoryText& story, std::span<const UnitGroup> groups)
      : story_(story), groups_(groups) {}

  Descriptions find() {
    for (const UnitGroup& group : groups_) compare_group(group);
    sort_once(found_.descriptions);
    sort_once(found_.same);
    return std::move(found_);
  }

 private:
  template <typename Items>
  static void sort_once(Items& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  }

  const Analysis& analysis(const Unit& unit) const {
    return *story_.witnesses[unit.report].analysis;
  }

  bool is_determiner(const Unit& unit, std::uint32_t token) const {
    const Token& one = analysis(unit).tokens[token];
    return (story_.reports[unit.report].classes.of(one) & kDeterminer) != 0;
  }

  void add_names(const Unit& unit, std::vector<Phrase>& phrases) const {
    const auto& names = analysis(unit).names;
    auto at = std::partition_point(
        names.begin(), names.end(),
        [&](const Name& n) { return n.first_token < unit.tokens.first; });
    for (; at != names.end() && at->last_token <= unit.tokens.last; ++at) {
      phrases.push_back({{at->first_token, at->last_token},
                         story_.names.bearer(unit.report, at->entity)});
    }
  }

  // "the" and up to three words in lower case.
  void add_noun_phrases(const Unit& unit, std::vector<Phrase>& phrases) const {
    const auto& tokens = analysis(unit).tokens;
    for (auto i = unit.tokens.first; i + 1 < unit.tokens.last; ++i) {
      if (!is_determiner(unit, i)) continue;
      std::uint32_t last = i + 1;
      while (last < unit.tokens.last && last - i <= kMaxWords &&
             tokens[last].kind == TokenKind::kWord &&
             says_something(tokens[last]) && !tokens[last].capitalised) {
        ++last;
      }
      if (last > i + 1) phrases.push_back({{i + 1, last}, kNoBearer});
    }
  }

  std::vector<Phrase> phrases_of(const Unit& unit) const {
    std::vector<Phrase> phrases;
    add_names(unit, phrases);
    add_noun_phrases(unit, phrases);
    if (phrases.size() > kMaxPhrases) phrases.resize(kMaxPhrases);
    return phrases;
  }

  bool share_word(const Unit& x, const Phrase& a, const Unit& y,
                  const Phrase& b) const {
    for (auto i = a.tokens.first; i < a.tokens.last; ++i) {
      const Token& word = analysis(x).tokens[i];
      if (!says_something(word)) continue;
      for (auto j = b.tokens.first; j < b.tokens.last; ++j) {
        if (analysis(y).tokens[j].stem == word.stem) return true;
      }
    }
    return false;
  }

  // The stem of the nearest word that says something; 0 if there is none near.
  std::uint64_t neighbour(const Unit& unit, std::uint32_t from,
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

  bool one_slot(const Unit& x, const Phrase& a, const Unit& y,
                const Phrase& b) const {
    const auto before = neighbour(x, a.tokens.first, -1);
    const auto behind = neighbour(x, a.tokens.last, 1);
    return (before != 0 && before == neighbour(y, b.tokens.first, -1)) ||
           (behind != 0 && behind == neighbour(y, b.tokens.last, 1));
  }

  void note(const Unit& x, const Phrase& a, const Unit& y, const Phrase& b) {
    if (a.bearer != kNoBearer && b.bearer != kNoBearer) {
      if (a.bearer != b.bearer) {
        found_.same.push_back(std::minmax(a.bearer, b.bearer));
      }
      return;
    }
    const bool first_is_name = a.bearer != kNoBearer;
    const Unit& unit = first_is_name ? y : x;
    const Range words = first_is_name ? b.tokens : a.tokens;
    const auto& tokens = analysis(unit).tokens;
    found_.descriptions.push_back(
        {unit.report,
         first_is_name ? a.bearer : b.bearer,
         {tokens[words.first].span.begin, tokens[words.last - 1].span.end}});
  }

  void compare_units(const Unit& x, const Unit& y) {
    const std::vector<Phrase> left = phrases_of(x);
    const std::vector<Phrase> right = phrases_of(y);
    for (const Phrase& a : left) {
      for (const Phrase& b : right) {
        if (a.bearer == kNoBearer && b.bearer == kNoBearer) continue;
        if (share_word(x, a, y, b) && one_slot(x, a, y, b)) note(x, a, y, b);
      }
    }
  }

  void compare_group(const UnitGroup& group) {
    const std::size_t size = std::min(group.units.size(), kMaxUnits);
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t j = i + 1; j < size; ++j) {
        const Unit& x = story_.units[group.units[i]];
        const Unit& y = story_.units[group.units[j]];
        if (x.report != y.report) compare_units(x, y);
      }
    }
  }

  const StoryText& story_;
  std::span<const UnitGroup> groups_;
  Descriptions found_;
};

}  // namespace

Descriptions find_descriptions(const StoryText& story,
                               std::span<const UnitGroup> groups) {
  return DescriptionFinder(story, groups).find();
}

}  // namespace stemma::collate
