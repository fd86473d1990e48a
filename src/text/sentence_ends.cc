// How text is cut into sentences.
//
// A border is decided after each token. Empty lines and lines of their own end
// a sentence whatever stands there; so do the borders of paratext. Elsewhere
// only a stop can: it takes the marks that close on it along ("...done.”)"),
// and then what follows decides, the first of these that applies:
//
// - a comma, a closing mark or a small letter goes on with the sentence, so
//   “Why?” he asked. is one;
// - the stops of Chinese and Japanese end it, unless what follows a closed
//   quotation is its cue;
// - after a full stop, the word before it is looked up: titles and initials
//   never end a sentence, others only where a capital function word follows;
// - without a space ("meeting.Imam") a capital has to follow a whole word;
// - else it ends.
//
// Which quotation marks close is known from find_quoted_regions().
#include "text/sentence_ends.h"

#include <algorithm>
#include <string>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/abbreviations.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/lexicon.h"
#include "text/stops.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kCueReach = 12;    // tokens from a quotation to its cue
constexpr std::uint32_t kMaxCueWords = 3;  // "quoted as saying"

enum class MarkRole : std::uint8_t { kOther, kOpens, kCloses };

enum class Start : std::uint8_t { kSmall, kCapital, kCaseless, kNumber, kNone };

