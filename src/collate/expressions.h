// Expressions of a name and a noun that stand for one thing.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "collate/rows.h"
#include "collate/story_text.h"

namespace stemma::collate {

// "the Ostland regime", "the 'Ostland' government's": a name directly before
// a noun, with the determiner before it.
struct Expression {
  ReportIndex report = 0;
  std::uint32_t bearer = 0;  // index into StoryNames::bearers()
  std::uint64_t noun = 0;    // stem
  std::uint32_t name = 0;    // index into Analysis::names
  Span span;                 // without the possessive of the noun
};

struct ExpressionGroups {
  std::vector<Expression> expressions;  // by report and position
  // For each bearer the least one that is named in its place: where readings
  // of two statements or more say "the X regime" and "the Y regime", X and Y.
  std::vector<std::uint32_t> same_as;
  // The nouns by which two names or more are called, each with the least of
  // their bearers; sorted.
  std::vector<std::pair<std::uint32_t, std::uint64_t>> nouns;
};

ExpressionGroups find_expressions(const StoryText& story,
                                  std::span<const UnitGroup> groups);

}  // namespace stemma::collate
