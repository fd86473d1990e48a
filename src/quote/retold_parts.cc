// Adds what another report quotes and this one has without an attribution.
#include <algorithm>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "quote/quoted_spans.h"
#include "quote/retellings.h"
#include "quote/words.h"
#include "text/names.h"

namespace stemma::quote {
namespace {

constexpr double kSameBearer = 0.4;    // name_similarity
constexpr float kLikelyCue = 0.4F;     // share of the uses of the form
constexpr float kDroppedShare = 0.6F;  // of the quotation, words in order
constexpr float kDroppedHeavy = 5;
constexpr float kNearlyAll = 0.8F;     // of both: whoever they name
constexpr float kLeastWeight = 0.45F;  // of one of the words between marks
constexpr std::uint32_t kMaxShortWords = 6;
constexpr float kMarkedHeavy = 2;
constexpr std::size_t kMaxPostings = 64;

bool names_speaker(const Analysis& analysis, Span sentence,
                   const std::string& speaker) {
  auto name = std::lower_bound(
      analysis.names.begin(), analysis.names.end(), sentence.begin,
      [](const Name& n, std::uint32_t at) { return n.span.begin < at; });
  for (; name != analysis.names.end() && name->span.begin < sentence.end;
       ++name) {
    if (name->entity >= analysis.entities.size()) continue;
    const std::string& full = analysis.entities[name->entity].full_name;
    if (full == speaker ||
        text::name_similarity(full, speaker) >= kSameBearer) {
      return true;
    }
  }
  return false;
}

// Words between marks, or a cue: somebody's words, whoever says so.
bool is_marked(const Analysis& analysis, const Part& sentence) {
  const Words& words = words_of(analysis.language);
  const std::span<const Token> tokens = analysis.tokens;
  const Span span = sentence.quotation.content.front();
  auto token = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  for (; token != tokens.end() && token->span.begin < span.end; ++token) {
    const auto at = static_cast<std::size_t>(token - tokens.begin());
    const CueForm* cue = words.cue_at(tokens, at, tokens.size());
    if (token->quoted || (cue != nullptr && cue->precision >= kLikelyCue)) {
      return true;
    }
  }
  return false;
}

Quotation retold(const Part& anchor, std::vector<Span> content,
                 QuotationForm form) {
  Quotation quotation;
  quotation.form = form;
  quotation.content = std::move(content);
  quotation.retold = true;
  quotation.speaker = anchor.quotation.speaker;
  if (!quotation.speaker.empty()) {
    quotation.speaker_basis = SpeakerBasis::kReports;
    quotation.speaker_reports = {anchor.witness};
  }
  return quotation;
}

// Short words between marks that are words of a quotation elsewhere.
class ShortWords {
 public:
  ShortWords(std::span<const Witness> witnesses, const WordWeights& weights,
             std::vector<Part>& parts, std::vector<std::uint32_t>& roots)
      : witnesses_(witnesses), weights_(weights), parts_(parts), roots_(roots) {
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
      if (parts[i].quotation.speaker.empty()) continue;
      const auto& words = parts[i].wording.words;
      for (std::uint32_t k = 0; k + 1 < words.size(); ++k) {
        auto& places = places_[hash_combine(words[k].fold, words[k + 1].fold)];
        if (places.size() < kMaxPostings) places.emplace_back(i, k);
      }
    }
  }

  void add() {
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      const SpanSet taken(contents_of(*witnesses_[w].quotations));
      for (const QuotedRegion& region : witnesses_[w].analysis->quoted) {
        if (region.level == 0 && taken.bytes_of(region.inner) == 0) {
          add_region(w, region);
        }
      }
    }
  }

 private:
  void add_region(std::uint32_t witness, const QuotedRegion& region) {
    const Analysis& analysis = *witnesses_[witness].analysis;
    const std::vector<Span> content = {region.inner};
    Wording wording = read_wording(analysis, content, weights_);
    const auto size = static_cast<std::uint32_t>(wording.words.size());
    const bool tells = std::any_of(
        wording.words.begin(), wording.words.end(),
        [](const WeightedWord& word) { return word.weight >= kLeastWeight; });
    if (size < 2 || size > kMaxShortWords || !tells) return;
    const auto found = places_.find(
        hash_combine(wording.words[0].fold, wording.words[1].fold));
    if (found == places_.end()) return;
    const Sentence sentence = sentence_of(analysis, region.inner.begin);
    for (const auto& [part, at] : found->second) {
      if (!holds(parts_[part].wording, at, wording) ||
          !(opens_with_pronoun(analysis, sentence) ||
            names_speaker(analysis, sentence.span,
                          parts_[part].quotation.speaker) ||
            are_marked(parts_[part].wording, at, wording))) {
        continue;
      }
      const std::uint32_t root = roots_[part];
      Quotation one = retold(parts_[part], content, QuotationForm::kDirect);
      const auto index = static_cast<std::uint32_t>(parts_.size());
      parts_.push_back({witness, std::move(one), std::move(wording), index});
      roots_.push_back(root);
      return;
    }
  }

