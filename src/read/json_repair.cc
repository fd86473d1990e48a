#include "read/json_repair.h"

#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace stemma::read {
namespace {

constexpr std::string_view kReplacementEscape = "\\uFFFD";
constexpr std::size_t kMaxRemarks = 20;

int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

// The value of the escape "\uXXXX" at `position`, if there is one.
std::optional<int> unicode_escape(std::string_view json, std::size_t position) {
  if (json.substr(position, 2) != "\\u") return std::nullopt;
  if (position + kReplacementEscape.size() > json.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = position + 2; i < position + 6; ++i) {
    const int digit = hex_digit(json[i]);
    if (digit < 0) return std::nullopt;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high(int value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low(int value) { return value >= 0xDC00 && value <= 0xDFFF; }
bool is_control(int value) {
  return value < 0x20 && !(value >= '\t' && value <= '\r');
}

class Repairer {
 public:
  explicit Repairer(std::string_view json) : json_(json) {
    out_.bytes.reserve(json.size());
  }

  RepairedJson run() {
    while (next_ < json_.size()) {
      const char byte = json_[next_];
      if (byte == '"') {
        in_string_ = !in_string_;
        keep(1);
      } else if (byte == '\\' && in_string_) {
        escape();
      } else if (static_cast<unsigned char>(byte) < 0x20) {
        control(byte);
      } else if (static_cast<unsigned char>(byte) < 0x80) {
        keep(1);
      } else {
        multibyte();
      }
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t bytes) {
    out_.bytes.append(json_, next_, bytes);
    next_ += bytes;
  }
  void replace(std::size_t bytes, std::string_view by, std::string_view why) {
    if (!why.empty()) add_remark(out_.remarks, next_, why);
    out_.bytes += by;
    next_ += bytes;
  }

  void escape() {
    const std::optional<int> value = unicode_escape(json_, next_);
    const std::size_t size = kReplacementEscape.size();
    if (!value) {
      const char escaped = next_ + 1 < json_.size() ? json_[next_ + 1] : '\0';
      if (escaped == 'b') {
        return replace(2, kReplacementEscape, "control byte replaced");
      }
      keep(escaped == '"' || escaped == '\\' ? 2 : 1);
    } else if (is_high(*value)) {
      const std::optional<int> low = unicode_escape(json_, next_ + size);
      if (low && is_low(*low)) {
        keep(2 * size);
      } else {
        replace(size, kReplacementEscape, "lone surrogate replaced");
      }
    } else if (is_low(*value)) {
      replace(size, kReplacementEscape, "lone surrogate replaced");
    } else if (is_control(*value)) {
      replace(size, kReplacementEscape, "control byte replaced");
    } else {
      keep(size);
    }
  }

  void control(char byte) {
    if (!in_string_) {
      const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
      if (blank) return keep(1);
      return replace(1, " ", "control byte passed over");
    }
    if (byte == '\t') return replace(1, "\\t", "");
    if (byte == '\n') return replace(1, "\\n", "");
    if (byte == '\r') return replace(1, "\\r", "");
    replace(1, kReplacementEscape, "control byte replaced");
  }

  void multibyte() {
    const CodePoint point = decode_utf8(json_, next_);
    std::string spelled;
    append_utf8(point.value, spelled);
    if (json_.substr(next_, point.size) == spelled) {
      keep(point.size);
    } else {
      replace(point.size, spelled, "invalid UTF-8 replaced");
    }
  }

  std::string_view json_;
  std::size_t next_ = 0;
  bool in_string_ = false;
  RepairedJson out_;
};

}  // namespace

bool has_odd_escape(std::string_view json) {
  for (std::size_t i = json.find('\\'); i != std::string_view::npos;
       i = json.find('\\', i)) {
    const std::optional<int> value = unicode_escape(json, i);
    if (!value) {
      if (json.substr(i, 2) == "\\b") return true;
      i += 2;
      continue;
    }
    i += kReplacementEscape.size();
    if (is_low(*value) || is_control(*value)) return true;
    if (!is_high(*value)) continue;
    const std::optional<int> low = unicode_escape(json, i);
    if (!low || !is_low(*low)) return true;
    i += kReplacementEscape.size();
  }
  return false;
}

RepairedJson repair_json(std::string_view json) { return Repairer(json).run(); }

void add_remark(std::vector<Remark>& remarks, std::uint64_t offset,
                std::string_view text) {
  if (remarks.size() < kMaxRemarks) {
    remarks.push_back({offset, std::string(text)});
  } else if (remarks.size() == kMaxRemarks) {
    remarks.push_back({offset, "more of the same from here on"});
  }
}

}  // namespace stemma::read
