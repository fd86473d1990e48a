// The words by which enumerators and times are known in every output.
#pragma once

#include <string>
#include <string_view>

#include "stemma/types/collation.h"
#include "stemma/types/matrix.h"
#include "stemma/types/origins.h"
#include "stemma/types/passage.h"
#include "stemma/types/quotation.h"
#include "stemma/types/report.h"

namespace stemma::show {

// Words of docs/output.md; they live as long as the program.
std::string_view word(PassageKind kind);
std::string_view word(QuotationForm form);
std::string_view word(SpeakerBasis basis);
std::string_view word(WordingChange change);
std::string_view word(AttributionChange change);
std::string_view word(Relation relation);
std::string_view word(Voice voice);
std::string_view word(Fact fact);
std::string_view word(DifferenceKind kind);
std::string_view word(UnknownWhy why);
std::string_view word(SourceKind kind);
std::string_view word(DerivationRelation relation);
std::string_view word(EvidenceKind kind);
std::string_view word(CreditKind kind);
std::string_view word(ChangeKind kind);

// "2023-11-07", "2023-11-07T10:31Z" or "2023-11-07T10:31:05Z" by what is
// known of the time; "" for an undated report (RFC 3339, UTC).
std::string time_word(const PublicationTime& time);

// "3 reports", "1 report", "2 stories".
std::string counted(std::size_t count, std::string_view singular);

}  // namespace stemma::show
