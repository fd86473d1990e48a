#include "read/dateline_parts.h"

#include <algorithm>

#include "read/forms.h"
#include "text/tokenize.h"

namespace stemma::read {
namespace {

constexpr std::uint32_t kMinBodyBytes = 40;
constexpr std::size_t kMaxPlaceWords = 5;

// Letters of scripts that have no capitals: Hebrew, Arabic, the scripts of
// South and East Asia. Told by the lead byte of their UTF-8.
bool is_uncased(char byte) { return static_cast<unsigned char>(byte) >= 0xD7; }

}  // namespace

LineFront::LineFront(std::string_view text, Span line)
    : text_(text),
      line_(line),
      window_{line.begin, std::min(line.end, line.begin + kBytes)} {
  while (window_.end < line.end && (text_[window_.end] & 0xC0) == 0x80) {
    --window_.end;
  }
  text::append_tokens(text_, window_, "", tokens_);
}

std::span<const Token> LineFront::tokens_in(Span span) const {
  const auto first = std::find_if(
      tokens_.begin(), tokens_.end(),
      [&](const Token& token) { return token.span.begin >= span.begin; });
  auto last = first;
  while (last != tokens_.end() && last->span.end <= span.end) ++last;
  return {first, last};
}

bool LineFront::is_date(Span part) const {
  bool month = false;
  bool number = false;
  for (const Token& token : tokens_in(part)) {
    if (token.kind == TokenKind::kNumber) {
      number = true;
    } else if (token.kind == TokenKind::kWord) {
      const bool named = form_value(Form::kMonth, at(token.span)) != nullptr;
      if (!named && token.span.size() > 2) return false;
      month = month || named;
    }
  }
  return month && number;
}

PartKind LineFront::kind_of(Span part) const {
  if (is_agency(at(part))) return PartKind::kAgency;
  if (is_date(part)) return PartKind::kDate;
  std::size_t words = 0;
  std::size_t capitals = 0;
  bool uncased = false;
  for (const Token& token : tokens_in(part)) {
    if (token.kind == TokenKind::kPunctuation) {
      const std::string_view mark = at(token.span);
      if (mark != "." && mark != "'" && mark != "-") return PartKind::kNone;
      continue;
    }
    if (token.kind == TokenKind::kNumber) return PartKind::kNone;
    ++words;
    if (token.all_capitals) {
      ++capitals;
    } else if (is_uncased(text_[token.span.begin])) {
      uncased = true;
    } else if (!token.capitalised && !is_particle(token)) {
      return PartKind::kNone;
    }
  }
  if (words == 0 || words > kMaxPlaceWords) return PartKind::kNone;
  if (uncased) return PartKind::kUncased;
  return capitals == words ? PartKind::kCapitals : PartKind::kCapitalised;
}

// "of", "de", "al": small words inside a name, never its first.
bool LineFront::is_particle(const Token& token) const {
  constexpr std::uint32_t kMaxBytes = 3;
  return token.span.begin > window_.begin && token.span.size() <= kMaxBytes;
}

LineFront::Parts LineFront::cut(Span span) const {
  Parts parts;
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i <= span.end && parts.valid;) {
    const std::size_t mark = i == span.end ? 1 : separator_at(i, span);
    if (mark == 0) {
      ++i;
      continue;
    }
    const Span part = trimmed(begin, i);
    if (!part.empty()) add_part(part, parts);
    begin = plus(i, mark);
    i = begin;
  }
  return parts;
}
// A comma, a slash or a dash between spaces.
std::size_t LineFront::separator_at(std::uint32_t position, Span span) const {
  const char byte = text_[position];
  if (byte == ',' || byte == '/' || byte == ';') return 1;
  if (text_.substr(position, 2) == "\xD8\x8C") return 2;  // Arabic comma
  const std::size_t dash = dash_at(text_, position);
  if (dash == 0 || position + dash >= span.end) return 0;
  const bool spaced = text_[position + dash] == ' ';
  return spaced ? dash : 0;
}
void LineFront::add_part(Span part, Parts& parts) const {
  const PartKind kind = kind_of(part);
  if (kind == PartKind::kAgency) parts.agencies.push_back(part);
  if (kind == PartKind::kDate) parts.date = true;
  if (kind == PartKind::kUncased) parts.uncased = true;
  if (kind == PartKind::kNone) parts.valid = false;
  if (parts.count == 0) parts.capitals = kind == PartKind::kCapitals;
  ++parts.count;
}

bool LineFront::has_body(std::uint32_t begin) const {
  return trimmed(begin, line_.end).size() >= kMinBodyBytes;
}

bool LineFront::is_body(std::uint32_t begin) const {
  const Span rest = trimmed(begin, line_.end);
  if (rest.size() < kMinBodyBytes) return false;
  const auto tokens = tokens_in({rest.begin, window_.end});
  if (tokens.empty()) return true;
  const Token& first = tokens.front();
  return first.kind != TokenKind::kWord || first.capitalised ||
         is_uncased(text_[first.span.begin]);
}

}  // namespace stemma::read
