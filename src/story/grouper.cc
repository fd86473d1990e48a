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
#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "base/prefetch.h"
#include "story/agglomeration.h"
#include "story/open_stories.h"
#include "story/profile.h"
#include "story/report_vector.h"
#include "story/weighing.h"

namespace stemma::story {
namespace {

constexpr std::size_t kCandidates = 16;  // stories a report
constexpr std::size_t kCompared = 6;     // of them, in full
constexpr std::size_t kCloseAtOnce = 2048;
constexpr std::size_t kLinksOfMember = 2;
constexpr double kJoin = 0.5;
constexpr double kJoinAtOnce = 0.98;

// Words are compared within one language; where one is not known, by what the
// words say themselves. A round-up resembles the stories that it tells of and
// is none of them: it would chain them together. It is compared with its like,
// so that what is printed twice is one.
bool is_comparable(const Profile& story, const ReportVector& report) {
  if (story.round_up != report.round_up) return false;
  return story.language.empty() || report.language.empty() ||
         story.language == report.language;
}

// A story that a report resembles, the mean likeness of its body to those of
// the members, and the sum.
struct Resembled {
  StoryIndex story = 0;
  double likeness = 0;
  double sum = 0;
};

}  // namespace

struct StoryGrouper::State {
  State(const StoryOptions& chosen, const JoinWeights& learned)
      : options(chosen), weights(learned), resting(chosen.window_days) {}

  StoryOptions options;
  JoinWeights weights;
  Weighing weighing;
  std::array<double, kFields> squares{};          // of the report added last
  std::uint32_t reports = 0;                      // added or placed
  std::vector<std::unique_ptr<Profile>> stories;  // null once closed
  // Of stories that are closed, or were put together of several.
  std::vector<std::optional<std::uint32_t>> title_reports;
  CandidateIndex index;
  OpenStories resting;
  std::vector<Pair> links;           // stories that a founding report resembled
  std::vector<Pair> known_apart;     // by a user's decisions
  std::vector<StoryIndex> closing;   // to be closed with all they are one with
  std::vector<StoryIndex> first_of;  // as of the last settle()
  std::optional<StoryIndex> likely;  // of the report added last
  std::vector<Resembled> resembled;  // by the report compared last
  // Of the report added last: why it joined, and how many reports it joined.
  std::optional<EvidenceValues> joined;
  std::uint32_t joined_reports = 0;
  std::optional<Pair> watched;
  std::optional<JoinDecision> decision;

