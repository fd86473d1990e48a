#include "text/phrases.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/tokenize.h"

namespace stemma::text {

std::string_view lexicon_language(std::string_view language) {
  const auto known = lexicon_languages();
  const auto found = std::find(known.begin(), known.end(), language);
  if (found == known.end()) return "en";
  return *found;
}

int PhraseTable::Match::number() const {
  int result = 0;
  std::from_chars(value->data(), value->data() + value->size(), result);
  return result;
}

PhraseTable::PhraseTable(std::string_view language, std::string_view category) {
  const std::string_view known = lexicon_language(language);
  for (const Lexicon::Entry& entry : lexicon(known).entries(category)) {
    std::uint64_t hash = 0;
    // "d'" is one token only before a word.
    const bool elided = entry.form.ends_with('\'');
    auto tokens = tokenize(elided ? entry.form + "a" : entry.form, known);
    if (elided) tokens.pop_back();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      hash = hash_combine(hash, tokens[i].fold);
      if (i == 0) first_words_.insert(tokens[i].fold);
      Node& node = nodes_[hash];
      if (i + 1 < tokens.size()) {
        node.goes_on = true;
      } else if (node.value == nullptr) {
        node.value = &entry.value;
      }
    }
  }
}

void PhraseTable::add_first_words(FoldSet& words) const {
  for (const std::uint64_t fold : first_words_) words.insert(fold);
}

PhraseTable::Match PhraseTable::match(std::span<const Token> tokens,
                                      std::uint32_t first) const {
  Match best;
  std::uint64_t hash = 0;
  for (std::uint32_t i = first; i < tokens.size(); ++i) {
    hash = hash_combine(hash, tokens[i].fold);
    const auto node = nodes_.find(hash);
    if (node == nodes_.end()) break;
    if (node->second.value != nullptr) {
      best = {i + 1 - first, node->second.value};
    }
    if (!node->second.goes_on) break;
  }
  return best;
}

}  // namespace stemma::text
