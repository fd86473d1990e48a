// Which of these groups of reports are one story?
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "story/comparison.h"
#include "story/join_model.h"
#include "story/profile.h"

namespace stemma::story {

// A pair of groups that may be one story, by their positions.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Groups of reports that are put together, two at a time. Only pairs that are
// linked, or whose parts were, are ever looked at. Not safe for use by several
// threads at once.
class Groups {
 public:
  // Keeps views of `groups` (no null) and `squares`, as Commonness::squares().
  // A group is linked to its best 64 of `links` at most. Groups that a pair of
  // `apart` names stay in different stories.
  Groups(std::span<const Profile* const> groups, std::span<const Pair> links,
         std::span<const Pair> apart,
         const std::array<double, kFields>& squares);

  std::size_t size() const { return groups_.size(); }
  bool exists(std::uint32_t group) const { return groups_[group].exists; }
  const Profile& profile(std::uint32_t group) const {
    return *groups_[group].profile;
  }
  // Positions of the groups that a group is linked to, ascending.
  std::vector<std::uint32_t> linked(std::uint32_t group) const;

  // True if `apart` names them, or what went into them.
  bool kept_apart(std::uint32_t a, std::uint32_t b) const;
  bool may_merge(std::uint32_t a, std::uint32_t b) const;

  // REQUIRES: a and b exist and are linked.
  EvidenceValues evidence(std::uint32_t a, std::uint32_t b);

  // The reports of the later group go to the earlier, which is returned; the
  // later ceases to exist. REQUIRES: as evidence().
  std::uint32_t merge(std::uint32_t a, std::uint32_t b);

 private:
  struct Linked {
    std::uint32_t group = 0;
    std::array<double, kComparedFields.size()> sums{};  // of likeness
  };
  struct Group {
    const Profile* profile = nullptr;
    std::unique_ptr<Profile> own;    // once it has merged
    std::vector<Linked> linked;      // by group
    std::vector<double> likenesses;  // of bodies, the largest first
    bool changed = true;             // likenesses are out of date
    bool exists = true;
    std::vector<std::uint32_t> apart;
  };

  Linked* find(std::uint32_t a, std::uint32_t b);
  std::array<double, kComparedFields.size()> sums(std::uint32_t a,
                                                  std::uint32_t b) const;
  double mean_body(std::uint32_t group, const Linked& linked) const;
  double others(std::uint32_t group, std::uint32_t without);
  void link(std::span<const Pair> links);
  void relink(std::uint32_t into, std::uint32_t gone);

  std::vector<Group> groups_;
  const std::array<double, kFields>& squares_;
};

// Puts together what is one story, the most probable pair first, until no pair
// is more probable than not. Returns for each group the first group of its
// story. `merging`, if not empty, is told of every merge before it is made: the
// group that stays, the one that goes, and the evidence.
using MergeFunction =
    std::function<void(std::uint32_t, std::uint32_t, const EvidenceValues&)>;
std::vector<std::uint32_t> agglomerate(Groups& groups,
                                       const JoinWeights& weights,
                                       const MergeFunction& merging = {});

}  // namespace stemma::story
