// A corpus for tests, without a file.
#pragma once

#include <utility>
#include <vector>

#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {

// The reports in the order given, each with its whole analysis.
inline Corpus corpus_of(std::vector<Report> reports) {
  Corpus corpus;
  corpus.reports = std::move(reports);
  for (const Report& report : corpus.reports) {
    corpus.analyses.push_back(text::analyze(report));
  }
  return corpus;
}

}  // namespace stemma
