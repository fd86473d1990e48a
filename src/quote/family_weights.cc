#include <algorithm>
#include <charconv>
#include <map>
#include <string>

#include "base/embedded.h"
#include "quote/family_pairs.h"

namespace stemma {
std::span<const EmbeddedFile> family_files();
}  // namespace stemma

namespace stemma::quote {
namespace {

std::string_view table_of(std::string_view name) {
  for (const EmbeddedFile& file : family_files()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

struct Numbers {
  FamilyWeights::Weights weights{};
  std::map<std::string, double, std::less<>> others;
};

Numbers read_numbers(std::string_view table) {
  Numbers numbers;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    double value = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), value);
    numbers.others[std::string(line.substr(0, tab))] = value;
  }
  for (std::size_t i = 0; i < kPairFeatures; ++i) {
    const auto found =
        numbers.others.find(name_of(static_cast<PairFeature>(i)));
    if (found != numbers.others.end()) numbers.weights[i] = found->second;
  }
  return numbers;
}

}  // namespace

FamilyWeights read_family_weights(std::string_view pairs,
                                  std::string_view retellings) {
  Numbers of_pairs = read_numbers(pairs);
  Numbers of_retellings = read_numbers(retellings);
  FamilyWeights weights;
  weights.pairs = of_pairs.weights;
  weights.retellings = of_retellings.weights;
  weights.least_odds = of_pairs.others["least_odds"];
  weights.least_average = of_pairs.others["least_average"];
  weights.nothing_shared = of_pairs.others["nothing_shared"];
  weights.same_report_quoted = of_pairs.others["same_report_quoted"];
  weights.same_report_apart = of_pairs.others["same_report_apart"];
  weights.least_retelling = of_retellings.others["least_odds"];
  return weights;
}

const FamilyWeights& family_weights() {
  static const FamilyWeights weights =
      read_family_weights(table_of("families"), table_of("retellings"));
  return weights;
}

double log_odds(const FamilyWeights::Weights& weights,
                const PairFeatures& features) {
  double sum = 0;
  for (std::size_t i = 0; i < kPairFeatures; ++i) {
    sum += weights[i] * static_cast<double>(features[i]);
  }
  return sum;
}

}  // namespace stemma::quote
