// Directories are walked in byte order of the names, so that two machines see
// the same files in the same order. Links are followed, because people keep
// corpora behind them; every directory is entered once, by device and inode,
// so a link that leads back up ends the walk there.
#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/byte_source.h"

namespace stemma {

namespace fs = std::filesystem;

Error system_error(int number, std::string where) {
  Error error{.where = std::move(where), .found = std::strerror(number)};
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      error.code = ErrorCode::kNotFound;
      error.found = "nothing there";
      error.expected = "a file or a directory";
      error.advice = "check the name";
      break;
    case EACCES:
    case EPERM:
      error.code = ErrorCode::kPermissionDenied;
      error.found = "no permission";
      error.advice = "ask its owner for the right to it";
      break;
    case EISDIR:
      error.code = ErrorCode::kInvalidArgument;
      error.found = "a directory";
      error.expected = "a file";
      break;
    case ELOOP:
      error.code = ErrorCode::kNotFound;
      error.found = "a link that leads to itself";
      error.expected = "a file or a directory";
      break;
    default:
      error.code = ErrorCode::kUnavailable;
      break;
  }
  return error;
}

Result<std::string> read_file(const std::string& path,
                              std::uint64_t max_bytes) {
  auto source = ByteSource::from_path(path);
  if (!source) return fail(source.error());
  return source->read_all(max_bytes);
}

namespace {

constexpr std::size_t kMaxDepth = 100;

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(
      ::realpath(path.c_str(), nullptr), &std::free);
  return real == nullptr ? path : std::string(real.get());
}

std::int64_t modified_of(const struct stat& status) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
}

class Walk {
 public:
  // Adds what is in `directory`; `below` is its path from the root of the
  // walk, "" or ending in '/'. kMaxDepth bounds the recursion.
  Status add_directory(const std::string& directory, const std::string& below,
                       std::size_t depth) {
    struct stat status = {};
    if (::stat(directory.c_str(), &status) != 0) {
      return fail(system_error(errno, directory));
    }
    if (!entered_.emplace(status.st_dev, status.st_ino).second) return {};
    std::error_code error;
    std::vector<std::string> names;
    fs::directory_iterator entry(directory, error);
    while (!error && entry != fs::directory_iterator()) {
      std::string name = entry->path().filename().string();
      if (!name.starts_with('.')) names.push_back(std::move(name));
      entry.increment(error);
    }
    if (error) return fail(system_error(error.value(), directory));
    std::sort(names.begin(), names.end());
    const std::string prefix =
        directory.ends_with('/') ? directory : directory + "/";
    for (const std::string& name : names) {
      add_entry(prefix + name, below + name, depth);
    }
    return {};
  }

  FileListing take() { return std::move(listing_); }

 private:
  void add_entry(std::string path, std::string relative, std::size_t depth) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
      Error error = system_error(errno, path);
      if (error.code == ErrorCode::kNotFound) {
        error.found = "a link that leads nowhere";
        error.advice = "mend or remove the link";
      }
      listing_.unreadable.push_back(std::move(error));
    } else if (S_ISREG(status.st_mode)) {
      std::string real = real_path(path);
      listing_.files.push_back(
          {std::move(path), std::move(relative), std::move(real),
           static_cast<std::uint64_t>(status.st_size), modified_of(status)});
    } else if (S_ISDIR(status.st_mode)) {
      if (depth == kMaxDepth) {
        listing_.unreadable.push_back(
            {.code = ErrorCode::kResourceExhausted,
             .where = path,
             .found = "directories nested too deeply",
             .expected = "at most " + std::to_string(kMaxDepth)});
        return;
      }
      const Status done = add_directory(path, relative + "/", depth + 1);
      if (!done) listing_.unreadable.push_back(done.error());
    }
  }

  FileListing listing_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

std::string plain_path(const std::string& path) {
  return fs::path(path).lexically_normal().string();
}

Result<FileListing> list_files(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    return fail(system_error(errno, path));
  }
  if (S_ISDIR(status.st_mode)) {
    Walk walk;
    const Status done = walk.add_directory(path, "", 0);
    if (!done) return fail(done.error());
    return walk.take();
  }
  const bool regular = S_ISREG(status.st_mode);
  FileListing listing;
  listing.files.push_back(
      {.path = path,
       .relative = plain_path(path),
       .real = real_path(path),
       .bytes = regular ? static_cast<std::uint64_t>(status.st_size) : 0,
       .modified = modified_of(status)});
  return listing;
}

Result<OutputFile> OutputFile::create(const std::string& path) {
  struct stat status = {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return fail(system_error(EISDIR, path));
  }
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(system_error(errno, path));
    return OutputFile(descriptor, path, "");
  }
  // A link stays a link: what it leads to is replaced.
  std::string target = exists ? real_path(path) : path;
  std::string temporary = target + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) {
    Error error = system_error(errno, path);
    if (error.code == ErrorCode::kNotFound) {
      error.found = "no such directory";
      error.advice = "make the directory first";
    }
    return fail(std::move(error));
  }
  // mkstemp gives 0600; a new file gets what the user's mask leaves.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode =
      exists ? status.st_mode & mode_t{07777} : mode_t{0666} & ~mask;
  static_cast<void>(::fchmod(descriptor, mode));
  return OutputFile(descriptor, std::move(target), std::move(temporary));
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  discard();
  descriptor_ = std::exchange(other.descriptor_, -1);
  path_ = std::move(other.path_);
  temporary_ = std::exchange(other.temporary_, {});
  return *this;
}

OutputFile::~OutputFile() { discard(); }

void OutputFile::discard() {
  if (descriptor_ < 0) return;
  ::close(std::exchange(descriptor_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Status OutputFile::write(std::string_view bytes) {
  STEMMA_ASSERT(descriptor_ >= 0);
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor_, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail(system_error(errno, path_));
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return {};
}

Status OutputFile::commit() {
  STEMMA_ASSERT(descriptor_ >= 0);
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) {
    return fail(system_error(errno, path_));
  }
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    return fail(system_error(errno, path_));
  }
  if (temporary_.empty()) return {};
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
    const int number = errno;
    ::unlink(temporary_.c_str());
    return fail(system_error(number, path_));
  }
  return {};
}

Status write_file(const std::string& path, std::string_view bytes) {
  auto file = OutputFile::create(path);
  if (!file) return fail(file.error());
  Status written = file->write(bytes);
  if (!written) return written;
  return file->commit();
}

}  // namespace stemma
