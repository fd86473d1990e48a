// Versions of one agency item, and notices that a text is wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "stemma/types/span.h"
#include "stemma/types/witness.h"

namespace stemma::origin {

enum class MarkKind : std::uint8_t {
  kTake,        // "1st Ld", "UPDATE 2"
  kCorrection,  // "CORRECTS", "Korrektur:"
  kWithheld,    // "WITHHELD", "EMBARGOED"
  kWithdrawn,   // "KILL", "WITHDRAWN"
};

struct Mark {
  MarkKind kind = MarkKind::kTake;
  std::string text;  // as written
  Span span;         // in the text; empty where it stands in the title
};

// The gravest mark at the beginning of the title or of the text. A mark of one
// word counts only in capitals, or before a colon or hyphen: "Update" and
// "kill" are words as well.
std::optional<Mark> find_mark(const Witness& witness);

}  // namespace stemma::origin
