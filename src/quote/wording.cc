#include "quote/wording.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "quote/words.h"
#include "text/background.h"

namespace stemma::quote {
namespace {

constexpr float kFunctionWeight = 0.15F;
constexpr float kLeastWeight = 0.2F;  // of a word that is no function word
constexpr float kGapCost = 0.2F;

// Each stem of a sentence once.
void add_stems(const Analysis& analysis, const Sentence& sentence,
               std::vector<std::uint64_t>& out) {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
    if (analysis.tokens[i].kind != TokenKind::kPunctuation) {
      out.push_back(analysis.tokens[i].stem);
    }
  }
  std::sort(out.begin() + first, out.end());
  out.erase(std::unique(out.begin() + first, out.end()), out.end());
}

}  // namespace

WordWeights::WordWeights(std::span<const Witness> witnesses) {
  std::vector<std::uint64_t> all;
  std::size_t count = 0;
  for (const Witness& witness : witnesses) {
    for (const Sentence& sentence : witness.analysis->sentences) {
      add_stems(*witness.analysis, sentence, all);
      ++count;
    }
  }
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i < all.size();) {
    std::size_t j = i;
    while (j < all.size() && all[j] == all[i]) ++j;
    sentences_with_.emplace_back(all[i], static_cast<std::uint32_t>(j - i));
    i = j;
  }
  sentence_count_ = static_cast<float>(count);
}

float WordWeights::weight(const Token& token, std::string_view language) const {
  if (token.kind == TokenKind::kPunctuation) return 0;
  if (token.function_word) return kFunctionWeight;
  const auto found = std::lower_bound(
      sentences_with_.begin(), sentences_with_.end(), token.stem,
      [](const auto& entry, std::uint64_t stem) { return entry.first < stem; });
  float uses = 1;
  if (found != sentences_with_.end() && found->first == token.stem) {
    uses = static_cast<float>(found->second);
  }
  const float most = std::log(sentence_count_ + 2);
  const float in_story =
      std::min(1.0F, std::log((sentence_count_ + 2) / (uses + 0.5F)) / most);
  const float in_news = text::background(language).weight(token.fold);
  return kLeastWeight + (1 - kLeastWeight) * in_story * in_news;
}

Wording read_wording(const Analysis& analysis, std::span<const Span> content,
                     const WordWeights& weights) {
  Wording wording;
  const Words& words = words_of(analysis.language);
  const auto& tokens = analysis.tokens;
  auto region = analysis.quoted.begin();
  std::uint64_t before = 0;  // stem
  for (const Span span : content) {
    auto token = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    for (; token != tokens.end() && token->span.begin < span.end &&
           wording.words.size() < kMaxWordingWords;
         ++token) {
      const float weight = weights.weight(*token, analysis.language);
      if (weight <= 0) continue;
      const bool heavy = !token->function_word;
      const bool exact =
          token->kind == TokenKind::kNumber || (heavy && token->capitalised);
      const auto at = static_cast<std::uint32_t>(token - tokens.begin());
      while (region != analysis.quoted.end() && region->last_token <= at) {
        ++region;
      }
      const bool marked =
          region != analysis.quoted.end() && region->first_token <= at;
      const std::uint64_t phrase = words.sense(before, token->stem);
      before = token->stem;
      if (phrase != 0 && !heavy && !wording.words.empty()) {
        wording.words.back().sense = phrase;
      }
      const std::uint64_t sense =
          phrase != 0 && heavy ? phrase : words.sense(token->stem);
      wording.words.push_back(
          {token->stem, token->fold, sense, weight, heavy, exact, marked});
      if (marked && heavy) wording.marked += weight;
      wording.denies |= (words.classes(*token) & kNegation) != 0;
      wording.mass += weight;
      wording.heavy += heavy ? 1.0F : 0.0F;
    }
  }
  return wording;
}

