#include "tradition_case.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>

#include "print.h"
#include "text/analyze.h"

namespace stemma::bench {
namespace {

using gen::Text;

constexpr std::int64_t kBegin = 1893456000;  // 2030-01-01

PublicationTime print_time(std::int64_t seconds, gen::Random& random) {
  if (random.chance(0.02)) seconds += (random.below(11) - 5LL) * 86400;
  PublicationTime time{.seconds = seconds,
                       .precision = TimePrecision::kSecond,
                       .origin = TimeOrigin::kField};
  if (random.chance(0.1)) {
    time.seconds -= seconds % 86400;
    time.precision = TimePrecision::kDay;
  }
  return time;
}

// Numbers of the texts in the case: those in hand in the order of the printed
// times, then the lost ones.
std::vector<std::uint32_t> number_texts(
    const std::vector<Text>& texts,
    const std::vector<PublicationTime>& printed) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     if (texts[a].unseen != texts[b].unseen) {
                       return texts[b].unseen;
                     }
                     return printed[a].seconds < printed[b].seconds;
                   });
  std::vector<std::uint32_t> numbers(texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) numbers[order[i]] = i;
  return numbers;
}

// For each text whether a text in hand says the same, word by word.
std::vector<bool> find_doubles(const gen::Vocabulary& vocabulary,
                               const std::vector<Text>& texts) {
  std::set<std::string> in_hand;
  for (const Text& text : texts) {
    if (!text.unseen) in_hand.insert(gen::print_text(vocabulary, text));
  }
  std::vector<bool> doubles;
  doubles.reserve(texts.size());
  for (const Text& text : texts) {
    doubles.push_back(in_hand.contains(gen::print_text(vocabulary, text)));
  }
  return doubles;
}

void find_unseen(const std::vector<Text>& texts,
                 const std::vector<std::uint32_t>& numbers,
                 const std::vector<bool>& doubles, std::uint32_t in_hand,
                 TraditionTruth& truth) {
  std::vector<std::vector<bool>> below(texts.size(),
                                       std::vector<bool>(in_hand, false));
  std::vector<std::uint32_t> branches(texts.size(), 0);
  for (std::size_t i = texts.size(); i-- > 0;) {
    if (!texts[i].unseen) below[i][numbers[i]] = true;
    const bool any =
        std::find(below[i].begin(), below[i].end(), true) != below[i].end();
    const bool all =
        std::find(below[i].begin(), below[i].end(), false) == below[i].end();
    const std::uint32_t sides = branches[i] + (all ? 0 : 1);
    if (texts[i].unseen && branches[i] >= 2) {
      const bool asked = sides >= 3 && !doubles[i];
      (asked ? truth.unseen : truth.unasked).push_back(below[i]);
    }
    if (!any || !texts[i].parent) continue;
    const std::uint32_t parent = *texts[i].parent;
    ++branches[parent];
    for (std::uint32_t k = 0; k < in_hand; ++k) {
      if (below[i][k]) below[parent][k] = true;
    }
  }
}

TraditionTruth truth_of(const std::vector<Text>& texts,
                        const std::vector<std::uint32_t>& numbers,
                        std::uint32_t in_hand) {
  TraditionTruth truth;
  truth.graph = gen::TreeGraph(in_hand);
  while (truth.graph.neighbours.size() < texts.size()) truth.graph.add_node();
  truth.parent.resize(in_hand);
  truth.second.resize(in_hand);
  truth.ancestors.assign(in_hand, std::vector<bool>(in_hand, false));
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const auto note = [&](const std::optional<std::uint32_t>& parent,
                          auto& list) {
      if (!parent) return;
      truth.graph.connect(numbers[i], numbers[*parent]);
      if (!texts[i].unseen && !texts[*parent].unseen) {
        list[numbers[i]] = numbers[*parent];
      }
    };
    note(texts[i].parent, truth.parent);
    note(texts[i].second_parent, truth.second);
    if (texts[i].unseen) continue;
    for (auto at = texts[i].parent; at; at = texts[*at].parent) {
      if (!texts[*at].unseen) truth.ancestors[numbers[i]][numbers[*at]] = true;
    }
  }
  return truth;
}

}  // namespace