class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, std::span<const Token> tokens,
                 std::span<const Gap> gaps,
                 std::span<const QuotedRegion> quoted,
                 std::string_view language)
      : text_(text),
        tokens_(tokens),
        language_(language),
        words_(lexicon(language)),
        gaps_(gaps),
        roles_(tokens.size(), MarkRole::kOther) {
    for (const QuotedRegion& region : quoted) {
      set_role(region.outer.begin, region.first_token, MarkRole::kOpens);
      if (!region.closed) continue;
      for (std::uint32_t i = region.last_token;
           i < tokens.size() && tokens[i].span.end <= region.outer.end; ++i) {
        roles_[i] = MarkRole::kCloses;
      }
    }
  }

  // Where the stop at token i with all that closes on it ends, and whether a
  // sentence does. Without a stop at i, {i + 1, false}.
  struct Stop {
    std::uint32_t end = 0;
    bool border = false;
  };
  Stop stop_at(std::uint32_t i) const {
    const bool inner = holds_stop(i);
    StopKind kind = stop_kind(mark(i));
    if (kind == StopKind::kNone && !inner) return {i + 1, false};
    Cluster cluster;
    cluster.first = i;
    cluster.kind = inner ? StopKind::kFull : kind;
    cluster.end = i + 1;
    extend(cluster);
    if (cluster.end >= tokens_.size()) return {cluster.end, true};
    return {cluster.end, is_border(cluster)};
  }

 private:
  struct Cluster {
    std::uint32_t first = 0;  // the first stop
    std::uint32_t end = 0;
    StopKind kind = StopKind::kNone;  // the strongest of its stops
    bool quotation_closed = false;
  };

  char32_t mark(std::uint32_t i) const { return mark_of(text_, tokens_[i]); }

  void set_role(std::uint32_t begin, std::uint32_t end_token, MarkRole role) {
    for (std::uint32_t i = end_token; i-- > 0;) {
      if (tokens_[i].span.begin < begin) break;
      roles_[i] = role;
    }
  }

  bool holds_stop(std::uint32_t i) const {
    return ends_in_stop(text_, tokens_[i]);
  }

  bool closes_on(std::uint32_t i, Gap gap) const {
    if (roles_[i] == MarkRole::kOpens) return false;
    // French puts a space before its closing mark.
    if (roles_[i] == MarkRole::kCloses) return gap <= Gap::kSpace;
    if (gap != Gap::kNone) return false;
    const char32_t value = mark(i);
    if (is_closing_bracket(value)) return true;
    return (value == U'"' || value == U'\'') &&
           (i + 1 >= tokens_.size() || gaps_[i + 1] != Gap::kNone);
  }

  void extend(Cluster& cluster) const {
    while (cluster.end < tokens_.size()) {
      const std::uint32_t i = cluster.end;
      const StopKind kind = stop_kind(mark(i));
      if (kind != StopKind::kNone && gaps_[i] <= Gap::kSpace) {
        const bool dots =
            kind == StopKind::kFull && cluster.kind == StopKind::kFull;
        cluster.kind =
            dots ? StopKind::kEllipsis : std::max(cluster.kind, kind);
      } else if (closes_on(i, gaps_[i])) {
        cluster.quotation_closed |= roles_[i] == MarkRole::kCloses;
      } else {
        break;
      }
      ++cluster.end;
    }
  }

  // The first word or number from token i on, past opening marks.
  std::uint32_t first_word(std::uint32_t i) const {
    while (i < tokens_.size() && tokens_[i].kind == TokenKind::kPunctuation &&
           (roles_[i] == MarkRole::kOpens || is_opening_bracket(mark(i)) ||
            mark(i) == U'"' || mark(i) == U'\'' || mark(i) == 0x2018 ||
            mark(i) == 0x201C || mark(i) == 0x2026 || mark(i) == U'.')) {
      ++i;
    }
    return i;
  }

  Start start_of(std::uint32_t i) const {
    if (i >= tokens_.size()) return Start::kNone;
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kNumber) return Start::kNumber;
    if (token.kind == TokenKind::kPunctuation) return Start::kNone;
    if (token.capitalised) return Start::kCapital;
    const char32_t first = decode_valid(text_, token.span.begin).value;
    if (!u_islower(static_cast<UChar32>(first))) return Start::kCaseless;
    // "al-Sudani", "iPhone": a name all the same.
    const std::string_view word = slice(text_, token.span).substr(0, 24);
    const bool inner_capital =
        std::any_of(word.begin(), word.end(),
                    [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    return inner_capital ? Start::kCapital : Start::kSmall;
  }

  bool is_border(const Cluster& cluster) const {
    const std::uint32_t next = cluster.end;
    if (ends_paragraph(gaps_[next])) return true;
    if (cluster.kind == StopKind::kWide) {
      return !cluster.quotation_closed || !cue_follows(next);
    }
    const std::uint32_t word = first_word(next);
    const char32_t following = mark(next);
    const bool dash = is_dash(following);
    if (following != 0 && word == next && !dash) {
      return gaps_[next] != Gap::kNone && !is_joining(following);
    }
    if (dash && cluster.quotation_closed) return false;
    const std::uint32_t begins = dash ? first_word(next + 1) : word;
    const Start start = start_of(begins);
    if (start == Start::kSmall) return false;
    if (cluster.kind == StopKind::kFull) {
      return full_stop_ends(cluster, begins, start);
    }
    if (cluster.quotation_closed && cue_follows(next)) return false;
    if (cluster.kind == StopKind::kEllipsis) {
      // Dots that stand apart, or between words of caseless scripts, stand
      // for words left away.
      const bool apart = gaps_[cluster.first] != Gap::kNone;
      return !apart && gaps_[next] != Gap::kNone;
    }
    return gaps_[next] != Gap::kNone || start != Start::kNumber;
  }

  bool full_stop_ends(const Cluster& cluster, std::uint32_t begins,
                      Start start) const {
    const std::uint32_t i = cluster.first;
    const bool inner = holds_stop(i);
    const bool touches = inner || (i > 0 && gaps_[i] == Gap::kNone);
    const bool spaced = gaps_[cluster.end] != Gap::kNone;
    if (!touches) return spaced;
    const Token& before = tokens_[inner ? i : i - 1];
    const bool plain = cluster.end == i + 1;  // nothing closed on the stop
    if (!spaced && plain && !glued_sentence(before, begins, start)) {
      return false;
    }
    if (before.kind == TokenKind::kNumber) {
      return !plain || !number_goes_on(inner ? i : i - 1, begins);
    }
    // After a closed quotation a stop is a stop; "(U.S.) forces" goes on.
    if (before.kind != TokenKind::kWord || cluster.quotation_closed) {
      return true;
    }
    const Abbreviation kind =
        abbreviation_of(slice(text_, before.span), language_);
    // "AUGUSTA, Me. - The governor": a dash seldom opens a sentence.
    if (is_dash(mark(cluster.end))) {
      return kind == Abbreviation::kNone && !before.capitalised;
    }
    switch (kind) {
      case Abbreviation::kNone:
        return true;
      case Abbreviation::kNever:
        return false;
      case Abbreviation::kNumber:
        return start != Start::kNumber;
      case Abbreviation::kMaybe:
        return start == Start::kCapital && opens_with_function_word(begins);
      case Abbreviation::kEnd:
        return start != Start::kNumber && !is_date_word(begins);
    }
    return true;
  }

  // "The law", but not the second of two initials.
  bool opens_with_function_word(std::uint32_t i) const {
    const bool initial =
        i + 1 < tokens_.size() && gaps_[i + 1] == Gap::kNone &&
        mark(i + 1) == U'.' &&
        code_point_count(slice(text_, tokens_[i].span).substr(0, 8)) == 1;
    return tokens_[i].function_word && !initial;
  }

  // "5 p.m. Monday", "9 a.m. EST", "9 a.m. Eastern time".
  bool is_date_word(std::uint32_t i) const {
    if (i >= tokens_.size()) return false;
    if (tokens_[i].all_capitals) return true;
    const std::string word = fold(slice(text_, tokens_[i].span).substr(0, 64));
    return words_.has("weekday", word) || words_.has("month", word) ||
           words_.has("after_clock", word);
  }

  // Whether a stop without a space ends a sentence: not in "node.js",
  // "www.Example.org", "Nov.6".
  bool glued_sentence(const Token& before, std::uint32_t begins,
                      Start start) const {
    if (start != Start::kCapital && start != Start::kCaseless) return false;
    const bool address =
        before.span.begin > 0 && (text_[before.span.begin - 1] == '.' ||
                                  text_[before.span.begin - 1] == '@' ||
                                  text_[before.span.begin - 1] == '/');
    if (address) return false;
    if (before.kind == TokenKind::kNumber) return true;
    const bool marked = tokens_[begins].span.begin > before.span.end + 1;
    const std::size_t letters =
        code_point_count(slice(text_, before.span).substr(0, 64));
    return letters >= 2 && (marked || !before.all_capitals || letters > 3);
  }

  // "6. November", "1. First item".
  bool number_goes_on(std::uint32_t number, std::uint32_t begins) const {
    const std::uint32_t digits = tokens_[number].span.size();
    if (gaps_[number] != Gap::kNone && ends_paragraph(gaps_[number]) &&
        digits <= 3) {
      return true;
    }
    if (!has_ordinal_stops(language_) || digits > 2) return false;
    return begins >= tokens_.size() || !tokens_[begins].function_word;
  }

  // A cue of saying close after a quotation that ended in a stop: "he said",
  // Japanese "to".
  bool cue_follows(std::uint32_t next) const;
  bool is_title_stop(std::uint32_t token) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  std::string_view language_;
  const Lexicon& words_;
  std::span<const Gap> gaps_;
  std::vector<MarkRole> roles_;
};

