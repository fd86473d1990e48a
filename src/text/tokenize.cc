// How text becomes tokens.
//
// One pass over the bytes. A table of 256 entries tells what an ASCII byte is;
// other characters are looked up in CharacterTable. While a word is read its
// folded form grows in a small buffer on the stack (ASCII by adding 32, others
// by FoldTable), so that a word of Latin, Greek, Cyrillic or Arabic letters
// costs no allocation and is looked at once; the rare rest (marks that depend
// on their neighbours, rare scripts, words of more than a hundred bytes) is
// folded by fold() when the word is done. A test holds the two to be equal.
//
// At an apostrophe, hyphen or stop inside a word the scanner looks at what
// follows to decide whether the word goes on. The stop does so only between
// single letters, so "U.S." is one word and "meeting.Imam" is two.
//
// A run of letters of a script without spaces is given to ICU's dictionary
// break iterator, in pieces of bounded length.
#include "text/tokenize.h"

#include <array>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/dictionary_words.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/word.h"
#include "text/word_joints.h"

namespace stemma::text {
namespace {

constexpr std::size_t kBufferBytes = 128;
constexpr std::size_t kLongestRun = 16384;  // bytes given to ICU at once

enum class ByteKind : std::uint8_t { kSpace, kWord, kDigit, kMark, kHigh };

struct ByteTable {
  std::array<ByteKind, 256> kind{};
  std::array<char, 256> lower{};  // folded letter or digit, 0 for others
};

constexpr ByteTable make_byte_table() {
  ByteTable table;
  for (unsigned i = 0; i < 256; ++i) {
    const auto byte = static_cast<char>(i);
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool digit = byte >= '0' && byte <= '9';
    if (i >= 0x80) {
      table.kind[i] = ByteKind::kHigh;
    } else if (upper || (byte >= 'a' && byte <= 'z')) {
      table.kind[i] = ByteKind::kWord;
      table.lower[i] = upper ? static_cast<char>(byte + 32) : byte;
    } else if (digit) {
      table.kind[i] = ByteKind::kDigit;
      table.lower[i] = byte;
    } else if (i > 0x20 && i != 0x7F) {
      table.kind[i] = ByteKind::kMark;
    }
  }
  return table;
}

constexpr ByteTable kBytes = make_byte_table();

using MarkHashes = std::array<std::uint64_t, 128>;

// The hashes of ASCII marks as they fold.
const MarkHashes& mark_hashes() {
  static const MarkHashes all = [] {
    MarkHashes made{};
    for (unsigned i = 0; i < made.size(); ++i) {
      const auto mark = static_cast<char>(i == '`' ? '\'' : i);
      made[i] = hash_bytes({&mark, 1});
    }
    return made;
  }();
  return all;
}

bool is_letter(CharClass value) {
  return value == CharClass::kUpper || value == CharClass::kLower;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::string_view language,
          std::vector<Token>& tokens)
      : text_(text),
        language_(language),
        tokens_(tokens),
        classes_(CharacterTable::get()),
        folds_(FoldTable::get()),
        mark_hashes_(mark_hashes()) {}

  void scan(std::size_t begin) {
    std::size_t at = begin;
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      switch (kBytes.kind[byte]) {
        case ByteKind::kSpace:
          ++at;
          break;
        case ByteKind::kWord:
          at = scan_word(at);
          break;
        case ByteKind::kDigit:
          at = scan_number(at);
          break;
        case ByteKind::kMark:
          add(at, at + 1, mark_hashes_[byte], TokenKind::kPunctuation);
          ++at;
          break;
        case ByteKind::kHigh:
          at = scan_high(at);
          break;
      }
    }
  }

 private:
  // The word being read.
  struct Word {
    std::size_t begin = 0;
    std::size_t core_end = 0;  // where a possessive begins, 0 if none
    std::size_t folded_size = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t segment = 0;  // letters and digits since the last stop
    bool stops_only = true;   // nothing but stops joined its parts so far
    bool slow = false;        // the buffer does not hold the folded form
    bool first_upper = false;
  };

  CodePoint next(std::size_t at) const { return decode_valid(text_, at); }

