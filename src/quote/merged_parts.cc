#include "quote/merged_parts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace stemma::quote {
namespace {

constexpr float kLeastRun = 0.8F;          // of the words of the shorter part
constexpr std::size_t kLeastWords = 5;     // of the shorter part, and beside it
constexpr std::size_t kWordsLeftOver = 2;  // at the ends, go with the stretch

// Words [first, last) of a wording.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

// The longest stretch of `whole` that stands in `part` word by word.
Stretch longest_run(const Wording& whole, const Wording& part) {
  std::vector<std::size_t> runs(part.words.size() + 1, 0);
  Stretch best;
  for (std::size_t i = 0; i < whole.words.size(); ++i) {
    for (std::size_t j = part.words.size(); j > 0; --j) {
      const bool same = whole.words[i].stem == part.words[j - 1].stem;
      runs[j] = same ? runs[j - 1] + 1 : 0;
      if (runs[j] > best.last - best.first) best = {i + 1 - runs[j], i + 1};
    }
  }
  return best;
}

// Where the words of a stretch of text stand.
std::vector<Span> word_spans(const Analysis& analysis, Span span) {
  std::vector<Span> words;
  auto token = std::lower_bound(
      analysis.tokens.begin(), analysis.tokens.end(), span.begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  for (; token != analysis.tokens.end() && token->span.begin < span.end;
       ++token) {
    if (token->kind != TokenKind::kPunctuation) words.push_back(token->span);
  }
  return words;
}

// A part and the shorter one whose words it holds, by the former.
using Merged = std::map<std::uint32_t, std::uint32_t>;

Merged find_merged(const std::vector<PartPair>& pairs,
                   const std::vector<Part>& parts,
                   const std::vector<std::uint32_t>& roots) {
  std::vector<std::uint32_t> sizes(parts.size(), 0);
  for (const std::uint32_t root : roots) ++sizes[root];
  SpeakerPairs names;
  Merged merged;
  for (const PartPair& pair : pairs) {
    auto [whole, part] = std::make_pair(pair.a, pair.b);
    const auto words = [&parts](std::uint32_t i) {
      return parts[i].wording.words.size();
    };
    if (words(whole) < words(part)) std::swap(whole, part);
    if (pair.features[kRunOfShorter] >= kLeastRun &&
        pair.features[kOneIndirect] == 0 &&
        parts[whole].quotation.form != QuotationForm::kIndirect &&
        parts[whole].quotation.content.size() == 1 &&
        words(part) >= kLeastWords &&
        words(whole) >= words(part) + kLeastWords &&
        parts[whole].witness != parts[part].witness &&
        roots[whole] != roots[part] && sizes[roots[whole]] > 1 &&
        names.may_be_one(parts[whole].quotation.speaker,
                         parts[part].quotation.speaker)) {
      merged.emplace(whole, part);
    }
  }
  return merged;
}

}  // namespace

void part_merged(std::span<const Witness> witnesses, const WordWeights& weights,
                 const std::vector<PartPair>& pairs, std::vector<Part>& parts,
                 std::vector<std::uint32_t>& roots) {
  const Merged merged = find_merged(pairs, parts, roots);
  if (merged.empty()) return;
  const std::size_t size = parts.size();
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto found = merged.find(parts[i].same_as);
    if (found == merged.end() || parts[i].quotation.content.size() != 1) {
      continue;
    }
    const Analysis& analysis = *witnesses[parts[i].witness].analysis;
    const Span all = parts[i].quotation.content.front();
    const std::vector<Span> words = word_spans(analysis, all);
    const Stretch run =
        longest_run(parts[i].wording, parts[found->second].wording);
    if (run.first == run.last || run.last > words.size()) continue;
    Span stretch{words[run.first].begin, words[run.last - 1].end};
    if (run.first <= kWordsLeftOver) stretch.begin = all.begin;
    if (words.size() - run.last <= kWordsLeftOver) stretch.end = all.end;
    Part part = parts[i];
    part.quotation.content = {stretch};
    part.wording = read_wording(analysis, part.quotation.content, weights);
    part.same_as = static_cast<std::uint32_t>(parts.size());
    std::vector<Span> rest;
    if (stretch.begin > all.begin) rest.push_back({all.begin, stretch.begin});
    if (stretch.end < all.end) rest.push_back({stretch.end, all.end});
    parts[i].wording = read_wording(analysis, rest, weights);
    parts[i].quotation.content = std::move(rest);
    parts.push_back(std::move(part));
    roots.push_back(roots[found->second]);
  }
}

}  // namespace stemma::quote
