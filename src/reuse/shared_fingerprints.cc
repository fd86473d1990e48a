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
// What is left is kept as it stands, fingerprint by fingerprint. From that an
// index is made that says for each report where its partners stand; if it would
// not fit into the memory for all reports, for a range of them at a time.
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
// About so many fingerprints come of a word.
constexpr double kFingerprintsPerWord = 3.25;

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
  const double at_once = static_cast<double>(options.memory_bytes) /
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

// Calls `use(part, postings)` for each part of the fingerprints, with its
// postings in order. Parts of different numbers may be at work at the same
// time.
template <typename Use>
void for_each_part(const Outlines& outlines, const Layout& layout,
                   const Loop& loop, const Use& use) {
  for (std::size_t first = 0; first < layout.parts;
       first += layout.parts_at_once) {
    const std::size_t last =
        std::min(layout.parts, first + layout.parts_at_once);
    Scatter scatter(outlines, layout, first, last, loop);
    loop(last - first, [&](std::size_t part) {
      const std::vector<Posting> postings = scatter.sorted(part);
      use(first + part, postings);
    });
  }
}

// The reports of each fingerprint that links any.
PackedGroups pack_groups(std::span<const Posting> postings) {
  PackedGroups groups;
  std::vector<ReportIndex> reports;
  for (std::size_t i = 0; i < postings.size();) {
    std::size_t end = i + 1;
    while (end < postings.size() &&
           key_of(postings[end]) == key_of(postings[i])) {
      ++end;
    }
    const std::span<const Posting> group = postings.subspan(i, end - i);
    if (links_reports(group)) {
      reports.clear();
      for (const Posting posting : group) reports.push_back(report_of(posting));
      groups.add(reports);
    }
    i = end;
  }
  groups.shrink();
  return groups;
}

// Puts the places of reports into an index, from several threads.
class IndexFiller {
 public:
  explicit IndexFiller(SharedIndex& index)
      : index_(index), cursor_(index.begins) {}

  // A place of the report, if it is one of the range.
  void add(ReportIndex report, const GroupPlace& place) {
    if (report < index_.range.begin || report >= index_.range.end) return;
    index_.places[std::atomic_ref(cursor_[report - index_.range.begin])
                      .fetch_add(1, std::memory_order_relaxed)] = place;
  }

 private:
  SharedIndex& index_;
  std::vector<std::uint64_t> cursor_;
};

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

SharedGroups find_groups(const Outlines& outlines, const IndexOptions& options,
                         const Loop& loop) {
  const std::size_t reports = outlines.reports.size();
  const Layout layout = lay_out(outlines, options);
  SharedGroups groups;
  groups.parts.resize(layout.parts);
  groups.groups_of.assign(reports, 0);
  const auto count = [&](std::uint32_t /*at*/,
                         std::span<const ReportIndex> group) {
    for (const ReportIndex report : group) {
      std::atomic_ref(groups.groups_of[report])
          .fetch_add(1, std::memory_order_relaxed);
    }
  };
  for_each_part(outlines, layout, loop,
                [&](std::size_t part, std::span<const Posting> postings) {
                  groups.parts[part] = pack_groups(postings);
                  groups.parts[part].for_each_small(count);
                  groups.parts[part].for_each_large(count);
                });
  return groups;
}

std::vector<ReportRange> plan_ranges(const SharedGroups& groups,
                                     const IndexOptions& options) {
  const std::size_t fits = options.memory_bytes / sizeof(GroupPlace);
  std::vector<ReportRange> ranges;
  ReportRange open;
  std::size_t places = 0;
  for (const std::uint32_t groups_of : groups.groups_of) {
    if (places > 0 && places + groups_of > fits) {
      ranges.push_back(open);
      open.begin = open.end;
      places = 0;
    }
    places += groups_of;
    ++open.end;
  }
  ranges.push_back(open);
  return ranges;
}

SharedIndex index_range(const SharedGroups& groups, ReportRange range,
                        const IndexOptions& options, const Loop& loop) {
  SharedIndex index;
  index.groups = &groups;
  index.range = range;
  index.begins.push_back(0);
  for (ReportIndex report = range.begin; report < range.end; ++report) {
    index.begins.push_back(index.begins.back() + groups.groups_of[report]);
  }
  index.places.resize(index.begins.back());
  const std::size_t reports = groups.groups_of.size();
  std::array<std::uint16_t, kMaxSpread + 1> weights{};  // by size of the group
  for (std::size_t size = 2; size < weights.size(); ++size) {
    weights[size] = link_weight(Fingerprint{0}, reports, size);
  }
  const std::uint16_t run_weight = link_weight(Fingerprint{1}, reports, 2);
  const std::size_t most = std::min<std::size_t>(options.neighbours, 0xFFFF);
  IndexFiller filler(index);
  // The order within one report is left open: scores are sums of whole numbers.
  loop(groups.parts.size(), [&](std::size_t p) {
    const auto part = static_cast<std::uint16_t>(p);
    groups.parts[p].for_each_small(
        [&](std::uint32_t at, std::span<const ReportIndex> group) {
          for (const ReportIndex report : group) {
            filler.add(report, {at, part, 0, 0, weights[group.size()]});
          }
        });
    groups.parts[p].for_each_large(
        [&](std::uint32_t at, std::span<const ReportIndex> group) {
          for (std::size_t k = 0; k < group.size(); ++k) {
            filler.add(group[k], {static_cast<std::uint32_t>(at + k), part,
                                  static_cast<std::uint16_t>(std::min(k, most)),
                                  static_cast<std::uint16_t>(
                                      std::min(group.size() - 1 - k, most)),
                                  run_weight});
          }
        });
  });
  return index;
}

}  // namespace stemma::reuse
