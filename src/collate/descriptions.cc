#include "collate/descriptions.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "collate/unit_phrases.h"
#include "text/background.h"

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxUnits = 32;  // of a group, compared
constexpr float kAlike = 0.5F;         // of the weight of two units
constexpr std::uint32_t kNoBearer = Phrase::kNoBearer;

class DescriptionFinder {
 public:
  DescriptionFinder(const StoryText& story, std::span<const UnitGroup> groups)
      : story_(story),
        groups_(groups),
        phrases_(story),
        named_in_(story.names.bearers().size()) {
    for (ReportIndex i = 0; i < story.witnesses.size(); ++i) {
      for (const Name& name : story.witnesses[i].analysis->names) {
        auto& reports = named_in_[story.names.bearer(i, name.entity)];
        if (reports.empty() || reports.back() != i) reports.push_back(i);
      }
    }
  }

  Descriptions find() {
    for (const UnitGroup& group : groups_) compare_group(group);
    number_unnamed();
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

  // How many words of a phrase that say something stand in the other, and how
  // many there are.
  struct Shared {
    std::uint32_t words = 0;
    std::uint32_t all = 0;
    float weight = 0;   // the highest one of the words that are shared
    float without = 0;  // of the others
  };
  Shared shared_words(const Unit& x, const Phrase& a, const Unit& y,
                      const Phrase& b) const {
    const auto other =
        std::span(analysis(y).tokens).subspan(b.tokens.first, b.tokens.size());
    Shared shared;
    for (auto i = a.tokens.first; i < a.tokens.last; ++i) {
      const Token& word = analysis(x).tokens[i];
      if (!says_something(word)) continue;
      ++shared.all;
      const bool found =
          std::any_of(other.begin(), other.end(),
                      [&](const Token& t) { return t.stem == word.stem; });
      if (found) ++shared.words;
      float& weight = found ? shared.weight : shared.without;
      weight = std::max(weight, background(x).weight(word.fold));
    }
    return shared;
  }

  const Analysis& analysis(const Unit& unit) const {
    return *story_.witnesses[unit.report].analysis;
  }

  const text::Background& background(const Unit& unit) const {
    return text::background(analysis(unit).language);
  }

  // "Lower Ost", "the Ost Valley": no persons and no bodies, what they share
  // says as much as what they do not, and no report names both.
  bool one_place(const Shared& of_a, const Phrase& a, const Shared& of_b,
                 const Phrase& b) const {
    const auto may_be = [&](const Phrase& phrase) {
      const NameKind kind = story_.names.bearers()[phrase.bearer].kind;
      return kind == NameKind::kPlace || kind == NameKind::kUnknown;
    };
    if (!may_be(a) || !may_be(b) || of_a.weight < of_a.without ||
        of_b.weight < of_b.without) {
      return false;
    }
    const auto& x = named_in_[a.bearer];
    const auto& y = named_in_[b.bearer];
    return std::none_of(x.begin(), x.end(), [&](ReportIndex report) {
      return std::binary_search(y.begin(), y.end(), report);
    });
  }

  bool one_slot(const Unit& x, const Phrase& a, const Unit& y,
                const Phrase& b) const {
    const Frame one = phrases_.frame(x, a);
    const Frame other = phrases_.frame(y, b);
    const auto same = [](std::uint64_t word, std::uint64_t second) {
      return word > kEdge && word == second;
    };
    return same(one.says_before, other.says_before) ||
           same(one.says_behind, other.says_behind);
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
    const std::vector<Phrase> left = phrases_.of(x);
    const std::vector<Phrase> right = phrases_.of(y);
    for (const Phrase& a : left) {
      for (const Phrase& b : right) compare_phrases(x, a, y, b);
    }
  }

  void compare_phrases(const Unit& x, const Phrase& a, const Unit& y,
                       const Phrase& b) {
    const bool named_a = a.bearer != kNoBearer;
    const bool named_b = b.bearer != kNoBearer;
    const Shared of_a = shared_words(x, a, y, b);
    if (of_a.words > 0 && named_a && named_b) {
      const Shared of_b = shared_words(y, b, x, a);
      const bool within = of_a.words == of_a.all || of_b.words == of_b.all;
      const bool one =
          within ? one_frame(x, a, y, b)
                 : one_place(of_a, a, of_b, b) && one_slot(x, a, y, b);
      if (one) note(x, a, y, b);
    } else if (of_a.words > 0) {
      if ((named_a || named_b) && one_slot(x, a, y, b)) note(x, a, y, b);
    } else if (!(named_a && named_b) && one_frame(x, a, y, b) && alike(x, y)) {
      if (named_a || named_b) {
        note(x, a, y, b);
      } else {
        unnamed_.push_back({place(x, a), place(y, b)});
      }
    }
  }

  bool one_frame(const Unit& x, const Phrase& a, const Unit& y,
                 const Phrase& b) const {
    const Frame one = phrases_.frame(x, a);
    return one.says_before != 0 && one.says_behind != 0 &&
           one == phrases_.frame(y, b);
  }

  bool alike(const Unit& x, const Unit& y) const {
    float all = 0;
    float matched = 0;
    const auto add = [&](const Unit& unit, const Unit& other) {
      for (const Term& term : story_.terms(unit)) {
        all += term.weight;
        matched += term.weight * other.set.match(term);
      }
    };
    add(x, y);
    add(y, x);
    return matched >= kAlike * all;
  }

  struct Place {
    ReportIndex report = 0;
    Span span;
    std::uint64_t words = 0;  // hash of the stems
  };

  Place place(const Unit& unit, const Phrase& phrase) const {
    const auto& tokens = analysis(unit).tokens;
    Place found{unit.report,
                cover(tokens[phrase.tokens.first].span,
                      tokens[phrase.tokens.last - 1].span),
                0};
    for (auto i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
      found.words = hash_combine(found.words, tokens[i].stem);
    }
    return found;
  }

  // Gives descriptions that stand for one another a number behind the
  // bearers', the same words the same number.
  void number_unnamed() {
    found_.things = static_cast<std::uint32_t>(story_.names.bearers().size());
    std::map<std::uint64_t, std::uint32_t> thing_of;
    for (const auto& [a, b] : unnamed_) {
      const auto first = thing_of.try_emplace(a.words, found_.things);
      if (first.second) ++found_.things;
      const std::uint32_t kept = first.first->second;
      const auto second = thing_of.try_emplace(b.words, kept);
      const std::uint32_t other = second.first->second;
      if (other != kept) found_.same.push_back(std::minmax(other, kept));
      found_.descriptions.push_back({a.report, kept, a.span});
      found_.descriptions.push_back({b.report, kept, b.span});
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
  UnitPhrases phrases_;
  std::vector<std::vector<ReportIndex>> named_in_;  // of each bearer
  std::vector<std::pair<Place, Place>> unnamed_;
  Descriptions found_;
};

}  // namespace

Descriptions find_descriptions(const StoryText& story,
                               std::span<const UnitGroup> groups) {
  return DescriptionFinder(story, groups).find();
}

}  // namespace stemma::collate
