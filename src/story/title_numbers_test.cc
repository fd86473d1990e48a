#include "story/title_numbers.h"

#include <string>

#include <gtest/gtest.h>

#include "story/profile.h"
#include "text/tokenize.h"

namespace stemma::story {
namespace {

std::vector<TitleNumber> numbers_of(const std::string& title,
                                    const std::string& language = "en") {
  return title_numbers(title, text::tokenize(title, language), language);
}

bool contradict(const std::string& a, const std::string& b,
                const std::string& language = "en") {
  return numbers_contradict(numbers_of(a, language), numbers_of(b, language));
}

TEST(TitleNumbersTest, OrdinalsBeforeAWord) {
  EXPECT_TRUE(contradict("Council agrees on 12th package",
                         "Council agrees on 13th package"));
  EXPECT_TRUE(contradict("The twelfth package is agreed", "The 13th package"));
  EXPECT_FALSE(contradict("The twelfth package is agreed", "The 12th package"));
  EXPECT_TRUE(contradict("Rat einigt sich auf 12. Paket",
                         "Rat einigt sich auf 13. Paket", "de"));
}

TEST(TitleNumbersTest, NumbersAfterAThingThatIsNumbered) {
  EXPECT_TRUE(contradict("Siege of Tarn, day 2", "Siege of Tarn, day 21"));
  EXPECT_TRUE(contradict("Quillen wins game 6", "Quillen loses game 7"));
  EXPECT_TRUE(contradict("Ronda 4 en Orlen", "Ronda 5 en Orlen", "es"));
}

// A toll that rises, and words that are said of anything, number nothing.
TEST(TitleNumbersTest, OtherNumbersAreNone) {
  EXPECT_TRUE(numbers_of("Ferry sinks, 12 dead").empty());
  EXPECT_TRUE(numbers_of("Fire kills 13 in Orlen").empty());
  EXPECT_TRUE(numbers_of("First lady visits Tarn for the second time").empty());
  EXPECT_TRUE(numbers_of("Rates rise 2.5 percent").empty());
}

}  // namespace
}  // namespace stemma::story
