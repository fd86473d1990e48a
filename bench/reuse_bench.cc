// What is measured, in bytes of text per second: outlines made, fingerprints
// made of them, the fingerprints sorted and put together, pairs of reports
// compared, words aligned, and all of it; beside them what the first two cannot
// do without. The texts are made of numbered words (Zipf's law), every eighth
// report a reworked copy of the one before.
// Run with: build/release/bench/reuse_bench
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/hash.h"
#include "numbered_words.h"
#include "reuse/align.h"
#include "reuse/boilerplate.h"
#include "reuse/fingerprints.h"
#include "reuse/pages.h"
#include "reuse/pair.h"
#include "reuse/reuse.h"
#include "reuse/shared_fingerprints.h"
#include "text/analyze.h"

namespace {

std::string made_up_text(stemma::NumberedWords& numbers, int words) {
  std::string text;
  for (int i = 1; i <= words; ++i) {
    text += 'w' + std::to_string(numbers.word());
    text += i % 18 == 0 ? ". " : " ";
  }
  return text;
}

// Every eighth word replaced.
std::string reworked(const std::string& text, stemma::NumberedWords& numbers) {
  std::string out;
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size() - 1) + 1;
    out += ++words % 8 == 0 ? 'x' + std::to_string(numbers.word()) + ' '
                            : text.substr(at, end - at);
    at = end;
  }
  return out;
}

struct Corpus {
  std::vector<stemma::Report> reports;
  std::vector<stemma::Analysis> analyses;
  std::vector<stemma::Witness> witnesses;
  std::int64_t bytes = 0;
};

Corpus make_corpus(std::int64_t size) {
  Corpus corpus;
  stemma::NumberedWords numbers;
  for (std::int64_t i = 0; i < size; ++i) {
    stemma::Report& report = corpus.reports.emplace_back();
    report.outlet = std::to_string(i % 20);
    report.language = "en";
    report.text =
        i % 8 == 7
            ? reworked(corpus.reports[corpus.reports.size() - 2].text, numbers)
            : made_up_text(numbers, 400);
    corpus.bytes += static_cast<std::int64_t>(report.text.size());
  }
  for (const stemma::Report& report : corpus.reports) {
    corpus.analyses.push_back(stemma::text::analyze(report));
  }
  for (std::size_t i = 0; i < corpus.reports.size(); ++i) {
    corpus.witnesses.push_back({&corpus.reports[i], &corpus.analyses[i], {}});
  }
  return corpus;
}

// Outlines with the words counted, as find_reuse makes them.
struct Outlined {
  std::vector<stemma::reuse::Outline> outlines;
  stemma::reuse::WordSpread spread{0};
};

Outlined outline_all(const Corpus& corpus) {
  Outlined all;
  std::size_t words = 0;
  for (const stemma::Witness& witness : corpus.witnesses) {
    all.outlines.push_back(
        stemma::reuse::outline(*witness.report, *witness.analysis));
    words += all.outlines.back().terms.size();
  }
  all.spread = stemma::reuse::WordSpread(words);
  for (const stemma::reuse::Outline& outline : all.outlines) {
    std::vector<stemma::reuse::Term> terms = outline.terms;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    all.spread.add(terms);
  }
  all.spread.finish();
  return all;
}

// The floor of outlines: every word is read and hashed once.
void bench_floor_words(benchmark::State& state) {
  const Corpus corpus = make_corpus(512);
  for (auto _ : state) {
    for (const stemma::Report& report : corpus.reports) {
      const std::string_view text = report.text;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        benchmark::DoNotOptimize(stemma::hash_bytes(text.substr(at, end - at)));
        at = end + 1;
      }
    }
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}
BENCHMARK(bench_floor_words)->Unit(benchmark::kMillisecond);

