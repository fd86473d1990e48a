// What is measured: readings of one text laid side by side word by word, by
// their length: ten readings, each with every tenth word changed, and rows of
// a matrix with many short readings. Words by Zipf's law.
// Run with: scripts/dev bench --benchmark_filter=Collate
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include "collate/word_columns.h"
#include "numbered_words.h"

namespace {

using stemma::collate::CollatedWord;
using stemma::collate::Reading;

constexpr std::uint64_t kFunctionWords = 60;

std::vector<Reading> make_readings(std::size_t count, std::size_t words) {
  stemma::NumberedWords numbers;
  const auto word = [&] {
    const std::uint64_t number = numbers.word();
    return CollatedWord{number, number, number > kFunctionWords};
  };
  Reading text;
  for (std::size_t i = 0; i < words; ++i) text.push_back(word());
  std::vector<Reading> readings(count, text);
  for (Reading& reading : readings) {
    for (CollatedWord& each : reading) {
      if (numbers.next() < 0.1) each = word();
    }
  }
  return readings;
}

void bench_collate(benchmark::State& state) {
  const std::vector<Reading> readings =
      make_readings(static_cast<std::size_t>(state.range(0)),
                    static_cast<std::size_t>(state.range(1)));
  for (auto _ : state) {
    const auto columns = stemma::collate::align_readings(readings);
    if (columns.count < readings[0].size()) state.SkipWithError("columns");
    benchmark::DoNotOptimize(columns.count);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0) * state.range(1));
}

BENCHMARK(bench_collate)
    ->Name("CollateWords")
    ->Args({10, 10'000})
    ->Args({13, 1'000})
    ->Args({10, 30})
    ->Args({1'000, 30});

}  // namespace
