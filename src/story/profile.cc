#include "story/profile.h"

#include <algorithm>

namespace stemma::story {
namespace {

constexpr std::size_t kProfileTerms = 1000;  // of a story's field
constexpr std::size_t kNumbers = 8;
constexpr std::size_t kRestingTerms = 160;  // of a field of a story at rest

void add_to(TermVector& sum, const TermVector& added) {
  TermVector merged;
  merged.reserve(sum.size() + added.size());
  auto x = sum.begin();
  auto y = added.begin();
  while (x != sum.end() || y != added.end()) {
    if (y == added.end() || (x != sum.end() && x->term < y->term)) {
      merged.push_back(*x++);
    } else if (x == sum.end() || y->term < x->term) {
      merged.push_back(*y++);
    } else {
      merged.push_back({x->term, x->weight + y->weight});
      ++x;
      ++y;
    }
  }
  // Cut now and then rather than at every report.
  if (merged.size() > kProfileTerms + kProfileTerms / 4) {
    keep_heaviest(merged, kProfileTerms);
  }
  // What is spare is given back where it is much.
  if (merged.capacity() > merged.size() + merged.size() / 4) {
    merged.shrink_to_fit();
  }
  sum = std::move(merged);
}

void count_outlet(std::uint64_t outlet, std::uint32_t reports, Profile& story) {
  const auto known =
      std::find_if(story.outlets.begin(), story.outlets.end(),
                   [&](const auto& entry) { return entry.first == outlet; });
  if (known == story.outlets.end()) {
    story.outlets.emplace_back(outlet, reports);
  } else {
    known->second += reports;
  }
}

void add_numbers(std::span<const TitleNumber> numbers, Profile& story) {
  for (const TitleNumber& each : numbers) {
    const auto at =
        std::lower_bound(story.numbers.begin(), story.numbers.end(), each);
    if (at != story.numbers.end() && *at == each) continue;
    if (story.numbers.size() == kNumbers) return;
    story.numbers.insert(at, each);
  }
}

// What a member adds but for its words.
void count_member(const ReportVector& report, Profile& story) {
  add_numbers(report.numbers, story);
  ++story.reports;
  if (report.dated) {
    story.first_day = std::min(story.first_day, report.day);
    story.last_day = std::max(story.last_day, report.day);
  }
  if (report.outlet != 0) count_outlet(report.outlet, 1, story);
}

}  // namespace

double days_apart(const Profile& story, const ReportVector& report) {
  return std::max(
      {0.0, story.first_day - report.day, report.day - story.last_day});
}

bool numbers_contradict(std::span<const TitleNumber> a,
                        std::span<const TitleNumber> b) {
  return std::any_of(a.begin(), a.end(), [&](const TitleNumber& one) {
    bool other_number = false;
    for (const TitleNumber& each : b) {
      if (each.thing != one.thing) continue;
      const bool shared =
          std::any_of(a.begin(), a.end(),
                      [&](const TitleNumber& known) { return known == each; });
      if (shared) return false;
      other_number = true;
    }
    return other_number;
  });
}

double days_between(const Profile& a, const Profile& b) {
  if (!a.is_dated() || !b.is_dated()) return 0;
  return std::max({0.0, a.first_day - b.last_day, b.first_day - a.last_day});
}

void add_member(const ReportVector& report, double likeness, Profile& story) {
  story.cohesion += likeness;
  for (std::size_t f = 0; f < kFields; ++f) {
    add_to(story.sums[f], report.fields[f]);
    story.unit[f] += report.unit[f];
    story.common[f] += report.common[f];
  }
  count_member(report, story);
}

Profile without_words(const ReportVector& report) {
  Profile alone;
  count_member(report, alone);
  return alone;
}

void absorb(const Profile& other, double likeness, Profile& story) {
  story.cohesion += other.cohesion + likeness;
  for (std::size_t f = 0; f < kFields; ++f) {
    add_to(story.sums[f], other.sums[f]);
    story.unit[f] += other.unit[f];
    story.common[f] += other.common[f];
  }
  add_numbers(other.numbers, story);
  story.reports += other.reports;
  story.first_day = std::min(story.first_day, other.first_day);
  story.last_day = std::max(story.last_day, other.last_day);
  for (const auto& [outlet, reports] : other.outlets) {
    count_outlet(outlet, reports, story);
  }
  story.titles.append(other.titles);
}

void shrink(Profile& story) {
  for (TermVector& sum : story.sums) {
    keep_heaviest(sum, kRestingTerms);
    sum.shrink_to_fit();
  }
}

}  // namespace stemma::story
