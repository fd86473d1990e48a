#include <algorithm>
#include <cmath>

#include "quote/model.h"

namespace stemma::quote {
namespace {

// What a candidate gets on top when it is chosen, with each e-fold of what it
// reports: to miss much of what was said is worse than to miss little. Set on
// articles held out of PolNeAR train.
constexpr float kLengthBonus = 25;
constexpr std::int32_t kColonBonus = 40;  // what it reports is still to come
// What a path gets on top when it names a speaker of words between marks,
// which nearly always have one.
constexpr std::int32_t kSpeakerBonus = 20;
constexpr std::size_t kMaxSpans = 12;
constexpr std::uint32_t kMaxRemainder = 5;  // tokens
constexpr std::uint32_t kMaxBeforeColon = 12;
constexpr std::uint32_t kMaxInterruption = 14;  // tokens after cue and source

Range tokens_of(const Items& items, ItemRange range) {
  return {items[range.first].tokens.first, items[range.last - 1UL].tokens.last};
}

bool is_speech(const Reading& reading, Range cue) {
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    const CueForm* form = reading.words->cue_at(reading.tokens(), i, cue.last);
    if (form != nullptr && form->speech) return true;
  }
  return false;
}

// "..., she said on Norvian radio": what follows the cue of an utterance and
// no clause, is no content of its own.
void drop_remainders(const Reading& reading, Draft& draft) {
  const bool quotes =
      std::any_of(draft.content.begin(), draft.content.end(),
                  [&](Range range) { return reading.spoken(range.last - 1); });
  if (!quotes) return;
  std::erase_if(draft.content, [&](Range range) {
    if (range.first != draft.cue.last || range.size() > kMaxRemainder) {
      return false;
    }
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (reading.spoken(i) || reading.is(i, kComplementizer)) return false;
    }
    return true;
  });
}

// Whether a path gives somebody's very words to nobody.
bool lacks_speaker(const Items& items, const Path& path) {
  bool quotes = false;
  for (std::uint32_t i = 0; i < path.labels.size(); ++i) {
    if (path.labels[i] == RoleChain::kSourceBegin) return false;
    quotes |= items[i].utterance && RoleChain::is_content(path.labels[i]);
  }
  return quotes;
}

Draft draft_of(const Reading& reading, const Items& items, const Candidate& cue,
               const Path& path) {
  Draft draft;
  draft.cue = tokens_of(items, cue.items);
  draft.speech = is_speech(reading, draft.cue);
  for (std::uint32_t i = 0; i < path.labels.size(); ++i) {
    const Range& here = items[i].tokens;
    switch (path.labels[i]) {
      case RoleChain::kContentBegin:
      case RoleChain::kContentAgain:
        if (draft.content.size() < kMaxSpans) draft.content.push_back(here);
        break;
      case RoleChain::kContentInside:
        if (draft.content.back().last == here.first) {
          draft.content.back().last = here.last;
        }
        break;
      case RoleChain::kSourceBegin:
        draft.source = here;
        break;
      case RoleChain::kSourceInside:
        draft.source.last = here.last;
        break;
      default:
        break;
    }
  }
  drop_remainders(reading, draft);
  return draft;
}

std::int32_t accept_bonus(const Reading& reading, const Draft& draft) {
  if (draft.content.empty()) return kColonBonus;
  std::uint32_t bytes = 0;
  for (const Range& range : draft.content) {
    bytes += reading.span_of(range).size();
  }
  return static_cast<std::int32_t>(kLengthBonus *
                                   std::log1p(static_cast<float>(bytes)));
}

// "Q1," said Ana Ruiz on Monday, "and Q2.": whether the cue and source of
// `draft` stand between its last content, an utterance, and the utterance at
// `token`, with no stop and few words after them.
bool is_interrupted(const Reading& reading, const Draft& draft,
                    std::uint32_t token) {
  if (draft.cue.empty() || draft.source.empty() || draft.content.empty() ||
      draft.content.size() >= kMaxSpans) {
    return false;
  }
  const Range& before = draft.content.back();
  const std::uint32_t begin = std::min(draft.cue.first, draft.source.first);
  const std::uint32_t end = std::max(draft.cue.last, draft.source.last);
  if (before.empty() || before.last > begin || end > token ||
      token - end > kMaxInterruption || !reading.spoken(before.last - 1)) {
    return false;
  }
  for (std::uint32_t i = before.last; i < token; ++i) {
    if (reading.spoken(i) || reading.clue(i).mark == Mark::kStop) return false;
  }
  return true;
}

