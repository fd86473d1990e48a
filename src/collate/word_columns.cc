// Columns of words, built reading by reading.
//
// A column holds the words that stand for one another. A reading is aligned to
// the columns as a whole, not to one other reading, so that it finds its
// words in whatever reading has them (the variant graph of Schmidt and Colomb
// 2009, CollateX). Three points differ from the usual:
//
// - The order in which readings join is made from their words: by how many of
//   them the other readings have, ties by the words. So no table depends on
//   the order of the input, a fault that users of CollateX report.
// - Words that say little ("the", "of") count less than others, and words
//   that follow one another in both count more, so that a stray "the" does
//   not pull a sentence apart.
// - Forms of one word may stand in one column; what else is left between two
//   words that are aligned is put side by side from the left, and what is
//   left over gets columns of its own.
#include "collate/word_columns.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"

namespace stemma::collate {
namespace {

constexpr std::size_t kMaxCells = 60000;  // pairs of words compared at once
constexpr int kMaxCuts = 8;               // depth of cutting a long text
constexpr std::size_t kMaxWords = 16;     // of a column that are looked at
constexpr int kSameContent = 8;
constexpr int kSameFunction = 3;
constexpr int kSameStem = 6;
constexpr int kInARow = 2;  // for a pair that follows a pair

constexpr std::uint32_t kNone = ~std::uint32_t{0};

template <typename Value>
using ByHash = boost::unordered_flat_map<std::uint64_t, Value>;

// A name for a column that stays while others are put in between.
using ColumnId = std::uint32_t;

struct Column {
  std::vector<CollatedWord> words;  // different ones, in order of arrival
};

struct Rectangle {
  std::uint32_t word = 0;  // words [word, word_end) of the reading
  std::uint32_t word_end = 0;
  std::uint32_t column = 0;  // positions [column, column_end)
  std::uint32_t column_end = 0;
  std::size_t cells() const {
    return std::size_t{word_end - word} * (column_end - column);
  }
};

int score(const CollatedWord& word, const Column& column) {
  int best = 0;
  for (const CollatedWord& other : column.words) {
    if (other.fold == word.fold) {
      return word.content ? kSameContent : kSameFunction;
    }
    if (other.stem == word.stem && word.content && other.content) {
      best = kSameStem;
    }
  }
  return best;
}

// The columns so far and the readings in them.
class Columns {
 public:
  // Aligns the reading, adds it, and returns the columns of its words.
  const std::vector<ColumnId>& add(const Reading& reading);
  // Where each column stands.
  std::vector<std::uint32_t> positions() const;
  std::size_t size() const { return order_.size(); }

 private:
  void align(const Rectangle& part, int cuts);
  void align_cells(const Rectangle& part);
  bool cut(const Rectangle& part, std::uint32_t length, int cuts);
  void count_columns(const Rectangle& part, std::uint32_t length);
  Rectangle trim(Rectangle part);
  void place(const Reading& reading);

