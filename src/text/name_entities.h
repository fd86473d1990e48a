// Joining the mentions of one report to entities.
#pragma once

#include <span>
#include <string_view>

#include "text/name_spans.h"
#include "text/names.h"

namespace stemma::text {

// Mentions, in order, that are variants of one name become one entity. Two
// words or more are joined if they are alike (name_similarity) and share a
// last word; a single word goes to the entity whose last or first word it is,
// the latest before it or else the first after it, unless titles tell of
// another gender; an acronym goes to the body whose initials it has.
NameFindings join_mentions(const TokenView& view,
                           std::span<const Sentence> sentences,
                           std::span<const NameMention> mentions,
                           std::string_view language);

}  // namespace stemma::text
