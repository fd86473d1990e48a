// Readings of letters laid side by side: every word has a column, in order;
// every column has a word; equal readings stand alike; and the order of the
// readings changes nothing.
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <vector>

#include "collate/word_columns.h"

namespace {

using stemma::collate::Reading;
using stemma::collate::WordColumns;

constexpr std::size_t kLongest = 2000;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::vector<Reading>& readings, const WordColumns& found) {
  require(found.columns.size() == readings.size());
  std::vector<bool> used(found.count, false);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const std::vector<std::uint32_t>& columns = found.columns[r];
    require(columns.size() == readings[r].size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      require(columns[i] < found.count);
      require(i == 0 || columns[i - 1] < columns[i]);
      used[columns[i]] = true;
    }
  }
  require(std::find(used.begin(), used.end(), false) == used.end());
}

}  // namespace

// A byte 0 parts the readings; every other byte is a word, of content if it is
// no capital letter.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  std::vector<Reading> readings(1);
  for (std::size_t i = 0; i < std::min(size, kLongest); ++i) {
    if (data[i] == 0) {
      readings.emplace_back();
    } else {
      readings.back().push_back({data[i], data[i], std::isupper(data[i]) == 0});
    }
  }
  const WordColumns found = stemma::collate::align_readings(readings);
  check(readings, found);
  std::vector<Reading> turned(readings.rbegin(), readings.rend());
  WordColumns again = stemma::collate::align_readings(turned);
  std::reverse(again.columns.begin(), again.columns.end());
  require(again.columns == found.columns && again.count == found.count);
  return 0;
}
