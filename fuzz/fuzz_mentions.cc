// Times, dates, quantities and names of any text, in each language: spans lie
// in the text, tokens in the tokens, entities in the entities.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "text/dates.h"
#include "text/names.h"
#include "text/quantities.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace {

struct Mentioned {
  stemma::Span span;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
};

void check(const Mentioned& one, std::string_view text, std::size_t tokens) {
  if (one.span.begin >= one.span.end || one.span.end > text.size() ||
      one.first_token >= one.last_token || one.last_token > tokens) {
    std::abort();
  }
}

void check_language(std::string_view text, std::string_view language) {
  const auto tokens = stemma::text::tokenize(text, language);
  const auto sentences =
      stemma::text::find_sentences(text, tokens, {}, language);
  const stemma::PublicationTime published{1699315200,
                                          stemma::TimePrecision::kDay};
  const auto dates =
      stemma::text::find_dates(text, tokens, published, language);
  for (const auto& date : dates) {
    check({date.span, date.first_token, date.last_token}, text, tokens.size());
  }
  for (const auto& quantity :
       stemma::text::find_quantities(text, tokens, dates, language)) {
    check({quantity.span, quantity.first_token, quantity.last_token}, text,
          tokens.size());
    if (!std::isfinite(quantity.value)) std::abort();
  }
  const auto found =
      stemma::text::find_names(text, tokens, sentences, language);
  for (const auto& name : found.names) {
    check({name.span, name.first_token, name.last_token}, text, tokens.size());
    if (name.entity >= found.entities.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto time = stemma::text::parse_time(bytes);
  if (time && !time->known()) std::abort();
  const std::string text = stemma::repair_utf8(bytes).text;
  constexpr std::array<std::string_view, 11> kLanguages = {
      "", "en", "de", "fr", "es", "ru", "ar", "fa", "zh", "ja", "vi"};
  const std::string_view language = kLanguages[size % kLanguages.size()];
  check_language(text, language);
  const std::string_view half = std::string_view(text).substr(0, size / 2);
  if (stemma::is_valid_utf8(half) &&
      stemma::text::name_similarity(half, text) !=
          stemma::text::name_similarity(text, half)) {
    std::abort();
  }
  return 0;
}
