// The passages of one pair of reports.
//
// For a pair, stretches that hold much the same words are found from words
// that have the same neighbours in both (matcher.cc), and a stretch that seems
// to sum up the whole of the other report. Each stretch is verified on all its
// words: borders, alignment, similarity (borders.cc, verify.cc). Of passages
// that take up the same text the strongest is kept.
#include "reuse/pair.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

namespace stemma::reuse {
namespace {

// A pair that shares more passages keeps the strongest ones.
constexpr std::size_t kMostPassages = 4096;
constexpr double kLeastSummary = -5.2;
// Of a summary, taken over word for word in one piece.
constexpr double kMostPrinted = 0.5;

// A long text holds most words of anything by chance, and the passages found
// already may be all that a summary seems to be: the more there is of either,
// the more words a summary must share. The weights are those of a logistic
// regression over summaries and other texts.
bool is_summary(double similarity, std::size_t words_summed_up,
                double explained) {
  return 24.6 * similarity -
             4.0 * std::log(static_cast<double>(words_summed_up)) -
             3.5 * explained >=
         kLeastSummary;
}

// True if most of what seems to be a summary was taken over word for word in
// one piece: that passage says what the two texts have in common.
bool is_printed(Span a, Span b, const std::vector<Passage>& passages) {
  const bool a_is_brief = a.size() < b.size();
  const Span brief = a_is_brief ? a : b;
  return std::any_of(
      passages.begin(), passages.end(), [&](const Passage& passage) {
        const Span taken = a_is_brief ? passage.span_a : passage.span_b;
        return passage.kind == PassageKind::kVerbatim &&
               shared_bytes(brief, taken) > kMostPrinted * brief.size();
      });
}

// True if the one side of a passage sums up the other.
bool sums_up(Span brief, Span full) { return full.size() > 2 * brief.size(); }

// How much of a text a passage shows to be shared. A short one word for word
// shows more than a long one of which half is alike.
double strength(const Passage& passage) {
  const bool summary = sums_up(passage.span_a, passage.span_b) ||
                       sums_up(passage.span_b, passage.span_a);
  return std::pow(passage.similarity, summary ? 1 : 3) *
         (passage.span_a.size() + passage.span_b.size());
}

// True if most of the shorter is in the longer.
bool mostly_same(Span x, Span y) {
  return 2 * std::size_t{shared_bytes(x, y)} > std::min(x.size(), y.size());
}

// True if `kept` takes up the text of `passage` on either side. A summary
// takes up its own text, not the one that it sums up.
bool takes_up(const Passage& kept, const Passage& passage) {
  return (!sums_up(kept.span_b, kept.span_a) &&
          mostly_same(kept.span_a, passage.span_a)) ||
         (!sums_up(kept.span_a, kept.span_b) &&
          mostly_same(kept.span_b, passage.span_b));
}

// Of passages of one pair that take up the same text on either side keeps
// the one that shares most.
void drop_overlaps(std::vector<Passage>& passages) {
  std::sort(passages.begin(), passages.end(),
            [](const Passage& x, const Passage& y) {
              return std::tuple(-strength(x), x.span_a, x.span_b) <
                     std::tuple(-strength(y), y.span_a, y.span_b);
            });
  std::vector<Passage> kept;
  if (passages.size() > kMostPassages) passages.resize(kMostPassages);
  for (Passage& passage : passages) {
    const bool taken = std::any_of(
        kept.begin(), kept.end(),
        [&](const Passage& other) { return takes_up(other, passage); });
    if (!taken) kept.push_back(std::move(passage));
  }
  passages = std::move(kept);
}

}  // namespace

void PairComparer::set_a(std::shared_ptr<const Page> a) {
  a_ = std::move(a);
  words_.set_a(*a_);
  matcher_.set_a(words_);
  verifier_.set_words(words_);
}

std::vector<Passage> PairComparer::compare(const Page& b) {
  std::vector<Passage> passages;
  std::size_t common = 0;
  words_.set_b(b);
  matcher_.set_b(words_);
  matcher_.match([&](Match& match) {
    const std::optional<Evidence> evidence = verifier_.judge(match, options_);
    if (!evidence) return false;
    common += match.common;
    passages.push_back(verifier_.passage_of(*evidence, match));
    return true;
  });
  matcher_.match_summary([&](Match& match) {
    const std::optional<Evidence> evidence = verifier_.judge(match, options_);
    if (!evidence) return false;
    const double explained =
        static_cast<double>(common) / static_cast<double>(match.common);
    if (!is_summary(evidence->similarity,
                    std::max(match.a.size(), match.b.size()), explained) ||
        is_printed(a_->span_of(evidence->ranges.a),
                   b.span_of(evidence->ranges.b), passages)) {
      return false;
    }
    passages.push_back(verifier_.passage_of(*evidence, match));
    return true;
  });
  drop_overlaps(passages);
  return passages;
}

}  // namespace stemma::reuse
