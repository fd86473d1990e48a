// Text reuse: fingerprints bring pairs of reports together, words decide.
//
// 1. Reports with equal texts are one group; its first stands for all.
// 2. Of every other report the content words are taken. Sentences that an
//    outlet repeats are taken out (boilerplate.cc).
// 3. Pairs that share enough fingerprints are candidates
//    (shared_fingerprints.cc, candidates.cc).
// 4. Each candidate is compared word by word; only what the words bear out is
//    reported (pair.cc).
//
// Of each report's partners the best are chosen before any is compared, so that
// passages can be handed on as they are found. All that grows with the number
// of reports is their words, until the pairs are known, the fingerprints that
// they share, and the pairs.
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
#include "reuse/shared_fingerprints.h"
#include "reuse/words.h"
#include "text/analyze.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kReportsAtOnce = 64;    // outlined by one task
constexpr std::size_t kReportsCompared = 16;  // by one task
// Of comparing; the passages of so many are held until they are handed on.
constexpr std::size_t kTasksAtOnce = 256;
// Part of the memory that is for pages; half is for the index.
constexpr std::uint64_t kPagesShare = 3;

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
         std::span<const EarlierSentences> earlier, const Loop& loop)
      : witnesses_(witnesses),
        options_(options),
        earlier_(earlier),
        loop_(loop),
        equal_(group_equal(witnesses)),
        pairing_(witnesses, equal_, options),
        pages_(witnesses.size(), options.memory_bytes / kPagesShare) {}

  // Calls take(result, show(passages)) for the passages of some reports after
  // those of the others, in their order, until it says false.
  template <typename Shown, typename Show, typename Take>
  ReuseResult run(const Show& show, const Take& take) {
    make_outlines();
    ReuseResult result;
    result.boilerplate = take_out_boilerplate(outlines_, earlier_);
    count_words();
    library_ = {witnesses_, result.boilerplate, &spread_};
    for_compared([&](std::size_t r) {
      pages_.weigh(library_, static_cast<ReportIndex>(r));
    });
    find_pairs();
    result.partners_cut = std::move(candidates_.cut);
    result.equal = equal_;
    const std::size_t at_once = kTasksAtOnce * kReportsCompared;
    for (std::size_t first = 0; first < witnesses_.size(); first += at_once) {
      const std::size_t end = std::min(witnesses_.size(), first + at_once);
      std::vector<Shown> shown(kTasksAtOnce);
      in_blocks(end - first, kReportsCompared, loop_,
                [&](std::size_t begin, std::size_t stop) {
                  shown[begin / kReportsCompared] =
                      show(compare({static_cast<ReportIndex>(first + begin),
                                    static_cast<ReportIndex>(first + stop)}));
                });
      for (Shown& each : shown) {
        if (!take(result, std::move(each))) return result;
      }
    }
    return result;
  }

 private:
  // Calls body(r) for each report that is compared.
  template <typename Body>
  void for_compared(const Body& body) const {
    in_blocks(witnesses_.size(), kReportsAtOnce, loop_,
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
    for_compared([&](std::size_t r) { make_outline(r); });
  }

  void make_outline(std::size_t r) {
    const Witness& witness = witnesses_[r];
    const Analysis made = witness.analysis == nullptr
                              ? text::analyze_words(*witness.report)
                              : Analysis();
    const Analysis& analysis =
        witness.analysis == nullptr ? made : *witness.analysis;
    outlines_[r] = outline(*witness.report, analysis);
    pages_.offer(static_cast<ReportIndex>(r),
                 lay_out(*witness.report, analysis));
  }

  void count_words() {
    std::size_t words = 0;
    for (const Outline& one : outlines_) words += one.terms.size();
    spread_ = WordSpread(words);
    for_compared([&](std::size_t r) {
      std::vector<Term> terms = outlines_[r].terms;
      std::sort(terms.begin(), terms.end());
      terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
      spread_.add(terms);
    });
    spread_.finish();
  }

  // Sets the pairs that are compared. What they are found by is not needed any
  // more then.
  void find_pairs() {
    IndexOptions index_options;
    index_options.memory_bytes = options_.memory_bytes / 2;
    if (options_.max_partners == 0) index_options.neighbours = 0xFFFF;
    const SharedGroups groups =
        find_groups({outlines_, &spread_}, index_options, loop_);
    outlines_ = {};
    candidates_ =
        find_candidates(groups, pairing_, options_, index_options, loop_);
    pages_.set_most_bytes(options_.memory_bytes);
  }

  // The passages that reports of `range` share with later ones.
  std::vector<Passage> compare(ReportRange range) {
    PairComparer comparer(options_);
    std::vector<Passage> all;
    for (ReportIndex a = range.begin; a < range.end; ++a) {
      const std::span<const ReportIndex> partners = candidates_.of(a);
      if (partners.empty()) continue;
      comparer.set_a(pages_.page(library_, a));
      for (const ReportIndex b : partners) {
        std::vector<Passage> found =
            comparer.compare(*pages_.page(library_, b));
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

  std::span<const Witness> witnesses_;
  const ReuseOptions& options_;
  std::span<const EarlierSentences> earlier_;
  const Loop& loop_;
  const std::vector<std::vector<ReportIndex>> equal_;
  Pairing pairing_;
  Pages pages_;
  std::vector<Outline> outlines_;
  WordSpread spread_{0};
  Library library_;
  Candidates candidates_;
};

}  // namespace

ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options, const Loop& loop) {
  return find_reuse(witnesses, options, std::span<const EarlierSentences>(),
                    loop);
}

ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options,
                       std::span<const EarlierSentences> earlier,
                       const Loop& loop) {
  std::vector<Passage> all;
  ReuseResult result =
      Search(witnesses, options, earlier, loop)
          .run<std::vector<Passage>>(
              [](std::vector<Passage> found) { return found; },
              [&](const ReuseResult&, std::vector<Passage>&& found) {
                std::move(found.begin(), found.end(), std::back_inserter(all));
                return true;
              });
  result.passages = std::move(all);
  return result;
}

ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options, const PassageUse& use,
                       const Loop& loop) {
  return Search(witnesses, options, {}, loop)
      .run<std::string>(
          [&](const std::vector<Passage>& found) { return use.show(found); },
          [&](const ReuseResult& result, std::string&& shown) {
            return use.take(result, std::move(shown));
          });
}

}  // namespace stemma::reuse
