#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// Colours of the bar repeat after these many.
constexpr std::size_t kTones = 6;

std::string span_of_time(const PageStory& story) {
  std::string first;
  std::string last;
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    const std::string time = time_word(story.reports.report(i).published);
    if (time.empty()) continue;
    const std::string day = time.substr(0, 10);
    if (first.empty()) first = day;
    last = day;
  }
  return first == last ? first : first + " to " + last;
}

void write_number(const CountRange& count, std::string_view singular,
                  std::string_view meaning, HtmlWriter& html) {
  html.markup("<div class=\"count\"><p class=\"number\">at most <b>")
      .markup(fmt::format("{}", count.high))
      .markup("</b> ")
      .text(count.high == 1 ? std::string(singular)
                            : std::string(singular) + "s")
      .markup("</p><p>")
      .text(meaning);
  if (const std::string range = range_words(count); !range.empty()) {
    html.markup(" <span class=\"range\">").text(range).markup("</span>");
  }
  html.markup("</p></div>\n");
}

// One stretch a telling, as wide as it has reports. The list below the bar
// says the same, so a screen reader passes over the bar.
void write_bar(const PageStory& story, HtmlWriter& html) {
  html.markup("<div class=\"bar\" aria-hidden=\"true\">");
  std::size_t tone = 0;
  for (const Telling& telling : story.study.origins.tellings) {
    html
        .markup(fmt::format(
            "<span class=\"tone{}\" style=\"flex-grow:{}\"><b>{}</b> ",
            tone++ % kTones, telling.reports.size(), telling.reports.size()))
        .text(telling.id + " ")
        .text(telling_name(story.reports, telling))
        .markup("</span>");
  }
  html.markup("</div>\n");
}

void write_tellings(const PageStory& story, HtmlWriter& html) {
  html.markup("<h4>Tellings</h4>\n<ul>\n");
  for (const Telling& telling : story.study.origins.tellings) {
    const bool own_text = telling.head && telling.names.empty();
    html.markup("<li><b>").text(telling.id).markup("</b> ");
    if (!own_text) {
      html.markup("<bdi>")
          .text(telling_name(story.reports, telling))
          .markup("</bdi>");
      if (!telling.head) html.markup(" (a text that is not among the reports)");
      html.markup(": ");
    }
    write_names(story, telling.reports, html);
    html.markup("</li>\n");
  }
  html.markup("</ul>\n");
}

void write_sources(const PageStory& story, HtmlWriter& html) {
  html.markup("<h4>Sources of information</h4>\n<ul>\n");
  for (const Source& source : story.study.origins.sources) {
    html.markup("<li><b>").text(source.id).markup("</b> ");
    html.text(source.kind == SourceKind::kUnknown ? "kind unknown"
                                                  : word(source.kind));
    html.markup(", <bdi>").text(source_name(source)).markup("</bdi>: ");
    write_names(story, source.reports, html);
    html.markup("</li>\n");
  }
  html.markup("</ul>\n");
}

void write_not_compared(const PageStory& story, HtmlWriter& html) {
  const Origins& origins = story.study.origins;
  if (origins.not_compared.empty()) return;
  html.markup("<h4>Not compared</h4>\n<ul>\n");
  for (const NotCompared& one : origins.not_compared) {
    html.markup("<li>");
    write_name(story, one.report, html);
    html.markup(": ").text(one.why).markup("</li>\n");
  }
  html.markup("</ul>\n");
}

void write_evidence(const PageStory& story, HtmlWriter& html) {
  html.markup("<h4>Evidence</h4>\n<dl>\n");
  for (const Derivation& derivation : story.study.origins.derivations) {
    html.markup("<div><dt>");
    write_name(story, derivation.report, html);
    html.markup("</dt><dd>")
        .text(derivation_words(story.reports, derivation))
        .markup(fmt::format(" <span class=\"range\">confidence {}</span>",
                            percent(derivation.confidence)));
    const auto lines = evidence_words(story.reports, derivation);
    if (!lines.empty()) html.markup("<ul>");
    for (const std::string& line : lines) {
      html.markup("<li>").text(line).markup("</li>");
    }
    if (!lines.empty()) html.markup("</ul>");
    html.markup("</dd></div>\n");
  }
  html.markup("</dl>\n");
}

}  // namespace

void write_counts(const PageStory& story, HtmlWriter& html) {
  const Origins& origins = story.study.origins;
  html.markup("<p class=\"facts\">")
      .text(counted(story.reports.size(), "report"));
  if (const std::string time = span_of_time(story); !time.empty()) {
    html.markup(" \u00B7 ").text(time);
  }
  html.markup("</p>\n<div class=\"counts\">\n");
  write_number(origins.telling_count, "telling",
               "texts as narrated: reports that print, cut, rework or closely "
               "paraphrase one text are one.",
               html);
  write_number(origins.source_count, "source",
               "of information that the main news rests on, as far as the "
               "texts show.",
               html);
  html.markup("</div>\n");
  write_bar(story, html);
  html.markup(
      "<details class=\"how\"><summary>How is this counted?</summary>\n"
      "<p>Texts can show that one rests on another, never that it does not; "
      "so each count is the highest that they leave.</p>\n");
  write_tellings(story, html);
  write_sources(story, html);
  write_not_compared(story, html);
  write_evidence(story, html);
  html.markup("</details>\n");
}

}  // namespace stemma::show
