// The pipeline: from inputs on disk to stories and what they hold. Everything
// above this line (program, server, Python) uses these functions only.
//
// Same input, same result, for any number of threads. Functions hold no state
// and may be called from several threads at once.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/error.h"
#include "stemma/types/analysis.h"
#include "stemma/types/check.h"
#include "stemma/types/cluster.h"
#include "stemma/types/collation.h"
#include "stemma/types/comparison.h"
#include "stemma/types/matrix.h"
#include "stemma/types/options.h"
#include "stemma/types/origins.h"
#include "stemma/types/passage.h"
#include "stemma/types/quotation.h"
#include "stemma/types/report.h"
#include "stemma/types/story.h"
#include "stemma/types/story_explanation.h"

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

// What a user has rejected of two reports, by their ids.
enum class RejectionKind : std::uint8_t {
  kApart,    // they are not one telling
  kNotFrom,  // `report` does not derive from `other`
};

struct Rejection {
  RejectionKind kind = RejectionKind::kApart;
  std::string report;
  std::string other;
  friend bool operator==(const Rejection&, const Rejection&) = default;
};

// All reports of a run, in canonical order: published, outlet, id; undated
// last. `analyses` runs parallel to `reports`, or is empty if none were asked
// for.
struct Corpus {
  std::vector<Report> reports;
  std::vector<Analysis> analyses;
  std::vector<Error> unreadable;      // what was passed over, in input order
  std::vector<Rejection> rejections;  // the user's; heeded by study_story
};

// Reads files, directories (recursively, sorted) and "-" (standard input),
// whatever their format, and analyses the texts. Fails only if nothing could
// be read at all (kNotFound, or the one error met).
Result<Corpus> read_corpus(std::span<const std::string> inputs,
                           const ReadOptions& options);

// A corpus of one report that has this text, as if a file held it (bad UTF-8 is
// repaired, header lines are found), under this id. kMalformed for a blank
// text.
Result<Corpus> corpus_of_text(std::string_view text, std::string id);

// What a long run is doing, for whoever waits for it.
enum class Stage { kReading, kGrouping, kCounting };
struct Progress {
  Stage stage = Stage::kReading;
  std::uint64_t done = 0;   // bytes while reading, else reports
  std::uint64_t total = 0;  // 0: not known
};
// Called now and then, by one thread at a time. May be empty.
using ProgressFunction = std::function<void(const Progress&)>;

// What can be told of a story in a line.
struct StorySummary {
  std::string id;
  std::string title;
  std::vector<std::string> reports;  // ids, in canonical order
  PublicationTime first;             // unknown if no report is dated
  PublicationTime last;
  std::uint32_t outlets = 0;
  // Tellings and sources; empty where they were not asked for, or where the
  // story has too many reports to be counted (Counting).
  std::optional<CountRange> tellings;
  std::optional<CountRange> sources;
};

// How tellings and sources are counted.
enum class Counting {
  // From a sketch of each report, made while it is read for grouping: tens of
  // microseconds a report. Stories of up to kMostCountedQuickly reports.
  kQuick,
  // From the texts, as study_story() does: milliseconds a report. Stories of up
  // to kMostCountedFully reports.
  kFull,
  kNone,
};
inline constexpr std::size_t kMostCountedQuickly = 10000;
inline constexpr std::size_t kMostCountedFully = 1000;

struct StoriesRequest {
  ReadOptions read;
  StoryOptions grouping;
  Counting counting = Counting::kQuick;
  ProgressFunction progress;
};

struct StoriesRun {
  std::uint64_t reports = 0;
  std::vector<Error> unreadable;  // as in Corpus
};

// The stories of any number of reports, in the order of their first report,
// each handed to `use` (false ends the run). Keeps no text: memory is a few
// hundred bytes a report and what the open stories need. The grouping is that
// of group_stories(). Fails as read_corpus(), and with kInvalidArgument if
// read.group_by is a field that no record has.
Result<StoriesRun> summarise_stories(
    std::span<const std::string> inputs, const StoriesRequest& request,
    const std::function<bool(const StorySummary&)>& use);

// What became of a report of a stream. The last event of a report holds.
enum class StoryEventKind {
  kJoin,   // it joined a story, or founded one that is named after it
  kMove,   // it alone was moved
  kMerge,  // its story was taken up by another
  kSplit,  // its story was cut in two
};
struct StoryEvent {
  StoryEventKind kind = StoryEventKind::kJoin;
  std::string report;
  std::string story;
  std::string from;  // the story it was in; "" for kJoin
};

struct StreamRequest {
  ReadOptions read;
  StoryOptions grouping;
  // Takes an event as it comes; false ends the run.
  std::function<bool(const StoryEvent&)> event;
  // Takes what could not be read, as it comes.
  std::function<void(const Error&)> unreadable;
  // True once the run is to end; asked between two records. May be empty.
  std::function<bool()> stops;
};

// Groups reports in the order in which they come; standard input ("-") is read
// as JSON Lines, each record as it arrives. The same reports in the same order
// give the same events. Memory is bounded but for some 50 bytes a story.
// Returns the number of reports.
std::uint64_t stream_stories(std::span<const std::string> inputs,
                             const StreamRequest& request);

// The same for a directory: first the files that are there, then new ones, as
// soon as they were left alone for half a second; of several the order is that
// of their paths. Each file is read once. Ends when request.stops() says so.
// kNotFound or kPermissionDenied if the directory cannot be listed.
Result<std::uint64_t> watch_stories(const std::string& directory,
                                    const StreamRequest& request);

