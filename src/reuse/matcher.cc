// Matcher: from words that two reports share to the stretches that are shared.
//
// Seeds are pairs of neighbours that stand near one another in both reports,
// in any order. Seeds that lie near one another in both (a gap of a few
// sentences is allowed, so that a sentence reworded beyond recognition does
// not cut a passage) form a cluster (as Sanchez-Perez, Gelbukh and Sidorov
// 2015 do with sentences). A cluster spans a rectangle: a stretch of `a`, a
// stretch of `b`.
//
// Each of the rectangle's four borders is then moved to where the words of
// the one stretch fit those of the other best: walking outward, a word found
// in the other stretch (each occurrence counts once) gains its weight, a word
// not found costs a share of its weight, and the border goes where the sum is
// largest, as in the X-drop extension of BLAST (Altschul et al. 1990) but for
// bags of words: order does not count. Two rounds settle nearly all.
#include "reuse/matcher.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace stemma::reuse {
namespace {

constexpr std::uint32_t kReach = 3;        // content words between neighbours
constexpr std::uint32_t kMaxRepeats = 12;  // a word more frequent is no seed
// Content words between the seeds of one cluster. What is no passage with the
// first is cut up with the next.
constexpr std::array<std::uint32_t, 3> kMaxGaps{30, 12, 5};
constexpr std::uint32_t kExtension = 40;  // content words looked at outside
constexpr float kMissCost = 0.45F;  // of a word's weight, if it is not found
constexpr std::uint32_t kMinSeeds = 3;

// The stretches that the seeds span.
Match rectangle(std::span<const Matcher::Seed> seeds) {
  Match match{{seeds[0].a, seeds[0].a + 1}, {seeds[0].b, seeds[0].b + 1}};
  for (const Matcher::Seed& seed : seeds) {
    match.a.begin = std::min(match.a.begin, seed.a);
    match.a.end = std::max(match.a.end, seed.a + 1);
    match.b.begin = std::min(match.b.begin, seed.b);
    match.b.end = std::max(match.b.end, seed.b + 1);
  }
  return match;
}

}  // namespace

Matcher::Matcher(const WordTable& table)
    : table_(table),
      count_(table.hashes.size(), 0),
      first_(table.hashes.size(), 0) {}

void Matcher::index(const ContentWords& a) {
  if (indexed_ == &a) return;
  if (indexed_ != nullptr) {
    for (const Term term : indexed_->terms) first_[term] = 0;
  }
  next_.assign(a.terms.size(), 0);
  for (auto i = static_cast<std::uint32_t>(a.terms.size()); i-- > 0;) {
    next_[i] = first_[a.terms[i]];
    first_[a.terms[i]] = i + 1;
  }
  indexed_ = &a;
}

void Matcher::find_seeds(const ContentWords& b) {
  seeds_.clear();
  struct Point {
    std::uint32_t a;
    std::uint32_t b;
    bool used;
  };
  std::vector<Point> recent;
  std::size_t oldest = 0;
  for (std::uint32_t j = 0; j < b.terms.size(); ++j) {
    while (oldest < recent.size() && recent[oldest].b + kReach < j) {
      if (recent[oldest].used) {
        seeds_.push_back({recent[oldest].a, recent[oldest].b});
      }
      ++oldest;
    }
    const std::size_t before = recent.size();
    std::uint32_t repeats = 0;
    for (std::uint32_t at = first_[b.terms[j]];
         at != 0 && repeats < kMaxRepeats; at = next_[at - 1], ++repeats) {
      const std::uint32_t i = at - 1;
      bool used = false;
      for (std::size_t k = oldest; k < before; ++k) {
        const std::uint32_t other = recent[k].a;
        const std::uint32_t distance = i > other ? i - other : other - i;
        if (distance == 0 || distance > kReach) continue;
        if (b.terms[recent[k].b] == b.terms[j]) continue;
        used = recent[k].used = true;
      }
      recent.push_back({i, j, used});
    }
  }
  for (; oldest < recent.size(); ++oldest) {
    if (recent[oldest].used) {
      seeds_.push_back({recent[oldest].a, recent[oldest].b});
    }
  }
}

