// The stemma as a drawing: time from left to right by the order of times, one
// line a text, so that no name covers another; what is declared solid, what is
// inferred dashed, as wide as the share of words. Below it a list says the
// same in words.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/page_parts.h"
#include "show/stemma_formats.h"
#include "show/words.h"

namespace stemma::show {
namespace {

constexpr std::size_t kMostDrawn = 80;  // texts; of more the list is enough
constexpr double kWidth = 920;
constexpr double kMargin = 60;
constexpr double kRight = 260;  // room for names
constexpr double kLine = 26;
constexpr double kTop = 34;
constexpr double kWidest = 7;

struct Place {
  double x = 0;
  double y = 0;
};

// Nodes in the order of their lines: each telling's texts as a tree, parents
// before what derives from them.
class Lines {
 public:
  explicit Lines(const Stemma& stemma) : placed_(stemma.nodes.size(), false) {
    for (const StemmaEdge& edge : stemma.edges) {
      children_[edge.from].push_back(edge.to);
      if (!edge.second) has_parent_.push_back(edge.to);
    }
    std::sort(has_parent_.begin(), has_parent_.end());
    for (const bool with_children : {true, false}) {
      for (std::uint32_t node = 0; node < stemma.nodes.size(); ++node) {
        const bool inner =
            std::binary_search(has_parent_.begin(), has_parent_.end(), node);
        if (!inner && children_.contains(node) == with_children) add(node);
      }
    }
  }

  const std::vector<std::uint32_t>& order() const { return order_; }

 private:
  // Depth first, without recursion: a chain may be long.
  void add(std::uint32_t root) {
    std::vector<std::uint32_t> open = {root};
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      if (placed_[node]) continue;
      placed_[node] = true;
      order_.push_back(node);
      const auto below = children_.find(node);
      if (below == children_.end()) continue;
      for (auto it = below->second.rbegin(); it != below->second.rend(); ++it) {
        open.push_back(*it);
      }
    }
  }

