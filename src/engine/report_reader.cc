#include "engine/report_reader.h"

#include <algorithm>
#include <utility>

#include "read/paratext.h"
#include "read/plain_text.h"

namespace stemma::engine {
namespace {

constexpr std::size_t kOpenFiles = 256;

Error changed(std::string where) {
  return {.code = ErrorCode::kDataLoss,
          .where = std::move(where),
          .found = "a file that was changed while it was read",
          .expected = "a file that stays as it is",
          .advice = "run again when it is written"};
}

bool may_hold_credits(const Paratext& part) {
  return part.kind == ParatextKind::kDateline ||
         part.kind == ParatextKind::kByline ||
         part.kind == ParatextKind::kCredit ||
         part.kind == ParatextKind::kAddress;
}

}  // namespace

SourceFiles::SourceFiles(const Scan& scan)
    : scan_(scan), open_(scan.files.size()) {
  std::size_t opened = 0;
  for (const Place& place : scan.places) {
    if (place.kind != Place::Kind::kLine || open_[place.file]) continue;
    if (opened++ == kOpenFiles) return;
    auto file = RandomFile::from_path(scan.files[place.file].path);
    if (!file) continue;
    open_[place.file] = std::make_unique<RandomFile>(std::move(*file));
  }
}

Status SourceFiles::read(const Place& place, std::string& into) const {
  if (place.kind == Place::Kind::kSpooledRecord ||
      place.kind == Place::Kind::kSpooledText) {
    return scan_.spool->read_at(place.offset, place.size, into);
  }
  const FoundFile& file = scan_.files[place.file];
  if (place.kind == Place::Kind::kFile) {
    auto bytes = read_file(file.path, UINT64_MAX);
    if (!bytes) return fail(bytes.error());
    into = std::move(*bytes);
    return {};
  }
  if (open_[place.file]) {
    return open_[place.file]->read_at(place.offset, place.size, into);
  }
  const auto opened = RandomFile::from_path(file.path);
  if (!opened) return fail(opened.error());
  return opened->read_at(place.offset, place.size, into);
}

ReportReader::ReportReader(const SourceFiles& files,
                           const std::string& group_by)
    : files_(files), records_({.group_by = group_by}) {}

// Without paratext.
Result<Report> ReportReader::read_bare(const Place& place,
                                       const read::ReportKey& key) {
  if (const Status got = files_.read(place, bytes_); !got) {
    return fail(got.error());
  }
  const bool text = place.kind == Place::Kind::kFile ||
                    place.kind == Place::Kind::kSpooledText;
  auto report =
      text ? read::read_plain_text(bytes_) : records_.read_line(bytes_);
  if (!report) return fail(changed(key.id));
  report->id = key.id;
  return report;
}

Result<Report> ReportReader::read(const Place& place,
                                  const read::ReportKey& key) {
  auto report = read_bare(place, key);
  if (report) read::find_paratext(*report);
  return report;
}

Result<Report> ReportReader::read_words(const Place& place,
                                        const read::ReportKey& key) {
  if (place.paratext_count == Place::kMany) return read(place, key);
  auto report = read_bare(place, key);
  if (!report) return report;
  const auto first = files_.scan().paratext.begin() + place.paratext;
  report->paratext.assign(first, first + place.paratext_count);
  // A file that was changed since may have become shorter.
  std::erase_if(report->paratext, [&](const Paratext& part) {
    return part.span.end > report->text.size();
  });
  report->outlet = key.outlet;
  report->published = key.published;
  return report;
}

Result<Report> ReportReader::read_credited(const Place& place,
                                           const read::ReportKey& key) {
  auto report = read_words(place, key);
  if (!report || place.paratext_count == Place::kMany) return report;
  const bool credits = std::any_of(report->paratext.begin(),
                                   report->paratext.end(), may_hold_credits);
  if (credits || !report->byline.empty()) {
    report->paratext.clear();
    read::find_paratext(*report);
  }
  return report;
}

}  // namespace stemma::engine
