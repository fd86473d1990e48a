// Lines are tried from the last upwards, each against a short list of forms;
// the first that is none of them is the end of the body. It may still end in a
// credit ("... he said. (AP)", "... he said. Source: Harbour News"), so its
// tail is looked at as well.
//
// Only what is a name is taken for a name: a known agency, what follows a
// label, or, on the very last line of a report, a single word in capitals or
// with a capital after a paragraph that ended with a stop. Titles of other
// stories, notices and invitations are paratext without a credit.
#include "read/closing_credits.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "read/credit_names.h"
#include "read/forms.h"
#include "read/lines.h"
#include "read/web_address.h"

namespace stemma::read {
namespace {

constexpr std::size_t kMaxLines = 16;
constexpr std::uint32_t kMaxCreditBytes = 400;
constexpr std::uint32_t kMaxBoilerplateBytes = 220;
constexpr std::uint32_t kTailBytes = 300;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 ||
           static_cast<unsigned char>(byte) >= 0x80;
  });
}

class ClosingReader {
 public:
  ClosingReader(Report& report, std::uint32_t from)
      : report_(report), text_(report.text), from_(from), credits_(report) {}

  void run() {
    std::vector<Span> lines = last_lines(text_.substr(from_), kMaxLines);
    for (Span& line : lines) line = {line.begin + from_, line.end + from_};
    const bool all_seen = lines.size() < kMaxLines;
    drop_related(lines);
    while (lines.size() > 1 || (!lines.empty() && !all_seen)) {
      if (!read_line(lines.back(), before(lines))) break;
      lines.pop_back();
    }
    if (!lines.empty()) read_tail(lines.back());
  }

 private:
  std::string_view at(Span span) const { return slice(text_, span); }
  Span trimmed(std::uint32_t begin, std::uint32_t end) const {
    return trim(text_, {begin, end});
  }
  void add_paratext(ParatextKind kind, Span span) {
    report_.paratext.push_back({kind, span});
  }

  static Span before(const std::vector<Span>& lines) {
    return lines.size() > 1 ? lines[lines.size() - 2] : Span{};
  }

