// Files and directories: with byte_source.h the one place that opens any.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/error.h"

namespace stemma {

// The error for a number of <cerrno> met at `where`: kNotFound,
// kPermissionDenied, kInvalidArgument (a directory), else kUnavailable.
Error system_error(int number, std::string where);

// All of a file ("-": standard input), unpacked if it is packed. As
// ByteSource::from_path and read_all.
Result<std::string> read_file(const std::string& path, std::uint64_t max_bytes);

// A file that was found.
struct FoundFile {
  std::string path;           // to open it by
  std::string relative;       // below the directory it was looked for in
  std::string real;           // absolute, without links: one for one file
  std::uint64_t bytes = 0;    // on disk; 0 if it is no regular file
  std::int64_t modified = 0;  // nanoseconds since 1970
};

struct FileListing {
  std::vector<FoundFile> files;
  std::vector<Error> unreadable;  // directories, dangling links
};

// The files of an input. A directory gives the regular files in it and below,
// names in byte order, without those that begin with '.'; links are followed,
// each directory is entered once. Any other path gives itself. Fails only if
// `path` itself is not there or cannot be read.
Result<FileListing> list_files(const std::string& path);

// The path as written, without "." and what ".." takes back; no file is
// touched.
std::string plain_path(const std::string& path);

// A file that takes its name only once it is whole: bytes go to a temporary
// file beside it, and commit() renames that. Where the path is no regular file
// (a terminal, a pipe, /dev/null) it is written to directly. Without commit()
// nothing is left behind. Not safe for use by several threads at once.
class OutputFile {
 public:
  static Result<OutputFile> create(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();
  // One file is written by one hand.
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Status write(std::string_view bytes);
  // Nothing may be written afterwards.
  Status commit();
  // The file that holds the bytes until then, for a program that is killed to
  // remove; "" where the path is written to directly.
  const std::string& temporary() const { return temporary_; }

 private:
  OutputFile(int descriptor, std::string path, std::string temporary)
      : descriptor_(descriptor),
        path_(std::move(path)),
        temporary_(std::move(temporary)) {}
  void discard();

  int descriptor_ = -1;
  std::string path_;
  std::string temporary_;  // empty: written to directly
};

// OutputFile in one call.
Status write_file(const std::string& path, std::string_view bytes);

}  // namespace stemma
