// Events and the facts that reports state of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "random.h"
#include "vocabulary.h"

namespace stemma::gen {

// One thing that can be stated of an event: the words that carry it.
struct Fact {
  std::vector<Word> words;   // in the order of a plain sentence
  std::uint32_t number = 0;  // a count that belongs to it; 0: none
};

struct Event {
  std::int64_t begin = 0;  // seconds since 1970
  std::vector<Fact> facts;
  std::vector<Word> title;
};

struct EventShape {
  std::uint32_t facts = 40;
  std::uint32_t subject_words = 30;  // rare words that recur in the event
  std::uint32_t names = 6;
};

// A subject is what several events have in common (a war, a league, a trial):
// its words and names recur in all of them.
struct Subject {
  std::vector<Word> words;
  std::vector<Word> names;
};

Subject make_subject(const Vocabulary& vocabulary, Random& random);

// An event of the subject that begins at `begin`.
Event make_event(const Vocabulary& vocabulary, const Subject& subject,
                 std::int64_t begin, const EventShape& shape, Random& random);

}  // namespace stemma::gen
