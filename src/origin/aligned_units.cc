// Texts are taken in one by one, the longest first. Each sentence goes to the
// unit that holds most of its content words in any version, if that is half of
// them at least, else it begins a unit. Its words are then aligned with the
// places of the unit (Needleman and Wunsch 1970): a word that stands there in
// any version is a match, another one a change, and a word for which there is
// no place makes one, at which the other versions have nothing.
#include "origin/aligned_units.h"

#include <algorithm>
#include <numeric>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::origin {
namespace {

struct Word {
  Stem stem = 0;
  bool content = false;
};
using Sentence = std::vector<Word>;

constexpr Stem kNothing = 0;            // at a place
constexpr std::size_t kLongest = 200;   // words of a sentence
constexpr std::size_t kCommonest = 64;  // units that a word leads to
constexpr std::size_t kShortest = 3;    // content words of a sentence
constexpr double kLeastShared = 0.5;    // of a sentence's words, in its unit
constexpr std::size_t kLeastWords = 3;  // and how many
constexpr double kRepeated = 0.6;       // of the words of a sentence said twice
constexpr int kMatch = 4;
constexpr int kChange = -1;
constexpr int kGap = -2;

std::size_t content_words(const Sentence& sentence) {
  return static_cast<std::size_t>(
      std::count_if(sentence.begin(), sentence.end(),
                    [](const Word& word) { return word.content; }));
}

std::vector<Sentence> sentences_of(const Narration& narration) {
  std::vector<Sentence> sentences;
  bool open = false;
  for (const BodyWord& word : narration.body) {
    if (word.starts_run) open = false;
    if (!open || sentences.back().size() == kLongest) sentences.emplace_back();
    open = true;
    sentences.back().push_back({std::max<Stem>(word.stem, 1), word.content});
  }
  std::erase_if(sentences, [](const Sentence& sentence) {
    return content_words(sentence) < kShortest;
  });
  return sentences;
}

bool has(const std::vector<Stem>& words, Stem word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The place of each word of the sentence among the unit's; `kNew`: none.
constexpr std::size_t kNew = ~std::size_t{0};

std::vector<std::size_t> align(const Unit& unit, const Sentence& sentence) {
  const std::size_t rows = sentence.size() + 1;
  const std::size_t columns = unit.places.size() + 1;
  std::vector<int> best(rows * columns, 0);
  const auto pairing = [&](std::size_t i, std::size_t k) {
    return has(unit.places[k - 1], sentence[i - 1].stem) ? kMatch : kChange;
  };
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < columns; ++k) {
      int& here = best[i * columns + k];
      if (i == 0 || k == 0) {
        here = kGap * static_cast<int>(i + k);
        continue;
      }
      here = std::max({best[(i - 1) * columns + k - 1] + pairing(i, k),
                       best[(i - 1) * columns + k] + kGap,
                       best[i * columns + k - 1] + kGap});
    }
  }
  std::vector<std::size_t> place_of(sentence.size(), kNew);
  std::size_t i = sentence.size();
  std::size_t k = unit.places.size();
  while (i > 0 && k > 0) {
    const int here = best[i * columns + k];
    if (here == best[(i - 1) * columns + k - 1] + pairing(i, k)) {
      place_of[--i] = --k;
    } else if (here == best[i * columns + k - 1] + kGap) {
      --k;
    } else {
      --i;
    }
  }
  return place_of;
}

// The word that most versions have at a place, the one met first of several.
Stem usual_word(const Unit& unit, std::size_t place) {
  Stem usual = kNothing;
  std::ptrdiff_t most = 0;
  for (const Stem word : unit.places[place]) {
    const auto have = std::count_if(unit.versions.begin(), unit.versions.end(),
                                    [&](const Version& version) {
                                      return version.at_place[place] == word;
                                    });
    if (have > most) usual = word;
    most = std::max(most, have);
  }
  return usual;
}

// What a version has before its first word and behind its last one is not
// known: "said officials" stands behind a quotation, "officials said that"
// before the same told indirectly, and a sentence may be cut in two. It gets
// the usual words there.
void fill_ends(Unit& unit) {
  std::vector<Stem> usual;
  for (std::size_t p = 0; p < unit.places.size(); ++p) {
    usual.push_back(usual_word(unit, p));
  }
  for (Version& version : unit.versions) {
    std::vector<Stem>& words = version.at_place;
    std::size_t begin = 0;
    while (begin < words.size() && words[begin] == kNothing) ++begin;
    std::size_t end = words.size();
    while (end > begin && words[end - 1] == kNothing) --end;
    for (std::size_t p = 0; p < words.size(); ++p) {
      if (p < begin || p >= end) words[p] = usual[p];
    }
  }
}

