#include "collate/senses.h"

#include <map>
#include <string>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/stem.h"

namespace stemma::collate {
namespace {

using Tables = std::map<std::string, Senses, std::less<>>;

Tables load() {
  Tables tables;
  for (const std::string_view language :
       {"", "en", "de", "fr", "es", "ru", "ar", "fa", "zh", "ja", "vi"}) {
    tables.emplace(std::string(language), Senses(language));
  }
  return tables;
}

}  // namespace

Senses::Senses(std::string_view language) {
  for (const auto& entry : text::lexicon(language).entries("synonym")) {
    groups_.try_emplace(hash_bytes(text::stem_of(entry.form, language)),
                        hash_bytes(entry.value));
  }
}

const Senses& senses(std::string_view language) {
  static const Tables tables = load();
  const auto found = tables.find(language);
  return found == tables.end() ? tables.find("")->second : found->second;
}

}  // namespace stemma::collate
