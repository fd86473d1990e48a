#include "reuse/added.h"

#include <algorithm>
#include <deque>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

constexpr const char* kFire =
    "The harbour master of Lunholm closed both ferry piers after midnight "
    "when burning cargo drifted towards moored fishing boats near warehouse "
    "nine.";
constexpr const char* kVote =
    "Voters chose seventeen councillors yesterday while rain kept turnout "
    "below every forecast made during the long spring campaign.";

// An index that grows by batches of texts, in memory.
class GrowingIndex {
 public:
  // The passages found when texts are added: ids and texts of both sides.
  struct Shared {
    std::string id_a;
    std::string id_b;
    std::string text_a;
    friend bool operator==(const Shared&, const Shared&) = default;
  };

  std::vector<Shared> add(
      const std::vector<std::pair<std::string, std::string>>& texts) {
    std::deque<Report> reports;
    std::vector<Witness> witnesses;
    for (const auto& [id, text] : texts) {
      Report& report = reports.emplace_back();
      report.id = id;
      report.outlet = id;
      report.language = "en";
      report.text = text;
      witnesses.push_back({&report, nullptr, nullptr});
    }
    std::vector<std::uint64_t> words(bytes_.size() / 8 + 1);
    bytes_.copy(reinterpret_cast<char*>(words.data()), bytes_.size());
    const auto view = IndexView::read(
        {reinterpret_cast<const char*>(words.data()), bytes_.size()});
    EXPECT_TRUE(view);
    const auto added = add_reports(witnesses, *view, {});
    EXPECT_TRUE(added);
    bytes_ += added->bytes;
    return shared(*added, witnesses);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  static std::vector<Shared> shared(const AddedReports& added,
                                    const std::vector<Witness>& witnesses) {
    const auto report = [&](ReportIndex position) -> const Report& {
      return position < added.known.size()
                 ? added.known[position]
                 : *witnesses[added.added[position - added.known.size()]]
                        .report;
    };
    std::vector<Shared> found;
    for (const Passage& passage : added.found.passages) {
      found.push_back(
          {report(passage.a).id, report(passage.b).id,
           std::string(slice(report(passage.a).text, passage.span_a))});
    }
    return found;
  }

  std::string bytes_;
};

using Found = std::vector<GrowingIndex::Shared>;

TEST(AddReportsTest, FindsWhatNewReportsShareWithThoseBefore) {
  GrowingIndex index;
  EXPECT_EQ(index.add({{"a", std::string("Early. ") + kFire}, {"b", "Short."}}),
            Found{});
  EXPECT_EQ(index.add({{"c", kVote}}), Found{});
  const Found found =
      index.add({{"d", std::string("Late. ") + kFire},
                 {"e", std::string("Rain. ") + kVote + " " + kFire}});
  const Found expected{{"a", "d", kFire},
                       {"a", "e", kFire},
                       {"c", "e", kVote},
                       {"d", "e", kFire}};
  EXPECT_EQ(found, expected);
}

TEST(AddReportsTest, WhatIsThereIsNotTouched) {
  GrowingIndex index;
  index.add({{"a", kFire}});
  const std::string before = index.bytes();
  index.add({{"b", kVote}});
  EXPECT_GT(index.bytes().size(), before.size());
  EXPECT_TRUE(index.bytes().starts_with(before));
}

TEST(AddReportsTest, AReportThatIsThereAlreadyIsNotAddedAgain) {
  GrowingIndex index;
  index.add({{"a", kFire}});
  const std::string before = index.bytes();
  EXPECT_EQ(index.add({{"a", kFire}}), Found{});
  EXPECT_EQ(index.bytes(), before);
}

TEST(AddReportsTest, PairsAreThoseOfOneRunOverAll) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (int i = 0; i < 12; ++i) {
    texts.emplace_back("r" + std::to_string(i),
                       std::string(i % 2 == 0 ? kFire : kVote) + " Told by " +
                           std::to_string(i) + " others.");
  }
  GrowingIndex at_once;
  const Found all = at_once.add(texts);
  GrowingIndex in_parts;
  Found parts;
  for (const auto& text : texts) {
    const Found found = in_parts.add({text});
    parts.insert(parts.end(), found.begin(), found.end());
  }
  const auto pair = [](const GrowingIndex::Shared& shared) {
    return std::tuple(shared.id_a, shared.id_b);
  };
  std::vector<std::tuple<std::string, std::string>> x;
  std::vector<std::tuple<std::string, std::string>> y;
  for (const auto& shared : all) x.push_back(pair(shared));
  for (const auto& shared : parts) y.push_back(pair(shared));
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  EXPECT_EQ(x.size(), 30U);  // two sixes of reports: 15 pairs each
  EXPECT_EQ(x, y);
}

}  // namespace
}  // namespace stemma::reuse
