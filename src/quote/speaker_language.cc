#include "quote/speaker_language.h"

#include <algorithm>
#include <cstdint>

#include "text/lexicon.h"
#include "text/names.h"
#include "text/phrases.h"

namespace stemma::quote {
namespace {

constexpr double kSameBearer = 0.4;       // name_similarity
constexpr std::uint32_t kMaxBeside = 12;  // tokens after a name
constexpr std::uint32_t kMaxBefore = 6;   // tokens of a title

bool opens_apposition(std::string_view mark) {
  return mark == "," || mark == "(";
}

bool ends_apposition(std::string_view mark) {
  return mark == "." || mark == ";" || mark == ":" || mark == ")";
}

void add_languages(std::string_view codes, std::vector<std::string>& out) {
  while (!codes.empty()) {
    const std::size_t end = std::min(codes.find(' '), codes.size());
    const std::string code(codes.substr(0, end));
    const auto place = std::lower_bound(out.begin(), out.end(), code);
    if (place == out.end() || *place != code) out.insert(place, code);
    codes.remove_prefix(std::min(end + 1, codes.size()));
  }
}

const text::PhraseTable& signs_of(std::string_view language) {
  static const std::map<std::string_view, text::PhraseTable> by_language = [] {
    std::map<std::string_view, text::PhraseTable> tables;
    for (const std::string& one : text::lexicon_languages()) {
      tables.emplace(one, text::PhraseTable(one, "language_sign"));
    }
    return tables;
  }();
  return by_language.find(text::lexicon_language(language))->second;
}

}  // namespace

SpeakerLanguages::SpeakerLanguages(std::span<const Witness> witnesses) {
  for (const Witness& witness : witnesses) {
    for (const Name& name : witness.analysis->names) {
      if (name.entity >= witness.analysis->entities.size()) continue;
      const Entity& who = witness.analysis->entities[name.entity];
      if (who.kind == NameKind::kPlace || who.kind == NameKind::kOrganisation) {
        continue;
      }
      add(witness, name);
    }
  }
}

void SpeakerLanguages::add(const Witness& witness, const Name& name) {
  const std::span<const Token> tokens = witness.analysis->tokens;
  const std::string_view text = witness.report->text;
  const text::PhraseTable& table = signs_of(witness.analysis->language);
  std::vector<std::string> languages;
  const auto look = [&](std::uint32_t at) {
    const auto match = table.match(tokens, at);
    if (match) add_languages(*match.value, languages);
  };
  std::uint32_t first = name.first_token;
  while (!name.title.empty() && first > 0 &&
         name.first_token - first < kMaxBefore &&
         tokens[first - 1].span.begin >= name.title.begin) {
    --first;
  }
  if (first > 0) --first;  // "Norvian President Ana Ruiz"
  for (std::uint32_t i = first; i < name.first_token; ++i) look(i);
  const auto size = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t i = name.last_token;
  if (i < size && opens_apposition(slice(text, tokens[i].span))) {
    const std::uint32_t last = std::min(size, i + kMaxBeside);
    for (++i; i < last && !ends_apposition(slice(text, tokens[i].span)); ++i) {
      look(i);
    }
  }
  if (languages.empty()) return;
  Languages& known = signs_[witness.analysis->entities[name.entity].full_name];
  for (const std::string& one : languages) add_languages(one, known);
}

const SpeakerLanguages::Languages& SpeakerLanguages::languages_of(
    const std::string& speaker) {
  const auto [known, fresh] = known_.try_emplace(speaker);
  if (!fresh) return known->second;
  for (const auto& [name, languages] : signs_) {
    if (name != speaker && text::name_similarity(name, speaker) < kSameBearer) {
      continue;
    }
    for (const std::string& one : languages) {
      add_languages(one, known->second);
    }
  }
  return known->second;
}

bool SpeakerLanguages::speaks(const std::string& speaker,
                              std::string_view language) {
  if (speaker.empty() || language.empty()) return false;
  const Languages& known = languages_of(speaker);
  return std::binary_search(known.begin(), known.end(), language);
}

}  // namespace stemma::quote
