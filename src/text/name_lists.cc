// Names in scripts without capitals, as far as lists and titles go.
//
// Found: places of the lexicon; in Arabic and Persian the words after a title
// or a forename up to the next function word or verb of a short list, and that
// name's last word alone from there on; in Chinese and Japanese the words
// before an honorific, and names with a middle dot. Not found: persons that
// stand without title or known forename, and most bodies. A whole solution
// needs a model of the language.
#include <boost/unordered/unordered_flat_set.hpp>

#include "base/utf8.h"
#include "text/name_spans.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kMaxWords = 3;
constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";  // Arabic "al-"

bool is_middle_dot(std::string_view mark) {
  return mark == "\xC2\xB7" || mark == "\xE3\x83\xBB" ||
         mark == "\xEF\xBD\xA5" || mark == "\xE2\x80\xA2";
}

// Letters of Han or Katakana only, as names are written in Japanese.
bool is_han_or_katakana(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint point = decode_utf8(word, i);
    const bool katakana = point.value >= 0x30A0 && point.value <= 0x30FF;
    const bool han = point.value >= 0x3400 && point.value <= 0x9FFF;
    if (!katakana && !han) return false;
    i += point.size;
  }
  return !word.empty();
}

class ListFinder {
 public:
  ListFinder(const TokenView& view, std::span<const Sentence> sentences,
             std::string_view language)
      : view_(view),
        words_(name_words(language)),
        spaced_(language == "ar" || language == "fa"),
        roles_(view, sentences, words_) {}

  std::vector<NameMention> find() {
    for (std::uint32_t i = 0; i < view_.size();) {
      const std::uint32_t next = spaced_ ? read_spaced(i) : read_dense(i);
      i = std::max(next, i + 1);
    }
    return std::move(mentions_);
  }

 private:
  bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return b < view_.size() && roles_.sentence[a] == roles_.sentence[b];
  }

  bool is_name_word(std::uint32_t i) const {
    return view_.is_word(i) && !view_[i].function_word && !roles_.title[i] &&
           !words_.stop.match(view_.tokens(), i) &&
           !words_.month.match(view_.tokens(), i) &&
           !words_.weekday.match(view_.tokens(), i);
  }

  // Each returns the token after what was read, or `i` if nothing was.
  std::uint32_t read_spaced(std::uint32_t i) {
    if (roles_.title[i]) return read_after_title(i);
    if (roles_.place[i] > 0) return add(i, i + roles_.place[i], i);
    const auto forename = words_.forename.match(view_.tokens(), i);
    if (forename && !view_[i].function_word) {
      const std::uint32_t last = name_end(i);
      if (last > i + 1) return add(i, last, i);
    }
    if (view_.is_word(i) && surnames_.contains(view_[i].fold)) {
      return add(i, i + 1, i);
    }
    return i;
  }

  // The end of the name that begins at `first`: at most three words; a word
  // with the article ends it.
  std::uint32_t name_end(std::uint32_t first) const {
    std::uint32_t at = first;
    while (at < first + kMaxWords && same_sentence(first, at) &&
           is_name_word(at)) {
      if (at > first && roles_.place[at] > 0) break;
      ++at;
      if (at > first + 1 && view_.written(at - 1).starts_with(kArticle)) break;
    }
    return at;
  }

  std::uint32_t read_after_title(std::uint32_t i) {
    std::uint32_t first = i;
    while (first < view_.size() && roles_.title[first]) ++first;
    // Adjectives of the title carry the article; a country may follow it.
    while (same_sentence(i, first) && is_name_word(first) &&
           view_.written(first).starts_with(kArticle) &&
           same_sentence(i, first + 1) && is_name_word(first + 1)) {
      ++first;
    }
    if (same_sentence(i, first) && roles_.place[first] > 0) {
      const std::uint32_t place_last = first + roles_.place[first];
      const std::uint32_t last = name_end(place_last);
      add(first, place_last, first);
      if (last == place_last || last > view_.size()) return place_last;
      return add(place_last, last, i);
    }
    if (!same_sentence(i, first)) return first;
    const std::uint32_t last = name_end(first);
    const bool sure =
        last > first + 1 || roles_.honorific[first - 1] ||
        (last > first && (surnames_.contains(view_[first].fold) ||
                          words_.forename.match(view_.tokens(), first)));
    return sure && last > first ? add(first, last, i) : first;
  }

  // Chinese and Japanese.
  std::uint32_t read_dense(std::uint32_t i) {
    if (roles_.place[i] > 0) return add(i, i + roles_.place[i], i);
    if (!view_.is_word(i)) return i;
    std::uint32_t last = i + 1;
    while (last + 1 < view_.size() && is_middle_dot(view_.written(last)) &&
           view_.glued(last) && view_.glued(last + 1) &&
           view_.is_word(last + 1)) {
      last += 2;
    }
    if (last > i + 1) return add(i, last, i);
    return read_before_honorific(i);
  }

  std::uint32_t read_before_honorific(std::uint32_t i) {
    std::uint32_t last = i;
    while (last < i + kMaxWords && view_.is_word(last) &&
           (last == i || view_.glued(last)) && !view_[last].function_word &&
           is_han_or_katakana(view_.written(last)) && roles_.place[last] == 0 &&
           !words_.honorific_after.match(view_.tokens(), last)) {
      ++last;
    }
    if (last == i || !view_.glued(last)) return i;
    const auto honorific = words_.honorific_after.match(view_.tokens(), last);
    if (!honorific) return i;
    NameMention mention = make(i, last);
    mention.name.title = {view_[last].span.begin,
                          view_[last + honorific.tokens - 1].span.end};
    mention.kind = NameKind::kPerson;
    mention.gender = gender_of(honorific);
    mentions_.push_back(mention);
    return last + honorific.tokens;
  }

  NameMention make(std::uint32_t first, std::uint32_t last) const {
    NameMention mention;
    mention.name.first_token = first;
    mention.name.last_token = last;
    mention.name.span = name_span(view_, first, last);
    return mention;
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last,
                    std::uint32_t title_first) {
    NameMention mention = make(first, last);
    if (title_first < first) {
      mention.name.title = {view_[title_first].span.begin,
                            view_[first - 1].span.end};
      for (std::uint32_t i = title_first; i < first; ++i) {
        const auto honorific = words_.honorific.match(view_.tokens(), i);
        const auto title = words_.title_word.match(view_.tokens(), i);
        for (const Gender gender : {gender_of(honorific), gender_of(title)}) {
          if (gender != Gender::kUnknown) mention.gender = gender;
        }
      }
    }
    judge_mention(view_, words_, mention);
    if (mention.kind == NameKind::kPerson && last > first + 1) {
      surnames_.insert(view_[last - 1].fold);
    }
    mentions_.push_back(mention);
    return last;
  }

  const TokenView& view_;
  const NameWords& words_;
  const bool spaced_;
  TokenRoles roles_;
  FoldSet surnames_;
  std::vector<NameMention> mentions_;
};

}  // namespace

std::vector<NameMention> find_uncapitalised_names(
    const TokenView& view, std::span<const Sentence> sentences,
    std::string_view language) {
  return ListFinder(view, sentences, language).find();
}

}  // namespace stemma::text
