#include "quote/families.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "quote/family_pairs.h"
#include "quote/quotations.h"
#include "quote/words.h"
#include "support/cases.h"
#include "text/analyze.h"
#include "text/stem.h"

namespace stemma::quote {
namespace {

// Reports with their analyses and quotations, as witnesses.
class Story {
 public:
  explicit Story(const std::vector<std::string>& texts)
      : reports_(texts.size()),
        analyses_(texts.size()),
        quotations_(texts.size()) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      reports_[i].id = "r" + std::to_string(i);
      reports_[i].language = "en";
      reports_[i].text = texts[i];
      analyses_[i] = text::analyze(reports_[i]);
      quotations_[i] =
          find_quotations({&reports_[i], &analyses_[i], nullptr}, {});
      witnesses_.push_back({&reports_[i], &analyses_[i], &quotations_[i]});
    }
  }

  std::vector<std::vector<Quotation>> families() const {
    return group_families(witnesses_);
  }

  // The family of the quotation of report `i` that holds `words`; "" if none.
  std::string family_with(std::size_t i, std::string_view words) const {
    const auto all = families();
    for (const Quotation& quotation : all[i]) {
      for (const Span span : quotation.content) {
        if (slice(reports_[i].text, span).find(words) !=
            std::string_view::npos) {
          return quotation.family;
        }
      }
    }
    return "";
  }

 private:
  std::vector<Report> reports_;
  std::vector<Analysis> analyses_;
  std::vector<std::vector<Quotation>> quotations_;
  std::vector<Witness> witnesses_;
};

std::string words_of(const Quotation& quotation) {
  static constexpr const char* kForms[] = {"direct", "indirect", "mixed"};
  static constexpr const char* kWordings[] = {
      "only",   "fullest",       "same",     "trimmed",
      "merged", "words changed", "indirect", "possibly another translation"};
  static constexpr const char* kAttributions[] = {"kept", "other speaker",
                                                  "dropped"};
  std::string line = kForms[static_cast<int>(quotation.form)];
  line += " | " + quotation.speaker + " | ";
  line += kWordings[static_cast<int>(quotation.wording)];
  line += " | ";
  line += kAttributions[static_cast<int>(quotation.attribution)];
  if (quotation.content.size() > 1) {
    line += " | " + std::to_string(quotation.content.size()) + " spans";
  }
  return line;
}

TEST(GroupFamilies, FollowsTheCases) {
  testing::check_cases("families.case", [](const testing::Case& one) {
    static constexpr std::string_view kBreak = "\n####\n";
    std::vector<std::string> texts;
    std::string_view rest = one.input;
    while (true) {
      const std::size_t end = std::min(rest.find(kBreak), rest.size());
      texts.emplace_back(rest.substr(0, end));
      if (end == rest.size()) break;
      rest.remove_prefix(end + kBreak.size());
    }
    std::map<std::string, char> letters;
    std::string lines;
    const auto families = Story(texts).families();
    for (std::size_t i = 0; i < families.size(); ++i) {
      for (const Quotation& quotation : families[i]) {
        const auto next = static_cast<char>('a' + letters.size());
        const char letter =
            letters.emplace(quotation.family, next).first->second;
        lines += std::to_string(i) + " | " + letter + " | " +
                 words_of(quotation) + "\n";
      }
    }
    return lines;
  });
}

TEST(GroupFamilies, JoinsWhatOneReportCutsAndAnotherTellsIndirectly) {
  const Story story({
      "\u201CThe old harbour bridge will open again in May,\u201D said Ana "
      "Ruiz, the "
      "transport minister.",
      "\u201CThe old harbour bridge will open again,\u201D Ana Ruiz said on "
      "Monday.",
      "Transport minister Ana Ruiz said that the old harbour bridge would "
      "open again in May.",
  });
  const std::string family = story.family_with(0, "harbour");
  EXPECT_FALSE(family.empty());
  EXPECT_EQ(story.family_with(1, "harbour"), family);
  EXPECT_EQ(story.family_with(2, "harbour"), family);
}

