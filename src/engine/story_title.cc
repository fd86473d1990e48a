// The title of a story: that of the report nearest to all others, by the
// cosine of its words to the words of the whole story. Each report weighs the
// same, whatever its length.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "stemma/engine.h"

namespace stemma {
namespace {

// Words of a report with their weights (length 1), by word.
using WordVector = std::vector<std::pair<std::uint64_t, double>>;

WordVector words_of(const Analysis& analysis) {
  std::vector<std::uint64_t> stems;
  stems.reserve(analysis.tokens.size());
  for (const Token& token : analysis.tokens) {
    if (token.kind == TokenKind::kPunctuation || token.function_word) continue;
    stems.push_back(token.stem);
  }
  std::sort(stems.begin(), stems.end());
  WordVector words;
  double squares = 0;
  for (std::size_t i = 0; i < stems.size();) {
    std::size_t end = i + 1;
    while (end < stems.size() && stems[end] == stems[i]) ++end;
    const double weight = 1 + std::log(static_cast<double>(end - i));
    words.emplace_back(stems[i], weight);
    squares += weight * weight;
    i = end;
  }
  for (auto& [stem, weight] : words) weight /= std::sqrt(squares);
  return words;
}

// Positions in story.reports, nearest to all others first.
std::vector<std::size_t> by_nearness(const Corpus& corpus, const Story& story) {
  std::vector<WordVector> vectors;
  vectors.reserve(story.reports.size());
  boost::unordered_flat_map<std::uint64_t, double> sum;
  for (const ReportIndex index : story.reports) {
    vectors.push_back(words_of(corpus.analyses[index]));
    for (const auto& [stem, weight] : vectors.back()) sum[stem] += weight;
  }
  std::vector<double> nearness(vectors.size(), 0);
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    for (const auto& [stem, weight] : vectors[i]) {
      nearness[i] += weight * sum[stem];
    }
  }
  std::vector<std::size_t> order(vectors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(
      order.begin(), order.end(),
      [&](std::size_t a, std::size_t b) { return nearness[a] > nearness[b]; });
  return order;
}

std::string first_sentence(const Report& report, const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    return std::string(slice(report.text, sentence.span));
  }
  return {};
}

}  // namespace

std::string story_title(const Corpus& corpus, const Story& story) {
  if (story.reports.empty()) return {};
  const std::vector<std::size_t> order = by_nearness(corpus, story);
  for (const std::size_t position : order) {
    const Report& report = corpus.reports[story.reports[position]];
    if (!report.title.empty()) return report.title;
  }
  const ReportIndex nearest = story.reports[order.front()];
  return first_sentence(corpus.reports[nearest], corpus.analyses[nearest]);
}

}  // namespace stemma
