// Reports that share a fingerprint, packed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::reuse {

// A pair of words that stands in more reports says nothing (a stop-hash), and
// a run of words links reports only where it stands in more.
inline constexpr std::size_t kMaxSpread = 24;

// Groups of reports, each ascending and of two or more. Small ones, of at most
// kMaxSpread, are nearly all: of each the size, the first report and the steps
// from one to the next are kept, in as many bytes as they need, since reports
// that share something mostly stand near one another. Large ones are kept as
// they are. May be read by several threads.
class PackedGroups {
 public:
  using Room = std::array<ReportIndex, kMaxSpread>;

  // REQUIRES: small groups before `at` comes to 4 GiB.
  void add(std::span<const ReportIndex> group);

  // Gives memory back; to be called when all are added.
  void shrink();

  // The small group that begins at `at`, unpacked into `room`; `at` moves to
  // the next one. REQUIRES: a small group begins there.
  std::span<const ReportIndex> small(std::uint32_t& at, Room& room) const;

  // Calls use(at, group) for every small group, in the order in which they were
  // added. The group is valid during the call.
  template <typename Use>
  void for_each_small(const Use& use) const {
    Room room{};
    for (std::uint32_t next = 0; next < small_.size();) {
      const std::uint32_t at = next;
      use(at, small(next, room));
    }
  }

  // The same for large ones: `at` is where the group's reports begin in
  // large().
  template <typename Use>
  void for_each_large(const Use& use) const {
    for (std::uint32_t at = 0; at < large_.size();) {
      const std::uint32_t size = large_[at++];
      use(at, large().subspan(at, size));
      at += size;
    }
  }
  std::span<const ReportIndex> large() const { return large_; }

 private:
  std::vector<std::uint8_t> small_;
  std::vector<ReportIndex> large_;  // of each the size, then the reports
};

}  // namespace stemma::reuse
