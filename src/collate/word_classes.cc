#include "collate/word_classes.h"

#include <array>

#include "base/hash.h"
#include "text/lexicon.h"

namespace stemma::collate {
namespace {

struct Category {
  std::string_view name;
  std::uint32_t bit;
};

constexpr std::array<Category, 11> kCategories{{
    {"clause_relative", kRelative},
    {"clause_coordinator", kCoordinator},
    {"clause_subordinator", kSubordinator},
    {"finite_verb", kFiniteVerb},
    {"clause_determiner", kDeterminer},
    {"clause_subject", kSubject},
    {"negation", kNegation},
    {"back_reference", kBackReference},
    {"clause_complementizer", kComplementizer},
    {"article", kArticle},
    {"title_qualifier", kTitleQualifier},
}};

}  // namespace

WordClasses::WordClasses(std::string_view language) {
  const text::Lexicon& lexicon = text::lexicon(language);
  for (const Category& category : kCategories) {
    for (const auto& entry : lexicon.entries(category.name)) {
      classes_[hash_bytes(entry.form)] |= category.bit;
    }
  }
  knows_verbs_ = !lexicon.entries("finite_verb").empty();
}

}  // namespace stemma::collate
