// Names by their capitals.
//
// A capital tells a name only where none is due anyway. So the report is read
// twice. The first reading notes which words stand capitalised in the middle of
// ordinary sentences and which stand in lower case. The second one builds runs
// of capitalised words with the particles between them, and asks of a word that
// begins a sentence, or stands in a heading set in capitals, that it be such a
// word, a known forename or place, or lead on to another capital. In German,
// where every noun has a capital, every single word is asked that, and what is
// found beside titles and forenames vouches for the surname alone.
#include "text/capital_words.h"
#include "text/name_spans.h"
#include "text/word.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kMaxRun = 12;
constexpr std::uint32_t kMaxApposition = 8;

bool has_possessive(const TokenView& view, std::uint32_t i) {
  const std::string_view written = view.written(i);
  return without_possessive(written).size() < written.size();
}

class CapitalFinder {
 public:
  CapitalFinder(const TokenView& view, std::span<const Sentence> sentences,
                std::string_view language)
      : view_(view),
        words_(name_words(language)),
        adjectives_first_(language != "fr" && language != "es" &&
                          language != "vi"),
        capitals_(view, sentences, language),
        roles_(capitals_.roles()) {}

  std::vector<NameMention> find() {
    for (std::uint32_t i = 0; i < view_.size();) {
      const std::uint32_t end = run_end(i);
      if (end == i) {
        ++i;
        continue;
      }
      add_run(i, end);
      i = end;
    }
    return std::move(mentions_);
  }

 private:
  // Past the particles, joins and stops that lead from the token before `at`
  // to another candidate; `at` itself if they do not.
  std::uint32_t continued(std::uint32_t first, std::uint32_t at) const {
    const auto tokens = view_.tokens();
    if (has_possessive(view_, at - 1) || view_.after_break(at)) return at;
    if (capitals_.is_candidate(at)) return at + 1;
    const bool letter = view_.written(at - 1).size() <= 2;
    if (view_.is(at, ".") && view_.glued(at) &&
        (letter || roles_.title[at - 1]) && capitals_.is_candidate(at + 1)) {
      return at + 2;
    }
    // "Shia' al-Sudani"
    const bool apostrophe = view_.is(at, "\xE2\x80\x99") || view_.is(at, "'");
    if (apostrophe && view_.glued(at) && capitals_.is_candidate(at + 1) &&
        view_.written(at + 1).substr(1).starts_with("l-")) {
      return at + 2;
    }
    if (view_.is(at, "&") && capitals_.is_candidate(at + 1)) return at + 2;
    std::uint32_t next = at;
    for (int particles = 0; particles < 3 && view_.is_word(next); ++particles) {
      const std::uint32_t size = words_.particle.match(tokens, next).tokens;
      if (size == 0) break;
      next += size;
    }
    if (next > at && capitals_.is_candidate(next)) return next + 1;
    const std::uint32_t joined = words_.join.match(tokens, at).tokens;
    if (joined > 0 && is_body(first, at) &&
        capitals_.is_candidate(at + joined)) {
      return at + joined + 1;
    }
    return at;
  }