namespace {

// A cell of the alignment: the best one that ends here.
struct Cell {
  Agreement best;
  float run = 0;  // words of the stretch without a gap that ends here
};

Cell with_match(const Cell& before, const WeightedWord& word) {
  Cell cell = before;
  cell.best.aligned += word.weight;
  cell.best.heavy += word.heavy ? 1.0F : 0.0F;
  cell.best.words += 1;
  cell.run += 1;
  cell.best.run = std::max(cell.best.run, cell.run);
  return cell;
}

Cell with_gap(const Cell& before) {
  Cell cell = before;
  cell.best.aligned -= kGapCost;
  cell.run = 0;
  return cell;
}

}  // namespace

Agreement align(const Wording& a, const Wording& b) {
  std::vector<Cell> row(b.words.size() + 1);
  Agreement best;
  for (const WeightedWord& word : a.words) {
    Cell diagonal;
    for (std::size_t j = 1; j <= b.words.size(); ++j) {
      const Cell above = row[j];
      Cell here = word.stem == b.words[j - 1].stem ? with_match(diagonal, word)
                                                   : with_gap(diagonal);
      const Cell& gap =
          above.best.aligned >= row[j - 1].best.aligned ? above : row[j - 1];
      if (gap.best.aligned - kGapCost > here.best.aligned) {
        here = with_gap(gap);
      }
      if (here.best.aligned < 0) here = {};
      diagonal = above;
      row[j] = here;
      if (here.best.aligned > best.aligned) best = here.best;
    }
  }
  return best;
}

Agreement align_unordered(const Wording& a, const Wording& b) {
  const auto by_sense = [](const Wording& wording) {
    std::vector<WeightedWord> words = wording.words;
    std::sort(words.begin(), words.end(),
              [](const WeightedWord& x, const WeightedWord& y) {
                return x.sense < y.sense;
              });
    return words;
  };
  const std::vector<WeightedWord> left = by_sense(a);
  const std::vector<WeightedWord> right = by_sense(b);
  Agreement found;
  for (auto x = left.begin(), y = right.begin();
       x != left.end() && y != right.end();) {
    if (x->sense == y->sense) {
      found.aligned += std::min(x->weight, y->weight);
      found.exact += x->exact && y->exact ? x->weight : 0.0F;
      found.marked += x->marked && y->marked && x->heavy ? x->weight : 0.0F;
      found.heavy += x->heavy ? 1.0F : 0.0F;
      found.words += 1;
      ++x;
      ++y;
    } else if (x->sense < y->sense) {
      ++x;
    } else {
      ++y;
    }
  }
  return found;
}

namespace {

// The longest common sequence of folds ending at each word of `a` and `b`,
// as rows of lengths.
std::vector<std::vector<std::uint16_t>> common_lengths(const Wording& a,
                                                       const Wording& b) {
  std::vector<std::vector<std::uint16_t>> lengths(
      a.words.size() + 1, std::vector<std::uint16_t>(b.words.size() + 1, 0));
  for (std::size_t i = a.words.size(); i > 0; --i) {
    for (std::size_t j = b.words.size(); j > 0; --j) {
      lengths[i - 1][j - 1] =
          a.words[i - 1].fold == b.words[j - 1].fold
              ? static_cast<std::uint16_t>(lengths[i][j] + 1)
              : std::max(lengths[i][j - 1], lengths[i - 1][j]);
    }
  }
  return lengths;
}

}  // namespace

Difference difference(const Wording& a, const Wording& b) {
  const auto lengths = common_lengths(a, b);
  Difference found;
  std::uint32_t pending_a = 0;  // since the last shared word
  std::uint32_t pending_b = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.words.size() && j < b.words.size()) {
    if (a.words[i].fold == b.words[j].fold) {
      (found.shared == 0 ? found.ends_a : found.inner_a) += pending_a;
      (found.shared == 0 ? found.ends_b : found.inner_b) += pending_b;
      pending_a = pending_b = 0;
      ++found.shared;
      ++i;
      ++j;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      ++pending_a;
      ++i;
    } else {
      ++pending_b;
      ++j;
    }
  }
  found.ends_a += pending_a + static_cast<std::uint32_t>(a.words.size() - i);
  found.ends_b += pending_b + static_cast<std::uint32_t>(b.words.size() - j);
  return found;
}

}  // namespace stemma::quote
