// Adding to an index: what the new reports share with one another is found as
// ever (reuse.cc). For what they share with those of the index, their
// fingerprints are looked up there one by one, since they are few and it is
// sorted; the partners that score best are read and compared.
//
// A text is compared once, in whatever run it came first: a new report of a
// text of the index is named in a group with it, and not compared. What an
// outlet repeats is counted over the index and the run.
#include "reuse/added.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "reuse/boilerplate.h"
#include "reuse/index_partners.h"
#include "reuse/known_texts.h"
#include "reuse/new_prints.h"
#include "reuse/pages.h"
#include "reuse/pair.h"
#include "reuse/partners.h"
#include "reuse/reuse.h"

namespace stemma::reuse {
namespace {

// Partners in the index that are compared for each that is reported.
constexpr std::size_t kLookedAt = 4;

class Adding {
 public:
  Adding(std::span<const Witness> witnesses, const IndexView& index,
         const ReuseOptions& options, const Loop& loop)
      : witnesses_(witnesses),
        index_(index),
        options_(options),
        loop_(loop),
        texts_(index) {}

  Result<AddedReports> run() {
    find_new();
    if (added_.size() > kMostAdded) {
      return fail({.code = ErrorCode::kInvalidArgument,
                   .found = std::to_string(added_.size()) + " reports",
                   .expected = "16 million at once, or fewer",
                   .advice = "add them in parts"});
    }
    AddedReports out;
    if (Status read = find_fresh(); !read) return fail(read.error());
    find_among_fresh(out.found);
    new_ = new_prints({added_, out.found.boilerplate, stands_for_itself_},
                      index_, loop_);
    if (Status read = find_partners(); !read) return fail(read.error());
    if (Status read = find_printings(out.found); !read) {
      return fail(read.error());
    }
    compare_with_known(out.found);
    out.bytes = encode(out.found.boilerplate);
    name_known(out);
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

  // Tells new reports whose text is in the index from the others.
  Status find_fresh() {
    std::vector<std::optional<Error>> errors(added_.size());
    std::vector<std::optional<Place>> places(added_.size());
    loop_(added_.size(), [&](std::size_t i) {
      auto place = texts_.first_of(*added_[i].report);
      if (place) {
        places[i] = *place;
      } else {
        errors[i] = place.error();
      }
    });
    for (std::size_t i = 0; i < added_.size(); ++i) {
      if (errors[i]) return fail(*errors[i]);
      if (places[i]) {
        equal_to_known_[*places[i]].push_back(static_cast<ReportIndex>(i));
      } else {
        fresh_.push_back(static_cast<ReportIndex>(i));
      }
    }
    return {};
  }

  // Sets what fresh reports share with one another, by numbers of added_.
  void find_among_fresh(ReuseResult& found) {
    std::vector<Witness> witnesses;
    witnesses.reserve(fresh_.size());
    for (const ReportIndex i : fresh_) witnesses.push_back(added_[i]);
    std::vector<EarlierSentences> earlier;
    for (const IndexSegment& segment : index_.segments()) {
      for (std::size_t r = 0; r < segment.size(); ++r) {
        if (const auto sentences = segment.sentences(r); !sentences.empty()) {
          earlier.push_back(sentences);
        }
      }
    }
    ReuseResult among = find_reuse(witnesses, options_, earlier, loop_);
    found.passages = std::move(among.passages);
    for (Passage& passage : found.passages) {
      passage.a = fresh_[passage.a];
      passage.b = fresh_[passage.b];
    }
    found.equal = std::move(among.equal);
    for (auto& group : found.equal) {
      for (ReportIndex& report : group) report = fresh_[report];
    }
    found.partners_cut.resize(added_.size());
    found.boilerplate.resize(added_.size());
    for (std::size_t k = 0; k < fresh_.size(); ++k) {
      found.partners_cut[fresh_[k]] = among.partners_cut[k];
      found.boilerplate[fresh_[k]] = std::move(among.boilerplate[k]);
    }
    // Of equal texts the first stands for all.
    stands_for_itself_.assign(added_.size(), false);
    for (const ReportIndex i : fresh_) stands_for_itself_[i] = true;
    for (const std::vector<ReportIndex>& group : found.equal) {
      for (std::size_t k = 1; k < group.size(); ++k) {
        stands_for_itself_[group[k]] = false;
      }
    }
  }

  Status find_partners() {
    partners_.resize(added_.size());
    loop_(added_.size(), [&](std::size_t i) {
      if (!stands_for_itself_[i]) return;
      partners_[i] =
          partners_in_index(index_, new_.prints[i].fingerprints,
                            {reports_, options_.max_partners * kLookedAt});
    });
    for (const std::vector<Place>& partners : partners_) {
      for (const Place& place : partners) known_.try_emplace(place);
    }
    for (const auto& [place, reports] : equal_to_known_) {
      known_.try_emplace(place);
    }
    for (auto& [place, known] : known_) {
      auto read = index_.segments()[place.first].report(place.second);
      if (!read) return fail(read.error());
      known = std::move(*read);
    }
    return {};
  }

  // Where the texts that may be compared were printed, if it is asked for.
  Status find_printings(const ReuseResult& found) {
    if (!options_.cross_outlet && options_.within_seconds == 0) return {};
    for (const auto& [place, known] : known_) {
      Printings& printings = known_printings_[place];
      const Status read = texts_.add_printings(known.report, printings);
      if (!read) return fail(read.error());
    }
    for (const auto& [place, reports] : equal_to_known_) {
      for (const ReportIndex i : reports) {
        known_printings_[place].add(*added_[i].report);
      }
    }
    added_printings_.resize(added_.size());
    for (std::size_t i = 0; i < added_.size(); ++i) {
      added_printings_[i].add(*added_[i].report);
    }
    for (const std::vector<ReportIndex>& group : found.equal) {
      for (std::size_t k = 1; k < group.size(); ++k) {
        added_printings_[group[0]].add(*added_[group[k]].report);
      }
    }
    return {};
  }

  bool may_pair(const Place& known, std::size_t added) const {
    return added_printings_.empty() ||
           added_printings_[added].may_pair(known_printings_.at(known),
                                            options_);
  }

  // All reports that are compared: those known, then those added.
  Library library(const ReuseResult& found) {
    Library library;
    for (const auto& [place, known] : known_) {
      all_.push_back({&known.report, nullptr, nullptr});
      boilerplate_.push_back(known.boilerplate);
    }
    all_.insert(all_.end(), added_.begin(), added_.end());
    boilerplate_.insert(boilerplate_.end(), found.boilerplate.begin(),
                        found.boilerplate.end());
    library.witnesses = all_;
    library.boilerplate = boilerplate_;
    library.spread = &new_.spread;
    return library;
  }

  void compare_with_known(const ReuseResult& result) {
    std::map<Place, ReportIndex> number;
    for (const auto& [place, known] : known_) {
      number.emplace(place, static_cast<ReportIndex>(number.size()));
    }
    const Library library = this->library(result);
    std::vector<std::vector<Passage>> found(added_.size());
    loop_(added_.size(), [&](std::size_t i) {
      const auto b = static_cast<ReportIndex>(known_.size() + i);
      const std::shared_ptr<const Page> page =
          partners_[i].empty() ? nullptr : make_page(library, b);
      PairComparer comparer(options_);
      for (const Place& place : partners_[i]) {
        if (!may_pair(place, i)) continue;
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
    return encode_addition({reports, new_.prints, new_.words},
                           index_.segments().empty());
  }

  // Takes the known reports that the result speaks of into it; the new number
  // of each.
  std::vector<ReportIndex> take_known(
      AddedReports& out, std::vector<std::vector<Span>>& boilerplate) {
    std::vector<bool> used(known_.size(), false);
    for (const Passage& passage : with_known_) used[passage.a] = true;
    std::vector<ReportIndex> number(known_.size(), 0);
    std::size_t i = 0;
    for (auto& [place, known] : known_) {
      const auto next = static_cast<ReportIndex>(out.known.size());
      const auto equal = equal_to_known_.find(place);
      if (equal != equal_to_known_.end()) {
        groups_.emplace_back(1, next);
        groups_.back().insert(groups_.back().end(), equal->second.begin(),
                              equal->second.end());
      } else if (!used[i]) {
        ++i;
        continue;
      }
      number[i++] = next;
      out.known.push_back(std::move(known.report));
      boilerplate.push_back(std::move(known.boilerplate));
    }
    return number;
  }

  // Brings all that was found together, by the numbers of the known reports
  // that it speaks of and, after them, of the new ones.
  void name_known(AddedReports& out) {
    ReuseResult& found = out.found;
    std::vector<std::vector<Span>> boilerplate;
    const std::vector<ReportIndex> number = take_known(out, boilerplate);
    const auto first = static_cast<ReportIndex>(out.known.size());
    const auto before = static_cast<ReportIndex>(known_.size());
    for (auto& group : groups_) {
      std::for_each(group.begin() + 1, group.end(),
                    [&](ReportIndex& report) { report += first; });
    }
    for (auto& group : found.equal) {
      for (ReportIndex& report : group) report += first;
    }
    found.equal.insert(found.equal.begin(), groups_.begin(), groups_.end());
    for (Passage& passage : found.passages) {
      passage.a += first;
      passage.b += first;
    }
    for (Passage& passage : with_known_) {
      passage.a = number[passage.a];
      passage.b = passage.b - before + first;
      found.passages.push_back(std::move(passage));
    }
    std::sort(found.passages.begin(), found.passages.end(),
              [](const Passage& x, const Passage& y) {
                return std::tie(x.a, x.b, x.span_a, x.span_b) <
                       std::tie(y.a, y.b, y.span_a, y.span_b);
              });
    boilerplate.insert(boilerplate.end(), found.boilerplate.begin(),
                       found.boilerplate.end());
    found.boilerplate = std::move(boilerplate);
    const std::vector<std::uint32_t> among = std::exchange(
        found.partners_cut,
        keep_best_partners(found.passages, first + added_.size(), options_));
    for (std::size_t k = 0; k < among.size(); ++k) {
      found.partners_cut[first + k] += among[k];
    }
    out.added = positions_;
  }

  std::span<const Witness> witnesses_;
  const IndexView& index_;
  const ReuseOptions& options_;
  const Loop& loop_;
  KnownTexts texts_;
  std::size_t reports_ = 0;  // of the index and new
  std::vector<Witness> added_;
  std::vector<ReportIndex> positions_;  // of those in witnesses_
  std::vector<ReportIndex> fresh_;      // in added_, whose text is not known
  std::map<Place, std::vector<ReportIndex>> equal_to_known_;  // in added_
  std::vector<bool> stands_for_itself_;                       // of added_
  NewPrints new_;  // of those that do
  std::vector<std::vector<Place>> partners_;
  std::map<Place, IndexedReport> known_;
  // Empty where every pair may be compared.
  std::map<Place, Printings> known_printings_;
  std::vector<Printings> added_printings_;
  std::vector<Witness> all_;
  std::vector<std::vector<Span>> boilerplate_;
  std::vector<Passage> with_known_;
  std::vector<std::vector<ReportIndex>> groups_;  // a known one and new ones
};

}  // namespace

Result<AddedReports> add_reports(std::span<const Witness> witnesses,
                                 const IndexView& index,
                                 const ReuseOptions& options,
                                 const Loop& loop) {
  return Adding(witnesses, index, options, loop).run();
}

}  // namespace stemma::reuse
