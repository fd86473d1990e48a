// Lines of a byte source, with number, offset and a limit on their length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "stemma/error.h"

namespace stemma {

struct Line {
  std::string_view bytes;    // without "\n"; valid until the next call
  std::uint64_t number = 0;  // from 1
  std::uint64_t offset = 0;  // of its first byte in the unpacked source
  bool too_long = false;     // beyond the limit: passed over, no bytes
};

// Reads in blocks and holds one line at a time. Time is linear in the bytes,
// memory in the longest line within the limit. Not safe for use by several
// threads at once.
class LineReader {
 public:
  // REQUIRES: source outlives the reader.
  LineReader(ByteSource& source, std::uint64_t max_line_bytes);

  // The next line, or nothing at the end. The last line needs no "\n".
  Result<std::optional<Line>> next();

 private:
  Result<bool> read_more();
  Line make_line(std::size_t size);

  ByteSource& source_;
  std::uint64_t max_line_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not handed out yet
  std::size_t end_ = 0;    // of what was read
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;  // of buffer_[begin_] in the source
};

}  // namespace stemma
