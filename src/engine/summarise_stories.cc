// The stories of any number of reports, with bounded memory.
//
// First pass: every report is read, and what is kept of it is its key (id,
// outlet, time, hashes) and the place of its bytes. Ids and the canonical order
// follow from the keys. Second pass: the reports are read again in that order,
// some hundreds ahead; outlines are made on all threads while one thread at a
// time groups them (base/pipeline). Reading twice costs a few microseconds a
// report and buys that neither texts nor outlines are ever held.
//
// Where tellings and sources are asked for, a sketch of each report is made
// beside its outline (origin/telling_sketch.h) and kept: 600 bytes a report.
//
// Last, story by story and again on all threads, what is told of each: the
// title from the report whose title is nearest, and the counts from the
// sketches; or, in full, from the texts of the story, read once more.
#include <algorithm>
#include <deque>
#include <iterator>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "base/pipeline.h"
#include "engine/count_origins.h"
#include "engine/decided_grouper.h"
#include "engine/report_reader.h"
#include "engine/scan_inputs.h"
#include "engine/settled_stories.h"
#include "engine/sketch_report.h"
#include "engine/story_ids.h"
#include "engine/story_title.h"
#include "origin/quick_counts.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {
namespace {

constexpr std::size_t kReportsAtOnce = 64;
constexpr std::size_t kSlots = 16;
// Stories told ahead: a large one takes as long as hundreds of small ones.
constexpr std::size_t kStoriesAhead = 1024;

// Texts that a title is chosen from where grouping is given.
constexpr std::size_t kTextsForTitle = 1000;

Counting counting_of(std::size_t reports, Counting wanted) {
  const std::size_t most =
      wanted == Counting::kQuick ? kMostCountedQuickly : kMostCountedFully;
  return reports <= most ? wanted : Counting::kNone;
}

void set_counts(CountRange tellings, CountRange sources, StorySummary& told) {
  told.tellings = tellings;
  told.sources = sources;
}

// What one thread works with.
struct Worker {
  Worker(const engine::SourceFiles& files, const std::string& group_by)
      : reader(files, group_by) {}
  engine::ReportReader reader;
  story::Outliner outliner;
  origin::TellingSketcher sketcher;
};

class Summarising {
 public:
  Summarising(engine::Scan scan, const StoriesRequest& request)
      : request_(request),
        threads_(thread_count(request.read.threads)),
        scan_(std::move(scan)),
        order_(read::identify(scan_.keys)),
        files_(scan_) {
    for (unsigned i = 0; i < threads_; ++i) {
      workers_.emplace_back(files_, request.read.group_by);
    }
  }

  std::uint64_t reports() const { return order_.size(); }
  std::vector<Error> take_errors() { return std::move(scan_.unreadable); }

  void group() {
    if (scan_.names.size() > 1) {
      group_as_given();
    } else {
      group_by_words();
    }
  }

  void tell(const std::function<bool(const StorySummary&)>& use) {
    std::vector<StorySummary> made(kStoriesAhead);
    std::uint64_t told = 0;
    const PipelineSteps steps = {
        .make =
            [&](std::size_t story, std::size_t slot, std::size_t worker) {
              made[slot] = summary(story, workers_[worker]);
            },
        .use =
            [&](std::size_t story, std::size_t slot) {
              told += stories_[story].reports.size();
              report_progress(Stage::kCounting, told);
              return use(made[slot]);
            }};
    run_pipeline(stories_.size(), kStoriesAhead, threads_, steps);
  }

 private:
  const read::ReportKey& key(ReportIndex report) const {
    return scan_.keys[order_[report]];
  }
  Result<Report> read(ReportIndex report, engine::ReportReader& reader) const {
    return reader.read(scan_.places[order_[report]], key(report));
  }

  void report_progress(Stage stage, std::uint64_t done) const {
    if (request_.progress) request_.progress({stage, done, order_.size()});
  }

  void group_as_given() {
    std::vector<engine::GivenStory> reports;
    reports.reserve(order_.size());
    for (ReportIndex i = 0; i < order_.size(); ++i) {
      reports.push_back(
          {scan_.names[scan_.given[order_[i]]], key(i).id, key(i).content});
    }
    stories_ = engine::given_stories(reports);
  }

  // The outlines of some reports that follow one another.
  struct Chunk {
    std::vector<story::Outline> outlines;
    std::vector<story::ReportVector> weighed;  // of the same reports
    std::vector<Error> errors;
  };

  Chunk outline(std::size_t number, Worker& worker) {
    Chunk chunk;
    const std::size_t begin = number * kReportsAtOnce;
    const std::size_t end = std::min(begin + kReportsAtOnce, order_.size());
    for (std::size_t i = begin; i < end; ++i) {
      chunk.outlines.push_back(
          outline(static_cast<ReportIndex>(i), worker, chunk.errors));
    }
    return chunk;
  }

  // Also puts the sketch into its place, where sketches are wanted.
  story::Outline outline(ReportIndex index, Worker& worker,
                         std::vector<Error>& errors) {
    const engine::Place& place = scan_.places[order_[index]];
    const bool sketched = !sketches_.empty();
    const auto report = sketched
                            ? worker.reader.read_credited(place, key(index))
                            : worker.reader.read_words(place, key(index));
    if (!report) {
      errors.push_back(report.error());
      return {};
    }
    if (!sketched) return worker.outliner.make(*report);
    auto made =
        engine::sketch_report(*report, worker.outliner, worker.sketcher);
    sketches_[index] = made.sketch;
    return std::move(made.outline);
  }

