#include "reuse/verify.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "reuse/word_overlap.h"

namespace stemma::reuse {
namespace {

constexpr double kLeastEvidence = 23.2;
constexpr double kLeastSimilarity = 0.5;
// Of so few different words, so many must be neither numbers nor capitalised:
// a title, a reference or a list of names is given alike without being taken.
constexpr std::size_t kFewDifferent = 12;
constexpr std::size_t kLeastPlain = 5;
constexpr double kMuchTheSame = 0.6;
constexpr double kVerbatim = 0.95;
constexpr double kEdited = 0.6;
constexpr double kMinSummarySimilarity = 0.65;
constexpr std::size_t kMinSummaryWords = 22;  // different ones

PageRange page_range(const Page& page, WordRange content) {
  return {page.content[content.begin], page.content[content.end - 1] + 1};
}

WordRange content_range(const Page& page, PageRange range) {
  const auto position = [&](std::uint32_t word) {
    return static_cast<std::uint32_t>(
        std::lower_bound(page.content.begin(), page.content.end(), word) -
        page.content.begin());
  };
  return {position(range.begin), position(range.end)};
}

// Texts on one matter share words by chance. The less two stretches resemble
// one another, the more different words they must share to be one passage: 9
// where most is the same, 17 at a half. Above kMuchTheSame the likeness says
// no more, as short runs of equal words are everywhere; below kLeastSimilarity
// long texts on one matter are as frequent as reworded ones. The
// weights are those of a logistic regression over passages known to be shared
// or not.
bool is_beyond_chance(std::size_t different_words, double similarity) {
  return similarity >= kLeastSimilarity &&
         3.95 * std::log(1.0 + static_cast<double>(different_words)) +
                 23.6 * std::min(similarity, kMuchTheSame) >=
             kLeastEvidence;
}

PassageKind kind_of(double in_order) {
  if (in_order >= kVerbatim) return PassageKind::kVerbatim;
  return in_order >= kEdited ? PassageKind::kEdited : PassageKind::kParaphrase;
}

// The pairs as runs of neighbouring words.
std::vector<AlignedRun> runs_of(const Page& a, const Page& b,
                                std::span<const AlignedPair> pairs) {
  std::vector<AlignedRun> runs;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const Span at_a = a.spans[pairs[k].a];
    const Span at_b = b.spans[pairs[k].b];
    if (k > 0 && pairs[k].a == pairs[k - 1].a + 1 &&
        pairs[k].b == pairs[k - 1].b + 1) {
      runs.back().a.end = at_a.end;
      runs.back().b.end = at_b.end;
    } else {
      runs.push_back({at_a, at_b});
    }
  }
  return runs;
}

std::size_t quoted_words(const Page& page, PageRange range) {
  std::size_t quoted = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    quoted += (page.marks[i] & kQuoted) != 0 ? 1 : 0;
  }
  return quoted;
}

// True if the words bear out the match, and it is what the options ask for.
bool is_borne_out(const Evidence& evidence, bool summary,
                  const ReuseOptions& options) {
  const std::size_t shorter = std::min(evidence.words_a, evidence.words_b);
  if (shorter == 0 || shorter < options.min_words ||
      evidence.similarity < options.min_similarity) {
    return false;
  }
  const Overlap& overlap = evidence.overlap;
  return summary ? evidence.similarity >= kMinSummarySimilarity &&
                       overlap.different >= kMinSummaryWords
                 : is_beyond_chance(overlap.different, evidence.similarity) &&
                       (overlap.different >= kFewDifferent ||
                        overlap.plain >= kLeastPlain);
}

}  // namespace

void Verifier::set_words(PairWords& words) {
  words_ = &words;
  aligner_.set_numbers(words.fold_numbers());
}

// Appends the words of the ranges that stand for each other, by place.
void Verifier::align(PageRanges ranges, std::vector<AlignedPair>& out) {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  const auto part = [](const auto& all, PageRange range) {
    return std::span(all).subspan(range.begin, range.size());
  };
  aligner_.align_by_anchors(
      {part(words_->a().folds, ranges.a), part(words_->b().folds, ranges.b),
       part(words_->a().page->weights, ranges.a)},
      out);
  for (auto pair = out.begin() + first; pair != out.end(); ++pair) {
    pair->a += ranges.a.begin;
    pair->b += ranges.b.begin;
  }
}

