// Who a source mention is: names, surnames, pronouns, titles, bodies.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quote/draft.h"
#include "quote/people.h"
#include "quote/reading.h"
#include "stemma/types/quotation.h"

namespace stemma::quote {

struct Speaker {
  std::string name;          // as in Quotation::speaker
  std::string on_behalf_of;  // "a spokesman for X": X; else ""
  SpeakerBasis basis = SpeakerBasis::kNone;
};

// The speakers of drafts of one report, which are given in the order of the
// text: surnames become full names, pronouns the last fitting speaker or
// person, "the minister" the person who bears the title, "the agency" the
// body that is one, "the statement" who issued it. Nothing is guessed where
// nobody of the report fits: the speaker stays unknown.
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Reading& reading);

  Speaker find(const Draft& draft);

 private:
  Speaker of_source(Range source);
  Speaker of_nobody(const Draft& draft);
  Speaker spokesperson(Range source);
  Speaker last_voice(Range source) const;
  // A person or, with kUnknown, also a body or a name of unknown kind.
  std::uint32_t named_in(Range source, NameKind least) const;
  std::uint32_t head_name(Range phrase, NameKind least) const;
  Speaker joined(Range source, std::uint32_t first);
  std::size_t list_begin(std::size_t mention) const;
  std::vector<std::string> joint_names(std::size_t mention,
                                       std::uint32_t end) const;
  void find_groups();
  void add_group(std::size_t mention);
  Speaker of_group(Range source);
  bool joins(std::uint32_t from, std::uint32_t to) const;
  bool ends_phrase(std::uint32_t token, std::uint32_t first) const;
  Speaker of_pronoun(Range source);
  std::uint32_t by_pronoun(std::uint32_t at, Gender gender) const;
  int fitness_of(std::uint32_t who, Gender gender) const;
  bool fits(std::uint32_t entity, Gender gender) const;
  std::uint32_t named_before(Range source) const;
  // Who opens the sentence, or the last clause before `at`.
  std::uint32_t subject_before(std::uint32_t at) const;
  bool opens_clause(std::uint32_t token, std::uint32_t sentence) const;
  std::uint32_t before_colon(std::uint32_t at) const;
  Range sentence_of(std::uint32_t token) const;
  std::uint32_t paragraph_of(std::uint32_t token) const;
  // The last noun of the phrase with which a source begins; kNobody if it
  // begins with no article.
  std::uint32_t head_noun(Range source) const;
  std::uint32_t by_title(Range source) const;
  Speaker of_document(Range source);
  Speaker of_body(Range source);
  std::string body_in(Range source) const;
  std::uint32_t last_body_before(std::uint32_t token) const;
  bool is_caseless(Range source) const;
  std::size_t first_name_from(std::uint32_t token) const;
  const Entity& entity(std::uint32_t index) const {
    return reading_.analysis->entities[index];
  }
  Speaker remember(std::uint32_t entity, std::uint32_t at, SpeakerBasis basis);

  // Several persons whom one noun describes: "three senators, A, B and C".
  struct Group {
    std::uint64_t noun = 0;
    std::uint32_t place = 0;
    std::string names;
  };

  const Reading& reading_;
  People people_;
  std::vector<Group> groups_;            // by position
  std::vector<bool> has_spoken_;         // by entity
  std::uint32_t last_entity_ = kNobody;  // who spoke last, if it has a name
  std::uint32_t last_token_ = 0;
  std::uint32_t spoke_at_ = 0;  // where the source of `last_` stands
  Speaker last_;
  Speaker last_voice_;  // the last spokesperson without a name
  std::uint32_t voice_at_ = 0;
};

}  // namespace stemma::quote
