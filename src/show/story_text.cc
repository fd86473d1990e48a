#include <algorithm>

#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

// Columns of the table before the title.
constexpr std::size_t kDateWidth = 12;
constexpr std::size_t kNumberWidth = 9;
constexpr std::size_t kTitleWidthMin = 20;

std::string right(std::string_view text) {
  return fmt::format("{:>{}}", text, kNumberWidth);
}

std::size_t title_width(const TextStyle& style, Counts counts) {
  const std::size_t columns = counts == Counts::kShown ? 4 : 2;
  const std::size_t before = kDateWidth + columns * kNumberWidth + 2;
  return std::max(style.width, before + kTitleWidthMin) - before;
}

}  // namespace

std::string stories_header(const TextStyle& style, Counts counts) {
  std::string line = padded("first", kDateWidth);
  line += right("reports") + right("outlets");
  if (counts == Counts::kShown) line += right("tellings") + right("sources");
  return bold(line + "  title", style) + '\n';
}

std::string story_text(const StorySummary& story, const TextStyle& style,
                       Counts counts) {
  // The day is enough to find one's way; undated stories show a dash.
  std::string line =
      padded(story.first.known() ? time_word(story.first).substr(0, 10) : "-",
             kDateWidth);
  line += right(fmt::format("{}", story.reports.size()));
  line += right(fmt::format("{}", story.outlets));
  if (counts == Counts::kShown) {
    line += right(story.tellings ? range_short(*story.tellings) : "-");
    line += right(story.sources ? range_short(*story.sources) : "-");
  }
  return line + "  " + clipped(story.title, title_width(style, counts)) + '\n';
}

std::string stories_footer(const TextStyle& style) {
  return dim(wrapped("tellings: texts as narrated; sources: of information; "
                     "at most the higher number of each",
                     0, style.width),
             style);
}

std::string story_heading(const StoryStudy& study, const TextStyle& style) {
  std::string out = bold(
      clipped(study.title.empty() ? study.story.id : study.title, style.width),
      style);
  const Origins& origins = study.origins;
  std::string counts = counted(study.story.reports.size(), "report");
  counts += ", " + at_most(origins.telling_count, "telling");
  if (const std::string range = range_words(origins.telling_count);
      !range.empty()) {
    counts += " (" + range + ")";
  }
  counts += ", " + at_most(origins.source_count, "source");
  if (const std::string range = range_words(origins.source_count);
      !range.empty()) {
    counts += " (" + range + ")";
  }
  return out + '\n' + wrapped(counts, 0, style.width);
}

}  // namespace stemma::show