TraditionCase make_case(const gen::Vocabulary& vocabulary,
                        const gen::WitnessShape& shape, gen::Random& random) {
  const gen::Subject subject = gen::make_subject(vocabulary, random);
  const gen::Event event =
      gen::make_event(vocabulary, subject, kBegin, {}, random);
  const std::vector<Text> texts =
      gen::make_witness_tree(vocabulary, event, shape, random);
  std::vector<PublicationTime> printed;
  printed.reserve(texts.size());
  for (const Text& text : texts) {
    printed.push_back(print_time(text.published, random));
  }
  const auto numbers = number_texts(texts, printed);
  TraditionCase tradition;
  tradition.reports.resize(shape.witnesses);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].unseen) continue;
    Report& report = tradition.reports[numbers[i]];
    report.id = "r" + std::to_string(numbers[i]);
    report.outlet = "outlet" + std::to_string(numbers[i]);
    report.language = "en";
    report.text = gen::print_text(vocabulary, texts[i]);
    report.published = printed[i];
  }
  for (const Report& report : tradition.reports) {
    tradition.analyses.push_back(text::analyze(report));
    tradition.witnesses.push_back({&report, &tradition.analyses.back()});
  }
  tradition.truth = truth_of(texts, numbers, shape.witnesses);
  find_unseen(texts, numbers, find_doubles(vocabulary, texts), shape.witnesses,
              tradition.truth);
  return tradition;
}

origin::TellingTree tree_of(const TraditionCase& tradition,
                            const origin::TreeCosts& costs) {
  const std::size_t reports = tradition.reports.size();
  std::vector<ReportIndex> members(reports);
  std::iota(members.begin(), members.end(), ReportIndex{0});
  std::vector<ReportIndex> same = members;
  for (ReportIndex i = 0; i < reports; ++i) {
    for (ReportIndex k = 0; k < i; ++k) {
      if (tradition.reports[k].text != tradition.reports[i].text) continue;
      same[i] = k;
      break;
    }
  }
  const origin::StoryEvidence story{
      .witnesses = tradition.witnesses,
      .narrations = origin::narrate(tradition.witnesses)};
  return origin::make_telling_tree(story, members, same, costs);
}

std::vector<std::vector<bool>> texts_below_unseen(
    const origin::TextTree& tree) {
  std::vector<std::vector<bool>> below(tree.sets.size() - tree.texts,
                                       std::vector<bool>(tree.texts, false));
  for (std::uint32_t text = 0; text < tree.texts; ++text) {
    for (auto at = tree.parents[text]; at != origin::kOutside;
         at = tree.parents[at]) {
      if (at >= tree.texts) below[at - tree.texts][text] = true;
    }
  }
  return below;
}

std::vector<bool> match_unseen(const std::vector<std::vector<bool>>& found,
                               const std::vector<std::vector<bool>>& real) {
  constexpr double kSame = 0.6;
  std::vector<bool> taken(found.size(), false);
  for (const auto& one : real) {
    double best = kSame;
    std::optional<std::size_t> match;
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (taken[f]) continue;
      double both = 0;
      double either = 0;
      for (std::size_t i = 0; i < one.size(); ++i) {
        both += one[i] && found[f][i] ? 1 : 0;
        either += one[i] || found[f][i] ? 1 : 0;
      }
      if (both / either < best) continue;
      best = both / either;
      match = f;
    }
    if (match) taken[*match] = true;
  }
  return taken;
}

gen::TreeGraph graph_of(const origin::TellingTree& tree, std::size_t reports) {
  gen::TreeGraph graph(static_cast<std::uint32_t>(reports));
  // Nodes of the tree in the graph: its first report, or a new node.
  std::vector<std::uint32_t> place(tree.reports.begin(), tree.reports.end());
  while (place.size() < tree.tree.sets.size()) {
    place.push_back(graph.add_node());
  }
  std::optional<std::uint32_t> outside;
  for (std::size_t node = 0; node < place.size(); ++node) {
    const std::uint32_t parent = tree.tree.parents[node];
    if (parent != origin::kOutside) {
      graph.connect(place[node], place[parent]);
      continue;
    }
    if (!outside) outside = graph.add_node();
    graph.connect(place[node], *outside);
  }
  for (std::uint32_t i = 0; i < reports; ++i) {
    const std::uint32_t first = tree.reports[tree.node_of[i]];
    if (first == i) continue;
    const std::uint32_t parent = tree.tree.parents[tree.node_of[i]];
    graph.connect(i, parent == origin::kOutside ? first : place[parent]);
  }
  return graph;
}

gen::Distances distances_of(const TraditionCase& tradition) {
  const auto narrations = origin::narrate(tradition.witnesses);
  std::vector<const origin::Narration*> texts;
  texts.reserve(narrations.size());
  for (const auto& narration : narrations) texts.push_back(&narration);
  const origin::TextSets sets = origin::make_text_sets(texts);
  const std::size_t n = texts.size();
  gen::Distances distances(n, std::vector<double>(n, 0.0));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double sum = sets.of_text[i].count() + sets.of_text[j].count();
      const double both = (sets.of_text[i] & sets.of_text[j]).count();
      if (i != j && sum > 0) distances[i][j] = 1 - 2 * both / sum;
    }
  }
  return distances;
}

}  // namespace stemma::bench
