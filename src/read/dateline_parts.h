// The front of a line, and what the parts of a dateline there can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/lines.h"
#include "stemma/types/analysis.h"
#include "stemma/types/span.h"

namespace stemma::read {

enum class PartKind {
  kAgency,
  kDate,         // a month with a number
  kCapitals,     // words in capitals throughout
  kCapitalised,  // words that begin with a capital
  kUncased,      // words of a script that has no capitals
  kNone,         // no part of a dateline
};

// The first bytes of a line. Holds a view of the text, which outlives it.
class LineFront {
 public:
  static constexpr std::uint32_t kBytes = 160;

  // REQUIRES: line lies in text, at borders of code points.
  LineFront(std::string_view text, Span line);

  Span line() const { return line_; }
  Span window() const { return window_; }  // what is looked at
  std::string_view text() const { return text_; }
  std::string_view at(Span span) const { return slice(text_, span); }
  Span trimmed(std::uint32_t begin, std::uint32_t end) const {
    return trim(text_, {begin, end});
  }

  // The tokens that lie in `span`.
  std::span<const Token> tokens_in(Span span) const;

  // What `part` is as a whole.
  PartKind kind_of(Span part) const;

  // What stands between commas, slashes and spaced dashes.
  struct Parts {
    std::vector<Span> agencies;
    std::size_t count = 0;
    bool date = false;
    bool capitals = false;  // the first part is in capitals
    bool uncased = false;
    bool valid = true;  // no part is of no kind
  };
  Parts cut(Span span) const;

  // True if what follows `begin` is long enough for a body.
  bool has_body(std::uint32_t begin) const;
  // And begins as a sentence does.
  bool is_body(std::uint32_t begin) const;

 private:
  bool is_date(Span part) const;
  bool is_particle(const Token& token) const;
  std::size_t separator_at(std::uint32_t position, Span span) const;
  void add_part(Span part, Parts& parts) const;

  std::string_view text_;
  Span line_;
  Span window_;
  std::vector<Token> tokens_;
};

}  // namespace stemma::read
