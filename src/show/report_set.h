// The reports that an output speaks of, and the one place where byte spans
// become code points.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "stemma/engine.h"

namespace stemma::show {

// Some reports of a corpus under the positions that results refer to them by:
// those of one story (story.reports), or all. Keeps views of the corpus, which
// outlives it. May be read by several threads.
class ReportSet {
 public:
  ReportSet(const Corpus& corpus, std::span<const ReportIndex> reports);

  std::size_t size() const { return reports_.size(); }
  const Report& report(ReportIndex position) const {
    return corpus_.reports[reports_[position]];
  }
  const Analysis& analysis(ReportIndex position) const {
    return corpus_.analyses[reports_[position]];
  }
  const std::string& id(ReportIndex position) const {
    return report(position).id;
  }
  // What a reader knows the report by: the outlet, else its id.
  std::string_view name(ReportIndex position) const;

  // The same stretch in code points of the report's text.
  Span code_points(ReportIndex position, Span bytes) const {
    return maps_[position].to_code_points(bytes);
  }
  // The stretches as they stand, joined by " ... " with a real ellipsis.
  std::string text(ReportIndex position, std::span<const Span> spans) const;

 private:
  const Corpus& corpus_;
  std::vector<ReportIndex> reports_;
  std::vector<CodePointMap> maps_;
};

// 0, 1, 2, ... for every report of the corpus.
std::vector<ReportIndex> all_reports(const Corpus& corpus);

}  // namespace stemma::show
