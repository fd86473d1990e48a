// Names across the reports of a story: whose variants are one bearer's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/witness.h"

namespace stemma::collate {

// Joins the entities of all reports whose names are variants of one another,
// the fullest names first; a name is compared with those that share a word,
// the beginning of one, or its initials.
class StoryNames {
 public:
  explicit StoryNames(std::span<const Witness> witnesses);

  struct Bearer {
    std::string full_name;  // the fullest variant, as written
    NameKind kind = NameKind::kUnknown;
    std::uint64_t key = 0;  // hash of the folded full name
  };

  // Index into bearers() of an entity of a report.
  std::uint32_t bearer(ReportIndex report, std::uint32_t entity) const {
    return bearer_of_[report][entity];
  }
  const std::vector<Bearer>& bearers() const { return bearers_; }

 private:
  std::vector<std::vector<std::uint32_t>> bearer_of_;
  std::vector<Bearer> bearers_;
};

}  // namespace stemma::collate
