// The pipeline: from inputs on disk to stories and what they hold. Everything
// above this line (program, server, Python) uses these functions only.
//
// Same input, same result, for any number of threads. Functions hold no state
// and may be called from several threads at once.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "stemma/error.h"
#include "stemma/types/analysis.h"
#include "stemma/types/cluster.h"
#include "stemma/types/collation.h"
#include "stemma/types/matrix.h"
#include "stemma/types/options.h"
#include "stemma/types/origins.h"
#include "stemma/types/passage.h"
#include "stemma/types/quotation.h"
#include "stemma/types/report.h"
#include "stemma/types/story.h"

namespace stemma {

// Whether a corpus is read with the analyses that most stages need. find_reuse
// makes what it needs, which is less, by itself.
enum class Analyses : std::uint8_t { kMade, kNotMade };

struct ReadOptions {
  unsigned threads = 0;  // 0: as many as the machine has
  // The field of the input record that holds the story ("story" or any other
  // field); empty: stories are found.
  std::string group_by;
  // A longer record or file is reported as unreadable.
  std::uint64_t max_record_bytes = std::uint64_t{1} << 30U;
  Analyses analyses = Analyses::kMade;
};

// All reports of a run, in canonical order: published, outlet, id; undated
// last. `analyses` runs parallel to `reports`.
struct Corpus {
  std::vector<Report> reports;
  std::vector<Analysis> analyses;
  std::vector<Error> unreadable;  // what was passed over, in input order
};

// Reads files, directories (recursively, sorted) and "-" (standard input),
// whatever their format, and analyses the texts. Fails only if nothing could
// be read at all (kNotFound, or the one error met).
Result<Corpus> read_corpus(std::span<const std::string> inputs,
                           const ReadOptions& options);

// Stories in the order of their first report. With ReadOptions::group_by the
// given grouping under the given ids, reports without it a story each.
std::vector<Story> group_stories(const Corpus& corpus,
                                 const StoryOptions& options);

// Passages shared by any two reports of `reports` (indices into the corpus,
// ascending), on up to `threads` threads (0: as many as the machine has).
// Indices in the result are positions in `reports`. The corpus may be without
// analyses.
ReuseResult find_reuse(const Corpus& corpus,
                       std::span<const ReportIndex> reports,
                       const ReuseOptions& options, unsigned threads);

// The passages of `found`, which find_reuse made of the same reports with the
// same options, brought together: every place where one stands. Most reports
// first.
std::vector<Cluster> cluster_passages(const Corpus& corpus,
                                      std::span<const ReportIndex> reports,
                                      const ReuseResult& found,
                                      const ReuseOptions& options);

// The words of `stretches`, of reports of the corpus, side by side.
// REQUIRES: options.base < stretches.size().
Collation collate_words(const Corpus& corpus,
                        std::span<const Stretch> stretches,
                        const CollationOptions& options);

// The quotations of each report of `reports`, in the order of the text, on up
// to `threads` threads (0: as many as the machine has). Families are not made.
std::vector<std::vector<Quotation>> find_quotations(
    const Corpus& corpus, std::span<const ReportIndex> reports,
    const QuotationOptions& options, unsigned threads);

// The title of the report nearest to all others that has one; where none has,
// the first sentence that is nearest to all reports; "" where there is none.
std::string story_title(const Corpus& corpus, const Story& story);

// All that is known of one story. Report indices in it are positions in
// story.reports.
struct StoryStudy {
  Story story;
  std::string title;                               // story_title()
  std::vector<std::vector<Quotation>> quotations;  // with families
  ReuseResult reuse;
  Matrix matrix;  // with support filled in
  Origins origins;
};

StoryStudy study_story(const Corpus& corpus, const Story& story);

// study_story for each, on up to `threads` threads.
std::vector<StoryStudy> study_stories(const Corpus& corpus,
                                      std::span<const Story> stories,
                                      unsigned threads);

}  // namespace stemma
