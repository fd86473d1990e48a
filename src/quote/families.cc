// Families: which quotations of a story's reports are wordings of one
// utterance.
//
// Reports choose: one prints three sentences of an utterance, another the
// second. So a quotation between marks is compared sentence by sentence, and
// each sentence has its family; indirect speech is compared whole
// (family_parts.cc). Two parts are compared if they share words of substance:
// their words are aligned in order with free ends and counted in any order,
// every word weighing how rare it is in news and in this story; speakers,
// forms, neighbours and rivals are looked at (family_pairs.cc). Learned
// weights make of this the log-odds that the two are of one utterance
// (family_weights.cc).
//
// Families then grow from the surest pair on. Two groups become one only if
// all that speaks for and against it, on average over all pairs across, is in
// favour; pairs that share next to nothing count against it. So no chain of
// half-agreements through a stock phrase makes a family. A family's id is a
// hash of its first member and its place.
//
// Last, story_speakers.h lets the reports of a family tell one another who
// speaks, and wording_changes.h says what became of the utterance in each.
#include "quote/families.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "quote/family_pairs.h"
#include "quote/merged_parts.h"
#include "quote/quoted_spans.h"
#include "quote/retellings.h"
#include "quote/story_speakers.h"
#include "quote/wording_changes.h"

namespace stemma::quote {
namespace {

constexpr std::size_t kMaxJudged = 24;  // members of a group that are asked

constexpr std::size_t kMinPrintedAgain = 4;  // words
constexpr std::size_t kMaxContents = 12;     // spans of a quotation
constexpr std::size_t kMaxPrintings = 4;     // looked at for each

struct Link {
  double odds = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

// Whether one attribution stands in the content of another.
bool overlap(const Part& a, const Part& b) {
  const auto& x = a.quotation.content;
  const auto& y = b.quotation.content;
  return std::any_of(x.begin(), x.end(), [&](Span one) {
    return std::any_of(y.begin(), y.end(), [&](Span other) {
      return one.begin < other.end && other.begin < one.end;
    });
  });
}

// Groups of first parts that grow by links.
class Groups {
 public:
  Groups(const std::vector<Part>& parts, const std::vector<Link>& links,
         const FamilyWeights& weights)
      : parts_(parts),
        weights_(weights),
        group_of_(parts.size()),
        members_(parts.size()) {
    std::iota(group_of_.begin(), group_of_.end(), 0U);
    for (std::uint32_t i = 0; i < parts.size(); ++i) members_[i] = {i};
    for (const Link& link : links) odds_[key(link.a, link.b)] = link.odds;
  }

  void join(const Link& link) {
    std::uint32_t a = group_of_[link.a];
    std::uint32_t b = group_of_[link.b];
    if (a == b || average(members_[a], members_[b]) < weights_.least_average) {
      return;
    }
    if (b < a) std::swap(a, b);
    for (const std::uint32_t one : members_[b]) group_of_[one] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(),
                       members_[b].end());
    members_[b].clear();
  }

  std::uint32_t group_of(std::uint32_t part) const { return group_of_[part]; }

 private:
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
  }

  double odds_of(std::uint32_t a, std::uint32_t b) const {
    const auto found = odds_.find(key(a, b));
    const double odds =
        found == odds_.end() ? weights_.nothing_shared : found->second;
    if (parts_[a].witness != parts_[b].witness) return odds;
    if (overlap(parts_[a], parts_[b])) return std::max(odds, 0.0);
    const auto is_indirect = [this](std::uint32_t part) {
      return parts_[part].quotation.form == QuotationForm::kIndirect;
    };
    if (is_indirect(a) != is_indirect(b)) return odds;
    if (!is_indirect(a)) return odds + weights_.same_report_quoted;
    return odds + (odds < 0 ? weights_.same_report_apart : 0);
  }

  double average(const std::vector<std::uint32_t>& left,
                 const std::vector<std::uint32_t>& right) const {
    double sum = 0;
    const std::size_t x = std::min(left.size(), kMaxJudged);
    const std::size_t y = std::min(right.size(), kMaxJudged);
    for (std::size_t i = 0; i < x; ++i) {
      for (std::size_t j = 0; j < y; ++j) {
        sum += odds_of(left[i], right[j]);
      }
    }
    return sum / static_cast<double>(x * y);
  }

