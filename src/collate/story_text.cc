#include "collate/story_text.h"

#include <algorithm>

#include "base/hash.h"
#include "collate/clauses.h"
#include "collate/senses.h"
#include "collate/word_marks.h"

namespace stemma::collate {
namespace {

constexpr std::uint32_t kMinWords = 3;
constexpr std::size_t kNoticeBytes = 600;  // of the end, searched for a notice

bool is_punctuation(const Token& token) {
  return token.kind == TokenKind::kPunctuation;
}

// The quotations of a report by the sentences that they reach into.
std::vector<std::vector<const Quotation*>> by_sentence(const Witness& witness) {
  const auto& sentences = witness.analysis->sentences;
  std::vector<std::vector<const Quotation*>> found(sentences.size());
  const auto add = [&](const Quotation& quotation, Span span) {
    auto at = std::partition_point(
        sentences.begin(), sentences.end(),
        [&](const Sentence& s) { return s.span.end <= span.begin; });
    for (; at != sentences.end() && at->span.begin < span.end; ++at) {
      auto& list = found[static_cast<std::size_t>(at - sentences.begin())];
      if (list.empty() || list.back() != &quotation) {
        list.push_back(&quotation);
      }
    }
  };
  for (const Quotation& quotation : *witness.quotations) {
    for (const Span span : quotation.content) add(quotation, span);
    for (const Span span : quotation.cue) add(quotation, span);
    for (const Span span : quotation.source) add(quotation, span);
  }
  return found;
}

class ReportReader {
 public:
  ReportReader(StoryText& story, ReportIndex report)
      : story_(story),
        report_(report),
        witness_(story.witnesses[report]),
        text_(story.reports[report]) {}

  void read() {
    const Analysis& analysis = *witness_.analysis;
    text_.classes = WordClasses(analysis.language);
    text_.terms = find_terms(witness_, report_, story_.names);
    mark_words();
    text_.sentences.first = sentence_count();
    const auto quotations = by_sentence(witness_);
    for (std::uint32_t i = 0; i < analysis.sentences.size(); ++i) {
      const Sentence& sentence = analysis.sentences[i];
      if (sentence.kind == SentenceKind::kParatext || is_notice(sentence)) {
        continue;
      }
      add_sentence(i, quotations[i]);
    }
    text_.sentences.last = sentence_count();
    for (const Term& term : text_.terms) {
      text_.own.push_back(text_.sentences_with(term));
    }
  }

 private:
  std::uint32_t sentence_count() const {
    return static_cast<std::uint32_t>(story_.sentences.size());
  }
  std::uint32_t unit_count() const {
    return static_cast<std::uint32_t>(story_.units.size());
  }

  void mark_words() {
    const Analysis& analysis = *witness_.analysis;
    const WordMarks& marks = word_marks(analysis.language);
    const std::size_t size = witness_.report->text.size();
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      if (marks.hedge.match(analysis.tokens, i)) text_.hedges.push_back(i);
      if (marks.cause.match(analysis.tokens, i)) text_.causes.push_back(i);
      if ((text_.classes.of(analysis.tokens[i]) & kNegation) != 0) {
        text_.negations.push_back(i);
      }
      mark_deeds(marks, i);
      if (analysis.tokens[i].span.begin + kNoticeBytes < size) continue;
      if (const auto notice = marks.paywall.match(analysis.tokens, i)) {
        text_.notices.push_back({i, i + notice.tokens});
      }
    }
  }

  void mark_deeds(const WordMarks& marks, std::uint32_t token) {
    const std::span<const Token> tokens = witness_.analysis->tokens;
    if (const auto plan = marks.plan.match(tokens, token)) {
      const std::uint32_t last = token + plan.tokens - 1;
      if (text_.plans.empty() || text_.plans.back() < last) {
        text_.plans.push_back(last);
        text_.plan_begins.push_back(token);
      }
    }
    if (marks.helper.match(tokens, token)) text_.helpers.push_back(token);
    if (marks.passive.match(tokens, token)) text_.passives.push_back(token);
    if (marks.agent.match(tokens, token)) text_.agents.push_back(token);
    if (marks.deed_noun.match(tokens, token)) {
      text_.deed_nouns.push_back(token);
    }
    if (marks.rank.match(tokens, token)) text_.ranks.push_back(token);
    if (marks.effort.match(tokens, token)) text_.efforts.push_back(token);
  }

