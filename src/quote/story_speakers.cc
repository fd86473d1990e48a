#include "quote/story_speakers.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "quote/people.h"
#include "quote/reading.h"
#include "text/fold.h"
#include "text/names.h"

namespace stemma::quote {
namespace {

constexpr double kOneBearer = 0.75;     // name_similarity of two full names
constexpr std::size_t kMaxBearers = 8;  // of one word; it tells nobody
constexpr std::uint32_t kEverywhere = 0xFFFFFFFF;

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

// One report, with who is mentioned in it.
struct Cast {
  explicit Cast(const Witness& witness)
      : reading(read_clues(witness)), people(reading) {}
  Reading reading;
  People people;
};

// A person under a name, and the reports that have it.
struct Bearer {
  std::string name;
  std::vector<std::uint32_t> reports;  // ascending
};

// Adds a name; names that mean one bearer are one, under the first.
void add_bearer(std::vector<Bearer>& bearers, const std::string& name,
                std::uint32_t report) {
  for (Bearer& known : bearers) {
    if (known.name != name &&
        text::name_similarity(known.name, name) < kOneBearer) {
      continue;
    }
    if (known.reports.back() != report) known.reports.push_back(report);
    return;
  }
  if (bearers.size() < kMaxBearers) bearers.push_back({name, {report}});
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = text::fold(name);
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

class StoryNames {
 public:
  explicit StoryNames(std::span<const Witness> witnesses)
      : witnesses_(witnesses) {
    for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
      for (const Entity& entity : witnesses[w].analysis->entities) {
        if (entity.kind != NameKind::kPerson) continue;
        const auto words = words_of(entity.full_name);
        if (words.size() < 2) continue;
        add_bearer(by_word_[words.back()], entity.full_name, w);
        if (words.front() != words.back()) {
          add_bearer(by_word_[words.front()], entity.full_name, w);
        }
      }
    }
  }

  std::vector<Quotation> name(std::uint32_t witness) {
    std::vector<Quotation> named = *witnesses_[witness].quotations;
    for (Quotation& one : named) {
      if (one.speaker.empty() || one.speaker_basis == SpeakerBasis::kNone ||
          one.speaker_basis == SpeakerBasis::kDescription) {
        name_described(witness, one);
      } else if (!is_full_name(one.speaker)) {
        name_in_full(witness, one);
      }
    }
    return named;
  }

 private:
  // "Bassem": the only person of the story with that forename or surname.
  void name_in_full(std::uint32_t witness, Quotation& quotation) const {
    const auto found = by_word_.find(text::fold(quotation.speaker));
    if (found == by_word_.end() || found->second.size() != 1) return;
    take(found->second.front(), witness, quotation);
  }

  // "the Leader", "Park's lawyer": the only person of the other reports whom
  // title or apposition call so.
  void name_described(std::uint32_t witness, Quotation& quotation) {
    if (quotation.source.size() != 1 || !quotation.on_behalf_of.empty()) return;
    const std::uint64_t noun = head_noun(witness, quotation.source.front());
    if (noun == 0) return;
    std::vector<Bearer> bearers;
    for (std::uint32_t w = 0; w < witnesses_.size(); ++w) {
      if (w == witness) continue;
      const People& people = cast(w).people;
      const std::uint32_t who = people.called(noun, kEverywhere);
      if (who == kNobody || !is_full_name(people.entity(who).full_name) ||
          people.entity(who).kind != NameKind::kPerson) {
        continue;
      }
      add_bearer(bearers, people.entity(who).full_name, w);
    }
    if (bearers.size() == 1) take(bearers.front(), witness, quotation);
  }

  // The noun of a definite mention that is one of a title: "the Supreme
  // Leader of the Revolution", "Park's lawyer"; 0 if it is none.
  std::uint64_t head_noun(std::uint32_t witness, Span source) {
    const Cast& one = cast(witness);
    const auto tokens = one.reading.tokens();
    const auto first = std::lower_bound(
        tokens.begin(), tokens.end(), source.begin,
        [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
    auto i = static_cast<std::uint32_t>(first - tokens.begin());
    if (i < tokens.size() && one.reading.is(i, kIndefinite)) return 0;
    std::uint64_t noun = 0;
    for (; i < tokens.size() && tokens[i].span.begin < source.end; ++i) {
      const bool ends = one.reading.is(i, kOfWord | kPreposition) &&
                        !one.reading.is(i, kArticle);
      if (ends || one.reading.clue(i).mark == Mark::kComma) break;
      noun = one.people.words().is(tokens[i].fold, kTitleNoun) ? tokens[i].fold
                                                               : 0;
    }
    return noun;
  }

  static void take(const Bearer& bearer, std::uint32_t witness,
                   Quotation& quotation) {
    std::vector<std::uint32_t> others = bearer.reports;
    std::erase(others, witness);
    if (others.size() < bearer.reports.size() &&
        quotation.speaker_basis != SpeakerBasis::kDescription) {
      // The report itself has the full name, and did not use it.
      if (others.empty()) return;
    }
    if (quotation.speaker_basis == SpeakerBasis::kDescription ||
        quotation.speaker_basis == SpeakerBasis::kNone) {
      quotation.speaker_basis = SpeakerBasis::kReports;
    }
    quotation.speaker = bearer.name;
    quotation.speaker_reports = std::move(others);
  }

  const Cast& cast(std::uint32_t witness) {
    std::unique_ptr<Cast>& one = casts_[witness];
    if (one == nullptr) one = std::make_unique<Cast>(witnesses_[witness]);
    return *one;
  }

  std::span<const Witness> witnesses_;
  std::map<std::string, std::vector<Bearer>, std::less<>> by_word_;
  std::map<std::uint32_t, std::unique_ptr<Cast>> casts_;
};

}  // namespace

std::vector<std::vector<Quotation>> name_speakers(
    std::span<const Witness> witnesses) {
  StoryNames names(witnesses);
  std::vector<std::vector<Quotation>> named;
  named.reserve(witnesses.size());
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    named.push_back(names.name(w));
  }
  return named;
}

}  // namespace stemma::quote
