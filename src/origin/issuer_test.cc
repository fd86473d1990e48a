#include "origin/issuer.h"

#include <gtest/gtest.h>

#include "origin/links.h"
#include "origin/story_fixture.h"

namespace stemma::origin {
namespace {

TEST(PublicDomainTest, IsAUniversitysOrAGovernments) {
  EXPECT_TRUE(is_public_domain("news.harlow.ac.uk"));
  EXPECT_TRUE(is_public_domain("www.harlow.edu"));
  EXPECT_TRUE(is_public_domain("travaux.gouv.fr"));
  EXPECT_TRUE(is_public_domain("www.roads.gov"));
  EXPECT_FALSE(is_public_domain("www.harlowpost.co.uk"));
  EXPECT_FALSE(is_public_domain("education.com"));
  EXPECT_FALSE(is_public_domain("Harlow Post"));
}

TEST(IssuerTest, SpeaksOfItselfByNameAndIsNoMedium) {
  StoryFixture story;
  story.add("Kelder Rail",
            "Kelder Rail has ordered new trains. They run from May.");
  story.add("Kelder Times", "The Kelder Times has a new editor. She is glad.");
  story.add("Old Town", "The trains are late. Nobody was told.");
  const auto witnesses = story.witnesses();
  const auto declared = find_declared(witnesses);
  EXPECT_TRUE(is_issuer(witnesses[0], declared[0]));
  EXPECT_FALSE(is_issuer(witnesses[1], declared[1]));
  EXPECT_FALSE(is_issuer(witnesses[2], declared[2]));
}

TEST(LinkTest, HoldsTheAddressWithoutSchemeAndQuery) {
  const Report other{.url = "https://www.old.example/2031/fire-at-mill?x=1"};
  const Report links{.text = "See http://old.example/2031/fire-at-mill now."};
  const Report home{.text = "See https://www.old.example/ now."};
  EXPECT_TRUE(links_to(links, other));
  EXPECT_FALSE(links_to(home, other));
  EXPECT_FALSE(links_to(links, Report{.url = "https://www.old.example/"}));
}

}  // namespace
}  // namespace stemma::origin
