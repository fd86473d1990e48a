#include "show/report_set.h"

#include <numeric>

namespace stemma::show {

ReportSet::ReportSet(const Corpus& corpus, std::span<const ReportIndex> reports)
    : corpus_(corpus), reports_(reports.begin(), reports.end()) {
  maps_.reserve(reports_.size());
  for (const ReportIndex index : reports_) {
    maps_.emplace_back(corpus_.reports[index].text);
  }
}

std::string_view ReportSet::name(ReportIndex position) const {
  const Report& shown = report(position);
  return shown.outlet.empty() ? shown.id : shown.outlet;
}

std::string ReportSet::text(ReportIndex position,
                            std::span<const Span> spans) const {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " \xE2\x80\xA6 ";
    out += slice(report(position).text, span);
  }
  return out;
}

std::vector<ReportIndex> all_reports(const Corpus& corpus) {
  std::vector<ReportIndex> all(corpus.reports.size());
  std::iota(all.begin(), all.end(), ReportIndex{0});
  return all;
}

}  // namespace stemma::show
