// From inputs on disk to reports, in one pass.
//
// Inputs are listed first (directories walked, a file that two inputs name
// taken once), so everything after works on a plain list and the result does
// not depend on how the list came about. Small files are read by several
// threads, a file each. A large file is read by one, which cuts it into lines;
// the lines are parsed by several, in batches that bound the memory.
//
// What cannot be read is noted with file and line, and the rest is read. Where
// texts are not kept, the place of each record is, so that it can be read
// again; records that have no place of their own (packed, piped, inside a JSON
// document) are put into a temporary file, the spool.
#include "engine/scan_inputs.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

#include "base/byte_source.h"
#include "base/line_reader.h"
#include "base/parallel.h"
#include "engine/input_files.h"
#include "engine/line_batch.h"
#include "read/json_lines.h"
#include "read/paratext.h"
#include "read/plain_text.h"
#include "read/sniff.h"

namespace stemma::engine {
namespace {

// A larger file is read by itself with all threads.
constexpr std::uint64_t kLargeFileBytes = std::uint64_t{8} << 20U;
constexpr std::size_t kLinesAtOnce = 64;

// What one file, or a part of it, gave.
struct Reading {
  std::vector<read::ReportKey> keys;
  std::vector<Place> places;
  std::vector<Paratext> paratext;
  std::vector<Report> texts;
  std::vector<std::string> given;
  std::vector<Error> errors;

  void add(Error error, const std::string& where) {
    error.where = error.where.empty() ? where : where + ": " + error.where;
    errors.push_back(std::move(error));
  }
  void append(Reading other) {
    for (Place& place : other.places) {
      place.paratext += static_cast<std::uint32_t>(paratext.size());
    }
    take(other.keys, keys);
    take(other.places, places);
    take(other.paratext, paratext);
    take(other.texts, texts);
    take(other.given, given);
    take(other.errors, errors);
  }

 private:
  template <typename Item>
  static void take(std::vector<Item>& from, std::vector<Item>& to) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }
};

// Standard input and pipes have no size, so they count as large.
bool is_large(const FoundFile& file) {
  return file.bytes == 0 || file.bytes > kLargeFileBytes;
}

class Scanner {
 public:
  Scanner(Scan& scan, const ReadOptions& options, Texts texts,
          const ProgressFunction& progress)
      : scan_(scan), options_(options), texts_(texts), progress_(progress) {
    options_.max_record_bytes =
        std::min<std::uint64_t>(options.max_record_bytes,
                                std::numeric_limits<std::uint32_t>::max() / 4);
    for (const FoundFile& file : scan.files) bytes_in_all_ += file.bytes;
  }

  void run() {
    std::vector<Reading> readings(scan_.files.size());
    parallel_for(readings.size(), options_.threads, [&](std::size_t i) {
      if (!is_large(scan_.files[i])) readings[i] = read_file_of(i, 1);
    });
    Reading all;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (is_large(scan_.files[i])) {
        readings[i] = read_file_of(i, options_.threads);
      }
      all.append(std::move(readings[i]));
    }
    scan_.keys = std::move(all.keys);
    scan_.places = std::move(all.places);
    scan_.paratext = std::move(all.paratext);
    scan_.texts = std::move(all.texts);
    number_given(all.given);
    std::move(all.errors.begin(), all.errors.end(),
              std::back_inserter(scan_.unreadable));
  }

 private:
  void number_given(const std::vector<std::string>& given) {
    std::map<std::string_view, std::uint32_t> numbers;
    numbers.emplace("", 0);
    scan_.names = {""};
    scan_.given.reserve(given.size());
    for (const std::string& name : given) {
      const auto next = static_cast<std::uint32_t>(scan_.names.size());
      const auto [known, fresh] = numbers.emplace(name, next);
      if (fresh) scan_.names.push_back(name);
      scan_.given.push_back(known->second);
    }
  }

