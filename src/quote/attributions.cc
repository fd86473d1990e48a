#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "quote/draft.h"
#include "quote/labeller.h"
#include "quote/model.h"
#include "quote/turns.h"

namespace stemma::quote {
namespace {

constexpr std::size_t kMaxContents = 12;
constexpr std::uint32_t kMaxSignature = 10;  // tokens

// "..." - Ana Ruiz, of Norvik: the name after a dash with which the line of an
// utterance that ends before `token` ends; or nothing.
Range signature_after(const Reading& reading, std::uint32_t token) {
  const auto tokens = reading.tokens();
  while (token < tokens.size() && reading.clue(token).mark == Mark::kStop) {
    ++token;
  }
  if (token + 1 >= tokens.size()) return {};
  if (reading.clue(token).mark != Mark::kDash) return {};
  const Range none;
  Range name{token + 1, token + 1};
  while (name.last < tokens.size() && name.size() < kMaxSignature) {
    const Token& word = tokens[name.last];
    if (name.last > name.first &&
        slice(reading.text, {tokens[name.last - 1].span.end, word.span.begin})
                .find('\n') != std::string_view::npos) {
      break;
    }
    if (reading.spoken(name.last)) return none;
    if (word.kind == TokenKind::kWord && !word.capitalised) return none;
    ++name.last;
  }
  if (name.size() == kMaxSignature) return none;
  while (!name.empty() && reading.clue(name.last - 1).mark != Mark::kNone) {
    --name.last;
  }
  return name;
}

// Gives utterances that no cue claimed to the attribution before them.
class Follower {
 public:
  Follower(const Reading& reading, std::vector<bool>& taken,
           std::vector<Draft>& drafts)
      : reading_(reading), taken_(taken), drafts_(drafts) {}

  void follow(const Frame& frame) {
    const Range utterances = reading_.utterances_in(frame.tokens);
    for (std::uint32_t k = utterances.first; k < utterances.last; ++k) {
      if (taken_[k]) continue;
      taken_[k] = true;
      add(frame, k);
    }
    for (std::size_t k = seen_; k < drafts_.size(); ++k) {
      if (holds_utterance(drafts_[k])) {
        last_ = k;
        last_paragraph_ = frame.paragraph;
      }
    }
    seen_ = drafts_.size();
  }

 private:
  static constexpr auto kNone = static_cast<std::size_t>(-1);

  bool holds_utterance(const Draft& draft) const {
    return std::any_of(
        draft.content.begin(), draft.content.end(), [&](Range range) {
          return range.empty() || reading_.spoken(range.last - 1);
        });
  }

  bool opens_frame(const Frame& frame, std::uint32_t utterance) const {
    std::uint32_t first = frame.tokens.first;
    while (first < frame.tokens.last && !reading_.spoken(first) &&
           reading_.clue(first).mark == Mark::kDash) {
      ++first;
    }
    return reading_.utterances[utterance].tokens.first == first;
  }

  void add(const Frame& frame, std::uint32_t utterance) {
    const Range range = reading_.utterances[utterance].tokens;
    const bool waits = last_ != kNone && drafts_[last_].content.back().empty();
    if (waits) drafts_[last_].content.pop_back();
    const bool goes_on =
        last_ != kNone &&
        (waits || reading_.utterances[utterance].continues ||
         (frame.paragraph == last_paragraph_ && opens_frame(frame, utterance)));
    if (goes_on && drafts_[last_].content.size() < kMaxContents) {
      drafts_[last_].content.push_back(range);
      last_paragraph_ = frame.paragraph;
      return;
    }
    Draft draft;
    draft.content.push_back(range);
    draft.source = signature_after(reading_, range.last);
    if (!draft.source.empty()) {  // the dash
      draft.cue = {draft.source.first - 1, draft.source.first};
    }
    draft.inherits = draft.source.empty() && opens_frame(frame, utterance) &&
                     last_ != kNone && frame.paragraph <= last_paragraph_ + 1;
    draft.confidence = draft.inherits ? 0.3F : 0.5F;
    drafts_.push_back(std::move(draft));
    last_ = drafts_.size() - 1;
    last_paragraph_ = frame.paragraph;
  }

  const Reading& reading_;
  std::vector<bool>& taken_;
  std::vector<Draft>& drafts_;
  std::size_t last_ = kNone;  // the draft that the next words may go on
  std::uint32_t last_paragraph_ = 0;
  std::size_t seen_ = 0;
};

}  // namespace

void take_utterances(const Reading& reading, std::span<const Draft> drafts,
                     std::vector<bool>& taken) {
  for (const Draft& draft : drafts) {
    for (const Range& range : draft.content) {
      for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (reading.spoken(i)) taken[reading.clue(i).utterance] = true;
      }
    }
  }
}

