#include "reuse/index_format.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::reuse {
namespace {

IndexedReport report_of(std::string id, std::string text) {
  IndexedReport indexed;
  indexed.report.id = std::move(id);
  indexed.report.outlet = "lantern";
  indexed.report.text = std::move(text);
  indexed.report.published = {1'900'000'000, TimePrecision::kDay,
                              TimeOrigin::kField};
  indexed.report.paratext = {{ParatextKind::kDateline, {0, 4}}};
  indexed.boilerplate = {{5, 9}};
  return indexed;
}

// Bytes in memory that is aligned as a mapped file is.
class Aligned {
 public:
  explicit Aligned(std::string_view bytes) : words_(bytes.size() / 8 + 1) {
    bytes.copy(reinterpret_cast<char*>(words_.data()), bytes.size());
    size_ = bytes.size();
  }
  std::string_view bytes() const {
    return {reinterpret_cast<const char*>(words_.data()), size_};
  }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
};

std::string two_additions() {
  const std::vector<IndexedReport> first{report_of("a", "Tarn has a wall."),
                                         report_of("b", "Tarn has no wall.")};
  const std::vector<IndexedPrints> prints{
      {{std::uint64_t{1} << 30U, std::uint64_t{2} << 30U}, {}},
      {{std::uint64_t{2} << 30U}, {77, 66}}};
  const std::vector<IndexedWord> words{{7, 2}};
  const std::vector<IndexedReport> second{report_of("c", "Walls of Orlen.")};
  return encode_addition({first, prints, words}, true) +
         encode_addition({second, std::span(prints).first(1), std::span(words)},
                         false);
}

TEST(IndexFormatTest, GivesBackWhatWasWritten) {
  const Aligned aligned(two_additions());
  const auto view = IndexView::read(aligned.bytes());
  ASSERT_TRUE(view) << view.error().to_string();
  ASSERT_EQ(view->segments().size(), 2U);
  const IndexSegment& first = view->segments()[0];
  ASSERT_EQ(first.size(), 2U);
  const auto read = first.report(1);
  ASSERT_TRUE(read);
  const IndexedReport expected = report_of("b", "Tarn has no wall.");
  EXPECT_EQ(read->report.id, "b");
  EXPECT_EQ(read->report.outlet, expected.report.outlet);
  EXPECT_EQ(read->report.text, expected.report.text);
  EXPECT_EQ(read->report.published, expected.report.published);
  EXPECT_EQ(read->report.paratext, expected.report.paratext);
  EXPECT_EQ(read->boilerplate, expected.boilerplate);
  EXPECT_EQ(first.identity(1), identity_of(expected.report));
  EXPECT_NE(first.identity(0), first.identity(1));
  EXPECT_EQ(first.words()[0].reports, 2U);
  EXPECT_EQ(first.text_hash(1), text_hash_of(expected.report));
  EXPECT_TRUE(first.sentences(0).empty());
  ASSERT_EQ(first.sentences(1).size(), 2U);
  EXPECT_EQ(first.sentences(1)[0], 77U);
  EXPECT_EQ(first.sentences(1)[1], 66U);
}

TEST(IndexFormatTest, FindsTheReportsOfAFingerprint) {
  const Aligned aligned(two_additions());
  const auto view = IndexView::read(aligned.bytes());
  ASSERT_TRUE(view);
  const IndexSegment& first = view->segments()[0];
  EXPECT_EQ(first.postings(std::uint64_t{1} << 30U).size(), 1U);
  const auto both = first.postings(std::uint64_t{2} << 30U);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(IndexSegment::report_of(both[0]), 0U);
  EXPECT_EQ(IndexSegment::report_of(both[1]), 1U);
  EXPECT_TRUE(first.postings(std::uint64_t{3} << 30U).empty());
  EXPECT_EQ(view->segments()[1].postings(std::uint64_t{2} << 30U).size(), 1U);
}

TEST(IndexFormatTest, NoBytesAreAnEmptyIndex) {
  const auto view = IndexView::read("");
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->segments().empty());
}

TEST(IndexFormatTest, EveryChangedByteAndEveryCutIsNoticed) {
  const std::string whole = two_additions();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    const Aligned aligned(changed);
    EXPECT_FALSE(IndexView::read(aligned.bytes())) << "byte " << i;
  }
  for (std::size_t size = 1; size < whole.size(); ++size) {
    const Aligned aligned(std::string_view(whole).substr(0, size));
    const auto view = IndexView::read(aligned.bytes());
    // A cut between two additions leaves a whole index.
    EXPECT_TRUE(!view || view->segments().size() < 2) << "size " << size;
  }
}

TEST(IndexFormatTest, SaysWhichVersionItFound) {
  std::string bytes = two_additions();
  bytes[8] = 9;
  const Aligned aligned(bytes);
  const auto view = IndexView::read(aligned.bytes());
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().code, ErrorCode::kMalformed);
  EXPECT_EQ(view.error().found, "an index of version 9");
}

}  // namespace
}  // namespace stemma::reuse
