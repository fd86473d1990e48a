#include "read/forms.h"

#include <algorithm>
#include <array>
#include <map>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "read/lines.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/phrases.h"

namespace stemma::read {
namespace {

constexpr std::array<std::string_view, 15> kCategories = {
    "agency",        "credit_agency", "agencies_word",  "header_key",
    "byline_word",   "source_label",  "source_opening", "contribution",
    "caption_label", "boilerplate",   "slug_word",      "dateline_end",
    "month",         "preposition",   "medium"};
constexpr std::size_t kLongestForm = 7;    // words
constexpr std::size_t kLongestAgency = 5;  // words
constexpr std::size_t kShortName = 3;      // bytes

// A bit for each category.
using Categories = std::uint32_t;

struct Forms {
  std::array<std::map<std::string, std::string, std::less<>>,
             kCategories.size()>
      values;
  // By the hash of a folded word the categories that have an entry which
  // begins with it, so that most lines are done with after one look.
  boost::unordered_flat_map<std::uint64_t, Categories> by_first_word;
};

Forms load_forms() {
  Forms forms;
  for (std::size_t i = 0; i < kCategories.size(); ++i) {
    for (const std::string& language : text::lexicon_languages()) {
      for (const auto& entry :
           text::lexicon(language).entries(kCategories[i])) {
        forms.values[i].try_emplace(entry.form, entry.value);
        const std::string_view first =
            std::string_view{entry.form}.substr(0, entry.form.find(' '));
        forms.by_first_word[hash_bytes(first)] |= Categories{1} << i;
      }
    }
  }
  return forms;
}

const Forms& all_forms() {
  static const Forms all = load_forms();
  return all;
}

// hash_bytes() of fold(), without an allocation for short ASCII words.
std::uint64_t hash_of_folded(std::string_view word) {
  std::array<char, 32> folded{};
  if (word.size() > folded.size()) return hash_bytes(text::fold(word));
  const text::FoldTable& table = text::FoldTable::get();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const auto* entry = byte < 0x80 ? table.find(byte) : nullptr;
    if (entry == nullptr || entry->size != 1) {
      return hash_bytes(text::fold(word));
    }
    folded[i] = entry->bytes[0];
  }
  return hash_bytes({folded.data(), word.size()});
}

// True if an entry begins with the word, or its hash is that of one.
bool begins_entry(Form form, std::string_view word) {
  const auto& words = all_forms().by_first_word;
  const auto found = words.find(hash_of_folded(word));
  return found != words.end() &&
         (found->second >> static_cast<unsigned>(form) & 1U) != 0;
}

// A short name in title case is more likely a word: "Pa.", "Ap".
bool has_one_case(std::string_view written) {
  if (written.size() > kShortName) return true;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !(std::any_of(written.begin(), written.end(), upper) &&
           std::any_of(written.begin(), written.end(), lower));
}

bool is_agency_form(std::string_view written) {
  return has_one_case(written) &&
         (form_value(Form::kAgency, written) != nullptr ||
          form_value(Form::kCreditAgency, written) != nullptr);
}

// A word without the marks around it.
Span bare(std::string_view text, Span word) {
  constexpr std::string_view kMarks = ".,;:()[]/\"'";
  while (!word.empty() &&
         kMarks.find(text[word.begin]) != std::string_view::npos) {
    ++word.begin;
  }
  while (!word.empty() &&
         kMarks.find(text[word.end - 1]) != std::string_view::npos) {
    --word.end;
  }
  return word;
}

// Words cut at white space, slashes and commas.
std::vector<Span> name_words(std::string_view text) {
  std::vector<Span> words;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  for (const Span word : words_in(text, all, text.size())) {
    std::uint32_t begin = word.begin;
    for (std::uint32_t i = word.begin; i <= word.end; ++i) {
      const bool cut = i == word.end || text[i] == '/' || text[i] == ',';
      if (!cut) continue;
      const Span part = bare(text, {begin, i});
      if (!part.empty()) words.push_back(part);
      begin = i + 1;
    }
  }
  return words;
}

}  // namespace

const std::string* form_value(Form form, std::string_view written) {
  const auto& values = all_forms().values[static_cast<std::size_t>(form)];
  const auto found = values.find(text::fold(written));
  return found == values.end() ? nullptr : &found->second;
}

std::size_t form_prefix(Form form, std::string_view written) {
  constexpr std::size_t kWindow = 120;
  const std::string_view window = written.substr(0, kWindow);
  const Span all{0, static_cast<std::uint32_t>(window.size())};
  const Span first = first_word(window);
  if (first.empty()) return 0;
  const Span plain = bare(window, first);
  if (!begins_entry(form, slice(window, first)) &&
      (plain == first || !begins_entry(form, slice(window, plain)))) {
    return 0;
  }
  const std::vector<Span> words = words_in(window, all, kLongestForm);
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::uint32_t begin = words.front().begin;
    for (const std::uint32_t end : {words[i].end, bare(window, words[i]).end}) {
      if (end <= begin) continue;
      if (form_value(form, slice(window, {begin, end})) != nullptr) return end;
    }
  }
  return 0;
}

bool is_agency(std::string_view written) {
  if (is_agency_form(written)) return true;
  for (const std::string_view article : {"the ", "The ", "THE "}) {
    if (written.starts_with(article)) {
      return is_agency_form(written.substr(article.size()));
    }
  }
  return false;
}

std::vector<Span> find_agencies(std::string_view written,
                                std::uint32_t offset) {
  std::vector<Span> found;
  const std::vector<Span> words = name_words(written);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t last = std::min(words.size(), i + kLongestAgency);
    for (std::size_t j = last; j-- > i;) {
      const Span name = cover(words[i], words[j]);
      if (!is_agency_form(slice(written, name))) continue;
      found.push_back({name.begin + offset, name.end + offset});
      i = j;
      break;
    }
  }
  return found;
}

}  // namespace stemma::read
