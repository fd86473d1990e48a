// Which reports share a fingerprint, in bounded memory.
//
// The fingerprints of all reports are made, cut by their first bits into parts
// that fit into a processor's cache, and each part is sorted (by counting, in
// three rounds), so that the reports of one fingerprint stand side by side.
// Parts are made as many at a time as the memory holds: the fingerprints are
// made anew for each batch of parts, which is cheaper than to keep them.
//
// A pair of words that stands in one report alone, or in more than kMaxSpread
// (a stop-hash), says nothing and is dropped; that bounds the work of one
// fingerprint and leaves a small share of them all. A text printed a hundred
// times would lose all its pairs that way, so a run of words that so many have
// links each of them to the few that come next: all of them are linked, and
// the work stays linear.
//
// What is left is an index that says for each report where its later partners
// stand. If the index of all reports would not fit into the memory, it is made
// for a range of reports at a time.
#include "reuse/shared_fingerprints.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <utility>

namespace stemma::reuse {
namespace {

// What a pair must share: as much as so many fingerprints that no other report
// has.
constexpr double kMinFingerprints = 7;
constexpr std::size_t kPartPostings = std::size_t{1} << 15U;
constexpr std::size_t kMostParts = std::size_t{1} << 12U;
constexpr std::size_t kReportsPerLane = 64;
constexpr std::size_t kMostLanes = 16;
constexpr std::size_t kGranules = 64;
// About so many fingerprints come of a word.
constexpr double kFingerprintsPerWord = 3.25;
// Bytes kept of a fingerprint that is shared: while the index is made a
// posting, its place and its report.
constexpr std::size_t kEntryBytes = 24;

// A fingerprint (upper half, without the bits that its part stands for) of a
// report (lower half).
using Posting = std::uint64_t;

ReportIndex report_of(Posting posting) {
  return static_cast<ReportIndex>(posting);
}
std::uint64_t key_of(Posting posting) { return posting >> 32U; }

// How the fingerprints are cut up.
struct Layout {
  unsigned part_bits = 0;
  std::size_t parts = 1;
  std::size_t parts_at_once = 1;
  std::size_t lanes = 1;  // ranges of reports made at the same time
  double postings = 0;    // about so many in all

  std::size_t part_of(Fingerprint hash) const {
    return part_bits == 0 ? 0 : hash >> (64U - part_bits);
  }
  Posting posting(Fingerprint hash, ReportIndex report) const {
    const std::uint64_t key = ((hash << part_bits) >> 33U << 1U) | (hash & 1U);
    return key << 32U | report;
  }
};

Layout lay_out(const Outlines& outlines, const IndexOptions& options) {
  Layout layout;
  std::size_t words = 0;
  for (const Outline& one : outlines.reports) words += one.terms.size();
  layout.postings = kFingerprintsPerWord * static_cast<double>(words);
  layout.parts = std::bit_ceil(std::clamp<std::size_t>(
      static_cast<std::size_t>(layout.postings) / kPartPostings, 1,
      kMostParts));
  layout.part_bits = static_cast<unsigned>(std::bit_width(layout.parts)) - 1;
  const double at_once = static_cast<double>(options.memory_bytes) / 2 /
                         (sizeof(Posting) * (layout.postings + 1));
  layout.parts_at_once = static_cast<std::size_t>(
      std::clamp(at_once, 1.0 / static_cast<double>(layout.parts), 1.0) *
      static_cast<double>(layout.parts));
  layout.lanes = std::clamp<std::size_t>(
      outlines.reports.size() / kReportsPerLane, 1, kMostLanes);
  return layout;
}

// Sorts by key, reports of one key in their order: three rounds of counting
// over eleven bits each.
void sort_by_key(std::vector<Posting>& postings,
                 std::vector<Posting>& scratch) {
  constexpr std::size_t kDigits = 1U << 11U;
  scratch.resize(postings.size());
  for (unsigned shift = 32; shift < 64; shift += 11) {
    std::array<std::uint32_t, kDigits> place{};
    for (const Posting posting : postings) {
      ++place[(posting >> shift) % kDigits];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& each : place) sum += std::exchange(each, sum);
    for (const Posting posting : postings) {
      scratch[place[(posting >> shift) % kDigits]++] = posting;
    }
    postings.swap(scratch);
  }
}

// Parts [first, last) of the fingerprints, unsorted, by lane.
class Scatter {
 public:
  Scatter(const Outlines& outlines, const Layout& layout, std::size_t first,
          std::size_t last, const Loop& loop)
      : lanes_(layout.lanes) {
    loop(layout.lanes,
         [&](std::size_t lane) { fill(outlines, layout, first, last, lane); });
  }

