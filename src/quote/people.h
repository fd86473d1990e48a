// Who of a report is mentioned where, by name or by description ("the
// governor"), and by which nouns each is described.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "quote/reading.h"
#include "quote/who_words.h"

namespace stemma::quote {

inline constexpr std::uint32_t kNobody = 0xFFFFFFFF;

// A mention outside utterances; no possessive ("Ruiz's").
struct Mention {
  Range tokens;              // with the title, or the article
  std::uint32_t entity = 0;  // the bearer of the name
  bool described = false;    // "the governor"
};

// Holds views of `reading`, which outlives it. Linear in the tokens.
class People {
 public:
  explicit People(const Reading& reading);

  // By position.
  const std::vector<Mention>& mentions() const { return mentions_; }

  // The index of the first mention that begins at `token` or later.
  std::size_t first_from(std::uint32_t token) const;

  // The entity, or whom it names by the forename alone: the only person whose
  // full name begins with it.
  std::uint32_t bearer(std::uint32_t entity) const {
    return bearer_of_[entity];
  }

  // The person last mentioned before `token` whom title or apposition call by
  // the noun; kNobody if there is none.
  std::uint32_t called(std::uint64_t noun, std::uint32_t token) const;

  // The body of that kind last mentioned before `token`.
  std::uint32_t body_called(std::uint64_t noun, std::uint32_t token) const;

  // The only person of the report whose surname is the word; kNobody if there
  // is none.
  std::uint32_t of_surname(std::uint64_t word) const;

  // "Ruiz's lawyer": the name stands in the possessive.
  bool is_owner(const Name& name) const;

  const Entity& entity(std::uint32_t index) const {
    return reading_.analysis->entities[index];
  }
  const WhoWords& words() const { return words_; }

 private:
  using Bearers = std::vector<std::uint32_t>;  // entities

  bool is_plain_noun(std::uint32_t token) const;
  void add_surname(const Name& name);
  void describe(const Name& name);
  void describe_by_title(const Name& name);
  void describe_by_apposition(const Name& name);
  void describe_by_initial(std::uint32_t entity, std::uint32_t token);
  void describe_from_left(const Name& name);
  void add_noun(std::uint32_t entity, std::uint64_t noun);
  void find_mentions();
  void add_name(const Name& name);
  void add_description(std::uint32_t article);
  std::uint32_t last_called(const Bearers& bearers, std::uint32_t token,
                            NameKind kind) const;

  const Reading& reading_;
  const WhoWords& words_;
  std::vector<std::uint32_t> bearer_of_;
  boost::unordered_flat_map<std::uint64_t, Bearers> by_noun_;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> by_surname_;
  std::vector<std::vector<std::uint32_t>> places_;  // of mentions, by entity
  std::vector<Mention> mentions_;
};

}  // namespace stemma::quote
