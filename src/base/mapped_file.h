// Files that are mapped for reading and grow at the end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "stemma/error.h"

namespace stemma {

// The bytes of a regular file, read as they are touched. A file that shrinks
// while it is mapped ends the program; one that grows is seen as it was.
class MappedFile {
 public:
  // As system_error() where it cannot be opened; an empty file has no bytes.
  static Result<MappedFile> map(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  // One mapping has one owner.
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // Valid as long as this object; aligned for any type.
  std::string_view bytes() const { return {data_, size_}; }

 private:
  MappedFile(char* data, std::size_t size) : data_(data), size_(size) {}

  char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Adds bytes at the end of a file of `size` bytes, which is made if `size` is
// 0 and it is not there. Where the file has another size by now (another
// program added to it: kUnavailable) or the disk fails, it is left as it was.
Status append_to_file(const std::string& path, std::size_t size,
                      std::string_view bytes);

}  // namespace stemma
