#include "read/text_repair.h"

#include "base/utf8.h"
#include "read/json_repair.h"

namespace stemma::read {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

bool is_control(char32_t value) {
  return value < 0x20 && !(value >= U'\t' && value <= U'\r');
}
bool is_control_byte(char byte) {
  return is_control(static_cast<unsigned char>(byte));
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
    } else if (is_control(value)) {
      add_remark(remarks, 2 * i + 2, "control byte replaced");
      value = kReplacement;
    }
    append_utf8(value, text);
  }
  return text;
}

// A control byte is never a part of another character, so its place in the
// text as repaired says nothing of its place in the file: both kinds of damage
// are put in order by their places in the file.
std::string from_utf8(std::string_view bytes, std::uint64_t offset,
                      std::vector<Remark>& remarks) {
  RepairedText repaired = repair_utf8(bytes);
  auto invalid = repaired.replaced_at.begin();
  const auto note_invalid_before = [&](std::uint64_t end) {
    while (invalid != repaired.replaced_at.end() && *invalid < end) {
      add_remark(remarks, offset + *invalid++, "invalid UTF-8 replaced");
    }
  };
  std::uint64_t controls = 0;
  for (std::uint64_t i = 0; i < bytes.size(); ++i) {
    if (!is_control_byte(bytes[i])) continue;
    note_invalid_before(i);
    add_remark(remarks, offset + i, "control byte replaced");
    ++controls;
  }
  note_invalid_before(bytes.size());
  if (controls == 0) return std::move(repaired.text);
  std::string text;
  text.reserve(repaired.text.size() + controls * kReplacementBytes.size());
  for (const char byte : repaired.text) {
    if (is_control_byte(byte)) {
      text += kReplacementBytes;
    } else {
      text += byte;
    }
  }
  return text;
}

}  // namespace

std::string decode_text(std::string_view bytes, std::vector<Remark>& remarks) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    remarks.push_back({0, "UTF-16 converted"});
    const std::size_t high_byte = bytes[0] == '\xFF' ? 1 : 0;
    return from_utf16(bytes.substr(2), high_byte, remarks);
  }
  if (!bytes.starts_with(kByteOrderMark)) return from_utf8(bytes, 0, remarks);
  remarks.push_back({0, "byte order mark passed over"});
  const std::size_t size = kByteOrderMark.size();
  return from_utf8(bytes.substr(size), size, remarks);
}

}  // namespace stemma::read
