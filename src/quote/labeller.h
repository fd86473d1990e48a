// The learned labeller: attributions of a frame by proposals and the judge.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/draft.h"
#include "quote/items.h"
#include "quote/model.h"
#include "quote/proposals.h"
#include "quote/reading.h"

namespace stemma::quote {

// Finds the attributions of a report, frame by frame.
class Labeller {
 public:
  // Both outlive the labeller.
  Labeller(const Reading& reading, const Model& model);

  // The attributions of one frame. A cue at the end of a frame that ends with
  // a colon has one empty content: what it reports stands in the next frame.
  std::vector<Draft> label(Range frame);

 private:
  // A draft, and what the judge says of it.
  struct Choice {
    Draft draft;
    std::int32_t cue = 0;    // that its cue is one
    std::int32_t told = 0;   // that its content is anybody's
    std::int32_t right = 0;  // that its content is right
  };
  std::vector<Choice> choose(Range frame, CueFinder::Care care);
  bool is_likely(const Choice& choice) const;
  std::vector<Draft> take_likely(std::vector<Choice> choices) const;

  const Reading& reading_;
  Items items_;
  const Model& model_;
  Proposer proposer_;
};

}  // namespace stemma::quote
