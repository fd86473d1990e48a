// Words by their sense: such that news uses for the same ("indict",
// "charge"), deeds that exclude one another ("punch", "slap"), and words with
// which it reports what somebody says ("stress").
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::collate {

// The groups that a category of a language's lexicon puts words into, by stem.
class Senses {
 public:
  Senses(std::string_view language, std::string_view category);

  // The group of a Token::stem; 0 if it is in none.
  std::uint64_t of(std::uint64_t stem) const {
    const auto found = groups_.find(stem);
    return found == groups_.end() ? 0 : found->second;
  }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> groups_;
};

// The lexicon's `synonym`, `deed` and `cue`. They live as long as the program.
const Senses& synonyms(std::string_view language);
const Senses& deeds(std::string_view language);
const Senses& cues(std::string_view language);

}  // namespace stemma::collate
