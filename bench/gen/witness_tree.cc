#include "witness_tree.h"

#include <algorithm>
#include <cmath>

namespace stemma::gen {
namespace {

constexpr std::uint32_t kHubEvery = 8;
constexpr double kMeanHours = 3;  // between a text and what is made of it

class TreeMaker {
 public:
  TreeMaker(const Vocabulary& vocabulary, const Event& event,
            const WitnessShape& shape, Random& random)
      : vocabulary_(vocabulary),
        event_(event),
        shape_(shape),
        random_(random) {}

  std::vector<Text> make() {
    const auto all = static_cast<std::uint32_t>(
        std::lround(shape_.witnesses / (1 - shape_.lost)));
    texts_.push_back(write_own(vocabulary_, event_, random_));
    texts_.back().published = event_.begin;
    while (texts_.size() < all) add();
    lose(all - shape_.witnesses);
    return std::move(texts_);
  }

 private:
  std::uint32_t draw_parent() {
    const auto count = static_cast<std::uint32_t>(texts_.size());
    if (!random_.chance(shape_.from_hub)) return random_.below(count);
    return kHubEvery * random_.below((count + kHubEvery - 1) / kHubEvery);
  }

  void add() {
    const std::uint32_t parent = draw_parent();
    Text text = texts_[parent];
    text.parent = parent;
    text.second_parent.reset();
    text.unseen = false;
    if (random_.chance(shape_.mixing)) mix(text);
    edit(text);
    const double hours = random_.exponential(kMeanHours);
    text.published += 60 + static_cast<std::int64_t>(hours * 3600);
    texts_.push_back(std::move(text));
  }

  // A stretch of another text, after a random sentence.
  void mix(Text& text) {
    const std::uint32_t second = draw_parent();
    if (second == *text.parent) return;
    const std::vector<Sentence>& other = texts_[second].sentences;
    const auto size = static_cast<std::uint32_t>(other.size());
    const std::uint32_t first = random_.below(size);
    const std::uint32_t last =
        std::min(size, first + random_.between(2, std::max(2U, size / 2)));
    text.second_parent = second;
    text.published = std::max(text.published, texts_[second].published);
    const auto at =
        text.sentences.begin() +
        random_.between(1, static_cast<std::uint32_t>(text.sentences.size()));
    text.sentences.insert(at, other.begin() + first, other.begin() + last);
  }

  void edit(Text& text) {
    const NewsEdits& edits = shape_.edits;
    std::vector<Sentence> kept;
    for (Sentence& sentence : text.sentences) {
      if (!kept.empty() && random_.chance(edits.dropped)) continue;
      edit_sentence(sentence);
      kept.push_back(std::move(sentence));
    }
    const auto size = static_cast<std::uint32_t>(kept.size());
    if (size > 4 && random_.chance(edits.cut)) {
      kept.resize(random_.between(size / 3 + 1, size - 1));
    }
    text.sentences = std::move(kept);
    if (random_.chance(edits.inserted)) insert(text);
  }

  void edit_sentence(Sentence& sentence) {
    for (Word& word : sentence.words) {
      if (!random_.chance(shape_.edits.reworded)) continue;
      word = random_.chance(0.5) ? vocabulary_.synonym(word)
                                 : vocabulary_.draw(random_);
    }
    if (sentence.said && random_.chance(shape_.edits.indirect)) {
      sentence.indirect = true;
    }
    if (sentence.number > 0 && random_.chance(shape_.edits.errors)) {
      sentence.number += random_.between(1, 9);
    }
  }

  // Sentences of the writer's own stand at the end more often than inside.
  void insert(Text& text) {
    const Text own = write_own(vocabulary_, event_, random_);
    const std::uint32_t count = random_.between(1, 2);
    for (std::uint32_t i = 0; i < count && i < own.sentences.size(); ++i) {
      Sentence sentence = own.sentences[own.sentences.size() - 1 - i];
      for (Word& word : sentence.words) word = vocabulary_.draw(random_);
      const auto size = static_cast<std::uint32_t>(text.sentences.size());
      const std::uint32_t at =
          random_.chance(0.6) ? size : random_.between(1, size);
      text.sentences.insert(text.sentences.begin() + at, std::move(sentence));
    }
  }

  void lose(std::uint32_t count) {
    while (count > 0) {
      Text& text =
          texts_[random_.below(static_cast<std::uint32_t>(texts_.size()))];
      if (text.unseen) continue;
      text.unseen = true;
      --count;
    }
  }

  const Vocabulary& vocabulary_;
  const Event& event_;
  const WitnessShape& shape_;
  Random& random_;
  std::vector<Text> texts_;
};

}  // namespace

NewsEdits edits_of(double strength) {
  NewsEdits edits;
  edits.cut = std::min(0.8, edits.cut * strength);
  edits.dropped *= strength;
  edits.reworded *= strength;
  edits.inserted = std::min(0.8, edits.inserted * strength);
  edits.indirect = std::min(0.8, edits.indirect * strength);
  edits.errors *= strength;
  return edits;
}

std::vector<Text> make_witness_tree(const Vocabulary& vocabulary,
                                    const Event& event,
                                    const WitnessShape& shape, Random& random) {
  return TreeMaker(vocabulary, event, shape, random).make();
}

}  // namespace stemma::gen
