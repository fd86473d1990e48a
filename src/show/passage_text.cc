#include <fmt/format.h>

#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

std::string side(const ReportSet& reports, ReportIndex report, Span span,
                 const TextStyle& style) {
  const Span shown = reports.code_points(report, span);
  std::string out =
      "  " + dim(fmt::format("{}, {}-{}", plain_line(reports.id(report)),
                             shown.begin, shown.end),
                 style);
  out += '\n';
  return out +
         wrapped(slice(reports.report(report).text, span), 4, style.width);
}

}  // namespace

std::string passage_text(const ReportSet& reports, const Passage& passage,
                         const TextStyle& style) {
  std::string out = bold(fmt::format("{}, similarity {:.2f}",
                                     word(passage.kind), passage.similarity),
                         style);
  out += '\n';
  out += side(reports, passage.a, passage.span_a, style);
  return out + side(reports, passage.b, passage.span_b, style) + '\n';
}

std::string same_text(const ReportSet& reports,
                      std::span<const ReportIndex> group,
                      const TextStyle& style) {
  std::string out = bold("equal texts", style) + '\n';
  for (const ReportIndex report : group) {
    out += wrapped(reports.id(report), 2, style.width);
  }
  return out + '\n';
}

std::string quotation_text(const ReportSet& reports, ReportIndex report,
                           const Quotation& quotation, const TextStyle& style) {
  const std::string speaker =
      quotation.speaker.empty() ? "speaker unknown" : quotation.speaker;
  std::string out = bold(plain_line(speaker), style);
  out += dim(fmt::format(", {}, in {}", word(quotation.form),
                         plain_line(reports.name(report))),
             style);
  out += '\n';
  return out + wrapped(reports.text(report, quotation.content), 2, style.width);
}

}  // namespace stemma::show
