#include <algorithm>
#include <optional>
#include <span>

#include "quote/draft.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxGap = 24;        // cue to utterance
constexpr std::uint32_t kMaxAddressee = 10;  // cue to complementizer
constexpr std::uint32_t kMaxTail = 6;        // cue to the end: "..., S said."
constexpr std::uint32_t kMinContent = 2;     // tokens of indirect content
constexpr std::uint32_t kMaxOpening =
    5;  // tokens of an opening that is no clause
constexpr std::size_t kMaxContents = 12;
constexpr std::uint32_t kMaxClause = 400;   // tokens looked at in one go
constexpr std::size_t kMaxDraftsBack = 16;  // of a frame

// The attributions of one frame, cue by cue. Tokens that one attribution has
// taken as content are not taken by another but inside indirect content.
class FrameDrafter {
 public:
  FrameDrafter(const Reading& reading, Range frame, std::vector<bool>& taken)
      : reading_(reading),
        frame_(frame),
        cues_(find_cues(reading, frame)),
        taken_(taken) {}

  std::vector<Draft> run() {
    for (std::size_t i = 0; i < cues_.size(); ++i) {
      std::optional<Draft> draft = from_cue(i);
      if (draft && !draft->content.empty()) {
        std::sort(draft->content.begin(), draft->content.end(),
                  [](Range a, Range b) { return a.first < b.first; });
        take_utterances(reading_, {&*draft, 1}, taken_);
        drafts_.push_back(std::move(*draft));
      }
    }
    if (drafts_.empty()) from_colon();
    return std::move(drafts_);
  }

 private:
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
  std::uint32_t chunk_begin(std::uint32_t at) const {
    std::uint32_t begin = frame_.first;
    const std::size_t drafts = std::min(drafts_.size(), kMaxDraftsBack);
    for (const Draft& draft : std::span(drafts_).last(drafts)) {
      for (const Range& range : draft.content) {
        if (range.last <= at) begin = std::max(begin, range.last);
      }
      if (draft.cue.last <= at) begin = std::max(begin, draft.cue.last);
      if (draft.source.last <= at) begin = std::max(begin, draft.source.last);
    }
    while (begin < at && reading_.clue(begin).mark != Mark::kNone &&
           !reading_.spoken(begin) &&
           reading_.clue(begin).mark != Mark::kBracket) {
      ++begin;
    }
    return begin;
  }

  // The end of indirect content that begins at `begin`: before the frame's
  // final stop, ", and S said", ", adding", ", according to".
  std::uint32_t clause_end(std::uint32_t begin, std::size_t cue_index) const {
    std::uint32_t end = std::min(frame_.last, begin + kMaxClause);
    for (std::uint32_t i = begin; i < end; ++i) {
      if (reading_.clue(i).mark == Mark::kSemicolon && !reading_.spoken(i)) {
        end = i;
      }
    }
    for (std::size_t k = cue_index + 1; k < cues_.size(); ++k) {
      const Cue& next = cues_[k];
      const std::uint32_t at = next.tokens.first;
      if (at >= end) break;
      if (at <= begin) continue;
      if (next.form->kind == CueKind::kParticiple && comma(at - 1)) end = at;
      if (next.form->kind == CueKind::kBefore && at > begin + 3) end = at;
      if (next.form->kind == CueKind::kVerb) {
        const Range source = source_before(reading_, begin, at);
        const std::uint32_t link = source.empty() ? at : source.first;
        if (link > begin + 2 && comma(link - 2) &&
            reading_.is(link - 1, kClauseWord)) {
          end = link - 1;
        }
      }
    }
    while (end > begin && !reading_.spoken(end - 1) &&
           (reading_.clue(end - 1).mark == Mark::kStop ||
            reading_.clue(end - 1).mark == Mark::kComma ||
            reading_.clue(end - 1).mark == Mark::kDash ||
            reading_.clue(end - 1).mark == Mark::kQuotation)) {
      --end;
    }
    return end;
  }

