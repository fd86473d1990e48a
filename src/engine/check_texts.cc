// Checking texts against a corpus. The texts stand at the end of the corpus, so
// that one run of `reuse` over all of it compares every text with every report
// and no report with another. A word counts as found if it stands in a
// verified passage and has its like on the other side, in place or moved; so
// the two percentages say how many words, not how long the passages are.
//
// Of reports with equal text one is compared, and all are listed.
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

using Words = std::vector<bool>;  // by token: counted

bool is_word(const Token& token) {
  return token.kind != TokenKind::kPunctuation;
}

std::uint32_t word_count(const Analysis& analysis) {
  return static_cast<std::uint32_t>(
      std::count_if(analysis.tokens.begin(), analysis.tokens.end(), is_word));
}

double share(const Words& found, std::uint32_t words) {
  const auto count = std::count(found.begin(), found.end(), true);
  return words == 0 ? 0 : static_cast<double>(count) / words;
}

// Sets the words of `analysis` in `span` to `value`.
void set_words(const Analysis& analysis, Span span, bool value, Words& words) {
  const std::vector<Token>& tokens = analysis.tokens;
  auto token = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  for (; token != tokens.end() && token->span.end <= span.end; ++token) {
    if (!is_word(*token)) continue;
    words[static_cast<std::size_t>(token - tokens.begin())] = value;
  }
}

// Adds the words of a passage that have their like on the other side.
void add_found(const Analysis& analysis, Span span,
               const std::vector<Span>& own, Words& found) {
  Words here(analysis.tokens.size(), false);
  set_words(analysis, span, true, here);
  for (const Span each : own) set_words(analysis, each, false, here);
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i]) found[i] = true;
  }
}

// The words of each side that the other does not have.
std::pair<std::vector<Span>, std::vector<Span>> own_words(
    const Collation& collation) {
  std::pair<std::vector<Span>, std::vector<Span>> own;
  for (const Change& change : collation.changes[1]) {
    if (change.kind == ChangeKind::kMoved) continue;
    own.first.insert(own.first.end(), change.base.begin(), change.base.end());
    own.second.insert(own.second.end(), change.spans.begin(),
                      change.spans.end());
  }
  return own;
}

class Checker {
 public:
  Checker(const Corpus& corpus, std::size_t texts, const ReuseOptions& options,
          unsigned threads)
      : corpus_(corpus),
        first_text_(static_cast<ReportIndex>(corpus.reports.size() - texts)) {
    std::vector<ReportIndex> all(corpus.reports.size());
    std::iota(all.begin(), all.end(), ReportIndex{0});
    ReuseOptions asked = options;
    asked.max_partners = 0;
    asked.asked_from = first_text_;
    found_ = find_reuse(corpus, all, asked, threads);
    stands_for_ = all;
    equal_.resize(all.size(), nullptr);
    for (const auto& group : found_.equal) {
      equal_[group.front()] = &group;
      for (const ReportIndex member : group) {
        stands_for_[member] = group.front();
      }
    }
    for (const Passage& passage : found_.passages) {
      passages_[passage.a].push_back(passage);
      Passage turned = passage;
      std::swap(turned.a, turned.b);
      std::swap(turned.span_a, turned.span_b);
      for (AlignedRun& run : turned.aligned) std::swap(run.a, run.b);
      passages_[turned.a].push_back(turned);
    }
  }

  TextCheck check(ReportIndex text) const {
    const Analysis& analysis = corpus_.analyses[text];
    TextCheck result;
    result.text = text;
    result.words = word_count(analysis);
    result.compared = first_text_;
    Words found(analysis.tokens.size(), false);
    std::map<ReportIndex, std::vector<Passage>> by_report;
    const auto passages = passages_.find(stands_for_[text]);
    if (passages != passages_.end()) {
      for (const Passage& passage : passages->second) {
        by_report[passage.b].push_back(passage);
      }
    }
    for (const auto& [report, shared] : by_report) {
      list(compare(text, report, shared, found), corpus_.reports[text], result);
    }
    list_equal(text, found, result);
    result.found = share(found, result.words);
    std::stable_sort(result.reports.begin(), result.reports.end(),
                     [](const SharedWith& x, const SharedWith& y) {
                       return std::tuple(-x.share_of_text, x.report) <
                              std::tuple(-y.share_of_text, y.report);
                     });
    return result;
  }

