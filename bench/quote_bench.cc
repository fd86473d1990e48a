// Speed of the finder of quotations on analysed reports of four kilobytes.
// Bytes per second are of UTF-8 text, on one core.
//
//   quote_bench --benchmark_filter=find
#include <fstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "quote/quotations.h"
#include "text/analyze.h"

namespace stemma::quote {
namespace {

constexpr const char* kLanguages[] = {"en", "de", "fr", "ru"};
constexpr std::size_t kReportBytes = 4096;
constexpr std::size_t kReports = 64;

// The inputs of a file of cases in one language, each with its paragraphs.
void add_inputs(const std::string& file, const std::string& language,
                std::vector<std::string>& lines) {
  std::ifstream in(std::string(STEMMA_CASES_DIR) + "/" + file);
  bool wanted = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== ") || line == "----") wanted = false;
    if (wanted) lines.push_back(line + "\n\n");
    if (line == "@ language " + language) wanted = true;
  }
}

// Reports of the sentence and the quotation cases; each begins at another
// line, so that no two are alike.
std::vector<Report> read_reports(const std::string& language) {
  std::vector<std::string> lines;
  add_inputs("sentences_" + language + ".case", language, lines);
  add_inputs("quotations.case", language, lines);
  std::vector<Report> reports(lines.empty() ? 0 : kReports);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    reports[i].id = std::to_string(i);
    reports[i].language = language;
    for (std::size_t k = i; reports[i].text.size() < kReportBytes; ++k) {
      reports[i].text += lines[k % lines.size()];
    }
  }
  return reports;
}

void find(benchmark::State& state) {
  const std::string language = kLanguages[state.range(0)];
  state.SetLabel(language);
  const std::vector<Report> reports = read_reports(language);
  if (reports.empty()) {
    state.SkipWithError("no texts");
    return;
  }
  std::vector<Analysis> analyses;
  for (const Report& report : reports) {
    analyses.push_back(text::analyze(report));
  }
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    Witness witness;
    witness.report = &reports[next];
    witness.analysis = &analyses[next];
    benchmark::DoNotOptimize(find_quotations(witness, QuotationOptions{}));
    bytes += reports[next].text.size();
    next = (next + 1) % reports.size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(find)->DenseRange(0, 3);

}  // namespace
}  // namespace stemma::quote
