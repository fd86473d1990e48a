#include "show/check.h"

#include <iterator>
#include <utility>

#include "base/files.h"
#include "cli/verbs.h"
#include "cli/version.h"

namespace stemma::cli {
namespace {

// A name with white space that no file has is the text itself.
bool is_text(const std::string& text) {
  const auto listing = list_files(text);
  return !listing && text != "-" &&
         text.find_first_of(" \t\r\n") != std::string::npos;
}

Result<Corpus> read_texts(const Request& request) {
  if (is_text(request.text)) return corpus_of_text(request.text, "text");
  ReadOptions options;
  options.threads = request.threads;
  auto texts = read_corpus(std::span(&request.text, 1), options);
  if (!texts && texts.error().code == ErrorCode::kNotFound) {
    Error error = texts.error();
    error.advice = "name a file, or give several words to check these";
    return fail(std::move(error));
  }
  return texts;
}

}  // namespace

Result<std::size_t> add_texts(const Request& request, Corpus& corpus) {
  auto texts = read_texts(request);
  if (!texts) return fail(texts.error());
  const std::size_t count = texts->reports.size();
  std::move(texts->reports.begin(), texts->reports.end(),
            std::back_inserter(corpus.reports));
  std::move(texts->analyses.begin(), texts->analyses.end(),
            std::back_inserter(corpus.analyses));
  std::move(texts->unreadable.begin(), texts->unreadable.end(),
            std::back_inserter(corpus.unreadable));
  return count;
}

void write_check(const Request& request, const Corpus& corpus,
                 std::size_t texts, Output& output) {
  const std::vector<TextCheck> checks =
      check_texts(corpus, texts, request.reuse, request.threads);
  const show::ReportSet reports(corpus, show::all_reports(corpus));
  const Format format = format_of(request);
  if (format == Format::kHtml) {
    output.write(show::check_page(reports, checks, kVersion));
    return;
  }
  const show::TextStyle style = text_style(request);
  ObjectOutput objects(format, output);
  for (const TextCheck& check : checks) {
    std::string out;
    if (format == Format::kText) {
      output.write(show::check_text(reports, check, style));
    } else {
      show::append_check(reports, check, out);
      objects.add(out);
    }
  }
  objects.finish();
}

}  // namespace stemma::cli
