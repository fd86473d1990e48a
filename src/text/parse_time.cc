// A time of publication from a field or header. There are as many ways to
// write one as there are outlets, so no list of formats: the text is cut into
// numbers, words and marks, and each of them must find its place in one date
// and at most one clock time and zone, in whatever order. What finds none, or
// finds it taken, makes the whole no time. So a title is not taken for a date
// because a year stands in it.
//
// "11/07/2023" is 7 November or 11 July: it is read only where one of the two
// cannot be a month. Epoch seconds (10 digits) and milliseconds (13), and the
// compact "20231107" and "20231107140500", are read as such.
#include <array>
#include <chrono>
#include <vector>

#include "text/calendar.h"
#include "text/dates.h"
#include "text/digits.h"
#include "text/lexicon.h"
#include "text/time_pieces.h"

namespace stemma::text {
namespace {

constexpr std::size_t kMaxBytes = 128;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

const std::string* find_anywhere(std::string_view category,
                                 std::string_view form) {
  for (const std::string& language : lexicon_languages()) {
    const std::string* value = lexicon(language).find(category, form);
    if (value != nullptr) return value;
  }
  return nullptr;
}

bool is_weekday(std::string_view word) {
  return find_anywhere("weekday", word) != nullptr ||
         find_anywhere("weekday_short", word) != nullptr;
}

// REQUIRES: digits only, at most 18 of them.
std::int64_t to_number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

// The number a lexicon value begins with; words may follow it.
std::int64_t leading_number(std::string_view value) {
  return to_number(value.substr(0, value.find(' ')));
}

class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : pieces_(cut_time(text)) {}

  std::optional<PublicationTime> read() {
    while (next_ < pieces_.size()) {
      const bool taken = piece().kind == TimePiece::Kind::kNumber
                             ? read_number()
                         : piece().kind == TimePiece::Kind::kWord ? read_word()
                                                                  : read_mark();
      if (!taken || failed_) return std::nullopt;
    }
    return assemble();
  }

 private:
  const TimePiece& piece(std::size_t ahead = 0) const {
    static const TimePiece none;
    return next_ + ahead < pieces_.size() ? pieces_[next_ + ahead] : none;
  }
  bool is_mark(std::size_t ahead, std::string_view marks) const {
    const TimePiece& mark = piece(ahead);
    return mark.kind == TimePiece::Kind::kMark && mark.text.size() == 1 &&
           marks.find(mark.text[0]) != std::string_view::npos;
  }
  bool is_number(std::size_t ahead, std::size_t least, std::size_t most) const {
    const TimePiece& number = piece(ahead);
    return number.kind == TimePiece::Kind::kNumber &&
           number.text.size() >= least && number.text.size() <= most;
  }
  std::int64_t number(std::size_t ahead) const {
    return to_number(piece(ahead).text);
  }

  static bool set(std::optional<std::int64_t>& field, std::int64_t value) {
    if (field) return false;
    field = value;
    return true;
  }

  bool read_number() {
    if (piece().text.size() > 14) return false;
    if (read_clock() || read_triple() || read_before_part()) return true;
    const std::size_t digits = piece().text.size();
    const std::int64_t value = number(0);
    ++next_;
    switch (digits) {
      case 8:
        return set(year_, value / 10000) && set(month_, value / 100 % 100) &&
               set(day_, value % 100);
      case 14:
        return set(year_, value / 10000000000) &&
               set(month_, value / 100000000 % 100) &&
               set(day_, value / 1000000 % 100) &&
               set(hour_, value / 10000 % 100) &&
               set(minute_, value / 100 % 100) && set(second_, value % 100);
      case 6:  // 20231107T140500
        return year_ && day_ && set(hour_, value / 10000) &&
               set(minute_, value / 100 % 100) && set(second_, value % 100);
      case 4:
        if (year_ && day_) {
          return set(hour_, value / 100) && set(minute_, value % 100);
        }
        return set(year_, value);
      case 2:
      case 1:
        if (hour_only_ && !minute_) return set(minute_, value);
        if (day_ && month_ && !year_ && digits == 2) {
          return set(year_, value + (value < 70 ? 2000 : 1900));
        }
        return set(day_, value);
      default:
        return false;
    }
  }

