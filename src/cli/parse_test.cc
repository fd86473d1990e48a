#include "cli/parse.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cli/completion.h"
#include "cli/flags.h"

namespace stemma::cli {
namespace {

std::variant<Request, Message> parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "stemma");
  return parse(static_cast<int>(words.size()), words.data());
}

Request request_of(const std::vector<const char*>& words) {
  const auto result = parsed(words);
  if (const auto* message = std::get_if<Message>(&result)) {
    ADD_FAILURE() << message->text;
    return {};
  }
  return std::get<Request>(result);
}

Message message_of(const std::vector<const char*>& words) {
  const auto result = parsed(words);
  const auto* message = std::get_if<Message>(&result);
  return message ? *message : Message{"", -1};
}

TEST(ParseTest, OptionsAndInputsMayStandInAnyOrder) {
  const Request request = request_of({"reuse", "a", "--min-words", "30", "-",
                                      "--cross-outlet", "-o", "x", "b"});
  EXPECT_EQ(request.verb, Verb::kReuse);
  EXPECT_EQ(request.inputs, (std::vector<std::string>{"a", "-", "b"}));
  EXPECT_EQ(request.reuse.min_words, 30U);
  EXPECT_TRUE(request.reuse.cross_outlet);
  EXPECT_EQ(request.output, "x");
}

TEST(ParseTest, CheckTakesATextAndInputs) {
  const Request request =
      request_of({"check", "mine.txt", "a", "--min-words", "9", "b"});
  EXPECT_EQ(request.verb, Verb::kCheck);
  EXPECT_EQ(request.text, "mine.txt");
  EXPECT_EQ(request.inputs, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(request.reuse.min_words, 9U);
  EXPECT_EQ(message_of({"check", "mine.txt"}).exit_code, kUsage);
}

TEST(ParseTest, CompareTakesABase) {
  const Request request = request_of({"compare", "--base", "2", "a", "b"});
  EXPECT_EQ(request.verb, Verb::kCompare);
  EXPECT_EQ(request.base, "2");
}

TEST(ParseTest, WrongUsageIsSaidAndHasItsExitCode) {
  for (const std::vector<const char*>& words :
       std::vector<std::vector<const char*>>{
           {},
           {"storys", "a"},
           {"stories"},
           {"stories", "--nonsense", "a"},
           {"stories", "--format", "xml", "a"},
           {"stories", "--threads", "x", "a"},
           {"reuse", "--min-words", "0", "a"},
           {"reuse", "--min-similarity", "1.5", "a"},
           {"report", "--format", "csv", "a"},
           {"completion", "tcsh"}}) {
    const Message message = message_of(words);
    EXPECT_EQ(message.exit_code, kUsage);
    EXPECT_EQ(message.text.substr(0, 8), "stemma: ");
  }
}

TEST(ParseTest, HelpShowsExamplesAndEveryFlag) {
  for (const VerbInfo& verb : verbs()) {
    const Message help = message_of({std::string(verb.name).c_str(), "--help"});
    EXPECT_EQ(help.exit_code, kDone);
    EXPECT_NE(help.text.find(verb.examples), std::string::npos) << verb.name;
    for (const Flag& flag : flags()) {
      const bool has =
          std::any_of(flags().begin(), flags().end(), [&](const Flag& other) {
            return other.names == flag.names &&
                   other.argument == flag.argument &&
                   other.belongs_to(verb.verb);
          });
      const std::string entry = fmt::format("{} {}", flag.names, flag.argument);
      EXPECT_EQ(help.text.find(entry) != std::string::npos, has)
          << verb.name << ' ' << flag.names;
    }
  }
}

TEST(CompletionTest, EveryShellKnowsEveryVerbAndFlag) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = completion_script(shell);
    for (const VerbInfo& verb : verbs()) {
      EXPECT_NE(script.find(verb.name), std::string::npos) << verb.name;
    }
    for (const Flag& flag : flags()) {
      // fish names long options without their hyphens.
      EXPECT_NE(script.find(long_name(flag).substr(2)), std::string::npos)
          << shell << ' ' << flag.names;
    }
  }
}

}  // namespace
}  // namespace stemma::cli
