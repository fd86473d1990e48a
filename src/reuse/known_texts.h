// The texts of an index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "reuse/index_format.h"
#include "stemma/error.h"
#include "stemma/types/options.h"
#include "stemma/types/report.h"

namespace stemma::reuse {

// The place of a report in an index: its segment and its number there.
using Place = std::pair<std::size_t, std::size_t>;

// Where and when a text was printed: what tells whether two texts may be
// paired, as Pairing does for the groups of one run.
class Printings {
 public:
  void add(const Report& report);

  // True if any two printings of both have different outlets, as far as
  // `options` ask for it, and any two are near enough in time.
  bool may_pair(const Printings& other, const ReuseOptions& options) const;

 private:
  bool near(const Printings& other, std::int64_t within_seconds) const;

  std::string outlet_;  // of the first
  bool empty_ = true;
  bool several_outlets_ = false;
  bool undated_ = false;          // any of them
  std::set<std::int64_t> times_;  // of the others
};

// Finds reports of an index by their texts. The index outlives it. May be read
// by several threads.
class KnownTexts {
 public:
  explicit KnownTexts(const IndexView& index);

  // The first report that has the text; none if there is none. kDataLoss where
  // a record is damaged.
  Result<std::optional<Place>> first_of(const Report& report) const;

  // Adds all reports of the index that have this text to `printings`.
  // kDataLoss where a record is damaged.
  Status add_printings(const Report& report, Printings& printings) const;

 private:
  struct Entry {
    std::uint64_t hash = 0;
    Place place;
  };
  std::span<const Entry> with_hash(std::uint64_t hash) const;

  const IndexView& index_;
  std::vector<Entry> entries_;  // by hash and place
};

}  // namespace stemma::reuse
