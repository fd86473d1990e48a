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

constexpr std::uint32_t kReach = 3;       // content words between neighbours
constexpr std::uint32_t kMaxRepeats = 8;  // a word more frequent is no seed
// Content words between the seeds of one cluster. What is no passage with the
// first is cut up with the next.
constexpr std::array<std::uint32_t, 3> kMaxGaps{30, 12, 5};
// A text made for it could be cut again and again, one seed at a time.
constexpr int kMaxCuts = 32;
constexpr std::uint32_t kExtension = 40;  // content words looked at outside
constexpr float kMissCost = 0.38F;  // of a word's weight, if it is not found
constexpr std::uint32_t kMinSeeds = 6;
// The same in a summary, whose words may come from anywhere: more than half
// must be found.
constexpr float kSummaryMissCost = 0.9F;
constexpr std::uint32_t kMinSummary = 25;  // content words
constexpr std::uint32_t kMaxSummary = 150;
// A long text holds most words of anything by chance.
constexpr std::size_t kMaxSummedUp = 1500;
constexpr std::size_t kSummaryRatio = 2;  // times longer is what it sums up
constexpr float kMostInWindow = 0.85F;

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

// Moves the seeds that lie outside of the match on both sides to the front,
// and returns them.
std::span<Matcher::Seed> outside(std::span<Matcher::Seed> seeds,
                                 const Match& match) {
  const auto end = std::partition(
      seeds.begin(), seeds.end(), [&](const Matcher::Seed& seed) {
        return (seed.a < match.a.begin || seed.a >= match.a.end) &&
               (seed.b < match.b.begin || seed.b >= match.b.end);
      });
  return seeds.first(static_cast<std::size_t>(end - seeds.begin()));
}

}  // namespace

void Matcher::set_a(const PairWords& words) {
  a_ = {words.a().content, words.a().page->content_weights};
  const std::size_t numbers = words.stem_numbers();
  count_.assign(numbers, 0);
  in_window_.assign(numbers, 0);
  first_.assign(numbers, 0);
  next_.assign(a_.size(), 0);
  for (std::uint32_t i = a_.size(); i-- > 0;) {
    next_[i] = first_[a_.words[i]];
    first_[a_.words[i]] = i + 1;
  }
}

void Matcher::set_b(const PairWords& words) {
  b_ = {words.b().content, words.b().page->content_weights};
}

void Matcher::find_seeds() {
  const std::span<const std::uint32_t> words = b_.words;
  seeds_.clear();
  points_.clear();
  std::size_t oldest = 0;
  const auto take = [&](const Point& point) {
    if (point.is_seed) seeds_.push_back({point.a, point.b});
  };
  for (std::uint32_t j = 0; j < words.size(); ++j) {
    if (words[j] == 0) continue;
    while (oldest < points_.size() && points_[oldest].b + kReach < j) {
      take(points_[oldest++]);
    }
    const std::size_t before = points_.size();
    std::uint32_t repeats = 0;
    for (std::uint32_t at = first_[words[j]]; at != 0 && repeats < kMaxRepeats;
         at = next_[at - 1], ++repeats) {
      const std::uint32_t i = at - 1;
      bool used = false;
      for (std::size_t k = oldest; k < before; ++k) {
        const std::uint32_t other = points_[k].a;
        // Wraps around below, so that one comparison does for both sides.
        const std::uint32_t distance = i - other + kReach;
        if (distance > 2 * kReach || distance == kReach) continue;
        if (words[points_[k].b] == words[j]) continue;
        used = points_[k].is_seed = true;
      }
      points_.push_back({i, j, used});
    }
  }
  while (oldest < points_.size()) take(points_[oldest++]);
}

void Matcher::cluster(Cluster seeds, std::uint32_t max_gap,
                      std::vector<Cluster>& out) {
  // Cut by gaps in `a`, each part by gaps in `b`, and so on until neither
  // side cuts any more.
  struct Part {
    std::span<Seed> seeds;
    bool by_a;
    int uncut;  // how many sides in a row left it whole
    int cuts;   // how often it was looked at
  };
  std::vector<Part> parts{{seeds.seeds, true, 0, 0}};
  while (!parts.empty()) {
    const Part part = parts.back();
    parts.pop_back();
    if (part.seeds.size() < kMinSeeds) continue;
    if (part.uncut == 2 || part.cuts == kMaxCuts) {
      // Uncut, they are what was judged before.
      out.push_back({part.seeds,
                     seeds.judged && part.seeds.size() == seeds.seeds.size()});
      continue;
    }
    const auto side = [&](const Seed& seed) {
      return part.by_a ? std::tuple(seed.a, seed.b)
                       : std::tuple(seed.b, seed.a);
    };
    const auto stands_before = [&](const Seed& x, const Seed& y) {
      return side(x) < side(y);
    };
    // Mostly they are: what is shared is in one order on both sides.
    if (!std::is_sorted(part.seeds.begin(), part.seeds.end(), stands_before)) {
      std::sort(part.seeds.begin(), part.seeds.end(), stands_before);
    }
    const std::size_t before = parts.size();
    std::size_t start = 0;
    for (std::size_t k = 1; k <= part.seeds.size(); ++k) {
      if (k < part.seeds.size() &&
          std::get<0>(side(part.seeds[k])) -
                  std::get<0>(side(part.seeds[k - 1])) <=
              max_gap) {
        continue;
      }
      parts.push_back(
          {part.seeds.subspan(start, k - start), !part.by_a, 0, part.cuts + 1});
      start = k;
    }
    if (parts.size() == before + 1) parts.back().uncut = part.uncut + 1;
  }
}