  CharClass class_at(std::size_t at) const {
    if (at >= text_.size()) return CharClass::kSpace;
    return classes_.of(next(at).value);
  }

  void push(Word& word, const char* bytes, std::size_t size) {
    if (word.folded_size + size > kBufferBytes) {
      word.slow = true;
      return;
    }
    for (std::size_t i = 0; i < size; ++i) {
      buffer_[word.folded_size++] = bytes[i];
    }
  }

  void push_character(Word& word, char32_t value) {
    const FoldTable::Entry* entry = folds_.find(value);
    if (entry == nullptr) {
      word.slow = true;
    } else {
      push(word, entry->bytes.data(), entry->size);
    }
  }

  // Reads letters, digits and marks; returns where they end.
  std::size_t read_letters(std::size_t at, Word& word) {
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const char lower = kBytes.lower[byte];
      if (lower != 0) {
        const bool letter = byte > '9';
        const bool upper = letter && byte <= 'Z';
        if (at == word.begin) word.first_upper = upper;
        word.letters += letter ? 1 : 0;
        word.capitals += upper ? 1 : 0;
        ++word.segment;
        push(word, &lower, 1);
        ++at;
        continue;
      }
      if (byte < 0x80) break;
      const CodePoint point = next(at);
      const CharClass type = classes_.of(point.value);
      if (type != CharClass::kMark) {
        if (!is_letter(type) && type != CharClass::kDigit) break;
        const bool upper = type == CharClass::kUpper;
        if (at == word.begin) word.first_upper = upper;
        word.letters += type == CharClass::kDigit ? 0 : 1;
        word.capitals += upper ? 1 : 0;
        ++word.segment;
      }
      push_character(word, point.value);
      at += point.size;
    }
    return at;
  }

  // True if a word of one letter, no more, begins at `at`.
  bool single_letter_at(std::size_t at) const {
    if (!is_letter(class_at(at))) return false;
    const CharClass after = class_at(at + next(at).size);
    return !is_letter(after) && after != CharClass::kDigit &&
           after != CharClass::kMark;
  }

  bool possessive_at(std::size_t at) const {
    if (at >= text_.size() || (text_[at] != 's' && text_[at] != 'S')) {
      return false;
    }
    const CharClass after = class_at(at + 1);
    return !is_letter(after) && after != CharClass::kDigit;
  }

  std::size_t scan_word(std::size_t begin) {
    Word word;
    word.begin = begin;
    std::size_t at = read_letters(begin, word);
    while (at < text_.size() && text_[at] != ' ') {
      const CodePoint mark = next(at);
      Join join = Join::kEnds;
      if (mark.value == U'.') {
        join = join_stop(at, word);
      } else if (is_apostrophe(mark.value)) {
        join = join_apostrophe(at, at + mark.size, word);
      } else if (is_hyphen(mark.value)) {
        join = join_hyphen(at, at + mark.size, word);
      }
      if (join == Join::kEnds) break;
      if (join == Join::kPartsBegin) at = read_letters(at, word);
    }
    finish(word, at);
    return at;
  }

  // What a mark inside a word does. The functions below move `at` behind it
  // where it belongs to the word.
  enum class Join : std::uint8_t {
    kEnds,        // the word ends at `at`
    kPartsBegin,  // another part of letters follows
    kMarkOnly,    // only another mark can carry the word on
  };

  // "U.S": a stop between single letters, and the one after the last.
  Join join_stop(std::size_t& at, Word& word) const {
    if (!word.stops_only || word.segment != 1) return Join::kEnds;
    const bool joined = single_letter_at(at + 1);
    if (!joined && word.letters < 2) return Join::kEnds;
    ++at;
    word.segment = 0;
    word.stops_only = joined;
    return joined ? Join::kPartsBegin : Join::kMarkOnly;
  }

  Join join_apostrophe(std::size_t& at, std::size_t after, Word& word) {
    if (!is_letter(class_at(after))) return Join::kEnds;
    if (possessive_at(after)) {
      word.core_end = at;
      at = after + 1;
      return Join::kEnds;
    }
    const bool elided =
        is_elided({buffer_.data(), word.folded_size}, language_);
    const bool after_last_stop = !word.stops_only && word.segment == 0;
    if (!elided && after_last_stop) return Join::kEnds;
    push(word, "'", 1);
    at = after;
    word.segment = 0;
    word.stops_only = false;
    return elided ? Join::kEnds : Join::kPartsBegin;
  }

  Join join_hyphen(std::size_t& at, std::size_t after, Word& word) {
    const CharClass following = class_at(after);
    if (!is_letter(following) && following != CharClass::kDigit) {
      return Join::kEnds;
    }
    push(word, "-", 1);
    at = after;
    word.segment = 0;
    word.stops_only = false;
    return Join::kPartsBegin;
  }

  std::size_t scan_number(std::size_t begin) {
    Word word;
    word.begin = begin;
    std::size_t at = read_letters(begin, word);
    while (word.letters == 0 && at < text_.size()) {
      const CodePoint mark = next(at);
      const bool joins = mark.value == U'.' || mark.value == U',' ||
                         mark.value == 0x066B || mark.value == 0x066C ||
                         is_apostrophe(mark.value);
      const std::size_t after = at + mark.size;
      if (!joins || class_at(after) != CharClass::kDigit) break;
      push_character(word, mark.value);
      at = read_letters(after, word);
    }
    finish(word, at, TokenKind::kNumber);
    return at;
  }

  std::size_t scan_high(std::size_t at) {
    const CodePoint point = next(at);
    switch (classes_.of(point.value)) {
      case CharClass::kSpace:
      case CharClass::kMark:
        return at + point.size;
      case CharClass::kUpper:
      case CharClass::kLower:
        return scan_word(at);
      case CharClass::kDigit:
        return scan_number(at);
      case CharClass::kDictionary:
        return scan_run(at);
      case CharClass::kPunctuation:
        break;
    }
    const std::size_t end = at + point.size;
    const FoldTable::Entry* entry = folds_.find(point.value);
    const std::uint64_t hash =
        entry == nullptr ? hash_bytes(fold(text_.substr(at, point.size)))
                         : hash_bytes({entry->bytes.data(), entry->size});
    add(at, end, hash, TokenKind::kPunctuation);
    return end;
  }

  std::size_t scan_run(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && end - begin < kLongestRun) {
      const CodePoint point = next(end);
      const CharClass type = classes_.of(point.value);
      if (type != CharClass::kDictionary && type != CharClass::kMark) break;
      end += point.size;
    }
    const std::string_view run = text_.substr(begin, end - begin);
    for (const Span word : dictionary_.cut(run)) {
      add(begin + word.begin, begin + word.end,
          hash_bytes(fold_dictionary_word(slice(run, word))), TokenKind::kWord);
    }
    return end;
  }

  void finish(const Word& word, std::size_t end,
              TokenKind kind = TokenKind::kWord) {
    const std::size_t core_end = word.core_end == 0 ? end : word.core_end;
    const std::uint64_t hash =
        word.slow ? hash_bytes(folded_word(
                        text_.substr(word.begin, core_end - word.begin)))
                  : hash_bytes({buffer_.data(), word.folded_size});
    add(word.begin, end, hash, kind);
    Token& token = tokens_.back();
    token.capitalised = word.first_upper;
    token.all_capitals = word.letters >= 2 && word.letters == word.capitals;
  }

  void add(std::size_t begin, std::size_t end, std::uint64_t hash,
           TokenKind kind) {
    Token& token = tokens_.emplace_back();
    token.span = {static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(end)};
    token.fold = hash;
    token.stem = hash;
    token.kind = kind;
  }

  std::string_view text_;
  std::string_view language_;
  std::vector<Token>& tokens_;
  const CharacterTable& classes_;
  const FoldTable& folds_;
  DictionaryWords dictionary_;
  const MarkHashes& mark_hashes_;
  std::array<char, kBufferBytes> buffer_{};
};

}  // namespace

void append_tokens(std::string_view text, Span part, std::string_view language,
                   std::vector<Token>& tokens) {
  Scanner(text.substr(0, part.end), language, tokens).scan(part.begin);
}

std::vector<Token> tokenize(std::string_view text, std::string_view language) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 8);
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, language,
                tokens);
  add_stems(text, language, tokens);
  return tokens;
}

}  // namespace stemma::text
