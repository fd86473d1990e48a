// What is measured: reports grouped into stories per second, by how many there
// are: the cost of one must not grow with the number before it. The texts are
// made of numbered words (Zipf's law); five reports share a story's rarer
// words, one day a hundred reports.
// Run with: scripts/dev bench --benchmark_filter=Story
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "story/grouper.h"
#include "text/analyze.h"

namespace {

// A fixed sequence, the same in every run (Knuth's MMIX generator).
class Numbers {
 public:
  double next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(state_ >> 11U) / 9007199254740992.0;
  }
  // Word numbers up to 30,000, the small ones often.
  std::uint64_t word() {
    return static_cast<std::uint64_t>(std::exp(next() * std::log(30'000.0)));
  }

 private:
  std::uint64_t state_ = 1;
};

stemma::Report make_report(std::int64_t number, Numbers& numbers) {
  constexpr std::int64_t kReportsOfAStory = 5;
  stemma::Report report;
  report.language = "en";
  report.published = {number / 100 * 86400, stemma::TimePrecision::kDay,
                      stemma::TimeOrigin::kField};
  for (int i = 1; i <= 300; ++i) {
    const auto story = static_cast<std::uint64_t>(number / kReportsOfAStory);
    const std::uint64_t word = numbers.next() < 0.2
                                   ? 30'000 + story * 40 + numbers.word() % 40
                                   : numbers.word();
    report.text += 'w' + std::to_string(word);
    report.text += i % 18 == 0 ? ". " : " ";
  }
  return report;
}

void bench_group_stories(benchmark::State& state) {
  std::vector<stemma::Report> reports;
  std::vector<stemma::Analysis> analyses;
  Numbers numbers;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    reports.push_back(make_report(i, numbers));
    analyses.push_back(stemma::text::analyze(reports.back()));
  }
  for (auto _ : state) {
    stemma::story::StoryGrouper grouper{stemma::StoryOptions{}};
    for (std::size_t i = 0; i < reports.size(); ++i) {
      benchmark::DoNotOptimize(
          grouper.add({&reports[i], &analyses[i], nullptr}));
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bench_group_stories)
    ->Range(1 << 9, 1 << 14)
    ->Unit(benchmark::kMillisecond);

}  // namespace
