// The two counts of a story, without what else there is to be known of it.
#pragma once

#include "stemma/engine.h"

namespace stemma::engine {

struct OriginCounts {
  CountRange tellings;
  CountRange sources;
};

// The counts of study_story(), by the same steps but for those that they do
// not need: passages, trees and derivations, and the statements where fewer
// than two reports give anybody's words.
OriginCounts count_origins(const Corpus& corpus, const Story& story);

}  // namespace stemma::engine
