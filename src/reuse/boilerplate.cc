// Boilerplate: the hashes of all sentences with their reports are sorted, so
// that those of one sentence stand side by side, and counted.
//
// It is done twice. A report of which the larger part is repeated is an
// outlet's own text in several versions; with those out of the way, what five
// versions and one later report have in common is no boilerplate of that
// report.
#include "reuse/boilerplate.h"

#include <algorithm>
#include <utility>

#include <boost/unordered/unordered_flat_set.hpp>

#include "base/hash.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kLeastReports = 5;
constexpr std::size_t kLeastWords = 4;
constexpr std::size_t kLeastWordsOfLine = 2;
constexpr std::size_t kMostWords = 1000;
constexpr std::uint64_t kAnyNumber = 0x6E756D626572;

using Repeated = boost::unordered_flat_set<std::uint64_t>;

// The sentences of kLeastReports or more of the reports `counted`.
Repeated find_repeated(std::span<const Outline> reports,
                       const std::vector<bool>& counted) {
  std::vector<std::pair<std::uint64_t, ReportIndex>> all;
  for (ReportIndex report = 0; report < reports.size(); ++report) {
    if (!counted[report]) continue;
    for (const SentenceKey& key : reports[report].sentences) {
      all.emplace_back(key.hash, report);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  Repeated repeated;
  for (std::size_t i = 0; i + kLeastReports <= all.size(); ++i) {
    if (all[i].first == all[i + kLeastReports - 1].first) {
      repeated.insert(all[i].first);
    }
  }
  return repeated;
}

bool is_larger_part(std::span<const SentenceKey> sentences,
                    const Repeated& repeated) {
  std::size_t words = 0;
  std::size_t inside = 0;
  for (const SentenceKey& key : sentences) {
    words += key.words;
    if (repeated.contains(key.hash)) inside += key.words;
  }
  return 2 * inside > words;
}

// Takes the repeated sentences' terms out of the outline; their spans.
std::vector<Span> take_out(Outline& outline, const Repeated& repeated) {
  std::vector<Span> spans;
  std::vector<Term> left;
  std::size_t from = 0;
  const auto at = [&](std::size_t term) {
    return outline.terms.begin() + static_cast<std::ptrdiff_t>(term);
  };
  for (const SentenceKey& key : outline.sentences) {
    if (!repeated.contains(key.hash)) continue;
    spans.push_back(key.span);
    left.insert(left.end(), at(from), at(key.first_term));
    from = std::size_t{key.first_term} + key.terms;
  }
  if (spans.empty()) return spans;
  left.insert(left.end(), at(from), outline.terms.end());
  outline.terms = std::move(left);
  return spans;
}

}  // namespace

Outline outline(const Report& report, const Analysis& analysis) {
  Outline out;
  const bool has_outlet = !report.outlet.empty();
  const std::uint64_t outlet = hash_bytes(report.outlet);
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    const std::size_t first = out.terms.size();
    std::uint64_t hash = outlet;
    std::size_t words = 0;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind == TokenKind::kPunctuation) continue;
      const bool number = token.kind == TokenKind::kNumber;
      hash = hash_combine(hash, number ? kAnyNumber : token.fold);
      ++words;
      if (is_content(token)) out.terms.push_back(static_cast<Term>(token.stem));
    }
    const bool line = sentence.kind == SentenceKind::kHeading;
    if (!has_outlet || words < (line ? kLeastWordsOfLine : kLeastWords) ||
        words > kMostWords) {
      continue;
    }
    out.sentences.push_back(
        {hash, sentence.span, static_cast<std::uint32_t>(first),
         static_cast<std::uint16_t>(out.terms.size() - first),
         static_cast<std::uint16_t>(words)});
  }
  return out;
}

std::vector<std::vector<Span>> take_out_boilerplate(
    std::span<Outline> outlines) {
  std::vector<std::vector<Span>> spans(outlines.size());
  std::vector<bool> counted(outlines.size(), true);
  Repeated repeated = find_repeated(outlines, counted);
  if (!repeated.empty()) {
    for (std::size_t r = 0; r < outlines.size(); ++r) {
      counted[r] = !is_larger_part(outlines[r].sentences, repeated);
    }
    repeated = find_repeated(outlines, counted);
  }
  for (std::size_t r = 0; r < outlines.size(); ++r) {
    Outline& outline = outlines[r];
    if (counted[r] && !repeated.empty()) {
      spans[r] = take_out(outline, repeated);
    }
    outline.sentences = {};
  }
  return spans;
}

}  // namespace stemma::reuse
