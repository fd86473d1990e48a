#include "origin/readings.h"

#include <functional>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

// Sentences end with a word that is a stop; words of three letters and fewer
// are function words.
Narration narration_of(const std::string& text) {
  Narration narration;
  std::istringstream words(text);
  bool starts = true;
  for (std::string word; words >> word;) {
    if (word == ".") {
      starts = true;
      continue;
    }
    narration.body.push_back({.stem = std::hash<std::string>{}(word),
                              .content = word.size() > 3,
                              .starts_run = starts});
    starts = false;
  }
  return narration;
}

TextReadings readings_of(const std::vector<std::string>& texts) {
  std::vector<Narration> narrations;
  narrations.reserve(texts.size());
  for (const std::string& text : texts) {
    narrations.push_back(narration_of(text));
  }
  std::vector<const Narration*> views;
  views.reserve(narrations.size());
  for (const Narration& narration : narrations) views.push_back(&narration);
  return make_readings(views);
}

Changes between(const TextReadings& readings, std::size_t from,
                std::size_t to) {
  return changes_between(readings, words_of(readings, readings.of_text[from]),
                         words_of(readings, readings.of_text[to]));
}

const std::string kBridge = "the mayor opened the bridge near Orvel on Monday";
const std::string kToll = "drivers will pay no toll until the winter holidays";
const std::string kFerry = "both ferries stop when their licences end in June";

TEST(ReadingsTest, AChangedWordIsOneReadingElseAtItsPlace) {
  const TextReadings readings =
      readings_of({kBridge, "the mayor closed the bridge near Orvel on Monday",
                   "the mayor closed the bridge near Orvel on Monday"});
  EXPECT_EQ(readings.units(), 1U);
  EXPECT_EQ(readings.count, 10U);  // nine places, two words at one of them
  const Changes changes = between(readings, 0, 1);
  EXPECT_EQ(changes.places, 1U);
  EXPECT_EQ(changes.runs, 1U);
  EXPECT_EQ(changes.again, 1U);  // "closed" stands in the third text too
  EXPECT_EQ(between(readings, 1, 0).again, 0U);
  EXPECT_EQ(between(readings, 1, 2).places, 0U);
}

TEST(ReadingsTest, AWordLeftOutIsAReadingToo) {
  const TextReadings readings =
      readings_of({kBridge, "the mayor opened the bridge near on Monday"});
  EXPECT_EQ(between(readings, 0, 1).places, 1U);
  EXPECT_EQ(between(readings, 1, 0).places, 1U);
}

TEST(ReadingsTest, SentencesAreLostInRunsAndGainedIfOthersShareThem) {
  const std::string all = kBridge + " . " + kToll + " . " + kFerry;
  const TextReadings readings = readings_of({all, kBridge, all});
  EXPECT_EQ(readings.units(), 3U);
  const Changes cut = between(readings, 0, 1);
  EXPECT_EQ(cut.lost, 2U);
  EXPECT_EQ(cut.cuts, 1U);
  EXPECT_EQ(between(readings, 1, 0).gained, 2U);
  const TextReadings alone = readings_of({kBridge, all});
  EXPECT_EQ(between(alone, 0, 1).gained, 0U);
}

// The words round an utterance say nothing of the words in it.
TEST(ReadingsTest, WhatStandsBeforeOrBehindIsNoChange) {
  const TextReadings readings =
      readings_of({kToll + " said officials", "officials said that " + kToll});
  EXPECT_EQ(readings.units(), 1U);
  EXPECT_EQ(between(readings, 0, 1).places, 0U);
}

TEST(ReadingsTest, ASentenceSaidTwiceCountsOnce) {
  const TextReadings readings =
      readings_of({kBridge + " . " + kToll, kBridge + " . " + kBridge});
  EXPECT_EQ(readings.units(), 2U);
  EXPECT_EQ(words_of(readings, readings.of_text[1]).units.count(), 1U);
}

}  // namespace
}  // namespace stemma::origin
