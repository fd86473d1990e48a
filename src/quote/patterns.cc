#include <algorithm>
#include <optional>
#include <span>

#include "quote/draft.h"
#include "quote/frame_view.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxAddressee = 10;  // cue to complementizer
constexpr std::uint32_t kMaxTail = 6;        // cue to the end: "..., S said."
// Tokens of an opening that is no clause.
constexpr std::uint32_t kMaxOpening = 5;

// The attributions of one frame, cue by cue. Tokens that one attribution has
// taken as content are not taken by another but inside indirect content.
class FrameDrafter {
 public:
  FrameDrafter(const Reading& reading, Range frame, std::vector<bool>& taken)
      : reading_(reading), view_(reading, frame, taken) {}

  std::vector<Draft> run() {
    for (std::size_t i = 0; i < view_.cues().size(); ++i) {
      std::optional<Draft> draft = from_cue(i);
      if (draft && !draft->content.empty()) view_.add(std::move(*draft));
    }
    if (view_.drafts().empty()) from_colon();
    return std::move(view_.drafts());
  }

 private:
  std::optional<Draft> from_cue(std::size_t index) {
    const Cue& cue = view_.cues()[index];
    Draft draft;
    draft.cue = cue.tokens;
    draft.speech = cue.form->speech;
    draft.confidence = cue.form->precision;
    switch (cue.form->kind) {
      case CueKind::kBefore:
        return from_phrase(index, draft);
      case CueKind::kAfter:
        return from_postposition(index, draft);
      case CueKind::kParticiple:
        return from_participle(index, draft);
      case CueKind::kVerb:
        break;
    }
    if (auto direct = after_utterance(index, draft)) return direct;
    if (auto trailing = after_clause(index, draft)) return trailing;
    return before_content(index, draft);
  }