  std::vector<bool> placed_;
  std::vector<std::uint32_t> has_parent_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> children_;
  std::vector<std::uint32_t> order_;
};

// Distinct times of the reports, in order.
std::vector<std::int64_t> times_of(const PageStory& story) {
  std::vector<std::int64_t> times;
  for (ReportIndex i = 0; i < story.reports.size(); ++i) {
    const PublicationTime& time = story.reports.report(i).published;
    if (time.known()) times.push_back(time.seconds);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  return times;
}

double x_of(std::size_t rank, std::size_t ranks) {
  const double room = kWidth - kMargin - kRight;
  if (ranks < 2) return kMargin + room / 2;
  return kMargin + room * (0.1 + 0.9 * static_cast<double>(rank) /
                                     static_cast<double>(ranks - 1));
}

std::vector<Place> place_nodes(const PageStory& story, const Lines& lines,
                               const std::vector<std::int64_t>& times) {
  const Stemma& stemma = story.study.origins.stemma;
  std::vector<Place> places(stemma.nodes.size());
  for (std::size_t line = 0; line < lines.order().size(); ++line) {
    const std::uint32_t node = lines.order()[line];
    places[node].y = kTop + kLine * (static_cast<double>(line) + 0.5);
    places[node].x = kMargin / 3;
    const auto& report = stemma.nodes[node].report;
    if (!report) continue;
    const PublicationTime& time = story.reports.report(*report).published;
    if (!time.known()) continue;
    const auto at = std::lower_bound(times.begin(), times.end(), time.seconds);
    places[node].x =
        x_of(static_cast<std::size_t>(at - times.begin()), times.size());
  }
  // An unseen text stands before all that comes from it.
  for (std::uint32_t node = 0; node < stemma.nodes.size(); ++node) {
    if (stemma.nodes[node].report) continue;
    double first = kWidth;
    for (const StemmaEdge& edge : stemma.edges) {
      if (edge.from == node && stemma.nodes[edge.to].report) {
        first = std::min(first, places[edge.to].x);
      }
    }
    if (first < kWidth) places[node].x = std::max(kMargin / 3, first - 46);
  }
  return places;
}

std::string edge_words(const PageStory& story, const StemmaEdge& edge) {
  const Stemma& stemma = story.study.origins.stemma;
  const StemmaNode& from = stemma.nodes[edge.from];
  const StemmaNode& to = stemma.nodes[edge.to];
  std::string words = fmt::format("{}: {} {}", node_name(story.reports, to),
                                  from.report ? "derives from" : "goes back to",
                                  node_name(story.reports, from));
  if (!from.report && from.names.empty()) {
    words = fmt::format("{}: its parent is not in hand or not established",
                        node_name(story.reports, to));
  }
  return words +
         fmt::format("; {} of its words, {}, {} sure", percent(edge.share),
                     edge.declared ? "declared by its own credit" : "inferred",
                     sureness(edge.confidence));
}

// Down from the parent, then along the line of the child, so that it crosses
// no other name.
std::string path_between(const Place& from, const Place& to) {
  constexpr double kCorner = 10;
  if (to.x < from.x + kCorner) {
    return fmt::format("M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}", from.x,
                       from.y, from.x, to.y, to.x, to.y);
  }
  const double before = to.y > from.y ? to.y - kCorner : to.y + kCorner;
  return fmt::format(
      "M{0:.0f} {1:.0f}V{2:.0f}Q{0:.0f} {3:.0f} {4:.0f} {3:.0f}"
      "H{5:.0f}",
      from.x, from.y, before, to.y, from.x + kCorner, to.x);
}

void draw_edge(const PageStory& story, const StemmaEdge& edge,
               const std::vector<Place>& places, HtmlWriter& html) {
  html.markup(fmt::format("<path class=\"{}\" stroke-width=\"{:.1f}\" "
                          "d=\"{}\"><title>",
                          edge.declared ? "declared" : "inferred",
                          1 + (kWidest - 1) * edge.share,
                          path_between(places[edge.from], places[edge.to])))
      .text(edge_words(story, edge))
      .markup("</title></path>\n");
}

void draw_node(const PageStory& story, std::uint32_t node, const Place& place,
               HtmlWriter& html) {
  const StemmaNode& of = story.study.origins.stemma.nodes[node];
  html.markup(
      fmt::format("<circle class=\"{}\" cx=\"{:.0f}\" cy=\"{:.0f}\" "
                  "r=\"6\"/>",
                  of.report ? "extant" : "unseen", place.x, place.y));
  constexpr std::size_t kLongest = 34;  // bytes; the list has all of it
  std::string name = node_name(story.reports, of);
  if (name.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 &&
           (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    name = name.substr(0, end) + "\u2026";
  }
  html.markup(fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\">", place.x + 12,
                          place.y + 4))
      .text(name)
      .markup("</text>\n");
}

void draw_times(const std::vector<std::int64_t>& times, double height,
                HtmlWriter& html) {
  std::string last;
  double last_x = -kWidth;
  constexpr double kApart = 90;
  for (std::size_t rank = 0; rank < times.size(); ++rank) {
    const std::string day =
        time_word({times[rank], TimePrecision::kDay, TimeOrigin::kField});
    const double x = x_of(rank, times.size());
    if (day == last || x - last_x < kApart) continue;
    last = day;
    last_x = x;
    html.markup(fmt::format(
        "<line class=\"day\" x1=\"{0:.0f}\" y1=\"{1:.0f}\" x2=\"{0:.0f}\" "
        "y2=\"{2:.0f}\"/><text class=\"day\" x=\"{0:.0f}\" "
        "y=\"16\">{3}</text>\n",
        x, kTop - 8, height - 6, day));
  }
}

void write_drawing(const PageStory& story, HtmlWriter& html) {
  const Stemma& stemma = story.study.origins.stemma;
  const Lines lines(stemma);
  const auto times = times_of(story);
  const auto places = place_nodes(story, lines, times);
  const double height =
      kTop + kLine * static_cast<double>(lines.order().size()) + 10;
  html.markup(fmt::format(
      "<div class=\"scroll\"><svg class=\"stemma\" viewBox=\"0 0 {:.0f} "
      "{:.0f}\" role=\"img\" aria-label=\"Drawing of the list below\">\n",
      kWidth, height));
  draw_times(times, height, html);
  for (const StemmaEdge& edge : stemma.edges) {
    draw_edge(story, edge, places, html);
  }
  for (const std::uint32_t node : lines.order()) {
    draw_node(story, node, places[node], html);
  }
  html.markup("</svg></div>\n");
}

void write_list(const PageStory& story, HtmlWriter& html) {
  const Stemma& stemma = story.study.origins.stemma;
  html.markup("<ul class=\"edges\">\n");
  for (const StemmaEdge& edge : stemma.edges) {
    html.markup("<li>").text(edge_words(story, edge)).markup("</li>\n");
  }
  for (std::uint32_t node = 0; node < stemma.nodes.size(); ++node) {
    const bool linked = std::any_of(
        stemma.edges.begin(), stemma.edges.end(),
        [node](const StemmaEdge& e) { return e.from == node || e.to == node; });
    if (linked) continue;
    html.markup("<li>")
        .text(node_name(story.reports, stemma.nodes[node]))
        .markup(": no text that it shares was found</li>\n");
  }
  html.markup("</ul>\n");
}

}  // namespace

void write_stemma(const PageStory& story, HtmlWriter& html) {
  const Stemma& stemma = story.study.origins.stemma;
  if (stemma.edges.empty()) return;
  html.markup(fmt::format("<section aria-labelledby=\"{0}-stemma\">\n"
                          "<h3 id=\"{0}-stemma\">What derives from what</h3>\n",
                          story_anchor(story)))
      .markup(
          "<p>Time runs from left to right, in steps from report to report; "
          "undated reports stand at the left edge. A solid line is declared by "
          "a credit, a dashed one inferred from the words; it is as wide as "
          "the share of words. A hollow circle is a text that is not among "
          "the reports, or a parent that is not established.</p>\n");
  if (stemma.nodes.size() <= kMostDrawn) write_drawing(story, html);
  write_list(story, html);
  html.markup("</section>\n");
}

}  // namespace stemma::show
