#include "reuse/pages.h"

#include <algorithm>
#include <utility>

#include "text/analyze.h"

namespace stemma::reuse {
namespace {

// Weights of aligned words are whole numbers: content words weigh this times
// their weight, others less than any of them.
constexpr float kWeightUnit = 8;
constexpr Weight kOtherWeight = 4;
constexpr std::uint32_t kMostClosing = 0xFF;

std::size_t bytes_of(const Page& page) {
  constexpr std::size_t kOfWord = 2 * sizeof(std::uint64_t) + sizeof(Span) +
                                  2 * sizeof(std::uint8_t) + sizeof(Weight);
  return sizeof(Page) + page.words() * kOfWord +
         page.words() * 2 / 3 * (sizeof(std::uint32_t) + sizeof(float)) +
         page.sentences.size() * sizeof(Page::Sentence);
}

std::uint8_t marks_of(const Token& token) {
  unsigned marks = token.quoted ? kQuoted : 0;
  if (!token.function_word) {
    marks |= kSays;
    if (token.kind == TokenKind::kWord && !token.capitalised) marks |= kPlain;
  }
  return static_cast<std::uint8_t>(marks);
}

void reserve(Page& page, const Analysis& analysis) {
  const std::size_t words = static_cast<std::size_t>(std::count_if(
      analysis.tokens.begin(), analysis.tokens.end(), [](const Token& token) {
        return token.kind != TokenKind::kPunctuation;
      }));
  page.folds.reserve(words);
  page.stems.reserve(words);
  page.spans.reserve(words);
  page.closing.reserve(words);
  page.marks.reserve(words);
  page.sentences.reserve(analysis.sentences.size());
}

// The end of the punctuation that follows the token at once.
std::uint32_t closed_end(const std::vector<Token>& tokens, std::uint32_t t) {
  std::uint32_t end = tokens[t].span.end;
  for (++t; t < tokens.size() && tokens[t].kind == TokenKind::kPunctuation &&
            tokens[t].span.begin == end;
       ++t) {
    end = tokens[t].span.end;
  }
  return end;
}

void add_word(const std::vector<Token>& tokens, std::uint32_t t, Page& page) {
  const Token& token = tokens[t];
  page.folds.push_back(token.fold);
  page.stems.push_back(token.stem);
  page.spans.push_back(token.span);
  page.closing.push_back(static_cast<std::uint8_t>(
      std::min(kMostClosing, closed_end(tokens, t) - token.span.end)));
  page.marks.push_back(marks_of(token));
}

std::shared_ptr<Page> make(const Library& library, ReportIndex report) {
  const Witness& witness = library.witnesses[report];
  const Analysis made = witness.analysis == nullptr
                            ? text::analyze_words(*witness.report)
                            : Analysis();
  auto page = std::make_shared<Page>(lay_out(
      *witness.report, witness.analysis == nullptr ? made : *witness.analysis));
  weigh_words(*page, library.boilerplate[report], *library.spread);
  return page;
}

}  // namespace

const Page::Sentence& Page::sentence_at(std::uint32_t word) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), word,
                       [](std::uint32_t at, const Sentence& sentence) {
                         return at < sentence.words.begin;
                       });
  return *std::prev(after);
}

Span Page::span_of(PageRange range) const {
  const Sentence& first = sentence_at(range.begin);
  const Sentence& last = sentence_at(range.end - 1);
  return {first.words.begin == range.begin ? first.span.begin
                                           : spans[range.begin].begin,
          std::max(last.words.end == range.end ? last.span.end : 0,
                   spans[range.end - 1].end + closing[range.end - 1])};
}

Page lay_out(const Report& report, const Analysis& analysis) {
  Page page;
  page.report = &report;
  reserve(page, analysis);
  for (const Sentence& sentence : analysis.sentences) {
    const auto first = static_cast<std::uint32_t>(page.words());
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      if (analysis.tokens[t].kind == TokenKind::kPunctuation) continue;
      add_word(analysis.tokens, t, page);
    }
    const auto end = static_cast<std::uint32_t>(page.words());
    if (end == first) continue;
    page.sentences.push_back({{first, end}, sentence.span, sentence.kind});
  }
  return page;
}

void weigh_words(Page& page, std::span<const Span> boilerplate,
                 const WordSpread& spread) {
  page.weights.assign(page.words(), kOtherWeight);
  page.content.reserve(page.words() * 2 / 3);
  page.content_weights.reserve(page.words() * 2 / 3);
  CountedSentences counted(boilerplate);
  for (const Page::Sentence& sentence : page.sentences) {
    if (!counted.counts(sentence.kind, sentence.span)) continue;
    for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
      if ((page.marks[i] & kSays) == 0) continue;
      const float weight = spread.weight(static_cast<Term>(page.stems[i]));
      page.content.push_back(i);
      page.content_weights.push_back(weight);
      page.weights[i] = static_cast<Weight>(kWeightUnit * weight);
    }
  }
}

std::shared_ptr<const Page> make_page(const Library& library,
                                      ReportIndex report) {
  return make(library, report);
}

void Pages::keep(ReportIndex report, std::shared_ptr<Page> page) {
  bytes_ += bytes_of(*page);
  pages_[report] = std::move(page);
  kept_.push_back(report);
}

void Pages::offer(ReportIndex report, Page&& page) {
  auto kept = std::make_shared<Page>(std::move(page));
  const std::lock_guard lock(mutex_);
  if (bytes_ + bytes_of(*kept) <= most_bytes_) keep(report, std::move(kept));
}

void Pages::weigh(const Library& library, ReportIndex report) {
  if (pages_[report] == nullptr) return;
  weigh_words(*pages_[report], library.boilerplate[report], *library.spread);
}

std::shared_ptr<const Page> Pages::page(const Library& library,
                                        ReportIndex report) {
  {
    const std::lock_guard lock(mutex_);
    if (pages_[report] != nullptr) return pages_[report];
  }
  std::shared_ptr<Page> made = make(library, report);
  const std::lock_guard lock(mutex_);
  if (pages_[report] != nullptr) return pages_[report];
  keep(report, made);
  while (bytes_ > most_bytes_ && kept_.size() > 1) {
    bytes_ -= bytes_of(*pages_[kept_.front()]);
    pages_[kept_.front()].reset();
    kept_.pop_front();
  }
  return made;
}

}  // namespace stemma::reuse
