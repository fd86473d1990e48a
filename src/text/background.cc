#include "text/background.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <string>

#include "base/embedded.h"
#include "base/hash.h"

namespace stemma {
std::span<const EmbeddedFile> background_files();
}  // namespace stemma

namespace stemma::text {
namespace {

// ln(sentences / frequency) of a word just too rare for the table.
constexpr float kUnlisted = 8.0F;

using Tables = std::map<std::string, Background, std::less<>>;

Tables load() {
  Tables tables;
  tables.emplace("", Background(""));
  for (const EmbeddedFile& file : background_files()) {
    tables.emplace(std::string(file.name), Background(file.bytes));
  }
  return tables;
}

}  // namespace

Background::Background(std::string_view table) {
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    float rarity = 0;
    const char* last = line.data() + line.size();
    std::from_chars(line.data() + tab + 1, last, rarity);
    weights_[hash_bytes(line.substr(0, tab))] =
        std::clamp(rarity / kUnlisted, 0.0F, 1.0F);
  }
}

const Background& background(std::string_view language) {
  static const Tables tables = load();
  const auto found = tables.find(language);
  return found == tables.end() ? tables.find("")->second : found->second;
}

}  // namespace stemma::text
