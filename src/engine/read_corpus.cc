// From inputs on disk to reports in canonical order, with their analyses. Ids,
// duplicates and the order need all reports at hand, so they come after
// reading (read/identity); then the texts are analysed, one by one.
#include <utility>

#include "base/parallel.h"
#include "engine/scan_inputs.h"
#include "read/identity.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {

Result<Corpus> read_corpus(std::span<const std::string> inputs,
                           const ReadOptions& options) {
  engine::Scan scan =
      engine::scan_inputs(inputs, options, engine::Texts::kKept, {});
  if (scan.keys.empty()) return fail(engine::no_report(scan.unreadable));
  Corpus corpus;
  corpus.unreadable = std::move(scan.unreadable);
  const std::vector<std::size_t> kept = read::identify(scan.keys);
  corpus.reports.reserve(kept.size());
  for (const std::size_t i : kept) {
    corpus.reports.push_back(std::move(scan.texts[i]));
    corpus.reports.back().id = std::move(scan.keys[i].id);
  }
  if (options.analyses == Analyses::kNotMade) return corpus;
  corpus.analyses.resize(corpus.reports.size());
  parallel_for(corpus.reports.size(), options.threads, [&](std::size_t i) {
    corpus.analyses[i] = text::analyze(corpus.reports[i]);
  });
  return corpus;
}

}  // namespace stemma
