// A header line is a key of the lexicon, a colon and a value; for dates the
// colon may be missing and the body may follow on the line, as collectors
// write it ("date 2023-11-07 The minister said ..."). A date is taken from the
// words after the key as long as they can be read as one. Lines are taken from
// the top until one is no header, so that "Title: ..." in the body is body.
#include "read/header_lines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "read/forms.h"
#include "read/lines.h"
#include "text/dates.h"

namespace stemma::read {
namespace {

constexpr std::size_t kMaxHeaderLines = 20;
constexpr std::size_t kMaxKeyBytes = 40;
constexpr std::size_t kMaxDateWords = 8;
constexpr std::uint32_t kMaxOutletBytes = 60;
constexpr std::uint32_t kMaxBylineBytes = 120;
constexpr std::uint32_t kMaxIgnoredBytes = 200;

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = std::string(value);
}

struct WrittenTime {
  PublicationTime time;
  Span span;
};

// Small letters throughout, which a time can be read without ("the").
bool is_small_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == '.' || c == ',';
  });
}

// The longest run of words at the front of `rest` that is a time, without the
// small words at its end that change nothing.
std::optional<WrittenTime> leading_time(std::string_view text, Span rest) {
  const std::vector<Span> words = words_in(text, rest, kMaxDateWords);
  std::optional<WrittenTime> found;
  for (std::size_t count = words.size(); count > 0; --count) {
    const Span span = cover(words.front(), words[count - 1]);
    const auto time = text::parse_time(slice(text, span));
    if (found && (!time || *time != found->time)) break;
    if (!time) continue;
    found = WrittenTime{*time, span};
    if (!is_small_word(slice(text, words[count - 1]))) break;
  }
  if (found) found->time.origin = TimeOrigin::kHeader;
  return found;
}

void set_published(Report& report, const PublicationTime& time) {
  if (!report.published.known()) report.published = time;
}

// Where the key ends and the value begins.
struct Key {
  const std::string* field = nullptr;  // nullptr: no key
  std::uint32_t value_begin = 0;
  bool has_colon = false;
};

Key find_key(std::string_view text, Span line) {
  const std::string_view written = slice(text, line);
  for (std::size_t i = 0; i < written.size() && i < kMaxKeyBytes; ++i) {
    const std::size_t colon = colon_at(written, i);
    if (colon == 0) continue;
    const Span name =
        trim(text, {line.begin, line.begin + static_cast<std::uint32_t>(i)});
    const std::string* field = form_value(Form::kHeaderKey, slice(text, name));
    if (field == nullptr) break;
    return {field, line.begin + static_cast<std::uint32_t>(i + colon), true};
  }
  const std::size_t bare = form_prefix(Form::kHeaderKey, written);
  if (bare == 0) return {};
  return {form_value(Form::kHeaderKey, written.substr(0, bare)),
          line.begin + static_cast<std::uint32_t>(bare), false};
}

// A value that can be the name of an outlet: short and no sentence.
bool is_name_like(std::string_view value) {
  return !value.empty() && value.size() <= kMaxOutletBytes &&
         value.find_first_of("!?;") == std::string_view::npos &&
         !(value.ends_with('.') && value.find(' ') != std::string_view::npos);
}

class HeaderReader {
 public:
  explicit HeaderReader(Report& report) : report_(report) {}

  std::uint32_t run() {
    const auto lines = first_lines(report_.text, kMaxHeaderLines);
    bool in_block = false;
    for (const Span line : lines) {
      const std::string_view written = slice(report_.text, line);
      if (written == "---" && (in_block || line == lines.front())) {
        add(ParatextKind::kHeader, line);
        in_block = !in_block;
        continue;
      }
      if (!read_line(line)) break;
      if (rest_ > 0) return rest_;
    }
    return report_.paratext.empty() ? 0 : report_.paratext.back().span.end;
  }

 private:
  void add(ParatextKind kind, Span span) {
    report_.paratext.push_back({kind, span});
  }

  // False if the line is no header line.
  bool read_line(Span line) {
    const Key key = find_key(report_.text, line);
    if (key.field == nullptr) {
      return read_date_alone(line) || read_byline(report_, line);
    }
    const Span value = trim(report_.text, {key.value_begin, line.end});
    const bool date = *key.field == "date" || *key.field == "open_date";
    if (date && key.has_colon) return read_date(line, value);
    if (*key.field == "open_date") return read_open_date(line, value);
    if (!key.has_colon) return read_byline(report_, line);
    return read_value(*key.field, line, value);
  }

