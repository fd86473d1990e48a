// The verbs: each computes and writes its results. One file a verb.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "cli/output.h"
#include "cli/request.h"
#include "stemma/engine.h"

namespace stemma::cli {

// Reads its inputs by itself: no text is kept.
Result<StoriesRun> write_stories(const Request& request, Output& output);
// --explain: kInvalidArgument if the corpus does not have both reports.
Status write_story_explanation(const Request& request, const Corpus& corpus,
                               Output& output);
// --stream and --watch: events until the reports end or a signal stops the
// run. `unreadable`: how many inputs could not be read (said as they come).
struct Streamed {
  std::uint64_t reports = 0;
  std::uint64_t unreadable = 0;
};
Result<Streamed> write_events(const Request& request, Output& output);
void write_reuse(const Request& request, const Corpus& corpus, Output& output);
// What was found already among the reports of the corpus.
void write_found(const Request& request, const Corpus& corpus,
                 const ReuseResult& found, Output& output);
void write_quotes(const Request& request, const Corpus& corpus, Output& output);
void write_matrix(const Request& request, const Corpus& corpus, Output& output);
void write_origins(const Request& request, const Corpus& corpus,
                   Output& output);
void write_report(const Request& request, const Corpus& corpus, Output& output);
// Reads what `stemma check` is asked about, and the inputs.
Result<CheckedCorpus> read_checked_inputs(const Request& request);
void write_check(const Request& request, const CheckedCorpus& checked,
                 Output& output);

// Reads two or three reports in the order of the inputs.
Result<Corpus> read_compared(const Request& request);
// kInvalidArgument if no report is the base that was asked for.
Status write_compare(const Request& request, const Corpus& corpus,
                     Output& output);

// Studies every story and hands the studies over in order, a batch at a time,
// so that memory holds one batch; stops when the output has failed.
void for_each_study(const Request& request, const Corpus& corpus,
                    const Output& output,
                    const std::function<void(const StoryStudy&)>& use);

}  // namespace stemma::cli
