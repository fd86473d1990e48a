#include "quote/wording.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stemma::quote {
namespace {

constexpr float kFunctionWeight = 0.15F;
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

float WordWeights::weight(const Token& token) const {
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
  return 0.3F + 0.7F * std::log((sentence_count_ + 2) / (uses + 0.5F)) / most;
}

Wording read_wording(const Analysis& analysis, const Quotation& quotation,
                     const WordWeights& weights) {
  Wording wording;
  const auto& tokens = analysis.tokens;
  for (const Span span : quotation.content) {
    auto token = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    for (; token != tokens.end() && token->span.begin < span.end &&
           wording.words.size() < kMaxWordingWords;
         ++token) {
      const float weight = weights.weight(*token);
      if (weight <= 0) continue;
      wording.words.push_back({token->stem, weight});
      wording.mass += weight;
      wording.heavy += token->function_word ? 0.0F : 1.0F;
    }
  }
  return wording;
}

Agreement align(const Wording& a, const Wording& b) {
  std::vector<Agreement> row(b.words.size() + 1);
  Agreement best;
  for (const WeightedWord& word : a.words) {
    Agreement diagonal;
    for (std::size_t j = 1; j <= b.words.size(); ++j) {
      const Agreement above = row[j];
      const Agreement left = row[j - 1];
      Agreement here = diagonal;
      if (word.stem == b.words[j - 1].stem) {
        here.aligned += word.weight;
        here.heavy += word.weight > kFunctionWeight ? 1.0F : 0.0F;
      } else {
        here.aligned -= kGapCost;
      }
      if (above.aligned - kGapCost > here.aligned) {
        here = {above.aligned - kGapCost, above.heavy};
      }
      if (left.aligned - kGapCost > here.aligned) {
        here = {left.aligned - kGapCost, left.heavy};
      }
      if (here.aligned < 0) here = {};
      diagonal = above;
      row[j] = here;
      if (here.aligned > best.aligned) best = here;
    }
  }
  return best;
}

Agreement align_unordered(const Wording& a, const Wording& b) {
  const auto by_stem = [](const Wording& wording) {
    std::vector<WeightedWord> words = wording.words;
    std::sort(words.begin(), words.end(),
              [](const WeightedWord& x, const WeightedWord& y) {
                return x.stem < y.stem;
              });
    return words;
  };
  const std::vector<WeightedWord> left = by_stem(a);
  const std::vector<WeightedWord> right = by_stem(b);
  Agreement found;
  for (auto x = left.begin(), y = right.begin();
       x != left.end() && y != right.end();) {
    if (x->stem == y->stem) {
      found.aligned += x->weight;
      found.heavy += x->weight > kFunctionWeight ? 1.0F : 0.0F;
      ++x;
      ++y;
    } else if (x->stem < y->stem) {
      ++x;
    } else {
      ++y;
    }
  }
  return found;
}

}  // namespace stemma::quote
