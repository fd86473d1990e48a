#include "reuse/known_texts.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace stemma::reuse {

void Printings::add(const Report& report) {
  if (empty_) outlet_ = report.outlet;
  empty_ = false;
  several_outlets_ = several_outlets_ || report.outlet != outlet_;
  if (!report.published.known()) {
    undated_ = true;
    return;
  }
  times_.insert(report.published.seconds);
}

bool Printings::near(const Printings& other,
                     std::int64_t within_seconds) const {
  if (undated_ || other.undated_) return true;
  auto a = times_.begin();
  auto b = other.times_.begin();
  while (a != times_.end() && b != other.times_.end()) {
    if (std::abs(*a - *b) <= within_seconds) return true;
    ++(*a < *b ? a : b);
  }
  return false;
}

bool Printings::may_pair(const Printings& other,
                         const ReuseOptions& options) const {
  const bool other_outlets =
      several_outlets_ || other.several_outlets_ || outlet_ != other.outlet_;
  return (!options.cross_outlet || other_outlets) &&
         (options.within_seconds == 0 || near(other, options.within_seconds));
}

KnownTexts::KnownTexts(const IndexView& index) : index_(index) {
  for (std::size_t s = 0; s < index.segments().size(); ++s) {
    const IndexSegment& segment = index.segments()[s];
    for (std::size_t r = 0; r < segment.size(); ++r) {
      entries_.push_back({segment.text_hash(r), {s, r}});
    }
  }
  std::sort(entries_.begin(), entries_.end(),
            [](const Entry& x, const Entry& y) {
              return std::tie(x.hash, x.place) < std::tie(y.hash, y.place);
            });
}

std::span<const KnownTexts::Entry> KnownTexts::with_hash(
    std::uint64_t hash) const {
  const auto [begin, end] = std::equal_range(
      entries_.begin(), entries_.end(), Entry{hash, {}},
      [](const Entry& x, const Entry& y) { return x.hash < y.hash; });
  return {begin, end};
}

Result<std::optional<Place>> KnownTexts::first_of(const Report& report) const {
  for (const Entry& entry : with_hash(text_hash_of(report))) {
    const auto known =
        index_.segments()[entry.place.first].report(entry.place.second);
    if (!known) return fail(known.error());
    if (known->report.text == report.text) return entry.place;
  }
  return std::nullopt;
}

Status KnownTexts::add_printings(const Report& report,
                                 Printings& printings) const {
  for (const Entry& entry : with_hash(text_hash_of(report))) {
    const auto known =
        index_.segments()[entry.place.first].report(entry.place.second);
    if (!known) return fail(known.error());
    if (known->report.text == report.text) printings.add(known->report);
  }
  return {};
}

}  // namespace stemma::reuse
