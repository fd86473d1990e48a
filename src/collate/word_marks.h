// Phrases that change what the words near them say.
#pragma once

#include <string_view>

#include "text/phrases.h"

namespace stemma::collate {

struct WordMarks {
  explicit WordMarks(std::string_view language)
      : hedge(language, "hedge"),
        cause(language, "cause_marker"),
        paywall(language, "paywall_marker"),
        plan(language, "plan_marker"),
        effort(language, "effort_marker"),
        helper(language, "past_helper"),
        passive(language, "passive_helper"),
        agent(language, "agent_marker"),
        deed_noun(language, "deed_noun"),
        of(language, "of_word"),
        rank(language, "rank_word") {}

  text::PhraseTable hedge;      // "allegedly", "is said to"
  text::PhraseTable cause;      // "because of"
  text::PhraseTable paywall;    // "subscribe to read"
  text::PhraseTable plan;       // "is going to"
  text::PhraseTable effort;     // "efforts to"
  text::PhraseTable helper;     // "has", "was": a past form follows
  text::PhraseTable passive;    // "was", "being": a participle follows
  text::PhraseTable agent;      // "by"
  text::PhraseTable deed_noun;  // "attack"
  text::PhraseTable of;         // "of": whose deed it was may follow
  text::PhraseTable rank;       // "deputy": another office than without it
};

// Of a language; lives as long as the program.
inline const WordMarks& word_marks(std::string_view language) {
  return text::by_language<WordMarks>(language);
}

}  // namespace stemma::collate
