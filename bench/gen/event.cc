#include "event.h"

namespace stemma::gen {
namespace {

// `count` words, some of them the subject's and the others drawn anew, so that
// two events of one subject look alike without being one.
template <typename Draw>
std::vector<Word> own_and_shared(const std::vector<Word>& of_subject,
                                 double shared, std::uint32_t count,
                                 Random& random, const Draw& draw) {
  std::vector<Word> words;
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool common = random.chance(shared);
    words.push_back(common ? of_subject[random.below(
                                 static_cast<std::uint32_t>(of_subject.size()))]
                           : draw());
  }
  return words;
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
  const std::vector<Word> words =
      own_and_shared(subject.words, 0.33, shape.subject_words, random,
                     [&] { return vocabulary.draw_rare(random); });
  const std::vector<Word> names =
      own_and_shared(subject.names, 0.5, shape.names, random,
                     [&] { return vocabulary.draw_name(random); });
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
