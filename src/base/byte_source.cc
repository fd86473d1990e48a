#include "base/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/files.h"

namespace stemma {

class ByteSource::Stage {
 public:
  virtual ~Stage() = default;
  // As ByteSource::read; the error's `where` is filled in by the source.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

namespace {

using Stage = ByteSource::Stage;

constexpr std::size_t kPackedBufferBytes = std::size_t{1} << 17U;
constexpr std::size_t kReadAllStepBytes = std::size_t{1} << 16U;

class FileStage final : public Stage {
 public:
  explicit FileStage(int descriptor) : descriptor_(descriptor) {}
  ~FileStage() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  FileStage(const FileStage&) = delete;
  FileStage& operator=(const FileStage&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer.data(), buffer.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return fail(system_error(errno, ""));
    }
  }

 private:
  int descriptor_;
};

class MemoryStage final : public Stage {
 public:
  explicit MemoryStage(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t size = std::min(buffer.size(), bytes_.size() - next_);
    std::copy_n(bytes_.data() + next_, size, buffer.data());
    next_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t next_ = 0;
};

// Puts back what was read to look at the first bytes.
class PrefixStage final : public Stage {
 public:
  PrefixStage(std::string prefix, std::unique_ptr<Stage> rest)
      : prefix_(std::move(prefix)), rest_(std::move(rest)) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    if (next_ == prefix_.size()) return rest_->read(buffer);
    const std::size_t size = std::min(buffer.size(), prefix_.size() - next_);
    std::copy_n(prefix_.data() + next_, size, buffer.data());
    next_ += size;
    return size;
  }

 private:
  std::string prefix_;
  std::size_t next_ = 0;
  std::unique_ptr<Stage> rest_;
};

Error damaged(std::string_view format, std::string_view what) {
  return {.code = ErrorCode::kMalformed,
          .found = fmt::format("{} data that {}", format, what),
          .expected = fmt::format("whole {} data", format),
          .advice = "fetch the file again"};
}

// Packed bytes of a stage, refilled as the unpacker takes them.
class PackedInput {
 public:
  explicit PackedInput(std::unique_ptr<Stage> from)
      : from_(std::move(from)), buffer_(kPackedBufferBytes) {}

  // False at the end of the packed bytes.
  Result<bool> refill() {
    if (begin_ < end_) return true;
    auto got = from_->read(buffer_);
    if (!got) return fail(got.error());
    begin_ = 0;
    end_ = *got;
    return end_ > 0;
  }
  char* data() { return buffer_.data() + begin_; }
  std::size_t size() const { return end_ - begin_; }
  void take(std::size_t bytes) { begin_ += bytes; }

 private:
  std::unique_ptr<Stage> from_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class GzipStage final : public Stage {
 public:
  explicit GzipStage(std::unique_ptr<Stage> from) : input_(std::move(from)) {
    constexpr int kGzipOnly = 16;
    ready_ = inflateInit2(&stream_, MAX_WBITS + kGzipOnly) == Z_OK;
  }
  ~GzipStage() override {
    if (ready_) inflateEnd(&stream_);
  }
  GzipStage(const GzipStage&) = delete;
  GzipStage& operator=(const GzipStage&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    if (!ready_) {
      return fail({.code = ErrorCode::kResourceExhausted,
                   .found = "no memory to unpack gzip data"});
    }
    for (;;) {
      auto more = input_.refill();
      if (!more) return fail(more.error());
      if (!*more) {
        if (inside_member_) return fail(damaged("gzip", "ends early"));
        return 0;
      }
      if (!inside_member_ && !begin_member()) return 0;
      auto made = inflate_some(buffer);
      if (!made || *made > 0) return made;
    }
  }

 private:
  // Zero bytes after the last member are padding, as gzip itself takes them.
  bool begin_member() {
    while (input_.size() > 0 && *input_.data() == '\0' && members_ > 0) {
      input_.take(1);
    }
    if (input_.size() == 0) return true;
    inside_member_ = true;
    ++members_;
    return inflateReset(&stream_) == Z_OK;
  }

  Result<std::size_t> inflate_some(std::span<char> buffer) {
    const auto room =
        static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1U << 30U));
    const auto packed = static_cast<uInt>(input_.size());
    if (packed == 0) return 0;
    stream_.next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_.avail_in = packed;
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = room;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    input_.take(packed - stream_.avail_in);
    if (status == Z_STREAM_END) {
      inside_member_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return fail(damaged("gzip", "cannot be unpacked"));
    }
    return room - stream_.avail_out;
  }

