// The search as a whole gives the same however the work is done.
#include <cstdint>
#include <functional>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "reuse/test_reports.h"

namespace stemma::reuse {
namespace {

// Sentences of numbered words; every third report takes some of an earlier one.
Reports made_up_reports(int count) {
  Reports reports;
  std::vector<std::string> texts;
  std::uint64_t state = 1;
  const auto below = [&](std::uint64_t limit) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33U) % limit;
  };
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int k = 1; k <= 60; ++k) {
      text += 'v' + std::to_string(below(below(3000) + 1));
      text += k % 12 == 0 ? ". " : " ";
    }
    if (i % 3 == 2) {
      const std::string& other = texts[below(texts.size())];
      text += other.substr(0, other.find(' ', other.size() * 3 / 4));
    }
    texts.push_back(text);
    reports.add(std::to_string(i % 7), text);
  }
  return reports;
}

void expect_same(const ReuseResult& x, const ReuseResult& y) {
  ASSERT_EQ(x.passages.size(), y.passages.size());
  for (std::size_t i = 0; i < x.passages.size(); ++i) {
    const Passage& p = x.passages[i];
    const Passage& q = y.passages[i];
    EXPECT_EQ(std::tie(p.a, p.b, p.span_a, p.span_b, p.kind, p.similarity),
              std::tie(q.a, q.b, q.span_a, q.span_b, q.kind, q.similarity));
    EXPECT_EQ(p.aligned, q.aligned);
  }
  EXPECT_EQ(x.partners_cut, y.partners_cut);
  EXPECT_EQ(x.boilerplate, y.boilerplate);
}

TEST(FindReuseTest, LessMemoryFindsTheSame) {
  const Reports reports = made_up_reports(400);
  const ReuseResult plenty = reports.find();
  EXPECT_GT(plenty.passages.size(), 100U);
  ReuseOptions options;
  options.memory_bytes = 100'000;
  expect_same(plenty, reports.find(options));
}

TEST(FindReuseTest, TheOrderOfTheWorkChangesNothing) {
  const Reports reports = made_up_reports(400);
  const Loop backward = [](std::size_t count,
                           const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i-- > 0;) body(i);
  };
  expect_same(reports.find(), reports.find({}, backward));
}

std::string place_of(const Passage& passage) {
  return std::to_string(passage.a) + ':' +
         std::to_string(passage.span_a.begin) + ' ' +
         std::to_string(passage.b) + ':' +
         std::to_string(passage.span_b.begin) + '\n';
}

TEST(FindReuseTest, PassagesAreHandedOnInTheirOrder) {
  const Reports reports = made_up_reports(400);
  const ReuseResult held = reports.find();
  std::string expected;
  for (const Passage& passage : held.passages) expected += place_of(passage);
  std::string shown;
  const PassageUse use{[](std::span<const Passage> passages) {
                         std::string out;
                         for (const Passage& each : passages) {
                           out += place_of(each);
                         }
                         return out;
                       },
                       [&](const ReuseResult& found, const std::string& part) {
                         EXPECT_EQ(found.partners_cut, held.partners_cut);
                         EXPECT_EQ(found.equal, held.equal);
                         shown += part;
                         return true;
                       }};
  EXPECT_TRUE(find_reuse(reports.witnesses(), {}, use).passages.empty());
  EXPECT_EQ(shown, expected);
}

TEST(FindReuseTest, WhoTakesPassagesMayEndTheSearch) {
  const Reports reports = made_up_reports(400);
  int taken = 0;
  find_reuse(
      reports.witnesses(), {},
      {[](std::span<const Passage>) { return std::string(); },
       [&](const ReuseResult&, const std::string&) { return ++taken < 2; }});
  EXPECT_EQ(taken, 2);
}

}  // namespace
}  // namespace stemma::reuse
