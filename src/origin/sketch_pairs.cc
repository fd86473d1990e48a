#include "origin/sketch_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "origin/declared_sketch.h"
#include "origin/partners.h"
#include "origin/story_runs.h"

namespace stemma::origin {
namespace {

// In a large story: runs of a report that partners are found by, and partners.
constexpr std::size_t kRunsLookedUp = 24;
constexpr std::size_t kPartnersOfReport = 24;
// A sample of fewer runs counts as one of this many: two words in common are
// no large share of a text of three.
constexpr double kFewestRuns = 8;
constexpr double kFewestSaid = 8;
// Where a longer text leaves fewer of the shorter one's runs in the sample than
// this, not much is known.
constexpr double kEnoughRuns = 8;
// Of the words of two reports, those in sentences without speech: from here on
// they have a narration of their own, and up to here they are speech
// throughout.
constexpr double kEnoughOwnWords = 0.4;
constexpr double kNoOwnWords = 0.2;
// Runs quoted by both, of the report with fewer, and words of the beginnings,
// from which on they may give the same utterances.
constexpr double kSameUtterances = 0.5;
constexpr double kSameBeginning = 0.4;

// What two samples share, of what stands below the limits of both.
struct Shared {
  double runs = 0;
  double fewer = 0;  // runs of the report with fewer
  double rate = 1;   // share of the runs that are in the samples
  double of_fewer(double fewest) const {
    return runs / std::max(fewer, std::max(1.0, fewest * rate));
  }
};

// How many of ascending hashes are below the limit.
std::size_t below(std::span<const std::uint32_t> hashes, std::uint32_t limit) {
  std::size_t below = 0;
  for (std::size_t rest = hashes.size(); rest > 0;) {
    const std::size_t half = (rest + 1) / 2;
    below += hashes[below + half - 1] < limit ? half : 0;
    rest -= half;
  }
  return below;
}

// `common`: runs that both have; those are below the limits of both.
Shared shared(std::uint32_t common,
              std::array<std::span<const std::uint32_t>, 2> hashes,
              std::uint32_t limit) {
  constexpr double kAll = 1U << 31U;
  return {.runs = static_cast<double>(common),
          .fewer = static_cast<double>(
              std::min(below(hashes[0], limit), below(hashes[1], limit))),
          .rate = std::min(1.0, limit / (kAll - 1))};
}

std::span<const std::uint16_t> lead_of(const TellingSketch& sketch) {
  return {sketch.lead.data(), sketch.lead_words};
}

// As that of substance.h. Utterances that are told in other words are not seen,
// so reports that begin alike may have them in common.
double lack_of_narration(const TellingSketch& a, const TellingSketch& b,
                         const Shared& said, double lead) {
  const double words = a.words + b.words;
  if (words == 0) return 0;
  const double own = 1 - (a.told_words + b.told_words) / words;
  const double lack = (kEnoughOwnWords - own) / (kEnoughOwnWords - kNoOwnWords);
  const double utterances =
      said.fewer > 0 ? said.runs / said.fewer / kSameUtterances : 0;
  return std::clamp(lack, 0.0, 1.0) *
         std::min(1.0, std::max(utterances, lead / kSameBeginning));
}

std::vector<NameHash> outlets_of(std::span<const TellingSketch> sketches) {
  std::vector<NameHash> outlets;
  for (const TellingSketch& sketch : sketches) {
    for (const NameHash name : sketch.declared.outlet) {
      if (name != 0) outlets.push_back(name);
    }
  }
  std::sort(outlets.begin(), outlets.end());
  outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
  return outlets;
}

// Numbers that are marked, to count how many of others are. A byte each: bits
// need less memory and more time.
class Marks {
 public:
  explicit Marks(std::size_t numbers) : marked_(numbers, 0) {}

  template <typename Number>
  void set(std::span<const Number> numbers) {
    for (const Number number : numbers) marked_[number] = 1;
  }
  template <typename Number>
  void clear(std::span<const Number> numbers) {
    for (const Number number : numbers) marked_[number] = 0;
  }
  // How many of `numbers` are marked.
  template <typename Number>
  std::uint32_t count(std::span<const Number> numbers) const {
    std::uint32_t count = 0;
    for (const Number number : numbers) count += marked_[number];
    return count;
  }

 private:
  std::vector<std::uint8_t> marked_;
};

// Compares pairs in ascending order: the first report of a pair is marked once
// for all that follow with it.
class Comparing {
 public:
  explicit Comparing(std::span<const TellingSketch> sketches)
      : sketches_(sketches),
        short_(sketches, &TellingSketch::short_runs),
        long_(sketches, &TellingSketch::long_runs),
        outlets_(outlets_of(sketches)),
        short_marks_(short_.common()),
        long_marks_(long_.common()),
        lead_marks_(std::numeric_limits<std::uint16_t>::max() + 1) {}

  SketchPair compare(ReportPair pair) {
    if (!marked_ || *marked_ != pair.first) mark(pair.first);
    const TellingSketch& a = sketches_[pair.first];
    const TellingSketch& b = sketches_[pair.second];
    SketchPair made{.a = pair.first, .b = pair.second};
    made.lead = lead_similarity(a, b);
    compare_runs(made);
    const DeclaredSketch& left = a.declared;
    const DeclaredSketch& right = b.declared;
    made.cited = std::max(cites_outlet(left, right), cites_outlet(right, left));
    made.common_citation = common_citation(left, right, outlets_);
    made.names_outlet = made.cited > 0 || credits_outlet(left, right) ||
                        credits_outlet(right, left);
    made.same_credit = same_credit(left, right);
    made.different_agencies = different_agencies(left, right);
    return made;
  }

