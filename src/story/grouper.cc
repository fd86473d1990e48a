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
#include <cmath>
#include <limits>
#include <string>
#include <tuple>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "story/report_vector.h"

namespace stemma::story {
namespace {

constexpr std::size_t kIndexedTerms = 40;    // of a report
constexpr std::size_t kPostingsRead = 1024;  // of a term
constexpr std::size_t kCompared = 16;        // stories a report
constexpr std::size_t kProfileTerms = 1500;  // of a story's field
constexpr std::size_t kLastMembers = 8;
constexpr std::size_t kMemberTerms = 80;
constexpr double kFloor = 0.02;  // cosines below say nothing
constexpr int kOthers = 3;
constexpr double kUsualOthers = 0.06;  // taken for other stories not yet seen
constexpr double kJoin = 0.5;
constexpr double kSecondsPerDay = 86400;
constexpr double kSigmaDays = 3;

struct Profile {
  std::array<TermVector, kFields> sums;
  // The words that say most in each of the last members, the oldest first.
  std::vector<TermVector> last_members;
  double squared_length = 0;  // of the body's sum
  std::uint32_t reports = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> outlets;  // hash, count
  std::string language;  // of the founding report
  double first_day = std::numeric_limits<double>::infinity();
  double last_day = -std::numeric_limits<double>::infinity();
};

bool is_dated(const Profile& profile) {
  return profile.first_day <= profile.last_day;
}

double day_of(const Report& report) {
  return static_cast<double>(report.published.seconds) / kSecondsPerDay;
}

// Words are compared within one language; where one is not known, by what the
// words say themselves.
bool is_comparable(const Profile& story, const ReportVector& report) {
  return story.language.empty() || report.language.empty() ||
         story.language == report.language;
}

// Days between a report and the nearest end of a story's time.
double days_apart(const Profile& profile, double day) {
  return std::max({0.0, profile.first_day - day, day - profile.last_day});
}

// Cuts a vector down to the `most` terms of the largest weights.
void keep_heaviest(TermVector& terms, std::size_t most) {
  if (terms.size() <= most) return;
  const auto cut = terms.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(terms.begin(), cut, terms.end(),
                   [](const WeightedTerm& p, const WeightedTerm& q) {
                     return p.weight != q.weight ? p.weight > q.weight
                                                 : p.hash < q.hash;
                   });
  terms.erase(cut, terms.end());
  std::sort(terms.begin(), terms.end(),
            [](const WeightedTerm& p, const WeightedTerm& q) {
              return p.hash < q.hash;
            });
}

void add_to(TermVector& sum, const TermVector& added) {
  TermVector merged;
  merged.reserve(sum.size() + added.size());
  auto x = sum.begin();
  auto y = added.begin();
  while (x != sum.end() || y != added.end()) {
    if (y == added.end() || (x != sum.end() && x->hash < y->hash)) {
      merged.push_back(*x++);
    } else if (x == sum.end() || y->hash < x->hash) {
      merged.push_back(*y++);
    } else {
      merged.push_back({x->hash, x->weight + y->weight});
      ++x;
      ++y;
    }
  }
  keep_heaviest(merged, kProfileTerms);
  sum = std::move(merged);
}

// Fills in how far each story stands out among the others: how much the three
// that come next resemble the report.
void set_against_others(std::vector<Comparison>& found) {
  std::vector<std::pair<double, StoryIndex>> ranked;
  ranked.reserve(found.size());
  for (Comparison& each : found) {
    ranked.emplace_back(-value_of(each.evidence, Evidence::kBody), each.story);
  }
  std::sort(ranked.begin(), ranked.end());
  for (Comparison& each : found) {
    double others = 0;
    int taken = 0;
    for (const auto& [minus_body, story] : ranked) {
      if (story == each.story) continue;
      if (taken == kOthers) break;
      others -= minus_body;
      ++taken;
    }
    others = (others + (kOthers - taken) * kUsualOthers) / kOthers;
    const double own = value_of(each.evidence, Evidence::kBody);
    value_of(each.evidence, Evidence::kBodyAboveOthers) = own - others;
    value_of(each.evidence, Evidence::kBodyToOthers) =
        std::log((own + kFloor) / (others + kFloor)) / 3;
    value_of(each.evidence, Evidence::kOthers) = others;
  }
}

// The terms of a report by which stories are looked up.
TermVector looked_up(const ReportVector& vector) {
  TermVector terms = vector[Field::kBody];
  keep_heaviest(terms, kIndexedTerms);
  return terms;
}

}  // namespace

struct StoryGrouper::State {
  StoryOptions options;
  DocumentFrequencies frequencies;
  bool observed_ahead = false;
  std::vector<Profile> stories;
  // Stories by the hash of a term that says much in one of their members, in
  // the order in which they took it.
  boost::unordered_flat_map<std::uint64_t, std::vector<StoryIndex>> postings;

