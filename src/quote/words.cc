#include "quote/words.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "base/hash.h"
#include "text/lexicon.h"
#include "text/stem.h"
#include "text/tokenize.h"

namespace stemma::quote {
namespace {

struct ClassCategory {
  std::string_view category;
  WordClass bit;
};

constexpr ClassCategory kCategories[] = {
    {"complementizer", kComplementizer},
    {"cue_helper", kHelper},
    {"clause_word", kClauseWord},
    {"preposition", kPreposition},
    {"article", kArticle},
    {"spokesperson", kSpokesperson},
    {"naming", kNaming},
    {"topic_mark", kTopicMark},
    {"quote_particle", kQuoteParticle},
    {"of_word", kOfWord},
    {"indefinite", kIndefinite},
    {"negation", kNegation},
};

std::vector<std::uint64_t> words_of_form(std::string_view form,
                                         std::string_view language) {
  std::vector<std::uint64_t> words;
  for (const Token& token : text::tokenize(form, language)) {
    words.push_back(token.fold);
  }
  return words;
}

// Of a word, or of two.
std::uint64_t stem_of_form(std::string_view form, std::string_view language) {
  const auto stem = [language](std::string_view word) {
    return hash_bytes(text::stem_of(word, language));
  };
  const std::size_t space = form.find(' ');
  if (space == std::string_view::npos) return stem(form);
  return hash_combine(stem(form.substr(0, space)),
                      stem(form.substr(space + 1)));
}

// "speech 0.96", "belief", "".
void read_value(std::string_view value, CueForm& cue) {
  const std::size_t space = value.find(' ');
  cue.speech = value.substr(0, space) != "belief";
  if (space == std::string_view::npos) return;
  const std::string_view number = value.substr(space + 1);
  std::from_chars(number.data(), number.data() + number.size(), cue.precision);
}

}  // namespace

Words::Words(std::string_view language)
    : interrupts_by_comma_(
          text::lexicon(language).has("interruption", "comma")),
      interrupts_by_dash_(text::lexicon(language).has("interruption", "dash")) {
  for (const ClassCategory& one : kCategories) {
    add_class(language, one.category, one.bit);
  }
  add_pronouns(language);
  for (const auto& entry : text::lexicon(language).entries("synonym")) {
    senses_.try_emplace(stem_of_form(entry.form, language),
                        hash_bytes(entry.value));
  }
  add_cues(language, "cue", CueKind::kVerb);
  add_cues(language, "cue_participle", CueKind::kParticiple);
  add_cues(language, "cue_before", CueKind::kBefore);
  add_cues(language, "cue_after", CueKind::kAfter);
  for (auto& [word, entry] : entries_) {
    std::stable_sort(entry.cues.begin(), entry.cues.end(),
                     [](const CueForm& a, const CueForm& b) {
                       return a.words.size() > b.words.size();
                     });
  }
}

void Words::add_class(std::string_view language, std::string_view category,
                      std::uint32_t bit) {
  for (const auto& entry : text::lexicon(language).entries(category)) {
    const auto words = words_of_form(entry.form, language);
    if (!words.empty()) entries_[words.front()].classes |= bit;
  }
}

void Words::add_pronouns(std::string_view language) {
  for (const auto& entry : text::lexicon(language).entries("speaker_pronoun")) {
    const auto words = words_of_form(entry.form, language);
    if (words.empty()) continue;
    // Spanish folds the pronoun for "he" to the article, which is far more
    // common.
    if ((entries_[words.front()].classes & kArticle) != 0) continue;
    entries_[words.front()].classes |= entry.value == "male" ? kMalePronoun
                                       : entry.value == "female"
                                           ? kFemalePronoun
                                           : kOtherPronoun;
  }
}

void Words::add_cues(std::string_view language, std::string_view category,
                     CueKind kind) {
  for (const auto& entry : text::lexicon(language).entries(category)) {
    CueForm cue;
    cue.words = words_of_form(entry.form, language);
    if (cue.words.empty()) continue;
    cue.kind = kind;
    read_value(entry.value, cue);
    auto& cues = entries_[cue.words.front()].cues;
    const bool known = std::any_of(
        cues.begin(), cues.end(),
        [&](const CueForm& other) { return other.words == cue.words; });
    if (!known) cues.push_back(std::move(cue));
  }
}

std::uint32_t Words::classes(const Token& token) const {
  const auto found = entries_.find(token.fold);
  return found == entries_.end() ? 0 : found->second.classes;
}

const CueForm* Words::cue_at(std::span<const Token> tokens, std::size_t at,
                             std::size_t end) const {
  const auto found = entries_.find(tokens[at].fold);
  if (found == entries_.end()) return nullptr;
  for (const CueForm& cue : found->second.cues) {
    if (at + cue.words.size() > end) continue;
    const bool same =
        std::equal(cue.words.begin(), cue.words.end(),
                   tokens.begin() + static_cast<std::ptrdiff_t>(at),
                   [](std::uint64_t word, const Token& token) {
                     return word == token.fold;
                   });
    if (same) return &cue;
  }
  return nullptr;
}

const Words& words_of(std::string_view language) {
  static const auto languages = [] {
    std::map<std::string, Words, std::less<>> all;
    all.emplace("", Words(""));
    for (const std::string& code : text::lexicon_languages()) {
      all.emplace(code, Words(code));
    }
    return all;
  }();
  const auto found = languages.find(language);
  return found == languages.end() ? languages.find("")->second : found->second;
}

}  // namespace stemma::quote
