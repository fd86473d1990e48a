// Options of the stages, with the one default that all data gets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stemma {

struct ReuseOptions {
  bool cross_outlet = false;        // pairs of one outlet are passed over
  std::uint32_t min_words = 12;     // shorter passages are not reported
  double min_similarity = 0.3;      // of the aligned words
  std::uint32_t max_partners = 64;  // best partners kept a report; 0: all
  // Only between reports published at most so long apart; 0: any, and undated
  // reports always.
  std::int64_t within_seconds = 0;
  // For the reports laid out for comparison and the space in which fingerprints
  // are sorted and indexed; not for the texts, their content words, the lists
  // of reports that share fingerprints and the result. Less memory takes more
  // time and finds the same.
  std::uint64_t memory_bytes = std::uint64_t{2} << 30U;
  // Only pairs of which a report, or one of equal text, stands at this
  // position or after it: the texts that are asked about stand last.
  std::uint32_t asked_from = 0;
};

enum class DecisionKind : std::uint8_t {
  kMerge,  // the reports belong in one story
  kSplit,  // no two of the reports belong in one story
};

// What a user has decided of some reports, by their ids.
struct StoryDecision {
  DecisionKind kind = DecisionKind::kMerge;
  std::vector<std::string> reports;  // two or more
};

struct StoryOptions {
  // Stories whose reports are all further away in time take no more; 0: time
  // is weighed, but no border is set (dates of publication are often wrong).
  std::uint32_t window_days = 0;
  // Stand above what the texts say; of two that contradict each other the
  // later one holds.
  std::vector<StoryDecision> decisions;
};

struct CollationOptions {
  std::uint32_t base = 0;  // position of the base among the readings
  // Content words of the shortest run that counts as moved.
  std::uint32_t least_moved = 1;
};

enum class Attributions : std::uint8_t {
  kSpeech,  // what somebody said or wrote
  kAll,     // beliefs, plans and votes too
};

struct QuotationOptions {
  Attributions attributions = Attributions::kSpeech;
};

}  // namespace stemma
