// Bytes from a file or standard input, unpacked on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "stemma/error.h"

namespace stemma {

// A stream of bytes with look-ahead. Gzip (RFC 1952) and Zstandard (RFC 8878)
// are recognised by their first bytes, whatever the name, and unpacked; files
// of several members or frames are read to the last. Not safe for use by
// several threads at once; a moved-from source may only be destroyed.
class ByteSource {
 public:
  // Opens a file, or standard input for "-". kNotFound, kPermissionDenied,
  // kInvalidArgument (a directory) or kUnavailable.
  static Result<ByteSource> from_path(const std::string& path);
  // The bytes themselves, packed or not; `name` is used in errors.
  static Result<ByteSource> from_bytes(std::string bytes, std::string name);

  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();
  // One stream is read once.
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // True if the bytes are those of an ordinary file, so that they can be read
  // again at their offsets: not packed, and no pipe.
  bool is_plain_file() const { return is_plain_file_; }

  // "standard input" or the path.
  const std::string& name() const { return name_; }

  // Fills the front of `buffer`; the number of bytes, 0 at the end only.
  // kMalformed where packed bytes are damaged or end early.
  // REQUIRES: buffer is not empty.
  Result<std::size_t> read(std::span<char> buffer);

  // The next bytes without taking them: `wanted` of them, or fewer at the end.
  // Valid until the next call of any function.
  Result<std::string_view> peek(std::size_t wanted);

  // All that is left; kResourceExhausted if that is more than `max_bytes`.
  Result<std::string> read_all(std::uint64_t max_bytes);

  // Where bytes come from or are unpacked; private to the implementation.
  class Stage;

 private:
  ByteSource(std::unique_ptr<Stage> stage, std::string name);
  static Result<ByteSource> unpacked(std::unique_ptr<Stage> stage,
                                     std::string name);

  std::unique_ptr<Stage> stage_;
  std::string name_;
  std::string ahead_;  // peeked at, not yet read
  bool is_plain_file_ = false;
};

}  // namespace stemma