  std::optional<Draft> from_cue(std::size_t index) {
    const Cue& cue = cues_[index];
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
    while (gap > frame_.first && !reading_.spoken(gap - 1) &&
           verb - gap < kMaxGap) {
      --gap;
    }
    if (gap == frame_.first) return {};
    if (!free_utterance(gap - 1)) return after_taken(index, gap, draft);
    const Range said = utterance_at(gap - 1);
    if (index > 0 && cues_[index - 1].tokens.last > gap) return {};
    const bool pause = comma(gap) || reading_.clue(gap).mark == Mark::kDash;
    std::uint32_t first = gap;
    while (first < verb &&
           (comma(first) || reading_.clue(first).mark == Mark::kDash)) {
      ++first;
    }
    std::uint32_t after = draft.cue.last;
    if (reading_.is(gap, kQuoteParticle)) {
      draft.source = topic_before(said.first);
      draft.content.push_back(said);
      return draft;
    }
    if (first == verb) {
      draft.source = source_after(reading_, draft.cue.last, frame_.last);
      if (draft.source.empty()) {
        draft.source = source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
    } else {
      draft.source = source_before(reading_, first, verb);
      if (draft.source.first > first + 1) return {};
    }
    if (draft.source.empty()) return {};
    const std::uint32_t begin = chunk_begin(said.first);
    const bool whole = begin >= said.first;
    const bool closed =
        !reading_.utterances[reading_.clue(said.first).utterance].ends_open;
    const bool inner_comma =
        said.size() > 2 && reading_.clue(said.last - 2).mark == Mark::kComma;
    if (!pause && !whole && !inner_comma && !closed) return {};
    draft.content.push_back({std::min(begin, said.first), said.last});
    add_following(index, after, draft);
    return draft;
  }

  // Q1, V S, Q2, V2 S2, Q3: Q2 is of the first cue, Q3 of the second.
  std::optional<Draft> after_taken(std::size_t index, std::uint32_t gap,
                                   Draft draft) {
    if (!reading_.spoken(gap - 1)) return {};
    std::uint32_t first = gap;
    while (first < draft.cue.first &&
           (comma(first) || reading_.clue(first).mark == Mark::kDash)) {
      ++first;
    }
    std::uint32_t after = draft.cue.last;
    if (first < draft.cue.first) {
      draft.source = source_before(reading_, first, draft.cue.first);
      if (draft.source.first > first + 1) return {};
    } else {
      draft.source = source_after(reading_, after, frame_.last);
      if (draft.source.empty()) {
        draft.source = source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
    }
    if (draft.source.empty()) return {};
    add_following(index, after, draft);
    if (draft.content.empty()) return {};
    return draft;
  }

  // Japanese: what stands before the topic mark before the utterance.
  Range topic_before(std::uint32_t utterance) const {
    if (utterance <= frame_.first || !reading_.is(utterance - 1, kTopicMark)) {
      return {};
    }
    return source_before(reading_, chunk_begin(utterance - 1), utterance - 1);
  }

  // "a-t-il dit": the pronoun is a helper of the cue.
  Range source_within_cue(Range cue) const {
    for (std::uint32_t i = cue.first; i < cue.last; ++i) {
      if (reading_.is(i, kPronoun)) return {i, i + 1};
    }
    return {};
  }

  // The utterance that follows cue and source after a comma or colon.
  void add_following(std::size_t index, std::uint32_t after, Draft& draft) {
    std::uint32_t at = after;
    while (in_frame(at) && !reading_.spoken(at) && at - after <= kMaxGap &&
           !(stop(at) && !dash(at + 1))) {
      ++at;
    }
    if (!free_utterance(at) || at - after > kMaxGap) return;
    if (index + 1 < cues_.size() && cues_[index + 1].tokens.first < at) return;
    const bool led = at > after && (comma(at - 1) || colon(at - 1) ||
                                    reading_.clue(at - 1).mark == Mark::kDash);
    if (at != after && !led) return;
    draft.content.push_back(utterance_at(at));
  }

  // C , S V . and C , V S .
  std::optional<Draft> after_clause(std::size_t index, Draft draft) {
    const std::uint32_t verb = draft.cue.first;
    std::uint32_t after = draft.cue.last;
    std::uint32_t content_end = 0;
    if (verb > frame_.first && comma(verb - 1)) {
      draft.source = source_after(reading_, draft.cue.last, frame_.last);
      if (draft.source.empty()) {
        draft.source = source_within_cue(draft.cue);
      } else {
        after = draft.source.last;
      }
      content_end = verb - 1;
    } else {
      draft.source = source_before(reading_, frame_.first, verb);
      if (draft.source.empty() || draft.source.first == frame_.first ||
          !comma(draft.source.first - 1)) {
        return {};
      }
      content_end = draft.source.first - 1;
    }
    if (draft.source.empty()) return {};
    if (tail_length(after) > kMaxTail) return {};
    const std::uint32_t begin = chunk_begin(content_end);
    if (content_end < begin + kMinContent) return {};
    if (index > 0 && cues_[index - 1].tokens.last + 1 >= content_end) return {};
    draft.content.push_back({begin, content_end});
    return draft;
  }

  std::uint32_t tail_length(std::uint32_t after) const {
    std::uint32_t i = after;
    while (in_frame(i) && !stop(i) && i - after <= kMaxTail) {
      if (reading_.spoken(i) || reading_.is(i, kComplementizer)) {
        return kMaxTail + 1;
      }
      if (comma(i)) break;
      ++i;
    }
    return i - after;
  }

  // S V Q, S V that C, V S that C.
  std::optional<Draft> before_content(std::size_t index, Draft draft) {
    draft.source =
        source_before(reading_, chunk_begin(draft.cue.first), draft.cue.first);
    std::uint32_t from = draft.cue.last;
    if (draft.source.empty()) {
      const std::uint32_t opening = content_opening(from);
      if (opening == from) return {};
      draft.source = source_after(reading_, from, opening);
      if (draft.source.empty()) return {};
      from = draft.source.last;
    }
    return with_content(index, from, std::move(draft));
  }

  // The complementizer, colon or utterance after a cue, or `from`.
  std::uint32_t content_opening(std::uint32_t from) const {
    for (std::uint32_t i = from; in_frame(i) && i < from + kMaxGap; ++i) {
      if (reading_.spoken(i) || colon(i)) return i;
      if (reading_.is(i, kComplementizer)) return i;
      if (stop(i)) return from;
    }
    return from;
  }

  std::optional<Draft> with_content(std::size_t index, std::uint32_t from,
                                    Draft draft) {
    std::uint32_t at = from;
    while (in_frame(at) && !reading_.spoken(at) && !stop(at) &&
           at - from < kMaxGap && !colon(at)) {
      ++at;
    }
    if (colon(at) && at - from < kMaxGap) {
      const std::uint32_t next = at + 1;
      if (next == frame_.last) {
        draft.content.push_back({frame_.last, frame_.last});
        return draft;  // the utterance is the next frame's
      }
      if (free_utterance(next)) {
        add_run(next, draft);
        return draft;
      }
    }
    if (free_utterance(at) && (at == from || comma(at - 1)) &&
        !reading_.is(from, kComplementizer)) {
      add_run(at, draft);
      return draft;
    }
    return indirect(index, from, std::move(draft));
  }

  // Utterances side by side, and what follows the last without a pause:
  // [said] "we will win" the vote.
  void add_run(std::uint32_t at, Draft& draft) const {
    Range run = utterance_at(at);
    while (free_utterance(run.last) && draft.content.size() < kMaxContents) {
      draft.content.push_back(run);
      run = utterance_at(run.last);
    }
    std::uint32_t end = run.last;
    if (in_frame(end) && reading_.clue(end).mark == Mark::kNone &&
        !reading_.is(end, kClauseWord | kPreposition) &&
        reading_.utterances[reading_.clue(at).utterance].ends_open) {
      const std::uint32_t limit = end + kMaxClause;
      while (end < limit && in_frame(end) && !stop(end) && !comma(end)) ++end;
    }
    draft.content.push_back({run.first, end});
  }

  std::optional<Draft> indirect(std::size_t index, std::uint32_t from,
                                Draft draft) {
    if (comma(from)) ++from;
    std::uint32_t begin = from;
    for (std::uint32_t i = from; in_frame(i) && i < from + kMaxAddressee; ++i) {
      if (reading_.spoken(i) || comma(i) || colon(i)) break;
      if (reading_.is(i, kComplementizer)) {
        begin = i;
        break;
      }
    }
    const std::uint32_t end = clause_end(begin, index);
    if (end < begin + kMinContent || comma(begin)) return {};
    draft.content.push_back({begin, end});
    return draft;
  }

  // ", adding that C"
  std::optional<Draft> from_participle(std::size_t index, Draft draft) {
    if (!drafts_.empty()) {
      draft.source = drafts_.back().source;
    } else if (draft.cue.first > frame_.first + 1) {
      draft.source = subject_of_frame(draft.cue.first);
    }
    draft.inherits = draft.source.empty();
    const std::uint32_t from = draft.cue.last;
    return with_content(index, from, std::move(draft));
  }

  // The name or pronoun with which the frame begins.
  Range subject_of_frame(std::uint32_t before) const {
    if (reading_.is(frame_.first, kPronoun)) {
      return {frame_.first, frame_.first + 1};
    }
    const auto& names = reading_.analysis->names;
    const auto first =
        std::lower_bound(names.begin(), names.end(), frame_.first,
                         [](const Name& name, std::uint32_t at) {
                           return name.first_token < at;
                         });
    const auto limit = frame_.first + kMaxClause;
    for (auto name = first; name != names.end(); ++name) {
      if (name->last_token > before || name->first_token >= limit) break;
      if (!reading_.spoken(name->first_token)) {
        return {name->first_token, name->last_token};
      }
    }
    return {};
  }

  // "according to S, C" and "C, according to S"
  std::optional<Draft> from_phrase(std::size_t index, Draft draft) {
    draft.source = source_after(reading_, draft.cue.last, frame_.last);
    if (draft.source.empty()) return {};
    const std::uint32_t begin = chunk_begin(draft.cue.first);
    std::uint32_t end = draft.cue.first;
    while (end > begin && comma(end - 1)) --end;
    if (end >= begin + kMinContent) {
      draft.content.push_back({begin, end});
      // "The dyke broke, according to S" is whole; what opens a sentence in a
      // few words and no pause goes on after the source.
      if (end == draft.cue.first && end <= begin + kMaxOpening) {
        add_rest(index, draft);
      }
      return draft;
    }
    if (!add_rest(index, draft)) {
      // What was taken for an apposition is the content.
      std::uint32_t pause = draft.cue.last;
      const std::uint32_t limit = pause + kMaxClause;
      while (pause < limit && in_frame(pause) && !comma(pause)) ++pause;
      draft.source = source_after(reading_, draft.cue.last, pause);
      add_rest(index, draft);
    }
    return draft;
  }

  // What follows the source becomes content, if there is enough of it.
  bool add_rest(std::size_t index, Draft& draft) const {
    std::uint32_t after = draft.source.last;
    while (comma(after)) ++after;
    const std::uint32_t close = clause_end(after, index);
    if (close < after + kMinContent) return false;
    draft.content.push_back({after, close});
    return true;
  }

  // "S zufolge C", "C, S zufolge"
  std::optional<Draft> from_postposition(std::size_t index, Draft draft) {
    const std::uint32_t begin = chunk_begin(draft.cue.first);
    draft.source = source_before(reading_, begin, draft.cue.first);
    if (draft.source.empty()) return {};
    std::uint32_t end = draft.source.first;
    while (end > begin && comma(end - 1)) --end;
    if (end >= begin + kMinContent) {
      draft.content.push_back({begin, end});
      return draft;
    }
    const std::uint32_t close = clause_end(draft.cue.last, index);
    draft.content.push_back({draft.cue.last, close});
    return draft;
  }

  // S: "Q", with a name in S, where no cue is found.
  void from_colon() {
    for (std::uint32_t i = frame_.first + 1; i + 1 < frame_.last; ++i) {
      if (reading_.spoken(i)) return;
      if (!colon(i)) continue;
      const Range source{frame_.first, i};
      if (!free_utterance(i + 1) || source.size() > kMaxAddressee) return;
      if (subject_of_frame(i).empty()) return;
      Draft draft;
      draft.cue = {i, i + 1};
      draft.source = source;
      add_run(i + 1, draft);
      take_utterances(reading_, {&draft, 1}, taken_);
      drafts_.push_back(std::move(draft));
      return;
    }
  }

  const Reading& reading_;
  Range frame_;
  std::vector<Cue> cues_;
  std::vector<bool>& taken_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> match_patterns(const Reading& reading, Range frame,
                                  std::vector<bool>& taken) {
  return FrameDrafter(reading, frame, taken).run();
}

}  // namespace stemma::quote
