// Quotations of any text lie in the text, at borders of code points, content
// in order; families give every quotation an id.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "quote/families.h"
#include "quote/quotations.h"
#include "text/analyze.h"

namespace {

using stemma::Quotation;
using stemma::Span;

void check_spans(std::string_view text, const std::vector<Span>& spans,
                 std::size_t most) {
  std::uint32_t last = 0;
  if (spans.size() > most) std::abort();
  for (const Span span : spans) {
    if (span.begin >= span.end || span.end > text.size()) std::abort();
    if (span.begin < last) std::abort();
    last = span.end;
    if (!stemma::is_valid_utf8(stemma::slice(text, span))) std::abort();
  }
}

void check(std::string_view text, const std::vector<Quotation>& quotations) {
  for (const Quotation& quotation : quotations) {
    if (quotation.content.empty()) std::abort();
    check_spans(text, quotation.content, 12);
    check_spans(text, quotation.cue, 4);
    check_spans(text, quotation.source, 4);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static constexpr const char* kLanguages[] = {"en", "de", "fr", "es", "ru",
                                               "ar", "fa", "zh", "ja", "vi"};
  if (size == 0) return 0;
  stemma::Report report;
  report.id = "fuzz";
  report.language = kLanguages[data[0] % 10];
  report.text =
      stemma::repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1})
          .text;
  const stemma::Analysis analysis = stemma::text::analyze(report);
  const stemma::Witness witness{&report, &analysis, nullptr};
  const auto all = stemma::quote::find_quotations(
      witness, {.attributions = stemma::Attributions::kAll});
  check(report.text, all);
  const std::vector<stemma::Witness> story(2, {&report, &analysis, &all});
  for (const auto& quotations : stemma::quote::group_families(story)) {
    check(report.text, quotations);
    for (const Quotation& quotation : quotations) {
      if (quotation.family.empty()) std::abort();
    }
  }
  return 0;
}
