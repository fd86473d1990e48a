// How well the tree of a telling is found on simulated traditions.
//
//   tradition_bench [--rounds N] [--seed N] [--COST VALUE ...]
//   tradition_bench --features|--unseen-features [...]
//       the edges, or the unseen texts found, as JSON Lines, for
//       scripts/learn_edge_weights.py
//
// A table: for each number of texts in hand, share of texts lost, share that
// mixes two, and strength of the edits: edges asserted (as a share of those
// whose parent is in hand), how many of them name the text's parent, or at
// least a text above it; unseen texts found of those that can be known; and the
// average sign distance of the tree, of neighbour joining and of the minimum
// spanning tree. An edge is asserted from the confidence of 0.85 on and only
// where the parent is certainly earlier. Below it how often edges of each
// confidence are right.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "tradition_case.h"

namespace stemma::bench {
namespace {

constexpr double kAsserted = 0.85;
constexpr std::array<double, 3> kStrengths = {0.3, 1.0, 3.0};  // of the edits

struct Arguments {
  std::uint32_t rounds = 10;
  std::uint64_t seed = 1;
  enum class Output { kTable, kEdges, kUnseen } output = Output::kTable;
  origin::TreeCosts costs;
};

struct Tally {
  std::uint32_t known = 0;  // edges whose parent is in hand
  std::uint32_t asserted = 0;
  std::uint32_t right = 0;  // the parent
  std::uint32_t above = 0;  // the parent or a text above it
  std::uint32_t unseen = 0;
  std::uint32_t found = 0;
  std::uint32_t matched = 0;
  std::uint32_t lost = 0;       // those nobody is asked for too
  std::uint32_t not_asked = 0;  // of them
  double ours = 0;
  double joining = 0;
  double spanning = 0;
  std::uint32_t cases = 0;

