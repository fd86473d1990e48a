#include "collate/senses.h"

#include <map>
#include <string>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/stem.h"

namespace stemma::collate {
namespace {

using Tables = std::map<std::string, Senses, std::less<>>;

Tables load(std::string_view category) {
  Tables tables;
  tables.emplace("", Senses("", category));
  for (const std::string& language : text::lexicon_languages()) {
    tables.emplace(language, Senses(language, category));
  }
  return tables;
}

const Senses& of_language(const Tables& tables, std::string_view language) {
  const auto found = tables.find(language);
  return found == tables.end() ? tables.find("")->second : found->second;
}

}  // namespace

Senses::Senses(std::string_view language, std::string_view category) {
  for (const auto& entry : text::lexicon(language).entries(category)) {
    groups_.try_emplace(hash_bytes(text::stem_of(entry.form, language)),
                        hash_bytes(entry.value));
  }
}

const Senses& synonyms(std::string_view language) {
  static const Tables tables = load("synonym");
  return of_language(tables, language);
}

const Senses& deeds(std::string_view language) {
  static const Tables tables = load("deed");
  return of_language(tables, language);
}

const Senses& cues(std::string_view language) {
  static const Tables tables = load("cue");
  return of_language(tables, language);
}

}  // namespace stemma::collate