TEST(GroupFamilies, DoesNotJoinByStockPhrases) {
  const Story story({
      "\u201CIt is going to be a very long night for us,\u201D said Ana Ruiz.",
      "\u201CIt is going to be a better year than the last,\u201D said Ana "
      "Ruiz.",
  });
  EXPECT_NE(story.family_with(0, "night"), story.family_with(1, "year"));
}

TEST(GroupFamilies, KeepsSentencesWithTheSameWordsApart) {
  const Story story({
      "\u201CCounting the boats is not filling the harbour again. Ferries that "
      "we order today are going to fill the harbour again,\u201D said Ana "
      "Ruiz.",
      "\u201CCounting boats is not filling the harbour again,\u201D said Ana "
      "Ruiz. \u201CThe ferries we order today will fill the harbour "
      "again.\u201D",
  });
  EXPECT_EQ(story.family_with(0, "Counting"), story.family_with(1, "Counting"));
  EXPECT_EQ(story.family_with(0, "erries"), story.family_with(1, "erries"));
  EXPECT_NE(story.family_with(0, "Counting"), story.family_with(0, "erries"));
}

TEST(GroupFamilies, KeepsSentencesOfOneQuotationApart) {
  const Story story({
      "\u201CThe dam was built sixty years ago. Nobody inspected the western "
      "gates,\u201D said Ana Ruiz.",
      "\u201CNobody inspected the western gates,\u201D said Ana Ruiz.",
  });
  EXPECT_NE(story.family_with(0, "sixty"), story.family_with(0, "gates"));
  EXPECT_EQ(story.family_with(0, "gates"), story.family_with(1, "gates"));
}

TEST(GroupFamilies, FillsASpeakerInFromAnotherReport) {
  const Story story({
      "\u201CNobody inspected the western gates of the dam,\u201D said Ana "
      "Ruiz.",
      "\u201CNobody inspected the western gates of the dam,\u201D a woman "
      "said.",
  });
  ASSERT_EQ(story.families()[1].size(), 1U);
  EXPECT_EQ(story.families()[1][0].speaker, "Ana Ruiz");
}

TEST(GroupFamilies, GivesTheSameIdsEveryTime) {
  const std::vector<std::string> texts = {
      "\u201CNobody inspected the western gates of the dam,\u201D said Ana "
      "Ruiz."};
  EXPECT_EQ(Story(texts).family_with(0, "gates"),
            Story(texts).family_with(0, "gates"));
}

TEST(GroupFamilies, TakesAnEmptyStory) {
  EXPECT_TRUE(group_families({}).empty());
}

TEST(Words, KnowPhrasesThatSayTheSameAsAWord) {
  const Words& words = quote::words_of("en");
  const auto stem = [](std::string_view word) {
    return hash_bytes(text::stem_of(word, "en"));
  };
  EXPECT_EQ(words.sense(stem("step"), stem("down")),
            words.sense(stem("resign")));
  EXPECT_EQ(words.sense(stem("step"), stem("harbour")), 0U);
}

TEST(FamilyWeights, AreReadFromTables) {
  const FamilyWeights weights = read_family_weights(
      "bias\t-2.5\none_denies\t1\nleast_odds\t-0.25\nunknown\t3\n",
      "bias\t-4\nleast_odds\t0.5");
  EXPECT_DOUBLE_EQ(weights.pairs[kBias], -2.5);
  EXPECT_DOUBLE_EQ(weights.pairs[kOneDenies], 1);
  EXPECT_DOUBLE_EQ(weights.pairs[kSameSpeaker], 0);
  EXPECT_DOUBLE_EQ(weights.retellings[kBias], -4);
  EXPECT_DOUBLE_EQ(weights.least_odds, -0.25);
  EXPECT_DOUBLE_EQ(weights.least_retelling, 0.5);
  PairFeatures features{};
  features[kBias] = 1;
  features[kOneDenies] = 0.5F;
  EXPECT_DOUBLE_EQ(log_odds(weights.pairs, features), -2);
}

}  // namespace
}  // namespace stemma::quote
