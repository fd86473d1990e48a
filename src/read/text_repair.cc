#include "read/text_repair.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "read/json_repair.h"

namespace stemma::read {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

bool is_forbidden(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x20 && !(value >= '\t' && value <= '\r');
}

// Unit `index` of UTF-16 after its mark.
char32_t unit_at(std::string_view bytes, std::size_t index,
                 std::size_t high_byte) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]));
  };
  const std::size_t i = 2 * index;
  return (byte(i + high_byte) << 8U) | byte(i + 1 - high_byte);
}

std::string from_utf16(std::string_view bytes, std::size_t high_byte,
                       std::vector<Remark>& remarks) {
  const std::size_t units = bytes.size() / 2;
  std::string text;
  text.reserve(units);
  for (std::size_t i = 0; i < units; ++i) {
    char32_t value = unit_at(bytes, i, high_byte);
    const bool high = value >= 0xD800 && value <= 0xDBFF;
    const char32_t low =
        high && i + 1 < units ? unit_at(bytes, i + 1, high_byte) : 0;
    if (low >= 0xDC00 && low <= 0xDFFF) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      ++i;
    } else if (value >= 0xD800 && value <= 0xDFFF) {
      add_remark(remarks, 2 * i + 2, "lone surrogate replaced");
    }
    append_utf8(value, text);
  }
  return text;
}

}  // namespace

void replace_control_bytes(std::string& text, std::uint64_t offset,
                           std::vector<Remark>& remarks) {
  auto odd = std::find_if(text.begin(), text.end(), is_forbidden);
  if (odd == text.end()) return;
  std::string repaired(text.begin(), odd);
  for (; odd != text.end(); ++odd) {
    if (is_forbidden(*odd)) {
      const auto at = static_cast<std::uint64_t>(odd - text.begin());
      add_remark(remarks, offset + at, "control byte replaced");
      repaired += kReplacementBytes;
    } else {
      repaired += *odd;
    }
  }
  text = std::move(repaired);
}

std::string decode_text(std::string_view bytes, std::vector<Remark>& remarks) {
  std::string text;
  std::uint64_t offset = 0;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    remarks.push_back({0, "UTF-16 converted"});
    const std::size_t high_byte = bytes[0] == '\xFF' ? 1 : 0;
    text = from_utf16(bytes.substr(2), high_byte, remarks);
  } else {
    if (bytes.starts_with(kByteOrderMark)) {
      offset = kByteOrderMark.size();
      bytes.remove_prefix(kByteOrderMark.size());
      remarks.push_back({0, "byte order mark passed over"});
    }
    RepairedText repaired = repair_utf8(bytes);
    for (const std::uint64_t at : repaired.replaced_at) {
      add_remark(remarks, offset + at, "invalid UTF-8 replaced");
    }
    text = std::move(repaired.text);
  }
  replace_control_bytes(text, offset, remarks);
  return text;
}

}  // namespace stemma::read
