// The analyses of reports while pairs of them are compared.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "reuse/words.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// A report laid out for comparison. The analysis lives as long as the page.
struct Page {
  const Report* report = nullptr;
  const Analysis* analysis = nullptr;
  ContentWords words;
  Analysis made;  // where there was none at hand
};

// What pages are made from; may be read by several threads.
struct Library {
  // Pages kept for the whole run; null for others.
  std::vector<std::shared_ptr<const Page>> kept;
  std::span<const Witness> witnesses;  // an analysis may be null
  std::span<const std::vector<Span>> boilerplate;
  const WordSpread* spread = nullptr;
};

// A page of the library's that is none of those kept.
std::shared_ptr<Page> make_page(const Library& library, ReportIndex report);

// Makes pages and keeps those last made, up to a number of bytes: reports
// that are compared with one another mostly stand near one another in time.
// Not safe for use by several threads at once.
class Pages {
 public:
  Pages(const Library& library, std::size_t most_bytes)
      : library_(library), most_bytes_(most_bytes) {}

  std::shared_ptr<const Page> page(ReportIndex report);

 private:
  const Library& library_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  boost::unordered_flat_map<ReportIndex, std::shared_ptr<const Page>> kept_;
};

}  // namespace stemma::reuse