  PackedInput input_;
  z_stream stream_ = {};
  bool ready_ = false;
  bool inside_member_ = false;
  std::uint64_t members_ = 0;
};

class ZstdStage final : public Stage {
 public:
  explicit ZstdStage(std::unique_ptr<Stage> from)
      : input_(std::move(from)), stream_(ZSTD_createDStream()) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    if (stream_ == nullptr) {
      return fail({.code = ErrorCode::kResourceExhausted,
                   .found = "no memory to unpack zstd data"});
    }
    for (;;) {
      auto more = input_.refill();
      if (!more) return fail(more.error());
      ZSTD_inBuffer in{input_.data(), input_.size(), 0};
      ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
      if (!*more && left_ == 0) return 0;
      const std::size_t left = ZSTD_decompressStream(stream_.get(), &out, &in);
      if (ZSTD_isError(left) != 0U) {
        return fail(damaged("zstd", "cannot be unpacked"));
      }
      input_.take(in.pos);
      if (!*more && out.pos == 0) return fail(damaged("zstd", "ends early"));
      left_ = left;
      if (out.pos > 0) return out.pos;
    }
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  PackedInput input_;
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  std::size_t left_ = 0;  // 0 between frames
};

constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

// Reads until `wanted` bytes are there or the input ends.
Result<std::string> first_bytes(Stage& stage, std::size_t wanted) {
  std::string bytes(wanted, '\0');
  std::size_t size = 0;
  while (size < wanted) {
    auto got = stage.read({bytes.data() + size, wanted - size});
    if (!got) return fail(got.error());
    if (*got == 0) break;
    size += *got;
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

ByteSource::ByteSource(std::unique_ptr<Stage> stage, std::string name)
    : stage_(std::move(stage)), name_(std::move(name)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::unpacked(std::unique_ptr<Stage> stage,
                                        std::string name) {
  auto first = first_bytes(*stage, kZstdMagic.size());
  if (!first) {
    Error error = first.error();
    error.where = name;
    return fail(std::move(error));
  }
  const bool gzip = first->starts_with(kGzipMagic);
  const bool zstd = *first == kZstdMagic;
  stage = std::make_unique<PrefixStage>(std::move(*first), std::move(stage));
  if (gzip) stage = std::make_unique<GzipStage>(std::move(stage));
  if (zstd) stage = std::make_unique<ZstdStage>(std::move(stage));
  ByteSource source(std::move(stage), std::move(name));
  source.is_plain_file_ = !gzip && !zstd;
  return source;
}

Result<ByteSource> ByteSource::from_path(const std::string& path) {
  if (path == "-") {
    auto source =
        unpacked(std::make_unique<FileStage>(STDIN_FILENO), "standard input");
    if (source) source->is_plain_file_ = false;
    return source;
  }
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(system_error(errno, path));
  struct stat status = {};
  const bool is_file = ::fstat(descriptor, &status) == 0 &&
                       S_ISREG(status.st_mode) && status.st_size > 0;
  auto source = unpacked(std::make_unique<FileStage>(descriptor), path);
  if (source) source->is_plain_file_ = is_file && source->is_plain_file_;
  return source;
}

Result<ByteSource> ByteSource::from_bytes(std::string bytes, std::string name) {
  auto source = unpacked(std::make_unique<MemoryStage>(std::move(bytes)),
                         std::move(name));
  if (source) source->is_plain_file_ = false;
  return source;
}

Result<std::size_t> ByteSource::read(std::span<char> buffer) {
  STEMMA_ASSERT(!buffer.empty());
  if (!ahead_.empty()) {
    const std::size_t size = std::min(buffer.size(), ahead_.size());
    std::copy_n(ahead_.data(), size, buffer.data());
    ahead_.erase(0, size);
    return size;
  }
  auto got = stage_->read(buffer);
  if (!got) {
    Error error = got.error();
    error.where = name_;
    return fail(std::move(error));
  }
  return got;
}

Result<std::string_view> ByteSource::peek(std::size_t wanted) {
  while (ahead_.size() < wanted) {
    const std::size_t size = ahead_.size();
    ahead_.resize(wanted);
    auto got = stage_->read({ahead_.data() + size, wanted - size});
    ahead_.resize(size + (got ? *got : 0));
    if (!got) {
      Error error = got.error();
      error.where = name_;
      return fail(std::move(error));
    }
    if (*got == 0) break;
  }
  return std::string_view{ahead_}.substr(0, wanted);
}

Result<std::string> ByteSource::read_all(std::uint64_t max_bytes) {
  std::string bytes;
  std::size_t size = 0;
  for (;;) {
    if (size > max_bytes) {
      return fail({.code = ErrorCode::kResourceExhausted,
                   .where = name_,
                   .found = fmt::format("more than {} bytes", max_bytes),
                   .expected = "a file within the limit",
                   .advice = "cut it up, or raise the limit"});
    }
    if (size == bytes.size()) {
      bytes.resize(std::max(kReadAllStepBytes, size * 2));
    }
    auto got = read({bytes.data() + size, bytes.size() - size});
    if (!got) return fail(got.error());
    if (*got == 0) break;
    size += *got;
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace stemma
