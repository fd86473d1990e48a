// Stories as reports arrive: nothing is put in order first, each report is
// grouped at once, and what came of it is told. The same reports in the same
// order give the same events, on any number of threads.
//
// A record whose id was seen before is the same report if all fields are
// equal, and passed over; else it goes by the id with a hash of its content.
// The last million ids or so are known.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <thread>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/byte_source.h"
#include "base/hash.h"
#include "base/line_reader.h"
#include "engine/decided_grouper.h"
#include "engine/line_batch.h"
#include "engine/scan_inputs.h"
#include "engine/story_ids.h"
#include "engine/story_ledger.h"
#include "read/json_lines.h"
#include "read/paratext.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

constexpr std::size_t kIdsKnown = std::size_t{1} << 20U;

// Ids that were seen, with the hash of the fields; forgets the older half when
// it is full.
class KnownIds {
 public:
  // The hash under which the id was seen; stores it if it was not.
  std::optional<std::uint64_t> see(std::string_view id, std::uint64_t fields) {
    const std::uint64_t hash = hash_bytes(id);
    for (const auto& half : halves_) {
      const auto found = half.find(hash);
      if (found != half.end()) return found->second;
    }
    if (halves_[0].size() >= kIdsKnown / 2) {
      halves_[1] = std::move(halves_[0]);
      halves_[0] = {};
    }
    halves_[0].emplace(hash, fields);
    return std::nullopt;
  }

 private:
  std::array<boost::unordered_flat_map<std::uint64_t, std::uint64_t>, 2>
      halves_;
};

class Stream {
 public:
  explicit Stream(const StreamRequest& request)
      : request_(request), grouper_(request.grouping), ledger_(request.event) {}

  // False once nobody wants more.
  bool goes_on() const { return goes_on_; }
  std::uint64_t reports() const { return reports_; }

  void add(read::ReportKey key, const Report& report) {
    if (key.id.empty()) key.id = hash_hex(key.content);
    std::string id = key.id;
    for (int round = 0;; ++round) {
      const auto before = known_.see(id, key.fields[0]);
      if (!before) break;
      if (*before == key.fields[0] || round == 2) return;
      id = key.id + "~" + hash_hex(key.fields[0]).substr(0, 8);
    }
    const story::StoryIndex story = grouper_.add(id, outliner_.make(report));
    ++reports_;
    goes_on_ = ledger_.join(id, story, grouper_.grouper().likely(story),
                            engine::founding_hash(id, key.content));
    if (goes_on_ && ledger_.is_due()) settle();
  }

  // Tells what turns out to be one story with all reports so far at hand.
  void settle() { goes_on_ = goes_on_ && ledger_.settled(grouper_.settle()); }

  // The reports of one file, in canonical order.
  void add(engine::Scan scan) {
    for (const Error& error : scan.unreadable) request_.unreadable(error);
    for (const std::size_t i : read::identify(scan.keys)) {
      if (!goes_on_) return;
      add(std::move(scan.keys[i]), scan.texts[i]);
    }
  }

  // Records of standard input, each as it comes.
  void follow(ByteSource& source) {
    read::RecordReader reader({.group_by = request_.read.group_by});
    LineReader lines(source, request_.read.max_record_bytes);
    while (goes_on_) {
      auto line = lines.next();
      if (!line) {
        if (!stops()) request_.unreadable(line.error());
        return;
      }
      if (!line->has_value()) return;
      add_line(**line, source.name(), reader);
    }
  }

  void read(const std::string& input) {
    if (input != "-") {
      add(engine::scan_inputs({&input, 1}, request_.read, engine::Texts::kKept,
                              {}));
      return;
    }
    auto source = ByteSource::from_path(input);
    if (source) return follow(*source);
    request_.unreadable(source.error());
  }

  bool stops() const { return request_.stops && request_.stops(); }

 private:
  void add_line(const Line& line, const std::string& name,
                read::RecordReader& reader) {
    if (line.bytes.find_first_not_of(" \t\r") == std::string_view::npos &&
        !line.too_long) {
      return;
    }
    const std::string where = name + ":" + std::to_string(line.number);
    auto report = line.too_long ? Result<Report>(fail(engine::line_too_long(
                                      request_.read.max_record_bytes)))
                                : reader.read_line(line.bytes);
    if (!report) {
      Error error = report.error();
      error.where = where;
      return request_.unreadable(error);
    }
    read::ReadReport read{std::move(*report), ""};
    read::find_paratext(read.report);
    read::ReportKey key = read::key_of(read);
    add(std::move(key), read.report);
  }

  const StreamRequest& request_;
  engine::DecidedGrouper grouper_;
  story::Outliner outliner_;
  KnownIds known_;
  engine::StoryLedger ledger_;
  std::uint64_t reports_ = 0;
  bool goes_on_ = true;
};

// A file as it was when the folder was last looked at.
struct Seen {
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;
  bool read = false;
};

constexpr std::chrono::milliseconds kBetweenLooks{500};

// Reads the files that stayed as they were since the last look, in the order
// of their paths.
void look(const std::string& folder, std::map<std::string, Seen>& seen,
          Stream& stream) {
  const auto listing = list_files(folder);
  if (!listing) return;
  for (const FoundFile& file : listing->files) {
    Seen& known = seen[file.real];
    if (known.read) continue;
    const bool same =
        known.bytes == file.bytes && known.modified == file.modified;
    if (same && file.bytes > 0) {
      known.read = true;
      stream.read(file.path);
      if (!stream.goes_on()) return;
    }
    known.bytes = file.bytes;
    known.modified = file.modified;
  }
}

}  // namespace

std::uint64_t stream_stories(std::span<const std::string> inputs,
                             const StreamRequest& request) {
  Stream stream(request);
  for (const std::string& input : inputs) {
    if (stream.goes_on() && !stream.stops()) stream.read(input);
  }
  stream.settle();
  return stream.reports();
}

Result<std::uint64_t> watch_stories(const std::string& directory,
                                    const StreamRequest& request) {
  if (const auto listing = list_files(directory); !listing) {
    return fail(listing.error());
  }
  Stream stream(request);
  std::map<std::string, Seen> seen;
  while (stream.goes_on() && !stream.stops()) {
    const std::uint64_t before = stream.reports();
    look(directory, seen, stream);
    if (stream.reports() > before) stream.settle();
    std::this_thread::sleep_for(kBetweenLooks);
  }
  return stream.reports();
}

}  // namespace stemma
