#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "text/digits.h"
#include "text/number_text.h"

namespace stemma::text {
namespace {

constexpr std::size_t kMaxGroups = 8;
constexpr std::uint32_t kMaxDigits = 15;

// A number in digits, cut at its separators.
struct Groups {
  std::array<DigitRun, kMaxGroups> runs{};
  std::array<char, kMaxGroups> marks{};  // marks[k] stands before runs[k + 1]
  std::size_t count = 0;
};

bool has_decimal_comma(std::string_view language) {
  return language == "de" || language == "fr" || language == "es" ||
         language == "ru" || language == "vi";
}

// The separator at `position` as '.', ',', ' ' or '\''; 0 if there is none.
char separator_at(std::string_view text, std::size_t position,
                  std::string_view language, std::uint32_t& size) {
  if (position >= text.size()) return 0;
  const CodePoint point = decode_utf8(text, position);
  size = point.size;
  switch (point.value) {
    case U'.':
    case 0x066B:
      return '.';
    case U',':
    case 0x066C:
    case 0xFF0C:
      return ',';
    case U'\'':
    case 0x2019:
      return '\'';
    case U' ':
      return language == "fr" || language == "ru" || language == "es" ? ' ' : 0;
    case 0x00A0:
    case 0x202F:
    case 0x2009:
      return ' ';
    default:
      return 0;
  }
}

Groups cut_groups(std::string_view text, std::size_t position,
                  std::string_view language) {
  Groups groups;
  DigitRun run = read_digits(text, position);
  bool decimal = false;
  while (run) {
    groups.runs[groups.count++] = run;
    if (groups.count == kMaxGroups) break;
    std::uint32_t size = 0;
    const char mark = separator_at(text, run.end, language, size);
    if (mark == 0) break;
    const DigitRun next = read_digits(text, run.end + size);
    const bool thousands = mark == ' ' || mark == '\'';
    if (!next || (thousands &&
                  (next.digits != 3 || decimal || groups.runs[0].digits > 3))) {
      break;
    }
    decimal = decimal || (!thousands && next.digits != 3);
    groups.marks[groups.count - 1] = mark;
    run = next;
  }
  return groups;
}

// The place of the decimal mark among the marks; `count - 1` for none, and
// `count` if the whole is no number.
std::size_t decimal_mark(const Groups& groups, std::string_view language) {
  const std::size_t marks = groups.count - 1;
  if (marks == 0) return marks;
  const char last = groups.marks[marks - 1];
  bool all_three = true;  // groups between the first and the last
  bool all_equal = true;
  for (std::size_t k = 0; k < marks; ++k) {
    if (k + 1 < marks && groups.runs[k + 1].digits != 3) all_three = false;
    if (groups.marks[k] != last) all_equal = false;
  }
  const bool ends_in_three = groups.runs[marks].digits == 3;
  const bool starts_short =
      groups.runs[0].digits <= 3 &&
      (groups.runs[0].value > 0 || groups.runs[0].digits > 1);
  if (last == ' ' || last == '\'') return all_three ? marks : groups.count;
  if (marks > 1 && all_equal) {
    return all_three && ends_in_three && starts_short ? marks : groups.count;
  }
  if (marks > 1) return all_three && starts_short ? marks - 1 : groups.count;
  const char thousands = has_decimal_comma(language) ? '.' : ',';
  const bool grouped = ends_in_three && starts_short && last == thousands;
  return grouped ? marks : marks - 1;
}

double digits_value(const Groups& groups, std::size_t decimal) {
  std::string plain;
  for (std::size_t k = 0; k < groups.count; ++k) {
    std::string run = std::to_string(groups.runs[k].value);
    if (k > 0) {
      run.insert(0,
                 groups.runs[k].digits -
                     std::min<std::size_t>(run.size(), groups.runs[k].digits),
                 '0');
    }
    plain += run;
    if (k == decimal && k + 1 < groups.count) plain += '.';
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

// Han digits and scales.
int han_digit(char32_t sign) {
  static constexpr std::u32string_view kDigits =
      U"\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
  if (sign == U'\u96F6') return 0;
  if (sign == U'\u4E24') return 2;
  const std::size_t found = kDigits.find(sign);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

double han_scale(char32_t sign) {
  switch (sign) {
    case U'\u5341':
      return 10;
    case U'\u767E':
      return 100;
    case U'\u5343':
      return 1000;
    case U'\u4E07':
    case U'\u842C':
      return 1e4;
    case U'\u4EBF':
    case U'\u5104':
      return 1e8;
    case U'\u5146':
      return 1e12;
    default:
      return 0;
  }
}

// Adds up a number sign by sign.
struct HanSum {
  double total = 0;
  double section = 0;  // below ten thousand
  double digits = 0;   // not yet multiplied
  bool open = false;   // `digits` holds something

  void add_digit(int digit) {
    digits = open ? digits * 10 + digit : digit;
    open = true;
  }
  void add_scale(double scale) {
    if (scale < 1e4) {
      section += (open ? digits : 1) * scale;
    } else {
      section += open ? digits : 0;
      total += (section > 0 ? section : 1) * scale;
      section = 0;
    }
    digits = 0;
    open = false;
  }
  double result() const { return total + section + (open ? digits : 0); }
};

}  // namespace

WrittenNumber read_digit_number(const TokenView& view, std::uint32_t i,
                                std::string_view language) {
  const Groups groups = cut_groups(view.text(), view[i].span.begin, language);
  if (groups.count == 0) return {};
  std::uint32_t digits = 0;
  for (std::size_t k = 0; k < groups.count; ++k)
    digits += groups.runs[k].digits;
  const std::size_t decimal = decimal_mark(groups, language);
  if (decimal == groups.count || digits > kMaxDigits) return {};
  WrittenNumber number;
  number.value = digits_value(groups, decimal);
  number.end = groups.runs[groups.count - 1].end;
  number.end_token = view.token_at(i + 1, number.end);
  number.plain = groups.count == 1;
  return number;
}

WrittenNumber read_han_number(const TokenView& view, std::uint32_t i) {
  const std::string_view text = view.text();
  std::size_t at = view[i].span.begin;
  HanSum sum;
  std::size_t signs = 0;
  std::size_t han = 0;
  while (at < text.size() && signs < kMaxDigits) {
    if (const DigitRun run = read_digits(text, at)) {
      std::uint32_t size = 0;
      const bool grouped = separator_at(text, run.end, "zh", size) != 0 &&
                           digit_at(text, run.end + size).value >= 0;
      if (sum.open || run.digits > kMaxDigits) return {};
      const WrittenNumber part = grouped && signs == 0
                                     ? read_digit_number(view, i, "zh")
                                     : WrittenNumber();
      sum.digits = part ? part.value : static_cast<double>(run.value);
      sum.open = true;
      at = part ? part.end : run.end;
    } else {
      const CodePoint point = decode_utf8(text, at);
      const int digit = han_digit(point.value);
      const double scale = han_scale(point.value);
      if (digit < 0 && scale == 0) break;
      if (digit >= 0) {
        sum.add_digit(digit);
      } else {
        sum.add_scale(scale);
      }
      ++han;
      at += point.size;
    }
    ++signs;
  }
  if (han == 0) return {};
  WrittenNumber number;
  number.value = sum.result();
  number.end = static_cast<std::uint32_t>(at);
  number.end_token = view.token_at(i + 1, number.end);
  return number;
}

}  // namespace stemma::text
