#include "quote/reading.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "quote/interruptions.h"

namespace stemma::quote {
namespace {

// A region of this many words is somebody's utterance; a shorter one needs
// more signs (PolNeAR: 98 % of the regions of five words or more are part of
// an attributed content, 80 % of those of three or four).
constexpr std::uint32_t kSureWords = 5;
constexpr std::uint32_t kFewWords = 3;
constexpr std::uint32_t kMaxInterruption = 16;  // tokens between utterances

struct MarkClass {
  Mark mark;
  std::u32string_view marks;
};
constexpr std::array<MarkClass, 7> kMarkClasses = {{
    {Mark::kComma, U",\u060C\uFF0C\u3001"},
    {Mark::kStop, U".!?\u2026\u061F\u06D4\u3002\uFF01\uFF1F\uFF0E"},
    {Mark::kColon, U":\uFF1A"},
    {Mark::kSemicolon, U";\u061B\uFF1B"},
    {Mark::kDash, U"-\u2010\u2012\u2013\u2014\u2015"},
    {Mark::kBracket, U"()[]"},
    {Mark::kQuotation,
     U"\"'`\u00AB\u00BB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F"
     U"\u2039\u203A\u300A\u300B\u300C\u300D\u300E\u300F"},
}};

Mark mark_of(char32_t c) {
  for (const MarkClass& one : kMarkClasses) {
    if (one.marks.find(c) != std::u32string_view::npos) return one.mark;
  }
  return Mark::kOther;
}

// The tokens whose spans lie in `outer`, from those of the inside outwards.
Range outer_tokens(std::span<const Token> tokens, const QuotedRegion& region) {
  Range range{region.first_token, region.last_token};
  while (range.first > 0 &&
         tokens[range.first - 1].span.begin >= region.outer.begin) {
    --range.first;
  }
  while (range.last < tokens.size() &&
         tokens[range.last].span.end <= region.outer.end) {
    ++range.last;
  }
  return range;
}

class UtteranceFinder {
 public:
  UtteranceFinder(const Witness& witness, Reading& reading)
      : entities_(witness.analysis->entities),
        names_(witness.analysis->names),
        reading_(reading) {}

  void find() {
    const std::vector<Range> speech = find_dashed_speech(reading_);
    auto dashed = speech.begin();
    bool kept_last = false;
    for (const QuotedRegion& region : reading_.analysis->quoted) {
      for (; dashed != speech.end() && dashed->first < region.first_token;
           ++dashed) {
        add_dashed(*dashed);
      }
      if (region.level != 0 || region.first_token >= region.last_token) {
        continue;
      }
      const bool kept = (region.continues && kept_last) || speaks(region);
      if (kept) add(region);
      kept_last = kept;
    }
    for (; dashed != speech.end(); ++dashed) add_dashed(*dashed);
  }

 private:
  bool speaks(const QuotedRegion& region) const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    bool pause = false;
    bool inner_pause = false;
    for (std::uint32_t i = region.first_token; i < region.last_token; ++i) {
      const Token& token = reading_.tokens()[i];
      const Mark mark = reading_.clue(i).mark;
      words += token.kind != TokenKind::kPunctuation;
      capitals += token.capitalised && !token.function_word;
      pause |= mark == Mark::kComma || mark == Mark::kStop;
      inner_pause |= pause && i + 1 < region.last_token;
    }
    if (words == 0) return false;
    const Range outer = outer_tokens(reading_.tokens(), region);
    const bool led_in =
        beside_cue(outer) || before_is_colon(outer) || goes_on(outer);
    if (words < kSureWords && is_name(region)) return false;
    if (words <= 12 && !inner_pause && is_title(region, capitals) &&
        (!led_in || after_preposition(outer))) {
      return false;
    }
    if (words >= kSureWords) return true;
    if (words >= kFewWords) return pause || led_in || is_heading(outer);
    pause |= is_interrupted(outer);
    return pause && led_in && words + 1 >= kFewWords;
  }

  // "La presa", dijo ...: it opens a sentence, and a comma follows the marks.
  bool is_interrupted(Range outer) const {
    const bool opens =
        outer.first == 0 || reading_.clue(outer.first - 1).mark == Mark::kStop;
    return opens && outer.last < reading_.tokens().size() &&
           reading_.clue(outer.last).mark == Mark::kComma;
  }

  // The words are all of a heading.
  bool is_heading(Range outer) const {
    const auto& sentences = reading_.analysis->sentences;
    const auto sentence = std::lower_bound(
        sentences.begin(), sentences.end(), outer.first,
        [](const Sentence& s, std::uint32_t at) { return s.first_token < at; });
    return sentence != sentences.end() &&
           sentence->kind == SentenceKind::kHeading &&
           outer == Range{sentence->first_token, sentence->last_token};
  }

  // Every word that can be is capitalised, and not just the first.
  bool is_title(const QuotedRegion& region, std::uint32_t capitals) const {
    std::uint32_t substance = 0;
    for (std::uint32_t i = region.first_token; i < region.last_token; ++i) {
      const Token& token = reading_.tokens()[i];
      substance += token.kind == TokenKind::kWord && !token.function_word;
    }
    return capitals >= 2 && capitals == substance;
  }

  bool is_name(const QuotedRegion& region) const {
    const auto name = std::lower_bound(
        names_.begin(), names_.end(), region.inner.begin,
        [](const Name& a, std::uint32_t at) { return a.span.begin < at; });
    return name != names_.end() && name->span.begin == region.inner.begin &&
           name->span.end + 1 >= region.inner.end &&
           name->entity < entities_.size();
  }

