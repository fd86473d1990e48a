// Text reuse: fingerprints bring pairs of reports together, words decide.
//
// 1. Reports with equal texts are one group; its first stands for all.
// 2. Of every other report the content words are taken. Sentences that an
//    outlet repeats are taken out (boilerplate.cc).
// 3. Pairs that share enough fingerprints are candidates
//    (shared_fingerprints.cc, candidates.cc).
// 4. Each candidate is compared word by word; only what the words bear out is
//    reported (pair.cc).
// 5. Of each report's partners the best are kept.
//
// Step 3 and 4 go together, a few hundred reports at a time, so that candidates
// are never held. All that grows with the number of reports is their words, the
// index of one range of reports, and the passages.
#include "reuse/reuse.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "reuse/boilerplate.h"
#include "reuse/candidates.h"
#include "reuse/equal_texts.h"
#include "reuse/pages.h"
#include "reuse/pair.h"
#include "reuse/partners.h"
#include "reuse/shared_fingerprints.h"
#include "reuse/words.h"
#include "text/analyze.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kReportsAtOnce = 64;   // outlined by one task
constexpr std::size_t kFewestCompared = 16;  // reports compared by one task
constexpr std::size_t kMostTasks = 512;      // of comparing one range
// The page of a text takes about so many bytes for each of its own.
constexpr std::uint64_t kPageBytes = 10;
// Parts of the memory: for pages kept for the whole run, for pages of one task;
// half is for the index.
constexpr std::uint64_t kKeptShare = 3;
constexpr std::uint64_t kPagesShare = 32;

// Calls body(begin, end) for ranges of at most `step` that cover [0, count).
template <typename Body>
void in_blocks(std::size_t count, std::size_t step, const Loop& loop,
               const Body& body) {
  loop((count + step - 1) / step,
       [&](std::size_t i) { body(i * step, std::min(count, (i + 1) * step)); });
}

class Search {
 public:
  Search(std::span<const Witness> witnesses, const ReuseOptions& options,
         const Loop& loop)
      : witnesses_(witnesses.begin(), witnesses.end()),
        options_(options),
        loop_(loop),
        equal_(group_equal(witnesses)),
        pairing_(witnesses_, equal_, options) {}

  ReuseResult run() {
    make_outlines();
    boilerplate_ = take_out_boilerplate(outlines_);
    count_words();
    keep_pages();
    const Outlines outlines{outlines_, &spread_};
    IndexOptions index_options;
    index_options.memory_bytes = options_.memory_bytes / 2;
    if (options_.max_partners == 0) index_options.neighbours = 0xFFFF;
    ReuseResult result;
    for (const ReportRange range :
         plan_ranges(outlines, index_options, loop_)) {
      compare_range(index_range(outlines, range, index_options, loop_), result);
    }
    result.partners_cut =
        keep_best_partners(result.passages, witnesses_.size(), options_);
    result.equal = std::move(equal_);
    result.boilerplate = std::move(boilerplate_);
    return result;
  }

 private:
  // The number of reports whose analyses and words are kept: the first ones, as
  // far as the memory goes, whatever the order of the work.
  std::size_t reports_kept() const {
    std::uint64_t bytes = 0;
    std::size_t r = 0;
    for (; r < witnesses_.size(); ++r) {
      bytes += witnesses_[r].report->text.size() * kPageBytes;
      if (bytes > options_.memory_bytes / kKeptShare) break;
    }
    return r;
  }

  // Calls body(r) for each of the first `count` reports that is compared.
  template <typename Body>
  void for_compared(std::size_t count, const Body& body) const {
    in_blocks(count, kReportsAtOnce, loop_,
              [&](std::size_t begin, std::size_t end) {
                for (std::size_t r = begin; r < end; ++r) {
                  if (pairing_.is_compared(static_cast<ReportIndex>(r))) {
                    body(r);
                  }
                }
              });
  }

  void make_outlines() {
    outlines_.resize(witnesses_.size());
    made_.resize(witnesses_.size());
    const std::size_t kept = reports_kept();
    for_compared(witnesses_.size(),
                 [&](std::size_t r) { make_outline(r, r < kept); });
  }

  void keep_pages() {
    library_.witnesses = witnesses_;
    library_.boilerplate = boilerplate_;
    library_.spread = &spread_;
    library_.kept.resize(witnesses_.size());
    for_compared(reports_kept(), [&](std::size_t r) {
      library_.kept[r] = make_page(library_, static_cast<ReportIndex>(r));
    });
  }

  void make_outline(std::size_t r, bool keep) {
    Witness& witness = witnesses_[r];
    if (witness.analysis != nullptr) {
      outlines_[r] = outline(*witness.report, *witness.analysis);
      return;
    }
    Analysis analysis = text::analyze_words(*witness.report);
    outlines_[r] = outline(*witness.report, analysis);
    if (!keep) return;
    made_[r] = std::move(analysis);
    witness.analysis = &made_[r];
  }

  void count_words() {
    std::size_t words = 0;
    for (const Outline& one : outlines_) words += one.terms.size();
    spread_ = WordSpread(words);
    for_compared(outlines_.size(), [&](std::size_t r) {
      std::vector<Term> terms = outlines_[r].terms;
      std::sort(terms.begin(), terms.end());
      terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
      spread_.add(terms);
    });
    spread_.finish();
  }

  void compare_range(const SharedIndex& index, ReuseResult& result) const {
    const std::size_t reports = index.range.end - index.range.begin;
    const std::size_t step =
        std::max(kFewestCompared, (reports + kMostTasks - 1) / kMostTasks);
    std::vector<std::vector<Passage>> found((reports + step - 1) / step);
    in_blocks(reports, step, loop_, [&](std::size_t begin, std::size_t end) {
      found[begin / step] =
          compare(index, {static_cast<ReportIndex>(index.range.begin + begin),
                          static_cast<ReportIndex>(index.range.begin + end)});
    });
    for (std::vector<Passage>& passages : found) {
      std::move(passages.begin(), passages.end(),
                std::back_inserter(result.passages));
    }
  }

  // The passages that reports of `range` share with later ones.
  std::vector<Passage> compare(const SharedIndex& index,
                               ReportRange range) const {
    Pages pages(library_, options_.memory_bytes / kPagesShare);
    PartnerSearch search(index, pairing_, options_, witnesses_.size());
    PairComparer comparer(options_);
    std::vector<Passage> all;
    for (ReportIndex a = range.begin; a < range.end; ++a) {
      const std::span<const ReportIndex> partners = search.partners_of(a);
      if (partners.empty()) continue;
      comparer.set_a(pages.page(a));
      for (const ReportIndex b : partners) {
        std::vector<Passage> found = comparer.compare(*pages.page(b));
        std::sort(found.begin(), found.end(),
                  [](const Passage& x, const Passage& y) {
                    return std::tie(x.span_a, x.span_b) <
                           std::tie(y.span_a, y.span_b);
                  });
        for (Passage& passage : found) {
          passage.a = a;
          passage.b = b;
          all.push_back(std::move(passage));
        }
      }
    }
    return all;
  }

  std::vector<Witness> witnesses_;
  const ReuseOptions& options_;
  const Loop& loop_;
  std::vector<std::vector<ReportIndex>> equal_;
  Pairing pairing_;
  std::vector<Outline> outlines_;
  std::vector<Analysis> made_;  // empty where not kept
  std::vector<std::vector<Span>> boilerplate_;
  WordSpread spread_{0};
  Library library_;
};

}  // namespace

ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options, const Loop& loop) {
  return Search(witnesses, options, loop).run();
}

}  // namespace stemma::reuse
