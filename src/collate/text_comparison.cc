// Rows of whole texts. The words of all texts stand in columns; the columns
// are cut into rows behind every sentence of the base, so that a reader can go
// down the page sentence by sentence. What other texts put in between makes
// rows of its own, sentence by sentence too; a sentence of theirs that is not
// at its end yet stays in the row.
#include "collate/text_comparison.h"

#include <algorithm>
#include <utility>

#include "collate/stretch_words.h"
#include "collate/word_collation.h"
#include "collate/word_columns.h"

namespace stemma::collate {
namespace {

// Where the words of a text stand and its sentences end.
struct Text {
  const StretchWords* words = nullptr;
  const std::vector<std::uint32_t>* columns = nullptr;
  std::vector<bool> ends_sentence;  // by word
  std::uint32_t next = 0;           // the first word that is in no row yet
  std::uint32_t size = 0;           // bytes

  bool has(std::uint32_t column) const {
    return next < columns->size() && (*columns)[next] == column;
  }
  bool at_sentence() const { return next == 0 || ends_sentence[next - 1]; }
};

std::vector<bool> sentence_ends(const StretchWords& words) {
  const std::vector<Sentence>& sentences = words.analysis->sentences;
  std::vector<bool> ends(words.positions.size(), false);
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    while (sentence < sentences.size() &&
           sentences[sentence].last_token <= words.positions[i]) {
      ++sentence;
    }
    const bool last = i + 1 == ends.size();
    ends[i] =
        last || (sentence < sentences.size() &&
                 words.positions[i + 1] >= sentences[sentence].last_token);
  }
  return ends;
}

// Where the text before the word `next` ends: at the end of the sentence that
// closes there, else before the word.
std::uint32_t border(const Text& text) {
  const StretchWords& words = *text.words;
  if (text.next == words.positions.size()) return text.size;
  if (text.next == 0) return 0;
  const std::vector<Sentence>& sentences = words.analysis->sentences;
  const std::uint32_t before = words.span(text.next - 1).end;
  const std::uint32_t word = words.span(text.next).begin;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), word,
      [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
  if (after == sentences.begin()) return word;
  const std::uint32_t begin = std::prev(after)->span.begin;
  return begin >= before ? begin : word;
}

// Cuts the columns into rows.
class Rows {
 public:
  Rows(std::vector<Text> texts, std::uint32_t base)
      : texts_(std::move(texts)), base_(base), done_(texts_.size(), 0) {}

  std::vector<std::vector<Span>> cut(std::uint32_t columns) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (full_ && starts_row(column)) close();
      add(column);
    }
    for (Text& text : texts_) {
      text.next = static_cast<std::uint32_t>(text.columns->size());
    }
    const bool left = std::any_of(
        texts_.begin(), texts_.end(),
        [&](const Text& text) { return done_[index(text)] < text.size; });
    if (left) close();
    return std::move(rows_);
  }

 private:
  std::size_t index(const Text& text) const {
    return static_cast<std::size_t>(&text - texts_.data());
  }

  // True if every text that goes on here begins a sentence, or the base does
  // go on.
  bool starts_row(std::uint32_t column) const {
    if (texts_[base_].has(column)) return true;
    return std::all_of(texts_.begin(), texts_.end(), [&](const Text& text) {
      return !text.has(column) || text.at_sentence();
    });
  }

  void add(std::uint32_t column) {
    const bool of_base = texts_[base_].has(column);
    for (Text& text : texts_) {
      if (!text.has(column)) continue;
      const bool ends = text.ends_sentence[text.next++];
      const bool counts = of_base ? index(text) == base_ : !holds_base_;
      if (ends && counts) full_ = true;
    }
    holds_base_ = holds_base_ || of_base;
  }

  void close() {
    std::vector<Span> row;
    for (std::size_t r = 0; r < texts_.size(); ++r) {
      const std::uint32_t end = std::max(done_[r], border(texts_[r]));
      row.push_back({done_[r], end});
      done_[r] = end;
    }
    rows_.push_back(std::move(row));
    full_ = false;
    holds_base_ = false;
  }

  std::vector<Text> texts_;
  std::uint32_t base_;
  std::vector<std::uint32_t> done_;  // by text: bytes in rows
  std::vector<std::vector<Span>> rows_;
  bool full_ = false;  // the row may end
  bool holds_base_ = false;
};

}  // namespace

Comparison compare_texts(std::span<const Witness> witnesses,
                         const CollationOptions& options) {
  std::vector<StretchWords> all;
  for (const Witness& witness : witnesses) {
    const Span whole{0,
                     static_cast<std::uint32_t>(witness.report->text.size())};
    all.push_back(words_of(*witness.analysis, {&whole, 1}));
  }
  const WordColumns columns = align_stretches(all);
  Comparison comparison;
  comparison.collation = collate_columns(all, columns, options);
  std::vector<Text> texts;
  for (std::uint32_t r = 0; r < all.size(); ++r) {
    comparison.reports.push_back(r);
    texts.push_back(
        {&all[r], &columns.columns[r], sentence_ends(all[r]), 0,
         static_cast<std::uint32_t>(witnesses[r].report->text.size())});
  }
  comparison.rows = Rows(std::move(texts), options.base).cut(columns.count);
  return comparison;
}

}  // namespace stemma::collate
