#include "quote/frame_view.h"

#include <algorithm>
#include <span>
#include <utility>

namespace stemma::quote {
namespace {

constexpr std::size_t kMaxContents = 12;
constexpr std::size_t kMaxDraftsBack = 16;  // of a frame

}  // namespace

FrameView::FrameView(const Reading& reading, Range frame,
                     std::vector<bool>& taken)
    : reading_(reading),
      frame_(frame),
      cues_(find_cues(reading, frame)),
      taken_(taken) {}

void FrameView::add(Draft draft) {
  std::sort(draft.content.begin(), draft.content.end(),
            [](Range a, Range b) { return a.first < b.first; });
  take_utterances(reading_, {&draft, 1}, taken_);
  drafts_.push_back(std::move(draft));
}

std::uint32_t FrameView::chunk_begin(std::uint32_t at) const {
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

std::uint32_t FrameView::clause_end(std::uint32_t begin,
                                    std::size_t cue_index) const {
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

Range FrameView::topic_before(std::uint32_t utterance) const {
  if (utterance <= frame_.first || !reading_.is(utterance - 1, kTopicMark)) {
    return {};
  }
  return source_before(reading_, chunk_begin(utterance - 1), utterance - 1);
}

Range FrameView::source_within_cue(Range cue) const {
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    if (reading_.is(i, kPronoun)) return {i, i + 1};
  }
  return {};
}

Range FrameView::subject(std::uint32_t before) const {
  if (reading_.is(frame_.first, kPronoun)) {
    return {frame_.first, frame_.first + 1};
  }
  const auto& names = reading_.analysis->names;
  const auto first = std::lower_bound(
      names.begin(), names.end(), frame_.first,
      [](const Name& name, std::uint32_t at) { return name.first_token < at; });
  const auto limit = frame_.first + kMaxClause;
  for (auto name = first; name != names.end(); ++name) {
    if (name->last_token > before || name->first_token >= limit) break;
    if (!reading_.spoken(name->first_token)) {
      return {name->first_token, name->last_token};
    }
  }
  return {};
}

std::uint32_t FrameView::content_opening(std::uint32_t from) const {
  for (std::uint32_t i = from; in_frame(i) && i < from + kMaxGap; ++i) {
    if (reading_.spoken(i) || colon(i)) return i;
    if (reading_.is(i, kComplementizer)) return i;
    if (stop(i)) return from;
  }
  return from;
}

std::uint32_t FrameView::tail_length(std::uint32_t after,
                                     std::uint32_t most) const {
  std::uint32_t i = after;
  while (in_frame(i) && !stop(i) && i - after <= most) {
    if (reading_.spoken(i) || reading_.is(i, kComplementizer)) {
      return most + 1;
    }
    if (comma(i)) break;
    ++i;
  }
  return i - after;
}

void FrameView::add_following(std::size_t cue_index, std::uint32_t after,
                              Draft& draft) const {
  std::uint32_t at = after;
  while (in_frame(at) && !reading_.spoken(at) && at - after <= kMaxGap &&
         !(stop(at) && !dash(at + 1))) {
    ++at;
  }
  if (!free_utterance(at) || at - after > kMaxGap) return;
  if (cue_index + 1 < cues_.size() && cues_[cue_index + 1].tokens.first < at) {
    return;
  }
  const bool led = at > after && (comma(at - 1) || colon(at - 1) ||
                                  reading_.clue(at - 1).mark == Mark::kDash);
  if (at != after && !led) return;
  draft.content.push_back(utterance_at(at));
}

void FrameView::add_run(std::uint32_t at, Draft& draft) const {
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

bool FrameView::add_rest(std::size_t cue_index, Draft& draft) const {
  std::uint32_t after = draft.source.last;
  while (comma(after)) ++after;
  const std::uint32_t close = clause_end(after, cue_index);
  if (close < after + kMinContent) return false;
  draft.content.push_back({after, close});
  return true;
}

}  // namespace stemma::quote
