// Adding to an index: what the new reports share with one another is found as
// ever (reuse.cc). For what they share with those of the index, their
// fingerprints are looked up there one by one, since they are few and it is
// sorted; the partners that score best are read and compared.
#include "reuse/added.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "reuse/boilerplate.h"
#include "reuse/pages.h"
#include "reuse/pair.h"
#include "reuse/partners.h"
#include "reuse/reuse.h"
#include "reuse/shared_fingerprints.h"
#include "text/analyze.h"

namespace stemma::reuse {
namespace {

constexpr std::size_t kNeighbours = 8;  // of a run that a great many share
constexpr std::size_t kPartnersLookedAt = 4;  // for each that is reported

// The place of a report in the index: its segment and its number there.
using Place = std::pair<std::size_t, std::size_t>;

class Adding {
 public:
  Adding(std::span<const Witness> witnesses, const IndexView& index,
         const ReuseOptions& options, const Loop& loop)
      : witnesses_(witnesses), index_(index), options_(options), loop_(loop) {}

  Result<AddedReports> run() {
    find_new();
    if (added_.size() > kMostAdded) {
      return fail({.code = ErrorCode::kInvalidArgument,
                   .found = std::to_string(added_.size()) + " reports",
                   .expected = "16 million at once, or fewer",
                   .advice = "add them in parts"});
    }
    AddedReports out;
    out.found = find_reuse(added_, options_, loop_);
    make_outlines(out.found.boilerplate);
    count_words();
    if (const Status read = find_partners(out.found.equal); !read)
      return fail(read.error());
    compare_with_known(out);
    out.bytes = encode(out.found.boilerplate);
    renumber(out);
    return out;
  }

 private:
  void find_new() {
    std::set<std::uint64_t> known;
    for (const IndexSegment& segment : index_.segments()) {
      for (std::size_t r = 0; r < segment.size(); ++r) {
        known.insert(segment.identity(r));
      }
      reports_ += segment.size();
    }
    for (ReportIndex r = 0; r < witnesses_.size(); ++r) {
      if (!known.insert(identity_of(*witnesses_[r].report)).second) continue;
      positions_.push_back(r);
      added_.push_back(witnesses_[r]);
    }
    reports_ += added_.size();
  }

  void make_outlines(std::span<const std::vector<Span>> boilerplate) {
    outlines_.resize(added_.size());
    fingerprints_.resize(added_.size());
    loop_(added_.size(), [&](std::size_t i) {
      const Witness& witness = added_[i];
      const Analysis made = witness.analysis == nullptr
                                ? text::analyze_words(*witness.report)
                                : Analysis();
      outlines_[i] =
          content_terms(witness.analysis == nullptr ? made : *witness.analysis,
                        boilerplate[i]);
      append_all_fingerprints(outlines_[i], fingerprints_[i]);
      std::sort(fingerprints_[i].begin(), fingerprints_[i].end());
      fingerprints_[i].erase(
          std::unique(fingerprints_[i].begin(), fingerprints_[i].end()),
          fingerprints_[i].end());
    });
  }

  void count_words() {
    std::vector<Term> all;
    for (const std::vector<Term>& outline : outlines_) {
      std::vector<Term> terms = outline;
      std::sort(terms.begin(), terms.end());
      terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
      all.insert(all.end(), terms.begin(), terms.end());
    }
    std::sort(all.begin(), all.end());
    std::size_t known = 0;
    for (const IndexSegment& segment : index_.segments()) {
      known += segment.words().size();
    }
    spread_ = WordSpread(all.size() + known);
    spread_.add_reports(static_cast<std::uint32_t>(reports_));
    for (const Term term : all) {
      if (words_.empty() || words_.back().term != term) {
        words_.push_back({term, 0});
      }
      ++words_.back().reports;
      spread_.add(term, 1);
    }
    for (const IndexSegment& segment : index_.segments()) {
      for (const IndexedWord& word : segment.words()) {
        spread_.add(word.term, word.reports);
      }
    }
    spread_.finish();
  }

