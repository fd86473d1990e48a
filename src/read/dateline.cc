// A dateline is what stands before the first dash of a report, if it is short
// and every part of it is a place, a date or an agency. Which of these a part
// is, is told by its form, since no list holds all towns:
//
//   agency   in the lexicon
//   date     a month with a number
//   place    words in capitals throughout ("NEW YORK"), or capitalised words
//            beside a part of the kinds above ("NEW YORK, N.Y.", "Paris (AFP)")
//
// An agency may stand in brackets, between slashes, or as a part of its own.
// Where no agency, no date and no word in capitals is found, capitalised words
// before a dash at the very top are the outlet ("Harbour Times - The mayor
// said"), and so is a word in capitals glued to the first one
// ("HARBOURNEWS-The mayor"). An ordinary sentence with a dash in it has small
// letters before the dash, or a second dash, and is let alone; so is a word
// that comes up again in the report ("ASEAN-China talks").
//
// Scripts without capitals tell places by nothing but brevity: there an agency
// has to be present.
#include "read/dateline.h"

#include <algorithm>
#include <utility>

#include "read/dateline_parts.h"
#include "read/forms.h"
#include "read/lines.h"
#include "text/fold.h"

namespace stemma::read {
namespace {

constexpr std::uint32_t kMaxDatelineBytes = 90;
constexpr std::uint32_t kMaxGroupBytes = 48;
constexpr std::uint32_t kMaxNoteBytes = 160;
constexpr std::size_t kMaxNames = 5;

// Every form of dateline has one of these marks near its front, or another
// script.
bool may_have_dateline(std::string_view line) {
  constexpr std::string_view kMarks = "(/-";
  const std::string_view front = line.substr(0, LineFront::kBytes);
  return std::any_of(front.begin(), front.end(), [&](char byte) {
    return static_cast<signed char>(byte) < 0 ||
           kMarks.find(byte) != std::string_view::npos;
  });
}

// Looks at one line.
class DatelineFinder {
 public:
  DatelineFinder(const DatelineContext& context, Span line)
      : context_(context),
        front_(context.text, line),
        text_(context.text),
        line_(line) {}

  std::optional<Dateline> find() {
    if (auto found = boxed()) return found;
    if (auto found = agency_telegram()) return found;
    if (auto found = with_group()) return found;
    if (auto found = with_dash()) return found;
    if (context_.place == DatelineContext::Place::kTop) {
      if (auto found = glued_outlet()) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<Dateline> made(std::uint32_t end,
                               const std::vector<Span>& agencies,
                               std::string_view outlet) const {
    Dateline dateline;
    end = front_.trimmed(end, line_.end).begin;
    dateline.span = front_.trimmed(line_.begin, std::min(end, line_.end));
    if (dateline.span.empty()) return std::nullopt;
    dateline.outlet = std::string(outlet);
    for (const Span agency : agencies) {
      dateline.credits.push_back({.name = std::string(front_.at(agency)),
                                  .kind = CreditKind::kDateline,
                                  .span = agency});
    }
    return dateline;
  }

  // Brackets as Japanese and Chinese outlets set them around place and source.
  std::optional<Dateline> boxed() const {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"\xE3\x80\x90",
                                                        "\xE3\x80\x91"},
          {"\xEF\xBC\xBB", "\xEF\xBC\xBD"}}) {
      const std::string_view window = front_.at(front_.window());
      if (!window.starts_with(open)) continue;
      const std::size_t end = window.find(close);
      if (end == std::string_view::npos) return std::nullopt;
      const Span inner{plus(front_.window().begin, open.size()),
                       plus(front_.window().begin, end)};
      std::uint32_t after = plus(inner.end, close.size());
      const std::uint32_t body = front_.trimmed(after, line_.end).begin;
      const std::size_t dash = body < line_.end ? dash_at(text_, body) : 0;
      if (dash > 0) after = plus(body, dash);
      return made(after, agencies_between(inner), "");
    }
    return std::nullopt;
  }

