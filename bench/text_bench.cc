// Speed of the text module on reports of four kilobytes. Bytes per second are
// of UTF-8 text, on one core.
//
//   text_bench --benchmark_filter=tokens
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "text/analyze.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/quoted_regions.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

constexpr const char* kLanguages[] = {"en", "de", "fr", "ru",
                                      "ar", "vi", "zh", "ja"};
constexpr std::size_t kReportBytes = 4096;
constexpr std::size_t kReports = 64;

// Reports made of the inputs of the sentence cases; each begins at another
// line, so that no two are alike.
std::vector<std::string> read_reports(const std::string& language) {
  std::ifstream in(std::string(STEMMA_CASES_DIR) + "/sentences_" + language +
                   ".case");
  std::vector<std::string> lines;
  bool input = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== ") || line == "----") {
      input = line[0] == '=';
    } else if (input && !line.starts_with("@ ")) {
      lines.push_back(line + " ");
    }
  }
  std::vector<std::string> reports(lines.empty() ? 0 : kReports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t k = i; reports[i].size() < kReportBytes; ++k) {
      reports[i] += lines[k % lines.size()];
    }
  }
  return reports;
}

// Calls body(report) for one report after the other.
template <typename Body>
void run(benchmark::State& state, Body body) {
  const std::string language = kLanguages[state.range(0)];
  const std::vector<std::string> reports = read_reports(language);
  if (reports.empty()) {
    state.SkipWithError("no texts");
    return;
  }
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string& report = reports[next++ % reports.size()];
    body(report, language);
    bytes += report.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetLabel(language);
}

void folded_tokens(benchmark::State& state) {
  std::vector<Token> tokens;
  run(state, [&](const std::string& text, const std::string& language) {
    tokens.clear();
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, language,
                  tokens);
    benchmark::DoNotOptimize(tokens.data());
  });
}

void tokens_with_stems(benchmark::State& state) {
  run(state, [](const std::string& text, const std::string& language) {
    benchmark::DoNotOptimize(tokenize(text, language));
  });
}

void folded_text(benchmark::State& state) {
  run(state, [](const std::string& text, const std::string&) {
    benchmark::DoNotOptimize(fold(text));
  });
}

void sentences(benchmark::State& state) {
  std::vector<Token> tokens;
  run(state, [&](const std::string& text, const std::string& language) {
    tokens.clear();
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, language,
                  tokens);
    benchmark::DoNotOptimize(find_sentences(text, tokens, {}, language));
  });
}

void language_found(benchmark::State& state) {
  run(state, [](const std::string& text, const std::string&) {
    benchmark::DoNotOptimize(detect_language(text));
  });
}

void analysis(benchmark::State& state) {
  run(state, [](const std::string& text, const std::string&) {
    Report report;
    report.text = text;
    benchmark::DoNotOptimize(analyze(report));
  });
}

BENCHMARK(folded_tokens)->DenseRange(0, 7);
BENCHMARK(tokens_with_stems)->DenseRange(0, 7);
BENCHMARK(folded_text)->DenseRange(0, 7);
BENCHMARK(sentences)->DenseRange(0, 7);
BENCHMARK(language_found)->DenseRange(0, 7);
BENCHMARK(analysis)->DenseRange(0, 7);

}  // namespace
}  // namespace stemma::text
