// Words by which people are reported to say, think, want or feel, as classes
// of their own: what the learned labeller knows of a verb holds for one that
// no annotated article has.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quote/word_table.h"
#include "text/tokenize.h"

namespace stemma::learn {

// The classes of a word; they follow those that learn_word_classes gives.
struct Sense {
  std::uint16_t fine = 0;
  std::uint8_t coarse = 0;
};

// By WordTable::key_of.
using Senses = std::map<std::uint32_t, Sense>;

// How a form is made from its base.
enum class Form : std::uint8_t { kBase, kWithS, kPast, kWithIng };
inline constexpr std::uint32_t kForms = 4;

// The forms of a verb ('v'), noun ('n') or adjective ('a') by the rules of
// English spelling. Some are no words; they do no harm.
inline std::vector<std::pair<std::string, Form>> forms_of(
    const std::string& word, char part) {
  std::vector<std::pair<std::string, Form>> forms = {{word, Form::kBase}};
  if (part == 'a') return forms;
  static constexpr std::string_view kVowels = "aeiou";
  const std::string shorter = word.substr(0, word.size() - 1);
  const bool ends_y = word.size() > 2 && word.back() == 'y' &&
                      kVowels.find(word[word.size() - 2]) == kVowels.npos;
  const bool hisses = word.ends_with('s') || word.ends_with('x') ||
                      word.ends_with("ch") || word.ends_with("sh") ||
                      word.ends_with('z');
  forms.emplace_back(ends_y ? shorter + "ies" : word + (hisses ? "es" : "s"),
                     Form::kWithS);
  if (part == 'n') return forms;
  if (word.ends_with('e')) {
    forms.emplace_back(word + "d", Form::kPast);
    forms.emplace_back(shorter + "ing", Form::kWithIng);
    return forms;
  }
  forms.emplace_back(ends_y ? shorter + "ied" : word + "ed", Form::kPast);
  forms.emplace_back(word + "ing", Form::kWithIng);
  if (ends_y) return forms;
  const std::string twice = word + word.back();
  forms.emplace_back(twice + "ed", Form::kPast);
  forms.emplace_back(twice + "ing", Form::kWithIng);
  return forms;
}

// Few classes for all verbs of saying, all other verbs, and the rest.
inline std::uint8_t coarse_sense(const std::string& sense, char part,
                                 Form form) {
  static const std::vector<std::string> kSaying = {
      "say", "claim", "deny", "ask", "urge", "promise", "criticize", "praise"};
  const bool saying =
      std::find(kSaying.begin(), kSaying.end(), sense) != kSaying.end();
  std::uint32_t own = 10;
  if (part == 'n') own = saying ? 8 : 9;
  if (part == 'v') own = (saying ? 0 : kForms) + static_cast<unsigned>(form);
  return static_cast<std::uint8_t>(quote::kCoarseClasses + 1 + own);
}

// Reads a file of senses (scripts/quote_senses.txt). A word of two senses has
// the first.
inline Senses read_senses(const std::string& path) {
  Senses senses;
  std::vector<std::string> names;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string sense;
    std::string part;
    words >> sense >> part;
    if (std::find(names.begin(), names.end(), sense + part) == names.end()) {
      names.push_back(sense + part);
    }
    const auto number = static_cast<std::uint32_t>(
        std::find(names.begin(), names.end(), sense + part) - names.begin());
    for (std::string word; words >> word;) {
      for (const auto& [form, kind] : forms_of(word, part.front())) {
        std::vector<Token> tokens;
        text::append_tokens(form, {0, static_cast<std::uint32_t>(form.size())},
                            "en", tokens);
        if (tokens.size() != 1) continue;
        const std::size_t fine = quote::kFineClasses + 1 + number * kForms +
                                 static_cast<std::size_t>(kind);
        senses.emplace(quote::WordTable::key_of(tokens.front().fold),
                       Sense{static_cast<std::uint16_t>(fine),
                             coarse_sense(sense, part.front(), kind)});
      }
    }
  }
  return senses;
}

}  // namespace stemma::learn