  static bool holds(const Wording& whole, std::uint32_t at,
                    const Wording& words) {
    if (at + words.words.size() > whole.words.size()) return false;
    for (std::size_t i = 0; i < words.words.size(); ++i) {
      if (whole.words[at + i].fold != words.words[i].fold) return false;
    }
    return true;
  }

  // The same words stand between marks there: two that tell something are
  // enough, whoever speaks.
  static bool are_marked(const Wording& whole, std::uint32_t at,
                         const Wording& words) {
    for (std::size_t i = 0; i < words.words.size(); ++i) {
      if (!whole.words[at + i].marked) return false;
    }
    const auto names = std::count_if(
        words.words.begin(), words.words.end(),
        [](const WeightedWord& word) { return word.heavy && word.exact; });
    return words.heavy >= kMarkedHeavy + static_cast<float>(names);
  }

  static Sentence sentence_of(const Analysis& analysis, std::uint32_t at) {
    auto sentence =
        std::upper_bound(analysis.sentences.begin(), analysis.sentences.end(),
                         at, [](std::uint32_t place, const Sentence& s) {
                           return place < s.span.begin;
                         });
    return sentence == analysis.sentences.begin() ? Sentence{}
                                                  : *std::prev(sentence);
  }

  std::span<const Witness> witnesses_;
  const WordWeights& weights_;
  std::vector<Part>& parts_;
  std::vector<std::uint32_t>& roots_;
  boost::unordered_flat_map<
      std::uint64_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
      places_;
};

// What a free sentence is to the part that it agrees with best.
enum class Telling { kNone, kByName, kPrinted, kDropped };

Telling telling_of(const Analysis& analysis, const Part& sentence,
                   const Part& anchor, const PairFeatures& features,
                   const FamilyWeights& weights) {
  const bool indirect = anchor.quotation.form == QuotationForm::kIndirect;
  if (indirect && !(sentence.told_by_verb && features[kSameSpeaker] > 0)) {
    return Telling::kNone;
  }
  const bool in_order =
      features[kInOrderOfShorter] >= kDroppedShare &&
      align(sentence.wording, anchor.wording).heavy >= kDroppedHeavy;
  if (features[kSameSpeaker] > 0) {
    const bool by_context =
        sentence.quotation.speaker_basis == SpeakerBasis::kContext;
    const bool told = by_context ? in_order
                                 : log_odds(weights.retellings, features) >=
                                       weights.least_retelling;
    return told ? Telling::kByName : Telling::kNone;
  }
  if (in_order && features[kInOrderOfLonger] >= kNearlyAll) {
    return sentence.wording.marked > 0 ? Telling::kPrinted : Telling::kDropped;
  }
  const bool dropped = in_order && sentence.quotation.source.empty() &&
                       !is_marked(analysis, sentence);
  return dropped ? Telling::kDropped : Telling::kNone;
}

void add_sentence(const Part& sentence, const Retelling& best, Telling telling,
                  std::vector<Part>& parts, std::vector<std::uint32_t>& roots) {
  const Part& anchor = parts[best.part];
  Quotation one =
      retold(anchor, sentence.quotation.content,
             telling == Telling::kPrinted ? QuotationForm::kDirect
                                          : QuotationForm::kIndirect);
  if (telling == Telling::kByName) one.source = sentence.quotation.source;
  if (telling == Telling::kDropped) {
    one.speaker.clear();
    one.speaker_basis = SpeakerBasis::kNone;
    one.speaker_reports.clear();
    one.attribution = AttributionChange::kDropped;
  }
  const std::uint32_t root = roots[best.part];
  const auto index = static_cast<std::uint32_t>(parts.size());
  parts.push_back({sentence.witness, std::move(one), sentence.wording, index,
                   sentence.place});
  roots.push_back(root);
}

void add_sentences(std::span<const Witness> witnesses,
                   const std::vector<Part>& sentences,
                   const FamilyWeights& weights, std::vector<Part>& parts,
                   std::vector<std::uint32_t>& roots) {
  const std::vector<Retelling> found = find_retellings(sentences, parts);
  for (std::size_t i = 0; i < found.size();) {
    std::size_t best = i;
    double odds = log_odds(weights.retellings, found[i].features);
    const std::uint32_t sentence = found[i].sentence;
    for (; i < found.size() && found[i].sentence == sentence; ++i) {
      const double other = log_odds(weights.retellings, found[i].features);
      if (other > odds) {
        best = i;
        odds = other;
      }
    }
    const Part& told = sentences[sentence];
    const Telling telling =
        telling_of(*witnesses[told.witness].analysis, told,
                   parts[found[best].part], found[best].features, weights);
    if (telling != Telling::kNone) {
      add_sentence(told, found[best], telling, parts, roots);
    }
  }
}

}  // namespace

void add_retellings(std::span<const Witness> witnesses,
                    const WordWeights& words, const FamilyWeights& weights,
                    std::vector<Part>& parts,
                    std::vector<std::uint32_t>& roots) {
  const std::vector<Part> sentences = free_sentences(witnesses, words);
  ShortWords(witnesses, words, parts, roots).add();
  add_sentences(witnesses, sentences, weights, parts, roots);
}

}  // namespace stemma::quote
