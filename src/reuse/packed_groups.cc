#include "reuse/packed_groups.h"

namespace stemma::reuse {
namespace {

// Seven bits to a byte, the lowest first; the highest bit says that more
// follow.
constexpr unsigned kBits = 7;
constexpr unsigned kMore = 1U << kBits;

void put(std::uint32_t number, std::vector<std::uint8_t>& out) {
  for (; number >= kMore; number >>= kBits) {
    out.push_back(static_cast<std::uint8_t>(number | kMore));
  }
  out.push_back(static_cast<std::uint8_t>(number));
}

std::uint32_t take(const std::uint8_t*& at) {
  std::uint32_t number = *at & (kMore - 1);
  for (unsigned shift = kBits; (*at++ & kMore) != 0; shift += kBits) {
    number |= (*at & (kMore - 1)) << shift;
  }
  return number;
}

}  // namespace

void PackedGroups::add(std::span<const ReportIndex> group) {
  if (group.size() > kMaxSpread) {
    large_.push_back(static_cast<ReportIndex>(group.size()));
    large_.insert(large_.end(), group.begin(), group.end());
    return;
  }
  small_.push_back(static_cast<std::uint8_t>(group.size()));
  ReportIndex before = 0;
  for (const ReportIndex report : group) {
    put(report - before, small_);
    before = report;
  }
}

void PackedGroups::shrink() {
  small_.shrink_to_fit();
  large_.shrink_to_fit();
}

std::span<const ReportIndex> PackedGroups::small(std::uint32_t& at,
                                                 Room& room) const {
  const std::uint8_t* byte = small_.data() + at;
  const std::size_t size = *byte++;
  ReportIndex report = 0;
  for (std::size_t k = 0; k < size; ++k) {
    report += take(byte);
    room[k] = report;
  }
  at = static_cast<std::uint32_t>(byte - small_.data());
  return std::span(room).first(size);
}

}  // namespace stemma::reuse
