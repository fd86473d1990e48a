// The learned labeller: cues, sources and contents of a frame by weights that
// scripts/learn_quote_model.cc makes from annotated reports.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "quote/draft.h"
#include "quote/features.h"
#include "quote/items.h"
#include "quote/lattice.h"
#include "quote/weights.h"
#include "quote/word_table.h"

namespace stemma::quote {

// The weights of one language.
struct Model {
  WordTable words;
  WeightTable cues;
  WeightTable roles;
};

// The model of a language (ISO 639-1), or nullptr where none was learned.
// Lives as long as the program.
const Model* model_of(std::string_view language);

// Stretches of items near words that may be cues; no cue lies outside them.
std::vector<ItemRange> cue_stretches(const Items& items);

// Proposes cues.
class CueFinder {
 public:
  // `cues` outlives the finder.
  explicit CueFinder(const WeightTable& cues) : cues_(cues) {}

  // How likely a cue must be to be proposed.
  enum class Care : std::uint8_t { kUsual, kBold };

  // What may be a cue, in order, disjoint; notes in `items` where the likely
  // ones begin.
  std::vector<Candidate> find(Items& items, Care care = Care::kUsual);

 private:
  void find_in(const Items& items, ItemRange stretch, std::int16_t bonus,
               std::vector<Candidate>& found);
  void find_in_run(const Items& items, ItemRange stretch, ItemRange run,
                   std::int16_t bonus, std::vector<Candidate>& found);

  const WeightTable& cues_;
  std::vector<Scores> scores_;
  PathFinder<ProposalChain> paths_;
};

// The weights of the role labels of a frame's items. What does not depend on
// the cue is weighed once for all cues of the frame.
class RoleScorer {
 public:
  // `roles` outlives the scorer.
  explicit RoleScorer(const WeightTable& roles) : roles_(roles) {}

  // Goes to the items of another frame.
  void begin(const Items& items);

  // The scores of the items for one cue, and in `accept` what it gets as
  // such. The view lives until the next call.
  std::span<const Scores> score(const Items& items, const Candidate& cue,
                                std::int32_t& accept);

 private:
  struct Place {
    Scores scores{};
    bool known = false;
  };
  const Scores& place(const Items& items, std::uint32_t at, Side side);

  const WeightTable& roles_;
  std::array<std::vector<Place>, 2> places_;  // by side
  std::vector<Scores> scores_;
  RoleFeatures features_;
};

// Finds the attributions of a report, frame by frame.
class Labeller {
 public:
  // Both outlive the labeller.
  Labeller(const Reading& reading, const Model& model);

  // The attributions of one frame. A cue at the end of a frame that ends with
  // a colon has one empty content: what it reports stands in the next frame.
  std::vector<Draft> label(Range frame);

 private:
  // A draft, and how much better it is than none.
  struct Choice {
    Draft draft;
    std::int32_t score = 0;
  };
  std::vector<Choice> choose(Range frame, CueFinder::Care care);

  // The best path of roles; words between marks get a speaker if one is
  // nearly as good, with the score of the best path. Lives until the next
  // call.
  const Path& best_path(std::span<const Scores> scores, Range cue);

  const Reading& reading_;
  Items items_;
  const Model& model_;
  CueFinder cues_;
  RoleScorer roles_;
  PathFinder<RoleChain> paths_;
  Path best_;
};

}  // namespace stemma::quote
