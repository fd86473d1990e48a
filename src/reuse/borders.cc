// Borders: where two stretches with much the same words begin and end.
//
// Three signs show it. A long stretch that is the same on both sides but for
// a few words is a passage by itself; what the two ranges share beside it
// came there by chance or makes another passage. A run of equal words after
// which both sides go on differently ends a passage exactly. Where there is
// neither, people take over whole sentences, so a sentence of which enough is
// inside is taken whole.
#include "reuse/borders.h"

#include <algorithm>
#include <optional>

#include "reuse/word_overlap.h"

namespace stemma::reuse {
namespace {

// A sentence of which so much is in the passage is taken whole.
constexpr double kWholeSentence = 0.35;
// The same where equal words show where the passage ends.
constexpr double kWholeSentenceAfterRun = 0.9;
constexpr int kRun = 8;   // equal words that show it
constexpr int kNear = 4;  // words between the end found and such a run
// A stretch of so many equal words, so similar, that holds so much of all
// words in common, is a passage by itself.
constexpr std::size_t kStretch = 20;
constexpr double kStretchSimilarity = 0.85;
constexpr double kStretchShare = 0.55;
// So many equal words, so similar, are one whatever else the ranges share.
constexpr std::size_t kLongStretch = 25;
constexpr double kLongStretchSimilarity = 0.9;
constexpr double kPassedOver = 0.7;  // cost of a word that is not aligned

// The end at which borders are looked at.
enum class End : std::uint8_t { kFirst, kLast };

// The words of a report from one end of a passage outward or inward.
class WordWalk {
 public:
  // Stands at the last word inside the range at `end`.
  WordWalk(const PairWords::Side& side, PageRange range, End end)
      : words_(&side.folds),
        end_(end),
        at_(end == End::kFirst ? range.begin : range.end - 1) {}

  std::uint32_t place() const { return at_; }
  std::uint32_t word() const { return (*words_)[at_]; }
  bool outward() { return step(end_ == End::kLast); }
  bool inward() { return step(end_ == End::kFirst); }

 private:
  // To the next word in one direction; false at the end of the text.
  bool step(bool forward) {
    if (forward ? at_ + 1 >= words_->size() : at_ == 0) return false;
    forward ? ++at_ : --at_;
    return true;
  }

  const std::vector<std::uint32_t>* words_;
  End end_;
  std::uint32_t at_;
};

// True if kRun words from here inward are the same on both sides.
bool run_inward(WordWalk a, WordWalk b) {
  for (int k = 0; k < kRun; ++k) {
    if (a.word() != b.word()) return false;
    if (k + 1 < kRun && !(a.inward() && b.inward())) return false;
  }
  return true;
}

// The ends of both sides.
struct Ends {
  WordWalk a;
  WordWalk b;
};

// The first place from the two ends inward, a few words on either side, where
// a run of equal words begins.
std::optional<Ends> run_near(const Ends& ends) {
  WordWalk a = ends.a;
  for (int i = 0; i <= kNear; ++i) {
    WordWalk b = ends.b;
    for (int j = 0; j <= kNear; ++j) {
      if (run_inward(a, b)) return Ends{a, b};
      if (!b.inward()) break;
    }
    if (!a.inward()) break;
  }
  return std::nullopt;
}

// As far outward as the words stay equal.
Ends follow_outward(Ends ends) {
  for (Ends next = ends; next.a.outward() && next.b.outward() &&
                         next.a.word() == next.b.word();) {
    ends = next;
  }
  return ends;
}

void set_end(PageRange& range, End end, std::uint32_t word) {
  if (end == End::kFirst) {
    range.begin = word;
  } else {
    range.end = word + 1;
  }
}

// Takes the sentence at an end whole, if so much of it is in the range.
void snap_to_sentence(const Page& page, PageRange& range, End end,
                      double least_share) {
  const PageRange sentence =
      page.sentence_at(end == End::kFirst ? range.begin : range.end - 1).words;
  const double inside =
      std::min(range.end, sentence.end) - std::max(range.begin, sentence.begin);
  if (inside / sentence.size() < least_share) return;
  if (end == End::kFirst) {
    range.begin = sentence.begin;
  } else {
    range.end = sentence.end;
  }
}

// Of an alignment, the part [first, last] that is densest in equal words: each
// counts one, each word passed over on either side costs kPassedOver.
struct DensePart {
  std::size_t first = 0;
  std::size_t last = 0;
};
DensePart dense_part(std::span<const AlignedPair> pairs) {
  DensePart best;
  double best_sum = 0;
  double sum = 0;
  std::size_t first = 0;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    if (k > 0) {
      sum -= kPassedOver * (pairs[k].a - pairs[k - 1].a - 1 + pairs[k].b -
                            pairs[k - 1].b - 1);
    }
    if (sum <= 0) {
      sum = 0;
      first = k;
    }
    sum += 1;
    if (sum > best_sum) {
      best_sum = sum;
      best = {first, k};
    }
  }
  return best;
}

// Where a long stretch is the same but for a few words, the ranges of that
// stretch; else the ranges as they are.
PageRanges cut_to_stretch(PairWords& words, PageRanges ranges,
                          std::span<const AlignedPair> aligned) {
  if (aligned.empty()) return ranges;
  const DensePart part = dense_part(aligned);
  const AlignedPair first = aligned[part.first];
  const AlignedPair last = aligned[part.last];
  const std::size_t equal = part.last - part.first + 1;
  const double similarity =
      dice(equal, last.a - first.a + 1, last.b - first.b + 1);
  const bool is_long =
      equal >= kLongStretch && similarity >= kLongStretchSimilarity;
  const auto is_most = [&] {
    return equal >= kStretch && similarity >= kStretchSimilarity &&
           static_cast<double>(equal) >=
               kStretchShare *
                   static_cast<double>(words.equal_words(ranges.a, ranges.b));
  };
  if (!is_long && !is_most()) return ranges;
  return {{first.a, last.a + 1}, {first.b, last.b + 1}, true};
}

// True if a place found from one end has not passed the other one.
bool is_inside(const Ends& place, const PageRanges& ranges, End end) {
  return end == End::kFirst
             ? place.a.place() < ranges.a.end && place.b.place() < ranges.b.end
             : place.a.place() >= ranges.a.begin &&
                   place.b.place() >= ranges.b.begin;
}

}  // namespace

PageRanges set_borders(PairWords& words, PageRanges ranges,
                       std::span<const AlignedPair> aligned) {
  PageRanges set = cut_to_stretch(words, ranges, aligned);
  for (const End end : {End::kFirst, End::kLast}) {
    double least_share = set.stretch ? kWholeSentenceAfterRun : kWholeSentence;
    const std::optional<Ends> run = run_near(
        {WordWalk(words.a(), set.a, end), WordWalk(words.b(), set.b, end)});
    if (run && is_inside(*run, set, end)) {
      const Ends ends = follow_outward(*run);
      set_end(set.a, end, ends.a.place());
      set_end(set.b, end, ends.b.place());
      least_share = kWholeSentenceAfterRun;
    }
    snap_to_sentence(*words.a().page, set.a, end, least_share);
    snap_to_sentence(*words.b().page, set.b, end, least_share);
  }
  return set;
}

PageRange whole_sentences(const Page& page, PageRange range) {
  snap_to_sentence(page, range, End::kFirst, kWholeSentence);
  snap_to_sentence(page, range, End::kLast, kWholeSentence);
  return range;
}

}  // namespace stemma::reuse
