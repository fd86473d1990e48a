#include "reuse/verify.h"

#include <algorithm>
#include <cmath>
#include <span>
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
// Weights of aligned words are whole numbers: content words weigh this times
// their weight, others less than any of them.
constexpr float kWeightUnit = 8;
constexpr Weight kOtherWeight = 4;

TokenRange token_range(const Page& page, WordRange words) {
  return {page.words.tokens[words.begin], page.words.tokens[words.end - 1] + 1};
}

WordRange word_range(const Page& page, TokenRange range) {
  const std::vector<std::uint32_t>& tokens = page.words.tokens;
  const auto position = [&](std::uint32_t token) {
    return static_cast<std::uint32_t>(
        std::lower_bound(tokens.begin(), tokens.end(), token) - tokens.begin());
  };
  return {position(range.begin), position(range.end)};
}

struct Content {
  std::vector<std::uint64_t> folds;
  std::vector<Weight> weights;        // for alignment
  std::vector<std::uint32_t> tokens;  // positions of the folds
  std::vector<std::uint64_t> stems;   // sorted
  std::vector<std::uint64_t> saying;  // stems but function words; sorted, once
  std::uint32_t quoted = 0;
};

Content content_of(const Page& page, TokenRange range) {
  Content content;
  const ContentWords& words = page.words;
  auto next =
      std::lower_bound(words.tokens.begin(), words.tokens.end(), range.begin);
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = page.analysis->tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    content.folds.push_back(token.fold);
    content.stems.push_back(token.stem);
    content.tokens.push_back(t);
    if (!token.function_word) content.saying.push_back(token.stem);
    content.quoted += token.quoted ? 1 : 0;
    while (next != words.tokens.end() && *next < t) ++next;
    content.weights.push_back(
        next == words.tokens.end() || *next != t
            ? kOtherWeight
            : static_cast<Weight>(kWeightUnit *
                                  words.weights[static_cast<std::size_t>(
                                      next - words.tokens.begin())]));
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

TokenRanges ranges_of(const Page& a, const Page& b, const Match& match) {
  const Analysis& analysis_a = *a.analysis;
  const Analysis& analysis_b = *b.analysis;
  const TokenRanges ranges{token_range(a, match.a), token_range(b, match.b)};
  if (!match.summary) return set_borders(analysis_a, analysis_b, ranges);
  return {whole_sentences(analysis_a, ranges.a),
          whole_sentences(analysis_b, ranges.b)};
}

PassageKind kind_of(double in_order) {
  if (in_order >= kVerbatim) return PassageKind::kVerbatim;
  return in_order >= kEdited ? PassageKind::kEdited : PassageKind::kParaphrase;
}

// The similarity in any order; empty if the words do not bear out the match.
std::optional<double> judge(const Content& a, const Content& b,
                            const Match& match, const ReuseOptions& options) {
  const std::size_t size_a = a.folds.size();
  const std::size_t size_b = b.folds.size();
  const std::size_t shorter = std::min(size_a, size_b);
  if (shorter == 0 || shorter < options.min_words) return std::nullopt;
  const std::size_t different = words_in_common(a.saying, b.saying);
  if (match.summary) {
    const double found =
        static_cast<double>(match.common) / static_cast<double>(shorter);
    const bool enough = found >= kMinSummarySimilarity &&
                        found >= options.min_similarity &&
                        different >= kMinSummaryWords;
    return enough ? std::optional(found) : std::nullopt;
  }
  const double in_any_order = dice(match.common, size_a, size_b);
  const bool enough = in_any_order >= options.min_similarity &&
                      is_beyond_chance(different, in_any_order);
  return enough ? std::optional(in_any_order) : std::nullopt;
}

Span span_of(const Analysis& analysis, TokenRange range) {
  return {analysis.tokens[range.begin].span.begin,
          analysis.tokens[range.end - 1].span.end};
}

// The pairs as runs of neighbouring words.
std::vector<AlignedRun> runs_of(const Page& page_a, const Content& a,
                                const Page& page_b, const Content& b,
                                std::span<const AlignedPair> pairs) {
  std::vector<AlignedRun> runs;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const Span at_a = page_a.analysis->tokens[a.tokens[pairs[k].a]].span;
    const Span at_b = page_b.analysis->tokens[b.tokens[pairs[k].b]].span;
    if (k > 0 && pairs[k].a == pairs[k - 1].a + 1 &&
        pairs[k].b == pairs[k - 1].b + 1) {
      runs.back().a.end = at_a.end;
      runs.back().b.end = at_b.end;
    } else {
      runs.push_back({at_a, at_b});
    }
  }
  return runs;
}

}  // namespace

std::optional<Passage> verify(const Page& a, const Page& b, Match& match,
                              const ReuseOptions& options) {
  const TokenRanges ranges = ranges_of(a, b, match);
  const Content content_a = content_of(a, ranges.a);
  const Content content_b = content_of(b, ranges.b);
  Match taken = match;
  taken.common = words_in_common(content_a.stems, content_b.stems);
  const std::optional<double> in_any_order =
      judge(content_a, content_b, taken, options);
  if (!in_any_order) return std::nullopt;
  taken.stretch = ranges.stretch;
  taken.a = word_range(a, ranges.a);
  taken.b = word_range(b, ranges.b);
  match = taken;
  const std::vector<AlignedPair> pairs =
      align_words(content_a.folds, content_b.folds, content_a.weights);
  const double in_order =
      dice(pairs.size(), content_a.folds.size(), content_b.folds.size());
  Passage passage;
  passage.span_a = span_of(*a.analysis, ranges.a);
  passage.span_b = span_of(*b.analysis, ranges.b);
  passage.kind = match.summary ? PassageKind::kParaphrase : kind_of(in_order);
  passage.similarity =
      match.summary ? *in_any_order : std::max(in_order, *in_any_order);
  passage.quoted =
      static_cast<double>(content_a.quoted + content_b.quoted) /
      static_cast<double>(content_a.folds.size() + content_b.folds.size());
  passage.aligned = runs_of(a, content_a, b, content_b, pairs);
  return passage;
}

}  // namespace stemma::reuse
