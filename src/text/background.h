// How much a word says, from how rare it is in news at large. It does not
// depend on the story, so a further report leaves the weights as they are.
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::text {

class Background {
 public:
  explicit Background(std::string_view table);

  // 0..1 for the Token::fold of a word; 1 for words that are not listed.
  float weight(std::uint64_t fold) const {
    const auto found = weights_.find(fold);
    return found == weights_.end() ? 1.0F : found->second;
  }

 private:
  boost::unordered_flat_map<std::uint64_t, float> weights_;
};

// The table of a language (ISO 639-1); of a language without one an empty
// table. Lives as long as the program.
const Background& background(std::string_view language);

}  // namespace stemma::text
