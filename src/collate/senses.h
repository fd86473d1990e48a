// Words that news uses for the same: "indict" and "charge".
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::collate {

// The lexicon's `synonym` groups of one language, by stem.
class Senses {
 public:
  explicit Senses(std::string_view language);

  // The group of a Token::stem; 0 if it is in none.
  std::uint64_t of(std::uint64_t stem) const {
    const auto found = groups_.find(stem);
    return found == groups_.end() ? 0 : found->second;
  }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> groups_;
};

// Lives as long as the program.
const Senses& senses(std::string_view language);

}  // namespace stemma::collate
