// A record of the input is one JSON object. Lines are cut by the caller and
// parsed one by one, because a parser that reads many records at once loses
// those after a bad one.
//
// A line is parsed as it came. Only if that fails is it repaired (json_repair)
// and parsed again, so that sound input pays little. Escapes of control bytes
// and of half a surrogate pair are looked for first: the parser lets them
// through, the latter as bytes that are no UTF-8.
#include "read/json_lines.h"

#include <utility>

#include <simdjson.h>

#include "read/json_record.h"
#include "read/json_repair.h"

namespace stemma::read {
namespace {

using simdjson::dom::element;

// What is wrong, in words for the person who has to mend it.
std::string_view reason(simdjson::error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return ": a string is not closed";
    case simdjson::STRING_ERROR:
      return ": an escape in a string means nothing";
    case simdjson::NUMBER_ERROR:
      return ": a number is malformed or too large";
    case simdjson::DEPTH_ERROR:
      return ": nested too deeply";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return ": too large to parse";
    default:
      return "";
  }
}

Error not_json(simdjson::error_code error) {
  return {.code = ErrorCode::kMalformed,
          .found = std::string("no JSON").append(reason(error)),
          .expected = "one JSON object a line",
          .advice = "mend or remove the line"};
}

}  // namespace

struct RecordReader::State {
  RecordOptions options;
  simdjson::dom::parser parser;
  std::vector<Remark> remarks;  // of the last parse()

  // Valid until the next call.
  simdjson::simdjson_result<element> parse(std::string_view json) {
    remarks.clear();
    if (!has_odd_escape(json)) {
      auto parsed = parser.parse(json.data(), json.size());
      if (parsed.error() == simdjson::SUCCESS) return parsed;
    }
    RepairedJson repaired = repair_json(json);
    remarks = std::move(repaired.remarks);
    return parser.parse(repaired.bytes.data(), repaired.bytes.size());
  }
};

RecordReader::RecordReader(RecordOptions options)
    : state_(std::make_unique<State>()) {
  state_->options = std::move(options);
}
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;
RecordReader::~RecordReader() = default;

Result<Report> RecordReader::read_line(std::string_view line) {
  element record;
  const auto error = state_->parse(line).get(record);
  if (error != simdjson::SUCCESS) return fail(not_json(error));
  Result<Report> report = report_of(record, state_->options.group_by);
  if (report) {
    report->remarks.insert(report->remarks.begin(), state_->remarks.begin(),
                           state_->remarks.end());
  }
  return report;
}

RecordReader::Document RecordReader::read_document(std::string_view bytes) {
  Document document;
  element root;
  const auto error = state_->parse(bytes).get(root);
  if (error != simdjson::SUCCESS) {
    Error broken = not_json(error);
    broken.expected = "one JSON array or object";
    broken.advice = "mend the file, or write one record a line";
    document.errors.push_back(std::move(broken));
    return document;
  }
  std::vector<element> records = {root};
  simdjson::dom::array array;
  if (root.get_array().get(array) == simdjson::SUCCESS) {
    records.assign(array.begin(), array.end());
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    Result<Report> report = report_of(records[i], state_->options.group_by);
    if (report) {
      document.reports.push_back(std::move(*report));
      if (state_->options.keep_records) {
        document.records.push_back(simdjson::minify(records[i]));
      }
    } else {
      Error failed = report.error();
      failed.where = "record " + std::to_string(i + 1);
      document.errors.push_back(std::move(failed));
    }
  }
  if (!document.reports.empty()) {
    document.reports.front().remarks.insert(
        document.reports.front().remarks.begin(), state_->remarks.begin(),
        state_->remarks.end());
  }
  return document;
}

}  // namespace stemma::read
