#include "quote/who_words.h"

#include <map>
#include <string>

#include "text/lexicon.h"
#include "text/tokenize.h"

namespace stemma::quote {
namespace {

std::vector<std::uint64_t> folds_of(std::string_view words,
                                    std::string_view language) {
  std::vector<std::uint64_t> folds;
  for (const Token& token : text::tokenize(words, language)) {
    if (token.kind == TokenKind::kWord) folds.push_back(token.fold);
  }
  return folds;
}

}  // namespace

WhoWords::WhoWords(std::string_view language)
    : nouns_have_capitals_(
          text::lexicon(language).has("writing", "capital nouns")) {
  add(language, "body_word", kBodyWord);
  add(language, "document_word", kDocumentWord);
  add(language, "join_word", kJoinWord);
  add(language, "title_word", kTitleNoun);
  add(language, "clause_subordinator", kSubordinator);
  for (const auto& entry : text::lexicon(language).entries("body_word")) {
    if (entry.value != "any") continue;
    for (const std::uint64_t fold : folds_of(entry.form, language)) {
      classes_[fold] |= kAnyBodyWord;
    }
  }
  for (const auto& entry : text::lexicon(language).entries("party_letter")) {
    const auto noun = folds_of(entry.value, language);
    if (entry.form.size() != 1 || noun.empty()) continue;
    of_letter_[entry.form.front()] = noun.front();
    classes_[noun.front()] |= kTitleNoun;
  }
  for (const auto& entry : text::lexicon(language).entries("also_called")) {
    const auto form = folds_of(entry.form, language);
    if (form.empty()) continue;
    auto& others = also_called_[form.back()];
    for (const std::uint64_t fold : folds_of(entry.value, language)) {
      others.push_back(fold);
      classes_[fold] |= kTitleNoun;
    }
  }
}

void WhoWords::add(std::string_view language, std::string_view category,
                   std::uint32_t bit) {
  for (const auto& entry : text::lexicon(language).entries(category)) {
    const auto words = folds_of(entry.form, language);
    if (!words.empty()) classes_[words.back()] |= bit;
  }
}

std::optional<std::uint64_t> WhoWords::of_letter(char letter) const {
  if (letter < 'A' || letter > 'Z') return std::nullopt;
  const auto found = of_letter_.find(static_cast<char>(letter - 'A' + 'a'));
  if (found == of_letter_.end()) return std::nullopt;
  return found->second;
}

std::span<const std::uint64_t> WhoWords::also_called(std::uint64_t fold) const {
  const auto found = also_called_.find(fold);
  if (found == also_called_.end()) return {};
  return found->second;
}

const WhoWords& who_words_of(std::string_view language) {
  static const std::map<std::string, WhoWords, std::less<>> tables = [] {
    std::map<std::string, WhoWords, std::less<>> all;
    all.emplace("", WhoWords(""));
    for (const std::string& code : text::lexicon_languages()) {
      all.emplace(code, WhoWords(code));
    }
    return all;
  }();
  const auto found = tables.find(language);
  return found == tables.end() ? tables.find("")->second : found->second;
}

}  // namespace stemma::quote
