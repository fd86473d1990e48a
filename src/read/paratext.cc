#include "read/paratext.h"

#include <algorithm>
#include <utility>

#include "read/captions.h"
#include "read/closing_credits.h"
#include "read/dateline.h"
#include "read/forms.h"
#include "read/header_lines.h"
#include "read/lines.h"

namespace stemma::read {
namespace {

constexpr std::size_t kLinesForDateline = 5;
constexpr std::uint32_t kMaxHeadingBytes = 120;

// A line that can stand above a dateline: short and no sentence.
bool is_heading(std::string_view text, Span line) {
  return line.size() <= kMaxHeadingBytes && !after_stop(text, line.end);
}

void apply(Dateline dateline, Report& report) {
  report.paratext.push_back({ParatextKind::kDateline, dateline.span});
  if (report.outlet.empty()) report.outlet = std::move(dateline.outlet);
  std::move(dateline.credits.begin(), dateline.credits.end(),
            std::back_inserter(report.credits));
}

// Bylines and the dateline below the header; the end of the last of them.
std::uint32_t read_head(Report& report, std::uint32_t from) {
  const std::string_view rest = std::string_view{report.text}.substr(from);
  std::uint32_t end = from;
  bool top = true;
  for (Span line : first_lines(rest, kLinesForDateline)) {
    line = {line.begin + from, line.end + from};
    if (read_byline(report, line)) {
      end = line.end;
      continue;
    }
    const DatelineContext context{
        .text = report.text,
        .outlet = report.outlet,
        .place = top ? DatelineContext::Place::kTop
                     : DatelineContext::Place::kBelow};
    if (auto dateline = find_dateline(context, line)) {
      const bool slug =
          form_prefix(Form::kSlugWord, slice(report.text, dateline->span)) > 0;
      if (slug && dateline->credits.empty()) {
        report.paratext.push_back({ParatextKind::kCaption, dateline->span});
        top = false;
        continue;
      }
      end = dateline->span.end;
      apply(std::move(*dateline), report);
      break;
    }
    if (!is_heading(report.text, line)) top = false;
  }
  return end;
}

}  // namespace

void find_paratext(Report& report) {
  credit_byline_field(report);
  const std::uint32_t body = read_header(report);
  const std::uint32_t head = read_head(report, body);
  read_closing_credits(report, head);
  read_captions(report);
  std::sort(
      report.paratext.begin(), report.paratext.end(),
      [](const Paratext& a, const Paratext& b) { return a.span < b.span; });
  std::stable_sort(report.credits.begin(), report.credits.end(),
                   [](const Credit& a, const Credit& b) {
                     return a.span.begin < b.span.begin;
                   });
}

}  // namespace stemma::read
