// JSON records: one line of JSON Lines, or a whole JSON document.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/error.h"
#include "stemma/types/report.h"

namespace stemma::read {

struct RecordOptions {
  // The field copied into Report::story; empty: none.
  std::string group_by;
  // read_document() gives Document::records.
  bool keep_records = false;
};

// Reads records. Holds the parser's buffers, so one reader reads many lines;
// not safe for use by several threads at once.
class RecordReader {
 public:
  explicit RecordReader(RecordOptions options);
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;
  ~RecordReader();
  // A copy would share nothing and only cost.
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

  // One record of one line. Invalid UTF-8, lone surrogates and control bytes
  // are replaced by U+FFFD, each with a remark (offsets are bytes of `line`).
  // kMalformed, with an empty `where`, if it is no JSON object or has no text.
  // The report's paratext is not looked for here.
  Result<Report> read_line(std::string_view line);

  struct Document {
    std::vector<Report> reports;
    std::vector<std::string> records;  // of the reports, a line each, or none
    std::vector<Error> errors;  // `where`: "record 3", or "" for the document
  };
  // An array of records or one record. `bytes` up to 4 GiB - 1.
  Document read_document(std::string_view bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stemma::read