bool SentenceFinder::cue_follows(std::uint32_t next) const {
  const std::uint32_t end = std::min<std::uint32_t>(
      next + kCueReach, static_cast<std::uint32_t>(tokens_.size()));
  for (std::uint32_t i = next; i < end; ++i) {
    if (i > next && ends_paragraph(gaps_[i])) return false;
    if (tokens_[i].kind == TokenKind::kPunctuation) {
      if (i == next || !is_title_stop(i)) return false;
      continue;
    }
    std::string words = fold(slice(text_, tokens_[i].span).substr(0, 64));
    if (i == next && words_.has("quote_particle", words)) return true;
    if (words_.has("cue", words)) return true;
    for (std::uint32_t k = i + 1; k < end && k < i + kMaxCueWords; ++k) {
      if (tokens_[k].kind == TokenKind::kPunctuation) break;
      words += ' ';
      words += fold(slice(text_, tokens_[k].span).substr(0, 64));
      if (words_.has("cue", words)) return true;
    }
  }
  return false;
}

// The stop of "Mr." and its like.
bool SentenceFinder::is_title_stop(std::uint32_t token) const {
  if (mark(token) != U'.' || gaps_[token] != Gap::kNone) return false;
  const std::string_view word = slice(text_, tokens_[token - 1].span);
  return abbreviation_of(word, language_) == Abbreviation::kNever;
}

}  // namespace

std::vector<bool> find_sentence_ends(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const Gap> gaps,
                                     std::span<const QuotedRegion> quoted,
                                     std::string_view language) {
  std::vector<bool> ends(tokens.size(), false);
  const SentenceFinder finder(text, tokens, gaps, quoted, language);
  for (std::uint32_t i = 0; i < tokens.size();) {
    const SentenceFinder::Stop stop = finder.stop_at(i);
    ends[stop.end - 1] = stop.border;
    i = stop.end;
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (ends_paragraph(gaps[i + 1])) ends[i] = true;
  }
  return ends;
}

bool ends_in_stop(std::string_view text, const Token& token) {
  return token.kind == TokenKind::kWord && text[token.span.end - 1] == '.';
}

}  // namespace stemma::text
