#include "text/names.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace stemma::text {
namespace {

std::string describe(const Entity& entity) {
  constexpr std::string_view kKinds[] = {"unknown", "person", "place",
                                         "organisation"};
  constexpr std::string_view kGenders[] = {"unknown", "female", "male"};
  return entity.full_name + ", " +
         std::string(kKinds[static_cast<std::size_t>(entity.kind)]) + ", " +
         std::string(kGenders[static_cast<std::size_t>(entity.gender)]) + ", " +
         entity.title;
}

NameFindings names_of(std::string_view text, std::string_view language) {
  const auto tokens = tokenize(text, language);
  const auto sentences = find_sentences(text, tokens, {}, language);
  return find_names(text, tokens, sentences, language);
}

TEST(NamesTest, Cases) {
  testing::check_cases("names.case", [](const testing::Case& one) {
    const NameFindings found = names_of(one.input, one.setting("language"));
    std::string out;
    for (const Name& name : found.names) {
      if (!name.title.empty()) {
        out += '[' + std::string(slice(one.input, name.title)) + "] ";
      }
      out += std::string(slice(one.input, name.span)) + " -> " +
             std::to_string(name.entity) + '\n';
    }
    for (std::size_t i = 0; i < found.entities.size(); ++i) {
      out += std::to_string(i) + ": " + describe(found.entities[i]) + '\n';
    }
    return out;
  });
}

TEST(NamesTest, NothingInNothing) {
  EXPECT_TRUE(names_of("", "en").names.empty());
  EXPECT_TRUE(names_of("... , -- !", "").names.empty());
}

TEST(NamesTest, LongNamesCostNoMoreThanTheirLength) {
  // A name of half a megabyte, called by its last word many times over.
  std::string text = "We saw A" + std::string(500000, 'a') + " Ruiz. ";
  for (int i = 0; i < 20000; ++i) text += "Then we saw Ruiz (EU). ";
  EXPECT_EQ(names_of(text, "en").names.size(), 40001U);
}

}  // namespace
}  // namespace stemma::text