  // The pairs of `reports` to compare: all of few, else those that share most
  // of their lowest runs. Ascending.
  std::vector<ReportPair> pairs(std::span<const ReportIndex> reports) const {
    if (reports.size() <= kAllPairsUpTo) return all_pairs(reports);
    std::vector<Posting> postings;
    for (const ReportIndex report : reports) {
      const ReportRuns& runs = short_[report];
      const auto lowest =
          runs.narrated.first(std::min(runs.narrated.size(), kRunsLookedUp));
      for (const std::uint32_t number : runs.common_narrated) {
        const std::uint32_t hash = short_.hash_of(number);
        if (hash > lowest.back()) break;
        postings.push_back({hash, report});
      }
    }
    return pairs_by_runs(std::move(postings), kPartnersOfReport);
  }

 private:
  void mark(ReportIndex report) {
    if (marked_) {
      short_marks_.clear(short_[*marked_].common_narrated);
      short_marks_.clear(short_[*marked_].common_said);
      long_marks_.clear(long_[*marked_].common_narrated);
      lead_marks_.clear(lead_of(sketches_[*marked_]));
    }
    marked_ = report;
    short_marks_.set(short_[report].common_narrated);
    short_marks_.set(short_[report].common_said);
    long_marks_.set(long_[report].common_narrated);
    lead_marks_.set(lead_of(sketches_[report]));
  }

  // REQUIRES: `a` is marked.
  double lead_similarity(const TellingSketch& a, const TellingSketch& b) const {
    if (a.lead_words == 0 || b.lead_words == 0) return 0;
    return lead_marks_.count(lead_of(b)) /
           std::sqrt(double{1} * a.lead_words * b.lead_words);
  }

  // REQUIRES: the first of the pair is marked.
  void compare_runs(SketchPair& pair) const {
    const ReportRuns& a = short_[pair.a];
    const ReportRuns& b = short_[pair.b];
    const std::uint32_t limit = std::min(a.limit, b.limit);
    const Shared narrated = shared(short_marks_.count(b.common_narrated),
                                   {a.narrated, b.narrated}, limit);
    pair.short_of_smaller = narrated.of_fewer(kFewestRuns);
    if (narrated.rate < 1) {
      pair.undecided = std::clamp(1 - narrated.fewer / kEnoughRuns, 0.0, 1.0);
    }
    Shared said;
    if (!a.said.empty() && !b.said.empty()) {
      said = shared(short_marks_.count(b.common_said), {a.said, b.said}, limit);
    }
    pair.undecided = std::max(
        pair.undecided, lack_of_narration(sketches_[pair.a], sketches_[pair.b],
                                          said, pair.lead));
    if (said.runs > 0) {
      said.fewer += narrated.fewer;
      pair.said_of_smaller = said.of_fewer(kFewestSaid);
    }
    const ReportRuns& c = long_[pair.a];
    const ReportRuns& d = long_[pair.b];
    const Shared in_long =
        shared(long_marks_.count(d.common_narrated), {c.narrated, d.narrated},
               std::min(c.limit, d.limit));
    pair.long_of_smaller = in_long.of_fewer(kFewestRuns);
    if (in_long.runs > 0) pair.long_runs = in_long.runs / in_long.rate;
  }

  std::span<const TellingSketch> sketches_;
  StoryRuns short_;
  StoryRuns long_;
  std::vector<NameHash> outlets_;  // of the story
  Marks short_marks_;
  Marks long_marks_;
  Marks lead_marks_;
  std::optional<ReportIndex> marked_;
};

}  // namespace

std::vector<SketchPair> compare_sketches(
    std::span<const TellingSketch> sketches) {
  std::vector<ReportPair> equal;
  std::vector<ReportIndex> different;
  boost::unordered_flat_map<std::uint64_t, ReportIndex> first_of_text;
  for (ReportIndex i = 0; i < sketches.size(); ++i) {
    const auto [known, fresh] = first_of_text.emplace(sketches[i].text, i);
    if (fresh || sketches[i].text == 0) {
      different.push_back(i);
    } else {
      equal.emplace_back(known->second, i);
    }
  }
  std::sort(equal.begin(), equal.end());
  Comparing comparing(sketches);
  const std::vector<ReportPair> to_compare = comparing.pairs(different);
  std::vector<SketchPair> pairs;
  pairs.reserve(equal.size() + to_compare.size());
  auto same = equal.begin();
  const auto add_equal_before = [&](ReportPair next) {
    for (; same != equal.end() && *same < next; ++same) {
      pairs.push_back({.a = same->first, .b = same->second, .equal = true});
    }
  };
  for (const ReportPair& pair : to_compare) {
    add_equal_before(pair);
    pairs.push_back(comparing.compare(pair));
  }
  constexpr ReportIndex kEnd = std::numeric_limits<ReportIndex>::max();
  add_equal_before({kEnd, kEnd});
  return pairs;
}

}  // namespace stemma::origin
