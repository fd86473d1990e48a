// The word lists that mark paratext, of all languages at once.
//
// Which language a report is in is not known yet when its header is read, and
// short lines do not tell; the forms ("Source:", "Quelle:") hardly clash.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/span.h"

namespace stemma::read {

// The categories used here (docs/lexicon.md says what each holds).
enum class Form {
  kAgency,
  kCreditAgency,
  kAgencies,
  kHeaderKey,
  kBylineWord,
  kSourceLabel,
  kSourceOpening,
  kContribution,
  kCaptionLabel,
  kBoilerplate,
  kSlugWord,
  kDatelineEnd,
  kMonth,
  kPreposition,
  kMedium,
};

// The value of `written` (any case) in the category, or nullptr; lives as long
// as the program. Safe to call from several threads.
const std::string* form_value(Form form, std::string_view written);

// Bytes of the longest entry that `written` begins with, ending at the end of
// a word; 0 if there is none. Looks at seven words at most.
std::size_t form_prefix(Form form, std::string_view written);

// True if this is the name of an agency and nothing else, with or without an
// article: "AP", "the Associated Press". As names of agencies can be those of
// other things ("Petra"), only for places where a credit stands. Names of three
// letters count only in capitals or small letters throughout: "AP" and "dpa",
// but not "Pa".
bool is_agency(std::string_view written);

// The names of agencies in a stretch that is known to be a credit, in order,
// as spans shifted by `offset`.
std::vector<Span> find_agencies(std::string_view written, std::uint32_t offset);

}  // namespace stemma::read
