#include "story/grouper_state.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>

#include "base/prefetch.h"

namespace stemma::story {
namespace {

constexpr std::size_t kCandidates = 16;  // stories a report
constexpr std::size_t kCompared = 6;     // of them, in full
constexpr std::size_t kCloseAtOnce = 2048;
constexpr std::size_t kLinksOfMember = 2;

// Words are compared within one language; where one is not known, by what the
// words say themselves. A round-up resembles the stories that it tells of and
// is none of them: it would chain them together. It is compared with its like,
// so that what is printed twice is one.
bool is_comparable(const Profile& story, const ReportVector& report) {
  if (story.round_up != report.round_up) return false;
  return story.language.empty() || report.language.empty() ||
         story.language == report.language;
}

}  // namespace

double GrouperState::others(const ReportVector& report, StoryIndex a,
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

std::vector<Comparison> GrouperState::compare(const ReportVector& report) {
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

double GrouperState::likeness_to(const ReportVector& report,
                                 StoryIndex story) const {
  for (const Resembled& each : resembled) {
    if (each.story == story) return each.sum;
  }
  return likeness_sum(Field::kBody, report, *stories[story], squares);
}

void GrouperState::place(const Outline& outline, const ReportVector& report,
                         StoryIndex story) {
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

void GrouperState::link(StoryIndex story) {
  const bool founds = story == stories.size();
  const std::size_t most = founds ? kCandidates : kLinksOfMember;
  std::size_t taken = 0;
  for (const Resembled& other : resembled) {
    if (other.story == story) continue;
    if (taken++ == most) break;
    links.emplace_back(other.story, story);
  }
}

Groups GrouperState::groups() const {
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

void GrouperState::settle() {
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

void GrouperState::close_settled() {
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

void GrouperState::close(StoryIndex story) {
  index.retire(story);
  stories[story].reset();
}

}  // namespace stemma::story
