#include "origin/told_words.h"

#include <charconv>
#include <string>

#include "origin/fold_bits.h"
#include "text/phrases.h"

namespace stemma::origin {
namespace {

constexpr double kMostlySpeech = 0.7;

// The cues of a language.
struct SpeechCues {
  explicit SpeechCues(std::string_view language) : table(language, "cue") {
    first_words.add(table);
  }
  text::PhraseTable table;
  FoldBits first_words;
};

// "speech 0.96", or "speech" where the share is not known.
bool is_speech(const std::string& value) {
  constexpr std::string_view kSpeech = "speech";
  if (!value.starts_with(kSpeech)) return false;
  double share = 1;
  const std::size_t at = value.find(' ');
  if (at != std::string::npos) {
    std::from_chars(value.data() + at + 1, value.data() + value.size(), share);
  }
  return share >= kMostlySpeech;
}

}  // namespace

std::uint32_t told_words(std::string_view language,
                         std::span<const Token> tokens,
                         std::span<const std::uint32_t> sentence_of) {
  const SpeechCues& cues = text::by_language<SpeechCues>(language);
  std::uint32_t told = 0;
  for (std::uint32_t i = 0; i < tokens.size();) {
    const std::uint32_t sentence = sentence_of[i];
    std::uint32_t words = 0;
    bool speech = false;
    for (; i < tokens.size() && sentence_of[i] == sentence; ++i) {
      if (tokens[i].kind == TokenKind::kPunctuation) continue;
      ++words;
      if (!speech && cues.first_words.may_hold(tokens[i].fold)) {
        const auto cue = cues.table.match(tokens, i);
        speech = cue && is_speech(*cue.value);
      }
      speech = speech || tokens[i].quoted;
    }
    if (speech) told += words;
  }
  return told;
}

}  // namespace stemma::origin
