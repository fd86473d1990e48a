// What new reports are found by, in an index and later when they are a part of
// it.
#pragma once

#include <span>
#include <vector>

#include "reuse/index_format.h"
#include "reuse/loop.h"
#include "reuse/words.h"
#include "stemma/types/span.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

struct NewReports {
  std::span<const Witness> reports;
  std::span<const std::vector<Span>> boilerplate;  // one a report
  const std::vector<bool>& wanted;  // false: another one has the same text
};

struct NewPrints {
  std::vector<IndexedPrints> prints;  // one a report, empty if not wanted
  std::vector<IndexedWord> words;     // how many wanted reports have each
  WordSpread spread{0};               // of the index and the new reports
};

// Analyses the wanted reports that are not analysed yet.
NewPrints new_prints(const NewReports& of, const IndexView& index,
                     const Loop& loop);

}  // namespace stemma::reuse
