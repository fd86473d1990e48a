#include "base/utf8.h"

#include <algorithm>
#include <bit>

#include "stemma/error.h"

namespace stemma {
namespace {

constexpr std::uint32_t kBlockBytes = 64;

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// What may follow a lead byte: the range of the second byte and the length.
struct Lead {
  std::uint32_t size = 0;  // 0: not a lead byte
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

// Unicode 15, table 3-7 (well-formed UTF-8 byte sequences).
Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t position) {
  STEMMA_ASSERT(position < text.size());
  const auto at = [&](std::size_t i) {
    return static_cast<unsigned char>(text[i]);
  };
  const unsigned char first = at(position);
  if (first < 0x80) return {first, 1};
  const Lead lead = lead_of(first);
  if (lead.size == 0) return {kReplacement, 1};
  char32_t value = first & (0x7FU >> lead.size);
  for (std::uint32_t i = 1; i < lead.size; ++i) {
    const std::size_t next = position + i;
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (next >= text.size() || at(next) < low || at(next) > high) {
      return {kReplacement, i};
    }
    value = (value << 6U) | (at(next) & 0x3FU);
  }
  return {value, lead.size};
}

void append_utf8(char32_t value, std::string& out) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    value = kReplacement;
  }
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

namespace {

// True where decoding gave a replacement that the text does not spell out.
bool is_malformed(std::string_view text, std::size_t position,
                  CodePoint decoded) {
  return decoded.value == kReplacement &&
         text.substr(position, decoded.size) != "\xEF\xBF\xBD";
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint next = decode_utf8(text, i);
    if (is_malformed(text, i, next)) return false;
    i += next.size;
  }
  return true;
}

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText repaired;
  repaired.text.reserve(bytes.size());
  std::size_t kept_from = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint next = decode_utf8(bytes, i);
    if (is_malformed(bytes, i, next)) {
      repaired.text.append(bytes, kept_from, i - kept_from);
      append_utf8(kReplacement, repaired.text);
      repaired.replaced_at.push_back(i);
      kept_from = i + next.size;
    }
    i += next.size;
  }
  repaired.text.append(bytes, kept_from);
  return repaired;
}

std::size_t code_point_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) {
        return !is_continuation(static_cast<unsigned char>(byte));
      }));
}

CodePointMap::CodePointMap(std::string_view text)
    : bytes_(static_cast<std::uint32_t>(text.size())) {
  const std::size_t blocks = text.size() / kBlockBytes + 1;
  starts_.assign(blocks, 0);
  before_block_.reserve(blocks);
  std::uint32_t count = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    before_block_.push_back(count);
    const std::size_t begin = block * kBlockBytes;
    const std::size_t end = std::min(text.size(), begin + kBlockBytes);
    std::uint64_t bits = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      bits |= std::uint64_t{!is_continuation(byte)} << (i - begin);
    }
    starts_[block] = bits;
    count += static_cast<std::uint32_t>(std::popcount(bits));
  }
}

std::uint32_t CodePointMap::to_code_points(std::uint32_t byte) const {
  STEMMA_ASSERT(byte <= bytes_);
  const std::uint32_t block = byte / kBlockBytes;
  const std::uint64_t below = (std::uint64_t{1} << (byte % kBlockBytes)) - 1;
  return before_block_[block] +
         static_cast<std::uint32_t>(std::popcount(starts_[block] & below));
}

std::uint32_t CodePointMap::to_bytes(std::uint32_t code_point) const {
  // The last block that begins at or before the code point holds it.
  const auto after =
      std::upper_bound(before_block_.begin(), before_block_.end(), code_point);
  const auto block =
      static_cast<std::uint32_t>(after - before_block_.begin()) - 1;
  std::uint64_t bits = starts_[block];
  for (std::uint32_t left = code_point - before_block_[block]; left > 0;
       --left) {
    bits &= bits - 1;
  }
  if (bits == 0) return bytes_;
  return block * kBlockBytes +
         static_cast<std::uint32_t>(std::countr_zero(bits));
}

}  // namespace stemma
