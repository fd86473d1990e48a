// Reports laid out for comparison, as many as the memory holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "reuse/align.h"
#include "reuse/words.h"
#include "stemma/types/witness.h"

namespace stemma::reuse {

// Words [begin, end) of a page; not empty unless said.
struct PageRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
};

// What is known of a word beside its hashes.
enum WordMark : std::uint8_t {
  kSays = 1,    // no function word
  kPlain = 2,   // such a word in lower case, and no number
  kQuoted = 4,  // inside quotation marks
};

// All words of a report, without punctuation; and which of them are content
// words (see content_terms()). Needs no analysis any more.
struct Page {
  struct Sentence {
    PageRange words;
    Span span;
    SentenceKind kind = SentenceKind::kBody;
  };

  const Report* report = nullptr;
  // Of each word:
  std::vector<std::uint64_t> folds;
  std::vector<std::uint64_t> stems;
  std::vector<Span> spans;
  std::vector<std::uint8_t>
      closing;                      // bytes of punctuation that follow at once
  std::vector<std::uint8_t> marks;  // WordMark
  std::vector<Weight> weights;      // when aligned
  // Of each content word: its place among all words, and what it says.
  std::vector<std::uint32_t> content;
  std::vector<float> content_weights;
  std::vector<Sentence> sentences;  // those that have words, in order

  std::size_t words() const { return folds.size(); }
  // The sentence that the word stands in. A view of the page.
  const Sentence& sentence_at(std::uint32_t word) const;
  // The text of the words, with the punctuation that belongs to them.
  Span span_of(PageRange range) const;
};

// Lays out one report, without weights and content words.
Page lay_out(const Report& report, const Analysis& analysis);

// Fills in the weights and the content words: those of `boilerplate` (sorted,
// disjoint) are none.
void weigh_words(Page& page, std::span<const Span> boilerplate,
                 const WordSpread& spread);

// What pages are made from; may be read by several threads.
struct Library {
  std::span<const Witness> witnesses;  // an analysis may be null
  std::span<const std::vector<Span>> boilerplate;
  const WordSpread* spread = nullptr;
};

// A page of the library's.
std::shared_ptr<const Page> make_page(const Library& library,
                                      ReportIndex report);

// Keeps the pages that were made last, up to a number of bytes, and makes the
// others anew: reports that are compared with one another mostly stand near one
// another in time. May be used by several threads at once.
class Pages {
 public:
  Pages(std::size_t reports, std::size_t most_bytes)
      : most_bytes_(most_bytes), pages_(reports) {}

  // Keeps a page that is laid out but not weighed, if there is room.
  void offer(ReportIndex report, Page&& page);

  // Weighs the words of the page of a report, if there is one.
  void weigh(const Library& library, ReportIndex report);

  void set_most_bytes(std::size_t most_bytes) { most_bytes_ = most_bytes; }

  // The page of a report, kept or made anew; never null. It stays valid for
  // whoever holds it. REQUIRES: all pages that are kept were weighed.
  std::shared_ptr<const Page> page(const Library& library, ReportIndex report);

 private:
  void keep(ReportIndex report, std::shared_ptr<Page> page);

  std::size_t most_bytes_;
  std::mutex mutex_;  // of all below
  std::vector<std::shared_ptr<Page>> pages_;
  std::deque<ReportIndex> kept_;  // in the order in which they were made
  std::size_t bytes_ = 0;
};

}  // namespace stemma::reuse
