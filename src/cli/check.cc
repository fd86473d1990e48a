#include "show/check.h"

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

}  // namespace

Result<CheckedCorpus> read_checked_inputs(const Request& request) {
  ReadOptions options;
  options.threads = request.threads;
  const auto kind =
      is_text(request.text) ? AskedText::Kind::kWords : AskedText::Kind::kInput;
  auto checked = read_checked(request.inputs, {kind, request.text}, options);
  if (!checked && checked.error().code == ErrorCode::kNotFound &&
      checked.error().where == request.text) {
    Error error = checked.error();
    error.advice = "name a file, or give several words to check these";
    return fail(std::move(error));
  }
  return checked;
}

void write_check(const Request& request, const CheckedCorpus& checked,
                 Output& output) {
  const Corpus& corpus = checked.corpus;
  const std::vector<TextCheck> checks =
      check_texts(corpus, checked.texts, request.reuse, request.threads);
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
