#include "collate/pair_features.h"

#include <algorithm>
#include <cmath>

#include "collate/overlap.h"
#include "collate/pair_graph.h"

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

float log1(double value) { return static_cast<float>(std::log1p(value)); }

bool share_element(const std::vector<std::string>& a,
                   const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) {
    return std::binary_search(b.begin(), b.end(), one);
  });
}

// The features of a pair that need no other pair.
class PairComparer {
 public:
  explicit PairComparer(const StoryText& story)
      : story_(story), overlap_(story) {}

  ComparedPair compare(SentencePair pair) {
    a_ = &story_.sentences[pair.a];
    b_ = &story_.sentences[pair.b];
    result_ = {};
    result_.pair = pair;
    overlap_.compare(*a_, *b_);
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
    const auto shorter = std::min(a_->terms.size(), b_->terms.size());
    const auto longer = std::max(a_->terms.size(), b_->terms.size());
    f[kLength] = log1(shorter);
    f[kLengths] = log1(longer) - log1(shorter);
    f[kPlace] = std::abs(place(*a_) - place(*b_));
    f[kParagraphs] = log1(std::abs(paragraph(*a_) - paragraph(*b_)));
    f[kRank] = log1(std::min(a_->rank, b_->rank));
    f[kBothLead] = a_->rank < 2 && b_->rank < 2 ? 1 : 0;
    f[kHeadingPart] = a_->heading != b_->heading ? 1 : 0;
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
    f[kNamesShare] = a_->set.names_share(b_->set);
    f[kNumbers] = kinds.numbers;
    f[kNumbersDiffer] =
        kinds.numbers_a > 0 && kinds.numbers_b > 0 && kinds.numbers == 0 ? 1
                                                                         : 0;
    f[kDates] = kinds.dates ? 1 : 0;
  }

  void compare_units() {
    Features& f = result_.features;
    for (std::uint32_t i = 0; i < a_->units.size(); ++i) {
      for (std::uint32_t j = 0; j < b_->units.size(); ++j) {
        const Cover cover = overlap_.units(i, j);
        if (cover.matched <= 0) continue;
        result_.units.push_back({a_->units.first + i, b_->units.first + j,
                                 cover.a, cover.b, cover.matched});
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
    f[kFamily] = share_element(a_->families, b_->families) ? 1 : 0;
    f[kQuotedPart] = has_quoted_unit(*a_) != has_quoted_unit(*b_) ? 1 : 0;
    const std::vector<std::string>& x = a_->speakers;
    const std::vector<std::string>& y = b_->speakers;
    const bool shared = share_element(x, y);
    f[kSpeaker] = shared ? 1 : 0;
    f[kOneSpeaker] = x.empty() != y.empty() ? 1 : 0;
    f[kOtherSpeaker] = !x.empty() && !y.empty() && !shared ? 1 : 0;
  }

  bool has_quoted_unit(const StorySentence& sentence) const {
    const auto units =
        std::span(story_.units)
            .subspan(sentence.units.first, sentence.units.size());
    return std::any_of(units.begin(), units.end(), [](const Unit& unit) {
      return unit.voice == Voice::kQuoted;
    });
  }

  const StoryText& story_;
  Overlap overlap_;
  const StorySentence* a_ = nullptr;
  const StorySentence* b_ = nullptr;
  ComparedPair result_;
};

// The features of a pair that rest on other pairs.
class ContextComparer {
 public:
  ContextComparer(const StoryText& story, std::span<const SentencePair> sorted,
                  std::vector<ComparedPair>& pairs)
      : story_(story),
        pairs_(pairs),
        graph_(story.sentences.size(), sorted),
        best_a_(pairs.size()),
        best_b_(pairs.size()) {
    for (std::uint32_t i = 0; i < story.sentences.size(); ++i) find_best(i);
  }

  void compare() {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const auto [a, b] = pairs_[i].pair;
      Features& f = pairs_[i].features;
      const float similarity = f[kDice];
      const float best = std::max(best_a_[i], best_b_[i]);
      f[kBestOfOther] = best > 0 ? similarity / best : 0;
      f[kMutualBest] = similarity > 0 && similarity >= best ? 1 : 0;
      f[kNeighbours] = (neighbour(a, b, -1) + neighbour(a, b, 1)) / 2;
    }
  }

 private:
  // The highest similarity of a sentence with any of the same report as each
  // partner. Partners of one report stand together.
  void find_best(std::uint32_t sentence) {
    const auto partners = graph_.partners(sentence);
    for (std::size_t i = 0; i < partners.size();) {
      const ReportIndex report = report_of(partners[i]);
      std::size_t last = i;
      float best = 0;
      for (; last < partners.size() && report_of(partners[last]) == report;
           ++last) {
        best = std::max(best, pairs_[partners[last].pair].features[kDice]);
      }
      for (; i < last; ++i) {
        auto& of = partners[i].sentence > sentence ? best_a_ : best_b_;
        of[partners[i].pair] = best;
      }
    }
  }

  ReportIndex report_of(const PairGraph::Partner& partner) const {
    return story_.sentences[partner.sentence].report;
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
    const std::uint32_t pair = graph_.find(static_cast<std::uint32_t>(a),
                                           static_cast<std::uint32_t>(b));
    return pair == PairGraph::kNone ? 0 : pairs_[pair].features[kDice];
  }

  float neighbour(std::uint32_t a, std::uint32_t b, int step) const {
    const std::int64_t next_a = beside(a, step);
    const std::int64_t next_b = beside(b, step);
    return std::max({similarity(next_a, next_b), similarity(a, next_b) / 2,
                     similarity(next_a, b) / 2});
  }

  const StoryText& story_;
  std::vector<ComparedPair>& pairs_;
  PairGraph graph_;
  std::vector<float> best_a_;  // by pair
  std::vector<float> best_b_;
};

}  // namespace

std::string_view feature_name(Feature feature) {
  return kNamesOfFeatures[feature];
}

std::vector<ComparedPair> compare(const StoryText& story,
                                  std::span<const SentencePair> pairs) {
  std::vector<ComparedPair> compared;
  compared.reserve(pairs.size());
  PairComparer comparer(story);
  for (const SentencePair pair : pairs) {
    compared.push_back(comparer.compare(pair));
  }
  ContextComparer(story, pairs, compared).compare();
  return compared;
}

}  // namespace stemma::collate
