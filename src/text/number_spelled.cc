#include <charconv>

#include "text/lexicon.h"
#include "text/number_text.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kMaxNumberTokens = 12;

// Adds up number words: "two hundred forty two thousand six".
class Sum {
 public:
  // False if the word does not go on the number: "two three".
  bool add(double value) {
    const double tens = static_cast<int>(current_) % 100;
    const bool fits =
        current_ == 0 || (tens == 0 && value < 100) ||
        (static_cast<int>(tens) % 10 == 0 && value < 10 && tens >= 20) ||
        ((tens == 60 || tens == 80) && value < 20);
    if (!fits || (value >= 100 && current_ > 0)) return false;
    if (begun_ && current_ == 0 && last_scale_ < 1000) return false;
    current_ += value;
    begun_ = true;
    last_scale_ = 1e18;
    return true;
  }
  bool scale(double by) {
    if (by < 1000) {
      if (current_ >= 100) return false;
      current_ = (current_ > 0 ? current_ : 1) * by;
    } else if (current_ == 0 && total_ > 0) {
      total_ *= by;  // "dos mil millones"
    } else {
      total_ += (current_ > 0 ? current_ : 1) * by;
      current_ = 0;
    }
    begun_ = true;
    last_scale_ = by;
    return true;
  }
  bool begun() const { return begun_; }
  double value() const { return total_ + current_; }

 private:
  double total_ = 0;
  double current_ = 0;
  double last_scale_ = 1e18;
  bool begun_ = false;
};

// German, below a hundred: "zwei", "zwanzig", "zweiundzwanzig".
double german_tens(std::string_view word) {
  const Lexicon& german = lexicon("de");
  if (const std::string* value = german.find("number_word", word)) {
    return leading_number(*value);
  }
  const std::size_t joint = word.find("und");
  if (joint == 0 || joint == std::string_view::npos) return -1;
  const std::string* ones = german.find("number_word", word.substr(0, joint));
  const std::string* tens = german.find("number_word", word.substr(joint + 3));
  if (ones == nullptr || tens == nullptr) return -1;
  const double low = leading_number(*ones);
  const double high = leading_number(*tens);
  return low < 10 && high >= 20 ? low + high : -1;
}

// `word` before and after `scale_word`; an empty part before it is one.
double german_scaled(std::string_view word, std::string_view scale_word,
                     double scale, double (*below)(std::string_view)) {
  const std::size_t at = word.find(scale_word);
  if (at == std::string_view::npos) return below(word);
  std::string_view rest = word.substr(at + scale_word.size());
  if (rest.starts_with("und")) rest.remove_prefix(3);
  const double head = at == 0 ? 1 : below(word.substr(0, at));
  const double tail = rest.empty() ? 0 : below(rest);
  return head < 0 || tail < 0 ? -1 : head * scale + tail;
}

double german_hundreds(std::string_view word) {
  return german_scaled(word, "hundert", 100, german_tens);
}

// German ordinals end in "te" or "ste" and an ending.
double german_ordinal(std::string_view word) {
  for (const std::string_view ending : {"n", "r", "s", "m", ""}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    for (const std::string_view mark : {"ste", "te"}) {
      if (!stem.ends_with(mark)) continue;
      const double value =
          german_number(stem.substr(0, stem.size() - mark.size()));
      if (value > 0) return value;
    }
  }
  return -1;
}

bool may_be_compound(std::string_view word, std::string_view language) {
  return language == "de" || word.find('-') != std::string_view::npos;
}

class SpelledReader {
 public:
  SpelledReader(const TokenView& view, const NumberWords& words)
      : view_(view), words_(words) {}

  WrittenNumber read(std::uint32_t i) {
    std::uint32_t at = i;
    const auto half = words_.half.match(view_.tokens(), i);
    const auto article = words_.article.match(view_.tokens(), i);
    if (half && scale_at(i + half.tokens, 1)) {
      const auto scale = words_.scale.match(view_.tokens(), i + half.tokens);
      return finish(i + half.tokens + scale.tokens,
                    leading_number(*half.value) * leading_number(*scale.value));
    }
    if (half && leading_number(*half.value) > 1) {
      return finish(i + half.tokens, leading_number(*half.value));
    }
    if (article && scale_at(i + article.tokens, 1)) at = i + article.tokens;
    while (at < view_.size() && at - i < kMaxNumberTokens && !ordinal_) {
      const std::uint32_t joint =
          sum_.begun() ? words_.joint.match(view_.tokens(), at).tokens : 0;
      const std::uint32_t next = take(at + joint, i);
      if (next == at + joint) break;
      at = next;
    }
    return sum_.begun() ? finish(at, sum_.value()) : WrittenNumber();
  }

 private:
  WrittenNumber finish(std::uint32_t end, double value) const {
    WrittenNumber number;
    number.value = value;
    number.end_token = end;
    number.end = view_[end - 1].span.end;
    number.ordinal = ordinal_;
    return number;
  }

  // True for a scale word that may begin (first > 0) or go on a number.
  bool scale_at(std::uint32_t at, int first) const {
    const auto scale = words_.scale.match(view_.tokens(), at);
    if (!scale || scale.value->ends_with("digits") ||
        scale.value->ends_with("money")) {
      return false;
    }
    return first == 0 || !scale.value->ends_with("plural");
  }

