#include "story/agglomeration.h"

#include <cmath>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::story {
namespace {

constexpr std::array<double, kFields> kNoMean{};

// Reports made of a few terms, each linked to each.
class Reports {
 public:
  void add(std::vector<Term> terms) {
    ReportVector report;
    const auto weight =
        static_cast<float>(1 / std::sqrt(static_cast<double>(terms.size())));
    for (std::size_t field = 0; field < kFields; ++field) {
      for (const Term term : terms) {
        report.fields[field].push_back({term, weight});
      }
      report.unit[field] = 1;
    }
    profiles_.emplace_back();
    add_member(report, 0, profiles_.back());
    profiles_.back().titles.add(0, {});
  }

  std::vector<std::uint32_t> grouped(std::vector<Pair> apart = {}) const {
    std::vector<const Profile*> groups;
    std::vector<Pair> links;
    for (std::uint32_t i = 0; i < profiles_.size(); ++i) {
      groups.push_back(&profiles_[i]);
      for (std::uint32_t j = 0; j < i; ++j) links.emplace_back(i, j);
    }
    Groups all(groups, links, apart, kNoMean);
    return agglomerate(all, shipped_weights());
  }

 private:
  std::vector<Profile> profiles_;
};

using Into = std::vector<std::uint32_t>;

TEST(AgglomerationTest, PutsTogetherWhatIsAlike) {
  Reports reports;
  reports.add({1, 2, 3, 4});
  reports.add({11, 12, 13, 14});
  reports.add({1, 2, 3, 5});
  reports.add({11, 12, 13, 15});
  EXPECT_EQ(reports.grouped(), (Into{0, 1, 0, 1}));
}

// Each report shares half its words with the next one and none with others.
TEST(AgglomerationTest, AChainIsNotOneStory) {
  Reports reports;
  for (Term i = 0; i < 12; ++i)
    reports.add({2 * i + 1, 2 * i + 2, 2 * i + 3, 2 * i + 4});
  const Into into = reports.grouped();
  EXPECT_NE(into.front(), into.back());
}

TEST(AgglomerationTest, WhatIsKeptApartTakesItsPartsAlong) {
  Reports reports;
  for (int i = 0; i < 4; ++i) reports.add({1, 2, 3, 4});
  const Into into = reports.grouped({{0, 3}});
  EXPECT_NE(into[0], into[3]);
}

TEST(AgglomerationTest, AMergedGroupHasTheSumsOfBoth) {
  Reports reports;
  reports.add({1, 2});
  reports.add({1, 2});
  reports.add({1, 2});
  EXPECT_EQ(reports.grouped(), (Into{0, 0, 0}));
}

}  // namespace
}  // namespace stemma::story
