// Why two reports are one story, or are not.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

// What decided on one story or two.
enum class JoinGround : std::uint8_t {
  kLikeness,     // the probability that the evidence gives
  kNumbers,      // titles that number the same thing differently
  kLanguage,     // words of two languages are not compared
  kRoundUp,      // the title of one says that it tells of many events
  kWindow,       // StoryOptions::window_days
  kDecision,     // the user's: StoryOptions::decisions
  kNotCompared,  // other stories resembled either more, or no rare word is
                 // shared
};

// One value that speaks for or against one story; its contribution to the
// logarithm of the odds is value times weight.
struct WeighedEvidence {
  std::string_view name;  // as docs/output.md has it; lives with the program
  double value = 0;
  double weight = 0;
};

// Two sides, each a report or the reports of a story.
struct JoinComparison {
  std::array<std::uint32_t, 2> reports{};  // of each side
  double probability = 0;                  // that they are one story
  std::vector<WeighedEvidence> evidence;
};

// A word that both reports have, and the share, 0 to 1, of the likeness of
// their words that it makes.
struct SharedWord {
  std::string word;  // as the first report has it first
  double share = 0;
};

struct StoryExplanation {
  std::array<std::string, 2> reports;  // ids
  std::array<std::string, 2> stories;  // ids; equal for one story
  JoinGround ground = JoinGround::kLikeness;
  // The two reports by themselves, whatever else is in their stories.
  JoinComparison alone;
  // What was weighed when the two came into one story; else their stories as
  // they stand in the end. The side of the first report is the first. Empty
  // where nothing was weighed.
  std::optional<JoinComparison> decisive;
  std::vector<SharedWord> shared;  // at most 8, the largest share first
};

}  // namespace stemma
