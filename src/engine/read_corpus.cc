// From inputs on disk to reports in canonical order.
//
// Inputs are listed first (directories walked, a file that two inputs name
// taken once), so everything after works on a plain list and the result does
// not depend on how the list came about. Small files are read by several
// threads, a file each. A large file is read by one, which cuts it into lines;
// the lines are parsed by several, in batches that bound the memory.
//
// What cannot be read is noted in Corpus::unreadable with file and line, and
// the rest is read. Ids, duplicates and the order need all reports at hand, so
// they come last (read/identity), then the texts are analysed, one by one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/byte_source.h"
#include "base/files.h"
#include "base/line_reader.h"
#include "base/parallel.h"
#include "read/identity.h"
#include "read/json_lines.h"
#include "read/paratext.h"
#include "read/plain_text.h"
#include "read/sniff.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {
namespace {

// A larger file is read by itself with all threads.
constexpr std::uint64_t kLargeFileBytes = std::uint64_t{8} << 20U;
constexpr std::size_t kBatchBytes = std::size_t{32} << 20U;
constexpr std::size_t kLinesAtOnce = 64;

struct FileReading {
  std::vector<read::ReadReport> reports;
  std::vector<Error> errors;

  void add(Report report) { reports.push_back({std::move(report), ""}); }
  void add(Error error, const std::string& where) {
    error.where = error.where.empty() ? where : where + ": " + error.where;
    errors.push_back(std::move(error));
  }
  void append(FileReading other) {
    std::move(other.reports.begin(), other.reports.end(),
              std::back_inserter(reports));
    std::move(other.errors.begin(), other.errors.end(),
              std::back_inserter(errors));
  }
};

// Lines kept together with their numbers, to be parsed by several threads.
struct LineBatch {
  struct Entry {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::uint64_t number = 0;
  };
  std::string bytes;
  std::vector<Entry> lines;
};

FileReading parse_lines(const LineBatch& batch, std::size_t first,
                        const std::string& name, const std::string& group_by) {
  FileReading reading;
  read::RecordReader reader({group_by});
  const std::size_t last = std::min(first + kLinesAtOnce, batch.lines.size());
  for (std::size_t i = first; i < last; ++i) {
    const LineBatch::Entry& line = batch.lines[i];
    auto report = reader.read_line(
        std::string_view{batch.bytes}.substr(line.begin, line.size));
    if (report) {
      reading.add(std::move(*report));
    } else {
      reading.add(report.error(), name + ":" + std::to_string(line.number));
    }
  }
  return reading;
}

void parse_batch(const LineBatch& batch, const std::string& name,
                 const ReadOptions& options, FileReading& into) {
  const std::size_t chunks =
      (batch.lines.size() + kLinesAtOnce - 1) / kLinesAtOnce;
  std::vector<FileReading> parsed(chunks);
  parallel_for(chunks, options.threads, [&](std::size_t i) {
    parsed[i] = parse_lines(batch, i * kLinesAtOnce, name, options.group_by);
  });
  for (FileReading& one : parsed) into.append(std::move(one));
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

FileReading read_lines(ByteSource& source, const ReadOptions& options) {
  FileReading reading;
  LineReader lines(source, options.max_record_bytes);
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (bool more = true; more;) {
    LineBatch batch;
    while (batch.bytes.size() < kBatchBytes) {
      auto line = lines.next();
      if (!line) reading.add(line.error(), "");
      more = line && line->has_value();
      if (!more) break;
      Line found = **line;
      if (found.too_long) {
        reading.add(
            {.code = ErrorCode::kResourceExhausted,
             .found = "a line of more than " +
                      std::to_string(options.max_record_bytes) + " bytes",
             .expected = "one record a line",
             .advice = "cut it up, or raise the limit"},
            source.name() + ":" + std::to_string(found.number));
      }
      if (found.number == 1 && found.bytes.starts_with(kByteOrderMark)) {
        found.bytes.remove_prefix(kByteOrderMark.size());
      }
      if (is_blank(found.bytes)) continue;
      batch.lines.push_back(
          {batch.bytes.size(), found.bytes.size(), found.number});
      batch.bytes += found.bytes;
    }
    parse_batch(batch, source.name(), options, reading);
  }
  return reading;
}

FileReading read_whole(ByteSource& source, read::Format format,
                       const FoundFile& file, const ReadOptions& options) {
  FileReading reading;
  auto bytes = source.read_all(options.max_record_bytes);
  if (!bytes) {
    reading.add(bytes.error(), "");
  } else if (format == read::Format::kJsonDocument) {
    read::RecordReader reader({options.group_by});
    auto document = reader.read_document(*bytes);
    for (Report& report : document.reports) reading.add(std::move(report));
    for (Error& error : document.errors) {
      reading.add(std::move(error), source.name());
    }
  } else {
    auto report = read::read_plain_text(*bytes);
    if (report) {
      reading.reports.push_back({std::move(*report), file.relative});
    } else {
      reading.add(report.error(), source.name());
    }
  }
  return reading;
}

FileReading read_file_of(const FoundFile& file, const ReadOptions& options) {
  FileReading reading;
  auto source = ByteSource::from_path(file.path);
  auto head = source ? source->peek(read::kSniffBytes)
                     : Result<std::string_view>(fail(source.error()));
  if (!head) {
    reading.errors.push_back(head.error());
    return reading;
  }
  const read::Format format = read::sniff(*head, file.relative);
  switch (format) {
    case read::Format::kJsonLines:
      return read_lines(*source, options);
    case read::Format::kJsonDocument:
    case read::Format::kPlainText:
      return read_whole(*source, format, file, options);
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

struct Inputs {
  std::vector<FoundFile> files;
  std::vector<Error> unreadable;
};

// Of a file named twice the smallest relative path counts, so that the order
// of the inputs changes nothing.
Inputs list_inputs(std::span<const std::string> names) {
  Inputs inputs;
  std::map<std::string, std::size_t> seen;
  for (const std::string& name : names) {
    if (name == "-") {
      if (!seen.emplace("-", inputs.files.size()).second) continue;
      inputs.files.push_back({.path = "-", .real = "-"});
      continue;
    }
    auto listing = list_files(name);
    if (!listing) {
      inputs.unreadable.push_back(listing.error());
      continue;
    }
    for (FoundFile& file : listing->files) {
      const auto [place, fresh] = seen.emplace(file.real, inputs.files.size());
      if (fresh) {
        inputs.files.push_back(std::move(file));
      } else if (file.relative < inputs.files[place->second].relative) {
        inputs.files[place->second] = std::move(file);
      }
    }
    std::move(listing->unreadable.begin(), listing->unreadable.end(),
              std::back_inserter(inputs.unreadable));
  }
  return inputs;
}

// Standard input and pipes have no size, so they count as large.
bool is_large(const FoundFile& file) {
  return file.bytes == 0 || file.bytes > kLargeFileBytes;
}

FileReading read_inputs(const Inputs& inputs, const ReadOptions& options) {
  std::vector<FileReading> readings(inputs.files.size());
  ReadOptions alone = options;
  alone.threads = 1;
  parallel_for(readings.size(), options.threads, [&](std::size_t i) {
    if (is_large(inputs.files[i])) return;
    readings[i] = read_file_of(inputs.files[i], alone);
  });
  FileReading all;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (is_large(inputs.files[i])) {
      readings[i] = read_file_of(inputs.files[i], options);
    }
    all.append(std::move(readings[i]));
  }
  return all;
}

}  // namespace

Result<Corpus> read_corpus(std::span<const std::string> inputs,
                           const ReadOptions& options) {
  ReadOptions limited = options;
  limited.max_record_bytes = std::min<std::uint64_t>(
      options.max_record_bytes, std::numeric_limits<std::uint32_t>::max() / 4);
  Inputs listed = list_inputs(inputs);
  FileReading reading = read_inputs(listed, limited);
  Corpus corpus;
  corpus.unreadable = std::move(listed.unreadable);
  std::move(reading.errors.begin(), reading.errors.end(),
            std::back_inserter(corpus.unreadable));
  if (reading.reports.empty()) {
    if (corpus.unreadable.size() == 1) return fail(corpus.unreadable.front());
    return fail({.code = ErrorCode::kNotFound,
                 .found = "no report in any input (" +
                          std::to_string(corpus.unreadable.size()) +
                          " could not be read)",
                 .expected = "plain text or JSON Lines",
                 .advice = "check the inputs"});
  }
  parallel_for(reading.reports.size(), options.threads, [&](std::size_t i) {
    read::find_paratext(reading.reports[i].report);
  });
  corpus.reports = read::identify(std::move(reading.reports));
  if (options.analyses == Analyses::kNotMade) return corpus;
  corpus.analyses.resize(corpus.reports.size());
  parallel_for(corpus.reports.size(), options.threads, [&](std::size_t i) {
    corpus.analyses[i] = text::analyze(corpus.reports[i]);
  });
  return corpus;
}

}  // namespace stemma
