#include <utility>

#include "read/paratext.h"
#include "read/plain_text.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {

Result<Corpus> corpus_of_text(std::string_view text, std::string id) {
  auto report = read::read_plain_text(text);
  if (!report) return fail(report.error());
  report->id = std::move(id);
  read::find_paratext(*report);
  Corpus corpus;
  corpus.analyses.push_back(text::analyze(*report));
  corpus.reports.push_back(std::move(*report));
  return corpus;
}

}  // namespace stemma
