// How the reports of one event come to be: agency texts, what outlets make of
// them, and reports of their own. Every parent is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event.h"
#include "random.h"
#include "vocabulary.h"

namespace stemma::gen {

enum class Making : std::uint8_t {
  kOwn,      // own selection of facts, own words
  kReprint,  // the parent's text to the word, but for a few edits
  kCut,      // the same, cut from the end
  kRewrite,  // the parent's sentences in other words
  kMix,      // sentences of two parents
  kRoundUp,  // a sentence or two of several events
};
const char* making_name(Making making);

// One sentence as printed.
struct Sentence {
  std::vector<Word> words;
  std::uint32_t number = 0;
  std::uint32_t number_at = 0;  // stands before this word
  bool said = false;            // told as an utterance in quotation marks
  bool indirect = false;        // of one that is said: told without marks
};

// A text of the tradition: a report, or an unseen agency text.
struct Text {
  std::vector<Sentence> sentences;
  std::vector<Word> title;
  std::optional<std::uint32_t> parent;         // index into the tradition
  std::optional<std::uint32_t> second_parent;  // of a mix
  std::uint32_t telling = 0;                   // of the first parent's root
  Making making = Making::kOwn;
  bool unseen = false;
  std::int64_t published = 0;  // seconds since 1970
};

struct TraditionShape {
  double own = 0.2;  // shares of the reports that are no agency's
  double reprint = 0.3;
  double cut = 0.2;
  double rewrite = 0.25;
  double mix = 0.05;
  double agency_unseen = 0.5;  // that an agency text is no report in hand
  double word_edits = 0.01;    // share of words changed by a reprint
  double half_life_hours = 8;  // of the interest in the event
};

// The texts of an event with `reports` reports in hand. Parents come before
// their children.
std::vector<Text> make_tradition(const Vocabulary& vocabulary,
                                 const Event& event, std::uint32_t reports,
                                 const TraditionShape& shape, Random& random);

// A text of its own: a writer's selection of the event's facts, in the
// writer's words. No parent, no time.
Text write_own(const Vocabulary& vocabulary, const Event& event,
               Random& random);

// A round-up: its lead sentence tells of the first event, one or two more of
// each other one.
Text make_round_up(const Vocabulary& vocabulary,
                   const std::vector<const Event*>& events, Random& random);

}  // namespace stemma::gen
