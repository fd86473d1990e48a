#include "reuse/pair_words.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kFewestSlots = 16;

std::span<const std::uint32_t> part(const std::vector<std::uint32_t>& words,
                                    PageRange range) {
  return std::span(words).subspan(range.begin, range.size());
}

void gather_content(PairWords::Side& side) {
  side.content.clear();
  for (const std::uint32_t word : side.page->content) {
    side.content.push_back(side.stems[word]);
  }
}

}  // namespace

void NumberTable::clear(std::size_t most, std::uint64_t seed) {
  const std::size_t slots = std::bit_ceil(std::max(2 * most, kFewestSlots));
  slots_.assign(slots, {});
  seed_ = seed;
  shift_ = 64U - static_cast<unsigned>(std::bit_width(slots) - 1);
  size_ = 0;
}

std::uint32_t NumberTable::add(std::uint64_t hash) {
  for (std::size_t at = place(hash);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].number == 0) slots_[at] = {hash, ++size_};
    if (slots_[at].hash == hash) return slots_[at].number;
  }
}

std::uint32_t NumberTable::find(std::uint64_t hash) const {
  for (std::size_t at = place(hash);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].number == 0) return 0;
    if (slots_[at].hash == hash) return slots_[at].number;
  }
}

void PairWords::set_a(const Page& a) {
  a_.page = &a;
  a_.folds.clear();
  a_.stems.clear();
  std::uint64_t seed = 0;
  for (const std::uint64_t fold : a.folds) seed = hash_combine(seed, fold);
  folds_.clear(a.words(), seed);
  stems_.clear(a.words(), seed);
  stem_of_fold_.assign(1, 0);
  for (std::size_t i = 0; i < a.words(); ++i) {
    const std::uint32_t fold = folds_.add(a.folds[i]);
    a_.folds.push_back(fold);
    if (fold == stem_of_fold_.size()) {
      stem_of_fold_.push_back(stems_.add(a.stems[i]));
    }
    a_.stems.push_back(stem_of_fold_[fold]);
  }
  gather_content(a_);
  const std::size_t numbers = std::max(fold_numbers(), stem_numbers());
  count_.assign(numbers, 0);
  marks_.assign(numbers, 0);
}

void PairWords::set_b(const Page& b) {
  b_.page = &b;
  b_.folds.resize(b.words());
  b_.stems.resize(b.words());
  for (std::size_t j = 0; j < b.words(); ++j) {
    const std::uint32_t fold = folds_.find(b.folds[j]);
    b_.folds[j] = fold;
    b_.stems[j] = fold != 0 ? stem_of_fold_[fold] : stems_.find(b.stems[j]);
  }
  gather_content(b_);
}

Overlap PairWords::overlap(PageRange a, PageRange b) {
  for (std::uint32_t i = a.begin; i < a.end; ++i) {
    ++count_[a_.stems[i]];
    marks_[a_.stems[i]] |= a_.page->marks[i];
  }
  Overlap found;
  for (std::uint32_t j = b.begin; j < b.end; ++j) {
    const std::uint32_t stem = b_.stems[j];
    const unsigned both = marks_[stem] & b_.page->marks[j];
    found.different += (both & kSays) != 0 ? 1 : 0;
    found.plain += (both & kPlain) != 0 ? 1 : 0;
    marks_[stem] = static_cast<std::uint8_t>(marks_[stem] & ~both);
    if (count_[stem] == 0) continue;
    --count_[stem];
    ++found.common;
  }
  for (const std::uint32_t stem : part(a_.stems, a)) {
    count_[stem] = 0;
    marks_[stem] = 0;
  }
  return found;
}

std::size_t PairWords::equal_words(PageRange a, PageRange b) {
  for (const std::uint32_t word : part(a_.folds, a)) ++count_[word];
  std::size_t equal = 0;
  for (const std::uint32_t word : part(b_.folds, b)) {
    if (count_[word] == 0) continue;
    --count_[word];
    ++equal;
  }
  for (const std::uint32_t word : part(a_.folds, a)) count_[word] = 0;
  return equal;
}

}  // namespace stemma::reuse
