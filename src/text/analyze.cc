#include "text/analyze.h"

#include <algorithm>
#include <utility>

#include "text/dates.h"
#include "text/language.h"
#include "text/names.h"
#include "text/quantities.h"
#include "text/quoted_regions.h"
#include "text/sentences.h"
#include "text/stem.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

// Quoted regions of fewer words are names and words in doubt, not speech.
constexpr std::uint32_t kQuotedWords = 3;

// Tokens that end where a paratext begins or ends.
std::vector<Token> find_tokens(const Report& report,
                               std::string_view language) {
  const std::string_view text = report.text;
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 8);
  std::uint32_t begin = 0;
  const auto upto = [&](std::uint32_t end) {
    if (begin < end) append_tokens(text, {begin, end}, language, tokens);
    begin = std::max(begin, end);
  };
  for (const Paratext& part : report.paratext) {
    upto(part.span.begin);
    upto(part.span.end);
  }
  upto(static_cast<std::uint32_t>(text.size()));
  add_stems(text, language, tokens);
  return tokens;
}

void mark_quoted(const std::vector<QuotedRegion>& regions,
                 std::vector<Token>& tokens) {
  std::uint32_t marked_to = 0;  // regions nest; no token is visited twice
  for (const QuotedRegion& region : regions) {
    std::uint32_t words = 0;
    for (std::uint32_t i = region.first_token;
         i < region.last_token && words < kQuotedWords; ++i) {
      if (tokens[i].kind != TokenKind::kPunctuation) ++words;
    }
    if (words < kQuotedWords) continue;
    for (std::uint32_t i = std::max(marked_to, region.first_token);
         i < region.last_token; ++i) {
      tokens[i].quoted = true;
    }
    marked_to = std::max(marked_to, region.last_token);
  }
}

}  // namespace

Analysis analyze_words(const Report& report) {
  Analysis analysis;
  const std::string_view text = report.text;
  analysis.language =
      report.language.empty() ? detect_language(text) : report.language;
  analysis.tokens = find_tokens(report, analysis.language);
  analysis.quoted = find_quoted_regions(text, analysis.tokens);
  analysis.sentences = find_sentences(text, analysis.tokens, analysis.quoted,
                                      report.paratext, analysis.language);
  mark_quoted(analysis.quoted, analysis.tokens);
  return analysis;
}

Analysis analyze(const Report& report) {
  Analysis analysis = analyze_words(report);
  const std::string_view text = report.text;
  NameFindings found =
      find_names(text, analysis.tokens, analysis.sentences, analysis.language);
  analysis.names = std::move(found.names);
  analysis.entities = std::move(found.entities);
  analysis.dates =
      find_dates(text, analysis.tokens, report.published, analysis.language);
  analysis.quantities =
      find_quantities(text, analysis.tokens, analysis.dates, analysis.language);
  return analysis;
}

}  // namespace stemma::text
