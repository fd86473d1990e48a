#include "quote/weights.h"

namespace stemma::quote {
namespace {

std::uint32_t digit_value(char c) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0';
}

}  // namespace

WeightTable::WeightTable(std::string_view file, std::size_t labels)
    : rows_(std::size_t{1} << kPlaceBits) {
  const std::size_t line = 5 + labels;  // with the end of the line
  for (; file.size() >= line; file.remove_prefix(line)) {
    const std::size_t place = digit_value(file[0]) * 4096 +
                              digit_value(file[1]) * 64 + digit_value(file[2]);
    if (place >= rows_.size()) continue;
    std::uint64_t row =
        (digit_value(file[3]) * 64 + digit_value(file[4])) & 0xFFU;
    for (std::size_t k = 1; k < labels; ++k) {
      const auto weight = static_cast<std::uint8_t>(file[4 + k] - kZeroWeight);
      row |= std::uint64_t{weight} << (8 * k);
    }
    rows_[place] = row;
  }
}

}  // namespace stemma::quote
