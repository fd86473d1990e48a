// How often words stand in cues: what the labeller knows of single words.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "quote/word_table.h"
#include "quote_corpus.h"
#include "quote_senses.h"

namespace stemma::learn {

inline constexpr std::uint32_t kLeastUses = 3;
// What a word with a sense is taken to have been met on top, with the share of
// cues of its sense.
inline constexpr double kSenseUses = 2;

inline std::uint8_t use_class(double hits, double uses) {
  static constexpr double kSteps[] = {.005, .02, .06, .15, .35, .6, .85};
  const double share = (hits + 0.02) / (uses + 1.0);
  std::uint8_t use = 0;
  for (const double step : kSteps) {
    if (share >= step) ++use;
  }
  return use;
}

struct Uses {
  double hits = 0;  // in cues
  double all = 0;
};
using UsesOfWords = std::map<std::uint32_t, Uses>;

inline UsesOfWords count_uses(const Corpus& corpus) {
  UsesOfWords counts;
  for (const auto& article : corpus) {
    std::vector<Span> cues;
    for (const Attribution& one : article->gold) {
      cues.insert(cues.end(), one.cue.begin(), one.cue.end());
    }
    std::sort(cues.begin(), cues.end(),
              [](Span a, Span b) { return a.begin < b.begin; });
    std::size_t next = 0;
    const quote::Reading& reading = article->reading;
    for (std::uint32_t i = 0; i < reading.clues.size(); ++i) {
      const Token& token = reading.tokens()[i];
      while (next < cues.size() && cues[next].end <= token.span.begin) ++next;
      if (reading.spoken(i) || token.kind != TokenKind::kWord) continue;
      Uses& uses = counts[quote::WordTable::key_of(token.fold)];
      ++uses.all;
      uses.hits += next < cues.size() && cues[next].begin < token.span.end;
    }
  }
  return counts;
}

// The words of the file of classes, with their senses; then the other words of
// the senses.
inline std::vector<quote::WordEntry> with_senses(const std::string& classes,
                                                 Senses senses) {
  std::vector<quote::WordEntry> entries = quote::read_words(classes);
  for (quote::WordEntry& entry : entries) {
    const auto found = senses.find(entry.key);
    if (found == senses.end()) continue;
    entry.fine = found->second.fine;
    entry.coarse = found->second.coarse;
    senses.erase(found);
  }
  for (const auto& [key, sense] : senses) {
    entries.push_back({key, sense.fine, sense.coarse, quote::kUnseenWord});
  }
  return entries;
}

// Notes in the words how often they stand in cues; adds those not yet known.
// A word with a sense that is hardly met is taken for the like of the others.
inline std::string learn_words(const Corpus& corpus, const std::string& classes,
                               const Senses& senses) {
  UsesOfWords counts = count_uses(corpus);
  std::vector<quote::WordEntry> entries = with_senses(classes, senses);
  std::map<std::uint16_t, Uses> of_class;
  for (const quote::WordEntry& entry : entries) {
    const auto found = counts.find(entry.key);
    if (found == counts.end()) continue;
    of_class[entry.fine].hits += found->second.hits;
    of_class[entry.fine].all += found->second.all;
  }
  for (quote::WordEntry& entry : entries) {
    const auto found = counts.find(entry.key);
    const Uses uses = found == counts.end() ? Uses{} : found->second;
    if (found != counts.end()) counts.erase(found);
    if (entry.fine > quote::kFineClasses) {
      const Uses& like = of_class[entry.fine];
      const double share = (like.hits + 0.2) / (like.all + 1);
      entry.cue =
          use_class(uses.hits + kSenseUses * share, uses.all + kSenseUses - 1);
    } else if (uses.all >= kLeastUses) {
      entry.cue = use_class(uses.hits, uses.all);
    }
  }
  for (const auto& [key, uses] : counts) {
    if (uses.hits == 0 || uses.all < kLeastUses) continue;
    entries.push_back({key, 0, 0, use_class(uses.hits, uses.all)});
  }
  return quote::write_words(entries);
}

}  // namespace stemma::learn