 private:
  Collation collate(const Passage& passage) const {
    const std::vector<Stretch> sides = {{passage.a, {passage.span_a}},
                                        {passage.b, {passage.span_b}}};
    return collate_words(corpus_, sides, {.least_moved = 2});
  }

  // What the text shares with one report; what is found is added to `found`.
  SharedWith compare(ReportIndex text, ReportIndex report,
                     const std::vector<Passage>& shared, Words& found) const {
    const Analysis& analysis = corpus_.analyses[text];
    const Analysis& other = corpus_.analyses[report];
    SharedWith result;
    result.report = report;
    Words of_text(analysis.tokens.size(), false);
    Words of_report(other.tokens.size(), false);
    for (Passage passage : shared) {
      passage.a = text;
      CheckedPassage checked{passage, collate(passage)};
      const auto [own_text, own_report] = own_words(checked.collation);
      add_found(analysis, passage.span_a, own_text, of_text);
      add_found(other, passage.span_b, own_report, of_report);
      result.passages.push_back(std::move(checked));
    }
    for (std::size_t i = 0; i < of_text.size(); ++i) {
      if (of_text[i]) found[i] = true;
    }
    result.share_of_text = share(of_text, word_count(analysis));
    result.share_of_report = share(of_report, word_count(other));
    std::sort(result.passages.begin(), result.passages.end(),
              [](const CheckedPassage& x, const CheckedPassage& y) {
                return std::tie(x.passage.span_a, x.passage.span_b) <
                       std::tie(y.passage.span_a, y.passage.span_b);
              });
    return result;
  }

  // Lists a result for every report of the corpus that has the text that was
  // compared, but for the one that `except` is.
  void list(const SharedWith& shared, const Report& except,
            TextCheck& result) const {
    const ReportIndex first = stands_for_[shared.report];
    std::vector<ReportIndex> reports = {first};
    if (equal_[first] != nullptr) reports = *equal_[first];
    for (const ReportIndex report : reports) {
      if (report >= first_text_) continue;
      if (except.id == corpus_.reports[report].id) continue;
      result.reports.push_back(shared);
      result.reports.back().report = report;
      for (CheckedPassage& checked : result.reports.back().passages) {
        checked.passage.b = report;
      }
    }
  }

  // Reports of the text itself share all of it.
  void list_equal(ReportIndex text, Words& found, TextCheck& result) const {
    const Report& report = corpus_.reports[text];
    const auto size = static_cast<std::uint32_t>(report.text.size());
    const ReportIndex first = stands_for_[text];
    if (equal_[first] == nullptr) return;
    result.compared -= static_cast<std::uint32_t>(std::count_if(
        equal_[first]->begin(), equal_[first]->end(), [&](ReportIndex other) {
          return other < first_text_ && report.id == corpus_.reports[other].id;
        }));
    const Passage whole{.a = text,
                        .b = first,
                        .span_a = {0, size},
                        .span_b = {0, size},
                        .similarity = 1};
    Words all(found.size(), false);
    const std::size_t before = result.reports.size();
    list(compare(text, first, {whole}, all), report, result);
    if (result.reports.size() > before) found = std::move(all);
  }

  const Corpus& corpus_;
  ReportIndex first_text_;
  ReuseResult found_;
  std::vector<ReportIndex> stands_for_;  // by report: the first of its equals
  std::vector<const std::vector<ReportIndex>*> equal_;    // by the first
  std::map<ReportIndex, std::vector<Passage>> passages_;  // both directions
};

}  // namespace

std::vector<TextCheck> check_texts(const Corpus& corpus, std::size_t texts,
                                   const ReuseOptions& options,
                                   unsigned threads) {
  const Checker checker(corpus, texts, options, threads);
  const std::size_t first = corpus.reports.size() - texts;
  std::vector<TextCheck> checks(texts);
  parallel_for(texts, thread_count(threads), [&](std::size_t i) {
    checks[i] = checker.check(static_cast<ReportIndex>(first + i));
  });
  return checks;
}

}  // namespace stemma
