// Whatever the text: spans lie in it, tokens are in order, sentences cover
// them, regions nest, and nothing crashes. The first byte chooses the
// language, the second where a paratext ends.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/analyze.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_tokens(std::string_view text, const stemma::Analysis& found) {
  std::uint32_t end = 0;
  for (const stemma::Token& token : found.tokens) {
    require(token.span.begin >= end && token.span.begin < token.span.end);
    end = token.span.end;
  }
  require(end <= text.size());
}

void check_sentences(const stemma::Analysis& found) {
  std::uint32_t next = 0;
  for (const stemma::Sentence& sentence : found.sentences) {
    require(sentence.first_token == next);
    require(sentence.last_token > next);
    next = sentence.last_token;
    const stemma::Span span = {found.tokens[sentence.first_token].span.begin,
                               found.tokens[next - 1].span.end};
    require(sentence.span == span);
  }
  require(next == found.tokens.size());
}

void check_quoted(std::string_view text, const stemma::Analysis& found) {
  const stemma::QuotedRegion* before = nullptr;
  for (const stemma::QuotedRegion& region : found.quoted) {
    require(region.outer.contains(region.inner));
    require(region.outer.end <= text.size());
    require(region.first_token <= region.last_token);
    require(region.last_token <= found.tokens.size());
    if (before != nullptr) {
      require(before->outer.begin < region.outer.begin);
      require(!before->outer.overlaps(region.outer) ||
              before->outer.contains(region.outer));
    }
    before = &region;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static constexpr const char* kLanguages[] = {
      "", "en", "de", "fr", "es", "ru", "ar", "fa", "zh", "ja", "vi"};
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  stemma::Report report;
  report.language = kLanguages[data[0] % std::size(kLanguages)];
  report.text = stemma::repair_utf8(bytes.substr(2)).text;
  const stemma::CodePointMap map(report.text);
  const std::uint32_t characters =
      map.to_code_points(static_cast<std::uint32_t>(report.text.size()));
  if (data[1] > 0 && data[1] <= characters) {
    report.paratext.push_back(
        {stemma::ParatextKind::kHeader, {0, map.to_bytes(data[1])}});
  }
  const stemma::Analysis found = stemma::text::analyze(report);
  check_tokens(report.text, found);
  check_sentences(found);
  check_quoted(report.text, found);
  return 0;
}