  void add(read::ReadReport report, Place place, Reading& reading) const {
    const std::string title = report.report.title;
    read::find_paratext(report.report);
    keep_paratext(report.report, place, reading);
    if (report.report.title != title) place.paratext_count = Place::kMany;
    reading.keys.push_back(read::key_of(report));
    reading.places.push_back(place);
    reading.given.push_back(report.report.story);
    if (texts_ == Texts::kKept) {
      reading.texts.push_back(std::move(report.report));
    }
  }

  // What is found is kept where it is little, as in nearly all reports.
  static void keep_paratext(const Report& report, Place& place,
                            Reading& reading) {
    constexpr std::size_t kKept = 8;
    place.paratext = static_cast<std::uint32_t>(reading.paratext.size());
    place.paratext_count = Place::kMany;
    if (report.paratext.size() > kKept) return;
    place.paratext_count = static_cast<std::uint8_t>(report.paratext.size());
    reading.paratext.insert(reading.paratext.end(), report.paratext.begin(),
                            report.paratext.end());
  }

  void add_progress(std::uint64_t bytes) {
    if (!progress_) return;
    const std::lock_guard lock(mutex_);
    bytes_done_ += bytes;
    progress_({Stage::kReading, bytes_done_, bytes_in_all_});
  }

  // Puts bytes into the spool; where they begin. Any thread may call it.
  Result<std::uint64_t> spool(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    if (!scan_.spool) {
      auto file = RandomFile::temporary();
      if (!file) return fail(file.error());
      scan_.spool = std::make_unique<RandomFile>(std::move(*file));
    }
    return scan_.spool->append(bytes);
  }

  Reading parse_lines(const LineBatch& batch, Place of_batch, std::size_t first,
                      const std::string& name) const {
    Reading reading;
    read::RecordReader reader({.group_by = options_.group_by});
    const std::size_t last = std::min(first + kLinesAtOnce, batch.lines.size());
    for (std::size_t i = first; i < last; ++i) {
      const LineBatch::Entry& line = batch.lines[i];
      auto report = reader.read_line(batch.line(line));
      if (!report) {
        reading.add(report.error(), name + ":" + std::to_string(line.number));
        continue;
      }
      Place place = of_batch;
      place.size = static_cast<std::uint32_t>(line.size);
      place.offset = place.kind == Place::Kind::kLine
                         ? line.offset
                         : of_batch.offset + line.begin;
      add({std::move(*report), ""}, place, reading);
    }
    return reading;
  }

  void parse_batch(const LineBatch& batch, Place of_batch,
                   const std::string& name, unsigned threads, Reading& into) {
    if (of_batch.kind == Place::Kind::kSpooledRecord &&
        texts_ == Texts::kNotKept) {
      const auto begin = spool(batch.bytes);
      if (!begin) return into.add(begin.error(), name);
      of_batch.offset = *begin;
    }
    const std::size_t chunks =
        (batch.lines.size() + kLinesAtOnce - 1) / kLinesAtOnce;
    std::vector<Reading> parsed(chunks);
    parallel_for(chunks, threads, [&](std::size_t i) {
      parsed[i] = parse_lines(batch, of_batch, i * kLinesAtOnce, name);
    });
    for (Reading& one : parsed) into.append(std::move(one));
  }

  Reading read_lines(ByteSource& source, std::uint32_t file, unsigned threads) {
    Reading reading;
    const Place place{.kind = source.is_plain_file()
                                  ? Place::Kind::kLine
                                  : Place::Kind::kSpooledRecord,
                      .file = file};
    LineReader lines(source, options_.max_record_bytes);
    for (bool more = true; more;) {
      LineBatch batch =
          next_batch(lines, source.name(), options_.max_record_bytes);
      more = batch.more;
      std::move(batch.errors.begin(), batch.errors.end(),
                std::back_inserter(reading.errors));
      parse_batch(batch, place, source.name(), threads, reading);
      add_progress(batch.bytes.size());
    }
    return reading;
  }