  const std::vector<Part>& parts_;
  const FamilyWeights& weights_;
  std::vector<std::uint32_t> group_of_;
  std::vector<std::vector<std::uint32_t>> members_;
  boost::unordered_flat_map<std::uint64_t, double> odds_;
};

// The first part of each part's family.
std::vector<std::uint32_t> find_roots(const std::vector<Part>& parts,
                                      const std::vector<PartPair>& pairs,
                                      const FamilyWeights& weights) {
  std::vector<Link> links;
  links.reserve(pairs.size());
  for (const PartPair& pair : pairs) {
    links.push_back({log_odds(weights.pairs, pair.features), pair.a, pair.b});
  }
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return std::tie(y.odds, x.a, x.b) < std::tie(x.odds, y.a, y.b);
  });
  Groups groups(parts, links, weights);
  for (const Link& link : links) {
    if (link.odds < weights.least_odds) break;
    groups.join(link);
  }
  std::vector<std::uint32_t> first_of(parts.size(),
                                      static_cast<std::uint32_t>(parts.size()));
  std::vector<std::uint32_t> roots(parts.size());
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    const std::uint32_t group = groups.group_of(parts[i].same_as);
    first_of[group] = std::min(first_of[group], i);
    roots[i] = first_of[group];
  }
  return roots;
}

// Takes the merged parts out; roots are first members, which never are.
void drop_merged(const std::vector<bool>& merged, std::vector<Part>& parts,
                 std::vector<std::uint32_t>& roots) {
  std::vector<std::uint32_t> place(parts.size());
  std::vector<Part> kept;
  std::vector<std::uint32_t> kept_roots;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    place[i] = static_cast<std::uint32_t>(kept.size());
    if (merged[i]) continue;
    kept.push_back(std::move(parts[i]));
    kept_roots.push_back(roots[i]);
  }
  for (std::uint32_t& root : kept_roots) root = place[root];
  parts = std::move(kept);
  roots = std::move(kept_roots);
}

// The parts whose words are all in the other, or the other's in it.
bool is_printed_again(const Part& a, const Part& b) {
  if (a.quotation.form == QuotationForm::kIndirect ||
      b.quotation.form == QuotationForm::kIndirect ||
      a.quotation.speaker != b.quotation.speaker) {
    return false;
  }
  const std::size_t shorter =
      std::min(a.wording.words.size(), b.wording.words.size());
  return shorter >= kMinPrintedAgain &&
         difference(a.wording, b.wording).shared == shorter;
}

// One utterance printed twice in a report becomes one member with the spans
// of both.
void merge_printed_again(std::vector<Part>& parts,
                         std::vector<std::uint32_t>& roots) {
  std::vector<bool> merged(parts.size(), false);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>>
      printed;  // by report and family
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    auto& earlier = printed[{parts[i].witness, roots[i]}];
    const auto& more = parts[i].quotation.content;
    const auto first =
        std::find_if(earlier.begin(), earlier.end(), [&](std::uint32_t k) {
          return parts[k].quotation.content.size() + more.size() <=
                     kMaxContents &&
                 is_printed_again(parts[k], parts[i]);
        });
    if (first == earlier.end()) {
      if (earlier.size() < kMaxPrintings) earlier.push_back(i);
      continue;
    }
    Quotation& one = parts[*first].quotation;
    one.content.insert(one.content.end(), more.begin(), more.end());
    if (parts[i].quotation.wording == WordingChange::kFullest) {
      one.wording = WordingChange::kFullest;
    }
    merged[i] = true;
  }
  drop_merged(merged, parts, roots);
}

std::string family_id(const Report& report, const Quotation& first) {
  std::uint64_t hash = hash_bytes(report.id);
  for (const Span span : first.content) {
    hash = hash_combine(hash, hash_bytes(slice(report.text, span)));
    hash = hash_combine(hash, span.begin);
  }
  return hash_hex(hash);
}

}  // namespace

std::vector<std::vector<Quotation>> group_families(
    std::span<const Witness> witnesses, const FamilyWeights& weights) {
  std::vector<Witness> named(witnesses.begin(), witnesses.end());
  std::vector<std::vector<Quotation>> quotations = name_speakers(witnesses);
  complete_contents(witnesses, quotations);
  for (std::size_t i = 0; i < named.size(); ++i) {
    named[i].quotations = &quotations[i];
  }
  const WordWeights words(named);
  std::vector<Part> parts = cut_parts(named, words);
  const std::vector<PartPair> pairs = find_pairs(parts);
  std::vector<std::uint32_t> roots = find_roots(parts, pairs, weights);
  part_merged(named, words, pairs, parts, roots);
  vote_on_speakers(parts, roots);
  add_retellings(named, words, weights, parts, roots);
  note_changes(named, parts, roots);
  merge_printed_again(parts, roots);
  std::vector<std::vector<Quotation>> result(witnesses.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& first = parts[roots[i]];
    parts[i].quotation.family =
        family_id(*witnesses[first.witness].report, first.quotation);
  }
  for (Part& part : parts) {
    result[part.witness].push_back(std::move(part.quotation));
  }
  for (std::vector<Quotation>& of_report : result) {
    std::stable_sort(of_report.begin(), of_report.end(),
                     [](const Quotation& a, const Quotation& b) {
                       return a.content.front().begin < b.content.front().begin;
                     });
  }
  return result;
}

}  // namespace stemma::quote