  // The postings of one part, sorted, one a report and fingerprint. To be
  // called once.
  std::vector<Posting> sorted(std::size_t part) {
    std::vector<Posting> all;
    std::size_t size = 0;
    for (const auto& lane : lanes_) size += lane[part].size();
    all.reserve(size);
    for (auto& lane : lanes_) {
      all.insert(all.end(), lane[part].begin(), lane[part].end());
      std::vector<Posting>().swap(lane[part]);
    }
    std::vector<Posting> scratch;
    sort_by_key(all, scratch);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

 private:
  void fill(const Outlines& outlines, const Layout& layout, std::size_t first,
            std::size_t last, std::size_t lane) {
    std::vector<std::vector<Posting>>& parts = lanes_[lane];
    parts.resize(last - first);
    const double expected = layout.postings /
                            static_cast<double>(layout.lanes) /
                            static_cast<double>(layout.parts);
    for (auto& part : parts) {
      part.reserve(static_cast<std::size_t>(expected));
    }
    const std::size_t reports = outlines.reports.size();
    const auto begin = static_cast<ReportIndex>(reports * lane / layout.lanes);
    const auto end =
        static_cast<ReportIndex>(reports * (lane + 1) / layout.lanes);
    std::vector<Fingerprint> found;
    for (ReportIndex report = begin; report < end; ++report) {
      found.clear();
      append_fingerprints(outlines.reports[report].terms, *outlines.spread,
                          found);
      for (const Fingerprint hash : found) {
        const std::size_t part = layout.part_of(hash);
        if (part < first || part >= last) continue;
        parts[part - first].push_back(layout.posting(hash, report));
      }
    }
  }

  std::vector<std::vector<std::vector<Posting>>> lanes_;
};

// The postings of one fingerprint, if it is one that links reports.
bool links_reports(std::span<const Posting> group) {
  if (group.size() < 2) return false;
  return is_run(key_of(group.front())) == (group.size() > kMaxSpread);
}

// Calls `use(part, group)` for each fingerprint that links reports. Parts of
// different numbers may be at work at the same time.
template <typename Use>
void for_each_link(const Outlines& outlines, const Layout& layout,
                   const Loop& loop, const Use& use) {
  for (std::size_t first = 0; first < layout.parts;
       first += layout.parts_at_once) {
    const std::size_t last =
        std::min(layout.parts, first + layout.parts_at_once);
    Scatter scatter(outlines, layout, first, last, loop);
    loop(last - first, [&](std::size_t part) {
      const std::vector<Posting> postings = scatter.sorted(part);
      const std::span<const Posting> all = postings;
      for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && key_of(all[end]) == key_of(all[i])) ++end;
        const std::span<const Posting> group = all.subspan(i, end - i);
        if (links_reports(group)) use(first + part, group);
        i = end;
      }
    });
  }
}

// What one part contributes to the index of a range.
struct PartIndex {
  std::vector<ReportIndex> reports;
  std::vector<ReportIndex> owners;
  std::vector<SharedFingerprint> shared;  // `next` counts within the part
};

void add_group(std::span<const Posting> group, ReportRange range,
               std::size_t reports, const IndexOptions& options,
               PartIndex& part) {
  const auto inside = [&](ReportIndex report) {
    return range.begin <= report && report < range.end;
  };
  const auto first =
      std::find_if(group.begin(), group.end(),
                   [&](Posting posting) { return inside(report_of(posting)); });
  if (first == group.end()) return;
  const bool run = is_run(key_of(group.front()));
  const std::uint16_t weight =
      link_weight(key_of(group.front()), reports, group.size());
  const std::size_t most =
      run ? std::min<std::size_t>(options.neighbours, 0xFFFF) : kMaxSpread;
  for (auto at = first; at != group.end(); ++at) {
    part.reports.push_back(report_of(*at));
    const auto after = static_cast<std::size_t>(group.end() - at) - 1;
    if (after == 0 || !inside(report_of(*at))) continue;
    part.owners.push_back(report_of(*at));
    part.shared.push_back({static_cast<std::uint32_t>(part.reports.size()),
                           static_cast<std::uint16_t>(std::min(after, most)),
                           weight});
  }
}

}  // namespace