  // Agencies among the pieces that marks and spaces cut.
  std::vector<Span> agencies_between(Span span) const {
    std::vector<Span> agencies;
    for (const Token& token : front_.tokens_in(span)) {
      if (token.kind == TokenKind::kPunctuation) continue;
      if (is_agency(front_.at(token.span))) agencies.push_back(token.span);
    }
    if (agencies.empty()) {
      for (const Span word : words_in(text_, span, kMaxNames)) {
        if (is_agency(front_.at(word))) agencies.push_back(word);
      }
    }
    return agencies;
  }

  // "<agency><place><date><wire word>" without spaces, as Chinese agencies
  // open their telegrams.
  std::optional<Dateline> agency_telegram() const {
    if (static_cast<signed char>(text_[line_.begin]) >= 0) return std::nullopt;
    constexpr std::uint32_t kMaxNameBytes = 24;
    const auto tokens = front_.tokens_in(front_.window());
    for (const Token& token : tokens) {
      if (token.span.end > line_.begin + kMaxDatelineBytes) break;
      if (form_value(Form::kDatelineEnd, front_.at(token.span)) == nullptr)
        continue;
      const std::uint32_t limit =
          std::min(token.span.begin, line_.begin + kMaxNameBytes);
      for (const Token& last : tokens) {
        if (last.span.end > limit) break;
        const Span name{line_.begin, last.span.end};
        if (!is_agency(front_.at(name))) continue;
        return made(after_note(token.span.end), {name}, "");
      }
    }
    return std::nullopt;
  }

