#include "reuse/new_prints.h"

#include <algorithm>
#include <utility>

#include "reuse/boilerplate.h"
#include "reuse/fingerprints.h"
#include "text/analyze.h"

namespace stemma::reuse {
namespace {

// Sets the prints of the reports that are wanted; their terms, in order.
std::vector<std::vector<Term>> outline_all(const NewReports& of,
                                           const Loop& loop,
                                           std::vector<IndexedPrints>& prints) {
  std::vector<std::vector<Term>> terms(of.reports.size());
  prints.resize(of.reports.size());
  loop(of.reports.size(), [&](std::size_t i) {
    if (!of.wanted[i]) return;
    const Witness& witness = of.reports[i];
    const Analysis made = witness.analysis == nullptr
                              ? text::analyze_words(*witness.report)
                              : Analysis();
    const Analysis& analysis =
        witness.analysis == nullptr ? made : *witness.analysis;
    for (const SentenceKey& key :
         outline(*witness.report, analysis).sentences) {
      prints[i].sentences.push_back(key.hash);
    }
    terms[i] = content_terms(analysis, of.boilerplate[i]);
    std::vector<Fingerprint>& own = prints[i].fingerprints;
    append_all_fingerprints(terms[i], own);
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
  });
  return terms;
}

// The words of the texts, with how many texts have each.
std::vector<IndexedWord> count_words(std::vector<std::vector<Term>> texts) {
  std::vector<Term> all;
  for (std::vector<Term>& terms : texts) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    all.insert(all.end(), terms.begin(), terms.end());
  }
  std::sort(all.begin(), all.end());
  std::vector<IndexedWord> words;
  for (const Term term : all) {
    if (words.empty() || words.back().term != term) words.push_back({term, 0});
    ++words.back().reports;
  }
  return words;
}

// How many reports have each word, in the index and the new words.
WordSpread spread_of(const IndexView& index, std::span<const IndexedWord> words,
                     std::size_t new_reports) {
  std::size_t count = 0;
  for (const IndexedWord& word : words) count += word.reports;
  std::size_t reports = new_reports;
  for (const IndexSegment& segment : index.segments()) {
    count += segment.words().size();
    reports += segment.size();
  }
  WordSpread spread(count);
  spread.add_reports(static_cast<std::uint32_t>(reports));
  const auto add = [&](std::span<const IndexedWord> some) {
    for (const IndexedWord& word : some) spread.add(word.term, word.reports);
  };
  add(words);
  for (const IndexSegment& segment : index.segments()) add(segment.words());
  spread.finish();
  return spread;
}

}  // namespace

NewPrints new_prints(const NewReports& of, const IndexView& index,
                     const Loop& loop) {
  NewPrints made;
  made.words = count_words(outline_all(of, loop, made.prints));
  made.spread = spread_of(index, made.words, of.reports.size());
  return made;
}

}  // namespace stemma::reuse
