// Texts in columns on a terminal.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "show/terminal.h"
#include "show/word_marks.h"

namespace stemma::show {

// The stretches beside one another, each in a column of the same width, broken
// at spaces, with a line between them; every line opens with `indent` spaces.
// Marked words are accented; without colour they stand in [ ], moved ones in
// { } behind their number. On a terminal that is too narrow the stretches
// stand below one another.
std::string side_by_side(std::span<const MarkedText> texts, std::size_t indent,
                         const TextStyle& style);

}  // namespace stemma::show
