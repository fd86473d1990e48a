#include "origin/outlets.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold.h"

namespace stemma::origin {
namespace {

constexpr std::array<std::string_view, 13> kNotNames = {
    "amp", "com",  "edition", "edu",    "gov", "int", "mobile",
    "net", "news", "org",     "online", "the", "www"};
constexpr std::size_t kShortestLabel = 3;

bool is_letter_or_digit(char32_t value) {
  return value >= 0x80 || (value >= U'a' && value <= U'z') ||
         (value >= U'0' && value <= U'9');
}

// Folded words of a name: letters and digits only, no leading "the".
std::vector<std::string> words_of(std::string_view name) {
  const std::string folded = text::fold(name);
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = decode_utf8(folded, at);
    if (is_letter_or_digit(point.value)) {
      if (!inside) words.emplace_back();
      append_utf8(point.value, words.back());
    }
    // An apostrophe joins; a hyphen parts, since domains leave both out.
    inside = is_letter_or_digit(point.value) || point.value == U'\'';
    if (words.empty()) inside = false;
    at += point.size;
  }
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

std::string join(std::span<const std::string> words) {
  std::string joined;
  for (const std::string& word : words) joined += word;
  return joined;
}

bool is_domain(std::string_view outlet) {
  return outlet.find('.') != std::string_view::npos &&
         outlet.find(' ') == std::string_view::npos;
}

std::vector<std::string> labels_of(std::string_view domain) {
  std::vector<std::string> labels;
  for (std::string& word : words_of(domain)) {
    const bool generic =
        std::find(kNotNames.begin(), kNotNames.end(), word) != kNotNames.end();
    if (!generic && word.size() >= kShortestLabel) {
      if (word.size() > 5 && word.starts_with("the")) word.erase(0, 3);
      labels.push_back(std::move(word));
    }
  }
  return labels;
}

}  // namespace

std::vector<std::string> outlet_keys(std::string_view outlet) {
  std::vector<std::string> keys;
  if (is_domain(outlet)) {
    keys = labels_of(outlet);
  } else if (std::string key = name_key(outlet); !key.empty()) {
    keys.push_back(std::move(key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string name_key(std::string_view name) { return join(words_of(name)); }

std::vector<std::string> name_forms(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::vector<std::string> forms;
  if (words.empty()) return forms;
  forms.push_back(join(words));
  std::string initials;
  for (std::size_t i = 0; i < words.size(); ++i) {
    append_utf8(decode_utf8(words[i], 0).value, initials);
    const bool rest = i + 1 < words.size();
    if (!rest && words.size() < 3) break;
    forms.push_back(initials + join(std::span(words).subspan(i + 1)));
  }
  return forms;
}

bool names_outlet(std::string_view name, std::span<const std::string> keys) {
  if (keys.empty()) return false;
  const std::vector<std::string> forms = name_forms(name);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return std::binary_search(keys.begin(), keys.end(), form);
  });
}

}  // namespace stemma::origin
