#include "base/mapped_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace stemma {
namespace {

// Closes a file; with it goes the lock.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

Status write_all(int descriptor, const std::string& path,
                 std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail(system_error(errno, path));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(descriptor) != 0) return fail(system_error(errno, path));
  return {};
}

}  // namespace

Result<MappedFile> MappedFile::map(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
    return fail(system_error(errno, path));
  }
  if (!S_ISREG(status.st_mode)) {
    return fail({.code = ErrorCode::kInvalidArgument,
                 .where = path,
                 .found = "something that is no regular file",
                 .expected = "a file"});
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return MappedFile(nullptr, 0);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (data == MAP_FAILED) return fail(system_error(errno, path));
  return MappedFile(static_cast<char*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

Status append_to_file(const std::string& path, std::size_t size,
                      std::string_view bytes) {
  const int flags = O_WRONLY | O_APPEND | O_CLOEXEC | (size == 0 ? O_CREAT : 0);
  const Descriptor file(::open(path.c_str(), flags, 0666));
  if (file.number() < 0) return fail(system_error(errno, path));
  struct stat status {};
  if (::flock(file.number(), LOCK_EX) != 0 ||
      ::fstat(file.number(), &status) != 0) {
    return fail(system_error(errno, path));
  }
  if (static_cast<std::size_t>(status.st_size) != size) {
    return fail({.code = ErrorCode::kUnavailable,
                 .where = path,
                 .found = "another program added to it",
                 .advice = "run again"});
  }
  Status written = write_all(file.number(), path, bytes);
  if (!written && ::ftruncate(file.number(), static_cast<off_t>(size)) != 0) {
    return fail(system_error(errno, path));
  }
  return written;
}

}  // namespace stemma
