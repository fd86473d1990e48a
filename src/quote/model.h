// The label chains: cues, sources and contents of a frame by weights that
// scripts/learn_quote_model.cc makes from annotated reports.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

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
  WeightTable judge;
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

  // How likely a cue must be to be proposed: so that the second chain may learn
  // from it, so that the judge may, so that the judge may choose, or where an
  // utterance has no cue.
  enum class Care : std::uint8_t { kSure, kWide, kUsual, kBold };

  // What may be a cue, in order, disjoint; notes in `items` where the likely
  // ones begin.
  std::vector<Candidate> find(Items& items, Care care = Care::kUsual);

 private:
  void find_in(const Items& items, ItemRange stretch, Care care,
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

  // The scores of the items for one cue. The view lives until the next call.
  std::span<const Scores> score(const Items& items, ItemRange cue);

 private:
  struct Place {
    Scores scores{};
    bool known = false;
  };
  const Scores& place(const Items& items, std::uint32_t at, Side side);

  // What the last item weighed in a part; no key of an item is kNoKey.
  static constexpr std::uint32_t kNoKey = ~0U;
  struct Last {
    std::uint32_t key = kNoKey;
    Scores scores{};
  };
  template <RolePart kPart>
  const Scores& shared(std::uint32_t at, std::uint32_t key, Last& last) const;

  const WeightTable& roles_;
  std::array<std::vector<Place>, 2> places_;  // by side
  std::vector<Scores> scores_;
  RoleFeatures features_;
};

}  // namespace stemma::quote
