#include "reuse/verify.h"

#include <algorithm>
#include <span>
#include <vector>

#include "reuse/align.h"

namespace stemma::reuse {
namespace {

// A sentence of which so much is in the passage is taken whole.
constexpr double kWholeSentence = 0.5;
constexpr double kVerbatim = 0.95;
constexpr double kEdited = 0.6;
// A summary's similarity is measured on its shorter side.
constexpr double kMinSummarySimilarity = 0.5;

// Tokens [begin, end) of a report.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

const Sentence& sentence_at(const Analysis& analysis, std::uint32_t token) {
  const auto after = std::upper_bound(
      analysis.sentences.begin(), analysis.sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  return *std::prev(after);
}

// Moves the ends to the borders of the sentences they stand in, where the
// most of the sentence is in the range, and closes the range with the
// punctuation that follows it otherwise.
TokenRange trim(const Side& side, WordRange words) {
  const Analysis& analysis = *side.witness->analysis;
  TokenRange range{side.words->tokens[words.begin],
                   side.words->tokens[words.end - 1] + 1};
  const Sentence& first = sentence_at(analysis, range.begin);
  const Sentence& last = sentence_at(analysis, range.end - 1);
  const auto inside = [&](const Sentence& sentence) {
    const double size = sentence.last_token - sentence.first_token;
    const double shared = std::min(range.end, sentence.last_token) -
                          std::max(range.begin, sentence.first_token);
    return shared / size;
  };
  const bool whole_first = inside(first) >= kWholeSentence;
  const bool whole_last = inside(last) >= kWholeSentence;
  if (whole_first) range.begin = first.first_token;
  if (whole_last) range.end = last.last_token;
  return range;
}

struct Content {
  std::vector<std::uint64_t> folds;
  std::vector<std::uint64_t> stems;
  std::uint32_t quoted = 0;
};

Content content_of(const Analysis& analysis, TokenRange range) {
  Content content;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = analysis.tokens[t];
    if (token.kind == TokenKind::kPunctuation) continue;
    content.folds.push_back(token.fold);
    content.stems.push_back(token.stem);
    content.quoted += token.quoted ? 1 : 0;
  }
  return content;
}

// The number of words that both hold, each occurrence once.
std::size_t words_in_common(std::vector<std::uint64_t> a,
                            std::vector<std::uint64_t> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
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

double share(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0
             ? 0
             : 2.0 * static_cast<double>(common) / static_cast<double>(a + b);
}

}  // namespace

std::optional<Passage> verify(const Side& a, const Side& b, const Match& match,
                              const ReuseOptions& options) {
  const TokenRange range_a = trim(a, match.a);
  const TokenRange range_b = trim(b, match.b);
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
    if (passage.similarity < kMinSummarySimilarity) return std::nullopt;
  } else {
    const double upper = share(common, size_a, size_b);
    if (upper < options.min_similarity) return std::nullopt;
    const double ordered = share(
        align_words(content_a.folds, content_b.folds).size(), size_a, size_b);
    passage.kind = ordered >= kVerbatim ? PassageKind::kVerbatim
                   : ordered >= kEdited ? PassageKind::kEdited
                                        : PassageKind::kParaphrase;
    passage.similarity = std::max(ordered, upper);
  }
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
