#include "origin/outlets.h"

#include <gtest/gtest.h>

namespace stemma::origin {
namespace {

using Keys = std::vector<std::string>;

TEST(OutletKeysTest, AreTheNamesInADomain) {
  EXPECT_EQ(outlet_keys("www.dailybugle.co.uk"), Keys{"dailybugle"});
  EXPECT_EQ(outlet_keys("sport.bugle.com"), (Keys{"bugle", "sport"}));
  EXPECT_EQ(outlet_keys("www.thelowlander.org"), Keys{"lowlander"});
}

TEST(OutletKeysTest, AreTheLettersOfAName) {
  EXPECT_EQ(outlet_keys("The Daily Bugle"), Keys{"dailybugle"});
  EXPECT_EQ(outlet_keys("Talme-Bote"), Keys{"talmebote"});
  EXPECT_EQ(outlet_keys("L\u00C9cho du Lac"), Keys{"lechodulac"});
  EXPECT_TRUE(outlet_keys("").empty());
}

TEST(NamesOutletTest, KnowsShortenedNames) {
  const Keys times = outlet_keys("www.nttimes.com");
  EXPECT_TRUE(names_outlet("the New Town Times", times));
  EXPECT_FALSE(names_outlet("New Town", times));
  EXPECT_FALSE(names_outlet("Times", times));
  EXPECT_TRUE(names_outlet("Grand Old Sentinel", outlet_keys("www.gos.org")));
  EXPECT_TRUE(names_outlet("Daily Bugle", outlet_keys("The Daily Bugle")));
  EXPECT_FALSE(names_outlet("Daily Bugle", outlet_keys("")));
}

}  // namespace
}  // namespace stemma::origin
