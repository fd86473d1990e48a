// Witness: a report with what was found in it, as the story stages see it.
#pragma once

#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/quotation.h"
#include "stemma/types/report.h"

namespace stemma {

// A surviving text of the story and its analysis. Holds views: all three
// outlive it.
struct Witness {
  const Report* report = nullptr;
  const Analysis* analysis = nullptr;
  const std::vector<Quotation>* quotations = nullptr;
};

}  // namespace stemma
