#include "quote/items.h"

#include <algorithm>
#include <string_view>

namespace stemma::quote {
namespace {

constexpr std::uint32_t kEdge = 0xB0B0B0B0;   // what stands beyond the frame
constexpr std::uint32_t kClauseWordKind = 9;  // after the kinds of marks
constexpr std::uint32_t kNear = 9;            // items
constexpr std::uint8_t kLeastCueUse = 2;      // WordEntry::cue

// A quick mix of two numbers; not for identities, only to spread them.
std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (std::uint64_t{a} << 32U) | b;
  x *= 0x9E3779B97F4A7C15ULL;
  x ^= x >> 29U;
  x *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(x >> 32U);
}

std::uint32_t fold_to_32(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::uint32_t suffix_of(std::string_view word) {
  std::uint32_t hash = 7;
  for (const char c : word.substr(word.size() < 3 ? 0 : word.size() - 3)) {
    const char lower =
        c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    hash = hash * 257 + static_cast<unsigned char>(lower);
  }
  return hash;
}

Item edge_item() {
  Item item;
  item.word = item.stem = item.shape = kEdge;
  item.suffix = item.tag = item.rough = kEdge;
  return item;
}

// The fields of an item are written where it stays: to copy it right after
// that would wait for every byte.
void fill_utterance(const Reading& reading, const Utterance& utterance,
                    Item& item) {
  item.tokens = utterance.tokens;
  item.utterance = true;
  const std::uint32_t last = utterance.tokens.last;
  const Mark ending =
      utterance.tokens.size() >= 2 ? reading.clue(last - 2).mark : Mark::kNone;
  const bool is_long = utterance.tokens.size() > 8;
  item.shape = mix(901, static_cast<std::uint32_t>(ending));
  item.word = mix(902, static_cast<std::uint32_t>(ending) * 2U +
                           static_cast<std::uint32_t>(is_long));
  item.stem = 903;
  item.suffix = 904;
  item.tag = item.shape;
  item.rough = 905;
  item.mark = Mark::kQuotation;
}

// A word that no corpus knew may be a verb by its ending.
bool ends_as_verb(std::string_view word) {
  return word.size() >= 5 && word[0] >= 'a' && word[0] <= 'z' &&
         (word.ends_with("ed") || word.ends_with("ing") || word.ends_with("s"));
}

void fill_token(const Reading& reading, std::uint32_t at,
                const WordTable& words, Item& item) {
  const Token& token = reading.tokens()[at];
  const Clue& clue = reading.clue(at);
  item.tokens = {at, at + 1};
  item.mark = clue.mark;
  item.word = fold_to_32(token.fold);
  item.stem = fold_to_32(token.stem);
  const std::uint32_t bits =
      static_cast<std::uint32_t>(token.kind) | (token.capitalised ? 4U : 0U) |
      (token.all_capitals ? 8U : 0U) | (token.function_word ? 16U : 0U) |
      (token.quoted ? 32U : 0U) | (static_cast<std::uint32_t>(clue.mark) << 8U);
  item.shape = mix(bits, clue.classes);
  item.clause_word = (clue.classes & kClauseWord) != 0;
  item.complementizer = (clue.classes & kComplementizer) != 0;
  if (token.kind != TokenKind::kWord) {
    item.suffix = item.tag = item.rough = item.shape;
    return;
  }
  item.suffix = suffix_of(slice(reading.text, token.span));
  const WordEntry& entry = words.find(token.fold);
  item.cue_use = entry.cue;
  item.may_be_cue = entry.cue == kUnseenWord
                        ? ends_as_verb(slice(reading.text, token.span))
                        : entry.cue >= kLeastCueUse;
  if (token.function_word || clue.classes != 0) {
    item.tag = item.rough = item.word;
  } else {
    const std::uint32_t capital = token.capitalised ? 1 : 0;
    item.tag = entry.fine == 0 ? mix(item.suffix, 2 + capital)
                               : mix(entry.fine * 2U + capital, 911);
    item.rough = entry.coarse == 0 ? mix(item.suffix, 2 + capital)
                                   : mix(entry.coarse * 2U + capital, 912);
  }
}

// The mark or clause word that an item is, 0 if neither.
std::uint32_t border_of(const Item& item) {
  if (item.mark != Mark::kNone) return static_cast<std::uint32_t>(item.mark);
  return item.clause_word ? kClauseWordKind : 0;
}

// Carries along what was passed last on the way through the items.
class Passed {
 public:
  std::uint8_t mark() const {
    if (border_ == 0 || since_border_ > kNear) return 0;
    return static_cast<std::uint8_t>(border_ << 4U |
                                     distance_class(since_border_));
  }
  std::uint8_t utterance() const {
    if (since_utterance_ == 0 || since_utterance_ > kNear) return 0;
    return static_cast<std::uint8_t>(distance_class(since_utterance_));
  }
  void pass(const Item& item) {
    ++since_border_;
    if (since_utterance_ != 0) ++since_utterance_;
    if (const std::uint32_t border = border_of(item); border != 0) {
      border_ = border;
      since_border_ = 1;
    }
    if (item.utterance) {
      since_utterance_ = 1;
    } else if (item.mark == Mark::kStop) {
      since_utterance_ = 0;
    }
  }

 private:
  std::uint32_t border_ = 15;  // the end of the frame
  std::uint32_t since_border_ = 1;
  std::uint32_t since_utterance_ = 0;  // 0: none
};

}  // namespace

void Items::assign(const Reading& reading, Range frame,
                   const WordTable& words) {
  padded_.assign(kPad, edge_item());
  padded_.resize(std::min(frame.size(), kMaxItems) + 2 * kPad);
  std::size_t count = kPad;
  for (std::uint32_t i = frame.first;
       i < frame.last && count < kMaxItems + kPad; ++count) {
    if (reading.spoken(i)) {
      const Utterance& utterance =
          reading.utterances[reading.clue(i).utterance];
      fill_utterance(reading, utterance, padded_[count]);
      i = std::max(i + 1, utterance.tokens.last);
    } else {
      fill_token(reading, i, words, padded_[count]);
      ++i;
    }
  }
  padded_.resize(count);
  padded_.resize(count + kPad, edge_item());
  note_surroundings();
}

void Items::note_surroundings() {
  const std::uint32_t count = size();
  Passed before;
  std::uint32_t commas = 0;
  std::uint32_t clause_words = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    Item& item = (*this)[i];
    item.clauses_before = static_cast<std::uint8_t>(std::min(commas, 3U) * 4 +
                                                    std::min(clause_words, 3U));
    commas += item.mark == Mark::kComma;
    clause_words += item.clause_word;
    item.mark_left = before.mark();
    item.utterance_left = before.utterance();
    before.pass(item);
  }
  Passed after;
  for (std::uint32_t i = count; i > 0; --i) {
    Item& item = (*this)[i - 1];
    item.mark_right = after.mark();
    item.utterance_right = after.utterance();
    after.pass(item);
  }
}

}  // namespace stemma::quote