  // A request to subscribe near the end of the text states nothing.
  bool is_notice(const Sentence& sentence) const {
    return std::any_of(text_.notices.begin(), text_.notices.end(),
                       [&](Range notice) {
                         return notice.first >= sentence.first_token &&
                                notice.first < sentence.last_token;
                       });
  }

  Range terms_in(Range tokens) const {
    const auto at = [&](std::uint32_t token) {
      const auto found = std::partition_point(
          text_.terms.begin(), text_.terms.end(),
          [&](const Term& term) { return term.first_token < token; });
      return static_cast<std::uint32_t>(found - text_.terms.begin());
    };
    return {at(tokens.first), at(tokens.last)};
  }

  std::span<const Term> slice(Range terms) const {
    return std::span(text_.terms).subspan(terms.first, terms.size());
  }

  void add_sentence(std::uint32_t number,
                    const std::vector<const Quotation*>& quotations) {
    const Sentence& from = witness_.analysis->sentences[number];
    StorySentence sentence;
    sentence.report = report_;
    sentence.number = number;
    sentence.rank = sentence_count() - text_.sentences.first;
    sentence.tokens = {from.first_token, from.last_token};
    sentence.span = from.span;
    sentence.terms = terms_in(sentence.tokens);
    sentence.heading = from.kind == SentenceKind::kHeading;
    sentence.units.first = unit_count();
    if (!sentence.heading) {
      for (const Clause& clause :
           cut_clauses(witness_, from, quotations, text_.classes)) {
        if (clause.attribution) continue;
        add_unit(sentence, {clause.first, clause.last}, quotations);
      }
    }
    // A heading is not cut, nor a sentence that says who spoke and no more.
    if (unit_count() == sentence.units.first) {
      add_unit(sentence, sentence.tokens, quotations);
    }
    sentence.units.last = unit_count();
    if (sentence.units.size() == 0) return;
    find_parts(sentence);
    find_words(sentence);
    sentence.attributed = !quotations.empty() || has_cue(sentence);
    for (const Quotation* quotation : quotations) {
      if (!quotation->family.empty()) {
        sentence.families.push_back(quotation->family);
      }
    }
    std::sort(sentence.families.begin(), sentence.families.end());
    count_terms(sentence);
    story_.sentences.push_back(std::move(sentence));
  }

