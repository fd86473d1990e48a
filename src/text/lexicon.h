// Word lists of the languages, read from data/lexicon/*.tsv.
//
// One file a language (its ISO 639-1 code) and common.tsv for all of them. A
// line is `category TAB form TAB value`; the value may be missing; lines that
// begin with '#' and empty lines are passed over. Forms are folded when they
// are loaded. docs/lexicon.md lists the categories, so that a speaker of
// another language can add one without touching code.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::text {

class Lexicon {
 public:
  struct Entry {
    std::string form;  // folded; words separated by one space
    std::string value;
  };

  // The entries of a category in the order of the file, the language's own
  // first, then common ones; empty if there is none.
  const std::vector<Entry>& entries(std::string_view category) const;

  // The value of a folded form in a category, or nullptr. Of forms listed
  // twice the first counts.
  const std::string* find(std::string_view category,
                          std::string_view folded_form) const;
  bool has(std::string_view category, std::string_view folded_form) const {
    return find(category, folded_form) != nullptr;
  }

 private:
  friend class LexiconLoader;
  struct Category {
    std::vector<Entry> entries;
    std::map<std::string, std::size_t, std::less<>> by_form;
  };
  std::map<std::string, Category, std::less<>> categories_;
};

// The lexicon of a language (ISO 639-1); of an unknown language only what is
// common to all. Loaded once, never changed, lives as long as the program;
// safe to call from several threads.
const Lexicon& lexicon(std::string_view language);

// The languages that have a file of their own: English, then the others by
// their codes; at most kMaxLexicons. Lives as long as the program.
std::span<const std::string> lexicon_languages();
inline constexpr std::size_t kMaxLexicons = 64;

}  // namespace stemma::text
