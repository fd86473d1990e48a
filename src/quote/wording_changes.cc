#include "quote/wording_changes.h"

#include <algorithm>
#include <string_view>

#include "quote/speaker_language.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kOtherWords = 3;  // around a part: merged with others

bool is_indirect(const Part& part) {
  return part.quotation.form == QuotationForm::kIndirect;
}

// The wording without what stands in square brackets.
Wording without_brackets(const Witness& witness, const Part& part) {
  const auto& tokens = witness.analysis->tokens;
  Wording wording;
  bool bracket = false;
  for (const Span span : part.quotation.content) {
    auto token = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    for (; token != tokens.end() && token->span.begin < span.end &&
           wording.words.size() < kMaxWordingWords;
         ++token) {
      const std::string_view word = slice(witness.report->text, token->span);
      if (word == "[" || word == "]") bracket = word == "[";
      if (bracket || token->kind == TokenKind::kPunctuation) continue;
      wording.words.push_back({token->stem, token->fold, 1, true});
    }
    bracket = false;
  }
  return wording;
}

class Changes {
 public:
  Changes(std::span<const Witness> witnesses, std::vector<Part>& parts)
      : witnesses_(witnesses), parts_(parts), languages_(witnesses) {}

  void note(const std::vector<std::uint32_t>& members) {
    const std::uint32_t fullest = fullest_of(members);
    fullest_ = &parts_[fullest];
    full_words_ = without_brackets(witnesses_[fullest_->witness], *fullest_);
    for (const std::uint32_t i : members) {
      parts_[i].quotation.wording =
          i == fullest ? WordingChange::kFullest : change_of(parts_[i]);
    }
  }

 private:
  std::uint32_t fullest_of(const std::vector<std::uint32_t>& members) const {
    return *std::min_element(
        members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
          const Part& x = parts_[a];
          const Part& y = parts_[b];
          if (is_indirect(x) != is_indirect(y)) return is_indirect(y);
          const std::size_t words_x = x.wording.words.size();
          const std::size_t words_y = y.wording.words.size();
          if (words_x != words_y) return words_x > words_y;
          return a < b;
        });
  }

  WordingChange change_of(const Part& part) {
    const Wording words = without_brackets(witnesses_[part.witness], part);
    const Difference found = difference(words, full_words_);
    const std::uint32_t added = found.ends_a + found.inner_a;
    const std::uint32_t missing = found.ends_b + found.inner_b;
    if (added + missing == 0 && is_indirect(part) == is_indirect(*fullest_)) {
      return WordingChange::kSame;
    }
    if (is_indirect(part)) return WordingChange::kIndirect;
    if (added == 0) return WordingChange::kTrimmed;
    if (found.inner_a == 0 && found.ends_a >= kOtherWords) {
      return WordingChange::kMerged;
    }
    return may_be_translated(part) ? WordingChange::kTranslation
                                   : WordingChange::kReworded;
  }

  bool may_be_translated(const Part& part) {
    const std::string& speaker = part.quotation.speaker.empty()
                                     ? fullest_->quotation.speaker
                                     : part.quotation.speaker;
    return !languages_.speaks(speaker,
                              witnesses_[part.witness].analysis->language) ||
           !languages_.speaks(speaker,
                              witnesses_[fullest_->witness].analysis->language);
  }

  std::span<const Witness> witnesses_;
  std::vector<Part>& parts_;
  SpeakerLanguages languages_;
  const Part* fullest_ = nullptr;
  Wording full_words_;
};

}  // namespace

void note_changes(std::span<const Witness> witnesses, std::vector<Part>& parts,
                  std::span<const std::uint32_t> roots) {
  std::vector<std::vector<std::uint32_t>> families(parts.size());
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    families[roots[i]].push_back(i);
  }
  Changes changes(witnesses, parts);
  for (const std::vector<std::uint32_t>& members : families) {
    if (members.size() > 1) changes.note(members);
  }
}

}  // namespace stemma::quote