  // "We will stay," said Ana Ruiz, "come what may": a comma or dash before it,
  // and an utterance before that in the sentence.
  bool goes_on(Range outer) const {
    if (reading_.utterances.empty() || outer.first == 0) return false;
    const Mark before = reading_.clue(outer.first - 1).mark;
    const std::uint32_t from = reading_.utterances.back().tokens.last;
    if ((before != Mark::kComma && before != Mark::kDash) ||
        outer.first > from + kMaxInterruption) {
      return false;
    }
    for (std::uint32_t i = from; i < outer.first; ++i) {
      if (reading_.clue(i).mark == Mark::kStop) return false;
    }
    return true;
  }

  // said on "Norvik This Morning"
  bool after_preposition(Range outer) const {
    return outer.first > 0 && reading_.is(outer.first - 1, kPreposition);
  }

  bool before_is_colon(Range outer) const {
    return outer.first > 0 &&
           reading_.clue(outer.first - 1).mark == Mark::kColon;
  }

  // A cue within a few words of the region, in the same sentence.
  bool beside_cue(Range outer) const {
    const auto tokens = reading_.tokens();
    for (std::uint32_t i = outer.first; i > 0 && i + 4 > outer.first; --i) {
      if (reading_.clue(i - 1).mark == Mark::kStop) break;
      if (reading_.is(i - 1, kNaming)) return false;
      if (is_cue(i - 1)) return true;
    }
    for (std::uint32_t i = outer.last; i < tokens.size() && i < outer.last + 4;
         ++i) {
      if (reading_.clue(i).mark == Mark::kStop) break;
      if (is_cue(i)) return true;
    }
    return false;
  }

  bool is_cue(std::uint32_t token) const {
    const CueForm* cue = reading_.words->cue_at(reading_.tokens(), token,
                                                reading_.tokens().size());
    return cue != nullptr && cue->speech && cue->precision >= 0.5F;
  }

  // The words between the marks are one utterance, or several where an
  // attribution stands between them.
  void add(const QuotedRegion& region) {
    const Range outer = outer_tokens(reading_.tokens(), region);
    add_words({outer, region.inner, region.continues, false},
              {region.first_token, region.last_token});
  }

  void add_dashed(Range speech) {
    add_words({speech, reading_.span_of(speech), false, false}, speech);
  }

  void add_words(Utterance utterance, Range words) {
    const Range outer = utterance.tokens;
    for (const Range& pause : find_interruptions(reading_, words)) {
      const Range before{utterance.tokens.first, pause.first};
      add_piece(utterance, before, words);
      utterance.tokens.first = pause.last;
      utterance.continues = false;
    }
    if (utterance.tokens.first == outer.first) {
      add_utterance(utterance, words.last - 1);
    } else {
      add_piece(utterance, {utterance.tokens.first, outer.last}, words);
    }
  }

  // A piece of an interrupted utterance; a comma at its end is no part of it.
  void add_piece(Utterance utterance, Range tokens, Range words) {
    Range inner{std::max(tokens.first, words.first),
                std::min(tokens.last, words.last)};
    while (!inner.empty() &&
           reading_.clue(inner.last - 1).mark == Mark::kComma) {
      --inner.last;
    }
    if (inner.empty()) return;
    utterance.tokens = tokens;
    utterance.inner = reading_.span_of(inner);
    add_utterance(utterance, inner.last - 1);
  }

  // `last`: the last token that is said.
  void add_utterance(Utterance utterance, std::uint32_t last) {
    utterance.ends_open = reading_.clue(last).mark != Mark::kStop;
    if (!reading_.utterances.empty() &&
        reading_.utterances.back().tokens.last > utterance.tokens.first) {
      return;
    }
    const auto index = static_cast<std::uint32_t>(reading_.utterances.size());
    for (std::uint32_t i = utterance.tokens.first; i < utterance.tokens.last;
         ++i) {
      reading_.clues[i].utterance = index;
    }
    reading_.utterances.push_back(utterance);
  }

  const std::vector<Entity>& entities_;
  const std::vector<Name>& names_;
  Reading& reading_;
};

}  // namespace

Range Reading::utterances_in(Range range) const {
  const auto first = std::partition_point(
      utterances.begin(), utterances.end(),
      [&](const Utterance& one) { return one.tokens.last <= range.first; });
  auto last = first;
  while (last != utterances.end() && last->tokens.first < range.last) ++last;
  return {static_cast<std::uint32_t>(first - utterances.begin()),
          static_cast<std::uint32_t>(last - utterances.begin())};
}

Reading read_clues(const Witness& witness) {
  Reading reading;
  reading.text = witness.report->text;
  reading.analysis = witness.analysis;
  reading.words = &words_of(witness.analysis->language);
  reading.clues.resize(witness.analysis->tokens.size());
  for (std::size_t i = 0; i < reading.clues.size(); ++i) {
    const Token& token = witness.analysis->tokens[i];
    Clue& clue = reading.clues[i];
    if (token.kind == TokenKind::kPunctuation) {
      clue.mark = mark_of(decode_utf8(reading.text, token.span.begin).value);
    } else {
      clue.classes = reading.words->classes(token);
    }
  }
  UtteranceFinder(witness, reading).find();
  return reading;
}

}  // namespace stemma::quote
