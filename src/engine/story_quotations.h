// The quotations of a story, as the stages after them see them.
#pragma once

#include <vector>

#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::engine {

using QuotationLists = std::vector<std::vector<Quotation>>;  // one a report

// Sets the quotations of each witness, which are views of `quotations`.
void show_quotations(const QuotationLists& quotations,
                     std::vector<Witness>& witnesses);

// With families. The witnesses' own quotations are left without a meaning: set
// them by show_quotations().
QuotationLists quotations_with_families(std::vector<Witness>& witnesses);

// Without what only another report marks as said by somebody: there the words
// are the outlet's own.
QuotationLists marked_quotations(const QuotationLists& all);

}  // namespace stemma::engine