namespace {

// Drops attributions that take a signature's name or its dash for cue or
// source: the signature itself says whose words they are.
void drop_misread_signatures(const Reading& reading, Range frame,
                             std::vector<Draft>& drafts) {
  const Range utterances = reading.utterances_in(frame);
  for (std::uint32_t k = utterances.first; k < utterances.last; ++k) {
    const Range name =
        signature_after(reading, reading.utterances[k].tokens.last);
    if (name.empty()) continue;
    const auto is_in = [&](Range part) {
      return !part.empty() && part.first + 1 >= name.first &&
             part.last <= name.last;
    };
    std::erase_if(drafts, [&](const Draft& draft) {
      return is_in(draft.cue) || is_in(draft.source);
    });
  }
}

bool is_free(const Reading& reading, const std::vector<bool>& taken,
             Range range) {
  return !range.empty() && reading.spoken(range.first) &&
         !taken[reading.clue(range.first).utterance];
}

// Attributions of utterances that the labeller left, by their span patterns.
void add_missed(const Reading& reading, Range frame, std::vector<bool>& taken,
                std::vector<Draft>& drafts) {
  const Range utterances = reading.utterances_in(frame);
  bool missed = false;
  for (std::uint32_t k = utterances.first; k < utterances.last; ++k) {
    missed |= !taken[k];
  }
  if (!missed) return;
  std::vector<bool> patterns_taken = taken;
  for (Draft& draft : match_patterns(reading, frame, patterns_taken)) {
    const bool wanted =
        !draft.source.empty() &&
        std::all_of(draft.content.begin(), draft.content.end(),
                    [&](Range r) { return is_free(reading, taken, r); });
    if (!wanted) continue;
    drafts.push_back(std::move(draft));
    take_utterances(reading, std::span(&drafts.back(), 1), taken);
  }
}

// The draft of each utterance, or drafts.size().
std::vector<std::size_t> drafts_of_utterances(
    const Reading& reading, const std::vector<Draft>& drafts) {
  std::vector<std::size_t> of(reading.utterances.size(), drafts.size());
  for (std::size_t k = 0; k < drafts.size(); ++k) {
    for (const Range& range : drafts[k].content) {
      for (std::uint32_t i = range.first; i < range.last; ++i) {
        if (reading.spoken(i)) of[reading.clue(i).utterance] = k;
      }
    }
  }
  return of;
}

// Words that the next paragraph goes on with are of the speaker whom it names.
void join_continued(const Reading& reading, std::vector<Draft>& drafts) {
  std::vector<std::size_t> of = drafts_of_utterances(reading, drafts);
  for (std::size_t u = of.size(); u > 1; --u) {
    const std::size_t from = of[u - 2];
    const std::size_t to = of[u - 1];
    if (!reading.utterances[u - 1].continues || from == to) continue;
    if (from == drafts.size() || to == drafts.size()) continue;
    Draft& orphan = drafts[from];
    std::vector<Range>& content = drafts[to].content;
    const bool is_orphan = orphan.cue.empty() && orphan.source.empty();
    if (!is_orphan || content.size() + orphan.content.size() > kMaxContents) {
      continue;
    }
    content.insert(content.begin(), orphan.content.begin(),
                   orphan.content.end());
    orphan.content.clear();
    for (std::size_t k = u - 1; k > 0 && of[k - 1] == from; --k) of[k - 1] = to;
  }
}

// Puts the turns that begin in a frame before what else was found there,
// which is not said again.
class Turns {
 public:
  Turns(const Reading& reading, std::vector<bool>& taken)
      : turns_(find_turns(reading)) {
    take_utterances(reading, turns_, taken);
  }

  void add(Range frame, std::vector<Draft>& found) {
    if (turns_.empty()) return;
    while (ended_ < turns_.size() &&
           turns_[ended_].content.back().last <= frame.first) {
      ++ended_;
    }
    for (std::size_t k = ended_;
         k < turns_.size() && turns_[k].source.first < frame.last; ++k) {
      std::erase_if(found, [&](const Draft& draft) {
        return repeats_turn(draft, turns_[k]);
      });
    }
    std::vector<Draft> all;
    for (; next_ < turns_.size() && turns_[next_].source.first < frame.last;
         ++next_) {
      all.push_back(turns_[next_]);
    }
    std::move(found.begin(), found.end(), std::back_inserter(all));
    found = std::move(all);
  }

 private:
  std::vector<Draft> turns_;
  std::size_t ended_ = 0;  // turns before it are over
  std::size_t next_ = 0;   // the first one not yet added
};

}  // namespace

std::vector<Draft> draft_attributions(const Reading& reading) {
  std::vector<Draft> drafts;
  std::vector<bool> taken(reading.utterances.size(), false);
  Turns turns(reading, taken);
  Follower follower(reading, taken, drafts);
  const Model* model = model_of(reading.analysis->language);
  std::optional<Labeller> labeller;
  if (model != nullptr) labeller.emplace(reading, *model);
  for (const Frame& frame : find_frames(reading)) {
    std::vector<Draft> found;
    if (labeller) {
      found = labeller->label(frame.tokens);
      drop_misread_signatures(reading, frame.tokens, found);
      take_utterances(reading, found, taken);
      add_missed(reading, frame.tokens, taken, found);
    } else {
      found = match_patterns(reading, frame.tokens, taken);
    }
    turns.add(frame.tokens, found);
    for (Draft& draft : found) drafts.push_back(std::move(draft));
    follower.follow(frame);
  }
  join_continued(reading, drafts);
  std::erase_if(drafts, [](Draft& draft) {
    std::erase_if(draft.content, [](Range r) { return r.empty(); });
    return draft.content.empty();
  });
  return drafts;
}

}  // namespace stemma::quote
