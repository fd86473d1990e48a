#include "collate/labels.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "collate/descriptions.h"
#include "collate/expressions.h"

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxSpans = 200;  // listed for one label of one report

struct LabelKey {
  std::uint32_t thing = 0;
  std::string text;
  ReportIndex report = 0;
  Voice voice = Voice::kOutlet;
  friend auto operator<=>(const LabelKey&, const LabelKey&) = default;
};

bool is_opening(std::string_view text, std::uint32_t at,
                std::string_view mark) {
  return at >= mark.size() &&
         text.substr(at - mark.size(), mark.size()) == mark;
}

// Widens a span by quotation marks that stand directly around it.
Span with_scare_quotes(std::string_view text, Span span) {
  struct Pair {
    std::string_view open;
    std::string_view close;
  };
  static constexpr std::array<Pair, 6> kPairs{{{"\u2018", "\u2019"},
                                               {"\u201C", "\u201D"},
                                               {"\"", "\""},
                                               {"'", "'"},
                                               {"\u00AB", "\u00BB"},
                                               {"\u201E", "\u201C"}}};
  for (const Pair& pair : kPairs) {
    if (is_opening(text, span.begin, pair.open) &&
        text.substr(span.end).starts_with(pair.close)) {
      return {span.begin - static_cast<std::uint32_t>(pair.open.size()),
              span.end + static_cast<std::uint32_t>(pair.close.size())};
    }
  }
  return span;
}

class LabelFinder {
 public:
  LabelFinder(const StoryText& story, std::span<const UnitGroup> groups)
      : story_(story),
        groups_(find_expressions(story, groups)),
        descriptions_(find_descriptions(story, groups)),
        things_before_(groups_.same_as) {
    for (auto i = static_cast<std::uint32_t>(groups_.same_as.size());
         i < descriptions_.things; ++i) {
      groups_.same_as.push_back(i);
    }
    for (const auto& [a, b] : descriptions_.same) join(a, b);
  }

  std::vector<Label> find() {
    for (ReportIndex i = 0; i < story_.witnesses.size(); ++i) add_names(i);
    for (const Description& one : descriptions_.descriptions) {
      const std::string_view text = story_.witnesses[one.report].report->text;
      add(one.bearer, one.report, with_scare_quotes(text, one.span));
    }
    return in_order();
  }

 private:
  // Everything that stands for `a` or `b` stands for the smaller of the two.
  void join(std::uint32_t a, std::uint32_t b) {
    const auto [kept, replaced] =
        std::minmax(groups_.same_as[a], groups_.same_as[b]);
    std::replace(groups_.same_as.begin(), groups_.same_as.end(),
                 std::uint32_t{replaced}, std::uint32_t{kept});
  }

  // The unit that holds a position; the voice of what stands outside of all
  // units is the outlet's.
  Voice voice_at(ReportIndex report, std::uint32_t position) const {
    const Range all = story_.reports[report].sentences;
    const auto begin = story_.sentences.begin() + all.first;
    const auto end = story_.sentences.begin() + all.last;
    const auto sentence = std::partition_point(
        begin, end,
        [&](const StorySentence& s) { return s.span.end <= position; });
    if (sentence == end) return Voice::kOutlet;
    for (auto i = sentence->units.first; i < sentence->units.last; ++i) {
      if (story_.units[i].span.contains(position)) return story_.units[i].voice;
    }
    return sentence->heading ? Voice::kHeading : Voice::kOutlet;
  }

  bool in_paratext(ReportIndex report, Span span) const {
    const auto& paratext = story_.witnesses[report].report->paratext;
    return std::any_of(paratext.begin(), paratext.end(),
                       [&](const auto& p) { return p.span.contains(span); });
  }

