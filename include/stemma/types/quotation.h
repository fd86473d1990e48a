// Quotation: an utterance reported as somebody's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stemma/types/span.h"

namespace stemma {

enum class QuotationForm : std::uint8_t {
  kDirect,    // all of the content stands between marks
  kIndirect,  // none of it
  kMixed,
};

// One attribution: content, the cue that reports it, who it is ascribed to.
struct Quotation {
  QuotationForm form = QuotationForm::kDirect;
  std::vector<Span> content;  // at most 12, in order, without quotation marks
  std::vector<Span> cue;      // "said", "according to"; may be empty
  std::vector<Span> source;   // at most 4: "the minister, Ana Ruiz"
  std::string speaker;        // full name as found in the report; "" unknown
  std::string on_behalf_of;   // "a spokesman for X": X; else ""
  bool speech = true;         // false: belief, plan, vote (only with kAll)
  double confidence = 1;
  // The family (wordings of one utterance across reports) it belongs to;
  // non-empty once families have been made.
  std::string family;
};

}  // namespace stemma
