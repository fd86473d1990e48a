// What the reports themselves say of where their news comes from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/span.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

// A medium that a report names as having reported, in its own voice: "the
// Daily Bugle reports", "told Nordic Wire".
struct Citation {
  std::string key;   // agencies: the short name; others: name_key()
  std::string name;  // as written where it stands first
  std::uint32_t times = 0;
  std::vector<Span> spans;  // of the name
  // 0..1: near the beginning, or often; little in paratext.
  double prominence = 0;
};

// A name that a credit gives.
struct Credited {
  std::string key;   // of an agency its short name, else name_key()
  std::string name;  // as written
};

// One report's declarations. `outlet`, `agencies` and `others` are sorted.
struct Declared {
  std::vector<std::string> outlet;    // what its own outlet may be called
  std::vector<std::string> agencies;  // short names of agencies credited
  std::vector<std::string> others;    // keys of other names credited
  std::vector<Credited> written;      // all of them, in the order of the text
  std::vector<Citation> citations;    // by key; never of the own outlet
};

// True where a word stands that names of media end with: "Times", and
// "Times-News" by its last part. `tokens` are of `text`.
bool is_medium_word(std::string_view text, std::span<const Token> tokens,
                    std::uint32_t at, std::string_view language);

// "Ruritania's", after which another name begins.
bool is_possessive(std::string_view word);

// What one report declares in credits and fields, without citations.
Declared declared_credits(const Report& report, std::string_view language);

// One entry a witness. A medium is known by the lexicon (agencies, and words
// that the names of media hold) or by being an outlet of the story.
std::vector<Declared> find_declared(std::span<const Witness> witnesses);

// True if both credit one agency or one other name.
bool same_credit(const Declared& a, const Declared& b);

// True if both credit agencies and none is common.
bool different_agencies(const Declared& a, const Declared& b);

// True if a credit of `report` names the outlet of `other`.
bool credits_outlet(const Declared& report, const Declared& other);

// True if the citation can mean the outlet of `report`.
bool is_cited(const Citation& citation, const Declared& report);

// How prominently `report` names the outlet of `other` as having reported;
// 0 if it does not.
double cites_outlet(const Declared& report, const Declared& other);

// How prominently both name one medium as having reported: the greatest that
// both reach.
double common_citation(const Declared& a, const Declared& b);

}  // namespace stemma::origin
