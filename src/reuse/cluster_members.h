// From places that belong together to the members of a cluster.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/cluster.h"
#include "stemma/types/passage.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// A stretch of a report that is one side of a passage.
struct Place {
  ReportIndex report = 0;
  Span span;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// Position in a sorted list of places.
using PlaceIndex = std::uint32_t;

// A passage as seen from one of its places.
struct Edge {
  PlaceIndex from = 0;
  PlaceIndex to = 0;
  double similarity = 0;
};

// All arguments outlive it. `places`: sorted; `edges`: by `from`, the most
// similar first.
class ClusterMaker {
 public:
  ClusterMaker(std::span<const Witness> witnesses, const ReuseResult& found,
               std::span<const Place> places, std::span<const Edge> edges);

  // The cluster of these places, which are ascending. Places that overlap in a
  // report are one; every report of an equal text is a member. The source of
  // a member is the first print of its text, else the earlier of its nearest
  // passages; it does not claim that the text was taken from there.
  Cluster make(std::span<const PlaceIndex> own) const;

 private:
  // Places of one report that overlap, as one.
  struct Merged {
    ReportIndex report = 0;
    Span span;
    std::vector<PlaceIndex> places;
    std::uint32_t first_member = 0;  // of the reports with its text
  };
  // A member in the making.
  struct Draft {
    ReportIndex report = 0;
    Span span;
    std::uint32_t merged = 0;
    bool first = false;  // of the reports with its text
  };

  std::vector<Merged> merge(std::span<const PlaceIndex> own) const;
  std::vector<Draft> drafts_of(const std::vector<Merged>& merged) const;
  std::vector<std::uint32_t> nearest(const std::vector<Merged>& merged,
                                     const Merged& from) const;
  bool before(ReportIndex a, ReportIndex b) const;

  std::span<const Witness> witnesses_;
  std::span<const Place> places_;
  std::span<const Edge> edges_;
  // By report: the reports of equal text, where it is the first of them.
  std::vector<const std::vector<ReportIndex>*> equal_;
};

}  // namespace stemma::reuse
