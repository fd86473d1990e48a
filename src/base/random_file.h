// A file that is read at any place, by several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "stemma/error.h"

namespace stemma {

// An open file, or a temporary one that bytes are put by in and that is gone
// with the object. read_at() may be called by several threads at once.
class RandomFile {
 public:
  // Opens a file for reading. kNotFound, kPermissionDenied, kUnavailable.
  static Result<RandomFile> from_path(const std::string& path);
  // An empty file without a name, in $TMPDIR or /tmp, or in memory where
  // neither can be written to.
  static Result<RandomFile> temporary();

  RandomFile(RandomFile&& other) noexcept;
  RandomFile& operator=(RandomFile&& other) noexcept;
  ~RandomFile();
  // A descriptor has one owner.
  RandomFile(const RandomFile&) = delete;
  RandomFile& operator=(const RandomFile&) = delete;

  // Replaces `into` by the `size` bytes at `offset`; kDataLoss if the file
  // ends before.
  Status read_at(std::uint64_t offset, std::size_t size,
                 std::string& into) const;

  // Puts bytes at the end of a temporary file; the offset at which they
  // begin. Not while read_at() is called.
  Result<std::uint64_t> append(std::string_view bytes);

 private:
  RandomFile(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)) {}

  int descriptor_ = -1;
  std::string name_;        // in errors
  std::uint64_t size_ = 0;  // of what was appended
};

}  // namespace stemma
