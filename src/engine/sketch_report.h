// Sketches of reports, for the quick counts.
#pragma once

#include "origin/telling_sketch.h"
#include "stemma/types/report.h"
#include "story/outline.h"

namespace stemma::engine {

// The outline of a report and, of the same tokens, its sketch.
struct OutlineAndSketch {
  story::Outline outline;
  origin::TellingSketch sketch;
};

inline OutlineAndSketch sketch_report(const Report& report,
                                      story::Outliner& outliner,
                                      origin::TellingSketcher& sketcher) {
  OutlineAndSketch made{.outline = outliner.make(report)};
  made.sketch =
      sketcher.make(report, made.outline.language, outliner.text_tokens());
  return made;
}

}  // namespace stemma::engine
