// Stories: each report joins the story it most probably belongs to, or founds
// one; then stories that are one are put together.
//
// A report is a set of sparse vectors (its words, title, names and numbers),
// weighted by how rare each term is among the reports seen (TF-IDF, the
// representation that holds the published record for this task: Miranda et al.
// 2018) and centred (commonness.h). A story keeps the sums of its members'
// vectors, so that one product with such a sum gives the mean likeness to all
// members: a chain of reports of which each resembles only the last has no high
// mean.
//
// Candidates come from an index of the terms that say most in a story's
// members. The most alike are compared in full (comparison.h), and a logistic
// model turns the evidence into a probability. A report that arrives cannot
// know what comes after it, so it joins at once only where there is hardly a
// doubt. What remains open is decided by settle(), which looks at all of it:
// the groups made so far are put together in the order of probability
// (agglomeration.h).
#include "story/grouper.h"

#include <algorithm>
#include <utility>

#include "story/grouper_state.h"

namespace stemma::story {
namespace {

constexpr double kJoin = 0.5;
constexpr double kJoinAtOnce = 0.98;

}  // namespace

StoryGrouper::StoryGrouper(const StoryOptions& options,
                           const JoinWeights& weights)
    : state_(std::make_unique<GrouperState>(options, weights)) {}
StoryGrouper::~StoryGrouper() = default;
StoryGrouper::StoryGrouper(StoryGrouper&&) noexcept = default;
StoryGrouper& StoryGrouper::operator=(StoryGrouper&&) noexcept = default;

ReportVector StoryGrouper::weigh(const Outline& report) {
  return state_->weighing.weigh(report);
}

StoryIndex StoryGrouper::add(const Outline& report, const ReportVector& weighed,
                             std::span<const StoryIndex> barred) {
  auto story = static_cast<StoryIndex>(state_->stories.size());
  state_->likely.reset();
  state_->joined.reset();
  for (const Comparison& each : state_->compare(weighed)) {
    if (each.probability < kJoin) break;
    if (std::find(barred.begin(), barred.end(), each.story) != barred.end()) {
      continue;
    }
    if (each.probability >= kJoinAtOnce) {
      story = each.story;
      state_->joined = each.evidence;
      state_->joined_reports = state_->stories[story]->reports;
    } else {
      state_->likely = each.story;
    }
    break;
  }
  state_->link(story);
  state_->place(report, weighed, story);
  return story;
}

std::vector<Comparison> StoryGrouper::compare(const Outline& report) {
  return state_->compare(state_->weighing.glance(report));
}

void StoryGrouper::place(const Outline& report, const ReportVector& weighed,
                         StoryIndex story) {
  state_->likely.reset();
  state_->joined.reset();
  state_->resembled.clear();
  state_->place(report, weighed, story);
}

StoryIndex StoryGrouper::likely(StoryIndex story) const {
  return state_->likely.value_or(story);
}

StoryIndex StoryGrouper::found(const Outline& report) {
  const ReportVector weighed = weigh(report);
  const auto story = static_cast<StoryIndex>(state_->stories.size());
  state_->compare(weighed);
  state_->link(story);
  state_->place(report, weighed, story);
  return story;
}

Groups StoryGrouper::groups() const { return state_->groups(); }

void StoryGrouper::keep_apart(StoryIndex a, StoryIndex b) {
  std::vector<Pair>& known = state_->known_apart;
  if (std::find(known.begin(), known.end(), Pair(a, b)) == known.end()) {
    known.emplace_back(a, b);
  }
}

std::vector<StoryIndex> StoryGrouper::settle() {
  state_->settle();
  return state_->first_of;
}

std::optional<JoinComparison> StoryGrouper::joined() const {
  if (!state_->joined) return std::nullopt;
  return weighed(*state_->joined, state_->weights, {1, state_->joined_reports});
}

void StoryGrouper::watch(StoryIndex a, StoryIndex b) {
  state_->watched = Pair(a, b);
  state_->decision.reset();
}

const std::optional<JoinDecision>& StoryGrouper::decision() const {
  return state_->decision;
}

JoinComparison StoryGrouper::weigh_alone(const Outline& report_a, StoryIndex a,
                                         const Outline& report_b,
                                         StoryIndex b) {
  const ReportVector x = state_->weighing.glance(report_a);
  const ReportVector y = state_->weighing.glance(report_b);
  Profile alone_x;
  Profile alone_y;
  add_member(x, 0, alone_x);
  add_member(y, 0, alone_y);
  const ComparedSide compared(x, state_->squares);
  const double body = compared.likeness_sum(Field::kBody, alone_y);
  const EvidenceValues evidence = evidence_of(
      likeness_of(compared, alone_y, body), {&alone_x, state_->others(x, a, b)},
      {&alone_y, state_->others(y, a, b)});
  return weighed(evidence, state_->weights, {1, 1});
}

std::vector<SharedTerm> StoryGrouper::shared(const Outline& a, const Outline& b,
                                             std::size_t most) const {
  return shared_terms(
      story::weigh(a, state_->weighing.frequencies())[Field::kBody],
      story::weigh(b, state_->weighing.frequencies())[Field::kBody], most);
}

std::uint32_t StoryGrouper::title_report(StoryIndex story) const {
  if (state_->title_reports[story]) return *state_->title_reports[story];
  const Profile& profile = *state_->stories[story];
  return profile.titles.best(profile[Field::kBody]);
}

}  // namespace stemma::story