  void add(const story::Outline& outline, const story::ReportVector& weighed,
           engine::DecidedGrouper& grouper) {
    const ReportIndex report = grouped_++;
    const story::StoryIndex story =
        grouper.add(key(report).id, outline, weighed);
    if (story == stories_.size()) {
      stories_.push_back(
          {engine::founding_id(key(report).id, key(report).content), {}});
    }
    stories_[story].reports.push_back(report);
  }

  void group_by_words() {
    if (request_.counting == Counting::kQuick) sketches_.resize(order_.size());
    std::vector<Chunk> chunks(kSlots);
    engine::DecidedGrouper grouper(request_.grouping);
    const PipelineSteps steps = {
        .make =
            [&](std::size_t chunk, std::size_t slot, std::size_t worker) {
              chunks[slot] = outline(chunk, workers_[worker]);
            },
        .refine =
            [&](std::size_t /*chunk*/, std::size_t slot) {
              for (const story::Outline& each : chunks[slot].outlines) {
                chunks[slot].weighed.push_back(grouper.weigh(each));
              }
            },
        .use =
            [&](std::size_t /*chunk*/, std::size_t slot) {
              const Chunk& chunk = chunks[slot];
              for (std::size_t i = 0; i < chunk.outlines.size(); ++i) {
                add(chunk.outlines[i], chunk.weighed[i], grouper);
              }
              std::move(chunks[slot].errors.begin(), chunks[slot].errors.end(),
                        std::back_inserter(scan_.unreadable));
              report_progress(Stage::kGrouping, grouped_);
              return true;
            }};
    const std::size_t count =
        (order_.size() + kReportsAtOnce - 1) / kReportsAtOnce;
    run_pipeline(count, kSlots, threads_, steps);
    for (const story::StoryIndex story :
         engine::put_together(grouper.settle(), stories_)) {
      titled_by_.push_back(grouper.grouper().title_report(story));
    }
  }

  StorySummary summary(std::size_t index, Worker& worker) const {
    const Story& story = stories_[index];
    StorySummary told;
    told.id = story.id;
    std::set<std::string_view> outlets;
    for (const ReportIndex report : story.reports) {
      const read::ReportKey& known = key(report);
      told.reports.push_back(known.id);
      if (!known.outlet.empty()) outlets.insert(known.outlet);
      if (!known.published.known()) continue;
      if (!told.first.known()) told.first = known.published;
      told.last = known.published;
    }
    told.outlets = static_cast<std::uint32_t>(outlets.size());
    const Counting counting =
        counting_of(story.reports.size(), request_.counting);
    if (counting == Counting::kQuick) count_quickly(story, worker, told);
    if (counting == Counting::kFull || titled_by_.empty()) {
      study(story, counting, worker, told);
    } else if (const auto report = read(titled_by_[index], worker.reader)) {
      told.title = engine::own_title(*report);
    }
    return told;
  }

  void count_quickly(const Story& story, Worker& worker,
                     StorySummary& told) const {
    std::vector<origin::TellingSketch> sketches;
    sketches.reserve(story.reports.size());
    for (const ReportIndex index : story.reports) {
      if (!sketches_.empty()) {
        sketches.push_back(sketches_[index]);
      } else if (const auto report = read(index, worker.reader)) {
        sketches.push_back(
            engine::sketch_report(*report, worker.outliner, worker.sketcher)
                .sketch);
      }
    }
    const origin::Counts counts = origin::quick_counts(sketches);
    set_counts(counts.tellings, counts.sources, told);
  }

  // What needs the texts of the story.
  void study(const Story& story, Counting counting, Worker& worker,
             StorySummary& told) const {
    Corpus corpus;
    Story whole{story.id, {}};
    for (const ReportIndex index : story.reports) {
      if (corpus.reports.size() == kTextsForTitle) break;
      auto report = read(index, worker.reader);
      if (!report) continue;
      whole.reports.push_back(static_cast<ReportIndex>(corpus.reports.size()));
      corpus.analyses.push_back(text::analyze(*report));
      corpus.reports.push_back(std::move(*report));
    }
    told.title = story_title(corpus, whole);
    if (counting != Counting::kFull) return;
    const engine::OriginCounts counts = engine::count_origins(corpus, whole);
    set_counts(counts.tellings, counts.sources, told);
  }

  const StoriesRequest& request_;
  unsigned threads_;
  engine::Scan scan_;
  std::vector<std::size_t> order_;  // of scan_.keys; a ReportIndex is a place
  engine::SourceFiles files_;
  std::deque<Worker> workers_;  // one a thread
  std::vector<Story> stories_;
  // One a report; empty where there are none to be kept.
  std::vector<origin::TellingSketch> sketches_;
  // The report whose title a story takes; empty where grouping was given.
  std::vector<ReportIndex> titled_by_;
  ReportIndex grouped_ = 0;
};

}  // namespace

Result<StoriesRun> summarise_stories(
    std::span<const std::string> inputs, const StoriesRequest& request,
    const std::function<bool(const StorySummary&)>& use) {
  engine::Scan scan = engine::scan_inputs(
      inputs, request.read, engine::Texts::kNotKept, request.progress);
  if (scan.keys.empty()) return fail(engine::no_report(scan.unreadable));
  if (!request.read.group_by.empty() && scan.names.size() == 1) {
    return fail(
        {.code = ErrorCode::kInvalidArgument,
         .where = "--group-by",
         .found = "no record has the field \"" + request.read.group_by + "\"",
         .advice = "name a field of the input"});
  }
  Summarising run(std::move(scan), request);
  run.group();
  run.tell(use);
  return StoriesRun{run.reports(), run.take_errors()};
}

}  // namespace stemma
