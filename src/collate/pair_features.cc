#include "collate/pair_features.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "collate/overlap.h"

namespace stemma::collate {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kNamesOfFeatures{
    "bias",         "cover_more",     "cover_less",   "dice",
    "matched",      "unit_cover",     "unit_matched", "unit_inside",
    "run",          "pairs",          "words",        "names",
    "numbers",      "numbers_differ", "dates",        "family",
    "speaker",      "best_of_other",  "mutual_best",  "neighbours",
    "place",        "both_lead",      "length",       "lengths",
    "heading_part", "quoted_part",    "paragraphs",   "rank",
    "names_share",  "one_speaker",    "other_speaker"};

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
  return (std::uint64_t{a} << 32U) | b;
}

float log1(double value) { return static_cast<float>(std::log1p(value)); }

bool share_element(const std::vector<std::string>& a,
                   const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(both));
  return !both.empty();
}

// The features of one pair that need no other pair.
class PairComparer {
 public:
  PairComparer(const StoryText& story, SentencePair pair)
      : story_(story),
        a_(story.sentences[pair.a]),
        b_(story.sentences[pair.b]),
        overlap_(story, a_, b_) {
    result_.pair = pair;
  }

  ComparedPair compare() {
    Features& f = result_.features;
    const Cover& all = overlap_.sentences();
    result_.cover_a = all.a;
    result_.cover_b = all.b;
    f[kBias] = 1;
    f[kCoverMore] = std::max(all.a, all.b);
    f[kCoverLess] = std::min(all.a, all.b);
    f[kDice] = all.dice;
    f[kMatched] = log1(all.matched);
    f[kRun] = log1(overlap_.longest_run());
    f[kPairs] = log1(overlap_.neighbouring_terms());
    compare_kinds();
    compare_units();
    compare_quotations();
    const auto shorter = std::min(a_.terms.size(), b_.terms.size());
    const auto longer = std::max(a_.terms.size(), b_.terms.size());
    f[kLength] = log1(shorter);
    f[kLengths] = log1(longer) - log1(shorter);
    f[kPlace] = std::abs(place(a_) - place(b_));
    f[kParagraphs] = log1(std::abs(paragraph(a_) - paragraph(b_)));
    f[kRank] = log1(std::min(a_.rank, b_.rank));
    f[kBothLead] = a_.rank < 2 && b_.rank < 2 ? 1 : 0;
    f[kHeadingPart] = a_.heading != b_.heading ? 1 : 0;
    return std::move(result_);
  }

 private:
  float place(const StorySentence& sentence) const {
    const Range all = story_.reports[sentence.report].sentences;
    return (static_cast<float>(sentence.rank) + 0.5F) /
           static_cast<float>(all.size());
  }

  double paragraph(const StorySentence& sentence) const {
    const Analysis& analysis = *story_.witnesses[sentence.report].analysis;
    return analysis.sentences[sentence.number].paragraph;
  }

  void compare_kinds() {
    Features& f = result_.features;
    const KindCounts kinds = overlap_.kinds();
    f[kWords] = log1(kinds.words);
    f[kNames] = static_cast<float>(std::min(kinds.names, 3U));
    f[kNamesShare] = a_.set.names_share(b_.set);
    f[kNumbers] = kinds.numbers;
    f[kNumbersDiffer] =
        kinds.numbers_a > 0 && kinds.numbers_b > 0 && kinds.numbers == 0 ? 1
                                                                         : 0;
    f[kDates] = kinds.dates ? 1 : 0;
  }

  void compare_units() {
    Features& f = result_.features;
    for (auto i = a_.units.first; i < a_.units.last; ++i) {
      for (auto j = b_.units.first; j < b_.units.last; ++j) {
        const Unit& x = story_.units[i];
        const Unit& y = story_.units[j];
        const Cover cover = overlap_.units({x.terms, y.terms}, x.set, y.set);
        if (cover.matched <= 0) continue;
        result_.units.push_back({i, j, cover.a, cover.b, cover.matched});
        const float mean = 2 * cover.a * cover.b / (cover.a + cover.b + 1e-6F);
        if (mean > f[kUnitCover]) {
          f[kUnitCover] = mean;
          f[kUnitMatched] = log1(cover.matched);
        }
      }
    }
    f[kUnitInside] = overlap_.best_inside();
  }

