#include "text/dictionary_words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "text/characters.h"
#include "text/fold.h"

namespace stemma::text {
namespace {

// Made once; each user works on a clone. Null if ICU's data is missing, then
// a run stays one word.
const icu::BreakIterator* prototype() {
  static const std::unique_ptr<icu::BreakIterator> words = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    return U_FAILURE(status) ? nullptr : std::move(made);
  }();
  return words.get();
}

bool folds_to_itself(char32_t value) {
  return (value >= 0x4E00 && value <= 0x9FFF) ||
         (value >= 0x3041 && value <= 0x3096) ||
         (value >= 0x30A1 && value <= 0x30FA) || value == 0x30FC;
}

}  // namespace

struct DictionaryWords::Iterator {
  std::unique_ptr<icu::BreakIterator> words;
};

DictionaryWords::DictionaryWords() = default;
DictionaryWords::~DictionaryWords() = default;

std::span<const Span> DictionaryWords::cut(std::string_view run) {
  words_.clear();
  if (iterator_ == nullptr) {
    iterator_ = std::make_unique<Iterator>();
    if (prototype() != nullptr) iterator_->words.reset(prototype()->clone());
  }
  const auto size = static_cast<std::uint32_t>(run.size());
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, run.data(), size, &status);
  if (iterator_->words != nullptr) iterator_->words->setText(&view, status);
  if (iterator_->words == nullptr || U_FAILURE(status)) {
    words_.push_back({0, size});
  } else {
    std::int32_t begin = iterator_->words->first();
    for (std::int32_t end = iterator_->words->next();
         end != icu::BreakIterator::DONE; end = iterator_->words->next()) {
      words_.push_back(
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = end;
    }
  }
  utext_close(&view);
  return words_;
}

std::string fold_dictionary_word(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint next = decode_valid(word, i);
    if (!folds_to_itself(next.value)) return fold(word);
    i += next.size;
  }
  return std::string(word);
}

}  // namespace stemma::text
