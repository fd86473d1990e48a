// Analysis: what the text module finds in a report. Every later stage works
// on this and never looks at bytes by itself again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stemma/types/span.h"

namespace stemma {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation };

// A word, a number or one punctuation mark; white space is no token.
struct Token {
  Span span;
  std::uint64_t fold = 0;  // hash of the folded form: case and marks removed
  std::uint64_t stem = 0;  // hash of the folded stem; = fold if no stemmer
  TokenKind kind = TokenKind::kWord;
  bool capitalised : 1 = false;    // begins with an upper-case letter
  bool all_capitals : 1 = false;   // two letters or more, all upper case
  bool function_word : 1 = false;  // "the", "und", "de": says little by itself
  bool quoted : 1 = false;  // stands inside quotation marks of 3 words or more
};

enum class SentenceKind : std::uint8_t {
  kBody,
  kHeading,   // a line of its own without a stop, short
  kParatext,  // header, dateline, credit: states nothing of the story
};

struct Sentence {
  Span span;                      // without the white space around it
  std::uint32_t first_token = 0;  // tokens [first_token, last_token)
  std::uint32_t last_token = 0;
  std::uint32_t paragraph = 0;  // counted from 0
  SentenceKind kind = SentenceKind::kBody;
};

enum class NameKind : std::uint8_t { kUnknown, kPerson, kPlace, kOrganisation };
enum class Gender : std::uint8_t { kUnknown, kFemale, kMale };

// One mention of a name. "Iraqi Prime Minister Mohammed Shia al-Sudani" has
// the title "Iraqi Prime Minister" and the name "Mohammed Shia al-Sudani".
struct Name {
  Span span;
  Span title;                     // empty if none
  std::uint32_t first_token = 0;  // tokens of `span`
  std::uint32_t last_token = 0;
  std::uint32_t entity = 0;  // index into Analysis::entities
};

// The mentions of one report that are variants of one name.
struct Entity {
  std::string full_name;  // the longest mention, as written
  std::string title;      // the first title seen, as written; may be empty
  NameKind kind = NameKind::kUnknown;
  Gender gender = Gender::kUnknown;  // from titles, forenames and pronouns
};

enum class QuantityKind : std::uint8_t {
  kCount,    // "forty-two passengers", "3"
  kOrdinal,  // "the 12th package"
  kPercent,
  kMoney,
  kMeasure,  // with a unit of length, mass, time, ...
  kClock,    // seconds since midnight
};

enum class Bound : std::uint8_t { kExact, kAbout, kAtLeast, kAtMost };

// A number as a value that can be compared with another report's.
struct Quantity {
  Span span;         // number and unit
  double value = 0;  // in the base unit: "1.5 million" is 1500000
  QuantityKind kind = QuantityKind::kCount;
  Bound bound = Bound::kExact;  // "about 40", "more than 40", "up to 40"
  std::string unit;  // folded: "eur", "km", "%"; for a count the stem of the
                     // noun counted where it follows ("passeng"), else ""
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
};

enum class DatePrecision : std::uint8_t { kDay, kMonth, kYear };

// A calendar date in the text, resolved against the day of publication where
// the text leaves parts out ("Monday", "Nov 6", "yesterday").
struct DateMention {
  Span span;
  std::int32_t day = 0;  // days since 1970-01-01: first day of the range
  DatePrecision precision = DatePrecision::kDay;
  bool resolved = false;     // false: parts are missing and nothing dates them
  std::uint8_t weekday = 0;  // 1 Monday ... 7 Sunday if named, else 0
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
};

// A region between quotation marks. A paragraph that reopens the mark of the
// one before continues it: two regions, the second with `continues`.
struct QuotedRegion {
  Span outer;              // with the marks
  Span inner;              // without them
  std::uint8_t level = 0;  // 0 outermost
  bool continues = false;
  bool closed = true;  // false: the end was taken from the paragraph's end
  std::uint32_t first_token = 0;  // tokens of `inner`
  std::uint32_t last_token = 0;
};

struct Analysis {
  std::string language;  // ISO 639-1, "" if unknown
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // cover all tokens, in order
  std::vector<Name> names;          // by position
  std::vector<Entity> entities;
  std::vector<Quantity> quantities;  // by position
  std::vector<DateMention> dates;    // by position
  std::vector<QuotedRegion> quoted;  // by position of `outer`
};

}  // namespace stemma
