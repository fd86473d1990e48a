// Who is quoted in whose words.
#pragma once

#include <vector>

#include "stemma/types/options.h"
#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// The attributions of one report in the order of the text, with speakers
// resolved inside the report. witness.quotations is not read.
std::vector<Quotation> find_quotations(const Witness& witness,
                                       const QuotationOptions& options);

}  // namespace stemma::quote