  // The best partners of one new report in the index, in its order.
  std::vector<Place> partners_of(std::size_t i) const {
    std::map<Place, std::uint32_t> scores;
    for (const Fingerprint fingerprint : fingerprints_[i]) {
      std::size_t sharing = 1;
      for (const IndexSegment& segment : index_.segments()) {
        sharing += segment.postings(fingerprint).size();
      }
      if (sharing < 2 || is_run(fingerprint) != (sharing > kMaxSpread)) {
        continue;
      }
      const std::uint32_t weight = link_weight(fingerprint, reports_, sharing);
      std::size_t left = is_run(fingerprint) ? kNeighbours : kMaxSpread;
      // The last ones that were added are nearest.
      for (std::size_t s = index_.segments().size(); s-- > 0;) {
        const auto postings = index_.segments()[s].postings(fingerprint);
        for (std::size_t k = postings.size(); k-- > 0 && left > 0; --left) {
          scores[{s, IndexSegment::report_of(postings[k])}] += weight;
        }
      }
    }
    std::vector<std::pair<std::uint32_t, Place>> best;
    for (const auto& [place, score] : scores) {
      if (score >= least_score(reports_)) best.emplace_back(~score, place);
    }
    std::sort(best.begin(), best.end());
    const std::size_t most = options_.max_partners * kPartnersLookedAt;
    if (most > 0 && best.size() > most) best.resize(most);
    std::vector<Place> partners;
    partners.reserve(best.size());
    for (const auto& [score, place] : best) partners.push_back(place);
    std::sort(partners.begin(), partners.end());
    return partners;
  }

  Status find_partners(std::span<const std::vector<ReportIndex>> equal) {
    partners_.resize(added_.size());
    // Of equal texts the first stands for all.
    std::vector<bool> stands_for_itself(added_.size(), true);
    for (const std::vector<ReportIndex>& group : equal) {
      for (std::size_t k = 1; k < group.size(); ++k) {
        stands_for_itself[group[k]] = false;
      }
    }
    loop_(added_.size(), [&](std::size_t i) {
      if (stands_for_itself[i]) partners_[i] = partners_of(i);
    });
    for (const std::vector<Place>& partners : partners_) {
      for (const Place& place : partners) known_.try_emplace(place);
    }
    for (auto& [place, known] : known_) {
      auto read = index_.segments()[place.first].report(place.second);
      if (!read) return fail(read.error());
      known = std::move(*read);
    }
    return {};
  }

  bool may_pair(const Report& known, const Report& added) const {
    const bool other_outlet =
        !options_.cross_outlet || known.outlet != added.outlet;
    const bool near =
        options_.within_seconds == 0 || !known.published.known() ||
        !added.published.known() ||
        std::abs(known.published.seconds - added.published.seconds) <=
            options_.within_seconds;
    return other_outlet && near;
  }

  // All reports that are compared: those known, then those added.
  Library library(const AddedReports& out) {
    Library library;
    for (const auto& [place, known] : known_) {
      all_.push_back({&known.report, nullptr, nullptr});
      boilerplate_.push_back(known.boilerplate);
    }
    all_.insert(all_.end(), added_.begin(), added_.end());
    boilerplate_.insert(boilerplate_.end(), out.found.boilerplate.begin(),
                        out.found.boilerplate.end());
    library.witnesses = all_;
    library.boilerplate = boilerplate_;
    library.spread = &spread_;
    return library;
  }

