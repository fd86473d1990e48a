// How alike two names are, as names go.
//
// A name is cut into words; titles ("Mr.") and particles ("al-", "van der")
// are left out, since outlets differ in them. Two words are alike if they are
// equal, if one is the initial of the other, or if their consonants agree once
// the letters that transliteration varies (kh, q, ou, doubled letters, vowels)
// are made one: "Shia", "Shayyaa"; "Sayyed", "Seyyed". The fewer letters of
// the written forms agree, the less alike they are, and names that differ in
// the last vowel alone ("Mario", "Maria") are two names.
//
// The words of the shorter name must then be found in the longer one in the
// same order, the last word among them if the shorter has two words or more:
// "Ana Ruiz" is not "Pedro Ruiz", and may be "Ana Maria Ruiz". A single word is
// held against the last word (a surname alone) and with less weight against the
// others. A name in capitals is held against the initials of the other.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/names.h"

namespace stemma::text {
namespace {

constexpr std::size_t kMaxBytes = 200;
constexpr std::size_t kMaxWords = 12;
constexpr std::size_t kMaxLetters = 32;
constexpr double kAlike = 0.65;

using Letters = std::u32string;

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    letters += point.value;
    i += point.size;
  }
  return letters;
}

bool is_vowel(char32_t letter) {
  return std::u32string_view(U"aeiouy").find(letter) !=
         std::u32string_view::npos;
}

// Groups of letters that stand for one sound, longest first.
Letters consonants_of(const Letters& word) {
  static constexpr std::array<std::pair<std::u32string_view, char32_t>, 22>
      kSounds = {
          {{U"dsch", U'j'}, {U"tsch", U'C'}, {U"sch", U'S'}, {U"tch", U'C'},
           {U"sh", U'S'},   {U"ch", U'C'},   {U"kh", U'k'},  {U"gh", U'g'},
           {U"dj", U'j'},   {U"dh", U'd'},   {U"zh", U'j'},  {U"ts", U'z'},
           {U"tz", U'z'},   {U"ph", U'f'},   {U"th", U't'},  {U"ck", U'k'},
           {U"c", U'k'},    {U"q", U'k'},    {U"w", U'v'},   {U"'", 0},
           {U"ss", U's'},   {U"x", U'S'}}};
  Letters out;
  const std::u32string_view rest(word);
  for (std::size_t i = 0; i < rest.size();) {
    char32_t sound = rest[i];
    std::size_t size = 1;
    for (const auto& [letters, one] : kSounds) {
      if (rest.substr(i, letters.size()) == letters) {
        sound = one;
        size = letters.size();
        break;
      }
    }
    const bool silent = sound == 0 || (i > 0 && sound == U'h');
    if (i == 0 && is_vowel(sound)) {
      out += U'a';  // a vowel at the head counts, whichever it is
    } else if (!silent && !is_vowel(sound) &&
               (out.empty() || out.back() != sound)) {
      out += sound;
    }
    i += size;
  }
  return out;
}

// 1 for equal words, 0 for nothing in common (Levenshtein, by the longer).
double edit_similarity(const Letters& a, const Letters& b) {
  const std::size_t longest = std::max(a.size(), b.size());
  if (longest == 0 || longest > kMaxLetters) return a == b ? 1 : 0;
  std::array<std::size_t, kMaxLetters + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return 1 - static_cast<double>(row[b.size()]) / static_cast<double>(longest);
}

// Names that differ in nothing but the last vowel: "Mario", "Maria".
bool differ_in_last_vowel(const Letters& a, const Letters& b) {
  return a.size() == b.size() && a.size() > 2 && a.back() != b.back() &&
         is_vowel(a.back()) && is_vowel(b.back()) && a.back() != U'y' &&
         b.back() != U'y' &&
         a.compare(0, a.size() - 1, b, 0, b.size() - 1) == 0;
}

double word_similarity(const Letters& a, const Letters& b) {
  constexpr double kInitial = 0.75;
  constexpr double kMistyped = 0.8;
  constexpr std::size_t kLongWord = 6;
  if (a == b) return 1;
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? kInitial : 0;
  if (a[0] == U'q' && b[0] == U'g') {  // Qaddafi, Gaddafi
    return word_similarity(U'g' + a.substr(1), b);
  }
  if (a[0] == U'g' && b[0] == U'q') return word_similarity(b, a);
  const double edit = edit_similarity(a, b);
  if (differ_in_last_vowel(a, b)) return edit / 2;
  const Letters consonants = consonants_of(a);
  if (consonants == consonants_of(b) && !consonants.empty() && edit >= 0.4) {
    return 0.5 + 0.4 * edit;
  }
  const bool long_words = std::min(a.size(), b.size()) >= kLongWord;
  return long_words && a[0] == b[0] && edit >= kMistyped ? edit * 0.9
                                                         : edit / 2;
}

struct NameWords {
  std::vector<Letters> words;  // without titles and particles
  Letters initials;            // of all words
  bool acronym = false;        // one word, all capitals
};

bool is_separator(char32_t value) {
  return value <= U' ' || value == U'-' || value == U'.' || value == U',' ||
         value == 0xA0 || value == 0x30FB || value == 0xB7;
}

