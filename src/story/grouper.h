// Grouping of reports into stories, one report at a time.
#pragma once

#include <memory>
#include <vector>

#include "stemma/types/options.h"
#include "stemma/types/report.h"
#include "stemma/types/witness.h"
#include "story/join_model.h"

namespace stemma::story {

// Position of a story in the order of founding.
using StoryIndex = std::uint32_t;

// A story that a report resembles, and what speaks for joining it.
struct Comparison {
  StoryIndex story = 0;
  double probability = 0;
  EvidenceValues evidence{};
};

// Reports are added in the order of arrival; each joins the best open story
// or founds one. Not safe for use by several threads at once.
class StoryGrouper {
 public:
  explicit StoryGrouper(const StoryOptions& options);
  ~StoryGrouper();
  StoryGrouper(StoryGrouper&&) noexcept;
  StoryGrouper& operator=(StoryGrouper&&) noexcept;
  // Copying an index of a whole corpus would be a mistake.
  StoryGrouper(const StoryGrouper&) = delete;
  StoryGrouper& operator=(const StoryGrouper&) = delete;

  // Learns which words are frequent from a report that will be added later.
  // Where all reports are at hand, observing them all before the first add()
  // makes the first stories as good as the last; without it a report is
  // observed when it is added.
  void observe(const Witness& witness);

  // The story that `witness` joins or founds (its quotations may be null).
  // Keeps no view of the witness. Time and memory do not depend on how many
  // reports came before, but for the stories that share its rarer words, of
  // which a bounded number is looked at.
  StoryIndex add(const Witness& witness);

  // The open stories that `witness` most resembles, most probable first; at
  // most 16.
  std::vector<Comparison> compare(const Witness& witness) const;

  // Puts `witness` into a story whatever its words: a user's decision, or a
  // grouping that is known. `story` = number of stories founds a new one.
  // REQUIRES: story <= number of stories.
  void place(const Witness& witness, StoryIndex story);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma::story