  bool may_join(const Profile& story, const ReportVector& report) const {
    return options.window_days == 0 || !report.dated || !story.is_dated() ||
           days_apart(story, report) <= options.window_days;
  }
  double others(const ReportVector& report, StoryIndex a, StoryIndex b);
  std::vector<Comparison> compare(const ReportVector& report);
  double likeness_to(const ReportVector& report, StoryIndex story) const;
  void place(const Outline& outline, const ReportVector& report,
             StoryIndex story);
  void link(StoryIndex story);
  Groups groups() const;
  void settle();
  void close_settled();
  void close(StoryIndex story);
};

// The likeness of a report to stories that are no part of two, as compare()
// and Groups have it.
double StoryGrouper::State::others(const ReportVector& report, StoryIndex a,
                                   StoryIndex b) {
  constexpr double kNone = -2;  // no cosine
  const ComparedSide compared(report, squares);
  std::vector<double> likenesses;
  for (const StoryIndex story : index.find(report.heaviest, kCandidates)) {
    if (first_of[story] == first_of[a] || first_of[story] == first_of[b] ||
        !is_comparable(*stories[story], report)) {
      continue;
    }
    likenesses.push_back(compared.likeness_sum(Field::kBody, *stories[story]) /
                         stories[story]->reports);
  }
  std::sort(likenesses.begin(), likenesses.end(), std::greater<>());
  return likeness_to_others(likenesses, kNone);
}

std::vector<Comparison> StoryGrouper::State::compare(
    const ReportVector& report) {
  const ComparedSide compared(report, report.squares);
  resembled.clear();
  const std::vector<StoryIndex> candidates =
      index.find(report.heaviest, kCandidates);
  for (const StoryIndex story : candidates) prefetch(stories[story].get());
  for (const StoryIndex story : candidates) {
    prefetch((*stories[story])[Field::kBody].data());
  }
  for (const StoryIndex story : candidates) {
    const Profile& profile = *stories[story];
    if (!is_comparable(profile, report)) continue;
    const double sum = compared.likeness_sum(Field::kBody, profile);
    resembled.push_back({story, sum / profile.reports, sum});
  }
  std::sort(resembled.begin(), resembled.end(),
            [](const Resembled& x, const Resembled& y) {
              return x.likeness != y.likeness ? x.likeness > y.likeness
                                              : x.story < y.story;
            });
  std::vector<double> likenesses;
  likenesses.reserve(resembled.size());
  for (const Resembled& each : resembled) likenesses.push_back(each.likeness);
  const Profile alone = without_words(report);
  std::vector<Comparison> found;
  for (const auto& [story, likeness, sum] : resembled) {
    if (found.size() == kCompared) break;
    if (!may_join(*stories[story], report) ||
        numbers_contradict(stories[story]->numbers, report.numbers)) {
      continue;
    }
    const double others = likeness_to_others(likenesses, likeness);
    const EvidenceValues evidence =
        evidence_of(likeness_of(compared, *stories[story], likeness),
                    {&alone, others}, {stories[story].get(), others});
    found.push_back(
        {story, probability_of(join_odds(evidence, weights)), evidence});
  }
  std::sort(
      found.begin(), found.end(), [](const Comparison& x, const Comparison& y) {
        return x.probability != y.probability ? x.probability > y.probability
                                              : x.story < y.story;
      });
  return found;
}

// The sum of the likeness of a report's body to those of the members.
double StoryGrouper::State::likeness_to(const ReportVector& report,
                                        StoryIndex story) const {
  for (const Resembled& each : resembled) {
    if (each.story == story) return each.sum;
  }
  return likeness_sum(Field::kBody, report, *stories[story], squares);
}

void StoryGrouper::State::place(const Outline& outline,
                                const ReportVector& report, StoryIndex story) {
  if (story == stories.size()) {
    stories.push_back(std::make_unique<Profile>());
    stories.back()->language = report.language;
    stories.back()->round_up = report.round_up;
    title_reports.emplace_back();
  }
  squares = report.squares;
  // A closed story that a user's decision names takes the report, no more.
  const std::uint32_t number = reports++;
  if (!stories[story]) return;
  Profile& profile = *stories[story];
  add_member(report, likeness_to(report, story), profile);
  profile.titles.add(number, outline);
  index.add(report.heaviest, story);
  resting.joined(story, report, stories);
  for (const StoryIndex each : resting.take_resting()) shrink(*stories[each]);
  for (const StoryIndex each : resting.take_closed()) closing.push_back(each);
  if (closing.size() >= kCloseAtOnce) close_settled();
}

// Remembers what the report that goes to `story` resembles, for settle(). One
// that founds a story has all to be decided yet.
void StoryGrouper::State::link(StoryIndex story) {
  const bool founds = story == stories.size();
  const std::size_t most = founds ? kCandidates : kLinksOfMember;
  std::size_t taken = 0;
  for (const Resembled& other : resembled) {
    if (other.story == story) continue;
    if (taken++ == most) break;
    links.emplace_back(other.story, story);
  }
}

// Pairs further apart in time than the window are no pairs.
Groups StoryGrouper::State::groups() const {
  constexpr std::uint32_t kClosed = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> position(stories.size(), kClosed);
  std::vector<const Profile*> open;
  for (StoryIndex i = 0; i < position.size(); ++i) {
    if (!stories[i]) continue;
    position[i] = static_cast<std::uint32_t>(open.size());
    open.push_back(stories[i].get());
  }
  const auto of_open = [&](std::span<const Pair> pairs) {
    std::vector<Pair> found;
    for (const auto& [a, b] : pairs) {
      if (position[a] == kClosed || position[b] == kClosed) continue;
      if (options.window_days != 0 &&
          days_between(*stories[a], *stories[b]) > options.window_days) {
        continue;
      }
      found.emplace_back(position[a], position[b]);
    }
    return found;
  };
  return {open, of_open(links), of_open(known_apart), squares};
}

void StoryGrouper::State::settle() {
  for (auto i = static_cast<StoryIndex>(first_of.size()); i < stories.size();
       ++i) {
    first_of.push_back(i);
  }
  std::vector<StoryIndex> open;
  for (StoryIndex i = 0; i < stories.size(); ++i) {
    if (stories[i]) open.push_back(i);
  }
  Groups whole = groups();
  std::optional<PairWatch> watch;
  MergeFunction merging;
  if (watched && stories[watched->first] && stories[watched->second]) {
    const auto position = [&](StoryIndex story) {
      const auto at = std::lower_bound(open.begin(), open.end(), story);
      return static_cast<std::uint32_t>(at - open.begin());
    };
    watch.emplace(position(watched->first), position(watched->second), weights);
    merging = [&](std::uint32_t stays, std::uint32_t goes,
                  const EvidenceValues& evidence) {
      watch->merging(whole, stays, goes, evidence);
    };
  }
  const std::vector<std::uint32_t> into = agglomerate(whole, weights, merging);
  if (watch) decision = watch->decision(whole, options.window_days);
  for (std::uint32_t i = 0; i < into.size(); ++i) {
    first_of[open[i]] = open[into[i]];
    if (into[i] != i) continue;
    const Profile& story = whole.profile(i);
    title_reports[open[i]] = story.titles.best(story[Field::kBody]);
  }
}

// Closes what is one story as a whole, once nothing of it is to stay open.
void StoryGrouper::State::close_settled() {
  settle();
  std::sort(closing.begin(), closing.end());
  std::vector<bool> stays(stories.size(), false);
  for (StoryIndex i = 0; i < stories.size(); ++i) {
    if (stories[i] && !std::binary_search(closing.begin(), closing.end(), i)) {
      stays[first_of[i]] = true;
    }
  }
  std::erase_if(closing, [&](StoryIndex story) {
    if (stays[first_of[story]]) return false;
    close(story);
    return true;
  });
  std::erase_if(links, [&](const Pair& pair) {
    return !stories[pair.first] || !stories[pair.second];
  });
}

void StoryGrouper::State::close(StoryIndex story) {
  index.retire(story);
  stories[story].reset();
}

StoryGrouper::StoryGrouper(const StoryOptions& options,
                           const JoinWeights& weights)
    : state_(std::make_unique<State>(options, weights)) {}
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