  void read_document(std::string_view bytes, const std::string& name,
                     Reading& reading) {
    read::RecordReader reader({.group_by = options_.group_by,
                               .keep_records = texts_ == Texts::kNotKept});
    auto document = reader.read_document(bytes);
    for (std::size_t i = 0; i < document.reports.size(); ++i) {
      Place place{.kind = Place::Kind::kSpooledRecord};
      if (texts_ == Texts::kNotKept) {
        const auto begin = spool(document.records[i]);
        if (!begin) return reading.add(begin.error(), name);
        place.offset = *begin;
        place.size = static_cast<std::uint32_t>(document.records[i].size());
      }
      add({std::move(document.reports[i]), ""}, place, reading);
    }
    for (Error& error : document.errors) reading.add(std::move(error), name);
  }

  void read_text(std::string_view bytes, const std::string& name,
                 std::uint32_t file, Reading& reading) {
    auto report = read::read_plain_text(bytes);
    if (!report) return reading.add(report.error(), name);
    Place place{.kind = Place::Kind::kFile, .file = file};
    if (scan_.files[file].bytes == 0 && texts_ == Texts::kNotKept) {
      const auto begin = spool(bytes);
      if (!begin) return reading.add(begin.error(), name);
      place = {Place::Kind::kSpooledText, file,
               static_cast<std::uint32_t>(bytes.size()), *begin};
    }
    add({std::move(*report), scan_.files[file].relative}, place, reading);
  }

  Reading read_whole(ByteSource& source, read::Format format,
                     std::uint32_t file) {
    Reading reading;
    auto bytes = source.read_all(options_.max_record_bytes);
    if (!bytes) {
      reading.add(bytes.error(), "");
    } else if (format == read::Format::kJsonDocument) {
      read_document(*bytes, source.name(), reading);
    } else {
      read_text(*bytes, source.name(), file, reading);
    }
    add_progress(bytes ? bytes->size() : 0);
    return reading;
  }

  Reading read_file_of(std::size_t index, unsigned threads) {
    Reading reading;
    const auto file = static_cast<std::uint32_t>(index);
    const FoundFile& found = scan_.files[index];
    auto source = ByteSource::from_path(found.path);
    auto head = source ? source->peek(read::kSniffBytes)
                       : Result<std::string_view>(fail(source.error()));
    if (!head) {
      reading.errors.push_back(head.error());
      return reading;
    }
    const read::Format format = read::sniff(*head, found.relative);
    switch (format) {
      case read::Format::kJsonLines:
        return read_lines(*source, file, threads);
      case read::Format::kJsonDocument:
      case read::Format::kPlainText:
        return read_whole(*source, format, file);
      case read::Format::kBinary:
        break;
    }
    reading.add({.code = ErrorCode::kMalformed,
                 .found = "bytes that are no text",
                 .expected = "plain text or JSON Lines",
                 .advice = "turn it into text first"},
                source->name());
    return reading;
  }

  Scan& scan_;
  ReadOptions options_;
  Texts texts_;
  const ProgressFunction& progress_;
  std::mutex mutex_;
  std::uint64_t bytes_done_ = 0;
  std::uint64_t bytes_in_all_ = 0;
};

}  // namespace

Scan scan_inputs(std::span<const std::string> inputs,
                 const ReadOptions& options, Texts texts,
                 const ProgressFunction& progress) {
  Scan scan;
  InputFiles listed = list_inputs(inputs);
  scan.files = std::move(listed.files);
  scan.unreadable = std::move(listed.unreadable);
  Scanner(scan, options, texts, progress).run();
  return scan;
}

Error no_report(const std::vector<Error>& unreadable) {
  if (unreadable.size() == 1) return unreadable.front();
  return {.code = ErrorCode::kNotFound,
          .found = "no report in any input (" +
                   std::to_string(unreadable.size()) + " could not be read)",
          .expected = "plain text or JSON Lines",
          .advice = "check the inputs"};
}

}  // namespace stemma::engine
