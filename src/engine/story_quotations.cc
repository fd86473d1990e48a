#include "engine/story_quotations.h"

#include "quote/families.h"
#include "quote/quotations.h"

namespace stemma::engine {

void show_quotations(const QuotationLists& quotations,
                     std::vector<Witness>& witnesses) {
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    witnesses[i].quotations = &quotations[i];
  }
}

QuotationLists quotations_with_families(std::vector<Witness>& witnesses) {
  QuotationLists found;
  found.reserve(witnesses.size());
  for (const Witness& witness : witnesses) {
    found.push_back(quote::find_quotations(witness, QuotationOptions{}));
  }
  show_quotations(found, witnesses);
  return quote::group_families(witnesses);
}

QuotationLists marked_quotations(const QuotationLists& all) {
  QuotationLists marked = all;
  for (std::vector<Quotation>& of_report : marked) {
    std::erase_if(of_report, [](const Quotation& one) { return one.retold; });
  }
  return marked;
}

}  // namespace stemma::engine
