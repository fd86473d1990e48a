// A sketch is made of any valid UTF-8, stays within its room, and two sketches
// can be compared. The first byte says how many tokens are at hand, the text
// after it is that of both reports, of the second one from its middle on.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "origin/quick_counts.h"
#include "origin/telling_sketch.h"
#include "stemma/error.h"
#include "text/tokenize.h"

namespace {

template <std::size_t N>
void check(const stemma::origin::RunSample<N>& sample) {
  STEMMA_ASSERT(sample.size <= N);
  for (std::size_t i = 1; i < sample.size; ++i) {
    STEMMA_ASSERT(sample.runs[i - 1] >> 1U < sample.runs[i] >> 1U);
  }
}

stemma::origin::TellingSketch sketch(std::string text, std::size_t at_hand) {
  stemma::Report report;
  report.text = std::move(text);
  auto tokens = stemma::text::tokenize(report.text, "en");
  if (tokens.size() > at_hand) tokens.resize(at_hand);
  stemma::origin::TellingSketcher sketcher;
  auto made = sketcher.make(report, "en", tokens);
  check(made.short_runs);
  check(made.long_runs);
  STEMMA_ASSERT(made.said_words <= made.words);
  STEMMA_ASSERT(made.told_words <= made.words);
  STEMMA_ASSERT(made.lead_words <= made.lead.size());
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1,
                               size - 1);
  const std::string text = stemma::repair_utf8(bytes).text;
  const std::string half =
      stemma::repair_utf8(std::string_view(text).substr(text.size() / 2)).text;
  const std::vector<stemma::origin::TellingSketch> sketches = {
      sketch(text, data[0]), sketch(half, data[0])};
  const auto counts = stemma::origin::quick_counts(sketches);
  STEMMA_ASSERT(counts.tellings.low >= 1 && counts.tellings.high <= 2);
  STEMMA_ASSERT(counts.sources.low <= counts.sources.likely);
  return 0;
}
