#include <algorithm>
#include <charconv>

#include "base/embedded.h"
#include "quote/family_pairs.h"
#include "quote/retellings.h"

namespace stemma {
std::span<const EmbeddedFile> family_files();
}  // namespace stemma

namespace stemma::quote {
namespace {

using Weights = std::array<double, kPairFeatures>;

std::string_view table_of(std::string_view name) {
  for (const EmbeddedFile& file : family_files()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

// Lines of `name TAB weight`; a feature without a line weighs nothing.
Weights read_weights(std::string_view table) {
  Weights weights{};
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    for (std::size_t i = 0; i < kPairFeatures; ++i) {
      if (name_of(static_cast<PairFeature>(i)) != line.substr(0, tab)) continue;
      std::from_chars(line.data() + tab + 1, line.data() + line.size(),
                      weights[i]);
    }
  }
  return weights;
}

double weigh(const Weights& weights, const PairFeatures& features) {
  double sum = 0;
  for (std::size_t i = 0; i < kPairFeatures; ++i) {
    sum += weights[i] * static_cast<double>(features[i]);
  }
  return sum;
}

}  // namespace

double log_odds(const PairFeatures& features) {
  static const Weights weights = read_weights(table_of("families"));
  return weigh(weights, features);
}

double retelling_odds(const PairFeatures& features) {
  static const Weights weights = read_weights(table_of("retellings"));
  return weigh(weights, features);
}

}  // namespace stemma::quote
