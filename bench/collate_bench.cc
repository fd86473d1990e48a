// Speed of the matrix on made-up stories: the argument is the number of
// reports, each of forty sentences, analysed before the clock starts.
//
//   collate_bench --benchmark_filter=collate
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "collate/collate.h"
#include "numbered_words.h"
#include "text/analyze.h"

namespace stemma::collate {
namespace {

constexpr std::size_t kFacts = 120;     // of the event
constexpr std::size_t kSentences = 40;  // of a report
constexpr std::size_t kWords = 14;      // of a sentence
constexpr std::uint64_t kReworded = 4;  // one word in so many is another

class StoryMaker {
 public:
  Report report(std::size_t number) {
    Report report;
    report.id = std::to_string(number);
    report.outlet = report.id;
    report.language = "en";
    for (std::size_t i = 0; i < kSentences; ++i) add_sentence(report.text);
    return report;
  }

 private:
  // Some facts are told by nearly all reports, most by few.
  void add_sentence(std::string& text) {
    const auto fact = static_cast<std::size_t>(random_.next() * random_.next() *
                                               static_cast<double>(kFacts));
    text += "The ";
    for (std::size_t word = 0; word < kWords; ++word) {
      const bool reworded = random_.next() * kReworded < 1;
      text += "w" + std::to_string(reworded ? random_.word()
                                            : 30'000 + fact * kWords + word);
      text += word == 4 ? " was " : word == 8 ? " of the " : " ";
    }
    const auto boats = 14 + static_cast<int>(random_.next() * 80);
    text += "on " + std::to_string(boats) + " boats.\n\n";
  }

  NumberedWords random_;
};

void collate_story(benchmark::State& state) {
  StoryMaker maker;
  std::vector<Report> reports;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    reports.push_back(maker.report(static_cast<std::size_t>(i)));
  }
  std::vector<Analysis> analyses;
  analyses.reserve(reports.size());
  for (const Report& report : reports) {
    analyses.push_back(text::analyze(report));
  }
  const std::vector<Quotation> no_quotations;
  std::vector<Witness> witnesses;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    witnesses.push_back({&reports[i], &analyses[i], &no_quotations});
  }
  for (auto _ : state) benchmark::DoNotOptimize(collate(witnesses));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(collate_story)
    ->Unit(benchmark::kMillisecond)
    ->Arg(25)
    ->Arg(100)
    ->Arg(400)
    ->Arg(1000);

}  // namespace
}  // namespace stemma::collate
