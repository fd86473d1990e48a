// Candidates: pairs of reports that share fingerprints.
//
// A fingerprint is an unordered pair of content words that stand at most
// kReach content words apart (a skip-bigram; Guthrie et al. 2006). Runs of
// words would be cheaper to index but are lost where every third word is
// replaced or the order is changed; a pair of neighbours survives both. Pairs
// of two words that are everywhere say nothing and are passed over.
//
// The fingerprints of all reports are sorted, so that the reports of one
// stand side by side. One that stands in a single report, or in more than
// kMaxSpread (a stop-hash), is dropped; that bounds the work of one
// fingerprint and leaves a small share of them all. The rest becomes an
// inverted index, walked report by report: the reports met are scored in a
// flat array, and of each report's partners the best are kept. Time and
// memory are linear in the number of words.
#include "reuse/candidates.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/hash.h"

namespace stemma::reuse {
namespace {

constexpr std::uint32_t kReach = 3;
constexpr std::uint32_t kMaxSpread = 24;
// Of this many partners a report's best are looked at, for each that may be
// reported: the score of a candidate foretells the passages only roughly.
constexpr std::size_t kPartnersLookedAt = 4;
// What a pair must share: as much as so many fingerprints that no other report
// has.
constexpr double kMinFingerprints = 7;

struct Posting {
  std::uint64_t hash = 0;
  ReportIndex report = 0;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

// Words of more than this many reports make no pair with one another.
std::uint32_t common_limit(std::size_t reports) {
  return static_cast<std::uint32_t>(std::max<std::size_t>(8, reports / 8));
}

void add_postings(const ContentWords& words, const WordTable& table,
                  ReportIndex report, std::vector<Posting>& out) {
  const std::uint32_t common = common_limit(table.reports.size());
  const std::size_t first = out.size();
  for (std::size_t i = 0; i < words.terms.size(); ++i) {
    const Term left = words.terms[i];
    if (table.spread[left] < 2) continue;
    const std::size_t end = std::min(i + 1 + kReach, words.terms.size());
    for (std::size_t j = i + 1; j < end; ++j) {
      const Term right = words.terms[j];
      if (left == right || table.spread[right] < 2) continue;
      if (table.spread[left] > common && table.spread[right] > common) continue;
      const auto [low, high] = std::minmax(left, right);
      out.push_back(
          {hash_combine(table.hashes[low], table.hashes[high]), report});
    }
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
  out.erase(
      std::unique(out.begin() + static_cast<std::ptrdiff_t>(first), out.end()),
      out.end());
}

// The inverted index: reports by fingerprint, fingerprints by report.
struct Index {
  std::vector<ReportIndex> reports;   // of all fingerprints
  std::vector<std::uint32_t> begins;  // of each fingerprint in `reports`
  std::vector<std::vector<std::uint32_t>> fingerprints;  // by report
};

Index make_index(std::vector<Posting> postings, std::size_t reports) {
  std::sort(postings.begin(), postings.end());
  Index index;
  index.fingerprints.resize(reports);
  for (std::size_t i = 0; i < postings.size();) {
    std::size_t end = i + 1;
    while (end < postings.size() && postings[end].hash == postings[i].hash) {
      ++end;
    }
    if (end - i >= 2 && end - i <= kMaxSpread) {
      const auto number = static_cast<std::uint32_t>(index.begins.size());
      index.begins.push_back(static_cast<std::uint32_t>(index.reports.size()));
      for (std::size_t k = i; k < end; ++k) {
        index.reports.push_back(postings[k].report);
        index.fingerprints[postings[k].report].push_back(number);
      }
    }
    i = end;
  }
  index.begins.push_back(static_cast<std::uint32_t>(index.reports.size()));
  return index;
}

// Whether two reports are to be compared: of equal texts the first stands for
// all, and may be paired if any two members of the two groups may be.
class Pairing {
 public:
  Pairing(std::span<const Witness> witnesses,
          const std::vector<std::vector<ReportIndex>>& equal,
          const ReuseOptions& options)
      : witnesses_(witnesses),
        cross_outlet_(options.cross_outlet),
        stands_for_itself_(witnesses.size(), true),
        mixed_outlets_(witnesses.size(), false) {
    for (const std::vector<ReportIndex>& group : equal) {
      for (std::size_t i = 1; i < group.size(); ++i) {
        stands_for_itself_[group[i]] = false;
        if (outlet(group[i]) != outlet(group[0])) {
          mixed_outlets_[group[0]] = true;
        }
      }
    }
  }

  bool is_compared(ReportIndex report) const {
    return stands_for_itself_[report];
  }
  bool may_pair(ReportIndex a, ReportIndex b) const {
    return !cross_outlet_ || mixed_outlets_[a] || mixed_outlets_[b] ||
           outlet(a) != outlet(b);
  }

 private:
  const std::string& outlet(ReportIndex report) const {
    return witnesses_[report].report->outlet;
  }

  std::span<const Witness> witnesses_;
  bool cross_outlet_;
  std::vector<bool> stands_for_itself_;
  std::vector<bool> mixed_outlets_;
};

// Keeps the best of one report's candidates, in order of partner.
void keep_best(std::vector<Candidate>& found, const ReuseOptions& options) {
  const std::size_t most = options.max_partners * kPartnersLookedAt;
  if (most > 0 && found.size() > most) {
    std::nth_element(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most),
        found.end(), [](const Candidate& x, const Candidate& y) {
          return x.score != y.score ? x.score > y.score : x.b < y.b;
        });
    found.resize(most);
  }
  std::sort(found.begin(), found.end(),
            [](const Candidate& x, const Candidate& y) { return x.b < y.b; });
}

}  // namespace

std::vector<Candidate> find_candidates(
    std::span<const Witness> witnesses, const WordTable& table,
    const std::vector<std::vector<ReportIndex>>& equal,
    const ReuseOptions& options) {
  const Pairing pairing(witnesses, equal, options);
  std::vector<Posting> postings;
  for (ReportIndex r = 0; r < witnesses.size(); ++r) {
    if (pairing.is_compared(r)) {
      add_postings(table.reports[r], table, r, postings);
    }
  }
  const Index index = make_index(std::move(postings), witnesses.size());

  std::vector<Candidate> all;
  std::vector<Candidate> found;
  std::vector<float> score(witnesses.size(), 0);
  std::vector<ReportIndex> met;
  const double reports = static_cast<double>(witnesses.size());
  const double least = kMinFingerprints * (1 + std::log(reports / 2));
  for (ReportIndex a = 0; a < witnesses.size(); ++a) {
    met.clear();
    for (const std::uint32_t number : index.fingerprints[a]) {
      const auto begin = index.reports.begin() + index.begins[number];
      const auto end = index.reports.begin() + index.begins[number + 1];
      const auto weight = static_cast<float>(
          1 + std::log(reports / static_cast<double>(end - begin)));
      for (auto b = std::upper_bound(begin, end, a); b != end; ++b) {
        if (score[*b] == 0) met.push_back(*b);
        score[*b] += weight;
      }
    }
    found.clear();
    for (const ReportIndex b : met) {
      if (score[b] >= least && pairing.may_pair(a, b)) {
        found.push_back({a, b, score[b]});
      }
      score[b] = 0;
    }
    keep_best(found, options);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace stemma::reuse
