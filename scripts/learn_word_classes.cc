// Groups the words of a language into classes by their neighbours:
//
//     learn_word_classes LANGUAGE OUT.weights FILE.jsonl...
//
// Every line of the files has a "text". A frequent word is the vector of the
// words that stand to its left and to its right (positive log-odds against
// chance); spherical k-means (Dhillon and Modha 2001) groups the vectors, and
// then the groups. So words that stand in like places, as nouns, verbs in the
// past or forenames do, fall into one class without a tagged corpus. A line of
// OUT is what src/quote/word_table.h reads: a number for the word, its class
// and the class of its class; only numbers leave the corpus, no text. A run
// gives the same file every time.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>
#include <simdjson.h>

#include "quote/word_table.h"
#include "text/tokenize.h"

namespace {

using namespace stemma;  // NOLINT: a tool of one file

constexpr std::size_t kWords = 12000;
constexpr std::size_t kNeighbours = 700;  // words that count as neighbours
constexpr std::size_t kOthers = 3;        // rare: number, capitalised, other
constexpr std::size_t kSide = kNeighbours + kOthers;
constexpr int kRounds = 12;

using Ids = boost::unordered_flat_map<std::uint64_t, std::uint32_t>;
using Vector = std::vector<std::pair<std::uint32_t, float>>;
using Centre = std::vector<float>;

struct Word {
  std::uint64_t fold = 0;
  std::uint64_t count = 0;
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> neighbours;
};

// Calls `use` with the tokens of every text.
template <typename Use>
void for_each_text(const std::string& language,
                   const std::vector<std::string>& paths, const Use& use) {
  simdjson::dom::parser parser;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      simdjson::dom::element record;
      std::string_view text;
      if (parser.parse(line).get(record) != simdjson::SUCCESS ||
          record["text"].get(text) != simdjson::SUCCESS) {
        continue;
      }
      std::vector<Token> tokens;
      const auto size = static_cast<std::uint32_t>(text.size());
      text::append_tokens(text, {0, size}, language, tokens);
      use(tokens);
    }
  }
}

// The most frequent words, the most frequent first.
std::vector<Word> count_words(const std::string& language,
                              const std::vector<std::string>& paths) {
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> counts;
  for_each_text(language, paths, [&](const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kNumber) ++counts[token.fold];
    }
  });
  std::vector<Word> words;
  for (const auto& [fold, count] : counts) words.push_back({fold, count, {}});
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return a.count != b.count ? a.count > b.count : a.fold < b.fold;
  });
  if (words.size() > kWords) words.resize(kWords);
  return words;
}

std::uint32_t neighbour_of(const Token& token, const Ids& ids) {
  const auto found = ids.find(token.fold);
  if (found != ids.end() && found->second < kNeighbours) return found->second;
  if (token.kind == TokenKind::kNumber) return kNeighbours;
  return token.capitalised ? kNeighbours + 1 : kNeighbours + 2;
}

void count_neighbours(const std::string& language,
                      const std::vector<std::string>& paths,
                      std::vector<Word>& words) {
  Ids ids;
  for (std::uint32_t i = 0; i < words.size(); ++i) ids[words[i].fold] = i;
  for_each_text(language, paths, [&](const std::vector<Token>& tokens) {
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
      const auto found = ids.find(tokens[i].fold);
      if (found == ids.end()) continue;
      auto& neighbours = words[found->second].neighbours;
      ++neighbours[neighbour_of(tokens[i - 1], ids)];
      ++neighbours[kSide + neighbour_of(tokens[i + 1], ids)];
    }
  });
}

