// The passages that two reports share.
#pragma once

#include <memory>
#include <vector>

#include "reuse/matcher.h"
#include "reuse/pages.h"
#include "reuse/pair_words.h"
#include "reuse/verify.h"
#include "stemma/types/options.h"
#include "stemma/types/passage.h"

namespace stemma::reuse {

// Compares one report with others, one after the other. Not safe for use by
// several threads at once. The options outlive it.
class PairComparer {
 public:
  explicit PairComparer(const ReuseOptions& options) : options_(options) {}

  // The report that is compared from here on.
  void set_a(std::shared_ptr<const Page> a);

  // The passages that it shares with `b`, strongest first, at most 4096;
  // report indices are left at 0.
  std::vector<Passage> compare(const Page& b);

 private:
  const ReuseOptions& options_;
  std::shared_ptr<const Page> a_;
  PairWords words_;
  Matcher matcher_;
  Verifier verifier_;
};

}  // namespace stemma::reuse