  void compare_quotations() {
    Features& f = result_.features;
    f[kFamily] = share_element(a_.families, b_.families) ? 1 : 0;
    f[kQuotedPart] = has_quoted_unit(a_) != has_quoted_unit(b_) ? 1 : 0;
    const std::vector<std::string> x = speakers(a_);
    const std::vector<std::string> y = speakers(b_);
    const bool shared = share_element(x, y);
    f[kSpeaker] = shared ? 1 : 0;
    f[kOneSpeaker] = x.empty() != y.empty() ? 1 : 0;
    f[kOtherSpeaker] = !x.empty() && !y.empty() && !shared ? 1 : 0;
  }

  std::span<const Unit> units(const StorySentence& sentence) const {
    return std::span(story_.units)
        .subspan(sentence.units.first, sentence.units.size());
  }

  bool has_quoted_unit(const StorySentence& sentence) const {
    const auto all = units(sentence);
    return std::any_of(all.begin(), all.end(), [](const Unit& unit) {
      return unit.voice == Voice::kQuoted;
    });
  }

  // Who is quoted in a sentence, sorted.
  std::vector<std::string> speakers(const StorySentence& sentence) const {
    std::vector<std::string> found;
    for (const Unit& unit : units(sentence)) {
      if (unit.quotation != nullptr && !unit.quotation->speaker.empty()) {
        found.push_back(unit.quotation->speaker);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  const StoryText& story_;
  const StorySentence& a_;
  const StorySentence& b_;
  Overlap overlap_;
  ComparedPair result_;
};

// The features of a pair that rest on other pairs.
class ContextComparer {
 public:
  ContextComparer(const StoryText& story, std::vector<ComparedPair>& pairs)
      : story_(story), pairs_(pairs) {
    for (const ComparedPair& one : pairs) {
      const float similarity = one.features[kDice];
      similarity_[pair_key(one.pair.a, one.pair.b)] = similarity;
      raise(one.pair.a, one.pair.b, similarity);
      raise(one.pair.b, one.pair.a, similarity);
    }
  }

  void compare() {
    for (ComparedPair& one : pairs_) {
      const auto [a, b] = one.pair;
      Features& f = one.features;
      const float similarity = f[kDice];
      const float best_a = best_[pair_key(a, story_.sentences[b].report)];
      const float best_b = best_[pair_key(b, story_.sentences[a].report)];
      const float best = std::max(best_a, best_b);
      f[kBestOfOther] = best > 0 ? similarity / best : 0;
      f[kMutualBest] =
          similarity > 0 && similarity >= best_a && similarity >= best_b ? 1
                                                                         : 0;
      f[kNeighbours] = (neighbour(a, b, -1) + neighbour(a, b, 1)) / 2;
    }
  }

 private:
  void raise(std::uint32_t sentence, std::uint32_t other, float similarity) {
    float& best = best_[pair_key(sentence, story_.sentences[other].report)];
    best = std::max(best, similarity);
  }

  // The sentence before (-1) or behind (1) in the same report, or none.
  std::int64_t beside(std::uint32_t sentence, int step) const {
    const StorySentence& here = story_.sentences[sentence];
    const Range all = story_.reports[here.report].sentences;
    const std::int64_t there = std::int64_t{sentence} + step;
    return there >= all.first && there < all.last ? there : -1;
  }

  float similarity(std::int64_t a, std::int64_t b) const {
    if (a < 0 || b < 0) return 0;
    const auto found = similarity_.find(
        pair_key(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)));
    return found == similarity_.end() ? 0 : found->second;
  }

  float neighbour(std::uint32_t a, std::uint32_t b, int step) const {
    const std::int64_t next_a = beside(a, step);
    const std::int64_t next_b = beside(b, step);
    return std::max({similarity(next_a, next_b), similarity(a, next_b) / 2,
                     similarity(next_a, b) / 2});
  }

  const StoryText& story_;
  std::vector<ComparedPair>& pairs_;
  boost::unordered_flat_map<std::uint64_t, float> similarity_;
  boost::unordered_flat_map<std::uint64_t, float> best_;
};

}  // namespace

std::string_view feature_name(Feature feature) {
  return kNamesOfFeatures[feature];
}

std::vector<ComparedPair> compare(const StoryText& story,
                                  std::span<const SentencePair> pairs) {
  std::vector<ComparedPair> compared;
  compared.reserve(pairs.size());
  for (const SentencePair pair : pairs) {
    compared.push_back(PairComparer(story, pair).compare());
  }
  ContextComparer(story, compared).compare();
  return compared;
}

}  // namespace stemma::collate
