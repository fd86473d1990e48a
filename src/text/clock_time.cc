#include "text/clock_time.h"

#include "text/digits.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/quantity_words.h"

namespace stemma::text {
namespace {

constexpr double kHalfDay = 12 * 3600;

// "9:40", "14.30", "14h30", "21:40:05": the digits of a clock time.
struct ClockDigits {
  std::uint64_t hour = 0;
  double seconds = 0;     // since midnight, without a.m. and p.m.
  std::uint32_t end = 0;  // 0: none
  char mark = 0;          // between hour and minute; 0: no minute
};

ClockDigits read_clock_digits(std::string_view text, std::size_t position) {
  const DigitRun hour = read_digits(text, position);
  if (!hour || hour.digits > 2 || hour.value > 24) return {};
  ClockDigits clock{hour.value, static_cast<double>(hour.value) * 3600,
                    hour.end, 0};
  if (hour.end >= text.size()) return clock;
  const char mark = text[hour.end];
  if (mark != ':' && mark != '.' && mark != 'h') return clock;
  const DigitRun minute = read_digits(text, hour.end + 1);
  if (minute.digits != 2 || minute.value > 59) return clock;
  clock.seconds += static_cast<double>(minute.value) * 60;
  clock.end = minute.end;
  clock.mark = mark;
  if (mark != ':' || minute.end >= text.size() || text[minute.end] != ':') {
    return clock;
  }
  const DigitRun second = read_digits(text, minute.end + 1);
  if (second.digits == 2 && second.value < 60) {
    clock.seconds += static_cast<double>(second.value);
    clock.end = second.end;
  }
  return clock;
}

// Chinese and Japanese: the minute and its sign behind "9 [hour sign]".
void take_minute_sign(std::string_view text, ClockDigits& clock) {
  constexpr std::string_view kMinute = "\xE5\x88\x86";
  const DigitRun minute = read_digits(text, clock.end);
  if (!minute || minute.value > 59 ||
      text.substr(minute.end, kMinute.size()) != kMinute) {
    return;
  }
  clock.seconds += static_cast<double>(minute.value) * 60;
  clock.end = minute.end + static_cast<std::uint32_t>(kMinute.size());
}

}  // namespace

std::optional<ClockTime> read_clock_time(const TokenView& view, std::uint32_t i,
                                         std::string_view language) {
  const QuantityWords& words = quantity_words(language);
  const auto tokens = view.tokens();
  ClockDigits clock = read_clock_digits(view.text(), view[i].span.begin);
  if (clock.end == 0) return std::nullopt;
  std::uint32_t next = view.token_at(i + 1, clock.end);
  const std::uint32_t token_end = view[next - 1].span.end;
  std::string_view word;
  if (clock.end < token_end) {  // "9am" is one token
    const auto rest = view.text().substr(clock.end, token_end - clock.end);
    const auto* value = lexicon(language).find("clock_word", fold(rest));
    if (value == nullptr) return std::nullopt;
    word = *value;
    clock.end = token_end;
  } else if (const auto match = words.clock.match(tokens, next)) {
    word = *match.value;
    next += match.tokens;
    clock.end = view[next - 1].span.end;
  }
  if (word.empty() && clock.mark != ':' && clock.mark != 'h') {
    return std::nullopt;
  }
  if (i > 0) {
    const auto before = words.clock_before.match(tokens, i - 1);
    if (before.tokens == 1) word = *before.value;
  }
  if (word == "pm" && clock.hour < 12) clock.seconds += kHalfDay;
  if (word == "am" && clock.hour == 12) clock.seconds -= kHalfDay;
  if (clock.mark == 0 && (language == "zh" || language == "ja")) {
    take_minute_sign(view.text(), clock);
    next = view.token_at(next, clock.end);
  }
  return ClockTime{clock.seconds, next, clock.end};
}

}  // namespace stemma::text
