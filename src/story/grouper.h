// Grouping of reports into stories, one report at a time.
#pragma once

#include <memory>
#include <vector>

#include "stemma/types/options.h"
#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::story {

// Position of a story in the order of founding.
using StoryIndex = std::uint32_t;

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

  // The story that `witness` joins or founds (its quotations may be null).
  // Keeps no view of the witness.
  StoryIndex add(const Witness& witness);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma::story
