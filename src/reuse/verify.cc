#include "reuse/verify.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "reuse/align.h"
#include "reuse/borders.h"
#include "reuse/word_overlap.h"

namespace stemma::reuse {
namespace {

constexpr double kLeastEvidence = 23.2;
constexpr double kLeastSimilarity = 0.5;
// Of so few different words, so many must be neither numbers nor capitalised:
// a title, a reference or a list of names is given alike without being taken.
constexpr std::size_t kFewDifferent = 12;
constexpr std::size_t kLeastPlain = 5;
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
  std::vector<std::uint64_t> plain;   // of these the words in lower case
  std::uint32_t quoted = 0;
};

// The stem of a word, whether the word says something, and whether it is a word
// in lower case.
struct Stem {
  std::uint64_t hash = 0;
  bool says = false;
  bool lower = false;
};

// The three lists of stems, from one sorting.
void list_stems(std::vector<Stem> stems, Content& content) {
  std::sort(stems.begin(), stems.end(),
            [](const Stem& x, const Stem& y) { return x.hash < y.hash; });
  const auto add_once = [](std::vector<std::uint64_t>& list,
                           std::uint64_t stem) {
    if (list.empty() || list.back() != stem) list.push_back(stem);
  };
  content.stems.reserve(stems.size());
  for (const Stem& stem : stems) {
    content.stems.push_back(stem.hash);
    if (!stem.says) continue;
    add_once(content.saying, stem.hash);
    if (stem.lower) add_once(content.plain, stem.hash);
  }
}

Content content_of(const Page& page, TokenRange range) {
  Content content;
  std::vector<Stem> stems;
  const std::size_t most = range.end - range.begin;
  content.folds.reserve(most);
  content.tokens.reserve(most);
  content.weights.reserve(most);
  stems.reserve(most);
  const ContentWords& words = page.words;
  auto next =
      std::lower_bound(words.tokens.begin(), words.tokens.end(), range.begin);
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = page.analysis->tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    content.folds.push_back(token.fold);
    content.tokens.push_back(t);
    stems.push_back({token.stem, !token.function_word,
                     token.kind == TokenKind::kWord && !token.capitalised});
    content.quoted += token.quoted ? 1 : 0;
    while (next != words.tokens.end() && *next < t) ++next;
    content.weights.push_back(
        next == words.tokens.end() || *next != t
            ? kOtherWeight
            : static_cast<Weight>(kWeightUnit *
                                  words.weights[static_cast<std::size_t>(
                                      next - words.tokens.begin())]));
  }
  list_stems(std::move(stems), content);
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

// Both sides of a match, with the borders set.
struct Stretch {
  TokenRanges ranges;
  Content a;
  Content b;
};

Stretch stretch_of(const Page& a, const Page& b, const Match& match) {
  const TokenRanges ranges = ranges_of(a, b, match);
  return {ranges, content_of(a, ranges.a), content_of(b, ranges.b)};
}

Evidence weigh(const Page& a, const Page& b, const Stretch& stretch,
               bool summary) {
  Evidence evidence;
  evidence.span_a = span_of(*a.analysis, stretch.ranges.a);
  evidence.span_b = span_of(*b.analysis, stretch.ranges.b);
  evidence.words_a = stretch.a.folds.size();
  evidence.words_b = stretch.b.folds.size();
  evidence.common = words_in_common(stretch.a.stems, stretch.b.stems);
  evidence.different = words_in_common(stretch.a.saying, stretch.b.saying);
  evidence.plain = words_in_common(stretch.a.plain, stretch.b.plain);
  const std::size_t shorter = std::min(evidence.words_a, evidence.words_b);
  evidence.similarity =
      summary ? dice(evidence.common, shorter, shorter)
              : dice(evidence.common, evidence.words_a, evidence.words_b);
  return evidence;
}

// True if the words bear out the match, and it is what the options ask for.
bool is_borne_out(const Evidence& evidence, const Match& match,
                  const ReuseOptions& options) {
  const std::size_t shorter = std::min(evidence.words_a, evidence.words_b);
  if (shorter == 0 || shorter < options.min_words ||
      evidence.similarity < options.min_similarity) {
    return false;
  }
  return match.summary
             ? evidence.similarity >= kMinSummarySimilarity &&
                   evidence.different >= kMinSummaryWords
             : is_beyond_chance(evidence.different, evidence.similarity) &&
                   (evidence.different >= kFewDifferent ||
                    evidence.plain >= kLeastPlain);
}

}  // namespace

Evidence weigh(const Page& a, const Page& b, const Match& match) {
  return weigh(a, b, stretch_of(a, b, match), match.summary);
}

std::optional<Passage> verify(const Page& a, const Page& b, Match& match,
                              const ReuseOptions& options) {
  const Stretch stretch = stretch_of(a, b, match);
  const Evidence evidence = weigh(a, b, stretch, match.summary);
  if (!is_borne_out(evidence, match, options)) return std::nullopt;
  const Content& content_a = stretch.a;
  const Content& content_b = stretch.b;
  match.common = evidence.common;
  match.stretch = stretch.ranges.stretch;
  match.a = word_range(a, stretch.ranges.a);
  match.b = word_range(b, stretch.ranges.b);
  const std::vector<AlignedPair> pairs =
      align_words(content_a.folds, content_b.folds, content_a.weights);
  const double in_order =
      dice(pairs.size(), content_a.folds.size(), content_b.folds.size());
  Passage passage;
  passage.span_a = evidence.span_a;
  passage.span_b = evidence.span_b;
  passage.kind = match.summary ? PassageKind::kParaphrase : kind_of(in_order);
  passage.similarity = match.summary ? evidence.similarity
                                     : std::max(in_order, evidence.similarity);
  passage.quoted =
      static_cast<double>(content_a.quoted + content_b.quoted) /
      static_cast<double>(content_a.folds.size() + content_b.folds.size());
  passage.aligned = runs_of(a, content_a, b, content_b, pairs);
  return passage;
}

}  // namespace stemma::reuse
