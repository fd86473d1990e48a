// Which report is which: ids, duplicates, order.
#pragma once

#include <string>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

// A report as read, with what its id may be made of.
struct ReadReport {
  Report report;         // `id` as in the record, or empty
  std::string relative;  // path of a plain text file, empty for a record
};

// Gives every report an id and returns them in canonical order: published,
// outlet, id; undated last.
//
// A plain file's id is its file name without extension, its relative path
// where two files have one name. A record without id gets a hash of outlet,
// url, published, title and text (16 hex digits). Reports that are equal in
// all fields become one. Different reports of one id become "id~" and 8 hex
// digits of the content each. No two ids of the result are equal, and the
// result does not depend on the order of `reports`.
std::vector<Report> identify(std::vector<ReadReport> reports);

}  // namespace stemma::read
