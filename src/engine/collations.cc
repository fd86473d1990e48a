#include <vector>

#include "collate/text_comparison.h"
#include "collate/word_collation.h"
#include "engine/witnesses.h"
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

Comparison compare_texts(const Corpus& corpus,
                         std::span<const ReportIndex> reports,
                         const CollationOptions& options) {
  return collate::compare_texts(engine::witnesses_of(corpus, reports), options);
}

void collate_rows(const Corpus& corpus, StoryStudy& study) {
  const std::vector<Witness> witnesses =
      engine::witnesses_of(corpus, study.story.reports);
  study.collations.clear();
  for (const MatrixRow& row : study.matrix.rows) {
    std::vector<Stretch> stretches;
    CollationOptions options;
    for (const Cell& cell : row.cells) {
      if (cell.report == row.base) {
        options.base = static_cast<std::uint32_t>(stretches.size());
      }
      stretches.push_back({cell.report, cell.spans});
    }
    study.collations.push_back(
        stretches.empty()
            ? Collation()
            : collate::collate_words(witnesses, stretches, options));
  }
}

}  // namespace stemma
