#include "text/quantity_words.h"

namespace stemma::text {

QuantityWords::QuantityWords(std::string_view language)
    : bound(language, "bound"),
      bound_after(language, "bound_after"),
      percent(language, "percent"),
      percent_before(language, "percent_before"),
      currency(language, "currency"),
      unit(language, "unit"),
      clock(language, "clock_word"),
      clock_before(language, "clock_before"),
      ordinal_suffix(language, "ordinal_suffix"),
      ordinal_before(language, "ordinal_before"),
      skip(language, "count_skip"),
      plural_noun(language, "plural_noun"),
      range(language, "range_word") {}

const QuantityWords& quantity_words(std::string_view language) {
  return by_language<QuantityWords>(language);
}

}  // namespace stemma::text