// Counts as positive log-odds against chance, of length one.
std::vector<Vector> vectors_of(const std::vector<Word>& words) {
  std::vector<double> column(2 * kSide, 1);
  double total = 1;
  for (const Word& word : words) {
    for (const auto& [k, n] : word.neighbours) {
      column[k] += n;
      total += n;
    }
  }
  std::vector<Vector> vectors;
  for (const Word& word : words) {
    double row = 1;
    for (const auto& [k, n] : word.neighbours) row += n;
    Vector vector;
    double squares = 0;
    for (const auto& [k, n] : word.neighbours) {
      // Half a count less: what was seen once says little.
      const double odds = (n - 0.5) * total / (row * column[k]);
      if (odds <= 1) continue;
      const auto value = static_cast<float>(std::log(odds));
      vector.emplace_back(k, value);
      squares += static_cast<double>(value) * static_cast<double>(value);
    }
    std::sort(vector.begin(), vector.end());
    for (auto& [k, value] : vector) {
      value /= static_cast<float>(std::sqrt(squares) + 1e-9);
    }
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

double likeness(const Vector& vector, const Centre& centre) {
  double sum = 0;
  for (const auto& [k, value] : vector) {
    sum += static_cast<double>(value * centre[k]);
  }
  return sum;
}

// The group of each vector. The first vectors, spread evenly over the front of
// the list, are the first centres.
std::vector<std::uint32_t> group(const std::vector<Vector>& vectors,
                                 std::size_t groups) {
  std::vector<Centre> centres(groups, Centre(2 * kSide));
  for (std::size_t g = 0; g < groups; ++g) {
    const std::size_t step = std::max<std::size_t>(
        1, std::min<std::size_t>(vectors.size(), 8 * groups) / groups);
    for (const auto& [k, value] : vectors[g * step]) centres[g][k] = value;
  }
  std::vector<std::uint32_t> of(vectors.size());
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      double best = -1;
      for (std::uint32_t g = 0; g < groups; ++g) {
        const double like = likeness(vectors[i], centres[g]);
        if (like <= best) continue;
        best = like;
        of[i] = g;
      }
    }
    for (Centre& centre : centres) std::fill(centre.begin(), centre.end(), 0);
    for (std::size_t i = 0; i < vectors.size(); ++i) {
      for (const auto& [k, value] : vectors[i]) centres[of[i]][k] += value;
    }
    for (Centre& centre : centres) {
      double squares = 1e-9;
      for (const float v : centre) squares += static_cast<double>(v * v);
      const auto length = static_cast<float>(std::sqrt(squares));
      for (float& v : centre) v /= length;
    }
  }
  return of;
}

// Groups of groups: each group is the sum of its vectors.
std::vector<std::uint32_t> group_groups(const std::vector<Vector>& vectors,
                                        const std::vector<std::uint32_t>& of,
                                        std::size_t groups, std::size_t fewer) {
  std::vector<Centre> sums(groups, Centre(2 * kSide));
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    for (const auto& [k, value] : vectors[i]) sums[of[i]][k] += value;
  }
  std::vector<Vector> sparse;
  for (const Centre& sum : sums) {
    double squares = 1e-9;
    for (const float v : sum) squares += static_cast<double>(v * v);
    Vector vector;
    for (std::uint32_t k = 0; k < sum.size(); ++k) {
      if (sum[k] == 0) continue;
      vector.emplace_back(k, sum[k] / static_cast<float>(std::sqrt(squares)));
    }
    sparse.push_back(std::move(vector));
  }
  return group(sparse, fewer);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: learn_word_classes LANGUAGE OUT FILE.jsonl...\n";
    return 2;
  }
  const std::string language = argv[1];
  const std::vector<std::string> paths(argv + 3, argv + argc);
  std::vector<Word> words = count_words(language, paths);
  count_neighbours(language, paths, words);
  const std::vector<Vector> vectors = vectors_of(words);
  const auto fine = group(vectors, quote::kFineClasses);
  const auto coarse =
      group_groups(vectors, fine, quote::kFineClasses, quote::kCoarseClasses);
  std::vector<quote::WordEntry> entries;
  for (std::size_t i = 0; i < words.size(); ++i) {
    entries.push_back({quote::WordTable::key_of(words[i].fold),
                       static_cast<std::uint8_t>(fine[i] + 1),
                       static_cast<std::uint8_t>(coarse[fine[i]] + 1), 0});
  }
  std::ofstream(argv[2], std::ios::binary) << quote::write_words(entries);
  return 0;
}
