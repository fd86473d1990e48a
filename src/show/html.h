// HTML, with every text escaped. Markup and text go in by different doors, so
// that no text of a report can ever become markup.
#pragma once

#include <string>
#include <string_view>

namespace stemma::show {

class HtmlWriter {
 public:
  // Appends to `out`, which outlives the writer.
  explicit HtmlWriter(std::string& out) : out_(out) {}

  // Markup of this program: literals and numbers, never a report's text.
  HtmlWriter& markup(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  // Any text, escaped for the content of an element and for an attribute's
  // value between double quotes. Control bytes become U+FFFD.
  HtmlWriter& text(std::string_view text);

 private:
  std::string& out_;
};

// True if `url` is an absolute http or https address without white space,
// control characters or quotation marks: the only kind that becomes a link.
bool is_web_address(std::string_view url);

// True for a language tag such as "en" or "zh-Hant": letters, digits, '-'.
bool is_language_tag(std::string_view tag);

}  // namespace stemma::show
