// Prints what the rules of the reuse module judge by, for every stretch that
// the matcher brings up in pairs of reports that are labelled: what
// scripts/learn_reuse_rules.py learns from.
//
//   reuse_features REPORTS.jsonl PAIRS.tsv > features.tsv
//
// PAIRS has two ids a line, and more that is passed over. A line of the output:
// stretch or summary, id, begin, end, id, begin, end (code points), different
// words, similarity, content words of the longer side, share that other
// passages explain, whether the rules take it.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "reuse/boilerplate.h"
#include "reuse/matcher.h"
#include "reuse/pages.h"
#include "reuse/verify.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace {

using namespace stemma;  // NOLINT: the program is about these

struct Prepared {
  std::vector<Witness> witnesses;
  std::vector<std::vector<Span>> boilerplate;
  reuse::WordSpread spread{0};
  reuse::Library library;
};

void prepare(Corpus& corpus, Prepared& pages) {
  std::vector<reuse::Outline> outlines;
  std::size_t words = 0;
  for (const Report& report : corpus.reports) {
    corpus.analyses.push_back(text::analyze_words(report));
    outlines.push_back(reuse::outline(report, corpus.analyses.back()));
    words += outlines.back().terms.size();
  }
  pages.boilerplate = reuse::take_out_boilerplate(outlines, {});
  pages.spread = reuse::WordSpread(words);
  for (std::size_t r = 0; r < outlines.size(); ++r) {
    pages.witnesses.push_back({&corpus.reports[r], &corpus.analyses[r], {}});
    std::vector<reuse::Term>& terms = outlines[r].terms;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    pages.spread.add(terms);
  }
  pages.spread.finish();
  pages.library.witnesses = pages.witnesses;
  pages.library.boilerplate = pages.boilerplate;
  pages.library.spread = &pages.spread;
}

void print_side(const Report& report, Span span) {
  const Span at = CodePointMap(report.text).to_code_points(span);
  std::printf("\t%s\t%u\t%u", report.id.c_str(), at.begin, at.end);
}

// Prints what the matcher brings up in one pair after the other.
class PairPrinter {
 public:
  void print_pair(const reuse::Page& a, const reuse::Page& b) {
    std::size_t common = 0;
    words_.set_a(a);
    words_.set_b(b);
    matcher_.set_a(words_);
    matcher_.set_b(words_);
    verifier_.set_words(words_);
    matcher_.match([&](reuse::Match& match) {
      reuse::Match judged = match;
      const bool taken = verifier_.judge(judged, options_).has_value();
      print("stretch", match, 0, taken);
      if (taken) common += judged.common;
      match = judged;
      return taken;
    });
    matcher_.match_summary([&](reuse::Match& match) {
      const reuse::Evidence evidence = verifier_.weigh(match);
      const double explained =
          static_cast<double>(common) /
          std::max(1.0, static_cast<double>(evidence.overlap.common));
      reuse::Match judged = match;
      const bool taken = verifier_.judge(judged, options_).has_value();
      print("summary", match, explained, taken);
      return taken;
    });
  }

 private:
  void print(const char* kind, const reuse::Match& match, double explained,
             bool taken) {
    const reuse::Evidence evidence = verifier_.weigh(match);
    const reuse::Page& a = *words_.a().page;
    const reuse::Page& b = *words_.b().page;
    std::printf("%s", kind);
    print_side(*a.report, a.span_of(evidence.ranges.a));
    print_side(*b.report, b.span_of(evidence.ranges.b));
    std::printf("\t%zu\t%.5f\t%u\t%.5f\t%d\n", evidence.overlap.different,
                evidence.similarity, std::max(match.a.size(), match.b.size()),
                explained, taken ? 1 : 0);
  }

  const ReuseOptions options_;
  reuse::PairWords words_;
  reuse::Matcher matcher_;
  reuse::Verifier verifier_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("reuse_features REPORTS.jsonl PAIRS.tsv\n", stderr);
    return 2;
  }
  const std::vector<std::string> inputs{argv[1]};
  ReadOptions options;
  options.analyses = Analyses::kNotMade;
  auto corpus = read_corpus(inputs, options);
  std::ifstream lines(argv[2]);
  if (!corpus || !lines) {
    std::fputs("reuse_features: cannot read its inputs\n", stderr);
    return 1;
  }
  Prepared pages;
  prepare(*corpus, pages);
  std::map<std::string, ReportIndex> by_id;
  for (ReportIndex r = 0; r < corpus->reports.size(); ++r) {
    by_id[corpus->reports[r].id] = r;
  }
  PairPrinter printer;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream fields(line);
    std::string first;
    std::string second;
    fields >> first >> second;
    const auto x = by_id.find(first);
    const auto y = by_id.find(second);
    if (x == by_id.end() || y == by_id.end()) continue;
    const auto [a, b] = std::minmax(x->second, y->second);
    printer.print_pair(*reuse::make_page(pages.library, a),
                       *reuse::make_page(pages.library, b));
  }
  return 0;
}
