// What a report declares, in a few hashes, and how two reports stand by it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "origin/telling_sketch.h"
#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::origin {

// The credits are those of origin/credits.h. Names cited are found at the words
// that say so ("told", "according to"), where credits.h looks at every name:
// quicker, and a name that is an outlet of the story is known to be one only
// when the story is counted. `sentence_of` numbers the sentence of each token.
DeclaredSketch sketch_declared(const Report& report, std::string_view language,
                               std::span<const Token> tokens,
                               std::span<const std::uint32_t> sentence_of);

// As the functions of origin/credits.h, 0..1 where they give a number.
bool same_credit(const DeclaredSketch& a, const DeclaredSketch& b);
bool different_agencies(const DeclaredSketch& a, const DeclaredSketch& b);
bool credits_outlet(const DeclaredSketch& report, const DeclaredSketch& other);
double cites_outlet(const DeclaredSketch& report, const DeclaredSketch& other);
// A name is that of a medium, too, if it is one of `outlets`, ascending.
double common_citation(const DeclaredSketch& a, const DeclaredSketch& b,
                       std::span<const NameHash> outlets);

}  // namespace stemma::origin
