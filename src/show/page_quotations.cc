#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "show/page_parts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

struct Wording {
  std::string text;
  QuotationForm form = QuotationForm::kDirect;
  WordingChange change = WordingChange::kNone;
  AttributionChange attribution = AttributionChange::kNone;
  std::string speaker;
  std::vector<ReportIndex> reports;  // each once
};

// One utterance: who is said to have made it, and its wordings.
struct Utterance {
  std::vector<std::string> speakers;  // as written, each once
  std::vector<Wording> wordings;
  std::vector<ReportIndex> reports;  // each once
};

template <typename Value>
void add_once(const Value& value, std::vector<Value>& values) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(value);
  }
}

void add_quotation(const PageStory& story, ReportIndex report,
                   const Quotation& quotation, Utterance& utterance) {
  if (!quotation.speaker.empty()) {
    add_once(quotation.speaker, utterance.speakers);
  }
  add_once(report, utterance.reports);
  std::string text = story.reports.text(report, quotation.content);
  for (Wording& known : utterance.wordings) {
    if (known.form == quotation.form && known.text == text &&
        known.change == quotation.wording &&
        known.attribution == quotation.attribution) {
      add_once(report, known.reports);
      return;
    }
  }
  utterance.wordings.push_back({std::move(text),
                                quotation.form,
                                quotation.wording,
                                quotation.attribution,
                                quotation.speaker,
                                {report}});
}

// By family, in the order of their first quotation.
std::vector<Utterance> utterances_of(const PageStory& story) {
  std::vector<Utterance> utterances;
  std::map<std::string_view, std::size_t> by_family;
  const auto& quotations = story.study.quotations;
  for (ReportIndex i = 0; i < quotations.size(); ++i) {
    for (const Quotation& quotation : quotations[i]) {
      const auto [known, fresh] =
          by_family.emplace(quotation.family, utterances.size());
      if (fresh || quotation.family.empty()) utterances.emplace_back();
      const std::size_t index =
          quotation.family.empty() ? utterances.size() - 1 : known->second;
      add_quotation(story, i, quotation, utterances[index]);
    }
  }
  return utterances;
}

void write_wording(const PageStory& story, const Wording& wording,
                   HtmlWriter& html) {
  const bool direct = wording.form == QuotationForm::kDirect;
  html.markup("<li><blockquote");
  write_language(story, wording.reports.front(), html);
  html.markup(direct ? ">\u201C" : ">")
      .text(wording.text)
      .markup(direct ? "\u201D" : "")
      .markup("</blockquote><small>")
      .text(word(wording.form));
  if (wording.change != WordingChange::kNone) {
    html.markup(", ").text(word(wording.change));
  }
  if (wording.attribution == AttributionChange::kDropped) {
    html.markup(", attribution dropped");
  } else if (wording.attribution == AttributionChange::kOtherSpeaker) {
    html.markup(", other speaker: <bdi>")
        .text(wording.speaker)
        .markup("</bdi>");
  }
  html.markup(" \u00B7 ");
  write_names(story, wording.reports, html);
  html.markup("</small></li>");
}

void write_utterance(const PageStory& story, const Utterance& utterance,
                     HtmlWriter& html) {
  html.markup("<li class=\"utterance\"><p><b>");
  for (std::size_t i = 0; i < utterance.speakers.size(); ++i) {
    html.markup(i > 0 ? " / <bdi>" : "<bdi>")
        .text(utterance.speakers[i])
        .markup("</bdi>");
  }
  if (utterance.speakers.empty()) html.markup("Speaker unknown");
  html.markup("</b> <small>").text(counted(utterance.reports.size(), "report"));
  if (utterance.wordings.size() > 1) {
    html.markup(", ").text(counted(utterance.wordings.size(), "wording"));
  }
  html.markup("</small></p><ul>");
  for (const Wording& wording : utterance.wordings) {
    write_wording(story, wording, html);
  }
  html.markup("</ul></li>\n");
}

// All labels of one thing, as the reports use them.
using Uses = std::vector<const Label*>;

std::vector<Uses> things_of(const Matrix& matrix) {
  std::vector<Uses> things;
  std::map<std::uint32_t, std::size_t> position;
  for (const Label& label : matrix.labels) {
    const auto [known, fresh] = position.emplace(label.thing, things.size());
    if (fresh) things.emplace_back();
    things[known->second].push_back(&label);
  }
  return things;
}

