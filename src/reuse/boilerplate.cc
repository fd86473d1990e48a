// Boilerplate: the hashes of all sentences with their reports are sorted, so
// that those of one sentence stand side by side, and counted.
//
// It is done twice. A report of which the larger part is repeated is an
// outlet's own text in several versions; with those out of the way, what five
// versions and one later report have in common is no boilerplate of that
// report.
#include "reuse/boilerplate.h"

#include <algorithm>
#include <iterator>
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

using HashSet = boost::unordered_flat_set<SentenceHash>;

static_assert(kMostWords < 1024, "the words of a sentence take 10 bits");
constexpr SentenceHash kWordBits = 1023;

std::size_t words_of(SentenceHash sentence) { return sentence & kWordBits; }

// The sentences of the reports of a run, and after them of those before it.
class AllSentences {
 public:
  AllSentences(std::span<const Outline> run,
               std::vector<EarlierSentences> earlier)
      : run_(run), earlier_(std::move(earlier)) {}

  std::size_t reports() const { return run_.size() + earlier_.size(); }

  template <typename Use>
  void for_each(std::size_t report, const Use& use) const {
    if (report < run_.size()) {
      for (const SentenceKey& key : run_[report].sentences) use(key.hash);
    } else {
      for (const SentenceHash hash : earlier_[report - run_.size()]) use(hash);
    }
  }

 private:
  std::span<const Outline> run_;
  std::vector<EarlierSentences> earlier_;
};

// The reports that have any of the sentences.
std::vector<EarlierSentences> reports_with(
    const HashSet& sentences, std::span<const EarlierSentences> reports) {
  std::vector<EarlierSentences> found;
  std::copy_if(reports.begin(), reports.end(), std::back_inserter(found),
               [&](EarlierSentences report) {
                 return std::any_of(report.begin(), report.end(),
                                    [&](SentenceHash sentence) {
                                      return sentences.contains(sentence);
                                    });
               });
  return found;
}

// Those of the reports before that change what is found in the run: reports
// that have a sentence of the run, and those that tell whether such a report is
// itself a text printed again.
std::vector<EarlierSentences> that_matter(
    std::span<const Outline> run, std::span<const EarlierSentences> earlier) {
  if (earlier.empty()) return {};
  HashSet sentences;
  for (const Outline& outline : run) {
    for (const SentenceKey& key : outline.sentences) sentences.insert(key.hash);
  }
  for (const EarlierSentences& report : reports_with(sentences, earlier)) {
    sentences.insert(report.begin(), report.end());
  }
  return reports_with(sentences, earlier);
}

// The sentences of kLeastReports or more of the reports `counted`.
HashSet find_repeated(const AllSentences& sentences,
                      const std::vector<bool>& counted) {
  std::vector<std::pair<SentenceHash, std::uint32_t>> all;
  for (std::uint32_t report = 0; report < sentences.reports(); ++report) {
    if (!counted[report]) continue;
    sentences.for_each(
        report, [&](SentenceHash hash) { all.emplace_back(hash, report); });
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  HashSet repeated;
  for (std::size_t i = 0; i + kLeastReports <= all.size(); ++i) {
    if (all[i].first == all[i + kLeastReports - 1].first) {
      repeated.insert(all[i].first);
    }
  }
  return repeated;
}

bool is_larger_part(const AllSentences& sentences, std::size_t report,
                    const HashSet& repeated) {
  std::size_t words = 0;
  std::size_t inside = 0;
  sentences.for_each(report, [&](SentenceHash hash) {
    words += words_of(hash);
    if (repeated.contains(hash)) inside += words_of(hash);
  });
  return 2 * inside > words;
}

// Takes the repeated sentences' terms out of the outline; their spans.
std::vector<Span> take_out(Outline& outline, const HashSet& repeated) {
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
        {(hash & ~kWordBits) | words, sentence.span,
         static_cast<std::uint32_t>(first),
         static_cast<std::uint32_t>(out.terms.size() - first)});
  }
  out.terms.shrink_to_fit();  // held until the pairs are known
  return out;
}

std::vector<std::vector<Span>> take_out_boilerplate(
    std::span<Outline> outlines, std::span<const EarlierSentences> earlier) {
  const AllSentences sentences(outlines, that_matter(outlines, earlier));
  std::vector<bool> counted(sentences.reports(), true);
  HashSet repeated = find_repeated(sentences, counted);
  if (!repeated.empty()) {
    for (std::size_t r = 0; r < counted.size(); ++r) {
      counted[r] = !is_larger_part(sentences, r, repeated);
    }
    repeated = find_repeated(sentences, counted);
  }
  std::vector<std::vector<Span>> spans(outlines.size());
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