  const Reading* reading_ = nullptr;
  std::vector<Column> columns_;         // by id
  std::vector<ColumnId> order_;         // by position
  std::vector<std::uint32_t> at_;       // by id: position
  std::vector<std::uint32_t> aligned_;  // by word: position, or kNone
  std::vector<Reading> readings_;       // those added
  std::vector<std::vector<ColumnId>> paths_;
  // Runs of words that stand once: the place in the reading and the position.
  struct Once {
    std::uint32_t word = kNone;
    std::uint32_t column = kNone;
    bool repeated = false;
  };
  ByHash<Once> once_;
  std::vector<int> best_;
  std::vector<int> ending_;
};

std::uint64_t run_hash(const Reading& reading, std::size_t first,
                       std::uint32_t length) {
  std::uint64_t hash = length;
  for (std::size_t i = first; i < first + length; ++i) {
    hash = hash_combine(hash, reading[i].fold);
  }
  return hash;
}

// Exact: the heaviest common subsequence, where a pair that follows a pair
// weighs more. best_[i][j] is the most that the first i words and j columns
// give; ending_[i][j] the same where the last two are a pair.
void Columns::align_cells(const Rectangle& part) {
  const std::size_t words = part.word_end - part.word;
  const std::size_t width = part.column_end - part.column + 1;
  best_.assign((words + 1) * width, 0);
  ending_.assign((words + 1) * width, 0);
  const auto row = [width](std::size_t i) { return i * width; };
  for (std::size_t i = 1; i <= words; ++i) {
    const CollatedWord& word = (*reading_)[part.word + i - 1];
    for (std::size_t j = 1; j < width; ++j) {
      const Column& column = columns_[order_[part.column + j - 1]];
      const std::size_t before = row(i - 1) + j - 1;
      int best = std::max(best_[row(i - 1) + j], best_[row(i) + j - 1]);
      if (const int pair = score(word, column); pair > 0) {
        const int follows = ending_[before] > 0 ? ending_[before] + kInARow : 0;
        ending_[row(i) + j] = pair + std::max(best_[before], follows);
        best = std::max(best, ending_[row(i) + j]);
      }
      best_[row(i) + j] = best;
    }
  }
  std::size_t i = words;
  std::size_t j = width - 1;
  bool in_row = false;  // the pair after this one counted on it
  while (i > 0 && j > 0) {
    const std::size_t here = row(i) + j;
    if (in_row || (ending_[here] > 0 && ending_[here] == best_[here])) {
      aligned_[part.word + i - 1] =
          part.column + static_cast<std::uint32_t>(j) - 1;
      const std::size_t before = row(i - 1) + j - 1;
      in_row =
          ending_[before] > 0 && ending_[before] + kInARow >= best_[before];
      --i;
      --j;
    } else if (best_[row(i - 1) + j] == best_[here]) {
      --i;
    } else {
      --j;
    }
  }
}

// Aligns equal words at both ends and returns what is left.
Rectangle Columns::trim(Rectangle part) {
  const auto equal = [&](std::uint32_t word, std::uint32_t column) {
    const std::vector<CollatedWord>& words = columns_[order_[column]].words;
    return std::any_of(words.begin(), words.end(), [&](const auto& other) {
      return other.fold == (*reading_)[word].fold;
    });
  };
  while (part.cells() > 0 && equal(part.word, part.column)) {
    aligned_[part.word++] = part.column++;
  }
  while (part.cells() > 0 && equal(part.word_end - 1, part.column_end - 1)) {
    aligned_[--part.word_end] = --part.column_end;
  }
  return part;
}

// Enters the runs of the readings that stand in the columns of `part`.
void Columns::count_columns(const Rectangle& part, std::uint32_t length) {
  for (std::size_t r = 0; r < readings_.size(); ++r) {
    const std::vector<ColumnId>& path = paths_[r];
    const auto at = [&](ColumnId id) { return at_[id]; };
    const auto first = std::lower_bound(
        path.begin(), path.end(), part.column,
        [&](ColumnId id, std::uint32_t column) { return at(id) < column; });
    for (auto i = static_cast<std::size_t>(first - path.begin());
         i + length <= path.size() &&
         at(path[i + length - 1]) < part.column_end;
         ++i) {
      const auto found = once_.find(run_hash(readings_[r], i, length));
      if (found == once_.end()) continue;
      Once& run = found->second;
      const std::uint32_t column = at(path[i]);
      if (run.column != kNone && run.column != column) run.repeated = true;
      run.column = column;
    }
  }
}

// Cuts the rectangle at runs of `length` words that stand once in the reading
// and in one place of the columns. False if there is none.
bool Columns::cut(const Rectangle& part, std::uint32_t length, int cuts) {
  once_.clear();
  for (std::uint32_t i = part.word; i + length <= part.word_end; ++i) {
    Once& run = once_[run_hash(*reading_, i, length)];
    if (run.word != kNone) run.repeated = true;
    run.word = i;
  }
  count_columns(part, length);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;
  for (const auto& [hash, run] : once_) {
    if (!run.repeated && run.column != kNone) {
      anchors.emplace_back(run.word, run.column);
    }
  }
  std::sort(anchors.begin(), anchors.end());
  // The longest sequence that ascends on both sides.
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> before(anchors.size(), kNone);
  for (std::uint32_t k = 0; k < anchors.size(); ++k) {
    const auto place =
        std::lower_bound(ends.begin(), ends.end(), anchors[k].second,
                         [&](std::uint32_t end, std::uint32_t column) {
                           return anchors[end].second < column;
                         });
    if (place != ends.begin()) before[k] = *std::prev(place);
    if (place == ends.end()) {
      ends.push_back(k);
    } else {
      *place = k;
    }
  }
  if (ends.empty()) return false;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chain;
  for (std::uint32_t k = ends.back(); k != kNone; k = before[k]) {
    chain.push_back(anchors[k]);
  }
  std::reverse(chain.begin(), chain.end());
  Rectangle rest = part;
  for (const auto& [word, column] : chain) {
    align({rest.word, word, rest.column, column}, cuts + 1);
    aligned_[word] = column;
    rest.word = word + 1;
    rest.column = column + 1;
  }
  align(rest, cuts + 1);
  return true;
}

void Columns::align(const Rectangle& part, int cuts) {
  if (part.cells() == 0) return;
  if (part.cells() <= kMaxCells) {
    align_cells(part);
    return;
  }
  if (cuts < kMaxCuts && (cut(part, 3, cuts) || cut(part, 1, cuts))) return;
  const Rectangle rest = trim(part);
  if (rest.cells() <= kMaxCells && rest.cells() > 0) align_cells(rest);
}

// Puts the words between two aligned ones beside the columns between them,
// and what is left into new columns.
void Columns::place(const Reading& reading) {
  std::vector<ColumnId> order;
  std::vector<ColumnId> path;
  std::uint32_t column = 0;  // the next one that is not passed
  std::size_t word = 0;
  while (word < reading.size()) {
    std::size_t next = word;
    while (next < reading.size() && aligned_[next] == kNone) ++next;
    const auto to = next < reading.size()
                        ? aligned_[next]
                        : static_cast<std::uint32_t>(order_.size());
    for (; word < next; ++word) {
      if (column < to) {
        order.push_back(order_[column++]);
      } else {
        order.push_back(static_cast<ColumnId>(columns_.size()));
        columns_.emplace_back();
      }
      path.push_back(order.back());
    }
    while (column < to) order.push_back(order_[column++]);
    if (next == reading.size()) break;
    order.push_back(order_[column++]);
    path.push_back(order.back());
    word = next + 1;
  }
  while (column < order_.size()) order.push_back(order_[column++]);
  for (std::size_t i = 0; i < reading.size(); ++i) {
    std::vector<CollatedWord>& words = columns_[path[i]].words;
    const bool known = std::any_of(
        words.begin(), words.end(),
        [&](const auto& other) { return other.fold == reading[i].fold; });
    if (!known && words.size() < kMaxWords) words.push_back(reading[i]);
  }
  order_ = std::move(order);
  readings_.push_back(reading);
  paths_.push_back(std::move(path));
}

std::vector<std::uint32_t> Columns::positions() const {
  std::vector<std::uint32_t> at(columns_.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) at[order_[i]] = i;
  return at;
}

const std::vector<ColumnId>& Columns::add(const Reading& reading) {
  reading_ = &reading;
  at_ = positions();
  aligned_.assign(reading.size(), kNone);
  align({0, static_cast<std::uint32_t>(reading.size()), 0,
         static_cast<std::uint32_t>(order_.size())},
        0);
  place(reading);
  return paths_.back();
}

bool before_by_words(const Reading& a, const Reading& b) {
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const CollatedWord& x, const CollatedWord& y) {
        return x.fold < y.fold;
      });
}