  std::vector<StoryIndex> candidates(const ReportVector& vector) const;
  bool is_open(const Profile& story, const Report& report) const;
  EvidenceValues evidence(const ReportVector& vector, const Report& report,
                          const Profile& story) const;
  std::vector<Comparison> compare(const ReportVector& vector,
                                  const Report& report) const;
  void place(const ReportVector& vector, const Report& report,
             StoryIndex story);
};

bool StoryGrouper::State::is_open(const Profile& story,
                                  const Report& report) const {
  return options.window_days == 0 || !report.published.known() ||
         !is_dated(story) ||
         days_apart(story, day_of(report)) <= options.window_days;
}

std::vector<StoryIndex> StoryGrouper::State::candidates(
    const ReportVector& vector) const {
  boost::unordered_flat_map<StoryIndex, float> score;
  for (const WeightedTerm& term : looked_up(vector)) {
    const auto found = postings.find(term.hash);
    if (found == postings.end()) continue;
    const std::vector<StoryIndex>& list = found->second;
    const std::size_t depth = std::min(list.size(), kPostingsRead);
    for (std::size_t i = list.size() - depth; i < list.size(); ++i) {
      score[list[i]] += term.weight;
    }
  }
  std::vector<std::pair<float, StoryIndex>> ranked;
  for (const auto& [story, sum] : score) {
    ranked.emplace_back(-sum, story);
  }
  const std::size_t kept = std::min(ranked.size(), kCompared);
  std::partial_sort(ranked.begin(),
                    ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                    ranked.end());
  std::vector<StoryIndex> best;
  for (std::size_t i = 0; i < kept; ++i) best.push_back(ranked[i].second);
  return best;
}

EvidenceValues StoryGrouper::State::evidence(const ReportVector& vector,
                                             const Report& report,
                                             const Profile& story) const {
  EvidenceValues values{};
  const double reports = story.reports;
  const auto mean = [&](Field field) {
    return dot(vector[field], story.sums[static_cast<std::size_t>(field)]) /
           reports;
  };
  value_of(values, Evidence::kConstant) = 1;
  value_of(values, Evidence::kBody) = mean(Field::kBody);
  value_of(values, Evidence::kBodyCentre) =
      mean(Field::kBody) * reports /
      std::sqrt(std::max(story.squared_length, 1e-9));
  double nearest = 0;
  for (const TermVector& member : story.last_members) {
    nearest = std::max(nearest, dot(vector[Field::kBody], member));
  }
  value_of(values, Evidence::kBodyNearest) = nearest;
  value_of(values, Evidence::kPairs) = mean(Field::kPairs);
  value_of(values, Evidence::kTitle) = mean(Field::kTitle);
  value_of(values, Evidence::kNames) = mean(Field::kNames);
  if (report.published.known() && is_dated(story)) {
    const double days = days_apart(story, day_of(report));
    value_of(values, Evidence::kSameDays) =
        std::exp(-days * days / (2 * kSigmaDays * kSigmaDays));
    value_of(values, Evidence::kDaysApart) = std::log1p(days) / 5;
  } else {
    value_of(values, Evidence::kUndated) = 1;
  }
  if (!report.outlet.empty()) {
    const std::uint64_t outlet = hash_bytes(report.outlet);
    for (const auto& [hash, count] : story.outlets) {
      if (hash == outlet) {
        value_of(values, Evidence::kSameOutlet) = count / reports;
      }
    }
  }
  value_of(values, Evidence::kSize) = std::log(reports) / 3;
  return values;
}

std::vector<Comparison> StoryGrouper::State::compare(
    const ReportVector& vector, const Report& report) const {
  std::vector<Comparison> found;
  for (const StoryIndex story : candidates(vector)) {
    if (!is_comparable(stories[story], vector)) continue;
    found.push_back({story, 0, evidence(vector, report, stories[story])});
  }
  set_against_others(found);
  for (Comparison& each : found) {
    each.probability = join_probability(each.evidence);
  }
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

void StoryGrouper::State::place(const ReportVector& vector,
                                const Report& report, StoryIndex story) {
  if (story == stories.size()) {
    stories.emplace_back();
    stories.back().language = vector.language;
  }
  Profile& profile = stories[story];
  const TermVector& body = vector[Field::kBody];
  profile.squared_length +=
      2 * dot(body, profile.sums[static_cast<std::size_t>(Field::kBody)]) + 1;
  for (std::size_t f = 0; f < kFields; ++f) {
    add_to(profile.sums[f], vector.fields[f]);
  }
  TermVector top = body;
  keep_heaviest(top, kMemberTerms);
  if (profile.last_members.size() == kLastMembers) {
    profile.last_members.erase(profile.last_members.begin());
  }
  profile.last_members.push_back(std::move(top));
  ++profile.reports;
  if (report.published.known()) {
    profile.first_day = std::min(profile.first_day, day_of(report));
    profile.last_day = std::max(profile.last_day, day_of(report));
  }
  if (!report.outlet.empty()) {
    const std::uint64_t outlet = hash_bytes(report.outlet);
    const auto known =
        std::find_if(profile.outlets.begin(), profile.outlets.end(),
                     [&](const auto& entry) { return entry.first == outlet; });
    if (known == profile.outlets.end()) {
      profile.outlets.emplace_back(outlet, 1);
    } else {
      ++known->second;
    }
  }
  for (const WeightedTerm& term : looked_up(vector)) {
    std::vector<StoryIndex>& list = postings[term.hash];
    if (list.empty() || list.back() != story) list.push_back(story);
  }
}

StoryGrouper::StoryGrouper(const StoryOptions& options)
    : state_(std::make_unique<State>()) {
  state_->options = options;
}
StoryGrouper::~StoryGrouper() = default;
StoryGrouper::StoryGrouper(StoryGrouper&&) noexcept = default;
StoryGrouper& StoryGrouper::operator=(StoryGrouper&&) noexcept = default;

void StoryGrouper::observe(const Witness& witness) {
  state_->observed_ahead = true;
  state_->frequencies.add(count_terms(witness));
}

StoryIndex StoryGrouper::add(const Witness& witness) {
  const CountedReport counted = count_terms(witness);
  if (!state_->observed_ahead) state_->frequencies.add(counted);
  const ReportVector vector = weigh(counted, state_->frequencies);
  const std::vector<Comparison> found =
      state_->compare(vector, *witness.report);
  StoryIndex story = static_cast<StoryIndex>(state_->stories.size());
  if (!found.empty() && found.front().probability >= kJoin) {
    story = found.front().story;
  }
  state_->place(vector, *witness.report, story);
  return story;
}

std::vector<Comparison> StoryGrouper::compare(const Witness& witness) const {
  return state_->compare(weigh(count_terms(witness), state_->frequencies),
                         *witness.report);
}

void StoryGrouper::place(const Witness& witness, StoryIndex story) {
  const CountedReport counted = count_terms(witness);
  if (!state_->observed_ahead) state_->frequencies.add(counted);
  state_->place(weigh(counted, state_->frequencies), *witness.report, story);
}

}  // namespace stemma::story
