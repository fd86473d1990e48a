// Who vouches for two readings of a statement.
#pragma once

#include <vector>

#include "collate/story_text.h"
#include "stemma/types/matrix.h"

namespace stemma::collate {

// A reading as far as its voice goes.
struct Voiced {
  ReportIndex report = 0;
  Span span;  // of the words
  Voice voice = Voice::kOutlet;
  const Quotation* quotation = nullptr;  // whose content they are, or null
  bool attributed = false;  // whether anything in the sentence is somebody's
};

// What differs in the voices of two readings with this relation: an attribution
// that one of them does not have; direct quotations of one utterance in other
// words, which may be two translations, unless the speaker's language is known
// to be the report's; one utterance given to two speakers (a difference in
// fact). Headings are passed over.
std::vector<Difference> differing_voices(const StoryText& story,
                                         const Voiced& a, const Voiced& b,
                                         Relation relation);

}  // namespace stemma::collate
