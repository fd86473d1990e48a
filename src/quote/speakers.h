// Who a source mention is: names, surnames, pronouns, titles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quote/draft.h"
#include "quote/reading.h"

namespace stemma::quote {

struct Speaker {
  std::string name;          // full name as found in the report; "" unknown
  std::string on_behalf_of;  // "a spokesman for X": X; else ""
};

// The speakers of drafts of one report, which are given in the order of the
// text: surnames become full names, pronouns the last fitting speaker or
// person, "the minister" the person who bears the title. Nothing is guessed
// where no person of the report fits: the speaker stays unknown.
class SpeakerFinder {
 public:
  explicit SpeakerFinder(const Reading& reading);

  Speaker find(const Draft& draft);

 private:
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  Speaker of_source(Range source);
  Speaker spokesperson(Range source) const;
  // A person or, with kUnknown, also a body or a name of unknown kind.
  std::uint32_t named_in(Range source, NameKind least) const;
  bool ends_phrase(std::uint32_t token, std::uint32_t first) const;
  Speaker of_pronoun(Range source);
  std::uint32_t by_pronoun(Range source, Gender gender) const;
  std::uint32_t named_before(Range source) const;
  // Who opens the sentence of a draft that names no source.
  std::uint32_t subject_before(const Draft& draft) const;
  int fitness_of(const Name& name, Gender gender) const;
  Range sentence_of(std::uint32_t token) const;
  std::uint32_t by_title(Range source) const;
  std::string body_in(Range source) const;
  bool is_caseless(Range source) const;
  bool fits(std::uint32_t entity, Gender gender) const;
  bool is_owner(const Name& name) const;
  std::size_t first_name_from(std::uint32_t token) const;
  std::uint32_t paragraph_of(std::uint32_t token) const;
  const Entity& entity(std::uint32_t index) const {
    return reading_.analysis->entities[index];
  }
  Speaker remember(std::uint32_t entity, std::uint32_t at);

  const Reading& reading_;
  // What stands beside each entity: its title and appositions, as folds.
  std::vector<std::vector<std::uint64_t>> described_by_;
  std::vector<bool> has_spoken_;          // by entity
  std::vector<std::uint32_t> bearer_of_;  // by entity: the entity it means
  std::uint32_t last_entity_ = kNobody;   // who spoke last, if it has a name
  std::uint32_t last_token_ = 0;
  std::uint32_t spoke_at_ = 0;  // where the source of `last_` stands
  Speaker last_;
};

}  // namespace stemma::quote
