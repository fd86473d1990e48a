// All inputs read once: what each report is, where its bytes lie, and its text
// only if that is wanted.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/random_file.h"
#include "read/identity.h"
#include "stemma/engine.h"

namespace stemma::engine {

// Where the bytes of a report lie.
struct Place {
  enum class Kind : std::uint8_t {
    kLine,           // a record within a file
    kFile,           // a whole file of plain text
    kSpooledRecord,  // a record within the spool
    kSpooledText,    // a plain text within the spool
  };
  Kind kind = Kind::kLine;
  std::uint32_t file = 0;  // index into Scan::files, but for the spool
  std::uint32_t size = 0;  // bytes; unused for kFile
  std::uint64_t offset = 0;
  // The first paratext, in Scan::paratext, and how many there are; kMany where
  // they are to be looked for again.
  std::uint32_t paratext = 0;
  std::uint8_t paratext_count = 0;
  static constexpr std::uint8_t kMany = 0xFF;
};

enum class Texts { kKept, kNotKept };

struct Scan {
  std::vector<FoundFile> files;
  // One each a report, in the order of the files; texts may be empty.
  std::vector<read::ReportKey> keys;
  std::vector<Place> places;
  std::vector<Paratext> paratext;
  std::vector<Report> texts;
  // Grouping given in the input, as an index into `names`; 0: none.
  std::vector<std::uint32_t> given;
  std::vector<std::string> names;  // distinct; the first is ""
  std::vector<Error> unreadable;
  // Records of inputs that cannot be read at any place: packed files, pipes,
  // JSON documents. Null where there are none, or the texts were kept.
  std::unique_ptr<RandomFile> spool;
};

// Reads every input as read_corpus() does, paratext included. Never fails as
// a whole: what cannot be read is in `unreadable`. With Texts::kNotKept memory
// is a few hundred bytes a report. `progress` as in StoriesRequest.
Scan scan_inputs(std::span<const std::string> inputs,
                 const ReadOptions& options, Texts texts,
                 const ProgressFunction& progress);

// The error of a run that found no report.
Error no_report(const std::vector<Error>& unreadable);

}  // namespace stemma::engine
