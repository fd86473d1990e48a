// Stories: each report joins the story it most probably belongs to, or founds
// one.
//
// A report is a set of sparse vectors (its words, pairs of words, title,
// names and numbers), weighted by how rare each term is among the reports seen
// (TF-IDF, the representation that holds the published record for this task:
// Miranda et al. 2018). A story keeps the sums of its members' vectors, so
// that one product with such a sum gives the mean similarity to all members:
// a chain of reports of which each resembles only the last has no high mean.
//
// Candidates come from an index of the terms that say most in a story's
// members, walked from the newest story back, each term to a limited depth.
// The stories with the highest sums are compared in full: similarity by
// field, time, outlets, size, and how far the story stands out among the
// others it resembles, which carries the decision from one language, length
// of text or size of corpus to another where a plain threshold drifts. A
// logistic model turns this into a probability; the best story above one half
// is joined.
#include "story/grouper.h"

#include <algorithm>

#include "story/profile.h"
#include "story/report_vector.h"

namespace stemma::story {
namespace {

constexpr std::size_t kCompared = 16;  // stories a report
constexpr double kJoin = 0.5;

// Words are compared within one language; where one is not known, by what the
// words say themselves.
bool is_comparable(const Profile& story, const ReportVector& report) {
  return story.language.empty() || report.language.empty() ||
         story.language == report.language;
}

}  // namespace

struct StoryGrouper::State {
  StoryOptions options;
  DocumentFrequencies frequencies;
  bool observed_ahead = false;
  std::vector<Profile> stories;
  CandidateIndex index;

  bool is_open(const Profile& story, const ReportVector& report) const {
    return options.window_days == 0 || !report.dated || !story.is_dated() ||
           days_apart(story, report) <= options.window_days;
  }
  std::vector<Comparison> compare(const ReportVector& report) const;
  void place(const ReportVector& report, StoryIndex story);
};

std::vector<Comparison> StoryGrouper::State::compare(
    const ReportVector& report) const {
  std::vector<Comparison> found;
  for (const StoryIndex story : index.find(report[Field::kBody], kCompared)) {
    if (!is_comparable(stories[story], report)) continue;
    found.push_back({story, 0, evidence_of(report, stories[story])});
  }
  judge(found);
  std::erase_if(found, [&](const Comparison& each) {
    return !is_open(stories[each.story], report);
  });
  std::sort(
      found.begin(), found.end(), [](const Comparison& x, const Comparison& y) {
        return x.probability != y.probability ? x.probability > y.probability
                                              : x.story < y.story;
      });
  return found;
}

void StoryGrouper::State::place(const ReportVector& report, StoryIndex story) {
  if (story == stories.size()) {
    stories.emplace_back();
    stories.back().language = report.language;
  }
  add_member(report, stories[story]);
  index.add(report[Field::kBody], story);
}

StoryGrouper::StoryGrouper(const StoryOptions& options)
    : state_(std::make_unique<State>()) {
  state_->options = options;
}
StoryGrouper::~StoryGrouper() = default;
StoryGrouper::StoryGrouper(StoryGrouper&&) noexcept = default;
StoryGrouper& StoryGrouper::operator=(StoryGrouper&&) noexcept = default;

void StoryGrouper::observe(const Outline& report) {
  state_->observed_ahead = true;
  state_->frequencies.add(report);
}

StoryIndex StoryGrouper::add(const Outline& report) {
  if (!state_->observed_ahead) state_->frequencies.add(report);
  const ReportVector vector = weigh(report, state_->frequencies);
  const std::vector<Comparison> found = state_->compare(vector);
  StoryIndex story = static_cast<StoryIndex>(state_->stories.size());
  if (!found.empty() && found.front().probability >= kJoin) {
    story = found.front().story;
  }
  state_->place(vector, story);
  return story;
}

std::vector<Comparison> StoryGrouper::compare(const Outline& report) const {
  return state_->compare(weigh(report, state_->frequencies));
}

void StoryGrouper::place(const Outline& report, StoryIndex story) {
  if (!state_->observed_ahead) state_->frequencies.add(report);
  state_->place(weigh(report, state_->frequencies), story);
}

}  // namespace stemma::story
