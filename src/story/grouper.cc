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
#include <utility>

#include "story/open_stories.h"
#include "story/profile.h"
#include "story/report_vector.h"

namespace stemma::story {
namespace {

constexpr std::size_t kCandidates = 16;  // stories a report
constexpr std::size_t kCompared = 6;     // of them, in full
constexpr double kJoin = 0.5;

// Words are compared within one language; where one is not known, by what the
// words say themselves.
bool is_comparable(const Profile& story, const ReportVector& report) {
  return story.language.empty() || report.language.empty() ||
         story.language == report.language;
}

}  // namespace

struct StoryGrouper::State {
  explicit State(const StoryOptions& chosen)
      : options(chosen), resting(chosen.window_days) {}

  StoryOptions options;
  DocumentFrequencies frequencies;
  bool observed_ahead = false;
  std::uint32_t reports = 0;                      // added or placed
  std::vector<std::unique_ptr<Profile>> stories;  // null once closed
  std::vector<std::uint32_t> title_reports;       // of closed stories
  CandidateIndex index;
  OpenStories resting;

  bool may_join(const Profile& story, const ReportVector& report) const {
    return options.window_days == 0 || !report.dated || !story.is_dated() ||
           days_apart(story, report) <= options.window_days;
  }
  std::vector<Comparison> compare(const ReportVector& report);
  void place(const Outline& outline, const ReportVector& report,
             StoryIndex story);
  void close(StoryIndex story);
};

std::vector<Comparison> StoryGrouper::State::compare(
    const ReportVector& report) {
  const ComparedReport compared(report);
  std::vector<std::pair<double, StoryIndex>> ranked;
  for (const StoryIndex story : index.find(report[Field::kBody], kCandidates)) {
    if (!is_comparable(*stories[story], report)) continue;
    ranked.emplace_back(-compared.likeness(Field::kBody, *stories[story]),
                        story);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), kCompared));
  std::vector<Comparison> found;
  for (const auto& [minus_body, story] : ranked) {
    found.push_back({story, 0, evidence_of(compared, *stories[story])});
  }
  judge(found);
  std::erase_if(found, [&](const Comparison& each) {
    return !may_join(*stories[each.story], report);
  });
  std::sort(
      found.begin(), found.end(), [](const Comparison& x, const Comparison& y) {
        return x.probability != y.probability ? x.probability > y.probability
                                              : x.story < y.story;
      });
  return found;
}

void StoryGrouper::State::place(const Outline& outline,
                                const ReportVector& report, StoryIndex story) {
  if (story == stories.size()) {
    stories.push_back(std::make_unique<Profile>());
    stories.back()->language = report.language;
    title_reports.push_back(0);
  }
  // A closed story that a user's decision names takes the report, no more.
  const std::uint32_t number = reports++;
  if (!stories[story]) return;
  Profile& profile = *stories[story];
  add_member(report, profile);
  profile.titles.add(number, outline);
  index.add(report[Field::kBody], story);
  resting.joined(story, report, stories);
  for (const StoryIndex each : resting.take_resting()) shrink(*stories[each]);
  for (const StoryIndex each : resting.take_closed()) close(each);
}

void StoryGrouper::State::close(StoryIndex story) {
  const Profile& profile = *stories[story];
  title_reports[story] = profile.titles.best(profile[Field::kBody]);
  index.retire(story);
  stories[story].reset();
}

StoryGrouper::StoryGrouper(const StoryOptions& options)
    : state_(std::make_unique<State>(options)) {}
StoryGrouper::~StoryGrouper() = default;
StoryGrouper::StoryGrouper(StoryGrouper&&) noexcept = default;
StoryGrouper& StoryGrouper::operator=(StoryGrouper&&) noexcept = default;

void StoryGrouper::observe(const Outline& report) {
  state_->observed_ahead = true;
  state_->frequencies.add(report);
}

StoryIndex StoryGrouper::add(const Outline& report,
                             std::span<const StoryIndex> barred) {
  if (!state_->observed_ahead) state_->frequencies.add(report);
  const ReportVector vector = weigh(report, state_->frequencies);
  auto story = static_cast<StoryIndex>(state_->stories.size());
  for (const Comparison& each : state_->compare(vector)) {
    if (each.probability < kJoin) break;
    if (std::find(barred.begin(), barred.end(), each.story) != barred.end()) {
      continue;
    }
    story = each.story;
    break;
  }
  state_->place(report, vector, story);
  return story;
}

std::vector<Comparison> StoryGrouper::compare(const Outline& report) {
  return state_->compare(weigh(report, state_->frequencies));
}

void StoryGrouper::place(const Outline& report, StoryIndex story) {
  if (!state_->observed_ahead) state_->frequencies.add(report);
  state_->place(report, weigh(report, state_->frequencies), story);
}

std::uint32_t StoryGrouper::title_report(StoryIndex story) const {
  const Profile* profile = state_->stories[story].get();
  return profile == nullptr ? state_->title_reports[story]
                            : profile->titles.best((*profile)[Field::kBody]);
}

}  // namespace stemma::story
