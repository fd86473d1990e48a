#include "read/forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

struct FormMap {
  std::map<std::string, std::string, std::less<>> values;
  // First words of the entries, so that most lines are done with at once.
  std::set<std::string, std::less<>> first_words;
};

std::array<FormMap, kCategories.size()> load_forms() {
  std::array<FormMap, kCategories.size()> forms;
  for (std::size_t i = 0; i < kCategories.size(); ++i) {
    for (const std::string_view language : text::kLexiconLanguages) {
      for (const auto& entry :
           text::lexicon(language).entries(kCategories[i])) {
        forms[i].values.try_emplace(entry.form, entry.value);
        forms[i].first_words.insert(entry.form.substr(0, entry.form.find(' ')));
      }
    }
  }
  return forms;
}

const FormMap& forms_of(Form form) {
  static const std::array<FormMap, kCategories.size()> all_forms = load_forms();
  return all_forms[static_cast<std::size_t>(form)];
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
  const auto& values = forms_of(form).values;
  const auto found = values.find(text::fold(written));
  return found == values.end() ? nullptr : &found->second;
}

std::size_t form_prefix(Form form, std::string_view written) {
  constexpr std::size_t kWindow = 120;
  const std::string_view window = written.substr(0, kWindow);
  const Span all{0, static_cast<std::uint32_t>(window.size())};
  const std::vector<Span> front = words_in(window, all, 1);
  if (front.empty()) return 0;
  const Span first = front.front();
  const Span plain = bare(window, first);
  const auto& first_words = forms_of(form).first_words;
  if (!first_words.contains(text::fold(slice(window, first))) &&
      (plain == first ||
       !first_words.contains(text::fold(slice(window, plain))))) {
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
