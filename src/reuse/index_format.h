// The index of reports, as bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reuse/boilerplate.h"
#include "reuse/fingerprints.h"
#include "reuse/words.h"
#include "stemma/error.h"
#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma::reuse {

// A report as an index holds it.
struct IndexedReport {
  Report report;  // id, outlet, url, title, text, language, published, paratext
  std::vector<Span> boilerplate;
};

// What later reports are compared with one by: all empty for a report that is
// not compared, since another of equal text stands for it.
struct IndexedPrints {
  std::vector<Fingerprint> fingerprints;  // in any order, without filter
  std::vector<SentenceHash> sentences;
};

// A fingerprint (its first 40 bits) of a report (24 bits), and a word of so
// many reports.
using IndexPosting = std::uint64_t;
struct IndexedWord {
  Term term = 0;
  std::uint32_t reports = 0;
};

// What is added to an index at once.
struct IndexAddition {
  std::span<const IndexedReport> reports;
  std::span<const IndexedPrints> prints;  // one a report
  std::span<const IndexedWord> words;
};

// At most so many reports are added at once.
inline constexpr std::size_t kMostAdded = std::size_t{1} << 24U;

// The bytes to be put at the end of an index, with its head if it is empty.
std::string encode_addition(const IndexAddition& addition, bool empty_index);

// One addition, read in place. All that is asked of it has been checked.
class IndexSegment {
 public:
  std::size_t size() const { return offsets_.size() - 1; }
  // A hash of all fields; the same for the same report.
  std::uint64_t identity(std::size_t report) const {
    return identities_[report];
  }
  // A hash of the text alone.
  std::uint64_t text_hash(std::size_t report) const {
    return text_hashes_[report];
  }
  // Views of the index.
  std::span<const SentenceHash> sentences(std::size_t report) const {
    return sentences_.subspan(
        sentence_ends_[report],
        sentence_ends_[report + 1] - sentence_ends_[report]);
  }
  // kDataLoss if the record is damaged in a way that its checksum hides.
  Result<IndexedReport> report(std::size_t report) const;
  // The reports that have the fingerprint, ascending.
  std::span<const IndexPosting> postings(Fingerprint fingerprint) const;
  static std::size_t report_of(IndexPosting posting) {
    return posting & (kMostAdded - 1);
  }
  std::span<const IndexedWord> words() const { return words_; }

 private:
  friend class IndexView;
  static Result<IndexSegment> read(std::string_view bytes);

  std::span<const std::uint64_t> offsets_;
  std::span<const std::uint64_t> identities_;
  std::span<const std::uint64_t> text_hashes_;
  std::span<const std::uint64_t> sentence_ends_;  // one more than reports
  std::span<const SentenceHash> sentences_;
  std::span<const IndexPosting> postings_;
  std::span<const IndexedWord> words_;
  std::string_view records_;
};

// A whole index, read in place.
class IndexView {
 public:
  // The view of no bytes is an empty index. kMalformed where they are no index
  // or one of another version, kDataLoss where they are damaged; never more
  // than that, whatever the bytes. They outlive the view and are aligned to 8.
  static Result<IndexView> read(std::string_view bytes);

  std::span<const IndexSegment> segments() const { return segments_; }

 private:
  std::vector<IndexSegment> segments_;
};

// See IndexSegment::identity() and text_hash().
std::uint64_t identity_of(const Report& report);
std::uint64_t text_hash_of(const Report& report);

}  // namespace stemma::reuse