  // Takes the word at `at`; returns the token after it, or `at`.
  std::uint32_t take(std::uint32_t at, std::uint32_t first) {
    if (!view_.is_word(at)) return at;
    const auto tokens = view_.tokens();
    if (const auto word = words_.word.match(tokens, at)) {
      return sum_.add(leading_number(*word.value)) ? at + word.tokens : at;
    }
    const bool begins = !sum_.begun() && at == first && words_.language == "en";
    if (scale_at(at, sum_.begun() ? 0 : 1) && !begins) {
      const auto scale = words_.scale.match(tokens, at);
      return sum_.scale(leading_number(*scale.value)) ? at + scale.tokens : at;
    }
    if (const auto ordinal = words_.ordinal.match(tokens, at)) {
      ordinal_ = sum_.add(leading_number(*ordinal.value));
      return ordinal_ ? at + ordinal.tokens : at;
    }
    return sum_.begun() ? at : take_compound(at);
  }

  // "forty-two", "quatre-vingt-dix", "twenty-first", "zweiundvierzig"
  std::uint32_t take_compound(std::uint32_t at) {
    if (!may_be_compound(view_.written(at), words_.language)) return at;
    const std::string folded = view_.folded(at);
    if (words_.language == "de") {
      double value = german_number(folded);
      if (value < 0 && folded.find("te") != std::string::npos) {
        value = german_ordinal(folded);
        ordinal_ = value > 0;
      }
      return value >= 0 && sum_.add(value) ? at + 1 : at;
    }
    const Lexicon& lists = lexicon(words_.language);
    Sum sum;
    bool ordinal = false;
    std::string_view rest = folded;
    while (!rest.empty() && !ordinal) {
      const Part part = longest_part(rest, lists);
      if (part.size == 0 || (!part.joint && !sum.add(part.value))) return at;
      ordinal = part.ordinal;
      rest.remove_prefix(std::min(part.size + 1, rest.size()));
    }
    if (!rest.empty() || !sum_.add(sum.value())) return at;
    ordinal_ = ordinal;
    return at + 1;
  }

  struct Part {
    std::size_t size = 0;  // 0: no number word
    double value = 0;
    bool ordinal = false;
    bool joint = false;
  };

  // The longest beginning of `rest`, up to a hyphen, that is a number word.
  static Part longest_part(std::string_view rest, const Lexicon& lists) {
    for (std::size_t size = rest.size(); size > 0;) {
      const std::string_view part = rest.substr(0, size);
      if (const std::string* value = lists.find("number_word", part)) {
        return {size, leading_number(*value), false, false};
      }
      if (const std::string* value = lists.find("ordinal_word", part)) {
        return {size, leading_number(*value), true, false};
      }
      if (lists.has("number_and", part)) return {size, 0, false, true};
      const std::size_t hyphen = rest.rfind('-', size - 1);
      if (hyphen == std::string_view::npos) break;
      size = hyphen;
    }
    return {};
  }

  const TokenView& view_;
  const NumberWords& words_;
  Sum sum_;
  bool ordinal_ = false;
};

// A quick look, since nearly all words are none.
bool may_be_number(const TokenView& view, std::uint32_t i,
                   const NumberWords& words) {
  return words.first_words.contains(view[i].fold) ||
         may_be_compound(view.written(i), words.language);
}

}  // namespace

NumberWords::NumberWords(std::string_view name)
    : word(name, "number_word"),
      scale(name, "number_scale"),
      article(name, "number_article"),
      half(name, "number_half"),
      joint(name, "number_and"),
      ordinal(name, "ordinal_word"),
      language(name) {
  for (const PhraseTable* table : {&word, &scale, &article, &half, &ordinal}) {
    table->add_first_words(first_words);
  }
}

const NumberWords& number_words(std::string_view language) {
  return by_language<NumberWords>(language);
}

double leading_number(std::string_view value) {
  double number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

double german_number(std::string_view folded) {
  constexpr std::size_t kLongest = 80;
  if (folded.size() < 3 || folded.size() > kLongest) return -1;
  return german_scaled(folded, "tausend", 1000, german_hundreds);
}

WrittenNumber read_spelled_number(const TokenView& view, std::uint32_t i,
                                  const NumberWords& words) {
  if (!may_be_number(view, i, words)) return {};
  return SpelledReader(view, words).read(i);
}

void take_scales(const TokenView& view, const NumberWords& words, bool money,
                 WrittenNumber& number) {
  for (int times = 0; times < 2; ++times) {
    const auto scale = words.scale.match(view.tokens(), number.end_token);
    if (!scale || (scale.value->ends_with("money") && !money)) return;
    const double by = leading_number(*scale.value);
    if (by < 1000 && times > 0) return;
    number.value *= by;
    number.scale *= by;
    number.end_token += scale.tokens;
    number.end = view[number.end_token - 1].span.end;
    number.plain = false;
    // "3 Mio." has a stop that is no end of a sentence.
    if (scale.value->ends_with("digits") && view.is(number.end_token, ".") &&
        view.glued(number.end_token)) {
      ++number.end_token;
    }
  }
}

}  // namespace stemma::text
