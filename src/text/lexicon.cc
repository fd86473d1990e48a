#include "text/lexicon.h"

#include <algorithm>

#include "base/embedded.h"
#include "text/fold.h"

namespace stemma {
std::span<const EmbeddedFile> lexicon_files();
}  // namespace stemma

namespace stemma::text {

class LexiconLoader {
 public:
  static void add(std::string_view bytes, Lexicon& lexicon) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      add_line(bytes.substr(0, end), lexicon);
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size()
                                                        : end + 1);
    }
  }

 private:
  static void add_line(std::string_view line, Lexicon& lexicon) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t first = line.find('\t');
    if (first == std::string_view::npos) return;
    const std::size_t second = line.find('\t', first + 1);
    const bool has_value = second != std::string_view::npos;
    std::string form = fold(line.substr(
        first + 1, has_value ? second - first - 1 : std::string_view::npos));
    std::string value(has_value ? line.substr(second + 1) : "");
    auto& category = lexicon.categories_[std::string(line.substr(0, first))];
    category.by_form.try_emplace(form, category.entries.size());
    category.entries.push_back({std::move(form), std::move(value)});
  }
};

namespace {

using Lexicons = std::map<std::string, Lexicon, std::less<>>;

Lexicons load() {
  std::string_view common;
  for (const EmbeddedFile& file : lexicon_files()) {
    if (file.name == "common") common = file.bytes;
  }
  Lexicons all;
  LexiconLoader::add(common, all[""]);
  for (const EmbeddedFile& file : lexicon_files()) {
    if (file.name == "common") continue;
    Lexicon& lexicon = all[std::string(file.name)];
    LexiconLoader::add(file.bytes, lexicon);
    LexiconLoader::add(common, lexicon);
  }
  return all;
}

}  // namespace

const std::vector<Lexicon::Entry>& Lexicon::entries(
    std::string_view category) const {
  static const std::vector<Entry> none;
  const auto found = categories_.find(category);
  return found == categories_.end() ? none : found->second.entries;
}

const std::string* Lexicon::find(std::string_view category,
                                 std::string_view folded_form) const {
  const auto found = categories_.find(category);
  if (found == categories_.end()) return nullptr;
  const auto form = found->second.by_form.find(folded_form);
  if (form == found->second.by_form.end()) return nullptr;
  return &found->second.entries[form->second].value;
}

const Lexicon& lexicon(std::string_view language) {
  static const Lexicons all = load();
  const auto found = all.find(language);
  return found == all.end() ? all.find("")->second : found->second;
}

std::span<const std::string> lexicon_languages() {
  static const std::vector<std::string> languages = [] {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : lexicon_files()) {
      if (file.name != "common") names.emplace_back(file.name);
    }
    std::sort(names.begin(), names.end(),
              [](const std::string& a, const std::string& b) {
                return (a != "en") != (b != "en") ? a == "en" : a < b;
              });
    if (names.size() > kMaxLexicons) names.resize(kMaxLexicons);
    return names;
  }();
  return languages;
}

}  // namespace stemma::text
