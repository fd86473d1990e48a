#include <vector>

#include "collate/word_collation.h"
#include "stemma/engine.h"
#include "stemma/types/witness.h"

namespace stemma {

Collation collate_words(const Corpus& corpus,
                        std::span<const Stretch> stretches,
                        const CollationOptions& options) {
  std::vector<Witness> witnesses;
  std::vector<Stretch> renumbered(stretches.begin(), stretches.end());
  for (Stretch& stretch : renumbered) {
    witnesses.push_back({&corpus.reports[stretch.report],
                         &corpus.analyses[stretch.report], nullptr});
    stretch.report = static_cast<ReportIndex>(witnesses.size() - 1);
  }
  return collate::collate_words(witnesses, renumbered, options);
}

}  // namespace stemma