bool is_left_out(std::string_view word, bool last) {
  const Lexicon& words = lexicon("en");
  return words.has("name_particle", word) ||
         (!last && words.has("honorific", word));
}

bool is_acronym(std::string_view written) {
  std::size_t capitals = 0;
  for (const char byte : written) {
    if (byte >= 'A' && byte <= 'Z') {
      ++capitals;
    } else if (byte != '.') {
      return false;
    }
  }
  return capitals >= 2 && capitals <= 8;
}

NameWords words_of(std::string_view name) {
  NameWords out;
  out.acronym = is_acronym(name);
  std::vector<std::string> parts(1);
  const std::string folded = fold(name);
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint point = decode_utf8(folded, i);
    if (!is_separator(point.value)) {
      parts.back() += folded.substr(i, point.size);
    } else if (!parts.back().empty() && !out.acronym) {
      parts.emplace_back();
    }
    i += point.size;
  }
  if (parts.back().empty()) parts.pop_back();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string_view part = parts[i];
    while (part.ends_with('\'')) part.remove_suffix(1);
    if (part.empty()) continue;
    const Letters letters = letters_of(part);
    out.initials += letters[0];
    const bool last = i + 1 == parts.size();
    if (is_left_out(part, last) && (parts.size() > 1)) continue;
    if (out.words.size() < kMaxWords) out.words.push_back(letters);
  }
  return out;
}

// Han and kana names are not cut into words: "Kishida" begins "Kishida Fumio".
bool is_written_head(const Letters& head, const Letters& whole) {
  return head.size() >= 2 && head[0] >= 0x2E80 && whole.size() > head.size() &&
         whole.compare(0, head.size(), head) == 0;
}

double single_word(const Letters& word, const std::vector<Letters>& name) {
  constexpr double kSurname = 0.8;
  constexpr double kForename = 0.5;
  constexpr double kMiddle = 0.4;
  double best = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const double weight = i + 1 == name.size() ? kSurname
                          : i == 0             ? kForename
                                               : kMiddle;
    const double alike = word_similarity(word, name[i]);
    if (word.size() > 1) {
      best = std::max(best, weight * (alike >= kAlike ? alike : alike / 3));
    }
  }
  return best;
}

// The shorter name's words in the longer one, in order; the last to the last.
double aligned(const std::vector<Letters>& shorter,
               const std::vector<Letters>& longer) {
  const std::size_t rows = shorter.size() - 1;
  const std::size_t columns = longer.size() - 1;
  const double last = word_similarity(shorter.back(), longer.back());
  // best[j]: most that the words so far give within longer[0, j); below 0 if
  // one of them is not found.
  std::vector<double> best(columns + 1, 0);
  double loose = last;
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<double> next(columns + 1, -1);
    double most = 0;
    for (std::size_t j = 1; j <= columns; ++j) {
      const double alike = word_similarity(shorter[i], longer[j - 1]);
      most = std::max(most, alike);
      next[j] = next[j - 1];
      if (alike >= kAlike && best[j - 1] >= 0) {
        next[j] = std::max(next[j], best[j - 1] + alike);
      }
    }
    loose += most;
    best = std::move(next);
  }
  const auto count = static_cast<double>(shorter.size());
  if (last < kAlike || best[columns] < 0) return 0.3 * loose / count;
  const double mean = (best[columns] + last) / count;
  const double whole = count / static_cast<double>(longer.size());
  return mean * (0.85 + 0.15 * whole);
}

double similarity_of_words(const NameWords& a, const NameWords& b) {
  constexpr double kAcronym = 0.9;
  constexpr double kOneWord = 0.95;
  if (a.acronym != b.acronym) {
    const NameWords& acronym = a.acronym ? a : b;
    const NameWords& name = a.acronym ? b : a;
    Letters plain;
    for (const Letters& word : name.words) plain += word[0];
    const Letters& letters = acronym.words[0];
    if (letters == name.initials || letters == plain) return kAcronym;
  }
  if (a.words.size() > 1 && b.words.size() > 1) {
    return a.words.size() <= b.words.size() ? aligned(a.words, b.words)
                                            : aligned(b.words, a.words);
  }
  if (a.words.size() > 1) return single_word(b.words[0], a.words);
  if (b.words.size() > 1) return single_word(a.words[0], b.words);
  const Letters& x = a.words[0];
  const Letters& y = b.words[0];
  if (is_written_head(x, y) || is_written_head(y, x)) return 0.75;
  const double alike = word_similarity(x, y);
  return alike >= kAlike ? kOneWord * alike : alike / 2;
}

}  // namespace

double name_similarity(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 1;
  if (a.size() > kMaxBytes || b.size() > kMaxBytes) {
    constexpr std::size_t kMostGrowth = 4;  // of bytes, by folding
    const bool comparable = a.size() <= b.size() * kMostGrowth &&
                            b.size() <= a.size() * kMostGrowth;
    return comparable && fold(a) == fold(b) ? 1 : 0;
  }
  if (b < a) std::swap(a, b);
  const NameWords first = words_of(a);
  const NameWords second = words_of(b);
  if (first.words.empty() || second.words.empty()) return 0;
  if (first.words == second.words) return 1;
  return similarity_of_words(first, second);
}

}  // namespace stemma::text
