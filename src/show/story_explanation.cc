#include "show/story_explanation.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "show/json_writer.h"
#include "show/origin_words.h"
#include "show/words.h"

namespace stemma::show {
namespace {

constexpr std::size_t kNameWidth = 14;

std::string_view word(JoinGround ground) {
  switch (ground) {
    case JoinGround::kLikeness:
      return "likeness";
    case JoinGround::kNumbers:
      return "numbers";
    case JoinGround::kLanguage:
      return "language";
    case JoinGround::kRoundUp:
      return "round_up";
    case JoinGround::kWindow:
      return "window";
    case JoinGround::kDecision:
      return "decision";
    case JoinGround::kNotCompared:
      return "not compared";
  }
  return {};
}

std::string_view reason(JoinGround ground) {
  switch (ground) {
    case JoinGround::kLikeness:
      return "decided by likeness";
    case JoinGround::kNumbers:
      return "their titles number the same thing differently";
    case JoinGround::kLanguage:
      return "words of two languages are not compared";
    case JoinGround::kRoundUp:
      return "the title of one says that it tells of several events";
    case JoinGround::kWindow:
      return "further apart in time than the window";
    case JoinGround::kDecision:
      return "by a decision of the user";
    case JoinGround::kNotCompared:
      return "not compared: other stories resemble them more, or they share no "
             "rare word";
  }
  return {};
}

bool one_story(const StoryExplanation& explanation) {
  return explanation.stories[0] == explanation.stories[1];
}

double contribution(const WeighedEvidence& evidence) {
  return evidence.value * evidence.weight + 0.0;  // no "-0"
}

void write_comparison(const JoinComparison& comparison, JsonWriter& json) {
  json.begin_object().key("reports").begin_array();
  for (const std::uint32_t count : comparison.reports) json.integer(count);
  json.end_array().key("probability").number(comparison.probability);
  json.key("evidence").begin_array();
  for (const WeighedEvidence& each : comparison.evidence) {
    json.begin_object().key("name").string(each.name);
    json.key("value").number(each.value);
    json.key("weight").number(each.weight);
    json.key("contribution").number(contribution(each)).end_object();
  }
  json.end_array().end_object();
}

// Evidence as a table, the sum of its last column below.
std::string table(const JoinComparison& comparison, const TextStyle& style) {
  std::string out =
      dim(fmt::format("  {:<{}}{:>9}{:>9}{:>14}", "evidence", kNameWidth,
                      "value", "weight", "contribution"),
          style) +
      '\n';
  double sum = 0;
  for (const WeighedEvidence& each : comparison.evidence) {
    std::string name(each.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    out += fmt::format("  {:<{}}{:>9.3f}{:>9.3f}{:>+14.3f}\n", name, kNameWidth,
                       each.value, each.weight, contribution(each));
    sum += contribution(each);
  }
  return out + fmt::format("  {:<{}}{:>+32.3f}\n", "sum", kNameWidth, sum);
}

std::string probability_words(const JoinComparison& comparison) {
  return fmt::format("probability of one story {:.4f}", comparison.probability);
}

std::string shared_words(const StoryExplanation& explanation) {
  std::string out = "Shared words, by their share of the likeness of words: ";
  for (std::size_t i = 0; i < explanation.shared.size(); ++i) {
    const SharedWord& each = explanation.shared[i];
    out += fmt::format("{}{} {}", i == 0 ? "" : ", ", each.word,
                       percent(each.share));
  }
  return explanation.shared.empty() ? "No words are shared." : out;
}

}  // namespace

void append_story_explanation(const StoryExplanation& explanation,
                              std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("reports").begin_array();
  for (const std::string& id : explanation.reports) json.string(id);
  json.end_array().key("stories").begin_array();
  for (const std::string& id : explanation.stories) json.string(id);
  json.end_array().key("one_story").boolean(one_story(explanation));
  json.key("decided_by").string(word(explanation.ground)).key("decisive");
  if (explanation.decisive) {
    write_comparison(*explanation.decisive, json);
  } else {
    json.null();
  }
  json.key("alone");
  write_comparison(explanation.alone, json);
  json.key("shared_words").begin_array();
  for (const SharedWord& each : explanation.shared) {
    json.begin_object().key("word").string(each.word);
    json.key("share").number(each.share).end_object();
  }
  json.end_array().end_object();
}

std::string story_explanation_text(const StoryExplanation& explanation,
                                   const TextStyle& style) {
  const auto& [a, b] = explanation.reports;
  std::string out = bold(
      wrapped(fmt::format("{} and {}: {}, {}", a, b,
                          one_story(explanation) ? "one story" : "two stories",
                          reason(explanation.ground)),
              0, style.width),
      style);
  if (explanation.decisive) {
    const JoinComparison& decisive = *explanation.decisive;
    out += '\n';
    out += wrapped(
        fmt::format("{}: {} on the side of {}, {} on the side of {}; {}",
                    one_story(explanation) ? "As they came together"
                                           : "Their stories in the end",
                    counted(decisive.reports[0], "report"), a,
                    counted(decisive.reports[1], "report"), b,
                    probability_words(decisive)),
        0, style.width);
    out += table(decisive, style);
  }
  out += '\n';
  out +=
      wrapped("The two reports alone: " + probability_words(explanation.alone),
              0, style.width);
  out += table(explanation.alone, style) + '\n';
  return out + wrapped(shared_words(explanation), 0, style.width);
}

}  // namespace stemma::show
