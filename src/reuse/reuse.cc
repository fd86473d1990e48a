#include "reuse/reuse.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

#include "base/hash.h"
#include "reuse/candidates.h"
#include "reuse/matcher.h"
#include "reuse/verify.h"
#include "reuse/words.h"

namespace stemma::reuse {
namespace {

constexpr double kLeastSummary = -6.1;

// A long text holds most words of anything by chance, and a passage found
// already may be all that a summary seems to be: the more there is of either,
// the more words a summary must share. The weights are those of a logistic
// regression over summaries and other texts.
bool is_summary(const Passage& passage, std::size_t words_summed_up,
                double explained) {
  return 24.6 * passage.similarity -
             4.0 * std::log(static_cast<double>(words_summed_up)) -
             3.5 * explained >=
         kLeastSummary;
}

// Groups of reports with one text, each ascending, by their first report.
std::vector<std::vector<ReportIndex>> group_equal(
    std::span<const Witness> witnesses) {
  std::vector<std::pair<std::uint64_t, ReportIndex>> by_hash;
  by_hash.reserve(witnesses.size());
  for (ReportIndex r = 0; r < witnesses.size(); ++r) {
    by_hash.emplace_back(hash_bytes(witnesses[r].report->text), r);
  }
  std::sort(by_hash.begin(), by_hash.end());
  std::vector<std::vector<ReportIndex>> groups;
  std::size_t first_of_hash = 0;
  for (std::size_t i = 0; i < by_hash.size(); ++i) {
    const auto [hash, report] = by_hash[i];
    const std::string& text = witnesses[report].report->text;
    if (i == 0 || by_hash[i - 1].first != hash) first_of_hash = groups.size();
    // Different texts of one hash make different groups.
    std::size_t group = first_of_hash;
    while (group < groups.size() &&
           witnesses[groups[group].front()].report->text != text) {
      ++group;
    }
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(report);
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::sort(groups.begin(), groups.end());
  return groups;
}

// How much of a text a passage shows to be shared.
double strength(const Passage& passage) {
  return passage.similarity * (passage.span_a.size() + passage.span_b.size());
}

// True if most of the shorter is in the longer.
bool mostly_same(Span x, Span y) {
  return 2 * std::size_t{shared_bytes(x, y)} > std::min(x.size(), y.size());
}

// True if `kept` takes up the text of `passage` on either side. A summary
// takes up its own text, not the one that it sums up.
bool takes_up(const Passage& kept, const Passage& passage) {
  const bool sums_up_b = kept.span_b.size() > 2 * kept.span_a.size();
  const bool sums_up_a = kept.span_a.size() > 2 * kept.span_b.size();
  return (!sums_up_a && mostly_same(kept.span_a, passage.span_a)) ||
         (!sums_up_b && mostly_same(kept.span_b, passage.span_b));
}

// Of passages of one pair that take up the same text on either side keeps
// the one that shares most.
void drop_overlaps(std::vector<Passage>& passages) {
  std::sort(passages.begin(), passages.end(),
            [](const Passage& x, const Passage& y) {
              return std::tuple(-strength(x), x.span_a, x.span_b) <
                     std::tuple(-strength(y), y.span_a, y.span_b);
            });
  std::vector<Passage> kept;
  for (const Passage& passage : passages) {
    const bool taken = std::any_of(
        kept.begin(), kept.end(),
        [&](const Passage& other) { return takes_up(other, passage); });
    if (!taken) kept.push_back(passage);
  }
  passages = std::move(kept);
}

}  // namespace

ReuseResult find_reuse(std::span<const Witness> witnesses,
                       const ReuseOptions& options) {
  ReuseResult result;
  result.equal = group_equal(witnesses);
  result.partners_cut.assign(witnesses.size(), 0);
  std::vector<bool> compared(witnesses.size(), true);
  for (const auto& group : result.equal) {
    for (std::size_t i = 1; i < group.size(); ++i) compared[group[i]] = false;
  }
  const WordTable table = collect_words(witnesses);
  Matcher matcher(table);
  std::vector<Passage> of_pair;
  for (const Candidate& candidate :
       find_candidates(witnesses, table, compared, options)) {
    const Side a{&witnesses[candidate.a], &table.reports[candidate.a]};
    const Side b{&witnesses[candidate.b], &table.reports[candidate.b]};
    of_pair.clear();
    std::size_t common = 0;
    const auto add = [&](std::optional<Passage> passage) {
      passage->a = candidate.a;
      passage->b = candidate.b;
      of_pair.push_back(*passage);
    };
    matcher.match(*a.words, *b.words, [&](Match& match) {
      const auto passage = verify(a, b, match, options);
      if (!passage) return false;
      common += match.common;
      add(passage);
      return true;
    });
    matcher.match_summary(*a.words, *b.words, [&](Match& match) {
      const auto passage = verify(a, b, match, options);
      if (!passage ||
          !is_summary(*passage, std::max(match.a.size(), match.b.size()),
                      static_cast<double>(common) /
                          static_cast<double>(match.common))) {
        return false;
      }
      add(passage);
      return true;
    });
    drop_overlaps(of_pair);
    result.passages.insert(result.passages.end(), of_pair.begin(),
                           of_pair.end());
  }
  std::sort(result.passages.begin(), result.passages.end(),
            [](const Passage& x, const Passage& y) {
              return std::tie(x.a, x.b, x.span_a, x.span_b) <
                     std::tie(y.a, y.b, y.span_a, y.span_b);
            });
  return result;
}

}  // namespace stemma::reuse
