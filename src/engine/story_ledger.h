// Which story is each report of a stream in, and what has changed?
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "stemma/engine.h"
#include "story/grouper.h"

namespace stemma::engine {

// Keeps the ids of reports by the story that they joined at once, and the
// story that each of those was last settled to. Events go to `tell`, which
// returns false once nobody wants more.
class StoryLedger {
 public:
  using Tell = std::function<bool(const StoryEvent&)>;
  explicit StoryLedger(Tell tell) : tell_(std::move(tell)) {}

  // A report joined or founded `story`; `likely` is the story that one founded
  // by it is most probably one with, else `story` itself. `founding_hash` as of
  // founding_hash(). False once nobody wants more.
  bool join(const std::string& report, story::StoryIndex story,
            story::StoryIndex likely, std::uint64_t founding_hash);

  // True when so much has come since that it is worth settling again.
  bool is_due() const;

  // Tells what StoryGrouper::settle() has changed.
  bool settled(std::span<const story::StoryIndex> first_of);

 private:
  StoryEventKind kind_of(story::StoryIndex part, story::StoryIndex now,
                         std::span<const story::StoryIndex> first_of) const;

  Tell tell_;
  std::vector<std::uint64_t> founding_hashes_;
  std::vector<std::vector<std::string>> reports_;  // by story joined at once
  std::vector<story::StoryIndex> first_of_;        // as told
  std::uint64_t count_ = 0;
  std::uint64_t settled_at_ = 0;
};

}  // namespace stemma::engine
