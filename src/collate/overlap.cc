#include "collate/overlap.h"

#include <algorithm>
#include <cmath>

namespace stemma::collate {
namespace {

constexpr std::size_t kLogarithms = 1024;

}  // namespace

Overlap::Overlap(const StoryText& story) : story_(story) {
  for (std::size_t i = 0; i < kLogarithms; ++i) {
    logarithms_.push_back(
        std::log(static_cast<float>(std::max<std::size_t>(i, 1))));
  }
}

float Overlap::logarithm(std::size_t value) const {
  return value < kLogarithms ? logarithms_[value]
                             : std::log(static_cast<float>(value));
}

void Overlap::compare(const StorySentence& a, const StorySentence& b) {
  a_.sentence = &a;
  b_.sentence = &b;
  fill(a_, b);
  fill(b_, a);
  sentences_ = make_cover(sums(a_), sums(b_));
}

// A term that stands in `with` of `sentences` sentences has the rarity
// ln(1 + sentences / with), as part of what it is for sentences / 1.
void Overlap::fill(Side& side, const StorySentence& other) {
  const ReportText& here = story_.reports[side.sentence->report];
  const ReportText& there = story_.reports[other.report];
  const std::size_t sentences = here.sentences.size() + there.sentences.size();
  const float all = logarithm(sentences + 1);
  side.terms = story_.terms(*side.sentence);
  side.weights.clear();
  side.matches.clear();
  for (std::size_t i = 0; i < side.terms.size(); ++i) {
    const Term& term = side.terms[i];
    const std::size_t with = std::max<std::size_t>(
        here.own[side.sentence->terms.first + i] + there.sentences_with(term),
        1);
    const float rarity = (logarithm(sentences + with) - logarithm(with)) / all;
    side.weights.push_back(term.weight * rarity);
    side.matches.push_back(other.set.match_parts(term));
  }
}

Cover Overlap::make_cover(Sums a, Sums b) {
  Cover cover;
  cover.a = a.all > 0 ? a.matched / a.all : 0;
  cover.b = b.all > 0 ? b.matched / b.all : 0;
  const float all = a.all + b.all;
  cover.dice = all > 0 ? (a.matched + b.matched) / all : 0;
  cover.matched = (a.matched + b.matched) / 2;
  return cover;
}

Overlap::Sums Overlap::sums(const Side& side) const {
  Sums sums;
  for (std::size_t i = 0; i < side.terms.size(); ++i) {
    sums.all += side.weights[i];
    sums.matched += side.weights[i] * side.matches[i].whole;
  }
  return sums;
}

Overlap::Sums Overlap::unit_sums(const Side& side, std::uint32_t unit,
                                 std::uint32_t other) const {
  const StorySentence& sentence = *side.sentence;
  const Range terms = story_.units[sentence.units.first + unit].terms;
  const std::uint32_t part = std::min(other, TermSet::kMaxParts - 1);
  Sums sums;
  for (auto i = terms.first; i < terms.last; ++i) {
    const auto at = i - sentence.terms.first;
    sums.all += side.weights[at];
    sums.matched += side.weights[at] * side.matches[at].part(part);
  }
  return sums;
}

Cover Overlap::units(std::uint32_t a, std::uint32_t b) const {
  return make_cover(unit_sums(a_, a, b), unit_sums(b_, b, a));
}

KindCounts Overlap::kinds() const {
  KindCounts counts;
  std::uint64_t last_name = 0;
  for (std::size_t i = 0; i < a_.terms.size(); ++i) {
    const Term& term = a_.terms[i];
    const float matched = a_.weights[i] * a_.matches[i].whole;
    if (term.kind == TermKind::kNumber) {
      ++counts.numbers_a;
      counts.numbers += matched;
    } else if (term.kind == TermKind::kDate) {
      counts.dates |= matched > 0;
    } else if (term.kind == TermKind::kName) {
      if (matched > 0 && term.name != last_name) ++counts.names;
      last_name = term.name;
    } else {
      counts.words += matched;
    }
  }
  for (const Term& term : b_.terms) {
    if (term.kind == TermKind::kNumber) ++counts.numbers_b;
  }
  return counts;
}

std::uint32_t Overlap::longest_run() {
  const auto& x = a_.sentence->words;
  const auto& y = b_.sentence->words;
  std::uint32_t best = 0;
  runs_.assign(y.size() + 1, {});
  for (const SentenceWord& word : x) {
    Run diagonal;
    for (std::size_t j = 0; j < y.size(); ++j) {
      const Run above = runs_[j + 1];
      runs_[j + 1] =
          word.fold == y[j].fold
              ? Run{diagonal.words + 1, diagonal.content || word.content}
              : Run{};
      if (runs_[j + 1].content) best = std::max(best, runs_[j + 1].words);
      diagonal = above;
    }
  }
  return best;
}

std::uint32_t Overlap::neighbouring_terms() const {
  const auto& x = a_.sentence->term_pairs;
  const auto& y = b_.sentence->term_pairs;
  std::uint32_t both = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i] == y[j]) ++both;
    const bool next = x[i] <= y[j];
    j += y[j] <= x[i] ? 1 : 0;
    i += next ? 1 : 0;
  }
  return both;
}

float Overlap::inside(const Side& side) const {
  const StorySentence& sentence = *side.sentence;
  float best = 0;
  for (auto i = sentence.units.first; i < sentence.units.last; ++i) {
    const Range terms = story_.units[i].terms;
    if (terms.size() < 2) continue;
    Sums unit;
    for (auto t = terms.first; t < terms.last; ++t) {
      const auto at = t - sentence.terms.first;
      unit.all += side.weights[at];
      unit.matched += side.weights[at] * side.matches[at].whole;
    }
    if (unit.all > 0) best = std::max(best, unit.matched / unit.all);
  }
  return best;
}

float Overlap::best_inside() const { return std::max(inside(a_), inside(b_)); }

}  // namespace stemma::collate
