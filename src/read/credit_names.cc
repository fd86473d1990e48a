#include "read/credit_names.h"

#include <algorithm>

#include "read/forms.h"
#include "read/lines.h"
#include "read/web_address.h"

namespace stemma::read {
namespace {

constexpr std::uint32_t kMaxSourceBytes = 140;
constexpr std::uint32_t kMaxNameBytes = 60;

}  // namespace

std::size_t colon_after(std::string_view written, std::size_t from) {
  while (from < written.size() && written[from] == ' ') ++from;
  if (from >= written.size()) return 0;
  const std::size_t colon = colon_at(written, from);
  return colon == 0 ? 0 : from + colon;
}

Span CreditNames::trimmed(std::uint32_t begin, std::uint32_t end) const {
  return trim(text_, {begin, end});
}

void CreditNames::add(CreditKind kind, Span name) {
  report_.credits.push_back(
      {.name = std::string(at(name)), .kind = kind, .span = name});
}

bool CreditNames::add_sources(Span list) {
  if (list.empty() || list.size() > kMaxSourceBytes) return false;
  if (after_stop(text_, list.end) &&
      at(list).find(". ") != std::string_view::npos) {
    return false;
  }
  const std::size_t credits = report_.credits.size();
  for (const Span name : cut(list, Slash::kInNames)) add_source(name);
  return report_.credits.size() > credits;
}

std::vector<Span> CreditNames::cut(Span list, Slash slash) const {
  std::vector<Span> pieces;
  std::uint32_t begin = list.begin;
  for (std::uint32_t i = list.begin; i <= list.end;) {
    std::size_t mark = i == list.end ? 1 : list_mark(i);
    if (i < list.end && text_[i] == '/' && slash == Slash::kBetween) mark = 1;
    if (mark == 0) {
      ++i;
      continue;
    }
    pieces.push_back(trimmed(begin, std::min(i, list.end)));
    begin = plus(i, mark);
    i = begin;
  }
  return pieces;
}

std::size_t CreditNames::list_mark(std::uint32_t i) const {
  const std::string_view rest = text_.substr(i);
  if (rest[0] == ',' || rest[0] == ';' || rest[0] == '|') return 1;
  for (const std::string_view mark :
       {" and ", " \xD0\xB8 ", " & ", " / ", " - ", " \xE2\x80\x93 ",
        "\xE3\x80\x81", "\xD8\x8C", "\xEF\xBC\x8C"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

void CreditNames::add_source(Span name) {
  while (!name.empty() &&
         (text_[name.end - 1] == '.' || text_[name.end - 1] == ')' ||
          text_[name.end - 1] == ']')) {
    --name.end;
  }
  if (name.empty() || name.size() > kMaxNameBytes) return;
  add(is_web_address(at(name)) && at(name).find("://") != std::string_view::npos
          ? CreditKind::kAddress
          : CreditKind::kSourceLine,
      name);
}

CreditNames::Phrase CreditNames::find_contribution(Span within) const {
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

bool CreditNames::add_contribution(Span within) {
  const Phrase phrase = find_contribution(within);
  if (phrase.side == nullptr) return false;
  const auto agencies = find_agencies(at(within), within.begin);
  for (const Span name : agencies) {
    add(CreditKind::kContribution, name);
  }
  if (!agencies.empty()) return true;
  Span names = *phrase.side == "before" ? Span{within.begin, phrase.span.begin}
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
    add(CreditKind::kContribution, names);
  }
  return true;
}

bool CreditNames::add_group(Span inner) {
  if (add_names(inner)) return true;
  if (add_contribution(inner)) return true;
  const std::string_view written = at(inner);
  std::size_t label = form_prefix(Form::kSourceLabel, written);
  if (label > 0) label = std::max(label, colon_after(written, label));
  if (label == 0) label = form_prefix(Form::kSourceOpening, written);
  return label > 0 && add_sources(trimmed(plus(inner.begin, label), inner.end));
}

bool CreditNames::add_names(Span list) {
  if (list.empty() || list.size() > kMaxSourceBytes) return false;
  std::vector<Span> names = cut(list, Slash::kBetween);
  for (Span& name : names) {
    if (!name.empty() && text_[name.end - 1] == '.') --name.end;
    if (!is_agency(at(name)) &&
        form_value(Form::kAgencies, at(name)) == nullptr) {
      return false;
    }
  }
  for (const Span name : names) add(CreditKind::kClosing, name);
  return true;
}

}  // namespace stemma::read
