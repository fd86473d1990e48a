// Which report is which: ids, duplicates, order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

// A report as read, with what its id may be made of.
struct ReadReport {
  Report report;         // `id` as in the record, or empty
  std::string relative;  // path of a plain text file, empty for a record
};

// What tells one report from another, without its text.
struct ReportKey {
  std::string id;        // as in the record, or empty
  std::string relative;  // as in ReadReport
  std::string outlet;
  PublicationTime published;
  std::uint64_t content = 0;  // hash of outlet, url, published, title, text
  // Two hashes of everything but the id: reports of which both are equal are
  // taken for equal.
  std::array<std::uint64_t, 2> fields = {};
  std::size_t remarks = 0;
};

// ReportKey::content of a report.
std::uint64_t content_hash(const Report& report);

// REQUIRES: the paratext is found, since it may set fields.
ReportKey key_of(const ReadReport& read);

// Gives every report an id (in its key) and returns which reports are kept, as
// indices into `keys` in canonical order: published, outlet, id; undated last.
//
// A plain file's id is its file name without extension, its relative path
// where two files have one name. A record without id gets a hash of outlet,
// url, published, title and text (16 hex digits). Of reports that are equal in
// all fields one is kept. Different reports of one id become "id~" and 8 hex
// digits of the content each. No two ids of the result are equal, and the
// result does not depend on the order of `keys`.
std::vector<std::size_t> identify(std::span<ReportKey> keys);

// The same for reports at hand.
std::vector<Report> identify(std::vector<ReadReport> reports);

}  // namespace stemma::read
