#include "collate/corrections.h"

#include <algorithm>
#include <array>

#include "text/phrases.h"

namespace stemma::collate {
namespace {

struct Markers {
  explicit Markers(std::string_view language)
      : phrases(language, "correction_marker") {}
  text::PhraseTable phrases;
};

bool speaks_of_correction(const Analysis& analysis, const Sentence& sentence) {
  const Markers& markers = text::by_language<Markers>(analysis.language);
  for (auto i = sentence.first_token; i < sentence.last_token; ++i) {
    if (markers.phrases.match(analysis.tokens, i)) return true;
  }
  return false;
}

std::vector<double> numbers_in(const Analysis& analysis, Span span) {
  std::vector<double> values;
  auto at = std::partition_point(
      analysis.quantities.begin(), analysis.quantities.end(),
      [&](const Quantity& q) { return q.span.begin < span.begin; });
  for (; at != analysis.quantities.end() && at->span.end <= span.end; ++at) {
    values.push_back(at->value);
  }
  return values;
}

bool has(const std::vector<double>& values, double value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Corrections::Corrections(std::span<const Witness> witnesses) {
  for (ReportIndex report = 0; report < witnesses.size(); ++report) {
    const Analysis& analysis = *witnesses[report].analysis;
    for (const Sentence& sentence : analysis.sentences) {
      if (!speaks_of_correction(analysis, sentence)) continue;
      auto values = numbers_in(analysis, sentence.span);
      if (values.empty()) continue;
      notices_.push_back({report, sentence.span, std::move(values)});
    }
  }
}

bool Corrections::stand_in(ReportIndex report, Span span) const {
  return std::any_of(
      notices_.begin(), notices_.end(), [&](const CorrectionNotice& notice) {
        return notice.report == report && notice.span.overlaps(span);
      });
}

bool Corrections::explain(ReportIndex a, double value_a, ReportIndex b,
                          double value_b) const {
  return std::any_of(
      notices_.begin(), notices_.end(), [&](const CorrectionNotice& notice) {
        const bool first = has(notice.values, value_a);
        const bool second = has(notice.values, value_b);
        const bool own = notice.report == a || notice.report == b;
        return (first && second) || (own && (first || second));
      });
}

}  // namespace stemma::collate
