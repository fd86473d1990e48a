#include "quote/word_table.h"

namespace stemma::quote {
namespace {

constexpr std::size_t kLine = 11;

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t number = 0;
  for (const char c : digits) {
    number = number * 64 + static_cast<unsigned char>(c) - '0';
  }
  return number;
}

void append_number(std::uint32_t number, std::size_t digits, std::string& out) {
  const std::size_t begin = out.size();
  out.resize(begin + digits);
  for (std::size_t i = digits; i > 0; --i, number /= 64) {
    out[begin + i - 1] = static_cast<char>('0' + number % 64);
  }
}

}  // namespace

std::vector<WordEntry> read_words(std::string_view file) {
  std::vector<WordEntry> entries;
  for (; file.size() >= kLine; file.remove_prefix(kLine)) {
    WordEntry entry;
    entry.key = number_of(file.substr(0, 6));
    entry.fine = static_cast<std::uint16_t>(number_of(file.substr(6, 2)));
    entry.coarse = static_cast<std::uint8_t>(number_of(file.substr(8, 1)));
    entry.cue = static_cast<std::uint8_t>(number_of(file.substr(9, 1)));
    entries.push_back(entry);
  }
  return entries;
}

std::string write_words(std::span<const WordEntry> entries) {
  std::string out;
  for (const WordEntry& entry : entries) {
    append_number(entry.key, 6, out);
    append_number(entry.fine, 2, out);
    append_number(entry.coarse, 1, out);
    append_number(entry.cue, 1, out);
    out += '\n';
  }
  return out;
}

WordTable::WordTable(std::string_view file) {
  const std::vector<WordEntry> entries = read_words(file);
  std::size_t slots = 16;
  while (slots < 2 * entries.size()) slots *= 2;
  slots_.resize(slots);
  for (const WordEntry& entry : entries) {
    if (entry.key == 0) continue;
    std::size_t at = place(entry.key);
    while (slots_[at].key != 0) at = (at + 1) & (slots - 1);
    slots_[at] = entry;
  }
}

}  // namespace stemma::quote