  // Q , S V . and Q , V S . with a second utterance after them.
  std::optional<Draft> after_utterance(std::size_t index, Draft draft) {
    const std::uint32_t verb = draft.cue.first;
    std::uint32_t gap = verb;
    while (gap > view_.frame().first && !reading_.spoken(gap - 1) &&
           verb - gap < kMaxGap) {
      --gap;
    }
    if (gap == view_.frame().first) return {};
    if (!view_.free_utterance(gap - 1)) return after_taken(index, gap, draft);
    const Range said = view_.utterance_at(gap - 1);
    if (index > 0 && view_.cues()[index - 1].tokens.last > gap) return {};
    const bool pause =
        view_.comma(gap) || reading_.clue(gap).mark == Mark::kDash;
    std::uint32_t first = gap;
    while (first < verb &&
           (view_.comma(first) || reading_.clue(first).mark == Mark::kDash)) {
      ++first;
    }
    std::uint32_t after = draft.cue.last;
    if (reading_.is(gap, kQuoteParticle)) {
      draft.source = view_.topic_before(said.first);
      draft.content.push_back(said);
      return draft;
    }
    if (first == verb) {
      draft.source = source_after(reading_, draft.cue.last, view_.frame().last);
      if (draft.source.empty()) {
        draft.source = view_.source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
    } else {
      draft.source = source_before(reading_, first, verb);
      if (draft.source.first > first + 1) return {};
    }
    if (draft.source.empty()) return {};
    const std::uint32_t begin = view_.chunk_begin(said.first);
    const bool whole = begin >= said.first;
    const bool closed =
        !reading_.utterances[reading_.clue(said.first).utterance].ends_open;
    const bool inner_comma =
        said.size() > 2 && reading_.clue(said.last - 2).mark == Mark::kComma;
    if (!pause && !whole && !inner_comma && !closed) return {};
    draft.content.push_back({std::min(begin, said.first), said.last});
    view_.add_following(index, after, draft);
    return draft;
  }

  // Q1, V S, Q2, V2 S2, Q3: Q2 is of the first cue, Q3 of the second.
  std::optional<Draft> after_taken(std::size_t index, std::uint32_t gap,
                                   Draft draft) {
    if (!reading_.spoken(gap - 1)) return {};
    std::uint32_t first = gap;
    while (first < draft.cue.first &&
           (view_.comma(first) || reading_.clue(first).mark == Mark::kDash)) {
      ++first;
    }
    std::uint32_t after = draft.cue.last;
    if (first < draft.cue.first) {
      draft.source = source_before(reading_, first, draft.cue.first);
      if (draft.source.first > first + 1) return {};
    } else {
      draft.source = source_after(reading_, after, view_.frame().last);
      if (draft.source.empty()) {
        draft.source = view_.source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
    }
    if (draft.source.empty()) return {};
    view_.add_following(index, after, draft);
    if (draft.content.empty()) return {};
    return draft;
  }

  // C , S V . and C , V S .
  std::optional<Draft> after_clause(std::size_t index, Draft draft) {
    const std::uint32_t verb = draft.cue.first;
    std::uint32_t after = draft.cue.last;
    std::uint32_t content_end = 0;
    if (verb > view_.frame().first && view_.comma(verb - 1)) {
      draft.source = source_after(reading_, draft.cue.last, view_.frame().last);
      if (draft.source.empty()) {
        draft.source = view_.source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
      content_end = verb - 1;
    } else {
      draft.source = source_before(reading_, view_.frame().first, verb);
      if (draft.source.empty() || draft.source.first == view_.frame().first ||
          !view_.comma(draft.source.first - 1)) {
        return {};
      }
      content_end = draft.source.first - 1;
    }
    if (draft.source.empty()) return {};
    if (view_.tail_length(after, kMaxTail) > kMaxTail) return {};
    const std::uint32_t begin = view_.chunk_begin(content_end);
    if (content_end < begin + kMinContent) return {};
    if (index > 0 && view_.cues()[index - 1].tokens.last + 1 >= content_end)
      return {};
    draft.content.push_back({begin, content_end});
    return draft;
  }

  // S V Q, S V that C, V S that C.
  std::optional<Draft> before_content(std::size_t index, Draft draft) {
    draft.source = source_before(reading_, view_.chunk_begin(draft.cue.first),
                                 draft.cue.first);
    std::uint32_t from = draft.cue.last;
    if (draft.source.empty()) {
      const std::uint32_t opening = view_.content_opening(from);
      if (opening == from) return {};
      draft.source = source_after(reading_, from, opening);
      if (draft.source.empty()) return {};
      from = draft.source.last;
    }
    return with_content(index, from, std::move(draft));
  }

  std::optional<Draft> with_content(std::size_t index, std::uint32_t from,
                                    Draft draft) {
    std::uint32_t at = from;
    while (view_.in_frame(at) && !reading_.spoken(at) && !view_.stop(at) &&
           at - from < kMaxGap && !view_.colon(at)) {
      ++at;
    }
    if (view_.colon(at) && at - from < kMaxGap) {
      const std::uint32_t next = at + 1;
      if (next == view_.frame().last) {
        draft.content.push_back({view_.frame().last, view_.frame().last});
        return draft;  // the utterance is the next frame's
      }
      if (view_.free_utterance(next)) {
        view_.add_run(next, draft);
        return draft;
      }
    }
    if (view_.free_utterance(at) && (at == from || view_.comma(at - 1)) &&
        !reading_.is(from, kComplementizer)) {
      view_.add_run(at, draft);
      return draft;
    }
    return indirect(index, from, std::move(draft));
  }

  std::optional<Draft> indirect(std::size_t index, std::uint32_t from,
                                Draft draft) {
    if (view_.comma(from)) ++from;
    std::uint32_t begin = from;
    for (std::uint32_t i = from; view_.in_frame(i) && i < from + kMaxAddressee;
         ++i) {
      if (reading_.spoken(i) || view_.comma(i) || view_.colon(i)) break;
      if (reading_.is(i, kComplementizer)) {
        begin = i;
        break;
      }
    }
    const std::uint32_t end = view_.clause_end(begin, index);
    if (end < begin + kMinContent || view_.comma(begin)) return {};
    draft.content.push_back({begin, end});
    return draft;
  }

  // ", adding that C"
  std::optional<Draft> from_participle(std::size_t index, Draft draft) {
    if (!view_.drafts().empty()) {
      draft.source = view_.drafts().back().source;
    } else if (draft.cue.first > view_.frame().first + 1) {
      draft.source = view_.subject(draft.cue.first);
    }
    draft.inherits = draft.source.empty();
    const std::uint32_t from = draft.cue.last;
    return with_content(index, from, std::move(draft));
  }

  // "according to S, C" and "C, according to S"
  std::optional<Draft> from_phrase(std::size_t index, Draft draft) {
    draft.source = source_after(reading_, draft.cue.last, view_.frame().last);
    if (draft.source.empty()) return {};
    const std::uint32_t begin = view_.chunk_begin(draft.cue.first);
    std::uint32_t end = draft.cue.first;
    while (end > begin && view_.comma(end - 1)) --end;
    if (end >= begin + kMinContent) {
      draft.content.push_back({begin, end});
      // "The dyke broke, according to S" is whole; what opens a sentence in a
      // few words and no pause goes on after the source.
      if (end == draft.cue.first && end <= begin + kMaxOpening) {
        view_.add_rest(index, draft);
      }
      return draft;
    }
    if (!view_.add_rest(index, draft)) {
      // What was taken for an apposition is the content.
      std::uint32_t pause = draft.cue.last;
      const std::uint32_t limit = pause + kMaxClause;
      while (pause < limit && view_.in_frame(pause) && !view_.comma(pause))
        ++pause;
      draft.source = source_after(reading_, draft.cue.last, pause);
      view_.add_rest(index, draft);
    }
    return draft;
  }

  // "S zufolge C", "C, S zufolge"
  std::optional<Draft> from_postposition(std::size_t index, Draft draft) {
    const std::uint32_t begin = view_.chunk_begin(draft.cue.first);
    draft.source = source_before(reading_, begin, draft.cue.first);
    if (draft.source.empty()) return {};
    std::uint32_t end = draft.source.first;
    while (end > begin && view_.comma(end - 1)) --end;
    if (end >= begin + kMinContent) {
      draft.content.push_back({begin, end});
      return draft;
    }
    const std::uint32_t close = view_.clause_end(draft.cue.last, index);
    draft.content.push_back({draft.cue.last, close});
    return draft;
  }

  // S: "Q", with a name in S, where no cue is found.
  void from_colon() {
    for (std::uint32_t i = view_.frame().first + 1; i + 1 < view_.frame().last;
         ++i) {
      if (reading_.spoken(i)) return;
      if (!view_.colon(i)) continue;
      const Range source{view_.frame().first, i};
      if (!view_.free_utterance(i + 1) || source.size() > kMaxAddressee) return;
      if (view_.subject(i).empty()) return;
      Draft draft;
      draft.cue = {i, i + 1};
      draft.source = source;
      view_.add_run(i + 1, draft);
      view_.add(std::move(draft));
      return;
    }
  }

  const Reading& reading_;
  FrameView view_;
};

}  // namespace

std::vector<Draft> match_patterns(const Reading& reading, Range frame,
                                  std::vector<bool>& taken) {
  return FrameDrafter(reading, frame, taken).run();
}

}  // namespace stemma::quote
