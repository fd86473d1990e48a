#include "quote/retellings.h"

#include <algorithm>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>

#include "quote/quoted_spans.h"
#include "quote/telling_verbs.h"
#include "quote/words.h"

namespace stemma::quote {
namespace {

constexpr float kMinHeavy = 3;        // words of substance of a sentence
constexpr float kMinAnchorHeavy = 3;  // of a part that is retold
constexpr std::size_t kMaxPostings = 64;
constexpr std::uint32_t kMaxGap = 6;  // bytes from one sentence to the next

const Name* first_person(const Analysis& analysis, Span sentence) {
  auto name = std::lower_bound(
      analysis.names.begin(), analysis.names.end(), sentence.begin,
      [](const Name& n, std::uint32_t at) { return n.span.begin < at; });
  for (; name != analysis.names.end() && name->span.begin < sentence.end;
       ++name) {
    if (name->entity < analysis.entities.size() &&
        analysis.entities[name->entity].kind == NameKind::kPerson) {
      return &*name;
    }
  }
  return nullptr;
}

// The speaker of the direct speech that takes up the sentence before, if any.
std::string spoken_before(const std::vector<Quotation>& quotations,
                          Span sentence) {
  auto after =
      std::lower_bound(quotations.begin(), quotations.end(), sentence.begin,
                       [](const Quotation& one, std::uint32_t at) {
                         return one.content.front().begin < at;
                       });
  if (after == quotations.begin()) return "";
  const Quotation& before = *std::prev(after);
  const bool near = before.content.back().end + kMaxGap >= sentence.begin;
  return near && before.form == QuotationForm::kDirect ? before.speaker : "";
}

bool is_anchor(const Part& part) {
  return part.wording.heavy >= kMinAnchorHeavy;
}

}  // namespace

bool opens_with_pronoun(const Analysis& analysis, const Sentence& sentence) {
  if (sentence.first_token >= sentence.last_token) return false;
  const std::uint32_t classes =
      words_of(analysis.language)
          .classes(analysis.tokens[sentence.first_token]);
  return (classes & (kMalePronoun | kFemalePronoun)) != 0;
}

namespace {

std::vector<Span> marked_in(const std::vector<Quotation>& quotations) {
  std::vector<Span> spans;
  for (const Quotation& one : quotations) {
    if (one.form == QuotationForm::kIndirect) continue;
    spans.insert(spans.end(), one.content.begin(), one.content.end());
  }
  return spans;
}

// The sentences of one report, told one by one.
class FreeSentences {
 public:
  FreeSentences(const Witness& witness, std::uint32_t index,
                const WordWeights& weights, std::vector<Part>& out)
      : witness_(witness),
        analysis_(*witness.analysis),
        index_(index),
        weights_(weights),
        quoted_(contents_of(*witness.quotations)),
        marked_(marked_in(*witness.quotations)),
        attributing_(attributions_in(*witness.quotations)),
        out_(out) {}

  void add() {
    const Name* last = nullptr;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.first_token >= sentence.last_token) continue;
      const Name* who = opens_with_pronoun(analysis_, sentence)
                            ? last
                            : first_person(analysis_, sentence.span);
      if (who != nullptr) last = who;
      if (sentence.kind != SentenceKind::kParatext &&
          marked_.bytes_of(sentence.span) == 0) {
        add_sentence(sentence, who);
      }
    }
  }

 private:
  // What is neither quoted nor holds an attribution, without the marks before.
  std::vector<Span> free_stretches(Span sentence) const {
    std::vector<Span> free;
    for (Span stretch : quoted_.rest_of(sentence)) {
      if (attributing_.bytes_of(stretch) > 0) continue;
      auto token = std::lower_bound(
          analysis_.tokens.begin(), analysis_.tokens.end(), stretch.begin,
          [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
      while (token != analysis_.tokens.end() &&
             token->kind == TokenKind::kPunctuation) {
        ++token;
      }
      if (token == analysis_.tokens.end()) break;
      stretch.begin = token->span.begin;
      if (stretch.begin < stretch.end) free.push_back(stretch);
    }
    return free;
  }

  bool is_told(const Sentence& sentence, const Quotation& told) const {
    if (quoted_.bytes_of(sentence.span) > 0) {
      return std::any_of(
          told.content.begin(), told.content.end(),
          [this](Span stretch) { return has_telling_verb(witness_, stretch); });
    }
    const std::uint32_t after =
        told.source.empty() ? analysis_.tokens[sentence.first_token].span.end
                            : told.source.front().end;
    return has_telling_verb(witness_, {after, sentence.span.end});
  }

  void add_sentence(const Sentence& sentence, const Name* who) {
    const Span span = sentence.span;
    Part part;
    part.witness = index_;
    part.quotation.form = QuotationForm::kIndirect;
    part.quotation.content = free_stretches(span);
    if (part.quotation.content.empty()) return;
    part.wording = read_wording(analysis_, part.quotation.content, weights_);
    if (part.wording.heavy < kMinHeavy) return;
    if (who != nullptr) {
      part.quotation.speaker = analysis_.entities[who->entity].full_name;
      if (who->span.begin >= span.begin) part.quotation.source = {who->span};
    } else {
      part.quotation.speaker = spoken_before(*witness_.quotations, span);
      part.quotation.speaker_basis = SpeakerBasis::kContext;
    }
    part.told_by_verb = is_told(sentence, part.quotation);
    part.same_as = static_cast<std::uint32_t>(out_.size());
    part.place = static_cast<float>(span.begin) /
                 static_cast<float>(witness_.report->text.size());
    out_.push_back(std::move(part));
  }

  const Witness& witness_;
  const Analysis& analysis_;
  std::uint32_t index_;
  const WordWeights& weights_;
  SpanSet quoted_;
  SpanSet marked_;       // by quotation marks
  SpanSet attributing_;  // sources and cues
  std::vector<Part>& out_;
};

}  // namespace

std::vector<Part> free_sentences(std::span<const Witness> witnesses,
                                 const WordWeights& weights) {
  std::vector<Part> free;
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    FreeSentences(witnesses[w], w, weights, free).add();
  }
  return free;
}

std::vector<Retelling> find_retellings(const std::vector<Part>& sentences,
                                       const std::vector<Part>& parts) {
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> with;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (!is_anchor(parts[i])) continue;
    for (const WeightedWord& word : parts[i].wording.words) {
      auto& places = with[word.sense];
      if (word.heavy && places.size() < kMaxPostings &&
          (places.empty() || places.back() != i)) {
        places.push_back(i);
      }
    }
  }
  SpeakerPairs names;
  std::vector<Retelling> found;
  std::vector<std::uint32_t> sharing;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    sharing.clear();
    for (const WeightedWord& word : sentences[s].wording.words) {
      const auto places = with.find(word.sense);
      if (places == with.end() || !word.heavy) continue;
      sharing.insert(sharing.end(), places->second.begin(),
                     places->second.end());
    }
    std::sort(sharing.begin(), sharing.end());
    for (std::size_t i = 0; i < sharing.size();) {
      std::size_t j = i;
      while (j < sharing.size() && sharing[j] == sharing[i]) ++j;
      const Part& part = parts[sharing[i]];
      if (j - i >= 2 && part.witness != sentences[s].witness) {
        found.push_back(
            {s, sharing[i], pair_features(sentences[s], part, names)});
      }
      i = j;
    }
  }
  return found;
}

}  // namespace stemma::quote
