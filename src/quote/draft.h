// Drafts: attributions as stretches of tokens, before speakers are resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "quote/reading.h"
#include "quote/words.h"

namespace stemma::quote {

struct Draft {
  std::vector<Range> content;  // in order, disjoint
  Range cue;                   // empty: none
  Range source;                // empty: none
  bool speech = true;
  bool verbatim = false;  // somebody's very words, though no marks say so
  bool inherits = false;  // no source of its own: the speaker goes on
  float confidence = 1;
  // How much likelier it is than no attribution, as log-odds, by the labeller;
  // takes the place of `confidence`.
  std::optional<float> margin;
};

// The sentences that one utterance holds together, and their paragraph.
struct Frame {
  Range tokens;
  std::uint32_t paragraph = 0;
};

// Frames of the body in the order of the text; paratext is passed over.
std::vector<Frame> find_frames(const Reading& reading);

// A cue in the text: its form, and its tokens with helpers ("has also said").
struct Cue {
  Range tokens;
  const CueForm* form = nullptr;
};

// The cues of a frame outside utterances, in order, disjoint.
std::vector<Cue> find_cues(const Reading& reading, Range frame);

// The words that name who speaks, before `end` and not before `begin`
// ("The minister, Ana Ruiz, [said]").
Range source_before(const Reading& reading, std::uint32_t begin,
                    std::uint32_t end);

// The same after `begin` ("[said] Ana Ruiz, the minister").
Range source_after(const Reading& reading, std::uint32_t begin,
                   std::uint32_t end);

// The attributions of one frame by the order of cue, source and content; a
// draft with one empty content waits for an utterance of the next frame.
// Utterances in `taken` belong to a draft; those of new drafts are added.
std::vector<Draft> match_patterns(const Reading& reading, Range frame,
                                  std::vector<bool>& taken);

// Notes the utterances in the contents of `drafts` as taken.
void take_utterances(const Reading& reading, std::span<const Draft> drafts,
                     std::vector<bool>& taken);

// The attributions of a report, by the labeller where the language has one,
// else by span patterns over collapsed utterances in the order of their
// precision, as in Pouliquen et al. 2007 and Pareti et al. 2013.
std::vector<Draft> draft_attributions(const Reading& reading);

}  // namespace stemma::quote
