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

#include "read/forms.h"
#include "read/lines.h"
#include "read/web_address.h"

namespace stemma::read {
namespace {

constexpr std::size_t kMaxLines = 16;
constexpr std::uint32_t kMaxCreditBytes = 400;
constexpr std::uint32_t kMaxSourceBytes = 140;
constexpr std::uint32_t kMaxNameBytes = 60;
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
      : report_(report), text_(report.text), from_(from) {}

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
  enum class Last { kYes, kNo };

  std::string_view at(Span span) const { return slice(text_, span); }
  Span trimmed(std::uint32_t begin, std::uint32_t end) const {
    return trim(text_, {begin, end});
  }
  void add_paratext(ParatextKind kind, Span span) {
    report_.paratext.push_back({kind, span});
  }
  void add_credit(CreditKind kind, Span name) {
    report_.credits.push_back(
        {.name = std::string(at(name)), .kind = kind, .span = name});
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
    add_credit(CreditKind::kAddress, line);
    return true;
  }

  bool read_source(Span line) {
    const std::string_view written = at(line);
    std::size_t label = form_prefix(Form::kSourceLabel, written);
    const std::size_t colon = label == 0 ? 0 : colon_after(written, label);
    label = colon > 0 ? colon : form_prefix(Form::kSourceOpening, written);
    const Span value = trimmed(plus(line.begin, label), line.end);
    if (label == 0 || !add_sources(value)) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // Bytes up to and with the colon that follows; 0 if none does.
  static std::size_t colon_after(std::string_view written, std::size_t from) {
    while (from < written.size() && written[from] == ' ') ++from;
    if (from >= written.size()) return 0;
    const std::size_t colon = colon_at(written, from);
    return colon == 0 ? 0 : from + colon;
  }

  // Credits for the names of a list: "AP, Reuters and www.example.com".
  bool add_sources(Span list) {
    if (list.empty() || list.size() > kMaxSourceBytes) return false;
    if (after_stop(text_, list.end) &&
        at(list).find(". ") != std::string_view::npos) {
      return false;
    }
    const std::size_t credits = report_.credits.size();
    std::uint32_t begin = list.begin;
    for (std::uint32_t i = list.begin; i <= list.end;) {
      const std::size_t mark = i == list.end ? 1 : list_mark(i);
      if (mark == 0) {
        ++i;
        continue;
      }
      add_source(trimmed(begin, std::min(i, list.end)));
      begin = plus(i, mark);
      i = begin;
    }
    return report_.credits.size() > credits;
  }
  std::size_t list_mark(std::uint32_t i) const {
    const std::string_view rest = text_.substr(i);
    if (rest[0] == ',' || rest[0] == ';' || rest[0] == '|') return 1;
    for (const std::string_view mark :
         {" and ", " \xD0\xB8 ", " & ", " / ", " - ", " \xE2\x80\x93 ",
          "\xE3\x80\x81", "\xD8\x8C", "\xEF\xBC\x8C"}) {
      if (rest.starts_with(mark)) return mark.size();
    }
    return 0;
  }
  void add_source(Span name) {
    while (!name.empty() &&
           (text_[name.end - 1] == '.' || text_[name.end - 1] == ')' ||
            text_[name.end - 1] == ']')) {
      --name.end;
    }
    if (name.empty() || name.size() > kMaxNameBytes) return;
    add_credit(is_web_address(at(name)) &&
                       at(name).find("://") != std::string_view::npos
                   ? CreditKind::kAddress
                   : CreditKind::kSourceLine,
               name);
  }

  // Copyright and invitations. The first can name an agency.
  bool read_notice(Span line) {
    const std::string_view written = at(line);
    for (const std::string_view sign :
         {"Copyright", "COPYRIGHT", "copyright", "\xC2\xA9", "(c) ", "(C) "}) {
      if (!written.starts_with(sign)) continue;
      for (const Span name : find_agencies(written, line.begin)) {
        add_credit(CreditKind::kClosing, name);
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

  struct Phrase {
    Span span;
    const std::string* side = nullptr;  // "before", "after"; nullptr: none
  };
  Phrase find_contribution(Span within) const {
    for (const Span word : words_in(text_, within, within.size())) {
      Span rest{word.begin, within.end};
      while (!rest.empty() &&
             (text_[rest.begin] == '(' || text_[rest.begin] == '[')) {
        ++rest.begin;
      }
      const std::size_t size = form_prefix(Form::kContribution, at(rest));
      if (size == 0) continue;
      const Span span{rest.begin, plus(rest.begin, size)};
      return {span, form_value(Form::kContribution, at(span))};
    }
    return {};
  }

  // Agencies named in the stretch, else the words beside the phrase.
  bool add_contribution(Span within) {
    const Phrase phrase = find_contribution(within);
    if (phrase.side == nullptr) return false;
    const auto agencies = find_agencies(at(within), within.begin);
    for (const Span name : agencies) {
      add_credit(CreditKind::kContribution, name);
    }
    if (!agencies.empty()) return true;
    Span names = *phrase.side == "before"
                     ? Span{within.begin, phrase.span.begin}
                     : Span{phrase.span.end, within.end};
    const std::size_t stop =
        std::min(at(names).find_first_of(";)]"), at(names).find(". "));
    if (stop != std::string_view::npos) names.end = plus(names.begin, stop);
    names = trimmed(names.begin, names.end);
    while (!names.empty() &&
           (text_[names.end - 1] == '.' || text_[names.end - 1] == ',')) {
      --names.end;
    }
    constexpr std::uint32_t kMaxNamesBytes = 160;
    if (!names.empty() && names.size() <= kMaxNamesBytes) {
      add_credit(CreditKind::kContribution, names);
    }
    return true;
  }

  bool read_contribution(Span line) {
    // A sentence of the body can hold such words inside; a credit begins with
    // them or ends with them.
    const Phrase phrase = find_contribution(line);
    if (phrase.side == nullptr) return false;
    constexpr std::uint32_t kMaxLead = 6;
    const bool at_front = phrase.span.begin <= line.begin + kMaxLead;
    const bool at_back =
        phrase.span.end + kMaxLead >= line.end || *phrase.side == "before";
    if (!at_front && !at_back &&
        at(line).find(". ") != std::string_view::npos) {
      return false;
    }
    if (!add_contribution(line)) return false;
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
    if (!add_group({group.begin + 1, group.end - 1})) return false;
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

  bool add_group(Span inner) {
    if (add_names(inner)) return true;
    if (add_contribution(inner)) return true;
    const std::string_view written = at(inner);
    std::size_t label = form_prefix(Form::kSourceLabel, written);
    if (label > 0) label = std::max(label, colon_after(written, label));
    if (label == 0) label = form_prefix(Form::kSourceOpening, written);
    return label > 0 &&
           add_sources(trimmed(plus(inner.begin, label), inner.end));
  }

  // "AFP", "AP / Reuters", "-- Reuters", "Agencies".
  bool read_names(Span line) {
    Span names = line;
    while (!names.empty() && dash_at(text_, names.begin) > 0) {
      names =
          trimmed(plus(names.begin, dash_at(text_, names.begin)), names.end);
    }
    if (!add_names(names)) return false;
    add_paratext(ParatextKind::kCredit, line);
    return true;
  }

  // Credits if every part between commas, slashes and dashes is an agency.
  bool add_names(Span list) {
    std::vector<Span> names;
    std::uint32_t begin = list.begin;
    if (list.empty() || list.size() > kMaxSourceBytes) return false;
    for (std::uint32_t i = list.begin; i <= list.end;) {
      std::size_t mark = i == list.end ? 1 : list_mark(i);
      if (i < list.end && text_[i] == '/') mark = 1;
      if (mark == 0) {
        ++i;
        continue;
      }
      Span name = trimmed(begin, std::min(i, list.end));
      if (!name.empty() && text_[name.end - 1] == '.') --name.end;
      if (!is_agency(at(name)) &&
          form_value(Form::kAgencies, at(name)) == nullptr) {
        return false;
      }
      names.push_back(name);
      begin = plus(i, mark);
      i = begin;
    }
    for (const Span name : names) add_credit(CreditKind::kClosing, name);
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
    add_credit(CreditKind::kClosing, line);
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
      if (body && add_group({group.begin + 1, group.end - 1})) {
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
};

}  // namespace

void read_closing_credits(Report& report, std::uint32_t from) {
  ClosingReader(report, from).run();
}

}  // namespace stemma::read
