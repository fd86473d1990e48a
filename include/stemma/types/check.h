// Check: where a text comes from and where it was used.
#pragma once

#include <cstdint>
#include <vector>

#include "stemma/types/collation.h"
#include "stemma/types/passage.h"
#include "stemma/types/report.h"

namespace stemma {

// A passage with its words side by side: the text is the base of the
// collation, the report its only other reading.
struct CheckedPassage {
  Passage passage;  // a: the text, b: the report
  Collation collation;
};

// One report that shares passages with the text.
struct SharedWith {
  ReportIndex report = 0;
  double share_of_text = 0;    // of the text's words, those found in it
  double share_of_report = 0;  // of its words, those found in the text
  std::vector<CheckedPassage> passages;  // by place in the text
};

struct TextCheck {
  ReportIndex text = 0;
  std::uint32_t words = 0;          // of the text
  std::uint32_t compared = 0;       // reports that it was compared with
  double found = 0;                 // share of them found in any report
  std::vector<SharedWith> reports;  // the largest share of the text first
};

}  // namespace stemma
