// What a report declares, in a few hashes, and how two reports stand by it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::origin {

// 32 bits of the hash of a key of origin/outlets.h; 0: none.
using NameHash = std::uint32_t;

// A name beside words that say that somebody has reported. Only names that are
// known to be media without the other reports are `medium`.
struct CitedName {
  std::array<NameHash, 3> forms{};  // what it may mean, the whole name first
  std::uint8_t prominence = 0;      // hundredths of Citation::prominence
  bool medium = false;
};

// What a report declares, as far as it fits.
struct DeclaredSketch {
  std::array<NameHash, 3> outlet{};    // what its own outlet may be called
  std::array<NameHash, 3> agencies{};  // credited
  std::array<NameHash, 2> others{};    // keys of other names credited
  std::array<NameHash, 3> written{};   // what the names credited may mean
  std::array<CitedName, 3> cited{};
};

// Makes them. Not safe for use by several threads at once: each has its own.
class DeclaredSketcher {
 public:
  // The credits are those of origin/credits.h. Names cited are found at the
  // words that say so ("told", "according to"), where credits.h looks at every
  // name: quicker, and a name that is an outlet of the story is known to be one
  // only when the story is counted. `sentence_of` numbers the sentence of each
  // token.
  DeclaredSketch make(const Report& report, std::string_view language,
                      std::span<const Token> tokens,
                      std::span<const std::uint32_t> sentence_of);

 private:
  DeclaredSketch credits_of(const Report& report, std::string_view language);

  // Of reports that declare nothing else, by language and outlet; some
  // thousands, which changes no result.
  boost::unordered_flat_map<std::string, DeclaredSketch> of_outlet_;
  std::string key_;
};

// As the functions of origin/credits.h, 0..1 where they give a number.
bool same_credit(const DeclaredSketch& a, const DeclaredSketch& b);
bool different_agencies(const DeclaredSketch& a, const DeclaredSketch& b);
bool credits_outlet(const DeclaredSketch& report, const DeclaredSketch& other);
double cites_outlet(const DeclaredSketch& report, const DeclaredSketch& other);
// A name is that of a medium, too, if it is one of `outlets`, ascending.
double common_citation(const DeclaredSketch& a, const DeclaredSketch& b,
                       std::span<const NameHash> outlets);

}  // namespace stemma::origin