// The utterances of a frame that no content of a draft holds yet.
class Unclaimed {
 public:
  Unclaimed(const Reading& reading, const std::vector<Draft>& drafts)
      : reading_(reading) {
    for (const Draft& draft : drafts) claim(draft);
  }

  void claim(const Draft& draft) {
    claimed_.insert(claimed_.end(), draft.content.begin(), draft.content.end());
  }

  // Whether `token` stands in one.
  bool at(std::uint32_t token) const {
    return reading_.spoken(token) &&
           std::none_of(claimed_.begin(), claimed_.end(), [&](Range range) {
             return range.first <= token && token < range.last;
           });
  }

  // Whether any of these utterances begins in `frame` and is one.
  bool any(Range frame, Range utterances) const {
    for (std::uint32_t k = utterances.first; k < utterances.last; ++k) {
      const Range& tokens = reading_.utterances[k].tokens;
      if (at(std::max(tokens.first, frame.first))) return true;
    }
    return false;
  }

  bool in(const Draft& draft) const {
    return std::any_of(
        draft.content.begin(), draft.content.end(),
        [this](Range range) { return !range.empty() && at(range.first); });
  }

 private:
  const Reading& reading_;
  std::vector<Range> claimed_;
};

// Gives utterances that no cue claims to the attribution that interrupts them.
void join_interrupted(const Reading& reading, Range frame, Range utterances,
                      std::vector<Draft>& drafts, Unclaimed& unclaimed) {
  for (std::uint32_t k = utterances.first; k < utterances.last; ++k) {
    const Range rest = reading.utterances[k].tokens;
    if (!unclaimed.at(std::max(rest.first, frame.first))) continue;
    const auto draft =
        std::find_if(drafts.begin(), drafts.end(), [&](const Draft& one) {
          return is_interrupted(reading, one, rest.first);
        });
    if (draft == drafts.end()) continue;
    draft->content.push_back(rest);
    unclaimed.claim(*draft);
  }
}

}  // namespace

Labeller::Labeller(const Reading& reading, const Model& model)
    : reading_(reading),
      model_(model),
      cues_(model.cues),
      roles_(model.roles) {}

const Path& Labeller::best_path(std::span<const Scores> scores, Range cue) {
  const Path& best = paths_.find(
      scores, cue, [](int state) { return state != RoleChain::kO; });
  if (!lacks_speaker(items_, best)) return best;
  best_ = best;
  const Path& named = paths_.find_again(scores, cue, RoleChain::has_both);
  if (best_.score - named.score < kSpeakerBonus) best_.labels = named.labels;
  return best_;
}

std::vector<Labeller::Choice> Labeller::choose(Range frame,
                                               CueFinder::Care care) {
  std::vector<Choice> choices;
  const std::vector<Candidate> cues = cues_.find(items_, care);
  if (cues.empty()) return choices;
  roles_.begin(items_);
  for (const Candidate& cue : cues) {
    std::int32_t accept = 0;
    const auto scores = roles_.score(items_, cue, accept);
    const Path& path = best_path(scores, cue.items);
    Draft draft = draft_of(reading_, items_, cue, path);
    const std::int32_t margin = path.score + accept;
    draft.margin = static_cast<float>(margin) * kWeightUnit;
    const std::int32_t score = margin + accept_bonus(reading_, draft);
    if (draft.content.empty()) {
      if (reading_.clue(frame.last - 1).mark != Mark::kColon) continue;
      if (draft.cue.last + kMaxBeforeColon < frame.last) continue;
      draft.content.push_back({frame.last, frame.last});
    }
    choices.push_back({std::move(draft), score});
  }
  return choices;
}

std::vector<Draft> Labeller::label(Range frame) {
  items_.assign(reading_, frame, model_.words);
  std::vector<Draft> drafts;
  for (Choice& choice : choose(frame, CueFinder::Care::kUsual)) {
    if (choice.score > 0) drafts.push_back(std::move(choice.draft));
  }
  const Range utterances = reading_.utterances_in(frame);
  if (utterances.empty()) return drafts;
  // An utterance that no cue claims is somebody's: the best that can be found
  // has it.
  Unclaimed unclaimed(reading_, drafts);
  join_interrupted(reading_, frame, utterances, drafts, unclaimed);
  if (!unclaimed.any(frame, utterances)) return drafts;
  std::vector<Choice> others = choose(frame, CueFinder::Care::kBold);
  std::stable_sort(
      others.begin(), others.end(),
      [](const Choice& a, const Choice& b) { return a.score > b.score; });
  for (Choice& other : others) {
    if (!unclaimed.in(other.draft)) continue;
    unclaimed.claim(other.draft);
    drafts.push_back(std::move(other.draft));
  }
  return drafts;
}

}  // namespace stemma::quote