  // Past a note in brackets: "(reporter A, B)".
  std::uint32_t after_note(std::uint32_t end) const {
    const std::string_view rest = text_.substr(end, line_.end - end);
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"\xEF\xBC\x88",
                                                        "\xEF\xBC\x89"},
          {"(", ")"}}) {
      if (!rest.starts_with(open)) continue;
      const std::size_t size = rest.find(close);
      if (size != std::string_view::npos && size < kMaxNoteBytes) {
        return plus(end, size + close.size());
      }
    }
    return end;
  }

  struct Group {
    Span outer;
    Span inner;
  };
  std::optional<Group> find_group() const {
    const std::string_view window = front_.at(front_.window());
    constexpr std::string_view kWideOpen = "\xEF\xBC\x88";
    constexpr std::string_view kWideClose = "\xEF\xBC\x89";
    for (std::size_t i = 0; i < window.size() && i < kMaxDatelineBytes; ++i) {
      std::string_view open = window.substr(i, 1);
      std::string_view close;
      if (open == "(") {
        close = ")";
      } else if (open == "/") {
        close = "/";
      } else if (window.substr(i).starts_with(kWideOpen)) {
        open = kWideOpen;
        close = kWideClose;
      } else {
        continue;
      }
      const std::size_t begin = i + open.size();
      const std::size_t end = window.find(close, begin);
      const bool far =
          end == std::string_view::npos || end - begin > kMaxGroupBytes;
      if (far || end == begin) {
        if (close == "/") continue;
        return std::nullopt;
      }
      const Group group{{plus(front_.window().begin, i),
                         plus(front_.window().begin, end + close.size())},
                        {plus(front_.window().begin, begin),
                         plus(front_.window().begin, end)}};
      // "SEOUL/WASHINGTON" has a slash that opens nothing.
      if (close != "/" || is_agency(front_.at(group.inner))) return group;
    }
    return std::nullopt;
  }

  std::optional<Dateline> with_group() const {
    const auto group = find_group();
    if (!group) return std::nullopt;
    Span before = front_.trimmed(line_.begin, group->outer.begin);
    while (!before.empty() && text_[before.end - 1] == '.') --before.end;
    const LineFront::Parts place = front_.cut(before);
    if (!place.valid) return std::nullopt;
    const std::uint32_t body = after_mark(group->outer.end);
    const bool marked = body != group->outer.end;
    const LineFront::Parts inner = front_.cut(group->inner);
    std::vector<Span> agencies = place.agencies;
    agencies.insert(agencies.end(), inner.agencies.begin(),
                    inner.agencies.end());
    if (!inner.agencies.empty()) {
      if (!marked && !front_.is_body(body)) return std::nullopt;
      return made(body, agencies, "");
    }
    if (!inner.valid || inner.count != 1) return std::nullopt;
    return unknown_group(*group, before, body);
  }

  // "(Harbour News) - ..." is the outlet; "ROME (Harbour News) - ..." and, of
  // the report's own outlet, "ROME (HNN) The mayor" a credit.
  std::optional<Dateline> unknown_group(const Group& group, Span before,
                                        std::uint32_t body) const {
    if (!front_.is_body(body)) return std::nullopt;
    const bool dash = body > group.outer.end && text_[body - 1] != ':';
    const bool own = names_own_outlet(front_.at(group.inner));
    if (!dash && !own) return std::nullopt;
    if (before.empty() && front_.kind_of(group.inner) == PartKind::kUncased) {
      return std::nullopt;
    }
    if (before.empty() && !own) return made(body, {}, front_.at(group.inner));
    return made(body, {group.inner}, "");
  }

  // The outlet's address or name holds these letters: "edition.cnn.com".
  bool names_own_outlet(std::string_view name) const {
    const auto letters = [](std::string_view written) {
      std::string folded = text::fold(written);
      std::erase_if(folded, [](char c) { return c == ' ' || c == '-'; });
      return folded;
    };
    const std::string wanted = letters(name);
    return wanted.size() > 1 &&
           letters(context_.outlet).find(wanted) != std::string::npos;
  }

  // Past ". - ", ".- ", " -- ", ":" after a group; `end` if there is none.
  std::uint32_t after_mark(std::uint32_t end) const {
    std::uint32_t next = end;
    if (next < line_.end && text_[next] == '.') ++next;
    std::uint32_t mark = front_.trimmed(next, line_.end).begin;
    if (mark >= line_.end) return next;
    if (const std::size_t dash = dash_at(text_, mark); dash > 0) {
      return plus(mark, dash);
    }
    if (const std::size_t colon = colon_at(text_, mark); colon > 0) {
      return plus(mark, colon);
    }
    return next;
  }

  // Dashes near the front, each with the space before or after it.
  struct Dash {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool spaced = false;  // on both sides
    bool hyphen = false;  // one ASCII hyphen
  };
  std::vector<Dash> dashes() const {
    constexpr std::size_t kMaxDashes = 4;
    std::vector<Dash> found;
    const std::uint32_t end =
        std::min(front_.window().end, line_.begin + kMaxDatelineBytes);
    for (std::uint32_t i = line_.begin; i < end; ++i) {
      const std::size_t size = dash_at(text_, i);
      if (size == 0) continue;
      const Dash dash{i, plus(i, size),
                      i > line_.begin && text_[i - 1] == ' ' &&
                          i + size < line_.end && text_[i + size] == ' ',
                      size == 1};
      const bool inside_word = !dash.spaced && dash.hyphen &&
                               dash.end < line_.end && text_[dash.end] != ' ';
      if (!inside_word) found.push_back(dash);
      if (found.size() == kMaxDashes) break;
      i = dash.end - 1;
    }
    return found;
  }

  std::optional<Dateline> with_dash() const {
    const std::vector<Dash> marks = dashes();
    // The longest first: "TEHRAN - IRNA - The minister".
    for (std::size_t i = marks.size(); i-- > 0;) {
      const Span before = front_.trimmed(line_.begin, marks[i].begin);
      if (before.empty() || !front_.is_body(marks[i].end)) continue;
      const LineFront::Parts parts = front_.cut(before);
      if (!parts.valid) continue;
      const bool place = parts.capitals && i == 0 && marks[i].spaced;
      const bool glued = parts.capitals && i == 0 && !marks[i].hyphen;
      const bool dated = parts.date && !parts.uncased;
      if (!parts.agencies.empty() || dated || place || glued) {
        return made(marks[i].end, parts.agencies, "");
      }
    }
    if (marks.empty() || context_.place == DatelineContext::Place::kBelow) {
      return std::nullopt;
    }
    return spaced_outlet(marks);
  }

  // "Harbour Times - The mayor said". With a long dash it may as well be a
  // town, so no outlet is taken from it.
  std::optional<Dateline> spaced_outlet(const std::vector<Dash>& marks) const {
    const Dash& dash = marks.front();
    const Span name = front_.trimmed(line_.begin, dash.begin);
    const bool cased = front_.kind_of(name) == PartKind::kCapitalised ||
                       front_.kind_of(name) == PartKind::kCapitals;
    const bool half_spaced = !dash.spaced && dash.end < line_.end &&
                             text_[dash.end] == ' ' &&
                             front_.kind_of(name) == PartKind::kCapitals;
    // Where the input states the outlet, other words are no outlet.
    if (!context_.outlet.empty() && !names_own_outlet(front_.at(name))) {
      return std::nullopt;
    }
    if (!cased || (!dash.spaced && !half_spaced) || !front_.is_body(dash.end)) {
      return std::nullopt;
    }
    if (begins_sentence(name) || second_dash(dash) || comes_again(name)) {
      return std::nullopt;
    }
    if (form_prefix(Form::kSlugWord, front_.at(name)) > 0) {
      return made(dash.end, {}, "");
    }
    return made(dash.end, {}, dash.hyphen ? front_.at(name) : "");
  }

  // "In London - police said": no name begins with a preposition.
  bool begins_sentence(Span name) const {
    const auto words = words_in(text_, name, 1);
    return !words.empty() &&
           form_value(Form::kPreposition, front_.at(words.front())) != nullptr;
  }

  // Another such dash before the sentence ends: an insertion.
  bool second_dash(const Dash& dash) const {
    const std::string_view mark = slice(text_, {dash.begin, dash.end});
    const std::string_view rest =
        text_.substr(dash.end, std::min(line_.end - dash.end, 400U));
    const std::size_t stop = std::min(rest.find(". "), rest.size());
    const std::string spaced = " " + std::string(mark) + " ";
    return rest.substr(0, stop).find(spaced) != std::string_view::npos;
  }

  bool comes_again(Span name) const {
    return text_.find(front_.at(name), name.end) != std::string_view::npos;
  }

  // "HARBOURNEWS-The mayor said".
  std::optional<Dateline> glued_outlet() const {
    constexpr std::uint32_t kMinBytes = 4;
    const std::string_view window = front_.at(front_.window());
    const std::size_t size = window.find('-');
    if (size == std::string_view::npos || size < kMinBytes) return std::nullopt;
    const Span name{line_.begin, plus(line_.begin, size)};
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string_view written = front_.at(name);
    if (!std::all_of(written.begin(), written.end(), capital)) {
      return std::nullopt;
    }
    const std::uint32_t next = name.end + 1;
    const bool word = next + 1 < line_.end && capital(text_[next]) &&
                      text_[next + 1] >= 'a' && text_[next + 1] <= 'z';
    const bool short_word =
        next + 1 < line_.end && capital(text_[next]) && text_[next + 1] == ' ';
    if (!word && !short_word) return std::nullopt;
    if (!front_.has_body(next) || comes_again(name)) return std::nullopt;
    if (form_value(Form::kSlugWord, written) != nullptr) {
      return made(next, {}, "");
    }
    if (is_agency(written)) return made(next, {name}, "");
    return made(next, {}, written);
  }

  const DatelineContext& context_;
  LineFront front_;
  std::string_view text_;
  Span line_;
};

}  // namespace

std::optional<Dateline> find_dateline(const DatelineContext& context,
                                      Span line) {
  if (!may_have_dateline(slice(context.text, line))) return std::nullopt;
  return DatelineFinder(context, line).find();
}

}  // namespace stemma::read