  // "Read more:" and the titles of other stories below it.
  void drop_related(std::vector<Span>& lines) {
    constexpr std::uint32_t kMaxTitleBytes = 160;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string_view line = at(lines[i]);
      if (!line.ends_with(':') || form_prefix(Form::kBoilerplate, line) == 0) {
        continue;
      }
      const bool titles = std::all_of(
          lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(),
          [&](Span title) { return title.size() <= kMaxTitleBytes; });
      if (!titles) continue;
      for (std::size_t j = i; j < lines.size(); ++j) {
        add_paratext(ParatextKind::kCaption, lines[j]);
      }
      lines.resize(i);
    }
  }

  // True if the line as a whole is no part of the body.
  bool read_line(Span line, Span line_before) {
    if (!has_letter(at(line))) return true;
    if (line.size() > kMaxCreditBytes) return false;
    return read_address(line) || read_source(line) || read_notice(line) ||
           read_contribution(line) || read_bracketed(line) ||
           read_names(line) || read_single_name(line, line_before);
  }

  bool read_address(Span line) {
    if (!is_web_address(at(line))) return false;
    add_paratext(ParatextKind::kAddress, line);
    credits_.add(CreditKind::kAddress, line);
    return true;
  }

  bool read_source(Span line) {
    const std::string_view written = at(line);
    std::size_t label = form_prefix(Form::kSourceLabel, written);
    const std::size_t colon = label == 0 ? 0 : colon_after(written, label);
    label = colon > 0 ? colon : form_prefix(Form::kSourceOpening, written);
    const Span value = trimmed(plus(line.begin, label), line.end);
    if (label == 0 || !credits_.add_sources(value)) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // Copyright and invitations. The first can name an agency.
  bool read_notice(Span line) {
    const std::string_view written = at(line);
    for (const std::string_view sign :
         {"Copyright", "COPYRIGHT", "copyright", "\xC2\xA9", "(c) ", "(C) "}) {
      if (!written.starts_with(sign)) continue;
      for (const Span name : find_agencies(written, line.begin)) {
        credits_.add(CreditKind::kClosing, name);
      }
      add_paratext(ParatextKind::kCredit, line);
      return true;
    }
    if (line.size() > kMaxBoilerplateBytes ||
        form_prefix(Form::kBoilerplate, written) == 0) {
      return false;
    }
    add_paratext(ParatextKind::kCaption, line);
    return true;
  }

  bool read_contribution(Span line) {
    // A sentence of the body can hold such words inside; a credit begins with
    // them or ends with them.
    const CreditNames::Phrase phrase = credits_.find_contribution(line);
    if (phrase.side == nullptr) return false;
    constexpr std::uint32_t kMaxLead = 6;
    const bool at_front = phrase.span.begin <= line.begin + kMaxLead;
    const bool at_back =
        phrase.span.end + kMaxLead >= line.end || *phrase.side == "before";
    if (!at_front && !at_back &&
        at(line).find(". ") != std::string_view::npos) {
      return false;
    }
    if (!credits_.add_contribution(line)) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // "(AP)", "jm/dm (AFP, dpa)": a group of agencies, small initials before it.
  bool read_bracketed(Span line) {
    const Span group = last_group(line);
    if (group.empty()) return false;
    const std::string_view lead = at(trimmed(line.begin, group.begin));
    const bool initials = std::all_of(lead.begin(), lead.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || c == '/' || c == ',' || c == ' ' ||
             c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
    constexpr std::size_t kMaxInitials = 16;
    if (!initials || lead.size() > kMaxInitials) return false;
    if (!credits_.add_group({group.begin + 1, group.end - 1})) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // The bracketed group that ends the span; empty if none does.
  Span last_group(Span span) const {
    if (span.size() < 3) return {};
    const char close = text_[span.end - 1];
    if (close != ')' && close != ']') return {};
    const std::uint32_t from =
        span.size() > kTailBytes ? span.end - kTailBytes : span.begin;
    const std::size_t open =
        at({from, span.end}).rfind(close == ')' ? '(' : '[');
    if (open == std::string_view::npos) return {};
    return {plus(from, open), span.end};
  }

  // "AFP", "AP / Reuters", "-- Reuters", "Agencies".
  bool read_names(Span line) {
    Span names = line;
    while (!names.empty() && dash_at(text_, names.begin) > 0) {
      names =
          trimmed(plus(names.begin, dash_at(text_, names.begin)), names.end);
    }
    if (!credits_.add_names(names)) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // An agency that no list knows, or an outlet: a name alone at the very end.
  bool read_single_name(Span line, Span line_before) {
    const bool last = at(line).end() == text_.end() ||
                      trimmed(line.end, plus(0, text_.size())).empty();
    const bool after_credits = !report_.credits.empty() && last_is_source();
    if (!last && !after_credits) return false;
    if (line_before.empty() || !after_stop(text_, line_before.end)) {
      return false;
    }
    if (!is_single_name(at(line)) && !is_medium(line)) return false;
    credits_.add(CreditKind::kClosing, line);
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }
  bool last_is_source() const {
    const CreditKind kind = report_.credits.back().kind;
    return kind == CreditKind::kAddress || kind == CreditKind::kSourceLine;
  }

  static bool is_single_name(std::string_view word) {
    constexpr std::size_t kMinBytes = 3;
    constexpr std::size_t kMaxBytes = 20;
    if (word.size() < kMinBytes || word.size() > kMaxBytes) return false;
    if (form_prefix(Form::kSlugWord, word) > 0) return false;
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto letter = [&](char c) {
      return upper(c) || (c >= 'a' && c <= 'z');
    };
    if (!upper(word[0]) || !std::all_of(word.begin(), word.end(), letter)) {
      return false;
    }
    const auto capitals = std::count_if(word.begin(), word.end(), upper);
    return static_cast<std::size_t>(capitals) == word.size() || capitals == 1;
  }

  // Two to four capitalised words of which one says that it is a medium.
  bool is_medium(Span line) const {
    constexpr std::size_t kMaxWords = 4;
    const auto words = words_in(text_, line, kMaxWords + 1);
    if (words.size() < 2 || words.size() > kMaxWords) return false;
    bool medium = false;
    for (const Span word : words) {
      const char first = text_[word.begin];
      if (first >= 'a' && first <= 'z') return false;
      medium = medium || form_value(Form::kMedium, at(word)) != nullptr;
    }
    return medium && !after_stop(text_, line.end);
  }

  // A credit at the end of the body's last line.
  void read_tail(Span line) {
    const std::uint32_t from =
        line.size() > kTailBytes ? line.end - kTailBytes : line.begin;
    if (const Span group = last_group(line); !group.empty()) {
      const bool body = !trimmed(line.begin, group.begin).empty();
      if (body && credits_.add_group({group.begin + 1, group.end - 1})) {
        add_paratext(ParatextKind::kCredit, group);
      }
      return;
    }
    const auto words = words_in(text_, {from, line.end}, kTailBytes);
    constexpr std::size_t kMaxTailWords = 9;
    const std::size_t first =
        words.size() > kMaxTailWords ? words.size() - kMaxTailWords : 1;
    for (std::size_t i = std::max<std::size_t>(first, 1); i < words.size();
         ++i) {
      const Span rest{words[i].begin, line.end};
      if (!after_stop(text_, rest.begin)) continue;
      if (read_tail_source(rest) || read_names(rest)) return;
    }
  }

  bool read_tail_source(Span rest) {
    const std::size_t label = form_prefix(Form::kSourceLabel, at(rest));
    const std::size_t opening = form_prefix(Form::kSourceOpening, at(rest));
    if (label > 0 && colon_after(at(rest), label) > 0) {
      return read_source(rest);
    }
    if (opening == 0) return false;
    const Span value = trimmed(plus(rest.begin, opening), rest.end);
    return is_agency(at(value)) && read_source(rest);
  }

  Report& report_;
  std::string_view text_;
  std::uint32_t from_;
  CreditNames credits_;
};

}  // namespace

void read_closing_credits(Report& report, std::uint32_t from) {
  ClosingReader(report, from).run();
}

}  // namespace stemma::read
