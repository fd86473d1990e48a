// The title of a story: that of the report nearest to all others, by the
// cosine of its words to the words of the whole story. Each report weighs the
// same, whatever its length. Where no report has a title, the first sentences
// compete in the same way: one that begins in the middle ("He made the
// remarks ...") holds few of the story's words and loses.
#include "engine/story_title.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/utf8.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {
namespace {

constexpr std::size_t kLongestTitle = 400;  // bytes

// Words of a report with their weights (length 1), by word.
using WordVector = std::vector<std::pair<std::uint64_t, double>>;

WordVector words_of(std::span<const Token> tokens) {
  std::vector<std::uint64_t> stems;
  stems.reserve(tokens.size());
  for (const Token& token : tokens) {
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

using WordSum = boost::unordered_flat_map<std::uint64_t, double>;

WordSum words_of_story(const Corpus& corpus, const Story& story) {
  WordSum sum;
  for (const ReportIndex index : story.reports) {
    for (const auto& [stem, weight] : words_of(corpus.analyses[index].tokens)) {
      sum[stem] += weight;
    }
  }
  return sum;
}

double nearness(std::span<const Token> tokens, const WordSum& sum) {
  double product = 0;
  for (const auto& [stem, weight] : words_of(tokens)) {
    const auto found = sum.find(stem);
    if (found != sum.end()) product += weight * found->second;
  }
  return product;
}

// A text that may become the title, with the words it is judged by.
struct Candidate {
  std::string_view text;
  std::span<const Token> tokens;
};

Candidate first_sentence(const Report& report, const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    const std::span<const Token> tokens = analysis.tokens;
    return {slice(report.text, sentence.span),
            tokens.subspan(sentence.first_token,
                           sentence.last_token - sentence.first_token)};
  }
  return {};
}

// A text without stops has a first sentence of any length; cut between words,
// or inside one that is longer than all.
std::string shortened(std::string_view text) {
  if (text.size() <= kLongestTitle) return std::string(text);
  std::size_t end = text.rfind(' ', kLongestTitle);
  if (end == std::string_view::npos || end == 0) {
    end = kLongestTitle;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return std::string(text.substr(0, end)) + "\u2026";
}

// The first of the nearest; "" if there is none.
std::string nearest(std::span<const Candidate> candidates, const WordSum& sum) {
  std::string_view best;
  double best_nearness = -1;
  for (const Candidate& candidate : candidates) {
    if (candidate.text.empty()) continue;
    const double found = nearness(candidate.tokens, sum);
    if (found <= best_nearness) continue;
    best = candidate.text;
    best_nearness = found;
  }
  return shortened(best);
}

}  // namespace

std::string engine::own_title(const Report& report) {
  if (!report.title.empty()) return shortened(report.title);
  constexpr std::size_t kBeginning = 4096;
  Report beginning = report;
  if (beginning.text.size() > kBeginning) {
    beginning.text.resize(kBeginning);
    beginning.text = repair_utf8(beginning.text).text;
    std::erase_if(beginning.paratext, [](const Paratext& part) {
      return part.span.end > kBeginning;
    });
  }
  return shortened(first_sentence(beginning, text::analyze(beginning)).text);
}

std::string story_title(const Corpus& corpus, const Story& story) {
  std::vector<Candidate> titles;
  std::vector<Candidate> sentences;
  for (const ReportIndex index : story.reports) {
    const Report& report = corpus.reports[index];
    const Analysis& analysis = corpus.analyses[index];
    titles.push_back({report.title, analysis.tokens});
    sentences.push_back(first_sentence(report, analysis));
  }
  const WordSum sum = words_of_story(corpus, story);
  std::string title = nearest(titles, sum);
  return title.empty() ? nearest(sentences, sum) : title;
}

}  // namespace stemma