  void add_names(ReportIndex report) {
    const Witness& witness = story_.witnesses[report];
    const std::string_view text = witness.report->text;
    const auto& names = witness.analysis->names;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      const Name& name = names[i];
      if (in_paratext(report, name.span)) continue;
      if (const Expression* whole = expression_of(report, i)) {
        add(whole->bearer, report, whole->span);
        continue;
      }
      Span span = with_scare_quotes(text, name.span);
      if (has_office(report, name) && name.title.end <= span.begin) {
        span = cover(span, name.title);
      }
      add(story_.names.bearer(report, name.entity), report, span);
    }
  }

  // Whether a person's name has a title, of more than "former".
  bool has_office(ReportIndex report, const Name& name) const {
    const auto& bearers = story_.names.bearers();
    const auto bearer = story_.names.bearer(report, name.entity);
    if (name.title.empty() || bearers[bearer].kind != NameKind::kPerson) {
      return false;
    }
    const auto& tokens = story_.witnesses[report].analysis->tokens;
    const auto& classes = story_.reports[report].classes;
    auto token = std::partition_point(
        tokens.begin(), tokens.end(),
        [&](const Token& t) { return t.span.begin < name.title.begin; });
    for (; token != tokens.end() && token->span.end <= name.title.end;
         ++token) {
      if (token->kind != TokenKind::kPunctuation &&
          (classes.of(*token) & kTitleQualifier) == 0) {
        return true;
      }
    }
    return false;
  }

  // The expression around a name, where its noun is one by which things of
  // several names are called.
  const Expression* expression_of(ReportIndex report,
                                  std::uint32_t name) const {
    const auto& all = groups_.expressions;
    const auto found =
        std::partition_point(all.begin(), all.end(), [&](const Expression& e) {
          return std::tuple(e.report, e.name) < std::tuple(report, name);
        });
    if (found == all.end() || found->report != report || found->name != name) {
      return nullptr;
    }
    const bool shared = std::binary_search(
        groups_.nouns.begin(), groups_.nouns.end(),
        std::pair(things_before_[found->bearer], found->noun));
    return shared ? &*found : nullptr;
  }

  void add(std::uint32_t bearer, ReportIndex report, Span span) {
    const std::uint32_t thing = groups_.same_as[bearer];
    const std::string_view text = story_.witnesses[report].report->text;
    auto& spans = found_[{thing, std::string(slice(text, span)), report,
                          voice_at(report, span.begin)}];
    if (spans.size() < kMaxSpans) spans.push_back(span);
  }

  std::vector<Label> in_order() const {
    std::map<std::uint32_t, std::vector<ReportIndex>> reports_of_thing;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> of_text;
    for (const auto& [key, spans] : found_) {
      reports_of_thing[key.thing].push_back(key.report);
      ++of_text[{key.thing, key.text}];
    }
    const auto reports = [&](std::uint32_t thing) {
      auto list = reports_of_thing.at(thing);
      std::sort(list.begin(), list.end());
      return std::unique(list.begin(), list.end()) - list.begin();
    };
    std::map<std::uint32_t, std::ptrdiff_t> count;
    for (const auto& [thing, list] : reports_of_thing) {
      count[thing] = reports(thing);
    }
    std::vector<const std::pair<const LabelKey, std::vector<Span>>*> order;
    order.reserve(found_.size());
    for (const auto& entry : found_) order.push_back(&entry);
    std::sort(order.begin(), order.end(), [&](auto* x, auto* y) {
      const auto rank = [&](const LabelKey& key) {
        const std::int64_t uses = of_text.at({key.thing, key.text});
        return std::pair(std::tuple(-count.at(key.thing), key.thing, -uses),
                         std::tie(key.text, key.report, key.voice));
      };
      return rank(x->first) < rank(y->first);
    });
    std::vector<Label> labels;
    std::uint32_t thing = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const LabelKey& key = order[i]->first;
      if (i > 0 && order[i - 1]->first.thing != key.thing) ++thing;
      labels.push_back(
          {thing, key.text, key.voice, key.report, order[i]->second});
    }
    return labels;
  }

  const StoryText& story_;
  ExpressionGroups groups_;
  Descriptions descriptions_;
  // Of each bearer, before descriptions joined further ones.
  std::vector<std::uint32_t> things_before_;
  std::map<LabelKey, std::vector<Span>> found_;
};

}  // namespace

std::vector<Label> find_labels(const StoryText& story,
                               std::span<const UnitGroup> groups) {
  return LabelFinder(story, groups).find();
}

}  // namespace stemma::collate
