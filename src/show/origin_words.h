// Counts and derivations in the words of a careful reader: what is shared,
// never what would be somebody's own, and every count an upper bound.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "show/report_set.h"
#include "stemma/types/origins.h"

namespace stemma::show {

// "at most 3 tellings".
std::string at_most(const CountRange& count, std::string_view singular);

// "likely 2, the texts allow 1 to 3"; "" where the range is one number.
std::string range_words(const CountRange& count);

// "1-3" or "2", for a narrow column.
std::string range_short(const CountRange& count);

// "31 minutes", "2 hours", "3 days": rounded down to the largest unit.
std::string duration_words(std::int64_t seconds);

// "82 %".
std::string percent(double share);
// How sure something is: never all of it, "over 99 %" where it rounds to that.
std::string sureness(double confidence);

// What a telling or source is known by: its credits, else its head's name,
// else "unseen text" ("not named" for a source).
std::string telling_name(const ReportSet& reports, const Telling& telling);
std::string source_name(const Source& source);

// "rewrite of Lantern, declared by its credit"; "reprint: 97 % of its words
// stand in reports of its telling, direction not established".
std::string derivation_words(const ReportSet& reports,
                             const Derivation& derivation);

// One line for each piece of evidence.
std::vector<std::string> evidence_words(const ReportSet& reports,
                                        const Derivation& derivation);

}  // namespace stemma::show
