// A frame as the span patterns see it: marks, the utterances that nobody has
// taken, where clauses begin and end.
#pragma once

#include <cstdint>
#include <vector>

#include "quote/draft.h"

namespace stemma::quote {

// In tokens.
inline constexpr std::uint32_t kMaxGap = 24;      // cue to utterance
inline constexpr std::uint32_t kMinContent = 2;   // of indirect content
inline constexpr std::uint32_t kMaxClause = 400;  // looked at in one go

// Positions are tokens of the report; those outside the frame are no mark and
// no utterance. Utterances count as one thing: marks in them do not.
class FrameView {
 public:
  // `reading` and `taken` outlive the view; `taken`: which utterances belong
  // to a draft.
  FrameView(const Reading& reading, Range frame, std::vector<bool>& taken);

  Range frame() const { return frame_; }
  const std::vector<Cue>& cues() const { return cues_; }

  // The drafts of the frame so far; add() takes their utterances.
  std::vector<Draft>& drafts() { return drafts_; }
  void add(Draft draft);

  bool comma(std::uint32_t i) const {
    return in_frame(i) && reading_.clue(i).mark == Mark::kComma &&
           !reading_.spoken(i);
  }
  bool dash(std::uint32_t i) const {
    return in_frame(i) && reading_.clue(i).mark == Mark::kDash;
  }
  bool colon(std::uint32_t i) const {
    return in_frame(i) && reading_.clue(i).mark == Mark::kColon;
  }
  bool stop(std::uint32_t i) const {
    return in_frame(i) && reading_.clue(i).mark == Mark::kStop &&
           !reading_.spoken(i);
  }
  bool in_frame(std::uint32_t i) const {
    return frame_.first <= i && i < frame_.last;
  }
  bool free_utterance(std::uint32_t i) const {
    return in_frame(i) && reading_.spoken(i) &&
           !taken_[reading_.clue(i).utterance];
  }
  Range utterance_at(std::uint32_t i) const {
    return reading_.utterances[reading_.clue(i).utterance].tokens;
  }

  // Where the words that no earlier attribution has taken begin, before `at`.
  std::uint32_t chunk_begin(std::uint32_t at) const;

  // The end of indirect content that begins at `begin`: before the frame's
  // final stop, ", and S said", ", adding", ", according to".
  std::uint32_t clause_end(std::uint32_t begin, std::size_t cue_index) const;

  // The complementizer, colon or utterance after a cue, or `from`.
  std::uint32_t content_opening(std::uint32_t from) const;

  // Tokens from `after` up to the stop or comma; more than `most` if there are
  // more or something is said in them.
  std::uint32_t tail_length(std::uint32_t after, std::uint32_t most) const;

  // Japanese: what stands before the topic mark before the utterance.
  Range topic_before(std::uint32_t utterance) const;

  // "a-t-il dit": the pronoun is a helper of the cue.
  Range source_within_cue(Range cue) const;

  // The name or pronoun with which the frame begins, before token `before`.
  Range subject(std::uint32_t before) const;

  // These add to the contents of a draft that is not in drafts() yet.
  //
  // The utterance that follows cue and source after a comma or colon.
  void add_following(std::size_t cue_index, std::uint32_t after,
                     Draft& draft) const;

  // Utterances side by side, and what follows the last without a pause:
  // [said] "we will win" the vote.
  void add_run(std::uint32_t at, Draft& draft) const;

  // What follows the source; false if it is too little.
  bool add_rest(std::size_t cue_index, Draft& draft) const;

 private:
  const Reading& reading_;
  Range frame_;
  std::vector<Cue> cues_;
  std::vector<bool>& taken_;
  std::vector<Draft> drafts_;
};

}  // namespace stemma::quote
