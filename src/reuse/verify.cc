#include "reuse/verify.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "reuse/align.h"
#include "reuse/borders.h"
#include "reuse/word_overlap.h"

namespace stemma::reuse {
namespace {

constexpr double kLeastEvidence = 23.2;
constexpr double kLeastSimilarity = 0.5;
constexpr double kMuchTheSame = 0.6;
constexpr double kVerbatim = 0.95;
constexpr double kEdited = 0.6;
constexpr double kMinSummarySimilarity = 0.65;
constexpr std::size_t kMinSummaryWords = 22;  // different ones

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
// one another, the more different words they must share to be one passage: 9
// where most is the same, 17 at a half. Above kMuchTheSame the likeness says
// no more, as short runs of equal words are everywhere; below kLeastSimilarity
// long texts on one matter are as frequent as reworded ones. The
// weights are those of a logistic regression over passages known to be shared
// or not.
bool is_beyond_chance(std::size_t different_words, double similarity) {
  return similarity >= kLeastSimilarity &&
         3.95 * std::log(1.0 + static_cast<double>(different_words)) +
                 23.6 * std::min(similarity, kMuchTheSame) >=
             kLeastEvidence;
}

TokenRanges ranges_of(const Side& a, const Side& b, const Match& match) {
  const Analysis& analysis_a = *a.witness->analysis;
  const Analysis& analysis_b = *b.witness->analysis;
  const TokenRanges ranges{token_range(a, match.a), token_range(b, match.b)};
  if (!match.summary) return set_borders(analysis_a, analysis_b, ranges);
  return {whole_sentences(analysis_a, ranges.a),
          whole_sentences(analysis_b, ranges.b)};
}

PassageKind kind_of(double in_order) {
  if (in_order >= kVerbatim) return PassageKind::kVerbatim;
  return in_order >= kEdited ? PassageKind::kEdited : PassageKind::kParaphrase;
}

// Kind and similarity; empty if the words do not bear out the match.
std::optional<Passage> judge(const Content& a, const Content& b,
                             const Match& match, const ReuseOptions& options) {
  const std::size_t size_a = a.folds.size();
  const std::size_t size_b = b.folds.size();
  const std::size_t shorter = std::min(size_a, size_b);
  if (shorter == 0 || shorter < options.min_words) return std::nullopt;
  const std::size_t different = words_in_common(a.saying, b.saying);
  Passage passage;
  if (match.summary) {
    passage.kind = PassageKind::kParaphrase;
    passage.similarity =
        static_cast<double>(match.common) / static_cast<double>(shorter);
    const bool enough = passage.similarity >= kMinSummarySimilarity &&
                        passage.similarity >= options.min_similarity &&
                        different >= kMinSummaryWords;
    return enough ? std::optional(passage) : std::nullopt;
  }
  const double in_any_order = dice(match.common, size_a, size_b);
  if (in_any_order < options.min_similarity ||
      !is_beyond_chance(different, in_any_order)) {
    return std::nullopt;
  }
  const double in_order =
      dice(align_words(a.folds, b.folds).size(), size_a, size_b);
  passage.kind = kind_of(in_order);
  passage.similarity = std::max(in_order, in_any_order);
  return passage;
}

Span span_of(const Analysis& analysis, TokenRange range) {
  return {analysis.tokens[range.begin].span.begin,
          analysis.tokens[range.end - 1].span.end};
}

}  // namespace

std::optional<Passage> verify(const Side& a, const Side& b, Match& match,
                              const ReuseOptions& options) {
  const TokenRanges ranges = ranges_of(a, b, match);
  const Content content_a = content_of(*a.witness->analysis, ranges.a);
  const Content content_b = content_of(*b.witness->analysis, ranges.b);
  Match taken = match;
  taken.common = words_in_common(content_a.stems, content_b.stems);
  std::optional<Passage> passage = judge(content_a, content_b, taken, options);
  if (!passage) return std::nullopt;
  taken.stretch = ranges.stretch;
  taken.a = word_range(a, ranges.a);
  taken.b = word_range(b, ranges.b);
  match = taken;
  passage->span_a = span_of(*a.witness->analysis, ranges.a);
  passage->span_b = span_of(*b.witness->analysis, ranges.b);
  passage->quoted =
      static_cast<double>(content_a.quoted + content_b.quoted) /
      static_cast<double>(content_a.folds.size() + content_b.folds.size());
  return passage;
}

}  // namespace stemma::reuse