// For each reading, how often its words stand in other readings.
std::vector<std::uint64_t> shared_with_others(
    std::span<const Reading> readings) {
  ByHash<std::uint64_t> spread;
  std::vector<std::vector<std::uint64_t>> words(readings.size());
  for (std::size_t r = 0; r < readings.size(); ++r) {
    for (const CollatedWord& word : readings[r]) {
      if (word.content) words[r].push_back(word.fold);
    }
    std::sort(words[r].begin(), words[r].end());
    words[r].erase(std::unique(words[r].begin(), words[r].end()),
                   words[r].end());
    for (const std::uint64_t word : words[r]) ++spread[word];
  }
  std::vector<std::uint64_t> shared(readings.size(), 0);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    for (const std::uint64_t word : words[r]) shared[r] += spread[word] - 1;
  }
  return shared;
}

}  // namespace

WordColumns align_readings(std::span<const Reading> readings) {
  const std::vector<std::uint64_t> shared = shared_with_others(readings);
  std::vector<std::size_t> order(readings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) {
                     if (shared[x] != shared[y]) return shared[x] > shared[y];
                     return before_by_words(readings[x], readings[y]);
                   });
  Columns columns;
  std::vector<std::vector<ColumnId>> paths(readings.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Reading& reading = readings[order[i]];
    const bool again = i > 0 &&
                       !before_by_words(readings[order[i - 1]], reading) &&
                       !before_by_words(reading, readings[order[i - 1]]);
    paths[order[i]] = again ? paths[order[i - 1]] : columns.add(reading);
  }
  const std::vector<std::uint32_t> at = columns.positions();
  WordColumns table;
  table.count = static_cast<std::uint32_t>(columns.size());
  for (std::vector<ColumnId>& path : paths) {
    for (ColumnId& id : path) id = at[id];
    table.columns.push_back(std::move(path));
  }
  return table;
}

}  // namespace stemma::collate
