#include "show/page.h"

#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "show/show_fixture.h"

namespace stemma::show {
namespace {

std::string page_of(const Fixture& fixture, Texts texts = Texts::kExcerpts) {
  return story_page(fixture.corpus, std::span(&fixture.study, 1),
                    {texts, "0.0.0"});
}

bool holds(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

std::size_t times(const std::string& page, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t i = page.find(part); i != std::string::npos;
       i = page.find(part, i + 1)) {
    ++count;
  }
  return count;
}

TEST(StoryPageTest, ForbidsScriptsAndEveryOutsideResource) {
  const std::string page = page_of(Fixture());
  EXPECT_TRUE(holds(page, "Content-Security-Policy"));
  EXPECT_TRUE(holds(page, "default-src 'none'; style-src 'unsafe-inline'"));
  for (const char* outside : {"<script", "<link", "<img", "src=", "@import",
                              "url(", "http-equiv=\"refresh\""}) {
    EXPECT_FALSE(holds(page, outside)) << outside;
  }
}

TEST(StoryPageTest, TextsOfReportsStayText) {
  Fixture fixture;
  const std::string attack =
      "</style></title><script>alert(1)</script>\"'><img src=x onerror=y>";
  for (Report& report : fixture.corpus.reports) {
    report.outlet = report.title = report.byline = report.id = attack;
    report.url = "javascript:alert(1)";
    report.language = "en\" onload=\"x";
    report.credits.push_back({attack, CreditKind::kField, {}});
  }
  StoryStudy& study = fixture.study;
  study.title = study.story.id = attack;
  study.quotations[1][0].speaker = study.quotations[1][0].family = attack;
  study.matrix.rows[0].cells[1].attributed_to = attack;
  study.matrix.rows[0].support.attributed_to = {attack};
  study.matrix.rows[0].differences[0].values[0].value = attack;
  study.matrix.labels[0].text = attack;
  study.origins.tellings[1].names = {attack};
  study.origins.sources[0].names = {attack};
  study.origins.not_compared[0].why = attack;
  study.origins.derivations[1].evidence[0].text = attack;
  const std::string page = page_of(fixture);
  EXPECT_EQ(times(page, "<script"), 0U);
  EXPECT_EQ(times(page, "<img"), 0U);
  EXPECT_EQ(times(page, "</style>"), 1U);
  EXPECT_EQ(times(page, "</title>"), 1U);
  EXPECT_EQ(times(page, "onload=\"x"), 0U);
  EXPECT_EQ(times(page, "href=\"javascript"), 0U);
}

TEST(StoryPageTest, EveryLinkInsideThePageHasItsPlaceOnce) {
  const std::string page = page_of(Fixture());
  std::multiset<std::string> places;
  const std::regex place("id=\"([^\"]+)\"");
  for (std::sregex_iterator i(page.begin(), page.end(), place), end; i != end;
       ++i) {
    places.insert((*i)[1]);
  }
  const std::regex link("href=\"#([^\"]+)\"");
  std::size_t links = 0;
  for (std::sregex_iterator i(page.begin(), page.end(), link), end; i != end;
       ++i) {
    EXPECT_EQ(places.count((*i)[1]), 1U) << (*i)[1];
    ++links;
  }
  EXPECT_GE(links, 8U);
}

TEST(StoryPageTest, CountsAreUpperBoundsAndWordsNeutral) {
  const std::string page = page_of(Fixture());
  EXPECT_TRUE(holds(page, "at most <b>2</b> tellings"));
  EXPECT_TRUE(holds(page, "likely 2, the texts allow 1 to 2"));
  for (const char* word :
       {"independent", "confirmed", "copied", "left out", "plagiar"}) {
    EXPECT_FALSE(holds(page, word)) << word;
  }
}

TEST(StoryPageTest, OnlyWebAddressesAreLinks) {
  Fixture fixture;
  fixture.corpus.reports[0].url = "https://lantern.example/a?b&c";
  const std::string page = page_of(fixture);
  EXPECT_TRUE(holds(page,
                    "<a rel=\"noopener noreferrer\" "
                    "href=\"https://lantern.example/a?b&amp;c\">"));
}

TEST(StoryPageTest, WholeTextsComeOnlyWhenAskedForAndWithANotice) {
  Fixture fixture;
  std::string& text = fixture.corpus.reports[0].text;
  text += " Rain fell. Trains ran. The end.";
  Analysis& analysis = fixture.corpus.analyses[0];
  for (const char* sentence : {"Rain fell.", "Trains ran.", "The end."}) {
    analysis.sentences.push_back({.span = span_of(text, sentence)});
  }
  const std::string excerpts = page_of(fixture);
  EXPECT_TRUE(holds(excerpts, "Rain fell."));  // neighbour of a statement
  EXPECT_FALSE(holds(excerpts, "Trains ran."));
  EXPECT_FALSE(holds(excerpts, "whole texts"));
  const std::string whole = page_of(fixture, Texts::kWhole);
  EXPECT_TRUE(holds(whole, "Trains ran. The end."));
  EXPECT_TRUE(holds(whole, "class=\"notice\""));
}

TEST(StoryPageTest, TablesNameTheirRowsAndColumns) {
  const std::string page = page_of(Fixture());
  EXPECT_EQ(times(page, "<table"), times(page, "<caption>"));
  EXPECT_TRUE(holds(page, "<th scope=\"col\""));
  EXPECT_TRUE(holds(page, "<th scope=\"row\""));
  EXPECT_TRUE(holds(page, "unknown (tail cut)"));
}

}  // namespace
}  // namespace stemma::show
