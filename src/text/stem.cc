#include "text/stem.h"

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <libstemmer.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include "base/hash.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/word.h"

namespace stemma::text {
namespace {

// Longer words are numbers of a kind, addresses or noise.
constexpr std::size_t kLongestStemmed = 96;

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

// Snowball's stemmers go by these ISO 639-1 codes. Null where there is none.
Stemmer make_stemmer(std::string_view language) {
  static constexpr std::array<std::string_view, 26> kStemmed = {
      "ar", "hy", "eu", "ca", "da", "nl", "en", "fi", "fr",
      "de", "el", "hi", "hu", "id", "ga", "it", "lt", "ne",
      "no", "pt", "ro", "ru", "sr", "es", "sv", "tr"};
  for (const std::string_view one : kStemmed) {
    if (one == language) {
      return Stemmer(sb_stemmer_new(std::string(one).c_str(), "UTF_8"));
    }
  }
  return nullptr;
}

std::string lower_case(std::string_view word) {
  std::string lower;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&lower);
  icu::CaseMap::utf8ToLower(
      "", 0,
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())),
      sink, nullptr, status);
  return U_FAILURE(status) ? std::string(word) : lower;
}

// Stems the lower-case word with its accents, on which Snowball's endings
// rest; Arabic in its folded form, in which the letter variants are one.
std::string stem_with(sb_stemmer* stemmer, std::string_view word,
                      std::string_view language) {
  const std::string_view core = without_possessive(word);
  if (stemmer == nullptr || core.size() > kLongestStemmed) {
    return folded_word(word);
  }
  std::string form = language == "ar" || language == "ru" ? folded_word(word)
                                                          : lower_case(core);
  std::erase(form, '.');
  const auto* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(form.data()),
                      static_cast<int>(form.size()));
  if (stem == nullptr) return folded_word(word);
  return fold({reinterpret_cast<const char*>(stem),
               static_cast<std::size_t>(sb_stemmer_length(stemmer))});
}

// The hashes of a language's function words, so that a token is looked up
// without its text.
using FunctionWords = boost::unordered_flat_set<std::uint64_t>;

FunctionWords read_function_words(std::string_view language) {
  FunctionWords words;
  for (const Lexicon::Entry& entry :
       lexicon(language).entries("function_word")) {
    words.insert(hash_bytes(entry.form));
  }
  return words;
}

const FunctionWords& function_words(std::string_view language) {
  using ByLanguage = std::map<std::string, FunctionWords, std::less<>>;
  static const ByLanguage all = [] {
    ByLanguage made;
    made.emplace("", read_function_words(""));
    for (const std::string& code : lexicon_languages()) {
      made.emplace(code, read_function_words(code));
    }
    return made;
  }();
  const auto found = all.find(language);
  return found == all.end() ? all.find("")->second : found->second;
}

bool shouts(std::span<const Token> tokens, std::size_t i) {
  const bool before = i == 0 || tokens[i - 1].all_capitals;
  const bool after = i + 1 >= tokens.size() || tokens[i + 1].all_capitals;
  return before && after;
}

// Words remembered of one language; then all are forgotten.
constexpr std::size_t kRemembered = std::size_t{1} << 17U;
// Of them those at hand, by the last bits of their keys: most words of a text
// are among a few thousand, which a processor keeps near.
constexpr std::size_t kAtHand = std::size_t{1} << 13U;
// Words remembered before any are put at hand: filling the places costs more
// than stemming one text, which is often all there is.
constexpr std::size_t kWorthPlaces = kAtHand / 8;

// What the stem of a word rests on: of a word in ASCII its folded form, of
// another the word as written, since words of one folded form may differ in
// accents.
std::uint64_t key_of(std::string_view word, std::uint64_t fold) {
  char all = 0;
  for (const char byte : word) all = static_cast<char>(all | byte);
  return static_cast<signed char>(all) >= 0 ? fold : hash_bytes(word);
}

}  // namespace

// What is known of the words of one language.
struct StemCache::Words {
  struct Entry {
    std::uint64_t stem = 0;
    bool function_word = false;
  };
  struct AtHand {
    std::uint64_t key = 0;
    Entry entry;
  };

  explicit Words(std::string_view language)
      : stemmer(make_stemmer(language)),
        function_words(text::function_words(language)) {}

  void make_places() {
    at_hand.resize(kAtHand);
    // A key that belongs elsewhere, so that no word finds an empty place.
    for (std::size_t i = 0; i < at_hand.size(); ++i) at_hand[i].key = i + 1;
  }

  void set_all(std::string_view text, std::string_view language,
               std::span<Token> tokens) {
    missing.clear();
    if (at_hand.empty() && known.size() >= kWorthPlaces) make_places();
    const bool places = !at_hand.empty();
    for (Token& token : tokens) {
      if (token.kind != TokenKind::kWord) continue;
      if (stemmer == nullptr) {
        set({token.fold, function_words.contains(token.fold)}, token);
        continue;
      }
      const std::uint64_t key = key_of(slice(text, token.span), token.fold);
      if (places && at_hand[key % kAtHand].key == key) {
        set(at_hand[key % kAtHand].entry, token);
      } else {
        missing.push_back({key, &token});
      }
    }
    // One after the other, so that the waits for memory overlap.
    for (const auto& [key, token] : missing) {
      const Entry entry =
          remember(key, slice(text, token->span), language, token->fold);
      if (places) at_hand[key % kAtHand] = {key, entry};
      set(entry, *token);
    }
  }

  static void set(const Entry& entry, Token& token) {
    token.stem = entry.stem;
    token.function_word = entry.function_word;
  }

  Entry remember(std::uint64_t key, std::string_view word,
                 std::string_view language, std::uint64_t fold) {
    if (known.size() >= kRemembered) known.clear();
    const auto [entry, fresh] = known.try_emplace(key);
    if (fresh) {
      entry->second = {hash_bytes(stem_with(stemmer.get(), word, language)),
                       function_words.contains(fold)};
    }
    return entry->second;
  }

  struct Missing {
    std::uint64_t key = 0;
    Token* token = nullptr;
  };

  Stemmer stemmer;
  const FunctionWords& function_words;
  std::vector<AtHand> at_hand;   // empty until it is worth its filling
  std::vector<Missing> missing;  // of the text in hand
  boost::unordered_flat_map<std::uint64_t, Entry> known;
};

StemCache::StemCache() = default;
StemCache::~StemCache() = default;

void StemCache::add_stems(std::string_view text, std::string_view language,
                          std::span<Token> tokens) {
  auto words = languages_.find(language);
  if (words == languages_.end()) {
    words =
        languages_
            .emplace(std::string(language), std::make_unique<Words>(language))
            .first;
  }
  words->second->set_all(text, language, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.function_word && token.all_capitals) {
      token.function_word = shouts(tokens, i);
    }
  }
}

void add_stems(std::string_view text, std::string_view language,
               std::span<Token> tokens) {
  StemCache().add_stems(text, language, tokens);
}

std::string stem_of(std::string_view word, std::string_view language) {
  const Stemmer stemmer = make_stemmer(language);
  return stem_with(stemmer.get(), word, language);
}

}  // namespace stemma::text
