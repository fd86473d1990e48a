// Lines kept together, to be parsed by several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/line_reader.h"
#include "stemma/error.h"

namespace stemma::engine {

struct LineBatch {
  struct Entry {
    std::size_t begin = 0;     // in `bytes`
    std::size_t size = 0;      // bytes
    std::uint64_t number = 0;  // in the file, from 1
    std::uint64_t offset = 0;  // of its first byte in the file
  };
  std::string bytes;
  std::vector<Entry> lines;   // none is blank
  std::vector<Error> errors;  // each with its place
  bool more = true;           // the input may have further lines

  std::string_view line(const Entry& entry) const {
    return std::string_view{bytes}.substr(entry.begin, entry.size);
  }
};

// The next lines, 16 MB of them or up to the end. What cannot be read is among
// the errors: a line longer than `max_line_bytes`, the limit of `lines`, is
// passed over; nothing follows a failure of the input. `name` is the input's,
// for the errors.
LineBatch next_batch(LineReader& lines, const std::string& name,
                     std::uint64_t max_line_bytes);

// The error of a line beyond the limit, without its place.
Error line_too_long(std::uint64_t max_bytes);

}  // namespace stemma::engine
