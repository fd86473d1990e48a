// Texts written as strings of letters, for tests of trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "origin/readings.h"

namespace stemma::origin {

// Each of `letters` is a sentence that is the same in all texts that have it: a
// unit of one place and one reading, numbered by its place in `letters`.
inline TextReadings readings_of(const std::vector<std::string>& texts,
                                std::string_view letters) {
  TextReadings readings;
  readings.count = letters.size();
  readings.shared = BitSet(readings.count);
  for (std::uint32_t i = 0; i < readings.count; ++i) {
    readings.unit_begin.push_back(i);
    readings.place_of.push_back(i);
    readings.unit_of.push_back(i);
  }
  readings.unit_begin.push_back(static_cast<std::uint32_t>(readings.count));
  BitSet seen(readings.count);
  for (const std::string& text : texts) {
    BitSet& set = readings.of_text.emplace_back(readings.count);
    for (const char letter : text) set.insert(letters.find(letter));
    readings.shared |= seen & set;
    seen |= set;
  }
  readings.shared_units = readings.shared;
  return readings;
}

}  // namespace stemma::origin