std::uint32_t least_score(std::size_t reports) {
  const double all = static_cast<double>(std::max<std::size_t>(reports, 2));
  return static_cast<std::uint32_t>(kScoreUnit * kMinFingerprints *
                                    (1 + std::log(all / 2)));
}

std::uint16_t link_weight(Fingerprint fingerprint, std::size_t reports,
                          std::size_t sharing) {
  if (is_run(fingerprint)) {
    return static_cast<std::uint16_t>(least_score(reports));
  }
  const double says =
      1 + std::log(static_cast<double>(reports) / static_cast<double>(sharing));
  return static_cast<std::uint16_t>(std::lround(kScoreUnit * says));
}

std::vector<ReportRange> plan_ranges(const Outlines& outlines,
                                     const IndexOptions& options,
                                     const Loop& loop) {
  const auto reports = static_cast<ReportIndex>(outlines.reports.size());
  const Layout layout = lay_out(outlines, options);
  const std::size_t fits = options.memory_bytes / 2 / kEntryBytes;
  if (layout.postings <= static_cast<double>(fits)) return {{0, reports}};
  const auto granule_of = [&](ReportIndex report) {
    return std::size_t{report} * kGranules / reports;
  };
  std::array<std::uint64_t, kGranules> entries{};
  for_each_link(outlines, layout, loop,
                [&](std::size_t, std::span<const Posting> group) {
                  for (std::size_t i = 0; i < group.size();) {
                    const std::size_t granule = granule_of(report_of(group[i]));
                    std::atomic_ref(entries[granule])
                        .fetch_add(group.size() - i, std::memory_order_relaxed);
                    while (i < group.size() &&
                           granule_of(report_of(group[i])) == granule) {
                      ++i;
                    }
                  }
                });
  std::vector<ReportRange> ranges;
  ReportRange open;
  std::uint64_t inside = 0;
  for (std::size_t granule = 0; granule < kGranules; ++granule) {
    // The first report of the next granule.
    const auto end = static_cast<ReportIndex>(
        (std::uint64_t{reports} * (granule + 1) + kGranules - 1) / kGranules);
    if (inside > 0 && inside + entries[granule] > fits) {
      ranges.push_back(open);
      open.begin = open.end;
      inside = 0;
    }
    inside += entries[granule];
    open.end = std::min(end, reports);
  }
  ranges.push_back(open);
  return ranges;
}

SharedIndex index_range(const Outlines& outlines, ReportRange range,
                        const IndexOptions& options, const Loop& loop) {
  const Layout layout = lay_out(outlines, options);
  std::vector<PartIndex> parts(layout.parts);
  for_each_link(outlines, layout, loop,
                [&](std::size_t part, std::span<const Posting> group) {
                  add_group(group, range, outlines.reports.size(), options,
                            parts[part]);
                });
  SharedIndex index;
  index.range = range;
  const std::size_t owners = range.end - range.begin;
  std::vector<std::uint64_t> cursor(owners + 1, 0);
  std::vector<std::size_t> base(parts.size() + 1, 0);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    base[p + 1] = base[p] + parts[p].reports.size();
    for (const ReportIndex owner : parts[p].owners) {
      ++cursor[owner - range.begin + 1];
    }
  }
  for (std::size_t i = 1; i < cursor.size(); ++i) cursor[i] += cursor[i - 1];
  index.begins = cursor;
  index.reports.resize(base.back());
  index.shared.resize(cursor.back());
  // The order within one report is left open: scores are sums of whole numbers.
  loop(parts.size(), [&](std::size_t p) {
    std::copy(parts[p].reports.begin(), parts[p].reports.end(),
              index.reports.begin() + static_cast<std::ptrdiff_t>(base[p]));
    for (std::size_t k = 0; k < parts[p].owners.size(); ++k) {
      SharedFingerprint shared = parts[p].shared[k];
      shared.next += static_cast<std::uint32_t>(base[p]);
      index.shared[std::atomic_ref(cursor[parts[p].owners[k] - range.begin])
                       .fetch_add(1, std::memory_order_relaxed)] = shared;
    }
    parts[p] = PartIndex();
  });
  return index;
}

}  // namespace stemma::reuse