  // 14:05, 14:05:09.25, 2 p.m., 2:05 pm
  bool read_clock() {
    if (!is_number(0, 1, 2)) return false;
    const bool dotted = is_mark(1, ".") && year_ && day_ && piece(2).glued;
    if (!is_mark(1, ":") && !dotted) {
      if (!is_half_day(1)) return false;
      if (!set(hour_, number(0)) || !set(minute_, 0)) return fail();
      ++next_;
      return read_half_day();
    }
    if (!is_number(2, 2, 2)) return false;
    if (!set(hour_, number(0)) || !set(minute_, number(2))) return fail();
    next_ += 3;
    if (is_mark(0, ":") && is_number(1, 2, 2)) {
      second_ = number(1);
      next_ += 2;
      if (is_mark(0, ".,") && piece(1).glued && is_number(1, 1, 18)) next_ += 2;
    }
    return is_half_day(0) ? read_half_day() : true;
  }

  bool is_half_day(std::size_t ahead) const {
    const std::string& word = piece(ahead).text;
    if (word == "am" || word == "pm") return true;
    return (word == "a" || word == "p") && is_mark(ahead + 1, ".") &&
           piece(ahead + 2).text == "m";
  }

  bool read_half_day() {
    if (*hour_ < 1 || *hour_ > 12) return fail();
    hour_ = *hour_ % 12 + (piece().text[0] == 'p' ? 12 : 0);
    next_ += piece().text.size() == 1 ? 3 : 1;
    return true;
  }

  // 2023-11-07, 7.11.2023, 11/27/2023
  bool read_triple() {
    const TimePiece& mark = piece(1);
    if (!is_mark(1, "-/.") || !is_mark(3, mark.text) || !piece(1).glued ||
        !is_number(2, 1, 2)) {
      return false;
    }
    if (is_number(0, 4, 4) && is_number(4, 1, 2)) {
      return take_triple(number(0), number(2), number(4));
    }
    if (!is_number(0, 1, 2) || !is_number(4, 4, 4)) return false;
    const std::int64_t first = number(0);
    const std::int64_t second = number(2);
    if (mark.text == "." || first > 12 || first == second) {
      return take_triple(number(4), second, first);
    }
    if (second > 12) return take_triple(number(4), first, second);
    return fail();
  }

  bool take_triple(std::int64_t year, std::int64_t month, std::int64_t day) {
    next_ += 5;
    return (set(year_, year) && set(month_, month) && set(day_, day)) || fail();
  }

  // A number that the word after it names: "14 Uhr", "14 h", or the signs for
  // year, month and day in Chinese and Japanese.
  bool read_before_part() {
    if (piece(1).kind != TimePiece::Kind::kWord) return false;
    const std::string* part = find_anywhere("date_part", piece(1).text);
    if (part == nullptr || part->starts_with("before-")) return false;
    std::optional<std::int64_t>* field = field_of(*part);
    if (field == nullptr) return false;
    if (!set(*field, number(0))) return fail();
    if (field == &hour_ && !minute_) hour_only_ = true;
    next_ += 2;
    return true;
  }

  std::optional<std::int64_t>* field_of(std::string_view part) {
    if (part == "year" || part == "before-year") return &year_;
    if (part == "month" || part == "before-month") return &month_;
    if (part == "day") return &day_;
    if (part == "hour") return &hour_;
    if (part == "minute") return &minute_;
    if (part == "second") return &second_;
    return nullptr;
  }

  bool read_word() {
    const std::string& word = piece().text;
    const std::string* part = find_anywhere("date_part", word);
    if (part != nullptr && part->starts_with("before-") && is_number(1, 1, 4)) {
      if (!set(*field_of(*part), number(1))) return false;
      next_ += 2;
      return true;
    }
    const std::string* month = find_anywhere("month", word);
    if (month != nullptr && read_month(leading_number(*month))) {
      month_may_be_weekday_ = is_weekday(word);
    } else if (const std::string* zone = find_anywhere("time_zone", word);
               zone != nullptr && hour_) {
      if (!zone_) zone_ = parse_signed(*zone);
    } else if (!is_passed_over(word, part)) {
      return false;
    }
    ++next_;
    return true;
  }

  bool is_passed_over(std::string_view word, const std::string* part) const {
    if (part != nullptr && *part == "filler") return true;
    if (part != nullptr && *part == "hour") return hour_.has_value();
    return is_weekday(word);
  }

  bool read_month(std::int64_t month) {
    if (month_ && !month_may_be_weekday_) return false;
    month_ = month;
    return true;
  }

  static std::int64_t parse_signed(std::string_view text) {
    if (text.starts_with('-')) return -to_number(text.substr(1));
    return to_number(text);
  }

  bool read_mark() {
    if (is_mark(0, "+-") && hour_ && zone_.value_or(0) == 0 &&
        is_number(1, 1, 4) && piece(1).glued && piece(1).text.size() != 3) {
      return read_offset();
    }
    if (!is_mark(0, ",.()-|@")) return false;
    ++next_;
    return true;
  }

