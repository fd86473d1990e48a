#include "show/page_frame.h"

#include <span>
#include <string>

#include "base/embedded.h"

namespace stemma {

std::span<const EmbeddedFile> page_files();

}  // namespace stemma

namespace stemma::show {

void write_page_head(std::string_view title, HtmlWriter& html) {
  html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n")
      .markup("<meta charset=\"utf-8\">\n")
      .markup(
          "<meta http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'; "
          "base-uri 'none'; form-action 'none'\">\n")
      .markup("<meta name=\"viewport\" content=\"width=device-width\">\n")
      .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
      .markup("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
      .text(title)
      .markup(" \u00B7 Stemma</title>\n<style>\n");
  for (const EmbeddedFile& sheet : page_files()) html.markup(sheet.bytes);
  html.markup("</style>\n</head>\n<body>\n");
}

void write_page_foot(std::string_view version, std::string_view method,
                     HtmlWriter& html) {
  html.markup("<footer>\n<p>Made by Stemma ")
      .text(version)
      .markup(" from files on disk, without a network. ")
      .text(method)
      .markup("</p>\n</footer>\n</body>\n</html>\n");
}

void write_language(const ReportSet& reports, ReportIndex report,
                    HtmlWriter& html) {
  const std::string& given = reports.report(report).language;
  const std::string& tag =
      given.empty() ? reports.analysis(report).language : given;
  if (is_language_tag(tag)) html.markup(" lang=\"").text(tag).markup("\"");
  html.markup(" dir=\"auto\"");
}

}  // namespace stemma::show