void Matcher::count(const Side& side, WordRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    ++count_[side.words[i]];
  }
  count_[0] = 0;
}

void Matcher::uncount(const Side& side, WordRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    count_[side.words[i]] = 0;
  }
}

void Matcher::refine_side(const Side& moved, const Side& fixed, WordRange other,
                          WordRange& range) {
  const WordRange slack{other.begin - std::min(other.begin, kReach),
                        std::min(fixed.size(), other.end + kReach)};
  count(fixed, slack);
  const std::uint32_t begin = range.begin - std::min(range.begin, kExtension);
  const std::uint32_t end = std::min(moved.size(), range.end + kExtension);
  const auto gain = [&](std::uint32_t position) {
    std::uint32_t& left_over = count_[moved.words[position]];
    if (left_over == 0) return -kMissCost * moved.weights[position];
    --left_over;
    return moved.weights[position];
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
  uncount(fixed, slack);
  range = {best_begin, best_end};
}

void Matcher::refine(Match& match) {
  for (int round = 0; round < 2; ++round) {
    const Match before = match;
    refine_side(a_, b_, match.b, match.a);
    if (match.a.size() == 0) return;
    refine_side(b_, a_, match.a, match.b);
    if (match.b.size() == 0) return;
    if (before.a == match.a && before.b == match.b) return;
  }
}

void Matcher::match(const std::function<bool(Match&)>& accept) {
  find_seeds();
  std::vector<Cluster> open{{seeds_}};
  std::vector<Cluster> clusters;
  for (const std::uint32_t max_gap : kMaxGaps) {
    clusters.clear();
    for (const Cluster& seeds : open) cluster(seeds, max_gap, clusters);
    open.clear();
    for (const Cluster& found : clusters) {
      if (found.judged) {
        open.push_back(found);
        continue;
      }
      Match match = rectangle(found.seeds);
      refine(match);
      if (match.a.size() == 0 || match.b.size() == 0 || !accept(match)) {
        open.push_back({found.seeds, true});
        continue;
      }
      if (match.stretch) open.push_back({outside(found.seeds, match)});
    }
  }
}

WordRange Matcher::find_summary(const Side& brief, const Side& full) {
  const WordRange whole{0, full.size()};
  count(full, whole);
  WordRange best;
  float best_sum = 0;
  float sum = 0;
  std::uint32_t begin = 0;
  // The stretch of the largest sum (Kadane's method); each word of `full` is
  // used up once in the whole of `brief`.
  for (std::uint32_t i = 0; i < brief.size(); ++i) {
    std::uint32_t& left_over = count_[brief.words[i]];
    if (left_over > 0) {
      --left_over;
      sum += brief.weights[i];
    } else {
      sum -= kSummaryMissCost * brief.weights[i];
    }
    if (sum <= 0) {
      sum = 0;
      begin = i + 1;
    } else if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  uncount(full, whole);
  return best;
}

// The most that a window of so many words of `side` shares with the words
// counted.
float Matcher::most_in_window(const Side& side, std::size_t window) {
  float shared = 0;
  float best = 0;
  for (std::size_t j = 0; j < side.size(); ++j) {
    if (j >= window) {
      const std::uint32_t left = side.words[j - window];
      if (in_window_[left]-- <= count_[left])
        shared -= side.weights[j - window];
    }
    const std::uint32_t word = side.words[j];
    if (++in_window_[word] <= count_[word]) shared += side.weights[j];
    best = std::max(best, shared);
  }
  for (const std::uint32_t word : side.words) in_window_[word] = 0;
  return best;
}

// True if the words that `range` shares with `full` stand all over it: no
// window half as long again as the range holds most of them.
bool Matcher::is_spread(const Side& brief, WordRange range, const Side& full) {
  count(brief, range);
  const float in_all = most_in_window(full, full.size());
  const float in_one =
      most_in_window(full, std::size_t{range.size()} + range.size() / 2);
  uncount(brief, range);
  return in_one < kMostInWindow * in_all;
}

void Matcher::match_summary(const std::function<bool(Match&)>& accept) {
  for (const bool a_is_brief : {true, false}) {
    const Side& brief = a_is_brief ? a_ : b_;
    const Side& full = a_is_brief ? b_ : a_;
    if (full.size() > kMaxSummedUp ||
        full.size() < kSummaryRatio * kMinSummary) {
      continue;
    }
    const WordRange range = find_summary(brief, full);
    if (range.size() < kMinSummary || range.size() > kMaxSummary ||
        full.size() < kSummaryRatio * range.size() ||
        !is_spread(brief, range, full)) {
      continue;
    }
    const WordRange whole{0, full.size()};
    Match match{a_is_brief ? range : whole, a_is_brief ? whole : range, true};
    accept(match);
  }
}

}  // namespace stemma::reuse
