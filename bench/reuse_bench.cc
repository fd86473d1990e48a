// What is measured: words aligned per second, and reports searched for shared
// passages, in bytes of text per second. The texts are made of numbered words
// (Zipf's law), every eighth report a reworked copy of the one before.
// Run with: scripts/dev bench --benchmark_filter=Reuse
#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "numbered_words.h"
#include "reuse/align.h"
#include "reuse/reuse.h"
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

void bench_align_words(benchmark::State& state) {
  stemma::NumberedWords numbers;
  std::vector<std::uint64_t> a;
  for (std::int64_t i = 0; i < state.range(0); ++i) a.push_back(numbers.word());
  std::vector<std::uint64_t> b = a;
  for (std::size_t i = 0; i < b.size(); i += 8) b[i] = numbers.word();
  for (auto _ : state) {
    benchmark::DoNotOptimize(stemma::reuse::align_words(a, b));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bench_align_words)->Range(64, 4096);

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
