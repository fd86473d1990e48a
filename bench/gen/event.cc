#include "event.h"

namespace stemma::gen {
namespace {

// A third of the rare words and half of the names come from the subject, so
// that two events of one subject look alike without being one.
std::vector<Word> own_words(const Vocabulary& vocabulary,
                            const Subject& subject, const EventShape& shape,
                            Random& random) {
  std::vector<Word> words;
  for (std::uint32_t i = 0; i < shape.subject_words; ++i) {
    const bool shared = random.chance(0.33);
    words.push_back(shared
                        ? subject.words[random.below(
                              static_cast<std::uint32_t>(subject.words.size()))]
                        : vocabulary.draw_rare(random));
  }
  return words;
}

std::vector<Word> own_names(const Vocabulary& vocabulary,
                            const Subject& subject, const EventShape& shape,
                            Random& random) {
  std::vector<Word> names;
  for (std::uint32_t i = 0; i < shape.names; ++i) {
    const bool shared = random.chance(0.5);
    names.push_back(shared
                        ? subject.names[random.below(
                              static_cast<std::uint32_t>(subject.names.size()))]
                        : vocabulary.draw_name(random));
  }
  return names;
}

template <typename Items>
Word pick(const Items& items, Random& random) {
  return items[random.below(static_cast<std::uint32_t>(items.size()))];
}

Fact make_fact(const Vocabulary& vocabulary, const std::vector<Word>& words,
               const std::vector<Word>& names, Random& random) {
  Fact fact;
  const std::uint32_t length = random.between(12, 28);
  fact.words.reserve(length);
  for (std::uint32_t i = 0; i < length; ++i) {
    const double kind = random.unit();
    if (kind < 0.14) {
      fact.words.push_back(pick(words, random));
    } else if (kind < 0.19) {
      fact.words.push_back(pick(names, random));
    } else {
      fact.words.push_back(vocabulary.draw(random));
    }
  }
  if (random.chance(0.3)) fact.number = random.between(2, 999);
  return fact;
}

}  // namespace

Subject make_subject(const Vocabulary& vocabulary, Random& random) {
  Subject subject;
  for (int i = 0; i < 60; ++i) {
    subject.words.push_back(vocabulary.draw_rare(random));
  }
  for (int i = 0; i < 10; ++i) {
    subject.names.push_back(vocabulary.draw_name(random));
  }
  return subject;
}

Event make_event(const Vocabulary& vocabulary, const Subject& subject,
                 std::int64_t begin, const EventShape& shape, Random& random) {
  const std::vector<Word> words = own_words(vocabulary, subject, shape, random);
  const std::vector<Word> names = own_names(vocabulary, subject, shape, random);
  Event event;
  event.begin = begin;
  for (std::uint32_t i = 0; i < shape.facts; ++i) {
    event.facts.push_back(make_fact(vocabulary, words, names, random));
  }
  for (int i = 0; i < 4; ++i) event.title.push_back(pick(words, random));
  event.title.push_back(pick(names, random));
  return event;
}

}  // namespace stemma::gen
