#include "origin/narration.h"

#include <algorithm>

#include <boost/unordered/unordered_flat_set.hpp>

#include "base/hash.h"

namespace stemma::origin {
namespace {

using HashSet = boost::unordered_flat_set<std::uint64_t>;

// The words of the body, where a run ends with its sentence only; and the
// sentences as ranges of them.
void read_body(const Analysis& analysis, Narration& narration) {
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (sentence.kind == SentenceKind::kParatext) continue;
    const auto first = static_cast<std::uint32_t>(narration.body.size());
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind == TokenKind::kPunctuation) continue;
      narration.body.push_back({.stem = token.stem,
                                .token = t,
                                .content = !token.function_word,
                                .said = token.quoted,
                                .starts_run = narration.body.size() == first});
    }
    const auto last = static_cast<std::uint32_t>(narration.body.size());
    if (first < last) narration.sentences.push_back({first, last, s});
  }
}

void sort_unique(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

void collect_utterances(Narration& narration) {
  const std::span<const BodyWord> body(narration.body);
  for_each_run(body, kSaidRun, [&](std::size_t first, std::uint64_t hash) {
    const auto run = body.subspan(first, kSaidRun);
    narration.all_runs.push_back(hash);
    const bool said = std::all_of(run.begin(), run.end(),
                                  [](const BodyWord& w) { return w.said; });
    if (said) narration.said_runs.push_back(hash);
  });
  sort_unique(narration.said_runs);
  sort_unique(narration.all_runs);
}

// Marks as said what a report of the story has in quotation marks.
void mask_utterances(const HashSet& said, std::vector<BodyWord>& body) {
  std::size_t marked = 0;  // words before this one are done
  for_each_run(std::span<const BodyWord>(body), kSaidRun,
               [&](std::size_t first, std::uint64_t hash) {
                 if (!said.contains(hash)) return;
                 const std::size_t last = first + kSaidRun;
                 for (std::size_t i = std::max(first, marked); i < last; ++i) {
                   body[i].said = true;
                 }
                 marked = last;
               });
}

// Takes what is not said out of the body; the sentences become ranges of it.
void extract_narration(Narration& narration) {
  std::vector<NarrationSentence> sentences;
  for (const NarrationSentence& sentence : narration.sentences) {
    const auto first = static_cast<std::uint32_t>(narration.words.size());
    bool in_run = false;
    for (std::uint32_t i = sentence.first_word; i < sentence.last_word; ++i) {
      const BodyWord& word = narration.body[i];
      if (!word.said) {
        narration.words.push_back(word);
        narration.words.back().starts_run = !in_run;
      }
      in_run = !word.said;
    }
    const auto last = static_cast<std::uint32_t>(narration.words.size());
    if (first < last) sentences.push_back({first, last, sentence.sentence});
  }
  narration.sentences = std::move(sentences);
}

void collect_runs(std::span<const BodyWord> words, std::size_t length,
                  std::vector<std::uint64_t>& runs) {
  for_each_run(words, length, [&runs](std::size_t, std::uint64_t hash) {
    runs.push_back(hash);
  });
  sort_unique(runs);
}

}  // namespace

std::uint64_t hash_run(std::span<const BodyWord> words) {
  std::uint64_t hash = words.size();
  for (const BodyWord& word : words) hash = hash_combine(hash, word.stem);
  return hash;
}

std::vector<Narration> narrate(std::span<const Witness> witnesses) {
  std::vector<Narration> narrations(witnesses.size());
  HashSet said;
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    read_body(*witnesses[i].analysis, narrations[i]);
    collect_utterances(narrations[i]);
    said.insert(narrations[i].said_runs.begin(), narrations[i].said_runs.end());
  }
  for (Narration& narration : narrations) {
    mask_utterances(said, narration.body);
    extract_narration(narration);
    collect_runs(narration.words, kShortRun, narration.short_runs);
    collect_runs(narration.words, kLongRun, narration.long_runs);
  }
  return narrations;
}

}  // namespace stemma::origin