  void add(const Tally& other) {
    known += other.known, asserted += other.asserted, right += other.right;
    above += other.above, unseen += other.unseen, found += other.found;
    matched += other.matched, lost += other.lost;
    not_asked += other.not_asked, ours += other.ours, joining += other.joining;
    spanning += other.spanning, cases += other.cases;
  }
};

struct Calibration {
  std::array<std::uint32_t, 10> edges{};
  std::array<double, 10> right{};
  std::array<double, 10> expected{};
};

bool is_parent(const TraditionTruth& truth, std::uint32_t parent,
               std::uint32_t child) {
  return truth.parent[child] == parent || truth.second[child] == parent;
}

void judge_edges(const TraditionCase& tradition,
                 const origin::TellingTree& tree, Tally& tally,
                 Calibration& calibration) {
  const TraditionTruth& truth = tradition.truth;
  for (const auto& parent : truth.parent) tally.known += parent ? 1 : 0;
  for (std::uint32_t node = 0; node < tree.reports.size(); ++node) {
    const std::uint32_t up = tree.tree.parents[node];
    if (up >= tree.reports.size()) continue;
    const ReportIndex child = tree.reports[node];
    const ReportIndex parent = tree.reports[up];
    const bool right = is_parent(truth, parent, child);
    const double sure = tree.confidence[node];
    const auto bin =
        std::min<std::size_t>(9, static_cast<std::size_t>(sure * 10));
    ++calibration.edges[bin];
    calibration.right[bin] += right ? 1 : 0;
    calibration.expected[bin] += sure;
    const bool earlier = certainly_before(tradition.reports[parent].published,
                                          tradition.reports[child].published);
    if (sure < kAsserted || !earlier) continue;
    ++tally.asserted;
    tally.right += right ? 1 : 0;
    tally.above += right || truth.ancestors[child][parent] ? 1 : 0;
  }
}

void print_features(const TraditionCase& tradition,
                    const origin::TellingTree& tree) {
  for (std::uint32_t node = 0; node < tree.reports.size(); ++node) {
    const std::uint32_t up = tree.tree.parents[node];
    if (up >= tree.reports.size()) continue;
    std::printf("{\"right\":%d", is_parent(tradition.truth, tree.reports[up],
                                           tree.reports[node]));
    for (std::size_t i = 0; i < origin::kEdgeFeatures; ++i) {
      std::printf(",\"%s\":%.5g", std::string(origin::kEdgeNames[i]).c_str(),
                  tree.features[node][i]);
    }
    std::puts("}");
  }
}

// For each unseen text of the tree the reports below it.
std::vector<std::vector<bool>> reports_below_unseen(
    const TraditionCase& tradition, const origin::TellingTree& tree) {
  auto found = texts_below_unseen(tree.tree);
  for (auto& below : found) {
    std::vector<bool> reports(tradition.reports.size(), false);
    for (std::uint32_t i = 0; i < reports.size(); ++i) {
      reports[i] = below[tree.node_of[i]];
    }
    below = std::move(reports);
  }
  return found;
}

void print_unseen(const TraditionCase& tradition,
                  const origin::TellingTree& tree) {
  const auto found = reports_below_unseen(tradition, tree);
  const auto asked = match_unseen(found, tradition.truth.unseen);
  const auto unasked = match_unseen(found, tradition.truth.unasked);
  for (std::size_t f = 0; f < found.size(); ++f) {
    std::printf("{\"right\":%d", asked[f] || unasked[f]);
    for (std::size_t i = 0; i < origin::kUnseenFeatures; ++i) {
      std::printf(",\"%s\":%.5g", std::string(origin::kUnseenNames[i]).c_str(),
                  tree.tree.unseen[f][i]);
    }
    std::puts("}");
  }
}

void judge_unseen(const TraditionCase& tradition,
                  const origin::TellingTree& tree, Tally& tally) {
  const auto found = reports_below_unseen(tradition, tree);
  const auto asked = match_unseen(found, tradition.truth.unseen);
  const auto unasked = match_unseen(found, tradition.truth.unasked);
  tally.lost += static_cast<std::uint32_t>(tradition.truth.unseen.size() +
                                           tradition.truth.unasked.size());
  tally.unseen += static_cast<std::uint32_t>(tradition.truth.unseen.size());
  for (std::size_t f = 0; f < found.size(); ++f) {
    if (asked[f]) ++tally.matched;
    if (!asked[f] && unasked[f]) ++tally.not_asked;
    if (asked[f] || !unasked[f]) ++tally.found;
  }
}

void judge_shape(const TraditionCase& tradition,
                 const origin::TellingTree& tree, Tally& tally) {
  const gen::Distances distances = distances_of(tradition);
  const gen::TreeGraph& truth = tradition.truth.graph;
  tally.ours += gen::average_sign_distance(
      graph_of(tree, tradition.reports.size()), truth);
  tally.joining +=
      gen::average_sign_distance(gen::neighbour_joining(distances), truth);
  tally.spanning +=
      gen::average_sign_distance(gen::minimum_spanning_tree(distances), truth);
  ++tally.cases;
}

Tally measure(const Arguments& arguments, const gen::Vocabulary& vocabulary,
              const gen::WitnessShape& shape, gen::Random& random,
              Calibration& calibration) {
  using Output = Arguments::Output;
  Tally tally;
  for (std::uint32_t round = 0; round < arguments.rounds; ++round) {
    const TraditionCase tradition = make_case(vocabulary, shape, random);
    const origin::TellingTree tree = tree_of(tradition, arguments.costs);
    if (arguments.output == Output::kEdges) print_features(tradition, tree);
    if (arguments.output == Output::kUnseen) print_unseen(tradition, tree);
    if (arguments.output != Output::kTable) continue;
    judge_edges(tradition, tree, tally, calibration);
    judge_unseen(tradition, tree, tally);
    judge_shape(tradition, tree, tally);
  }
  return tally;
}

void print_row(const char* name, const Tally& tally) {
  const auto share = [](double part, double whole) {
    return whole > 0 ? part / whole : 0.0;
  };
  std::printf(
      "%-26s  %.2f  %.2f  %.2f   %.2f  %.2f  %.2f   %.3f  %.3f  %.3f\n", name,
      share(tally.asserted, tally.known), share(tally.right, tally.asserted),
      share(tally.above, tally.asserted), share(tally.matched, tally.found),
      share(tally.matched, tally.unseen),
      share(2 * tally.matched, tally.found + tally.unseen),
      share(tally.ours, tally.cases), share(tally.joining, tally.cases),
      share(tally.spanning, tally.cases));
}

void print_calibration(const Calibration& calibration) {
  std::puts("\nconfidence  edges  mean  right");
  double apart = 0;
  double edges = 0;
  for (std::size_t bin = 0; bin < calibration.edges.size(); ++bin) {
    if (calibration.edges[bin] == 0) continue;
    const double n = calibration.edges[bin];
    std::printf("%.1f-%.1f  %9u  %.3f  %.3f\n", static_cast<double>(bin) / 10,
                static_cast<double>(bin + 1) / 10, calibration.edges[bin],
                calibration.expected[bin] / n, calibration.right[bin] / n);
    apart += std::abs(calibration.expected[bin] - calibration.right[bin]);
    edges += n;
  }
  if (edges > 0) std::printf("mean distance %.3f\n", apart / edges);
}

struct Condition {
  std::uint32_t texts = 0;
  double lost = 0;
  double mixing = 0;
  std::size_t strength = 0;  // index into kStrengths
};

constexpr std::array<std::uint32_t, 3> kTexts = {10, 20, 40};
constexpr std::array<double, 3> kLost = {0.0, 0.1, 0.3};
constexpr std::array<double, 2> kMixing = {0.0, 0.1};

// Every combination, the strength of the edits changing fastest.
std::vector<Condition> all_conditions() {
  const std::size_t count =
      kTexts.size() * kLost.size() * kMixing.size() * kStrengths.size();
  std::vector<Condition> conditions;
  conditions.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t of_mixing = i / kStrengths.size();
    const std::size_t of_lost = of_mixing / kMixing.size();
    conditions.push_back(
        {kTexts[of_lost / kLost.size()], kLost[of_lost % kLost.size()],
         kMixing[of_mixing % kMixing.size()], i % kStrengths.size()});
  }
  return conditions;
}

void run(const Arguments& arguments) {
  const gen::Vocabulary vocabulary(arguments.seed, 120000, 40000);
  gen::Random random(arguments.seed);
  Calibration calibration;
  Tally all;
  std::array<Tally, kStrengths.size()> by_strength;
  char name[64];
  if (arguments.output == Arguments::Output::kTable) {
    std::puts(
        "texts lost mixing edits     named right above   unseen P, R, F1   "
        "sign distance: ours, NJ, MST");
  }
  for (const Condition& condition : all_conditions()) {
    const double strength = kStrengths[condition.strength];
    const gen::WitnessShape shape{.witnesses = condition.texts,
                                  .lost = condition.lost,
                                  .mixing = condition.mixing,
                                  .edits = gen::edits_of(strength)};
    const Tally tally =
        measure(arguments, vocabulary, shape, random, calibration);
    all.add(tally);
    by_strength[condition.strength].add(tally);
    std::snprintf(name, sizeof name, "%2u    %.1f  %.1f    %.1f",
                  condition.texts, condition.lost, condition.mixing, strength);
    if (arguments.output == Arguments::Output::kTable) print_row(name, tally);
  }
  if (arguments.output != Arguments::Output::kTable) return;
  for (std::size_t i = 0; i < kStrengths.size(); ++i) {
    std::snprintf(name, sizeof name, "all of edits %.1f", kStrengths[i]);
    print_row(name, by_strength[i]);
  }
  print_row("all", all);
  std::printf(
      "unseen: %u asked for, %u of them found, %u found that were not there; "
      "%u not asked for, %u of them found\n",
      all.unseen, all.matched, all.found - all.matched, all.lost - all.unseen,
      all.not_asked);
  print_calibration(calibration);
}

double* cost_named(std::string_view name, origin::TreeCosts& costs) {
  if (name == "--first-text") return &costs.first_text;
  if (name == "--first-unit") return &costs.first_unit;
  if (name == "--gained-unit") return &costs.gained_unit;
  if (name == "--lost-run") return &costs.lost_run;
  if (name == "--lost-unit") return &costs.lost_unit;
  if (name == "--changed-run") return &costs.changed_run;
  if (name == "--change-by-rarity") return &costs.change_by_rarity;
  if (name == "--changed-place") return &costs.changed_place;
  if (name == "--again") return &costs.again;
  if (name == "--unseen-by-rate") return &costs.unseen_by_rate;
  if (name == "--unseen") return &costs.unseen;
  if (name == "--too-early") return &costs.too_early;
  if (name == "--not-later") return &costs.not_later;
  if (name == "--second-parent") return &costs.second_parent;
  if (name == "--least-unseen") return &costs.least_unseen;
  if (name == "--temper") return &costs.temper;
  return nullptr;
}

bool parse(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--features" || name == "--unseen-features") {
      arguments.output = name == "--features" ? Arguments::Output::kEdges
                                              : Arguments::Output::kUnseen;
      continue;
    }
    if (++i == argc) return false;
    double* cost = cost_named(name, arguments.costs);
    if (name == "--rounds") {
      arguments.rounds = static_cast<std::uint32_t>(std::atoi(argv[i]));
    } else if (name == "--seed") {
      arguments.seed = std::strtoull(argv[i], nullptr, 10);
    } else if (cost != nullptr) {
      *cost = std::atof(argv[i]);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace
}  // namespace stemma::bench

int main(int argc, char** argv) {
  stemma::bench::Arguments arguments;
  if (!stemma::bench::parse(argc, argv, arguments)) {
    std::fputs("tradition_bench: see the head of tradition_bench.cc\n", stderr);
    return 2;
  }
  stemma::bench::run(arguments);
  return 0;
}
