#include "engine/count_origins.h"

#include <algorithm>

#include "collate/collate.h"
#include "engine/story_quotations.h"
#include "engine/user_files.h"
#include "engine/witnesses.h"
#include "origin/origins.h"
#include "reuse/equal_texts.h"

namespace stemma::engine {
namespace {

bool gives_words(const Witness& witness) {
  const std::vector<Token>& tokens = witness.analysis->tokens;
  return !witness.quotations->empty() ||
         std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return token.quoted; });
}

}  // namespace

OriginCounts count_origins(const Corpus& corpus, const Story& story) {
  std::vector<Witness> witnesses = witnesses_of(corpus, story.reports);
  const QuotationLists marked =
      marked_quotations(quotations_with_families(witnesses));
  show_quotations(marked, witnesses);
  ReuseResult reuse;
  reuse.equal = reuse::group_equal(witnesses);
  // Origins look at the statements that two reports give in somebody's words.
  Matrix matrix;
  if (std::count_if(witnesses.begin(), witnesses.end(), gives_words) > 1) {
    matrix = collate::collate(witnesses);
  }
  const origin::Counts counts = origin::count_origins(
      witnesses, reuse, matrix, rejections_for(corpus, story));
  return {counts.tellings, counts.sources};
}

}  // namespace stemma::engine