  bool has_cue(const StorySentence& sentence) const {
    const auto terms = slice(sentence.terms);
    const Senses& words = cues(witness_.analysis->language);
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return term.kind == TermKind::kWord && words.of(term.key) != 0;
    });
  }

  void find_parts(StorySentence& sentence) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    for (auto i = sentence.units.first; i < sentence.units.last; ++i) {
      const Unit& unit = story_.units[i];
      parts.emplace_back(unit.terms.first - sentence.terms.first,
                         unit.terms.last - sentence.terms.first);
      if (unit.quotation != nullptr && !unit.quotation->speaker.empty()) {
        sentence.speakers.push_back(unit.quotation->speaker);
      }
    }
    std::sort(sentence.speakers.begin(), sentence.speakers.end());
    sentence.set = TermSet(slice(sentence.terms), parts);
  }

  void find_words(StorySentence& sentence) const {
    const auto& tokens = witness_.analysis->tokens;
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (sentence.words.size() == StorySentence::kMaxWords) break;
      if (is_punctuation(tokens[i])) continue;
      sentence.words.push_back({tokens[i].fold, !tokens[i].function_word});
    }
    const auto terms = slice(sentence.terms);
    auto& pairs = sentence.term_pairs;
    for (std::size_t i = 1; i < terms.size(); ++i) {
      pairs.push_back(hash_combine(terms[i - 1].key, terms[i].key));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  }

  void count_terms(const StorySentence& sentence) {
    std::vector<std::uint64_t> keys;
    for (const Term& term : slice(sentence.terms)) {
      keys.push_back(term.name != 0 ? term.name : term.key);
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::uint64_t key : keys) ++text_.frequency[key];
  }

  // Takes away marks, and the words that only tie a clause to its neighbours.
  void trim(const StorySentence& sentence, Range& tokens) const {
    const auto& all = witness_.analysis->tokens;
    const auto ties = [&](std::uint32_t token, std::uint32_t classes) {
      return is_punctuation(all[token]) ||
             (text_.classes.of(all[token]) & classes) != 0;
    };
    while (tokens.size() > 0 &&
           (is_punctuation(all[tokens.first]) ||
            (tokens.first > sentence.tokens.first &&
             ties(tokens.first, kCoordinator | kComplementizer)))) {
      ++tokens.first;
    }
    while (tokens.size() > 0 &&
           ties(tokens.last - 1, kCoordinator | kComplementizer | kRelative)) {
      --tokens.last;
    }
  }

  void add_unit(const StorySentence& sentence, Range tokens,
                const std::vector<const Quotation*>& quotations) {
    const auto& all = witness_.analysis->tokens;
    trim(sentence, tokens);
    const auto words = std::count_if(
        all.begin() + tokens.first, all.begin() + tokens.last,
        [](const Token& token) { return !is_punctuation(token); });
    if (words < kMinWords) return;
    Unit unit;
    unit.report = report_;
    unit.sentence = sentence_count();
    unit.tokens = tokens;
    unit.span = {all[tokens.first].span.begin, all[tokens.last - 1].span.end};
    unit.terms = terms_in(tokens);
    if (unit.terms.size() == 0) return;
    unit.set = TermSet(slice(unit.terms));
    set_voice(unit, sentence, quotations);
    story_.units.push_back(std::move(unit));
  }

  // Whose words a unit is: content of a quotation for the larger part, and
  // between marks for the larger part.
  void set_voice(Unit& unit, const StorySentence& sentence,
                 const std::vector<const Quotation*>& quotations) const {
    std::uint32_t most = unit.span.size() / 2;
    for (const Quotation* quotation : quotations) {
      std::uint32_t shared = 0;
      for (const Span span : quotation->content) {
        shared += shared_bytes(span, unit.span);
      }
      if (quotation->speech && shared > most) {
        unit.quotation = quotation;
        most = shared;
      }
    }
    const auto tokens = story_.tokens(unit);
    const auto quoted = static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(),
                      [](const Token& token) { return token.quoted; }));
    if (sentence.heading) {
      unit.voice = Voice::kHeading;
    } else if (quoted * 2 > tokens.size()) {
      unit.voice = Voice::kQuoted;
    } else if (unit.quotation != nullptr) {
      unit.voice = Voice::kIndirect;
    }
  }

  StoryText& story_;
  ReportIndex report_;
  const Witness& witness_;
  ReportText& text_;
};

}  // namespace

StoryText::StoryText(std::span<const Witness> all)
    : witnesses(all), names(all), corrections(all), reports(all.size()) {
  for (ReportIndex i = 0; i < all.size(); ++i) ReportReader(*this, i).read();
  find_equal();
}

bool StoryText::equal_words(const StorySentence& a,
                            const StorySentence& b) const {
  if (a.words != b.words || a.units.size() != b.units.size() ||
      a.words.size() == StorySentence::kMaxWords) {
    return false;
  }
  for (std::uint32_t i = 0; i < a.units.size(); ++i) {
    const Unit& x = units[a.units.first + i];
    const Unit& y = units[b.units.first + i];
    const bool equal =
        x.terms.size() == y.terms.size() &&
        x.terms.first - a.terms.first == y.terms.first - b.terms.first;
    if (!equal) return false;
  }
  return true;
}

void StoryText::find_equal() {
  struct Equal {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  boost::unordered_flat_map<std::uint64_t, Equal> known;  // by their words
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    std::uint64_t key = 0;
    for (const SentenceWord& word : sentences[i].words) {
      key = hash_combine(key, word.fold);
    }
    const auto [at, added] = known.try_emplace(key, Equal{i, 1});
    if (added || !equal_words(sentences[at->second.first], sentences[i])) {
      continue;
    }
    if (++at->second.count > kEqualCompared) {
      sentences[i].same_as = at->second.first;
    }
  }
}

}  // namespace stemma::collate
