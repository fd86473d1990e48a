#include "reuse/verify.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "reuse/align.h"

namespace stemma::reuse {
namespace {

// A sentence of which so much is in the passage is taken whole.
constexpr double kWholeSentence = 0.35;
// The same where a run of equal words shows where the passage ends.
constexpr double kWholeSentenceAfterRun = 0.9;
constexpr int kRun = 8;   // equal words that show it
constexpr int kNear = 4;  // words between the end found and such a run
// A stretch of so many equal words, so similar, is a passage by itself.
constexpr std::size_t kStretch = 20;
constexpr double kStretchSimilarity = 0.85;
constexpr double kStretchShare = 0.55;  // of all words in common
constexpr double kPassedOver = 0.7;
constexpr double kLeastEvidence = 12.4;
constexpr double kVerbatim = 0.95;
constexpr double kEdited = 0.6;
// A summary's similarity is measured on its shorter side.
constexpr double kMinSummarySimilarity = 0.65;
constexpr std::size_t kMinSummaryWords = 22;  // different ones

// Tokens [begin, end) of a report.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

double share(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0
             ? 0
             : 2.0 * static_cast<double>(common) / static_cast<double>(a + b);
}

std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> words) {
  std::sort(words.begin(), words.end());
  return words;
}

// The number of words that both hold, each occurrence once. Both are sorted.
std::size_t words_in_common(const std::vector<std::uint64_t>& a,
                            const std::vector<std::uint64_t>& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++common;
      ++x;
      ++y;
    }
  }
  return common;
}

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

// Where a run of equal words ends the passage on both sides, within a few
// words of the ends found: moves both there and as far outward as the words
// stay equal. False if no such run is near.
bool end_with_run(WordWalk& a, WordWalk& b) {
  WordWalk from_a = a;
  for (int i = 0; i <= kNear; ++i) {
    WordWalk from_b = b;
    for (int j = 0; j <= kNear; ++j) {
      if (run_inward(from_a, from_b)) {
        a = from_a;
        b = from_b;
        for (WordWalk next_a = a, next_b = b; next_a.outward() &&
                                              next_b.outward() &&
                                              next_a.word() == next_b.word();) {
          a = next_a;
          b = next_b;
        }
        return true;
      }
      if (!from_b.inward()) break;
    }
    if (!from_a.inward()) break;
  }
  return false;
}

void set_end(TokenRange& range, End end, std::uint32_t token) {
  if (end == End::kFirst) {
    range.begin = token;
  } else {
    range.end = token + 1;
  }
}

// Takes the sentence at an end whole, if most of it is in the range or what
// is missing is short.
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

// Where a long stretch is the same but for a few words, the passage is that
// stretch: what else the two ranges hold in common is another matter. Returns
// true if the ranges were set to such a stretch.
bool cut_to_stretch(const Analysis& a, TokenRange& range_a, const Analysis& b,
                    TokenRange& range_b) {
  const WordRun run_a = words_of(a, range_a);
  const WordRun run_b = words_of(b, range_b);
  const std::vector<AlignedPair> pairs = align_words(run_a.folds, run_b.folds);
  if (pairs.empty()) return false;
  const DensePart part = dense_part(pairs);
  const AlignedPair first = pairs[part.first];
  const AlignedPair last = pairs[part.last];
  const std::size_t equal = part.last - part.first + 1;
  const auto all = static_cast<double>(
      words_in_common(sorted(run_a.folds), sorted(run_b.folds)));
  if (equal < kStretch || static_cast<double>(equal) < kStretchShare * all ||
      share(equal, last.a - first.a + 1, last.b - first.b + 1) <
          kStretchSimilarity) {
    return false;
  }
  range_a = {run_a.tokens[first.a], run_a.tokens[last.a] + 1};
  range_b = {run_b.tokens[first.b], run_b.tokens[last.b] + 1};
  return true;
}

TokenRange token_range(const Side& side, WordRange words) {
  return {side.words->tokens[words.begin],
          side.words->tokens[words.end - 1] + 1};
}

WordRange word_range(const Side& side, TokenRange range) {
  const std::vector<std::uint32_t>& tokens = side.words->tokens;
  const auto position = [&](std::uint32_t token) {
    return static_cast<std::uint32_t>(
        std::lower_bound(tokens.begin(), tokens.end(), token) - tokens.begin());
  };
  return {position(range.begin), position(range.end)};
}

