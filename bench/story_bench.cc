// What is measured: reports grouped into stories per second, by how many there
// are: the cost of one must not grow with the number before it. The texts are
// made of numbered words (Zipf's law); five reports share a story's rarer
// words, one day a hundred reports.
// Run with: scripts/dev bench --benchmark_filter=Story
#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "numbered_words.h"
#include "story/grouper.h"

namespace {

stemma::Report make_report(std::int64_t number,
                           stemma::NumberedWords& numbers) {
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
  std::vector<stemma::story::Outline> outlines;
  stemma::story::Outliner outliner;
  stemma::NumberedWords numbers;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    outlines.push_back(outliner.make(make_report(i, numbers)));
  }
  for (auto _ : state) {
    stemma::story::StoryGrouper grouper{stemma::StoryOptions{}};
    for (const stemma::story::Outline& outline : outlines) {
      benchmark::DoNotOptimize(grouper.add(outline));
    }
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(bench_group_stories)
    ->Range(1 << 9, 1 << 14)
    ->Unit(benchmark::kMillisecond);

}  // namespace