  void compare_with_known(AddedReports& out) {
    std::map<Place, ReportIndex> number;
    for (const auto& [place, known] : known_) {
      number.emplace(place, static_cast<ReportIndex>(number.size()));
    }
    const Library library = this->library(out);
    std::vector<std::vector<Passage>> found(added_.size());
    loop_(added_.size(), [&](std::size_t i) {
      const auto b = static_cast<ReportIndex>(known_.size() + i);
      const std::shared_ptr<const Page> page =
          partners_[i].empty() ? nullptr : make_page(library, b);
      PairComparer comparer(options_);
      for (const Place& place : partners_[i]) {
        if (!may_pair(known_.at(place).report, *added_[i].report)) continue;
        const ReportIndex a = number.at(place);
        comparer.set_a(make_page(library, a));
        for (Passage& passage : comparer.compare(*page)) {
          passage.a = a;
          passage.b = b;
          found[i].push_back(std::move(passage));
        }
      }
    });
    for (std::vector<Passage>& passages : found) {
      std::move(passages.begin(), passages.end(),
                std::back_inserter(with_known_));
    }
  }

  std::string encode(std::span<const std::vector<Span>> boilerplate) const {
    if (added_.empty()) return {};
    std::vector<IndexedReport> reports;
    for (std::size_t i = 0; i < added_.size(); ++i) {
      reports.push_back({*added_[i].report, boilerplate[i]});
    }
    return encode_addition({reports, fingerprints_, words_},
                           index_.segments().empty());
  }

  // Brings all passages together, by the numbers of the known reports that
  // have any and of the new ones.
  void renumber(AddedReports& out) {
    std::vector<bool> used(known_.size(), false);
    for (const Passage& passage : with_known_) used[passage.a] = true;
    std::vector<ReportIndex> number(known_.size(), 0);
    std::size_t i = 0;
    std::vector<std::vector<Span>> boilerplate;
    for (auto& [place, known] : known_) {
      number[i] = static_cast<ReportIndex>(out.known.size());
      if (used[i++]) {
        out.known.push_back(std::move(known.report));
        boilerplate.push_back(std::move(known.boilerplate));
      }
    }
    const auto first = static_cast<ReportIndex>(out.known.size());
    const auto before = static_cast<ReportIndex>(known_.size());
    for (auto& group : out.found.equal) {
      for (ReportIndex& report : group) report += first;
    }
    for (Passage& passage : out.found.passages) {
      passage.a += first;
      passage.b += first;
    }
    for (Passage& passage : with_known_) {
      passage.a = number[passage.a];
      passage.b = passage.b - before + first;
      out.found.passages.push_back(std::move(passage));
    }
    std::sort(out.found.passages.begin(), out.found.passages.end(),
              [](const Passage& x, const Passage& y) {
                return std::tie(x.a, x.b, x.span_a, x.span_b) <
                       std::tie(y.a, y.b, y.span_a, y.span_b);
              });
    boilerplate.insert(boilerplate.end(), out.found.boilerplate.begin(),
                       out.found.boilerplate.end());
    out.found.boilerplate = std::move(boilerplate);
    const std::vector<std::uint32_t> among =
        std::exchange(out.found.partners_cut,
                      keep_best_partners(out.found.passages,
                                         first + added_.size(), options_));
    for (std::size_t k = 0; k < among.size(); ++k) {
      out.found.partners_cut[first + k] += among[k];
    }
    out.added = positions_;
  }

  std::span<const Witness> witnesses_;
  const IndexView& index_;
  const ReuseOptions& options_;
  const Loop& loop_;
  std::size_t reports_ = 0;  // of the index and new
  std::vector<Witness> added_;
  std::vector<ReportIndex> positions_;  // of those in witnesses_
  std::vector<std::vector<Term>> outlines_;
  std::vector<std::vector<Fingerprint>> fingerprints_;
  std::vector<IndexedWord> words_;
  WordSpread spread_{0};
  std::vector<std::vector<Place>> partners_;
  std::map<Place, IndexedReport> known_;
  std::vector<Witness> all_;
  std::vector<std::vector<Span>> boilerplate_;
  std::vector<Passage> with_known_;
};

}  // namespace

Result<AddedReports> add_reports(std::span<const Witness> witnesses,
                                 const IndexView& index,
                                 const ReuseOptions& options,
                                 const Loop& loop) {
  return Adding(witnesses, index, options, loop).run();
}

}  // namespace stemma::reuse
