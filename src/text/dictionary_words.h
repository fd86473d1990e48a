// Words of scripts that are written without spaces.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/span.h"

namespace stemma::text {

// Cuts runs of Han, kana, Thai and the like by ICU's dictionaries. The break
// iterator is made at the first run, so text without such runs pays nothing.
class DictionaryWords {
 public:
  DictionaryWords();
  ~DictionaryWords();
  DictionaryWords(const DictionaryWords&) = delete;
  DictionaryWords& operator=(const DictionaryWords&) = delete;

  // The words of a run, which cover it. Valid until the next call.
  std::span<const Span> cut(std::string_view run);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
  std::vector<Span> words_;
};

// fold() with a short cut for plain Han and kana, which fold to themselves.
std::string fold_dictionary_word(std::string_view word);

}  // namespace stemma::text
