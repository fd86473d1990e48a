// Names, their titles and their variants.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"

namespace stemma::text {

struct NameFindings {
  std::vector<Name> names;
  std::vector<Entity> entities;
};

// Names of persons, places and bodies: by capitals where the script has them,
// with titles kept apart, and the mentions of one report joined to entities
// ("Mohammed Shia al-Sudani", "Sudani"; "European Union", "EU").
NameFindings find_names(std::string_view text, std::span<const Token> tokens,
                        std::span<const Sentence> sentences,
                        std::string_view language);

// How surely two names as written mean the same bearer, 0..1: equal folded
// forms, transliterations ("Shia", "Shayyaa"), surname alone, initials,
// acronyms. Symmetric.
double name_similarity(std::string_view a, std::string_view b);

}  // namespace stemma::text
