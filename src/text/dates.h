// Calendar dates in text.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/report.h"

namespace stemma::text {

// Dates in digits or words ("2023-11-06", "November 6", "6. November",
// "Monday", "yesterday", "last Friday"), resolved against the day of
// publication: a weekday is the last such day on or before it, a date without
// a year the nearest one. Unresolved where the report has no day.
std::vector<DateMention> find_dates(std::string_view text,
                                    std::span<const Token> tokens,
                                    const PublicationTime& published,
                                    std::string_view language);

// A time of publication as written in a field or header: ISO 8601 with or
// without zone, RFC 822, "2023-11-07", "Nov 6, 2023 14:05". Empty if it is
// none. The origin is left at kNone for the caller to set.
std::optional<PublicationTime> parse_time(std::string_view written);

}  // namespace stemma::text
