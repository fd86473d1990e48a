// What became of an utterance in each of its wordings.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quote/family_pairs.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// Sets Quotation::wording of the parts of families with two members or more.
// Every member is held against the fullest wording: the direct or mixed one
// with the most words, the first of equals; where none is, the longest
// indirect one. Bracketed words are no words of the speaker. Words that differ
// count as changed only if the reports let know that the speaker speaks the
// language of the report (speaks_language_of); else they may be another
// translation, since marks do not certify translated words.
// `roots` has the first part of each part's family.
void note_changes(std::span<const Witness> witnesses, std::vector<Part>& parts,
                  std::span<const std::uint32_t> roots);

}  // namespace stemma::quote
