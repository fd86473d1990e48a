#include "tradition.h"

#include <algorithm>
#include <numeric>

namespace stemma::gen {
namespace {

// The sentence that a writer makes of a fact: the words that carry it stay,
// the others are the writer's.
Sentence tell(const Vocabulary& vocabulary, const Fact& fact, double own_words,
              Random& random) {
  Sentence sentence;
  sentence.words.reserve(fact.words.size());
  for (const Word word : fact.words) {
    const bool replace = random.chance(own_words) && !vocabulary.is_name(word);
    sentence.words.push_back(replace ? vocabulary.synonym(word) : word);
    if (random.chance(own_words * 0.3)) {
      sentence.words.push_back(vocabulary.draw(random));
    }
  }
  sentence.number = fact.number;
  sentence.number_at =
      random.below(static_cast<std::uint32_t>(sentence.words.size()));
  sentence.said = random.chance(0.15);
  return sentence;
}

void edit_words(const Vocabulary& vocabulary, double share, Text& text,
                Random& random) {
  for (Sentence& sentence : text.sentences) {
    for (Word& word : sentence.words) {
      if (random.chance(share)) word = vocabulary.synonym(word);
    }
  }
}

void rewrite(const Vocabulary& vocabulary, Text& text, Random& random) {
  std::vector<Sentence> kept;
  for (Sentence& sentence : text.sentences) {
    if (!kept.empty() && random.chance(0.15)) continue;
    if (random.chance(0.6)) {
      const Fact fact{std::move(sentence.words), sentence.number};
      sentence = tell(vocabulary, fact, 0.35, random);
    }
    kept.push_back(std::move(sentence));
  }
  if (kept.size() > 3 && random.chance(0.5)) std::swap(kept[1], kept[2]);
  text.sentences = std::move(kept);
}

void cut(Text& text, Random& random) {
  const auto size = static_cast<std::uint32_t>(text.sentences.size());
  if (size > 3) text.sentences.resize(random.between(3, size - 1));
}

void mix_in(const Text& other, Text& text, Random& random) {
  const std::size_t from = other.sentences.size() / 2;
  for (std::size_t i = from; i < other.sentences.size(); ++i) {
    if (random.chance(0.7)) text.sentences.push_back(other.sentences[i]);
  }
}

Making draw_making(const TraditionShape& shape, Random& random) {
  double at = random.unit();
  const auto took = [&at](double share) { return (at -= share) < 0; };
  if (took(shape.own)) return Making::kOwn;
  if (took(shape.reprint)) return Making::kReprint;
  if (took(shape.cut)) return Making::kCut;
  if (took(shape.rewrite)) return Making::kRewrite;
  return Making::kMix;
}

class TraditionMaker {
 public:
  TraditionMaker(const Vocabulary& vocabulary, const Event& event,
                 const TraditionShape& shape, Random& random)
      : vocabulary_(vocabulary),
        event_(event),
        shape_(shape),
        random_(random) {}

  std::vector<Text> make(std::uint32_t reports) {
    std::uint32_t in_hand = add_agency_texts(reports);
    for (; in_hand < reports; ++in_hand) add(draw_making(shape_, random_));
    return std::move(texts_);
  }

 private:
  // About one agency text for every twelve reports; returns how many of them
  // are in hand.
  std::uint32_t add_agency_texts(std::uint32_t reports) {
    std::uint32_t in_hand = 0;
    const std::uint32_t agencies = 1 + reports / 12;
    for (std::uint32_t i = 0; i < agencies && in_hand < reports; ++i) {
      add(Making::kOwn);
      Text& text = texts_.back();
      text.unseen = reports > 1 && random_.chance(shape_.agency_unseen);
      in_hand += text.unseen ? 0 : 1;
    }
    return in_hand;
  }

  void add(Making making) {
    Text text = making == Making::kOwn || texts_.empty()
                    ? write_own(vocabulary_, event_, random_)
                    : derive(making);
    const double hours = random_.exponential(shape_.half_life_hours / 0.693147);
    const std::int64_t after =
        text.parent ? texts_[*text.parent].published : event_.begin;
    text.published = after + 60 + static_cast<std::int64_t>(hours * 3600);
    if (!text.parent) text.telling = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(std::move(text));
  }

  Text derive(Making making) {
    const auto count = static_cast<std::uint32_t>(texts_.size());
    const std::uint32_t parent = random_.below(count);
    Text text = texts_[parent];
    text.parent = parent;
    text.second_parent.reset();
    text.making = making;
    text.unseen = false;
    if (making == Making::kRewrite) {
      rewrite(vocabulary_, text, random_);
    } else {
      edit_words(vocabulary_, shape_.word_edits, text, random_);
    }
    if (making == Making::kCut || making == Making::kMix) cut(text, random_);
    if (making == Making::kMix) {
      text.second_parent = random_.below(count);
      mix_in(texts_[*text.second_parent], text, random_);
    }
    return text;
  }

  const Vocabulary& vocabulary_;
  const Event& event_;
  const TraditionShape& shape_;
  Random& random_;
  std::vector<Text> texts_;
};

}  // namespace

const char* making_name(Making making) {
  switch (making) {
    case Making::kOwn:
      return "own";
    case Making::kReprint:
      return "reprint";
    case Making::kCut:
      return "cut";
    case Making::kRewrite:
      return "rewrite";
    case Making::kMix:
      return "mix";
    case Making::kRoundUp:
      return "roundup";
  }
  return "";
}

Text write_own(const Vocabulary& vocabulary, const Event& event,
               Random& random) {
  // The important facts, the first ones, are chosen more often.
  Text text;
  const auto wanted = random.between(8, 28);
  for (std::size_t i = 0;
       i < event.facts.size() && text.sentences.size() < wanted; ++i) {
    const double importance = 1.0 / (1.0 + 0.05 * static_cast<double>(i));
    if (!random.chance(0.9 * importance)) continue;
    text.sentences.push_back(tell(vocabulary, event.facts[i], 0.5, random));
  }
  // Nobody leads with the same sentence, and the rest is in a writer's order.
  for (std::size_t i = text.sentences.size(); i > 1; --i) {
    const std::size_t near = std::min<std::size_t>(i, 4);
    const auto back = random.below(static_cast<std::uint32_t>(near));
    std::swap(text.sentences[i - 1], text.sentences[i - 1 - back]);
  }
  text.title = event.title;
  return text;
}

std::vector<Text> make_tradition(const Vocabulary& vocabulary,
                                 const Event& event, std::uint32_t reports,
                                 const TraditionShape& shape, Random& random) {
  return TraditionMaker(vocabulary, event, shape, random).make(reports);
}

Text make_round_up(const Vocabulary& vocabulary,
                   const std::vector<const Event*>& events, Random& random) {
  Text text;
  text.making = Making::kRoundUp;
  for (const Event* event : events) {
    const std::uint32_t sentences = random.between(1, 2);
    for (std::uint32_t i = 0; i < sentences; ++i) {
      text.sentences.push_back(tell(vocabulary, event->facts[i], 0.5, random));
    }
    text.published = std::max(text.published, event->begin + 3600);
  }
  text.title = events.front()->title;
  return text;
}

}  // namespace stemma::gen
