#include <algorithm>

#include "quote/draft.h"

namespace stemma::quote {
namespace {

// A cue's helpers reach at most so far to its left.
constexpr std::uint32_t kMaxHelpers = 5;

bool holds_both(const Reading& reading, std::uint32_t token) {
  return token > 0 && token < reading.clues.size() && reading.spoken(token) &&
         reading.clue(token - 1).utterance == reading.clue(token).utterance;
}

bool begins_paragraph(const Reading& reading, std::uint32_t token) {
  const auto& sentences = reading.analysis->sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token,
      [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
  if (after == sentences.begin()) return true;
  const auto here = std::prev(after);
  return here->first_token == token &&
         (here == sentences.begin() ||
          std::prev(here)->paragraph != here->paragraph);
}

// An utterance after a full stop begins a frame: She left. "It is late," ...
void split_before_utterances(const Reading& reading, std::uint32_t from,
                             std::vector<Frame>& frames) {
  const std::uint32_t last = frames.back().tokens.last;
  for (std::uint32_t i = std::max(from, frames.back().tokens.first) + 1;
       i < last; ++i) {
    if (!reading.spoken(i) || reading.spoken(i - 1)) continue;
    if (reading.clue(i - 1).mark != Mark::kStop) continue;
    const std::uint32_t paragraph = frames.back().paragraph;
    frames.back().tokens.last = i;
    frames.push_back({{i, last}, paragraph});
  }
}

}  // namespace

std::vector<Frame> find_frames(const Reading& reading) {
  std::vector<Frame> frames;
  bool joined = false;
  for (const Sentence& sentence : reading.analysis->sentences) {
    if (sentence.kind == SentenceKind::kParatext ||
        sentence.first_token >= sentence.last_token) {
      joined = false;
      continue;
    }
    const bool goes_on = joined && !frames.empty() &&
                         frames.back().paragraph == sentence.paragraph &&
                         holds_both(reading, sentence.first_token);
    if (goes_on) {
      frames.back().tokens.last = sentence.last_token;
    } else {
      frames.push_back(
          {{sentence.first_token, sentence.last_token}, sentence.paragraph});
    }
    split_before_utterances(reading, sentence.first_token, frames);
    joined = true;
  }
  return frames;
}

std::vector<Cue> find_cues(const Reading& reading, Range frame) {
  std::vector<Cue> cues;
  std::uint32_t free = frame.first;
  for (std::uint32_t i = frame.first; i < frame.last; ++i) {
    if (reading.spoken(i)) {
      free = i + 1;
      continue;
    }
    const CueForm* form =
        reading.words->cue_at(reading.tokens(), i, frame.last);
    if (form == nullptr) continue;
    const auto size = static_cast<std::uint32_t>(form->words.size());
    Cue cue{{i, i + size}, form};
    while (form->kind == CueKind::kVerb && cue.tokens.first > free &&
           i - cue.tokens.first < kMaxHelpers &&
           reading.is(cue.tokens.first - 1, kHelper) &&
           !begins_paragraph(reading, cue.tokens.first)) {
      --cue.tokens.first;
    }
    cues.push_back(cue);
    free = cue.tokens.last;
    i = cue.tokens.last - 1;
  }
  return cues;
}

}  // namespace stemma::quote
