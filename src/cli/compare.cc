#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "cli/verbs.h"
#include "cli/version.h"
#include "show/comparison.h"

namespace stemma::cli {
namespace {

// Content words of a passage that counts as moved: fewer come together again
// by chance in a whole text.
constexpr std::uint32_t kLeastMoved = 4;

void append(Corpus& more, Corpus& corpus) {
  std::move(more.reports.begin(), more.reports.end(),
            std::back_inserter(corpus.reports));
  std::move(more.analyses.begin(), more.analyses.end(),
            std::back_inserter(corpus.analyses));
  std::move(more.unreadable.begin(), more.unreadable.end(),
            std::back_inserter(corpus.unreadable));
}

// Two files of one name get their paths as ids.
void name_apart(Corpus& corpus, const std::vector<std::string>& inputs) {
  std::set<std::string> ids;
  for (const Report& report : corpus.reports) ids.insert(report.id);
  if (ids.size() == corpus.reports.size()) return;
  if (inputs.size() == corpus.reports.size()) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      corpus.reports[i].id = inputs[i];
    }
  }
}

std::optional<std::uint32_t> base_of(const std::string& name,
                                     const Corpus& corpus) {
  if (name.empty()) return 0;
  const auto found =
      std::find_if(corpus.reports.begin(), corpus.reports.end(),
                   [&](const Report& report) { return report.id == name; });
  if (found != corpus.reports.end()) {
    return static_cast<std::uint32_t>(found - corpus.reports.begin());
  }
  std::uint32_t number = 0;
  const char* end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data(), end, number);
  if (error != std::errc() || rest != end || number == 0 ||
      number > corpus.reports.size()) {
    return std::nullopt;
  }
  return number - 1;
}

}  // namespace

Result<Corpus> read_compared(const Request& request) {
  Corpus corpus;
  ReadOptions options;
  options.threads = request.threads;
  for (const std::string& input : request.inputs) {
    auto read = read_corpus(std::span(&input, 1), options);
    if (!read) return fail(read.error());
    append(*read, corpus);
  }
  if (corpus.reports.size() < 2 || corpus.reports.size() > 3) {
    return fail({.code = ErrorCode::kInvalidArgument,
                 .found = fmt::format("{} reports", corpus.reports.size()),
                 .expected = "two or three",
                 .advice = "name the texts to compare"});
  }
  name_apart(corpus, request.inputs);
  return corpus;
}

Status write_compare(const Request& request, const Corpus& corpus,
                     Output& output) {
  const std::optional<std::uint32_t> base = base_of(request.base, corpus);
  if (!base) {
    return fail({.code = ErrorCode::kInvalidArgument,
                 .where = "--base",
                 .found = request.base,
                 .expected = "the id or the number of a report",
                 .advice = {}});
  }
  const std::vector<ReportIndex> all = show::all_reports(corpus);
  const Comparison comparison =
      compare_texts(corpus, all, {.base = *base, .least_moved = kLeastMoved});
  const show::ReportSet reports(corpus, all);
  const Format format = format_of(request);
  if (format == Format::kHtml) {
    output.write(show::comparison_page(reports, comparison, kVersion));
  } else if (format == Format::kText) {
    output.write(
        show::comparison_text(reports, comparison, text_style(request)));
  } else {
    ObjectOutput objects(format, output);
    std::string out;
    show::append_comparison(reports, comparison, out);
    objects.add(out);
    objects.finish();
  }
  return {};
}

}  // namespace stemma::cli