void write_label_uses(const PageStory& story, const Uses& uses,
                      const std::string& text, HtmlWriter& html) {
  html.markup("<li><span class=\"words\" dir=\"auto\">")
      .text(text)
      .markup("</span>");
  for (const Voice voice :
       {Voice::kOutlet, Voice::kHeading, Voice::kQuoted, Voice::kIndirect}) {
    bool first = true;
    for (const Label* label : uses) {
      if (label->text != text || label->voice != voice) continue;
      if (first) {
        html.markup("<small>")
            .markup(voice == Voice::kOutlet ? "own words" : word(voice))
            .markup(": ");
      } else {
        html.markup(", ");
      }
      first = false;
      write_name(story, label->report, html);
      if (label->spans.size() > 1) {
        html.markup(fmt::format(" \u00D7{}", label->spans.size()));
      }
    }
    if (!first) html.markup("</small>");
  }
  html.markup("</li>");
}

std::vector<std::string> texts_of(const Uses& uses) {
  std::vector<std::string> texts;
  for (const Label* label : uses) add_once(label->text, texts);
  return texts;
}

void write_thing(const PageStory& story, const Uses& uses, HtmlWriter& html) {
  html.markup("<ul class=\"thing\">");
  for (const std::string& text : texts_of(uses)) {
    write_label_uses(story, uses, text, html);
  }
  html.markup("</ul>\n");
}

void write_utterances(const PageStory& story,
                      const std::vector<Utterance>& utterances,
                      HtmlWriter& html) {
  html.markup("<ul class=\"utterances\">\n");
  for (const Utterance& utterance : utterances) {
    write_utterance(story, utterance, html);
  }
  html.markup("</ul>\n");
}

}  // namespace

void write_quotations(const PageStory& story, HtmlWriter& html) {
  std::vector<Utterance> shared = utterances_of(story);
  if (shared.empty()) return;
  const auto first_single = std::stable_partition(
      shared.begin(), shared.end(),
      [](const Utterance& one) { return one.reports.size() > 1; });
  const std::vector<Utterance> single(first_single, shared.end());
  shared.erase(first_single, shared.end());
  html.markup(
      fmt::format("<section aria-labelledby=\"{0}-quotes\">\n"
                  "<h3 id=\"{0}-quotes\">Who is quoted</h3>\n"
                  "<p class=\"note\">One utterance with all its "
                  "wordings. Wordings that differ may be different "
                  "translations.</p>\n",
                  story_anchor(story)));
  if (!shared.empty()) write_utterances(story, shared, html);
  if (!single.empty()) {
    html.markup("<details class=\"single\"")
        .markup(shared.empty() ? " open><summary>" : "><summary>")
        .text(counted(single.size(), "utterance"))
        .markup(" found in one report only</summary>\n");
    write_utterances(story, single, html);
    html.markup("</details>\n");
  }
  html.markup("</section>\n");
}

void write_labels(const PageStory& story, HtmlWriter& html) {
  std::vector<Uses> things = things_of(story.study.matrix);
  if (things.empty()) return;
  const auto first_alike = std::stable_partition(
      things.begin(), things.end(),
      [](const Uses& uses) { return texts_of(uses).size() > 1; });
  html.markup(
      fmt::format("<section aria-labelledby=\"{0}-labels\">\n"
                  "<h3 id=\"{0}-labels\">What they call it</h3>\n"
                  "<p class=\"note\">Expressions used for the same "
                  "person, body, place or thing, side by side.</p>\n",
                  story_anchor(story)));
  for (auto uses = things.begin(); uses != first_alike; ++uses) {
    write_thing(story, *uses, html);
  }
  if (first_alike != things.end()) {
    const auto alike = static_cast<std::size_t>(things.end() - first_alike);
    html.markup("<details class=\"single\"><summary>")
        .text(counted(alike, "thing"))
        .markup(" with one expression</summary>\n");
    for (auto uses = first_alike; uses != things.end(); ++uses) {
      write_thing(story, *uses, html);
    }
    html.markup("</details>\n");
  }
  html.markup("</section>\n");
}

}  // namespace stemma::show