  bool is_body(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (words_.organisation.match(view_.tokens(), i) ||
          words_.place_word.match(view_.tokens(), i)) {
        return true;
      }
    }
    return false;
  }

  // The end of the run that begins at `first`; `first` if none does.
  std::uint32_t run_end(std::uint32_t first) const {
    std::uint32_t at = first;
    const bool article = view_[first].capitalised && !roles_.initial[first] &&
                         words_.particle.match(view_.tokens(), first) &&
                         capitals_.is_candidate(first + 1);
    if (view_[first].capitalised && roles_.place[first] > 0 &&
        !capitals_.is_shouted(first)) {
      at = first + roles_.place[first];
    } else if (capitals_.is_candidate(first) || article) {
      at = first + 1;
    } else {
      return first;
    }
    while (at < view_.size() && at - first < kMaxRun &&
           capitals_.same_sentence(first, at)) {
      const std::uint32_t next = continued(first, at);
      if (next == at) break;
      at = next;
    }
    return at;
  }

  bool is_title_or_stop(std::uint32_t i) const {
    return roles_.title[i] ||
           (view_.is(i, ".") && i > 0 && roles_.title[i - 1]);
  }

  void add_run(std::uint32_t first, std::uint32_t last) {
    std::uint32_t begin = first;
    std::uint32_t title_begin = first;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!is_title_or_stop(i)) continue;
      if (title_begin == begin) title_begin = i;
      begin = i + 1;
    }
    if (begin == first) title_begin = first;
    const bool honoured = begin > first && roles_.honorific[begin - 1];
    if (begin > first && begin < last && !honoured && is_body(begin, last)) {
      add_mention(first, last, first);  // "General Assembly"
      return;
    }
    // "Iraqi" in "Iraqi Prime Minister X" is part of the title, "Acme" in
    // "Acme Chief Executive X" is not.
    if (title_begin > first && begin > title_begin) {
      if (adjectives_first_ && is_adjective(title_begin - 1)) --title_begin;
      if (title_begin > first) add_mention(first, title_begin, first);
    }
    if (begin < last) add_mention(begin, last, std::min(title_begin, begin));
  }

  // Words for what is of a country or body, as they stand before titles.
  bool is_adjective(std::uint32_t i) const {
    if (!view_[i].capitalised || view_.glued(i + 1)) return false;
    if (view_[i].all_capitals) return true;
    const std::string word = view_.folded(i);
    for (const std::string_view ending :
         {"i", "an", "ish", "ese", "ch", "ic", "se"}) {
      if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
        return true;
      }
    }
    return false;
  }

  // The first token of the title that stands before token `begin`.
  std::uint32_t title_before(std::uint32_t begin) const {
    std::uint32_t at = begin;
    if (at > 1 && view_.is(at - 1, ",") && roles_.title[at - 2]) --at;
    // "le president francais X" (with accents)
    if (!adjectives_first_ && at > 1 && view_.is_word(at - 1) &&
        !view_[at - 1].capitalised && !view_[at - 1].function_word &&
        roles_.title[at - 2]) {
      --at;
    }
    const std::uint32_t last = at;
    while (at > 0 && is_title_or_stop(at - 1) &&
           capitals_.same_sentence(at - 1, begin)) {
      --at;
    }
    if (at == last) return begin;
    if (adjectives_first_ && at > 0 && is_adjective(at - 1) &&
        capitals_.same_sentence(at - 1, begin)) {
      --at;
    }
    return at;
  }

  void add_mention(std::uint32_t first, std::uint32_t last,
                   std::uint32_t title_first) {
    NameMention mention;
    mention.name.first_token = first;
    mention.name.last_token = last;
    mention.name.span = name_span(view_, first, last);
    title_first = std::min(title_first, title_before(title_first));
    if (title_first < first) set_title(title_first, mention);
    judge_mention(view_, words_, mention);
    mention.after_place_preposition =
        first > 0 && words_.may_begin(view_[first - 1].fold) &&
        words_.place_preposition.match(view_.tokens(), first - 1).tokens == 1;
    if (first > 0 && view_.is(first - 1, "(") && view_.is(last, ")") &&
        view_[first].all_capitals && !mentions_.empty() &&
        mentions_.back().name.last_token == first - 1) {
      mention.acronym_of = static_cast<std::int32_t>(mentions_.size()) - 1;
    }
    find_apposition(last, mention);
    mentions_.push_back(mention);
  }

  void set_title(std::uint32_t title_first, NameMention& mention) const {
    std::uint32_t last = mention.name.first_token;
    if (view_.is(last - 1, ",")) --last;
    mention.name.title = {view_[title_first].span.begin,
                          view_[last - 1].span.end};
    for (std::uint32_t i = title_first; i < last; ++i) {
      for (const PhraseTable* table : {&words_.honorific, &words_.title_word}) {
        const Gender gender = gender_of(table->match(view_.tokens(), i));
        if (gender != Gender::kUnknown) mention.gender = gender;
      }
    }
  }

  // ", the minister of health," after a name.
  void find_apposition(std::uint32_t after, NameMention& mention) const {
    if (!view_.is(after, ",") || mention.kind == NameKind::kPlace) return;
    std::uint32_t first = after + 1;
    while (first < view_.size() && first <= after + 2 &&
           view_[first].function_word) {
      ++first;
    }
    std::uint32_t title = first;
    while (title < view_.size() && title < first + 3 && !roles_.title[title]) {
      if (!view_.is_word(title) || view_[title].function_word) return;
      ++title;
    }
    if (title >= view_.size() || !roles_.title[title] ||
        !capitals_.same_sentence(after, title)) {
      return;
    }
    std::uint32_t last = title;
    while (last < view_.size() && roles_.title[last]) ++last;
    for (std::uint32_t i = last; i < first + kMaxApposition; ++i) {
      if (i >= view_.size() || !capitals_.same_sentence(after, i) ||
          view_[i].kind == TokenKind::kPunctuation) {
        last = i;
        break;
      }
    }
    // "Ana Ruiz, president Pedro Torres and ..." is a list.
    if (capitals_.is_candidate(last) && last == title + 1) return;
    mention.apposed_title = {view_[first].span.begin, view_[last - 1].span.end};
    if (mention.kind == NameKind::kUnknown) mention.kind = NameKind::kPerson;
    const Gender gender =
        gender_of(words_.title_word.match(view_.tokens(), title));
    if (mention.gender == Gender::kUnknown) mention.gender = gender;
  }

  const TokenView& view_;
  const NameWords& words_;
  const bool adjectives_first_;
  const CapitalWords capitals_;
  const TokenRoles& roles_;
  std::vector<NameMention> mentions_;
};

}  // namespace

std::vector<NameMention> find_capitalised_names(
    const TokenView& view, std::span<const Sentence> sentences,
    std::string_view language) {
  return CapitalFinder(view, sentences, language).find();
}

}  // namespace stemma::text
