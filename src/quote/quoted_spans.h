// Which stretches of a report its quotations take up.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stemma/types/quotation.h"
#include "stemma/types/witness.h"

namespace stemma::quote {

// Stretches of a text.
class SpanSet {
 public:
  explicit SpanSet(std::vector<Span> spans);
  // Bytes of `part` that lie in a stretch.
  std::uint32_t bytes_of(Span part) const;
  // What of `part` lies in none, by position; not less than four bytes each.
  std::vector<Span> rest_of(Span part) const;

 private:
  std::vector<Span> spans_;  // disjoint, by position
};

// The contents of all quotations.
std::vector<Span> contents_of(const std::vector<Quotation>& quotations);
// Their sources and cues.
std::vector<Span> attributions_in(const std::vector<Quotation>& quotations);

// Completes indirect contents that are a clause which cannot be all that was
// said: "that if the dam breaks", where a comma and the main clause follow,
// goes on to the end of the sentence, unless another attribution stands there.
// `quotations`: those of each witness.
void complete_contents(std::span<const Witness> witnesses,
                       std::vector<std::vector<Quotation>>& quotations);

}  // namespace stemma::quote