class Collection {
 public:
  // Returns the unit of each sentence.
  std::vector<std::uint32_t> add(std::uint32_t text,
                                 const std::vector<Sentence>& all) {
    struct Pairing {
      double share;
      std::uint32_t sentence;
      std::uint32_t unit;
    };
    std::vector<Pairing> pairings;
    for (std::uint32_t s = 0; s < all.size(); ++s) {
      boost::unordered_flat_map<std::uint32_t, std::uint32_t> common;
      for (const Word& word : all[s]) {
        const auto found = units_with_.find(word.stem);
        if (!word.content || found == units_with_.end()) continue;
        for (const std::uint32_t unit : found->second) ++common[unit];
      }
      for (const auto& [unit, words] : common) {
        const double share = words / static_cast<double>(content_words(all[s]));
        if (words < kLeastWords || share < kLeastShared) continue;
        pairings.push_back({share, s, unit});
      }
    }
    std::sort(pairings.begin(), pairings.end(),
              [](const Pairing& a, const Pairing& b) {
                if (a.share != b.share) return a.share > b.share;
                return std::pair(a.sentence, a.unit) <
                       std::pair(b.sentence, b.unit);
              });
    std::vector<std::uint32_t> unit_of(all.size(), kNone);
    std::vector<bool> taken(units_.size(), false);
    for (const Pairing& pairing : pairings) {
      if (unit_of[pairing.sentence] != kNone) continue;
      if (!taken[pairing.unit]) {
        unit_of[pairing.sentence] = pairing.unit;
        taken[pairing.unit] = true;
      } else if (pairing.share >= kRepeated) {
        unit_of[pairing.sentence] = kRepeat;
      }
    }
    for (std::uint32_t s = 0; s < all.size(); ++s) {
      if (unit_of[s] == kNone) {
        unit_of[s] = static_cast<std::uint32_t>(units_.size());
        units_.emplace_back();
      }
      if (unit_of[s] != kRepeat) put(unit_of[s], text, all[s]);
    }
    std::erase(unit_of, kRepeat);
    return unit_of;
  }

  // All units, when all texts are there.
  std::vector<Unit> finish() {
    for (Unit& unit : units_) fill_ends(unit);
    return std::move(units_);
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  static constexpr std::uint32_t kRepeat = kNone - 1;

  void put(std::uint32_t number, std::uint32_t text, const Sentence& sentence) {
    Unit& unit = units_[number];
    const std::vector<std::size_t> place_of = align(unit, sentence);
    // The places in their order, with the new ones among them.
    std::vector<std::vector<Stem>> places;
    Version own{.text = text};
    std::vector<std::size_t> old;  // of each place; kNew
    std::size_t next = 0;
    const auto pass = [&](std::size_t until) {
      for (; next < until; ++next) {
        places.push_back(std::move(unit.places[next]));
        own.at_place.push_back(kNothing);
        old.push_back(next);
      }
    };
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (place_of[i] == kNew) {
        places.emplace_back();
        old.push_back(kNew);
      } else {
        pass(place_of[i]);
        places.push_back(std::move(unit.places[next]));
        old.push_back(next++);
      }
      const Stem stem = sentence[i].stem;
      own.at_place.push_back(stem);
      if (!has(places.back(), stem)) places.back().push_back(stem);
      if (!sentence[i].content) continue;
      auto& known = units_with_[stem];
      if (known.size() < kCommonest &&
          std::find(known.begin(), known.end(), number) == known.end()) {
        known.push_back(number);
      }
    }
    pass(unit.places.size());
    for (Version& version : unit.versions) {
      std::vector<Stem> moved;
      moved.reserve(old.size());
      for (const std::size_t place : old) {
        moved.push_back(place == kNew ? kNothing : version.at_place[place]);
      }
      version.at_place = std::move(moved);
    }
    unit.places = std::move(places);
    unit.versions.push_back(std::move(own));
  }

  std::vector<Unit> units_;
  boost::unordered_flat_map<Stem, std::vector<std::uint32_t>> units_with_;
};

}  // namespace

AlignedUnits align_units(std::span<const Narration* const> texts) {
  std::vector<std::vector<Sentence>> sentences;
  std::vector<std::size_t> words(texts.size(), 0);
  sentences.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    sentences.push_back(sentences_of(*texts[i]));
    for (const auto& sentence : sentences[i]) words[i] += sentence.size();
  }
  std::vector<std::uint32_t> longest_first(texts.size());
  std::iota(longest_first.begin(), longest_first.end(), 0U);
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [&words](std::uint32_t a, std::uint32_t b) {
                     return words[a] > words[b];
                   });
  Collection collection;
  AlignedUnits aligned;
  aligned.of_texts.reserve(texts.size());
  for (const std::uint32_t text : longest_first) {
    aligned.of_texts.push_back(collection.add(text, sentences[text]));
  }
  aligned.units = collection.finish();
  return aligned;
}

}  // namespace stemma::origin
