#include "story/title_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>

#include <boost/unordered/unordered_flat_set.hpp>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/quantities.h"

namespace stemma::story {
namespace {

// "The first lady", "a second term", "third time": no serial numbers.
constexpr double kFirstInWords = 4;

using Words = boost::unordered_flat_set<std::uint64_t>;

struct NumberWords {
  Words ordinals;
  Words things;
};

Words hashes_of(std::string_view language, std::string_view category) {
  Words words;
  for (const auto& entry : text::lexicon(language).entries(category)) {
    words.insert(hash_bytes(entry.form));
  }
  return words;
}

const NumberWords& number_words(std::string_view language) {
  using ByLanguage = std::map<std::string, NumberWords, std::less<>>;
  static const ByLanguage all = [] {
    ByLanguage made;
    for (const std::string& code : text::lexicon_languages()) {
      made.emplace(code, NumberWords{hashes_of(code, "ordinal_word"),
                                     hashes_of(code, "numbered_thing")});
    }
    made.try_emplace("");
    return made;
  }();
  const auto found = all.find(language);
  return found == all.end() ? all.find("")->second : found->second;
}

bool is_content(const Token& token) {
  return token.kind == TokenKind::kWord && !token.function_word;
}

bool is_plain_number(std::string_view title, const Token& token) {
  const std::string_view written = slice(title, token.span);
  return token.kind == TokenKind::kNumber &&
         std::all_of(written.begin(), written.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

void add_ordinals(std::string_view title, std::span<const Token> tokens,
                  std::string_view language,
                  std::vector<TitleNumber>& numbers) {
  for (const Quantity& each :
       text::find_quantities(title, tokens, {}, language)) {
    const std::size_t next = each.last_token;
    if (each.kind != QuantityKind::kOrdinal || next >= tokens.size() ||
        !is_content(tokens[next])) {
      continue;
    }
    const bool in_words = tokens[each.first_token].kind == TokenKind::kWord;
    if (in_words && each.value < kFirstInWords) continue;
    numbers.push_back(
        {term_of(tokens[next].stem),
         term_of(hash_bytes(std::to_string(std::llround(each.value))))});
  }
}

}  // namespace

std::vector<TitleNumber> title_numbers(std::string_view title,
                                       std::span<const Token> tokens,
                                       std::string_view language) {
  const NumberWords& words = number_words(language);
  std::vector<TitleNumber> numbers;
  bool may_have_ordinal = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool digits = is_plain_number(title, tokens[i]);
    may_have_ordinal = may_have_ordinal ||
                       words.ordinals.contains(tokens[i].fold) ||
                       tokens[i].kind == TokenKind::kNumber;
    if (digits && i > 0 && words.things.contains(tokens[i - 1].fold)) {
      numbers.push_back({term_of(tokens[i - 1].stem), term_of(tokens[i].fold)});
    }
  }
  // Most titles have none and are done with here.
  if (may_have_ordinal) add_ordinals(title, tokens, language, numbers);
  return numbers;
}

}  // namespace stemma::story
