// Which languages the reports of a story let know that a speaker speaks.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/witness.h"

namespace stemma::quote {

// By the signs that stand in titles, appositions and brackets beside the
// speaker's name, in any report: "Iraqi Prime Minister", "(N-Texas)"; lexicon
// category `language_sign`. A sign of several languages speaks for each.
class SpeakerLanguages {
 public:
  explicit SpeakerLanguages(std::span<const Witness> witnesses);

  // True if a sign says so; false if none does, since it is not known then.
  bool speaks(const std::string& speaker, std::string_view language);

 private:
  using Languages = std::vector<std::string>;  // sorted

  void add(const Witness& witness, const Name& name);
  const Languages& languages_of(const std::string& speaker);

  std::map<std::string, Languages> signs_;  // by name, as reports write it
  std::map<std::string, Languages> known_;  // by speaker asked for
};

}  // namespace stemma::quote
