// Reports read again from where a scan found them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/random_file.h"
#include "engine/scan_inputs.h"
#include "read/json_lines.h"
#include "stemma/error.h"
#include "stemma/types/report.h"

namespace stemma::engine {

// The files in which a scan found records, open. May be used by several
// threads at once.
class SourceFiles {
 public:
  // Opens the files that hold records, up to some hundreds; others are opened
  // anew for every record. REQUIRES: the scan outlives the object.
  explicit SourceFiles(const Scan& scan);

  // The bytes of a report.
  Status read(const Place& place, std::string& into) const;

  const Scan& scan() const { return scan_; }

 private:
  const Scan& scan_;
  std::vector<std::unique_ptr<RandomFile>> open_;  // by Scan::files
};

// Not safe for use by several threads at once: each has its own.
class ReportReader {
 public:
  // REQUIRES: files outlive the reader; `group_by` as it was in the scan.
  ReportReader(const SourceFiles& files, const std::string& group_by);

  // The report as it was when it was scanned, paratext included, under the id
  // that it was given. kDataLoss where the file has changed since.
  Result<Report> read(const Place& place, const read::ReportKey& key);

  // The same without credits, faster: for outlines.
  Result<Report> read_words(const Place& place, const read::ReportKey& key);

  // As read_words(), but with credits; slower only where the scan found
  // paratext that can hold some.
  Result<Report> read_credited(const Place& place, const read::ReportKey& key);

 private:
  Result<Report> read_bare(const Place& place, const read::ReportKey& key);

  const SourceFiles& files_;
  read::RecordReader records_;
  std::string bytes_;
};

}  // namespace stemma::engine