// Moves both ends to where the passage ends: to the last of a run of equal
// words where both sides go on differently after it, else to the border of
// the sentence where most of it is inside.
bool trim(const Analysis& a, TokenRange& range_a, const Analysis& b,
          TokenRange& range_b) {
  const bool stretch = cut_to_stretch(a, range_a, b, range_b);
  for (const End end : {End::kFirst, End::kLast}) {
    WordWalk walk_a(a, range_a, end);
    WordWalk walk_b(b, range_b, end);
    double least_share = stretch ? kWholeSentenceAfterRun : kWholeSentence;
    if (end_with_run(walk_a, walk_b)) {
      set_end(range_a, end, walk_a.token());
      set_end(range_b, end, walk_b.token());
      least_share = kWholeSentenceAfterRun;
    }
    snap_to_sentence(a, range_a, end, least_share);
    snap_to_sentence(b, range_b, end, least_share);
  }
  close(a, range_a);
  close(b, range_b);
  return stretch;
}

struct Content {
  std::vector<std::uint64_t> folds;
  std::vector<std::uint64_t> stems;   // sorted
  std::vector<std::uint64_t> saying;  // stems but function words; sorted, once
  std::uint32_t quoted = 0;
};

Content content_of(const Analysis& analysis, TokenRange range) {
  Content content;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    content.folds.push_back(token.fold);
    content.stems.push_back(token.stem);
    if (!token.function_word) content.saying.push_back(token.stem);
    content.quoted += token.quoted ? 1 : 0;
  }
  std::sort(content.stems.begin(), content.stems.end());
  std::sort(content.saying.begin(), content.saying.end());
  content.saying.erase(
      std::unique(content.saying.begin(), content.saying.end()),
      content.saying.end());
  return content;
}

// Texts on one matter share words by chance. The less two stretches resemble
// one another, the more different words they must share to be one passage:
// 4 where all is the same, 10 at a half, 15 at a third. The weights are those
// of a logistic regression over passages known to be shared or not.
bool is_beyond_chance(std::size_t different_words, double similarity) {
  return 3.45 * std::log(1.0 + static_cast<double>(different_words)) +
             6.5 * similarity >=
         kLeastEvidence;
}

}  // namespace

std::optional<Passage> verify(const Side& a, const Side& b, Match& match,
                              const ReuseOptions& options) {
  TokenRange range_a = token_range(a, match.a);
  TokenRange range_b = token_range(b, match.b);
  bool stretch = false;
  if (match.summary) {
    for (const End end : {End::kFirst, End::kLast}) {
      snap_to_sentence(*a.witness->analysis, range_a, end, kWholeSentence);
      snap_to_sentence(*b.witness->analysis, range_b, end, kWholeSentence);
    }
  } else {
    stretch =
        trim(*a.witness->analysis, range_a, *b.witness->analysis, range_b);
  }
  const Content content_a = content_of(*a.witness->analysis, range_a);
  const Content content_b = content_of(*b.witness->analysis, range_b);
  const std::size_t size_a = content_a.folds.size();
  const std::size_t size_b = content_b.folds.size();
  if (std::min(size_a, size_b) < options.min_words) return std::nullopt;

  const std::size_t common = words_in_common(content_a.stems, content_b.stems);
  Passage passage;
  if (match.summary) {
    passage.kind = PassageKind::kParaphrase;
    passage.similarity = static_cast<double>(common) /
                         static_cast<double>(std::min(size_a, size_b));
    if (passage.similarity < kMinSummarySimilarity ||
        words_in_common(content_a.saying, content_b.saying) <
            kMinSummaryWords) {
      return std::nullopt;
    }
  } else {
    const double upper = share(common, size_a, size_b);
    if (upper < options.min_similarity ||
        !is_beyond_chance(words_in_common(content_a.saying, content_b.saying),
                          upper)) {
      return std::nullopt;
    }
    const double ordered = share(
        align_words(content_a.folds, content_b.folds).size(), size_a, size_b);
    passage.kind = ordered >= kVerbatim ? PassageKind::kVerbatim
                   : ordered >= kEdited ? PassageKind::kEdited
                                        : PassageKind::kParaphrase;
    passage.similarity = std::max(ordered, upper);
  }
  match.stretch = stretch;
  match.common = common;
  match.a = word_range(a, range_a);
  match.b = word_range(b, range_b);
  const auto& tokens_a = a.witness->analysis->tokens;
  const auto& tokens_b = b.witness->analysis->tokens;
  passage.span_a = {tokens_a[range_a.begin].span.begin,
                    tokens_a[range_a.end - 1].span.end};
  passage.span_b = {tokens_b[range_b.begin].span.begin,
                    tokens_b[range_b.end - 1].span.end};
  passage.quoted = static_cast<double>(content_a.quoted + content_b.quoted) /
                   static_cast<double>(size_a + size_b);
  return passage;
}

}  // namespace stemma::reuse
