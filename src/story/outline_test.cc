#include "story/outline.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/hash.h"
#include "text/stem.h"

namespace stemma::story {
namespace {

Report english(std::string title, std::string text) {
  Report report;
  report.language = "en";
  report.title = std::move(title);
  report.text = std::move(text);
  return report;
}

Term term(std::string_view word) {
  return static_cast<Term>(hash_bytes(text::stem_of(word, "en")));
}

std::uint32_t count_of(const Outline& outline, Field field, Term wanted) {
  for (const CountedTerm& each :
       outline.fields[static_cast<std::size_t>(field)]) {
    if (each.term == wanted) return each.count;
  }
  return 0;
}

std::size_t size_of(const Outline& outline, Field field) {
  return outline.fields[static_cast<std::size_t>(field)].size();
}

TEST(OutlineTest, CountsStemsOfTitleAndText) {
  Outliner outliner;
  const Outline outline = outliner.make(
      english("Ferry aground", "The ferries ran. A ferry was towed."));
  EXPECT_EQ(count_of(outline, Field::kBody, term("ferry")), 3U);
  EXPECT_EQ(count_of(outline, Field::kTitle, term("ferry")), 1U);
  EXPECT_EQ(count_of(outline, Field::kBody, term("the")), 0U);
  EXPECT_EQ(size_of(outline, Field::kTitle), 2U);  // "ferry", "aground"
}

TEST(OutlineTest, WithoutATitleTheFirstSentenceServes) {
  Outliner outliner;
  const Outline outline =
      outliner.make(english("", "Boats met. Rain fell on Tarn."));
  EXPECT_EQ(count_of(outline, Field::kTitle, term("boats")), 1U);
  EXPECT_EQ(count_of(outline, Field::kTitle, term("rain")), 0U);
}

TEST(OutlineTest, NamesAreCapitalisedInsideSentencesOrNumbers) {
  Outliner outliner;
  const Outline outline = outliner.make(
      english("", "Rain fell on Tarn. Voters met Mr. Holt at 14 halls."));
  EXPECT_EQ(count_of(outline, Field::kNames, term("Tarn")), 1U);
  EXPECT_EQ(count_of(outline, Field::kNames, term("Holt")), 1U);
  EXPECT_EQ(count_of(outline, Field::kNames, term("14")), 1U);
  EXPECT_EQ(count_of(outline, Field::kNames, term("Rain")), 0U);
  EXPECT_EQ(count_of(outline, Field::kNames, term("Voters")), 0U);
}

TEST(OutlineTest, ParatextIsNoPartOfTheWords) {
  Report report = english("", "NORWICK (AP) - Rain fell.");
  report.paratext.push_back({ParatextKind::kDateline, {0, 14}});
  Outliner outliner;
  const Outline outline = outliner.make(report);
  EXPECT_EQ(count_of(outline, Field::kBody, term("norwick")), 0U);
  EXPECT_EQ(count_of(outline, Field::kBody, term("rain")), 1U);
}

TEST(OutlineTest, ReadsTheBeginningOfAnyText) {
  std::string words;
  for (int i = 0; i < 5000; ++i) {
    words += 'w';
    words += std::to_string(i);
    words += ' ';
  }
  const std::string unbroken(100'000, 'x');
  std::string characters;
  for (int i = 0; i < 50'000; ++i) characters += "\u5730";
  Outliner outliner;
  EXPECT_EQ(size_of(outliner.make(english("", words)), Field::kBody), 450U);
  EXPECT_GE(size_of(outliner.make(english("", unbroken)), Field::kBody), 1U);
  EXPECT_GE(size_of(outliner.make(english("", characters)), Field::kBody), 1U);
  EXPECT_EQ(size_of(outliner.make(english("", "")), Field::kBody), 0U);
}

TEST(OutlineTest, WhatCameBeforeChangesNothing) {
  const Report report = english("Ferry aground", "Boats met near Tarn.");
  Outliner fresh;
  Outliner used;
  used.make(english("Rain", "Rain fell on the ferries of Tarn."));
  const Outline first = fresh.make(report);
  const Outline second = used.make(report);
  for (std::size_t f = 0; f < kFields; ++f) {
    EXPECT_TRUE(std::equal(first.fields[f].begin(), first.fields[f].end(),
                           second.fields[f].begin(), second.fields[f].end(),
                           [](const CountedTerm& a, const CountedTerm& b) {
                             return a.term == b.term && a.count == b.count;
                           }));
  }
}

}  // namespace
}  // namespace stemma::story
