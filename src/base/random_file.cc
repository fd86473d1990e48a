#include "base/random_file.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace stemma {
namespace {

int open_temporary() {
  const char* wanted = std::getenv("TMPDIR");
  const std::string folder =
      wanted == nullptr || *wanted == '\0' ? "/tmp" : wanted;
  const int on_disk =
      ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (on_disk >= 0) return on_disk;
  // Not every file system can make a file without a name.
  std::string name = folder + "/stemma.XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) return ::memfd_create("stemma", MFD_CLOEXEC);
  ::unlink(name.c_str());
  return named;
}

}  // namespace

Result<RandomFile> RandomFile::from_path(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(system_error(errno, path));
  return RandomFile(descriptor, path);
}

Result<RandomFile> RandomFile::temporary() {
  const int descriptor = open_temporary();
  if (descriptor < 0) return fail(system_error(errno, "a temporary file"));
  return RandomFile(descriptor, "a temporary file");
}

RandomFile::RandomFile(RandomFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      size_(other.size_) {}

RandomFile& RandomFile::operator=(RandomFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(name_, other.name_);
  std::swap(size_, other.size_);
  return *this;
}

RandomFile::~RandomFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status RandomFile::read_at(std::uint64_t offset, std::size_t size,
                           std::string& into) const {
  into.resize(size);
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got = ::pread(descriptor_, into.data() + done, size - done,
                                static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(system_error(errno, name_));
    if (got == 0) {
      return fail({.code = ErrorCode::kDataLoss,
                   .where = name_,
                   .found = "a file that has become shorter while it was read",
                   .expected = "a file that stays as it is",
                   .advice = "run again when it is written"});
    }
    done += static_cast<std::size_t>(got);
  }
  return {};
}

Result<std::uint64_t> RandomFile::append(std::string_view bytes) {
  const std::uint64_t begin = size_;
  while (!bytes.empty()) {
    const ssize_t put = ::pwrite(descriptor_, bytes.data(), bytes.size(),
                                 static_cast<off_t>(size_));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail(system_error(errno, name_));
    size_ += static_cast<std::uint64_t>(put);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return begin;
}

}  // namespace stemma