// The decisions of a file: JSON Lines of {"merge":[IDs]} and {"split":[IDs]}.
// A file that is not there holds none.
Result<std::vector<StoryDecision>> read_decisions(const std::string& path);
// Puts one decision at the end of the file, which is made where it is missing.
Status add_decision(const std::string& path, const StoryDecision& decision);

// Reads rejections into the corpus from a file of lines "apart TAB ID TAB ID"
// and "not-from TAB ID TAB ID OF THE PARENT". Fails if it cannot be read
// (kNotFound, ...) or a line is wrong (kMalformed).
Status read_rejections(const std::string& path, Corpus& corpus);

// Sets the group of each report that has none from a table of outlets: lines
// "OUTLET TAB ALIASES TAB GROUP [TAB KIND]", aliases by commas. Fails as
// read_rejections.
Status read_outlets(const std::string& path, Corpus& corpus);

// Stories in the order of their first report. With ReadOptions::group_by the
// given grouping under the given ids, reports without it a story each.
std::vector<Story> group_stories(const Corpus& corpus,
                                 const StoryOptions& options);

// What put two reports in one story of group_stories(), or kept them apart;
// `reports` are their ids. kInvalidArgument if the corpus does not have both,
// or they are one, or if it gives the grouping. The corpus may be without
// analyses.
Result<StoryExplanation> explain_stories(
    const Corpus& corpus, const StoryOptions& options,
    const std::array<std::string, 2>& reports);

// Passages shared by any two reports of `reports` (indices into the corpus,
// ascending), on up to `threads` threads (0: as many as the machine has).
// Indices in the result are positions in `reports`. The corpus may be without
// analyses.
ReuseResult find_reuse(const Corpus& corpus,
                       std::span<const ReportIndex> reports,
                       const ReuseOptions& options, unsigned threads);

// The same for results that need not be held.
ReuseResult find_reuse(const Corpus& corpus,
                       std::span<const ReportIndex> reports,
                       const ReuseOptions& options, unsigned threads,
                       const PassageUse& use);

// What reports share with one another and with those of an index.
struct IndexedReuse {
  // The reports of the index that share passages with new ones, then the new
  // ones: those that were not in the index yet. Without analyses.
  Corpus corpus;
  ReuseResult found;              // positions in corpus.reports
  std::uint64_t index_bytes = 0;  // size of the index as it was
  std::string addition;           // what is to be added to it; may be empty
};

// Compares the reports of `corpus` with one another and with those of the file
// `index`, an empty one if it is not there. Nothing is written. kMalformed or
// kDataLoss where the file is no whole index of this version.
Result<IndexedReuse> find_reuse_with_index(Corpus corpus,
                                           const std::string& index,
                                           const ReuseOptions& options,
                                           unsigned threads);

// Adds the new reports at the end of the file; what is there is not touched.
// kUnavailable where another program added to it in the meantime.
Status add_to_index(const std::string& index, const IndexedReuse& reuse);

// The passages of `found`, which find_reuse made of the same reports with the
// same options, brought together: every place where one stands. Most reports
// first.
std::vector<Cluster> cluster_passages(const Corpus& corpus,
                                      std::span<const ReportIndex> reports,
                                      const ReuseResult& found,
                                      const ReuseOptions& options);

// What is asked about, before it is read.
struct AskedText {
  enum class Kind : std::uint8_t { kInput, kWords };
  Kind kind = Kind::kInput;
  std::string text;  // the name of an input, or the words themselves
};

// A corpus at the end of which stand the texts that are asked about.
struct CheckedCorpus {
  Corpus corpus;
  std::size_t texts = 0;
};

// The reports of `inputs` under the ids that read_corpus() gives them, and
// after them those of `asked`. One of these that is also among the inputs (the
// same file, or a record of which id and all fields are equal) stands there a
// second time under the same id; every other gets an id that no report has: its
// name, where that is taken its path, else with 8 hex digits of the content.
// Fails as read_corpus() for either, and as corpus_of_text().
Result<CheckedCorpus> read_checked(std::span<const std::string> inputs,
                                   const AskedText& asked,
                                   const ReadOptions& options);

// Where texts come from and where they were used: the last `texts` reports of
// the corpus, each against all the others (which are not compared with one
// another), on up to `threads` threads. A text is not found in itself: a report
// of the same id is passed over.
std::vector<TextCheck> check_texts(const Corpus& corpus, std::size_t texts,
                                   const ReuseOptions& options,
                                   unsigned threads);

// The whole texts of `reports` (indices into the corpus) side by side. Indices
// in the result are positions in `reports`. REQUIRES: options.base <
// reports.size().
Comparison compare_texts(const Corpus& corpus,
                         std::span<const ReportIndex> reports,
                         const CollationOptions& options);

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

// True if the speaker of the quotation, or who it speaks for, bears a name that
// holds `name` or is a variant of it ("Ruiz", "Ana M. Ruiz").
bool names_speaker(const Quotation& quotation, std::string_view name);

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
  // By row of the matrix, its cells word by word; empty unless
  // collate_rows() was called.
  std::vector<Collation> collations;
};

StoryStudy study_story(const Corpus& corpus, const Story& story);

// Fills in study.collations: readings are the cells of a row, the base is that
// of the row.
void collate_rows(const Corpus& corpus, StoryStudy& study);

// study_story for each, on up to `threads` threads.
std::vector<StoryStudy> study_stories(const Corpus& corpus,
                                      std::span<const Story> stories,
                                      unsigned threads);

}  // namespace stemma
