#include "reuse/pages.h"

#include "text/analyze.h"

namespace stemma::reuse {
namespace {

std::size_t bytes_of(const Page& page) {
  return sizeof(Page) + page.made.tokens.capacity() * sizeof(Token) +
         page.made.sentences.capacity() * sizeof(Sentence) +
         page.made.quoted.capacity() * sizeof(QuotedRegion) +
         page.words.terms.capacity() * (2 * sizeof(Term) + sizeof(float));
}

}  // namespace

std::shared_ptr<Page> make_page(const Library& library, ReportIndex report) {
  auto page = std::make_shared<Page>();
  page->report = library.witnesses[report].report;
  page->analysis = library.witnesses[report].analysis;
  if (page->analysis == nullptr) {
    page->made = text::analyze_words(*page->report);
    page->analysis = &page->made;
  }
  page->words = content_words(*page->analysis, library.boilerplate[report],
                              *library.spread);
  return page;
}

std::shared_ptr<const Page> Pages::page(ReportIndex report) {
  if (library_.kept[report] != nullptr) return library_.kept[report];
  if (const auto kept = kept_.find(report); kept != kept_.end()) {
    return kept->second;
  }
  std::shared_ptr<const Page> made = make_page(library_, report);
  bytes_ += bytes_of(*made);
  if (bytes_ > most_bytes_) {
    kept_.clear();
    bytes_ = bytes_of(*made);
  }
  kept_.emplace(report, made);
  return made;
}

}  // namespace stemma::reuse
