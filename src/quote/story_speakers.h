// The reports of a story tell one another who speaks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quote/family_pairs.h"
#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// The quotations of each witness, with speakers that a report names by one
// word ("Bassem", "Ruiz") under the full name that the other reports have, and
// speakers that a report only describes ("the Leader") under the name that
// they give to who is so called: only where all of them mean one person, who
// is then noted as told by them (speaker_reports).
std::vector<std::vector<Quotation>> name_speakers(
    std::span<const Witness> witnesses);

// Each member of a family that knows its speaker votes, a name for more than
// a pronoun. Who has no speaker takes the one voted for, and who has one by a
// pronoun or the context alone and is outvoted; SpeakerBasis::kReports and
// speaker_reports then tell so. Names that can mean one bearer vote together.
// Whom a report names stays: another name is noted as
// AttributionChange::kOtherSpeaker if the family has a majority for one.
// `roots` has the first part of each part's family.
void vote_on_speakers(std::vector<Part>& parts,
                      std::span<const std::uint32_t> roots);

}  // namespace stemma::quote
