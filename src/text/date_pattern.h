// Dates as they are written, before anything is resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/date_words.h"
#include "text/token_view.h"

namespace stemma::text {

// What a text says of a date; parts that it leaves out are 0.
struct WrittenDate {
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;        // 1 Monday ... 7 Sunday
  int direction = 0;      // -1 "last", 1 "next" beside a weekday or month
  bool solar = false;     // of the Iranian calendar
  bool relative = false;  // `offset` units of 'd', 'm' or 'y' from publication
  char unit = 'd';
  int offset = 0;
  bool either_order = false;  // "6/11/2023" in a language that uses both
  bool ahead = false;         // the clause speaks of what is to come
};

// Reads dates at tokens. Holds views of its arguments.
class DatePatterns {
 public:
  DatePatterns(const TokenView& view, std::string_view language)
      : view_(view), language_(language), words_(date_words(language)) {}

  // What was seen on the way to a token; each is the token that follows it.
  struct Context {
    std::uint32_t year_cue = UINT32_MAX;
    bool weak_year_cue = false;
    std::uint32_t month_cue = UINT32_MAX;
    std::uint32_t weekday_cue = UINT32_MAX;
    std::uint32_t direction_cue = UINT32_MAX;
    int direction = 0;
    std::uint32_t future_until = 0;  // tokens before this are "to come"
  };

  // The date that begins at token `i`, if one does.
  std::optional<WrittenDate> read(std::uint32_t i,
                                  const Context& context) const;

  // Takes note of the cue words that begin at token `i`.
  void note(std::uint32_t i, Context& context) const;

 private:
  using Found = std::optional<WrittenDate>;

  Found read_number(std::uint32_t i, const Context& context) const;
  Found read_triple(std::uint32_t i) const;
  Found read_day_first(std::uint32_t i, int ranges_left) const;
  Found read_signs(std::uint32_t i) const;
  Found read_month_first(std::uint32_t i, const Context& context) const;
  Found read_number_words(std::uint32_t i) const;
  Found read_year(std::uint32_t i, const Context& context) const;
  Found read_weekday(std::uint32_t i, const Context& context) const;
  Found read_relative(std::uint32_t i) const;
  Found read_calendar(std::uint32_t i) const;

  void take_year(std::uint32_t from, WrittenDate& date) const;
  void take_weekday(WrittenDate& date) const;
  bool take_month(std::uint32_t i, WrittenDate& date) const;
  int plain_number(std::uint32_t i, std::uint32_t most_digits) const;
  int day_number(std::uint32_t i, std::uint32_t& next) const;
  std::uint32_t skip_links(std::uint32_t i) const;
  bool needs_capital() const { return language_ == "en" || language_ == "de"; }

  const TokenView& view_;
  std::string_view language_;
  const DateWords& words_;
};

}  // namespace stemma::text
