#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

void write_title(const PageStory& story, ReportIndex report, HtmlWriter& html) {
  const Report& of = story.reports.report(report);
  html.markup(
      fmt::format("<th scope=\"row\" role=\"rowheader\"><a href=\"#{}\">",
                  report_anchor(story, report)));
  write_name(story, report, html);
  html.markup("</a>");
  if (!of.title.empty()) {
    html.markup("<span class=\"headline\"");
    write_language(story, report, html);
    html.markup(">").text(of.title).markup("</span>");
  }
  if (story.reports.name(report) != of.id) {
    html.markup("<small><bdi>").text(of.id).markup("</bdi></small>");
  }
  if (is_web_address(of.url)) {
    html.markup("<small><a rel=\"noopener noreferrer\" href=\"")
        .text(of.url)
        .markup("\">original</a></small>");
  } else if (!of.url.empty()) {
    html.markup("<small><bdi>").text(of.url).markup("</bdi></small>");
  }
  html.markup("</th>");
}

void write_time(const PublicationTime& published, HtmlWriter& html) {
  html.markup("<td role=\"cell\" data-label=\"Published\">");
  if (!published.known()) {
    html.markup("undated</td>");
    return;
  }
  const std::string time = time_word(published);
  html.markup("<time datetime=\"").text(time).markup("\">");
  html.text(time.substr(0, 10));
  if (time.size() > 10) {
    html.markup(" ").text(time.substr(11, time.size() - 12)).markup(" UTC");
  }
  html.markup("</time>");
  if (published.origin == TimeOrigin::kHeader) {
    html.markup("<small>from a header line</small>");
  } else if (published.origin == TimeOrigin::kText) {
    html.markup("<small>from the text</small>");
  }
  html.markup("</td>");
}

void write_credits(const Report& report, HtmlWriter& html) {
  html.markup("<td role=\"cell\" data-label=\"Declares\">");
  if (report.credits.empty() && report.byline.empty()) {
    html.markup("nothing");
  }
  if (!report.byline.empty()) {
    html.markup("<span class=\"credit\"><bdi>")
        .text(report.byline)
        .markup("</bdi> <small>byline</small></span>");
  }
  for (const Credit& credit : report.credits) {
    html.markup("<span class=\"credit\"><bdi>")
        .text(credit.name)
        .markup("</bdi> <small>")
        .text(word(credit.kind))
        .markup("</small></span>");
  }
  html.markup("</td>");
}

// The ids of the groups that hold the report.
template <typename Group>
void write_groups(const std::vector<Group>& groups, ReportIndex report,
                  std::string_view label, HtmlWriter& html) {
  html.markup("<td role=\"cell\" data-label=\"").text(label).markup("\">");
  bool first = true;
  for (const Group& group : groups) {
    for (const ReportIndex member : group.reports) {
      if (member != report) continue;
      if (!first) html.markup(", ");
      first = false;
      html.text(group.id);
    }
  }
  html.markup("</td>");
}

void write_relation(const PageStory& story, ReportIndex report,
                    HtmlWriter& html) {
  html.markup("<td role=\"cell\" data-label=\"What the texts show\">");
  for (const Derivation& derivation : story.study.origins.derivations) {
    if (derivation.report != report) continue;
    html.text(derivation_words(story.reports, derivation));
  }
  html.markup("</td>");
}

}  // namespace

void write_reports(const PageStory& story, HtmlWriter& html) {
  const Origins& origins = story.study.origins;
  html.markup(
          fmt::format("<section aria-labelledby=\"{0}-reports\">\n"
                      "<h3 id=\"{0}-reports\">Reports</h3>\n"
                      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
                      "aria-labelledby=\"{0}-reports\">\n",
                      story_anchor(story)))
      .markup(
          "<table class=\"cards reports\" role=\"table\">\n<caption>In the "
          "order of publication, undated ones last. What a report declares is "
          "kept apart from what its text shows.</caption>\n"
          "<thead role=\"rowgroup\"><tr role=\"row\">");
  for (const char* column : {"Report", "Published", "Declares", "Telling",
                             "Source", "What the texts show"}) {
    html.markup("<th scope=\"col\" role=\"columnheader\">")
        .markup(column)
        .markup("</th>");
  }
  html.markup("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    html.markup("<tr role=\"row\">");
    write_title(story, i, html);
    write_time(story.reports.report(i).published, html);
    write_credits(story.reports.report(i), html);
    write_groups(origins.tellings, i, "Telling", html);
    write_groups(origins.sources, i, "Source", html);
    write_relation(story, i, html);
    html.markup("</tr>\n");
  }
  html.markup("</tbody>\n</table>\n</div>\n</section>\n");
}

}  // namespace stemma::show
