// Reports of one-letter words with blanks between them: word k is the byte 2k.
#include "reuse/clusters.h"

#include <deque>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

class ClustersTest : public testing::Test {
 protected:
  // A report of so many words; day 0 is undated.
  ReportIndex add(std::uint32_t words, int day = 0, std::string outlet = "o") {
    Report& report = reports_.emplace_back();
    report.outlet = std::move(outlet);
    if (day > 0) {
      report.published = {86400 * day, TimePrecision::kDay, TimeOrigin::kField};
    }
    for (std::uint32_t i = 0; i < words; ++i) {
      report.text += "w ";
    }
    return static_cast<ReportIndex>(reports_.size() - 1);
  }
  void share(ReportIndex a, Span span_a, ReportIndex b, Span span_b,
             double similarity = 1) {
    found_.passages.push_back({.a = a,
                               .b = b,
                               .span_a = span_a,
                               .span_b = span_b,
                               .similarity = similarity});
  }
  std::vector<Cluster> clusters(const ReuseOptions& options = {}) const {
    std::vector<Witness> witnesses;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      witnesses.push_back({&reports_[i], nullptr, nullptr});
    }
    return cluster_passages(witnesses, found_, options);
  }

  std::deque<Report> reports_;
  ReuseResult found_;
};

// "report:begin-end<source" of each member.
std::string places(const Cluster& cluster) {
  std::string out;
  for (const ClusterMember& member : cluster.members) {
    out += std::to_string(member.report) + ":" +
           std::to_string(member.span.begin) + "-" +
           std::to_string(member.span.end);
    if (member.source) out += "<" + std::to_string(*member.source);
    out += ' ';
  }
  return out;
}

TEST_F(ClustersTest, PassagesThatMeetInAReportAreOneCluster) {
  for (int i = 0; i < 4; ++i) add(200);
  share(0, {0, 100}, 1, {20, 120});
  share(1, {24, 124}, 2, {0, 100});   // 96 of 100 in common with the first
  share(0, {200, 300}, 3, {0, 100});  // elsewhere
  const std::vector<Cluster> found = clusters();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(places(found[0]), "0:0-100 1:20-124 2:0-100 ");
  EXPECT_EQ(found[0].reports, 3U);
  EXPECT_EQ(places(found[1]), "0:200-300 3:0-100 ");
}

TEST_F(ClustersTest, AnOverlapOfLessThanHalfTheLongerJoinsNothing) {
  for (int i = 0; i < 3; ++i) add(200);
  share(0, {0, 100}, 1, {0, 100});
  share(0, {51, 151}, 2, {0, 100});
  EXPECT_EQ(clusters().size(), 2U);
  found_.passages.pop_back();
  share(0, {50, 150}, 2, {0, 100});
  const std::vector<Cluster> found = clusters();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(places(found[0]), "0:0-150 1:0-100 2:0-100 ");
}

TEST_F(ClustersTest, ASentenceOfALongTextIsNoReprintOfIt) {
  for (int i = 0; i < 3; ++i) add(200);
  share(0, {0, 400}, 1, {0, 400});
  share(0, {100, 199}, 2, {0, 99});
  EXPECT_EQ(clusters().size(), 2U);
}

TEST_F(ClustersTest, AgreesWithComparingEveryTwoPlaces) {
  // Places of all lengths, by a fixed rule that visits odd places.
  add(3000);
  std::vector<Span> spans;
  std::uint32_t state = 7;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16U) % below;
  };
  for (std::uint32_t i = 0; i < 120; ++i) {
    const std::uint32_t begin = next(5000);
    spans.push_back({begin, begin + 1 + next(20U << next(6))});
    const ReportIndex other = add(3000);
    share(0, spans.back(), other, {0, 10});
  }
  std::vector<std::size_t> set(spans.size());
  for (std::size_t i = 0; i < set.size(); ++i) set[i] = i;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const std::uint32_t longer = std::max(spans[i].size(), spans[j].size());
      if (2 * shared_bytes(spans[i], spans[j]) < longer) continue;
      const std::size_t from = set[i];
      for (std::size_t& each : set) {
        if (each == from) each = set[j];
      }
    }
  }
  const std::vector<Cluster> found = clusters();
  std::vector<std::size_t> cluster_of(spans.size() + 1);
  for (std::size_t c = 0; c < found.size(); ++c) {
    for (const ClusterMember& member : found[c].members) {
      if (member.report > 0) cluster_of[member.report] = c;
    }
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_EQ(set[i] == set[j], cluster_of[i + 1] == cluster_of[j + 1])
          << i << " " << j;
    }
  }
}

TEST_F(ClustersTest, EqualTextsAreMembersOneByOne) {
  for (int i = 0; i < 1000; ++i) add(50, 3);
  add(60, 5);
  found_.equal.emplace_back();
  for (ReportIndex i = 0; i < 1000; ++i) found_.equal[0].push_back(i);
  share(0, {0, 60}, 1000, {10, 70});
  const std::vector<Cluster> found = clusters();
  // The first 60 of 99 bytes are more than half of the whole text.
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].members.size(), 1001U);
  EXPECT_EQ(found[0].reports, 1001U);
  EXPECT_EQ(found[0].members[7].span, (Span{0, 99}));
  EXPECT_EQ(found[0].members[1000].source, 0U);
}

TEST_F(ClustersTest, EqualTextsShorterThanAPassageAreNoCluster) {
  add(11);
  add(11);
  found_.equal = {{0, 1}};
  EXPECT_TRUE(clusters().empty());
  ReuseOptions options;
  options.min_words = 11;
  EXPECT_EQ(clusters(options).size(), 1U);
}

TEST_F(ClustersTest, TheSourceIsTheNearestOfTheEarlier) {
  add(200, 1);
  add(200, 2);
  add(200, 2);
  add(200);
  share(0, {0, 100}, 1, {0, 100}, 0.9);
  share(0, {0, 100}, 2, {0, 100}, 0.8);
  share(1, {0, 100}, 2, {0, 100}, 1.0);  // of the same day: not earlier
  share(0, {0, 100}, 3, {0, 100}, 1.0);  // undated
  const std::vector<Cluster> found = clusters();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(places(found[0]), "0:0-100 1:0-100<0 2:0-100<0 3:0-100 ");
}

TEST_F(ClustersTest, TheFirstPrintIsTheSourceOfEqualTexts) {
  add(50, 2);
  add(50, 3);
  add(50, 3);
  found_.equal = {{0, 1, 2}};
  const std::vector<Cluster> found = clusters();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(places(found[0]), "0:0-99 1:0-99<0 2:0-99<0 ");
}

TEST_F(ClustersTest, CrossOutletPassesOverClustersOfOneOutlet) {
  add(50, 0, "a");
  add(50, 0, "a");
  add(50, 0, "b");
  found_.equal = {{0, 1}};
  share(0, {0, 20}, 2, {0, 20});
  ReuseOptions options;
  EXPECT_EQ(clusters(options).size(), 2U);
  options.cross_outlet = true;
  const std::vector<Cluster> found = clusters(options);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(places(found[0]), "0:0-20 1:0-20 2:0-20 ");
}

}  // namespace
}  // namespace stemma::reuse
