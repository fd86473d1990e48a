// An interruption is what stands between two marks, a comma or a dash by the
// habit of the language, and is a cue of saying with its source after it: a
// name, a noun with its article, a pronoun. Verbs without such a source ("he
// came, said nothing, and left") are part of the speech.
#include "quote/interruptions.h"

#include <algorithm>

#include "quote/who_words.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxHelpers = 3;     // words before the cue
constexpr std::uint32_t kMaxSource = 10;     // words after the cue
constexpr std::uint32_t kMaxApposition = 8;  // words after the name
constexpr float kLeastPrecision = 0.3F;      // of the cue

class Interruptions {
 public:
  Interruptions(const Reading& reading, Range words)
      : reading_(reading), words_(words) {}

  std::vector<Range> find() const {
    std::vector<Range> found;
    for (std::uint32_t i = words_.first; i < words_.last; ++i) {
      const Range one = at(i);
      if (one.empty()) continue;
      found.push_back(one);
      i = one.last - 1;
    }
    return found;
  }

 private:
  Mark mark(std::uint32_t i) const {
    return i < words_.last ? reading_.clue(i).mark : Mark::kOther;
  }

  // The interruption that the mark at `i` opens, or nothing.
  Range at(std::uint32_t i) const {
    const Mark opening = mark(i);
    const bool sets_off =
        (opening == Mark::kComma && reading_.words->interrupts_by_comma()) ||
        (opening == Mark::kDash && reading_.words->interrupts_by_dash());
    if (!sets_off) return {};
    std::uint32_t verb = i + 1;  // after "a-t-elle"
    while (verb < words_.last && verb - i <= kMaxHelpers &&
           reading_.is(verb, kHelper)) {
      ++verb;
    }
    if (verb >= words_.last) return {};
    const CueForm* cue =
        reading_.words->cue_at(reading_.tokens(), verb, words_.last);
    if (cue == nullptr || cue->kind != CueKind::kVerb || !cue->speech ||
        cue->precision < kLeastPrecision) {
      return {};
    }
    const std::uint32_t source =
        verb + static_cast<std::uint32_t>(cue->words.size());
    const std::uint32_t end = source_end(source);
    if (end == source ? !has_pronoun({i + 1, source})
                      : !looks_like_source({source, end})) {
      return {};
    }
    const std::uint32_t last =
        opening == Mark::kComma ? after_comma(end) : after_dash(end);
    return last == 0 ? Range{} : Range{i, last};
  }

  // Past the words from `from` on; the stop of "M. Morel" is passed over.
  std::uint32_t source_end(std::uint32_t from) const {
    std::uint32_t end = from;
    while (end < words_.last && end - from < kMaxSource &&
           (mark(end) == Mark::kNone ||
            (mark(end) == Mark::kStop && end > from && goes_on(end)))) {
      ++end;
    }
    return end;
  }

  // No sentence ends with the token.
  bool goes_on(std::uint32_t token) const {
    const auto& sentences = reading_.analysis->sentences;
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), token,
        [](std::uint32_t at, const Sentence& s) { return at < s.first_token; });
    return after != sentences.begin() &&
           std::prev(after)->last_token > token + 1;
  }

  bool has_pronoun(Range tokens) const {
    for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
      if (reading_.is(i, kPronoun)) return true;
    }
    return false;
  }

  bool looks_like_source(Range words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      if (reading_.is(i, kComplementizer)) return false;
    }
    if (reading_.is(words.first, kPronoun)) return words.size() == 1;
    if (reading_.is(words.first, kArticle)) return words.size() > 1;
    bool capital = false;
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      const Token& token = reading_.tokens()[i];
      capital |= token.capitalised && !token.function_word;
    }
    return capital;
  }

  // Past the comma or stop that closes an interruption which ends at `end`; 0:
  // nothing closes it.
  std::uint32_t after_comma(std::uint32_t end) const {
    if (end == words_.last) return end;
    if (mark(end) == Mark::kStop) return end + 1;
    if (mark(end) != Mark::kComma) return 0;
    const WhoWords& who = who_words_of(reading_.analysis->language);
    if (end + 1 >= words_.last ||
        !who.is(reading_.tokens()[end + 1].fold, kTitleNoun)) {
      return end + 1;
    }
    std::uint32_t close = end + 1;  // "a dit Ana Ruiz, ministre de l'eau, ..."
    while (mark(close) == Mark::kNone && close - end <= kMaxApposition) ++close;
    return mark(close) == Mark::kComma ? close + 1 : end + 1;
  }

  std::uint32_t after_dash(std::uint32_t end) const {
    bool closed = end == words_.last;
    std::uint32_t last = end;
    for (int n = 0; n < 2 && last < words_.last; ++n) {
      const Mark here = mark(last);
      if (here != Mark::kDash && here != Mark::kComma && here != Mark::kStop) {
        break;
      }
      closed |= here != Mark::kComma;
      ++last;
    }
    return closed || last == words_.last ? last : 0;
  }

  const Reading& reading_;
  Range words_;
};

}  // namespace

std::vector<Range> find_interruptions(const Reading& reading, Range words) {
  if (!reading.words->interrupts_by_comma() &&
      !reading.words->interrupts_by_dash()) {
    return {};
  }
  return Interruptions(reading, words).find();
}

std::vector<Range> find_dashed_speech(const Reading& reading) {
  std::vector<Range> found;
  if (!reading.words->interrupts_by_dash()) return found;
  const auto& sentences = reading.analysis->sentences;
  for (std::size_t i = 0; i < sentences.size();) {
    std::size_t next = i + 1;
    while (next < sentences.size() &&
           sentences[next].paragraph == sentences[i].paragraph) {
      ++next;
    }
    const Range words{sentences[i].first_token, sentences[next - 1].last_token};
    const bool dashed = sentences[i].kind != SentenceKind::kParatext &&
                        words.size() > 1 &&
                        reading.clue(words.first).mark == Mark::kDash;
    const Range speech{words.first + 1, words.last};
    if (dashed && !find_interruptions(reading, speech).empty()) {
      found.push_back(speech);
    }
    i = next;
  }
  return found;
}

}  // namespace stemma::quote
