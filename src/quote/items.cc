#include "quote/items.h"

#include <algorithm>

namespace stemma::quote {
namespace {

constexpr float kMostlyCue = 0.5F;
constexpr std::uint32_t kBegin = 0xB0B0B0B0;  // before the first item
constexpr std::uint32_t kEnd = 0xE0E0E0E0;    // after the last

// Numbers in the row of cue_features.
constexpr std::uint32_t kWordFeature = 2;
constexpr std::uint32_t kSuffixFeature = 16;
constexpr std::uint32_t kStemFeature = 20;

// A quick mix of two numbers; not for identities, only to spread features.
std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (std::uint64_t{a} << 32U) | b;
  x *= 0x9E3779B97F4A7C15ULL;
  x ^= x >> 29U;
  x *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(x >> 32U);
}

template <typename... More>
std::uint32_t mix(std::uint32_t a, std::uint32_t b, More... more) {
  return mix(mix(a, b), more...);
}

std::uint32_t distance_class(std::uint32_t distance) {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 25 ? 8 : 9;
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

Item utterance_item(const Reading& reading, const Utterance& utterance) {
  Item item;
  item.tokens = utterance.tokens;
  item.utterance = true;
  const std::uint32_t last = utterance.tokens.last;
  const Mark ending =
      utterance.tokens.size() >= 2 ? reading.clue(last - 2).mark : Mark::kNone;
  const bool is_long = utterance.tokens.size() > 8;
  item.shape = mix(901, static_cast<std::uint32_t>(ending));
  item.word = mix(902, static_cast<std::uint32_t>(ending), is_long);
  item.stem = 903;
  item.suffix = 904;
  item.mark = Mark::kQuotation;
  return item;
}

Item token_item(const Reading& reading, std::uint32_t at, std::uint32_t end) {
  const Token& token = reading.tokens()[at];
  const Clue& clue = reading.clue(at);
  Item item;
  item.tokens = {at, at + 1};
  item.mark = clue.mark;
  item.word = fold_to_32(token.fold);
  item.stem = fold_to_32(token.stem);
  const std::uint32_t bits =
      static_cast<std::uint32_t>(token.kind) | (token.capitalised ? 4U : 0U) |
      (token.all_capitals ? 8U : 0U) | (token.function_word ? 16U : 0U) |
      (token.quoted ? 32U : 0U) | (static_cast<std::uint32_t>(clue.mark) << 8U);
  item.shape = mix(bits, clue.classes);
  item.suffix = token.kind == TokenKind::kWord
                    ? suffix_of(slice(reading.text, token.span))
                    : item.shape;
  item.clause_word = (clue.classes & kClauseWord) != 0;
  item.complementizer = (clue.classes & kComplementizer) != 0;
  const CueForm* cue = reading.words->cue_at(reading.tokens(), at, end);
  item.cue_word = cue != nullptr && cue->precision >= kMostlyCue;
  return item;
}

enum class Field { kWord, kStem, kShape };

std::uint32_t field_at(const std::vector<Item>& items, std::int64_t at,
                       Field field) {
  if (at < 0) return kBegin;
  if (at >= static_cast<std::int64_t>(items.size())) return kEnd;
  const Item& item = items[static_cast<std::size_t>(at)];
  if (field == Field::kWord) return item.word;
  return field == Field::kStem ? item.stem : item.shape;
}

// Steps to the nearest utterance on one side, 0 if none is near or a stop
// stands between.
std::uint32_t utterance_near(const std::vector<Item>& items, std::int64_t at,
                             int step) {
  std::int64_t i = at + step;
  for (std::uint32_t n = 1; n <= 8; ++n, i += step) {
    if (i < 0 || i >= static_cast<std::int64_t>(items.size())) return 0;
    const Item& item = items[static_cast<std::size_t>(i)];
    if (item.utterance) return distance_class(n);
    if (item.mark == Mark::kStop) return 0;
  }
  return 0;
}

}  // namespace

std::vector<Item> make_items(const Reading& reading, Range frame) {
  std::vector<Item> items;
  items.reserve(std::min(frame.size(), kMaxItems));
  for (std::uint32_t i = frame.first;
       i < frame.last && items.size() < kMaxItems;) {
    if (reading.spoken(i)) {
      const Utterance& utterance =
          reading.utterances[reading.clue(i).utterance];
      items.push_back(utterance_item(reading, utterance));
      i = std::max(i + 1, utterance.tokens.last);
    } else {
      items.push_back(token_item(reading, i, frame.last));
      ++i;
    }
  }
  return items;
}

std::uint32_t step_feature(std::uint32_t feature, std::size_t label_before) {
  return (feature & ~7U) | static_cast<std::uint32_t>(label_before);
}

void cue_word_features(const Item& item, Features& out) {
  out.label.assign({mix(kWordFeature, item.word), mix(kStemFeature, item.stem),
                    mix(kSuffixFeature, item.suffix)});
  out.step.clear();
}

void cue_features(const std::vector<Item>& items, std::uint32_t at,
                  Features& out) {
  out.label.clear();
  out.step.clear();
  const std::int64_t here = at;
  const auto w = [&](int k) { return field_at(items, here + k, Field::kWord); };
  const auto s = [&](int k) { return field_at(items, here + k, Field::kStem); };
  const auto c = [&](int k) {
    return field_at(items, here + k, Field::kShape);
  };
  const Item& item = items[at];
  const std::uint32_t left = utterance_near(items, at, -1);
  const std::uint32_t right = utterance_near(items, at, 1);
  std::uint32_t id = 1;
  const auto add = [&](std::uint32_t value) {
    out.label.push_back(mix(id++, value));
  };
  add(0);
  add(w(0));
  add(w(-1));
  add(w(1));
  add(w(-2));
  add(w(2));
  add(mix(w(-1), w(0)));
  add(mix(w(0), w(1)));
  add(mix(w(-1), w(1)));
  add(mix(w(-2), w(-1)));
  add(mix(w(1), w(2)));
  add(c(0));
  add(mix(c(-1), c(0), c(1)));
  add(mix(c(-2), c(-1)));
  add(mix(c(1), c(2)));
  add(item.suffix);
  add(mix(item.suffix, w(-1)));
  add(mix(item.suffix, c(-1)));
  add(mix(item.suffix, w(1)));
  add(s(0));
  add(mix(s(0), c(-1)));
  add(mix(s(0), c(1)));
  add(mix(s(0), s(1)));
  add(mix(s(-1), s(0)));
  add(mix(s(0), left));
  add(mix(s(0), right));
  add(mix(left, right, c(0)));
  add(mix(item.cue_word, c(-1)));
  add(mix(item.cue_word, c(1)));
  add(mix(w(-1), w(0), w(1)));
  out.step.push_back(mix(201, 0));
  out.step.push_back(mix(202, c(0)));
  out.step.push_back(mix(203, w(0)));
  out.step.push_back(mix(204, w(-1), w(0)));
  out.step.push_back(mix(205, c(-1), c(0)));
}

std::uint32_t RoleFeatures::Between::id() const {
  return mix(std::min(commas, 3U), flags,
             std::min(utterances, 2U) * 4 + std::min(cues, 2U));
}

void RoleFeatures::pass(const Item& item, Between& between) const {
  between.commas += item.mark == Mark::kComma;
  between.utterances += item.utterance;
  between.cues += item.cue_word;
  between.flags |= (item.mark == Mark::kStop ? 1U : 0U) |
                   (item.mark == Mark::kColon ? 2U : 0U) |
                   (item.mark == Mark::kDash ? 4U : 0U) |
                   (item.mark == Mark::kSemicolon ? 8U : 0U) |
                   (item.clause_word ? 16U : 0U) |
                   (item.complementizer ? 32U : 0U);
}

RoleFeatures::RoleFeatures(const std::vector<Item>& items, ItemRange cue)
    : items_(items),
      cue_(cue),
      between_(items.size()),
      utterances_between_(items.size()),
      cues_between_(items.size()) {
  cue_stem_ = items[cue.last - 1].stem;
  for (std::uint32_t i = cue.last; i > cue.first; --i) {
    if (items[i - 1].cue_word) cue_stem_ = items[i - 1].stem;
  }
  before_cue_ = shape(static_cast<std::int64_t>(cue.first) - 1);
  after_cue_ = shape(cue.last);
  const auto note = [&](std::uint32_t i, const Between& between) {
    between_[i] = between.id();
    utterances_between_[i] = std::min(between.utterances, 3U);
    cues_between_[i] = std::min(between.cues, 3U);
  };
  Between between;
  for (std::uint32_t i = cue.first; i > 0; --i) {
    note(i - 1, between);
    pass(items[i - 1], between);
  }
  between = {};
  for (std::uint32_t i = cue.last; i < items.size(); ++i) {
    note(i, between);
    pass(items[i], between);
  }
}

std::uint32_t RoleFeatures::shape(std::int64_t at) const {
  return field_at(items_, at, Field::kShape);
}

std::uint32_t RoleFeatures::word(std::int64_t at) const {
  return field_at(items_, at, Field::kWord);
}

std::uint32_t RoleFeatures::next_mark(std::uint32_t at) const {
  for (std::uint32_t i = at; i < items_.size() && i < at + 9; ++i) {
    if (items_[i].mark != Mark::kNone || items_[i].clause_word) {
      return mix(items_[i].mark == Mark::kNone
                     ? 99U
                     : static_cast<std::uint32_t>(items_[i].mark),
                 distance_class(i - at));
    }
  }
  return at + 9 >= items_.size() ? 1 : 2;
}

std::uint32_t RoleFeatures::previous_mark(std::uint32_t at) const {
  for (std::uint32_t n = 1; n <= 9; ++n) {
    if (n > at) return mix(3, distance_class(n));
    const Item& item = items_[at - n];
    if (item.mark != Mark::kNone || item.clause_word) {
      return mix(item.mark == Mark::kNone
                     ? 99U
                     : static_cast<std::uint32_t>(item.mark),
                 distance_class(n));
    }
  }
  return 2;
}

void RoleFeatures::of(std::uint32_t at, Features& out) const {
  out.label.clear();
  out.step.clear();
  const auto here = static_cast<std::int64_t>(at);
  const auto w = [&](int k) { return word(here + k); };
  const auto c = [&](int k) { return shape(here + k); };
  const bool is_left = at < cue_.first;
  const std::uint32_t side = is_left ? 11 : 13;
  const std::uint32_t distance =
      distance_class(is_left ? cue_.first - at : at - cue_.last + 1);
  std::uint32_t id = 301;
  const auto add = [&](std::uint32_t value) {
    out.label.push_back(mix(id++, value));
  };
  const auto add_sided = [&](std::uint32_t value) {
    out.label.push_back(mix(id++, side, value));
  };
  add_sided(distance);
  add_sided(w(0));
  add_sided(c(0));
  add_sided(mix(c(-1), c(0)));
  add_sided(mix(c(0), c(1)));
  add_sided(mix(c(-1), c(0), c(1)));
  add(w(-1));
  add(w(1));
  add(mix(w(-1), w(0)));
  add(mix(w(0), w(1)));
  add_sided(mix(distance, cue_stem_));
  add_sided(mix(cue_stem_, w(0)));
  add_sided(mix(cue_stem_, c(0)));
  add_sided(between_[at]);
  add_sided(mix(between_[at], c(0)));
  add_sided(mix(between_[at], c(-1), c(0)));
  add_sided(mix(after_cue_, c(0)));
  add_sided(mix(before_cue_, c(0)));
  add_sided(mix(after_cue_, between_[at]));
  add_sided(mix(before_cue_, between_[at]));
  add_sided(mix(after_cue_, before_cue_, distance));
  add_sided(mix(at == 0, at + 1 == items_.size()));
  add_sided(mix(next_mark(at), c(0)));
  add_sided(mix(previous_mark(at), c(0)));
  add_sided(mix(items_[at].suffix, distance));
  add_sided(
      mix(utterances_between_[at], cues_between_[at], items_[at].utterance));
  add_sided(mix(utterances_between_[at], w(0), distance));
  add_sided(mix(cues_between_[at], w(-1), c(0)));
  add_sided(mix(w(-1), distance));
  add_sided(mix(w(0), distance));
  const std::uint32_t step[] = {
      mix(501, side),
      mix(502, side, c(0)),
      mix(503, side, w(0)),
      mix(504, side, mix(c(-1), c(0))),
      mix(505, side, between_[at]),
      mix(506, side, w(-1)),
      mix(507, side, mix(distance, after_cue_)),
      mix(508, side, mix(next_mark(at), previous_mark(at))),
  };
  out.step.assign(std::begin(step), std::end(step));
}

}  // namespace stemma::quote
