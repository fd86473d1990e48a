#include "quote/turns.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxLabel = 5;         // words
constexpr std::size_t kLeastTurns = 4;         // of an exchange
constexpr std::size_t kLeastLabels = 2;        // that come back
constexpr std::size_t kMaxContents = 12;       // paragraphs
constexpr std::uint32_t kMaxWithoutLabel = 3;  // paragraphs in a row
constexpr std::uint32_t kSentenceWords = 5;    // no "Ruiz: 547." of a table

struct Paragraph {
  Range tokens;
  Range label;  // empty: none
  std::uint64_t speaker = 0;
};

// "RUIZ:" or "Ana Ruiz:" at the begin of a paragraph, behind a mark that the
// transcript may stand in; empty if there is none. "Q:" and "A:" do not tell
// who speaks.
Range label_of(const Reading& reading, Range paragraph) {
  Range label{paragraph.first, paragraph.first};
  if (reading.clue(label.first).mark == Mark::kQuotation) ++label.first;
  label.last = label.first;
  std::uint32_t words = 0;
  for (; label.last < paragraph.last; ++label.last) {
    const Token& token = reading.tokens()[label.last];
    const Mark mark = reading.clue(label.last).mark;
    if (mark == Mark::kColon) break;
    if (mark == Mark::kStop && words > 0) continue;  // "Mr."
    if (token.kind != TokenKind::kWord || !token.capitalised) return {};
    if (++words > kMaxLabel) return {};
  }
  const bool is_letter =
      label.size() == 1 && reading.tokens()[label.first].span.size() == 1;
  const bool is_whole =
      words > 0 && !is_letter && label.last + 1 < paragraph.last;
  return is_whole ? label : Range{};
}

std::uint64_t speaker_of(const Reading& reading, Range label) {
  std::uint64_t hash = 0;
  for (std::uint32_t i = label.first; i < label.last; ++i) {
    hash = hash * 0x9E3779B97F4A7C15ULL + reading.tokens()[i].fold;
  }
  return hash;
}

std::vector<Paragraph> find_paragraphs(const Reading& reading) {
  std::vector<Paragraph> paragraphs;
  std::optional<std::uint32_t> number;
  for (const Sentence& sentence : reading.analysis->sentences) {
    if (sentence.first_token >= sentence.last_token) continue;
    if (number == sentence.paragraph) {
      paragraphs.back().tokens.last = sentence.last_token;
    } else {
      paragraphs.push_back(
          {{sentence.first_token, sentence.last_token}, {}, 0});
      number = sentence.paragraph;
    }
  }
  for (Paragraph& one : paragraphs) {
    one.label = label_of(reading, one.tokens);
    if (!one.label.empty()) one.speaker = speaker_of(reading, one.label);
  }
  return paragraphs;
}

// Forgets labels that come only once; whether what is left is an exchange, and
// no table.
bool is_exchange(std::span<Paragraph> paragraphs) {
  boost::unordered_flat_map<std::uint64_t, std::size_t> uses;
  for (const Paragraph& one : paragraphs) {
    if (!one.label.empty()) ++uses[one.speaker];
  }
  std::size_t turns = 0;
  std::size_t sentences = 0;
  std::size_t labels = 0;
  for (Paragraph& one : paragraphs) {
    if (one.label.empty()) continue;
    std::size_t& count = uses[one.speaker];
    if (count == 1) {
      one.label = {};
      continue;
    }
    ++turns;
    sentences += one.tokens.last - one.label.last > kSentenceWords;
    labels += count != 0;
    count = 0;  // each label is counted once
  }
  return turns >= kLeastTurns && labels >= kLeastLabels &&
         sentences * 2 >= turns;
}

// Marks at either end are no part of what was said.
Range without_marks(const Reading& reading, Range range) {
  while (!range.empty() && reading.clue(range.first).mark == Mark::kQuotation) {
    ++range.first;
  }
  while (!range.empty() &&
         reading.clue(range.last - 1).mark == Mark::kQuotation) {
    --range.last;
  }
  return range;
}

// The paragraphs without a label after that of `turn`, if another turn follows
// within a few; "(Applause.)" is nobody's words.
void add_rest(const Reading& reading, std::span<const Paragraph> after,
              Draft& turn) {
  std::size_t count = 0;
  while (count < after.size() && after[count].label.empty()) ++count;
  if (count == after.size() || count > kMaxWithoutLabel) return;
  for (const Paragraph& one : after.first(count)) {
    const Range words = without_marks(reading, one.tokens);
    if (words.empty() || reading.clue(words.first).mark == Mark::kBracket) {
      continue;
    }
    if (turn.content.size() < kMaxContents) turn.content.push_back(words);
  }
}

}  // namespace

std::vector<Draft> find_turns(const Reading& reading) {
  std::vector<Draft> turns;
  std::vector<Paragraph> paragraphs = find_paragraphs(reading);
  if (!is_exchange(paragraphs)) return turns;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Range label = paragraphs[i].label;
    if (label.empty()) continue;
    Draft turn;
    turn.source = label;
    turn.cue = {label.last, label.last + 1};
    turn.verbatim = true;
    const Range words =
        without_marks(reading, {label.last + 1, paragraphs[i].tokens.last});
    if (words.empty()) continue;
    turn.content.push_back(words);
    add_rest(reading, std::span(paragraphs).subspan(i + 1), turn);
    turns.push_back(std::move(turn));
  }
  return turns;
}

bool repeats_turn(const Draft& draft, const Draft& turn) {
  std::uint32_t held = 0;
  for (const Range& content : draft.content) {
    for (const Range& words : turn.content) {
      const std::uint32_t first = std::max(content.first, words.first);
      const std::uint32_t last = std::min(content.last, words.last);
      if (first >= last) continue;
      const bool reaches_out =
          content.first < words.first || content.last > words.last;
      if (reaches_out) return true;
      held = std::max(held, (last - first) * 4 / words.size());
    }
  }
  return held >= 3 || draft.cue == turn.cue || draft.source == turn.source;
}

}  // namespace stemma::quote
