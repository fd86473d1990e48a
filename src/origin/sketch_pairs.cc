#include "origin/sketch_pairs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "origin/declared_sketch.h"
#include "origin/partners.h"

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

// The lists of a report as they are compared: ascending, without the bit.
struct Runs {
  std::vector<std::uint32_t> narrated;  // quoted by no report of the story
  std::vector<std::uint32_t> said;      // quoted by one
  std::uint32_t limit = 0;
};

// Runs that a report of the story has in marks.
template <typename Sample>
std::vector<std::uint32_t> quoted_runs(std::span<const TellingSketch> sketches,
                                       Sample sample) {
  std::vector<std::uint32_t> quoted;
  for (const TellingSketch& sketch : sketches) {
    for (const std::uint32_t run : (sketch.*sample).all()) {
      if ((run & 1U) != 0) quoted.push_back(run >> 1U);
    }
  }
  std::sort(quoted.begin(), quoted.end());
  quoted.erase(std::unique(quoted.begin(), quoted.end()), quoted.end());
  return quoted;
}

template <typename Sample>
std::vector<Runs> separate(std::span<const TellingSketch> sketches,
                           Sample sample) {
  const std::vector<std::uint32_t> quoted = quoted_runs(sketches, sample);
  std::vector<Runs> runs(sketches.size());
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    const auto& own = sketches[i].*sample;
    runs[i].limit = own.limit >> 1U;
    runs[i].narrated.reserve(own.size);
    for (std::uint32_t run : own.all()) {
      const bool in_marks = (run & 1U) != 0;
      run >>= 1U;
      const bool said =
          in_marks || std::binary_search(quoted.begin(), quoted.end(), run);
      (said ? runs[i].said : runs[i].narrated).push_back(run);
    }
  }
  return runs;
}

// Of two ascending lists. Without a branch that a processor would guess wrong.
template <typename Item>
std::uint32_t common(std::span<const Item> a, std::span<const Item> b) {
  std::uint32_t count = 0;
  const Item* left = a.data();
  const Item* right = b.data();
  const Item* const left_end = left + a.size();
  const Item* const right_end = right + b.size();
  while (left != left_end && right != right_end) {
    const Item x = *left;
    const Item y = *right;
    count += x == y ? 1 : 0;
    left += x <= y ? 1 : 0;
    right += y <= x ? 1 : 0;
  }
  return count;
}

std::span<const std::uint32_t> below(const std::vector<std::uint32_t>& runs,
                                     std::uint32_t limit) {
  const auto end = std::lower_bound(runs.begin(), runs.end(), limit);
  return {runs.begin(), end};
}

// What two samples share, of what stands below the limits of both.
struct Shared {
  double runs = 0;
  double fewer = 0;  // runs of the report with fewer
  double rate = 1;   // share of the runs that are in the samples
  double of_fewer(double fewest) const {
    return runs / std::max(fewer, std::max(1.0, fewest * rate));
  }
};

Shared share(const std::vector<std::uint32_t>& a,
             const std::vector<std::uint32_t>& b, std::uint32_t limit) {
  constexpr double kAll = 1U << 31U;
  const auto left = below(a, limit);
  const auto right = below(b, limit);
  return {.runs = static_cast<double>(common(left, right)),
          .fewer = static_cast<double>(std::min(left.size(), right.size())),
          .rate = std::min(1.0, limit / (kAll - 1))};
}

double lead_similarity(const TellingSketch& a, const TellingSketch& b) {
  if (a.lead_words == 0 || b.lead_words == 0) return 0;
  const std::span<const std::uint16_t> left{a.lead.data(), a.lead_words};
  const std::span<const std::uint16_t> right{b.lead.data(), b.lead_words};
  return common(left, right) /
         std::sqrt(double{1} * a.lead_words * b.lead_words);
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

class Comparing {
 public:
  explicit Comparing(std::span<const TellingSketch> sketches)
      : sketches_(sketches),
        short_(separate(sketches, &TellingSketch::short_runs)),
        long_(separate(sketches, &TellingSketch::long_runs)),
        outlets_(outlets_of(sketches)) {}

  SketchPair compare(ReportPair pair) const {
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
  // of their lowest runs.
  std::vector<ReportPair> pairs(std::span<const ReportIndex> reports) const {
    if (reports.size() <= kAllPairsUpTo) return all_pairs(reports);
    std::vector<Posting> postings;
    for (const ReportIndex report : reports) {
      const auto& runs = short_[report].narrated;
      for (std::size_t i = 0; i < std::min(runs.size(), kRunsLookedUp); ++i) {
        postings.push_back({runs[i], report});
      }
    }
    return pairs_by_runs(std::move(postings), kPartnersOfReport);
  }

 private:
  void compare_runs(SketchPair& pair) const {
    const Runs& a = short_[pair.a];
    const Runs& b = short_[pair.b];
    const std::uint32_t limit = std::min(a.limit, b.limit);
    const Shared narrated = share(a.narrated, b.narrated, limit);
    pair.short_of_smaller = narrated.of_fewer(kFewestRuns);
    if (narrated.rate < 1) {
      pair.undecided = std::clamp(1 - narrated.fewer / kEnoughRuns, 0.0, 1.0);
    }
    Shared said;
    if (!a.said.empty() && !b.said.empty()) {
      said = share(a.said, b.said, limit);
    }
    pair.undecided = std::max(
        pair.undecided, lack_of_narration(sketches_[pair.a], sketches_[pair.b],
                                          said, pair.lead));
    if (said.runs > 0) {
      said.fewer += narrated.fewer;
      pair.said_of_smaller = said.of_fewer(kFewestSaid);
    }
    const Runs& c = long_[pair.a];
    const Runs& d = long_[pair.b];
    const Shared in_long =
        share(c.narrated, d.narrated, std::min(c.limit, d.limit));
    pair.long_of_smaller = in_long.of_fewer(kFewestRuns);
    if (in_long.runs > 0) pair.long_runs = in_long.runs / in_long.rate;
  }

  std::span<const TellingSketch> sketches_;
  std::vector<Runs> short_;
  std::vector<Runs> long_;
  std::vector<NameHash> outlets_;  // of the story
};

}  // namespace

std::vector<SketchPair> compare_sketches(
    std::span<const TellingSketch> sketches) {
  std::vector<SketchPair> pairs;
  std::vector<std::uint32_t> different;
  std::map<std::uint64_t, std::uint32_t> first_of_text;
  for (std::uint32_t i = 0; i < sketches.size(); ++i) {
    const auto [known, fresh] = first_of_text.emplace(sketches[i].text, i);
    if (fresh || sketches[i].text == 0) {
      different.push_back(i);
    } else {
      pairs.push_back({.a = known->second, .b = i, .equal = true});
    }
  }
  const Comparing comparing(sketches);
  for (const ReportPair& pair : comparing.pairs(different)) {
    pairs.push_back(comparing.compare(pair));
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const SketchPair& x, const SketchPair& y) {
              return std::pair(x.a, x.b) < std::pair(y.a, y.b);
            });
  return pairs;
}

}  // namespace stemma::origin