void Matcher::cluster(std::span<Seed> seeds, std::uint32_t max_gap,
                      std::vector<std::span<Seed>>& out) {
  // Cut by gaps in `a`, each part by gaps in `b`, and so on until neither
  // side cuts any more.
  struct Part {
    std::span<Seed> seeds;
    bool by_a;
    int uncut;  // how many sides in a row left it whole
  };
  std::vector<Part> parts{{seeds, true, 0}};
  while (!parts.empty()) {
    const Part part = parts.back();
    parts.pop_back();
    if (part.seeds.size() < kMinSeeds) continue;
    if (part.uncut == 2) {
      out.push_back(part.seeds);
      continue;
    }
    const auto side = [&](const Seed& seed) {
      return part.by_a ? std::tuple(seed.a, seed.b)
                       : std::tuple(seed.b, seed.a);
    };
    std::sort(part.seeds.begin(), part.seeds.end(),
              [&](const Seed& x, const Seed& y) { return side(x) < side(y); });
    const std::size_t before = parts.size();
    std::size_t start = 0;
    for (std::size_t k = 1; k <= part.seeds.size(); ++k) {
      if (k < part.seeds.size() &&
          std::get<0>(side(part.seeds[k])) -
                  std::get<0>(side(part.seeds[k - 1])) <=
              max_gap) {
        continue;
      }
      parts.push_back({part.seeds.subspan(start, k - start), !part.by_a, 0});
      start = k;
    }
    if (parts.size() == before + 1) parts.back().uncut = part.uncut + 1;
  }
}

void Matcher::refine_side(const ContentWords& moved, const ContentWords& fixed,
                          WordRange other, WordRange& range) {
  const auto slack_begin = other.begin - std::min(other.begin, kReach);
  const auto slack_end = std::min<std::uint32_t>(
      static_cast<std::uint32_t>(fixed.terms.size()), other.end + kReach);
  for (std::uint32_t k = slack_begin; k < slack_end; ++k) {
    ++count_[fixed.terms[k]];
  }
  const std::uint32_t begin = range.begin - std::min(range.begin, kExtension);
  const std::uint32_t end = std::min<std::uint32_t>(
      static_cast<std::uint32_t>(moved.terms.size()), range.end + kExtension);
  const auto gain = [&](std::uint32_t position) {
    const Term term = moved.terms[position];
    if (count_[term] == 0) return -kMissCost * table_.weights[term];
    --count_[term];
    return table_.weights[term];
  };
  const std::uint32_t middle = range.begin + range.size() / 2;
  const std::uint32_t half = std::max(1U, range.size() / 2);
  // The middle takes its words first, then the two sides in turn.
  std::uint32_t best_end = middle;
  std::uint32_t best_begin = middle;
  float right = 0;
  float left = 0;
  float best_right = 0;
  float best_left = 0;
  for (std::uint32_t step = 0; step < half + kExtension + 1; ++step) {
    if (middle + step < end) {
      right += gain(middle + step);
      if (right > best_right) {
        best_right = right;
        best_end = middle + step + 1;
      }
    }
    if (step < middle && middle - step - 1 >= begin) {
      left += gain(middle - step - 1);
      if (left > best_left) {
        best_left = left;
        best_begin = middle - step - 1;
      }
    }
  }
  for (std::uint32_t k = slack_begin; k < slack_end; ++k) {
    count_[fixed.terms[k]] = 0;
  }
  range = {best_begin, best_end};
}

void Matcher::refine(const ContentWords& a, const ContentWords& b,
                     Match& match) {
  for (int round = 0; round < 2; ++round) {
    const Match before = match;
    refine_side(a, b, match.b, match.a);
    if (match.a.size() == 0) return;
    refine_side(b, a, match.a, match.b);
    if (match.b.size() == 0) return;
    if (before.a == match.a && before.b == match.b) return;
  }
}

void Matcher::match(const ContentWords& a, const ContentWords& b,
                    const std::function<bool(const Match&)>& accept) {
  index(a);
  find_seeds(b);
  std::vector<std::span<Seed>> open{seeds_};
  std::vector<std::span<Seed>> clusters;
  for (const std::uint32_t max_gap : kMaxGaps) {
    clusters.clear();
    for (const std::span<Seed> seeds : open) cluster(seeds, max_gap, clusters);
    open.clear();
    for (const std::span<Seed> seeds : clusters) {
      Match match = rectangle(seeds);
      refine(a, b, match);
      if (match.a.size() == 0 || match.b.size() == 0 || !accept(match)) {
        open.push_back(seeds);
      }
    }
  }
}

}  // namespace stemma::reuse
