// The learned labeller: cues, sources and contents of a frame by weights that
// scripts/learn_quote_model.cc makes from annotated reports.
#pragma once

#include <string_view>
#include <vector>

#include "quote/draft.h"
#include "quote/items.h"
#include "quote/labels.h"
#include "quote/reading.h"

namespace stemma::quote {

// The weights of one language.
struct Model {
  WeightTable<kCueLabels> cues;
  WeightTable<kRoles> roles;
};

// The model of a language (ISO 639-1), or nullptr where none was learned.
// Lives as long as the program.
const Model* model_of(std::string_view language);

// The attributions of one frame. A cue at the end of a frame that ends with a
// colon has one empty content: what it reports stands in the next frame.
std::vector<Draft> label_frame(const Reading& reading, Range frame,
                               const Model& model);

}  // namespace stemma::quote
