#include "quote/labeller.h"

#include <algorithm>
#include <array>
#include <utility>

#include "quote/judge.h"

namespace stemma::quote {
namespace {

// What the judge must say of an attribution. Its cue is likely to be one; that
// suffices if it reports words between marks, which nearly always have a cue,
// else its content must not be hopeless. Or cue and content together are likely
// enough, and the others lack most of it: to miss much of what was said is
// worse than to name a cue too many. Set on articles held out of PolNeAR train.
constexpr std::int32_t kLeastCue = 0;
constexpr std::int32_t kLeastCueOfWords = -28;
constexpr std::int32_t kHopeless = -40;  // that it is right, if not even told
constexpr std::int32_t kLeastOfBoth = -8;
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

Draft draft_of(const Reading& reading, const Items& items,
               const Proposal& proposal) {
  Draft draft;
  draft.cue = tokens_of(items, proposal.cue.items);
  draft.speech = is_speech(reading, draft.cue);
  for (std::uint32_t i = 0; i < proposal.labels.size(); ++i) {
    const Range& here = items[i].tokens;
    switch (proposal.labels[i]) {
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

// Whether an attribution of which the judge says so is never taken.
bool is_out(const Scores& verdict) {
  return verdict[kIsCue] <= kLeastCueOfWords &&
         verdict[kIsCue] + verdict[kIsTold] <= kLeastOfBoth;
}

// Whether any content of a draft begins or ends between marks.
bool reports_words(const Reading& reading, const Draft& draft) {
  return std::any_of(
      draft.content.begin(), draft.content.end(), [&](Range range) {
        return !range.empty() &&
               (reading.spoken(range.first) || reading.spoken(range.last - 1));
      });
}

// What drafts report, as disjoint stretches in order.
class Reported {
 public:
  void add(const Draft& draft) {
    ranges_.insert(ranges_.end(), draft.content.begin(), draft.content.end());
    std::sort(ranges_.begin(), ranges_.end(),
              [](Range a, Range b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const Range& range : ranges_) {
      if (kept > 0 && range.first <= ranges_[kept - 1].last) {
        ranges_[kept - 1].last = std::max(ranges_[kept - 1].last, range.last);
      } else {
        ranges_[kept++] = range;
      }
    }
    ranges_.resize(kept);
  }

  // Whether it is less than half of what `draft` reports.
  bool lacks(const Draft& draft) const {
    std::uint32_t all = 0;
    std::uint32_t had = 0;
    for (const Range& own : draft.content) {
      all += own.size();
      for (const Range& range : ranges_) {
        had += Range{std::max(own.first, range.first),
                     std::min(own.last, range.last)}
                   .size();
      }
    }
    return had * 2 < all;
  }

 private:
  std::vector<Range> ranges_;
};

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
    : reading_(reading), model_(model), proposer_(model.cues, model.roles) {}

std::vector<Labeller::Choice> Labeller::choose(Range frame,
                                               CueFinder::Care care) {
  std::vector<Choice> choices;
  const std::vector<Proposal> proposals = proposer_.find(items_, care);
  std::array<Feature, kJudgeFeatures> features;
  for (std::size_t k = 0; k < proposals.size(); ++k) {
    judge_features(items_, proposals, k, features);
    WeightSum sum(model_.judge);
    for (const Feature one : features) sum(one);
    const Scores verdict = sum.scores();
    if (care == CueFinder::Care::kUsual && is_out(verdict)) continue;
    Draft draft = draft_of(reading_, items_, proposals[k]);
    if (draft.content.empty()) {
      if (reading_.clue(frame.last - 1).mark != Mark::kColon) continue;
      if (draft.cue.last + kMaxBeforeColon < frame.last) continue;
      draft.content.push_back({frame.last, frame.last});
    }
    draft.margin = static_cast<float>(verdict[kIsRight]) * kWeightUnit;
    choices.push_back({std::move(draft), verdict[kIsCue], verdict[kIsTold],
                       verdict[kIsRight]});
  }
  return choices;
}

bool Labeller::is_likely(const Choice& choice) const {
  if (reports_words(reading_, choice.draft)) {
    return choice.cue > kLeastCueOfWords;
  }
  return choice.cue > kLeastCue &&
         (choice.right > kHopeless || choice.told > 0);
}

std::vector<Draft> Labeller::take_likely(std::vector<Choice> choices) const {
  std::vector<Draft> drafts;
  Reported reported;
  const auto take = [&](Choice& choice) {
    reported.add(choice.draft);
    drafts.push_back(std::move(choice.draft));
  };
  const auto rest = std::stable_partition(
      choices.begin(), choices.end(),
      [this](const Choice& choice) { return is_likely(choice); });
  std::for_each(choices.begin(), rest, take);
  choices.erase(choices.begin(), rest);
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) {
                     return a.cue + a.told > b.cue + b.told;
                   });
  for (Choice& choice : choices) {
    if (choice.cue + choice.told <= kLeastOfBoth) break;
    if (choice.right <= kHopeless && choice.told <= 0) continue;
    if (reported.lacks(choice.draft)) take(choice);
  }
  return drafts;
}

std::vector<Draft> Labeller::label(Range frame) {
  items_.assign(reading_, frame, model_.words);
  std::vector<Draft> drafts =
      take_likely(choose(frame, CueFinder::Care::kUsual));
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
      [](const Choice& a, const Choice& b) { return a.cue > b.cue; });
  for (Choice& other : others) {
    if (!unclaimed.in(other.draft)) continue;
    unclaimed.claim(other.draft);
    drafts.push_back(std::move(other.draft));
  }
  return drafts;
}

}  // namespace stemma::quote