// The floor of fingerprints: four hashes are made for every word and written
// down.
void bench_floor_hashes(benchmark::State& state) {
  const Corpus corpus = make_corpus(2048);
  const Outlined all = outline_all(corpus);
  std::vector<std::uint64_t> found;
  for (auto _ : state) {
    for (const stemma::reuse::Outline& outline : all.outlines) {
      found.resize(4 * outline.terms.size());
      std::size_t at = 0;
      for (const std::uint64_t term : outline.terms) {
        for (std::uint64_t k = 0; k < 4; ++k) {
          std::uint64_t hash = (term + k) * 0xBF58476D1CE4E5B9U;
          hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
          found[at++] = hash ^ (hash >> 31U);
        }
      }
      benchmark::DoNotOptimize(found.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}
BENCHMARK(bench_floor_hashes)->Unit(benchmark::kMillisecond);

void bench_outline(benchmark::State& state) {
  const Corpus corpus = make_corpus(512);
  for (auto _ : state) {
    for (const stemma::Report& report : corpus.reports) {
      benchmark::DoNotOptimize(
          stemma::reuse::outline(report, stemma::text::analyze_words(report)));
    }
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}
BENCHMARK(bench_outline)->Unit(benchmark::kMillisecond);

void bench_fingerprints(benchmark::State& state) {
  const Corpus corpus = make_corpus(2048);
  const Outlined all = outline_all(corpus);
  std::vector<stemma::reuse::Fingerprint> found;
  for (auto _ : state) {
    for (const stemma::reuse::Outline& outline : all.outlines) {
      found.clear();
      stemma::reuse::append_fingerprints(outline.terms, all.spread, found);
      benchmark::DoNotOptimize(found.data());
    }
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}
BENCHMARK(bench_fingerprints)->Unit(benchmark::kMillisecond);

void bench_index(benchmark::State& state) {
  const Corpus corpus = make_corpus(2048);
  const Outlined all = outline_all(corpus);
  const stemma::reuse::Outlines outlines{all.outlines, &all.spread};
  const auto reports = static_cast<stemma::ReportIndex>(all.outlines.size());
  for (auto _ : state) {
    const stemma::reuse::SharedGroups groups =
        stemma::reuse::find_groups(outlines, {}, stemma::reuse::run_in_order);
    benchmark::DoNotOptimize(stemma::reuse::index_range(
        groups, {0, reports}, {}, stemma::reuse::run_in_order));
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
}
BENCHMARK(bench_index)->Unit(benchmark::kMillisecond);

// A report and the reworked one: the bytes of both.
void bench_compare(benchmark::State& state) {
  const Corpus corpus = make_corpus(512);
  const Outlined all = outline_all(corpus);
  const std::vector<std::vector<stemma::Span>> none(corpus.reports.size());
  stemma::reuse::Library library;
  library.witnesses = corpus.witnesses;
  library.boilerplate = none;
  library.spread = &all.spread;
  const auto a = stemma::reuse::make_page(library, 6);
  const auto b = stemma::reuse::make_page(library, 7);
  const stemma::ReuseOptions options;
  stemma::reuse::PairComparer comparer(options);
  for (auto _ : state) {
    comparer.set_a(a);
    benchmark::DoNotOptimize(comparer.compare(*b));
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(a->report->text.size() +
                                                    b->report->text.size()));
}
BENCHMARK(bench_compare);

void bench_align(benchmark::State& state, bool exact) {
  stemma::NumberedWords numbers;
  std::vector<std::uint64_t> a;
  for (std::int64_t i = 0; i < state.range(0); ++i) a.push_back(numbers.word());
  std::vector<std::uint64_t> b = a;
  for (std::size_t i = 0; i < b.size(); i += 8) b[i] = numbers.word();
  const std::vector<std::uint32_t> numbers_a(a.begin(), a.end());
  const std::vector<std::uint32_t> numbers_b(b.begin(), b.end());
  const std::vector<stemma::reuse::Weight> ones(a.size(), 1);
  const std::uint32_t most =
      std::max(*std::max_element(numbers_a.begin(), numbers_a.end()),
               *std::max_element(numbers_b.begin(), numbers_b.end()));
  stemma::reuse::Aligner aligner;
  aligner.set_numbers(most + std::size_t{1});
  std::vector<stemma::reuse::AlignedPair> pairs;
  for (auto _ : state) {
    pairs.clear();
    if (exact) {
      aligner.align({numbers_a, numbers_b, ones}, pairs);
    } else {
      aligner.align_by_anchors({numbers_a, numbers_b, ones}, pairs);
    }
    benchmark::DoNotOptimize(pairs.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  // Four bytes of a number for each word of both sides.
  state.SetBytesProcessed(state.iterations() * state.range(0) * 8);
}
BENCHMARK_CAPTURE(bench_align, exactly, true)->Range(64, 4096);
BENCHMARK_CAPTURE(bench_align, by_anchors, false)->Range(64, 4096);

void bench_find_reuse(benchmark::State& state) {
  const Corpus corpus = make_corpus(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(stemma::reuse::find_reuse(corpus.witnesses, {}));
  }
  state.SetBytesProcessed(state.iterations() * corpus.bytes);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bench_find_reuse)
    ->Range(1 << 9, 1 << 13)
    ->Unit(benchmark::kMillisecond);

}  // namespace