  bool read_value(std::string_view field, Span line, Span value) {
    const std::string_view written = slice(report_.text, value);
    if (field == "title") {
      set_if_empty(report_.title, written);
    } else if (field == "url") {
      set_if_empty(report_.url, written);
    } else if (field == "outlet") {
      if (!is_name_like(written)) return false;
      set_if_empty(report_.outlet, written);
    } else if (field == "byline") {
      if (value.size() > kMaxBylineBytes) return false;
      set_if_empty(report_.byline, written);
      add(ParatextKind::kByline, line);
      return true;
    } else if (line.size() > kMaxIgnoredBytes) {
      return false;
    }
    add(ParatextKind::kHeader, line);
    return true;
  }

  bool read_date(Span line, Span value) {
    const auto time = leading_time(report_.text, value);
    if (!time) return false;
    set_published(report_, time->time);
    add(ParatextKind::kHeader, {line.begin, time->span.end});
    const Span rest = trim(report_.text, {time->span.end, line.end});
    if (!rest.empty()) rest_ = rest.begin;
    return true;
  }

  // "date 2023-11-07", but not "Date 2023-11-07, the court said ...".
  bool read_open_date(Span line, Span value) {
    const auto time = leading_time(report_.text, value);
    if (!time) return false;
    const bool alone = time->span.end == line.end;
    const bool goes_on = report_.text[time->span.end - 1] == ',';
    return (alone || !goes_on) && read_date(line, value);
  }

  bool read_date_alone(Span line) {
    constexpr std::uint32_t kMaxDateBytes = 60;
    if (line.size() > kMaxDateBytes) return false;
    const auto time = leading_time(report_.text, line);
    if (!time || time->span.end != line.end) return false;
    set_published(report_, time->time);
    add(ParatextKind::kHeader, line);
    return true;
  }

  Report& report_;
  std::uint32_t rest_ = 0;  // begin of a body on the line of a date
};

// Every word begins with a capital, or joins two that do.
bool is_names_only(std::string_view text, Span span) {
  constexpr std::size_t kMaxWords = 14;
  const std::vector<Span> words = words_in(text, span, kMaxWords + 1);
  if (words.empty() || words.size() > kMaxWords) return false;
  std::size_t capitals = 0;
  for (const Span word : words) {
    const auto first = static_cast<unsigned char>(text[word.begin]);
    const bool small = first >= 'a' && first <= 'z';
    if (!small) {
      ++capitals;
    } else if (word.size() > 4 &&
               form_value(Form::kAgency, slice(text, word)) == nullptr) {
      return false;
    }
  }
  const char last = text[span.end - 1];
  return capitals > 0 && last != '.' && last != '?' && last != '!' &&
         last != ':';
}

}  // namespace

bool read_byline(Report& report, Span line) {
  if (line.size() > kMaxBylineBytes) return false;
  const std::string_view written = slice(report.text, line);
  std::size_t word = form_prefix(Form::kBylineWord, written);
  if (word == 0) return false;
  word += colon_at(written, word);
  const Span names = trim(
      report.text, {line.begin + static_cast<std::uint32_t>(word), line.end});
  if (names.empty() || !is_names_only(report.text, names)) return false;
  set_if_empty(report.byline, slice(report.text, names));
  report.paratext.push_back({ParatextKind::kByline, line});
  for (const Span agency :
       find_agencies(slice(report.text, names), names.begin)) {
    report.credits.push_back({.name = std::string(slice(report.text, agency)),
                              .kind = CreditKind::kByline,
                              .span = agency});
  }
  return true;
}

void credit_byline_field(Report& report) {
  constexpr std::size_t kMaxBytes = 300;
  const std::string byline = report.byline.substr(0, kMaxBytes);
  for (const Span agency : find_agencies(byline, 0)) {
    report.credits.push_back({.name = std::string(slice(byline, agency)),
                              .kind = CreditKind::kByline});
  }
}

std::uint32_t read_header(Report& report) { return HeaderReader(report).run(); }

}  // namespace stemma::read