// Brings aligned_ from the stretches before their borders were set to those
// after: what lies outside is dropped, what is new at either end is aligned.
void Verifier::complete_alignment(const PageRanges& ranges) {
  const auto is_outside = [&](const AlignedPair& pair) {
    return pair.a < ranges.a.begin || pair.a >= ranges.a.end ||
           pair.b < ranges.b.begin || pair.b >= ranges.b.end;
  };
  std::erase_if(aligned_, is_outside);
  if (aligned_.empty()) {
    align(ranges, aligned_);
    return;
  }
  const AlignedPair first = aligned_.front();
  const AlignedPair last = aligned_.back();
  part_.clear();
  align({{ranges.a.begin, first.a}, {ranges.b.begin, first.b}}, part_);
  aligned_.insert(aligned_.begin(), part_.begin(), part_.end());
  align({{last.a + 1, ranges.a.end}, {last.b + 1, ranges.b.end}}, aligned_);
}

// False if the sentences of both sides have too few words in common for any
// passage: most chance matches end here, before anything is aligned.
bool Verifier::may_be_shared(const PageRanges& ranges) {
  const auto sentences = [](const Page& page, PageRange range) {
    return PageRange{page.sentence_at(range.begin).words.begin,
                     page.sentence_at(range.end - 1).words.end};
  };
  const Overlap overlap =
      words_->overlap(sentences(*words_->a().page, ranges.a),
                      sentences(*words_->b().page, ranges.b));
  return is_beyond_chance(overlap.different, 1);
}

Evidence Verifier::weigh(const Match& match) {
  const Page& a = *words_->a().page;
  const Page& b = *words_->b().page;
  Evidence evidence;
  evidence.ranges = {page_range(a, match.a), page_range(b, match.b)};
  aligned_.clear();
  if (match.summary) {
    evidence.ranges.a = whole_sentences(a, evidence.ranges.a);
    evidence.ranges.b = whole_sentences(b, evidence.ranges.b);
  } else {
    if (!may_be_shared(evidence.ranges)) return evidence;
    align(evidence.ranges, aligned_);
    evidence.ranges = set_borders(*words_, evidence.ranges, aligned_);
  }
  evidence.words_a = evidence.ranges.a.size();
  evidence.words_b = evidence.ranges.b.size();
  evidence.overlap = words_->overlap(evidence.ranges.a, evidence.ranges.b);
  const std::size_t shorter = std::min(evidence.words_a, evidence.words_b);
  const std::size_t common = evidence.overlap.common;
  evidence.similarity = match.summary
                            ? dice(common, shorter, shorter)
                            : dice(common, evidence.words_a, evidence.words_b);
  return evidence;
}

std::optional<Evidence> Verifier::judge(Match& match,
                                        const ReuseOptions& options) {
  Evidence evidence = weigh(match);
  if (!is_borne_out(evidence, match.summary, options)) return std::nullopt;
  match.common = evidence.overlap.common;
  match.stretch = evidence.ranges.stretch;
  match.a = content_range(*words_->a().page, evidence.ranges.a);
  match.b = content_range(*words_->b().page, evidence.ranges.b);
  return evidence;
}

Passage Verifier::passage_of(const Evidence& evidence, const Match& match) {
  const Page& a = *words_->a().page;
  const Page& b = *words_->b().page;
  const PageRanges& ranges = evidence.ranges;
  complete_alignment(ranges);
  const double in_order =
      dice(aligned_.size(), evidence.words_a, evidence.words_b);
  Passage passage;
  passage.span_a = a.span_of(ranges.a);
  passage.span_b = b.span_of(ranges.b);
  passage.kind = match.summary ? PassageKind::kParaphrase : kind_of(in_order);
  // No fewer than those in order, which have the same stem too.
  passage.similarity = evidence.similarity;
  passage.quoted = static_cast<double>(quoted_words(a, ranges.a) +
                                       quoted_words(b, ranges.b)) /
                   static_cast<double>(evidence.words_a + evidence.words_b);
  passage.aligned = runs_of(a, b, aligned_);
  return passage;
}

}  // namespace stemma::reuse
