#include "story/profile.h"

#include <algorithm>

namespace stemma::story {
namespace {

constexpr std::size_t kProfileTerms = 1000;  // of a story's field
constexpr std::size_t kLastMembers = 8;
constexpr std::size_t kMemberTerms = 80;
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
  merged.shrink_to_fit();
  sum = std::move(merged);
}

void count_outlet(std::uint64_t outlet, Profile& story) {
  const auto known =
      std::find_if(story.outlets.begin(), story.outlets.end(),
                   [&](const auto& entry) { return entry.first == outlet; });
  if (known == story.outlets.end()) {
    story.outlets.emplace_back(outlet, 1);
  } else {
    ++known->second;
  }
}

}  // namespace

double days_apart(const Profile& story, const ReportVector& report) {
  return std::max(
      {0.0, story.first_day - report.day, report.day - story.last_day});
}

void add_member(const ReportVector& report, Profile& story) {
  const TermVector& body = report[Field::kBody];
  if (!body.empty()) {
    story.squared_length += 2 * dot(body, story[Field::kBody]) + 1;
  }
  for (std::size_t f = 0; f < kFields; ++f) {
    add_to(story.sums[f], report.fields[f]);
  }
  TermVector top = body;
  keep_heaviest(top, kMemberTerms);
  if (story.last_members.size() == kLastMembers) {
    story.last_members.erase(story.last_members.begin());
  }
  story.last_members.push_back(std::move(top));
  ++story.reports;
  if (report.dated) {
    story.first_day = std::min(story.first_day, report.day);
    story.last_day = std::max(story.last_day, report.day);
  }
  if (report.outlet != 0) count_outlet(report.outlet, story);
}

void shrink(Profile& story) {
  for (TermVector& sum : story.sums) {
    keep_heaviest(sum, kRestingTerms);
    sum.shrink_to_fit();
  }
  story.last_members.clear();
  story.last_members.shrink_to_fit();
}

}  // namespace stemma::story
