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
#include <vector>

#include "reuse/align.h"
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

const Sentence& sentence_at(const Analysis& analysis, std::uint32_t token) {
  const auto after = std::upper_bound(
      analysis.sentences.begin(), analysis.sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  return *std::prev(after);
}

// The end at which borders are looked at.
enum class End : std::uint8_t { kFirst, kLast };

// The words of a report from one end of a passage outward or inward, without
// the punctuation between them.
class WordWalk {
 public:
  // Stands at the last word inside the range at `end`.
  WordWalk(const Analysis& analysis, TokenRange range, End end)
      : analysis_(&analysis),
        end_(end),
        at_(end == End::kFirst ? range.begin : range.end - 1) {}

  std::uint32_t token() const { return at_; }
  std::uint64_t word() const { return analysis_->tokens[at_].fold; }
  bool outward() { return step(end_ == End::kLast); }
  bool inward() { return step(end_ == End::kFirst); }

 private:
  // To the next word in one direction; false at the end of the text.
  bool step(bool forward) {
    const std::vector<Token>& tokens = analysis_->tokens;
    std::uint32_t to = at_;
    do {
      if (forward ? to + 1 >= tokens.size() : to == 0) return false;
      forward ? ++to : --to;
    } while (tokens[to].kind == TokenKind::kPunctuation);
    at_ = to;
    return true;
  }

  const Analysis* analysis_;
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

void set_end(TokenRange& range, End end, std::uint32_t token) {
  if (end == End::kFirst) {
    range.begin = token;
  } else {
    range.end = token + 1;
  }
}

// Takes the sentence at an end whole, if so much of it is in the range.
void snap_to_sentence(const Analysis& analysis, TokenRange& range, End end,
                      double least_share) {
  const Sentence& sentence =
      sentence_at(analysis, end == End::kFirst ? range.begin : range.end - 1);
  const double size = sentence.last_token - sentence.first_token;
  const double inside = std::min(range.end, sentence.last_token) -
                        std::max(range.begin, sentence.first_token);
  if (inside / size < least_share) return;
  if (end == End::kFirst) {
    range.begin = sentence.first_token;
  } else {
    range.end = sentence.last_token;
  }
}

// Takes the punctuation that closes the last word.
void close(const Analysis& analysis, TokenRange& range) {
  const std::vector<Token>& tokens = analysis.tokens;
  while (range.end < tokens.size() &&
         tokens[range.end].kind == TokenKind::kPunctuation &&
         tokens[range.end].span.begin == tokens[range.end - 1].span.end) {
    ++range.end;
  }
}

// The words of a range, as hashes and as positions among the tokens.
struct WordRun {
  std::vector<std::uint64_t> folds;
  std::vector<std::uint32_t> tokens;
};

WordRun words_of(const Analysis& analysis, TokenRange range) {
  WordRun run;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    run.folds.push_back(token.fold);
    run.tokens.push_back(t);
  }
  return run;
}

std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> words) {
  std::sort(words.begin(), words.end());
  return words;
}

// Of an alignment, the part [first, last] that is densest in equal words: each
// counts one, each word passed over on either side costs kPassedOver.
struct DensePart {
  std::size_t first = 0;
  std::size_t last = 0;
};
DensePart dense_part(const std::vector<AlignedPair>& pairs) {
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
TokenRanges cut_to_stretch(const Analysis& a, const Analysis& b,
                           TokenRanges ranges) {
  const WordRun run_a = words_of(a, ranges.a);
  const WordRun run_b = words_of(b, ranges.b);
  const std::vector<AlignedPair> pairs = align_words(run_a.folds, run_b.folds);
  if (pairs.empty()) return ranges;
  const DensePart part = dense_part(pairs);
  const AlignedPair first = pairs[part.first];
  const AlignedPair last = pairs[part.last];
  const std::size_t equal = part.last - part.first + 1;
  const double similarity =
      dice(equal, last.a - first.a + 1, last.b - first.b + 1);
  const bool is_long =
      equal >= kLongStretch && similarity >= kLongStretchSimilarity;
  const auto is_most = [&] {
    return equal >= kStretch && similarity >= kStretchSimilarity &&
           static_cast<double>(equal) >=
               kStretchShare * static_cast<double>(words_in_common(
                                   sorted(run_a.folds), sorted(run_b.folds)));
  };
  if (!is_long && !is_most()) return ranges;
  return {{run_a.tokens[first.a], run_a.tokens[last.a] + 1},
          {run_b.tokens[first.b], run_b.tokens[last.b] + 1},
          true};
}

}  // namespace

TokenRanges set_borders(const Analysis& a, const Analysis& b,
                        TokenRanges ranges) {
  TokenRanges set = cut_to_stretch(a, b, ranges);
  for (const End end : {End::kFirst, End::kLast}) {
    double least_share = set.stretch ? kWholeSentenceAfterRun : kWholeSentence;
    const std::optional<Ends> run =
        run_near({WordWalk(a, set.a, end), WordWalk(b, set.b, end)});
    if (run) {
      const Ends ends = follow_outward(*run);
      set_end(set.a, end, ends.a.token());
      set_end(set.b, end, ends.b.token());
      least_share = kWholeSentenceAfterRun;
    }
    snap_to_sentence(a, set.a, end, least_share);
    snap_to_sentence(b, set.b, end, least_share);
  }
  close(a, set.a);
  close(b, set.b);
  return set;
}

TokenRange whole_sentences(const Analysis& analysis, TokenRange range) {
  snap_to_sentence(analysis, range, End::kFirst, kWholeSentence);
  snap_to_sentence(analysis, range, End::kLast, kWholeSentence);
  return range;
}

}  // namespace stemma::reuse