  // +05:30, +0530, -05
  bool read_offset() {
    const std::int64_t sign = piece().text == "-" ? -1 : 1;
    const bool hours_only = piece(1).text.size() <= 2;
    const std::int64_t value = number(1);
    std::int64_t minutes =
        hours_only ? value * 60 : value / 100 * 60 + value % 100;
    next_ += 2;
    if (hours_only && is_mark(0, ":") && is_number(1, 2, 2)) {
      minutes += number(1);
      next_ += 2;
    }
    if (minutes > 18 * 60) return false;
    zone_ = sign * minutes;
    return true;
  }

  // Nothing more can be read; the text is no time.
  bool fail() {
    failed_ = true;
    return true;
  }

  std::optional<PublicationTime> assemble() const {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    if (failed_ || !year_ || !month_ || !day_) return std::nullopt;
    if (*year_ < 1000 || *year_ > 9999 || *month_ > 12 || *day_ > 31) {
      return std::nullopt;
    }
    const std::chrono::year_month_day date(
        year(static_cast<int>(*year_)), month(static_cast<unsigned>(*month_)),
        day(static_cast<unsigned>(*day_)));
    if (!date.ok()) return std::nullopt;
    const std::chrono::sys_days days(date);
    PublicationTime time;
    time.seconds = std::int64_t{days.time_since_epoch().count()} * 86400;
    time.precision = TimePrecision::kDay;
    if (!hour_) return minute_ || second_ ? std::nullopt : std::optional(time);
    if (!minute_ && !hour_only_) return std::nullopt;
    const std::int64_t minute = minute_.value_or(0);
    const std::int64_t second = second_.value_or(0);
    if (*hour_ > 24 || minute > 59 || second > 60 ||
        (*hour_ == 24 && minute + second > 0)) {
      return std::nullopt;
    }
    time.seconds += *hour_ * 3600 + (minute - zone_.value_or(0)) * 60 + second;
    time.precision = second_ ? TimePrecision::kSecond : TimePrecision::kMinute;
    return time;
  }

  std::vector<TimePiece> pieces_;
  std::size_t next_ = 0;
  bool failed_ = false;
  bool hour_only_ = false;
  bool month_may_be_weekday_ = false;  // Spanish "mar" is March or Tuesday
  std::optional<std::int64_t> year_, month_, day_;
  std::optional<std::int64_t> hour_, minute_, second_;
  std::optional<std::int64_t> zone_;  // minutes east of Greenwich
};

// 10 digits are seconds since 1970, 13 milliseconds.
std::optional<PublicationTime> parse_epoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  for (const char byte : text) {
    if (!is_digit(byte)) return std::nullopt;
  }
  const std::int64_t value = to_number(text);
  return PublicationTime{.seconds = text.size() == 13 ? value / 1000 : value,
                         .precision = TimePrecision::kSecond};
}

// "2023-11-07" and "2023-11-07T14:05:09Z", the forms that most records have,
// by place. What is not exactly so, or no such day, is left to the reader of
// all forms.
std::optional<PublicationTime> parse_plain(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00T00:00:00Z";
  constexpr std::size_t kDayBytes = 10;
  constexpr std::int64_t kFirstYear = 1900;  // earlier ones may be solar
  if (text.size() != kForm.size() && text.size() != kDayBytes) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool fits = kForm[i] == '0' ? is_digit(text[i]) : text[i] == kForm[i];
    if (!fits) return std::nullopt;
  }
  const std::int64_t year = to_number(text.substr(0, 4));
  const auto day = day_number({static_cast<int>(year),
                               static_cast<int>(to_number(text.substr(5, 2))),
                               static_cast<int>(to_number(text.substr(8, 2)))});
  if (year < kFirstYear || !day) return std::nullopt;
  PublicationTime time{.seconds = std::int64_t{*day} * 86400,
                       .precision = TimePrecision::kDay};
  if (text.size() == kDayBytes) return time;
  const std::int64_t hour = to_number(text.substr(11, 2));
  const std::int64_t minute = to_number(text.substr(14, 2));
  const std::int64_t second = to_number(text.substr(17, 2));
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  time.seconds += hour * 3600 + minute * 60 + second;
  time.precision = TimePrecision::kSecond;
  return time;
}

}  // namespace

std::optional<PublicationTime> parse_time(std::string_view written) {
  if (const auto plain = parse_plain(written)) return plain;
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = written.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return std::nullopt;
  written = written.substr(begin, written.find_last_not_of(kSpace) + 1 - begin);
  if (written.size() > kMaxBytes) return std::nullopt;
  const std::string text = with_ascii_digits(written);
  if (const auto epoch = parse_epoch(text)) return epoch;
  return TimeReader(text).read();
}

}  // namespace stemma::text
