#include "show/stemma_formats.h"

#include <fmt/format.h>

#include "show/html.h"
#include "show/origin_words.h"
#include "show/words.h"

namespace stemma::show {
namespace {

constexpr double kWidest = 6;  // pen, of an edge that shares every word

// Between double quotes in DOT: the quote and the backslash are escaped,
// control characters become spaces.
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    const auto value = static_cast<unsigned char>(byte);
    out += value < 0x20 || value == 0x7F ? ' ' : byte;
  }
  return out + '"';
}

std::string node_id(const ReportSet& reports, const Stemma& stemma,
                    std::uint32_t node) {
  const StemmaNode& of = stemma.nodes[node];
  if (of.report) return "r:" + reports.id(*of.report);
  return fmt::format("unseen:{}", node - reports.size() + 1);
}

void append_data(std::string_view key, std::string_view value,
                 HtmlWriter& xml) {
  xml.markup("      <data key=\"").text(key).markup("\">").text(value);
  xml.markup("</data>\n");
}

}  // namespace

std::string node_name(const ReportSet& reports, const StemmaNode& node) {
  if (node.report) return std::string(reports.name(*node.report));
  std::string names;
  for (const std::string& name : node.names) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names.empty() ? "unseen text" : names + " (unseen text)";
}

std::string stemma_dot(const ReportSet& reports, const StoryStudy& study) {
  const Stemma& stemma = study.origins.stemma;
  std::string out =
      fmt::format("digraph {} {{\n  rankdir=LR;\n  node [shape=box];\n",
                  dot_string(study.story.id));
  for (std::uint32_t i = 0; i < stemma.nodes.size(); ++i) {
    const StemmaNode& node = stemma.nodes[i];
    std::string label = node_name(reports, node);
    if (node.report) {
      const std::string time =
          time_word(reports.report(*node.report).published);
      if (!time.empty()) label += ", " + time;
    }
    out +=
        fmt::format("  {} [label={}, class={}{}];\n",
                    dot_string(node_id(reports, stemma, i)), dot_string(label),
                    node.report ? "extant" : "hypothetical",
                    node.report ? "" : ", style=dashed, color=gray");
  }
  for (const StemmaEdge& edge : stemma.edges) {
    out += fmt::format("  {} -> {} [style={}, penwidth={:.1f}, label={}];\n",
                       dot_string(node_id(reports, stemma, edge.from)),
                       dot_string(node_id(reports, stemma, edge.to)),
                       edge.declared ? "solid" : "dashed",
                       1 + (kWidest - 1) * edge.share,
                       dot_string(percent(edge.share)));
  }
  return out + "}\n";
}

std::string graphml_head() {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  constexpr std::string_view kKeys[][3] = {
      {"label", "node", "string"},     {"class", "node", "string"},
      {"published", "node", "string"}, {"telling", "node", "string"},
      {"share", "edge", "double"},     {"confidence", "edge", "double"},
      {"declared", "edge", "boolean"}, {"second", "edge", "boolean"}};
  for (const auto& [name, of, type] : kKeys) {
    out += fmt::format(
        "  <key id=\"{0}\" for=\"{1}\" attr.name=\"{0}\" "
        "attr.type=\"{2}\"/>\n",
        name, of, type);
  }
  return out;
}

std::string stemma_graphml(const ReportSet& reports, const StoryStudy& study) {
  const Stemma& stemma = study.origins.stemma;
  std::string out;
  HtmlWriter xml(out);
  // Ids are unique in the whole document, so they begin with the story.
  const std::string prefix = study.story.id + "/";
  xml.markup("  <graph id=\"").text(study.story.id);
  xml.markup("\" edgedefault=\"directed\">\n");
  for (std::uint32_t i = 0; i < stemma.nodes.size(); ++i) {
    const StemmaNode& node = stemma.nodes[i];
    xml.markup("    <node id=\"").text(prefix + node_id(reports, stemma, i));
    xml.markup("\">\n");
    append_data("label", node_name(reports, node), xml);
    append_data("class", node.report ? "extant" : "hypothetical", xml);
    if (node.report) {
      append_data("published",
                  time_word(reports.report(*node.report).published), xml);
    }
    append_data("telling", node.telling, xml);
    xml.markup("    </node>\n");
  }
  for (const StemmaEdge& edge : stemma.edges) {
    xml.markup("    <edge source=\"");
    xml.text(prefix + node_id(reports, stemma, edge.from));
    xml.markup("\" target=\"");
    xml.text(prefix + node_id(reports, stemma, edge.to)).markup("\">\n");
    append_data("share", fmt::format("{:.4f}", edge.share), xml);
    append_data("confidence", fmt::format("{:.4f}", edge.confidence), xml);
    append_data("declared", edge.declared ? "true" : "false", xml);
    append_data("second", edge.second ? "true" : "false", xml);
    xml.markup("    </edge>\n");
  }
  xml.markup("  </graph>\n");
  return out;
}

std::string graphml_tail() { return "</graphml>\n"; }

}  // namespace stemma::show
