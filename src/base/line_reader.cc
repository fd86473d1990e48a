#include "base/line_reader.h"

#include <algorithm>
#include <cstring>

namespace stemma {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18U;

}  // namespace

LineReader::LineReader(ByteSource& source, std::uint64_t max_line_bytes)
    : source_(source), max_line_bytes_(max_line_bytes) {}

// Reads a block behind what is there; false at the end of the source. Moves
// the unread bytes to the front first, which costs nothing where the block
// before was used up.
Result<bool> LineReader::read_more() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < kBlockBytes) {
    buffer_.resize(std::max(buffer_.size() * 2, end_ + kBlockBytes));
  }
  auto got = source_.read({buffer_.data() + end_, buffer_.size() - end_});
  if (!got) return fail(got.error());
  end_ += *got;
  return *got > 0;
}

Line LineReader::make_line(std::size_t size) {
  return {.bytes = std::string_view{buffer_}.substr(begin_, size),
          .number = ++number_,
          .offset = offset_};
}

Result<std::optional<Line>> LineReader::next() {
  std::size_t searched = 0;  // bytes after begin_ known to hold no "\n"
  std::uint64_t dropped = 0;
  for (;;) {
    const std::size_t have = end_ - begin_;
    const char* from = buffer_.data() + begin_;
    const void* stop =
        have == searched ? nullptr
                         : std::memchr(from + searched, '\n', have - searched);
    const std::size_t size =
        stop == nullptr
            ? have
            : static_cast<std::size_t>(static_cast<const char*>(stop) - from);
    const bool too_long = dropped + size > max_line_bytes_;
    if (stop != nullptr) {
      Line line = make_line(size);
      offset_ += dropped + size + 1;
      begin_ += size + 1;
      if (too_long) line = {{}, line.number, line.offset, true};
      return line;
    }
    if (too_long) {
      dropped += have;
      begin_ = end_;
    }
    searched = end_ - begin_;
    auto more = read_more();
    if (!more) return fail(more.error());
    if (*more) continue;
    if (dropped + searched == 0) return std::nullopt;
    Line line = make_line(searched);
    offset_ += dropped + searched;
    begin_ = end_;
    if (too_long) line = {{}, line.number, line.offset, true};
    return line;
  }
}

}  // namespace stemma
