#include "story/round_up.h"

#include <string>

#include <gtest/gtest.h>

#include "text/tokenize.h"

namespace stemma::story {
namespace {

bool round_up(const std::string& title, const std::string& language = "en") {
  return is_round_up(text::tokenize(title, language), language);
}

TEST(RoundUpTest, TitlesThatSaySo) {
  EXPECT_TRUE(round_up("News in brief"));
  EXPECT_TRUE(round_up("World news in brief: ferry sinks, bakers meet"));
  EXPECT_TRUE(round_up("Morning headlines - Tuesday"));
  EXPECT_TRUE(round_up("Orlen weekly round-up"));
  EXPECT_TRUE(round_up("Nachrichten kompakt: Brand in Orlen", "de"));
  EXPECT_TRUE(round_up("L'actu en bref", "fr"));
}

TEST(RoundUpTest, TitlesOfOneEvent) {
  EXPECT_FALSE(round_up("Round-up of wild cattle ends in Tarn"));
  EXPECT_FALSE(round_up("Fire in Orlen makes headlines abroad"));
  EXPECT_FALSE(round_up("Ferry sinks off Tarn"));
  EXPECT_FALSE(round_up(""));
}

}  // namespace
}  // namespace stemma::story
