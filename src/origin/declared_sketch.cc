#include "origin/declared_sketch.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "origin/credits.h"
#include "origin/fold_bits.h"
#include "origin/outlets.h"
#include "origin/phrase_book.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kCueDistance = 4;  // words between cue and name
constexpr std::uint32_t kLongestName = 5;  // words
constexpr double kLeadSentences = 8;
constexpr std::uint8_t kRepeated = 10;  // hundredths, of another mention
constexpr std::size_t kOutletsKnown = 4096;

NameHash hash_name(std::string_view key) {
  const auto hash = static_cast<NameHash>(hash_bytes(key));
  return hash == 0 ? 1 : hash;
}

// As many as there is room for.
template <std::size_t N, typename Names>
void put_names(const Names& names, std::array<NameHash, N>& into) {
  std::size_t size = 0;
  for (const std::string& name : names) {
    const NameHash hash = hash_name(name);
    const auto last = into.begin() + static_cast<std::ptrdiff_t>(size);
    if (size < N && std::find(into.begin(), last, hash) == last) {
      into[size++] = hash;
    }
  }
}

template <std::size_t N, std::size_t M>
bool share_name(const std::array<NameHash, N>& a,
                const std::array<NameHash, M>& b) {
  for (const NameHash name : a) {
    if (name == 0) return false;  // names fill their places from the front
    for (const NameHash other : b) {
      if (name == other) return true;
    }
  }
  return false;
}

struct CueWords {
  explicit CueWords(std::string_view language) {
    first_words.add(phrase_book(language).citation);
  }
  FoldBits first_words;
};

class CitedFinder {
 public:
  CitedFinder(const Report& report, std::string_view language,
              std::span<const Token> tokens,
              std::span<const std::uint32_t> sentence_of,
              DeclaredSketch& declared)
      : text_(report.text),
        book_(phrase_book(language)),
        cues_(text::by_language<CueWords>(language)),
        language_(language),
        tokens_(tokens),
        sentence_of_(sentence_of),
        declared_(declared) {}

  void find() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].quoted) continue;
      if (!cues_.first_words.may_hold(tokens_[i].fold)) continue;
      const auto cue = book_.citation.match(tokens_, i);
      if (!cue) continue;
      if (*cue.value != "after") look_behind(i + cue.tokens);
      if (*cue.value != "before") look_before(i);
    }
  }

 private:
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  bool is_name_word(std::uint32_t at, std::uint32_t sentence) const {
    const Token& token = tokens_[at];
    return token.capitalised && !token.quoted && !token.function_word &&
           token.kind == TokenKind::kWord && sentence_of_[at] == sentence;
  }

  bool ends_name(std::uint32_t at) const {
    return is_possessive(slice(text_, tokens_[at].span));
  }

  // Where an agency's name begins that ends before `at`, which may be written
  // small ("dpa"); `at` if none does.
  std::uint32_t agency_before(std::uint32_t at, std::uint32_t sentence) const {
    const std::uint32_t most = std::min(at, kLongestName);
    for (std::uint32_t words = most; words > 0; --words) {
      const std::uint32_t first = at - words;
      if (sentence_of_[first] != sentence || tokens_[first].quoted) continue;
      if (book_.agency.match(tokens_, first).tokens == words) return first;
    }
    return at;
  }

  // The names among the words from `from` on.
  void look_behind(std::uint32_t from) {
    const auto size = static_cast<std::uint32_t>(tokens_.size());
    if (from >= size) return;
    const std::uint32_t sentence = sentence_of_[from];
    const std::uint32_t until = std::min(size, from + kCueDistance);
    for (std::uint32_t at = from; at < until;) {
      if (sentence_of_[at] != sentence) return;
      std::uint32_t last = at;
      if (const auto agency = book_.agency.match(tokens_, at)) {
        last = at + agency.tokens;
      } else {
        while (last < size && last - at < kLongestName &&
               is_name_word(last, sentence)) {
          if (ends_name(last++)) break;
        }
      }
      if (last > at) add({at, last}, sentence);
      at = std::max(at + 1, last);
    }
  }

  // The names among the words before `to`.
  void look_before(std::uint32_t to) {
    const std::uint32_t sentence = sentence_of_[to];
    const std::uint32_t until = to > kCueDistance ? to - kCueDistance : 0;
    for (std::uint32_t at = to; at > until;) {
      if (sentence_of_[at - 1] != sentence) return;
      std::uint32_t first = agency_before(at, sentence);
      while (first > 0 && at - first < kLongestName &&
             is_name_word(first - 1, sentence) &&
             (first == at || !ends_name(first - 1))) {
        --first;
      }
      if (first < at) add({first, at}, sentence);
      at = std::min(at - 1, first);
    }
  }

  // True if the name is that of a medium; cut behind the word that says so.
  bool is_medium(Range& name) const {
    if (book_.agency.match(tokens_, name.first)) return true;
    for (std::uint32_t last = name.last; last > name.first + 1; --last) {
      if (!is_medium_word(text_, tokens_, last - 1, language_)) continue;
      name.last = last;
      return true;
    }
    return false;
  }

  std::array<NameHash, 3> forms_of(const Range& name) const {
    const Span span =
        cover(tokens_[name.first].span, tokens_[name.last - 1].span);
    std::string_view written = slice(text_, span);
    for (const std::string_view ending : {"'s", "\u2019s"}) {
      if (written.ends_with(ending)) written.remove_suffix(ending.size());
    }
    std::vector<std::string> forms = name_forms(written);
    const auto agency = book_.agency.match(tokens_, name.first);
    if (agency && !agency.value->empty()) {
      forms.insert(forms.begin(), name_key(*agency.value));
    }
    std::array<NameHash, 3> hashes{};
    put_names(forms, hashes);
    return hashes;
  }

  void add(Range name, std::uint32_t sentence) {
    const bool medium = is_medium(name);
    const auto forms = forms_of(name);
    if (forms[0] == 0 || share_name(forms, declared_.outlet)) return;
    CitedName* place = nullptr;
    for (CitedName& cited : declared_.cited) {
      if (cited.forms[0] == forms[0]) {
        cited.prominence = static_cast<std::uint8_t>(
            std::min(100, cited.prominence + kRepeated));
        return;
      }
      const bool free = cited.forms[0] == 0 || (medium && !cited.medium);
      if (place == nullptr && free) place = &cited;
    }
    if (place == nullptr) return;
    const double prominence = 1 - sentence / kLeadSentences;
    place->forms = forms;
    place->medium = medium;
    place->prominence = std::max(
        kRepeated, static_cast<std::uint8_t>(100 * std::max(0.0, prominence)));
  }

  std::string_view text_;
  const PhraseBook& book_;
  const CueWords& cues_;
  std::string_view language_;
  std::span<const Token> tokens_;
  std::span<const std::uint32_t> sentence_of_;
  DeclaredSketch& declared_;
};

// What the outlet is called, and who is credited.
DeclaredSketch sketch_credits(const Report& report, std::string_view language) {
  DeclaredSketch sketch;
  const Declared declared = declared_credits(report, language);
  put_names(declared.outlet, sketch.outlet);
  put_names(declared.agencies, sketch.agencies);
  put_names(declared.others, sketch.others);
  std::vector<std::string> written;
  for (const Credited& credit : declared.written) {
    const auto forms = name_forms(credit.name);
    written.insert(written.end(), forms.begin(), forms.end());
  }
  put_names(written, sketch.written);
  return sketch;
}

}  // namespace

DeclaredSketch DeclaredSketcher::make(
    const Report& report, std::string_view language,
    std::span<const Token> tokens, std::span<const std::uint32_t> sentence_of) {
  DeclaredSketch sketch = credits_of(report, language);
  CitedFinder(report, language, tokens, sentence_of, sketch).find();
  return sketch;
}

DeclaredSketch DeclaredSketcher::credits_of(const Report& report,
                                            std::string_view language) {
  if (!report.byline.empty() || !report.credits.empty()) {
    return sketch_credits(report, language);
  }
  key_.assign(language).append(1, '\n').append(report.outlet);
  const auto known = of_outlet_.find(key_);
  if (known != of_outlet_.end()) return known->second;
  if (of_outlet_.size() == kOutletsKnown) of_outlet_.clear();
  return of_outlet_.emplace(key_, sketch_credits(report, language))
      .first->second;
}

bool same_credit(const DeclaredSketch& a, const DeclaredSketch& b) {
  return share_name(a.agencies, b.agencies) || share_name(a.others, b.others);
}

bool different_agencies(const DeclaredSketch& a, const DeclaredSketch& b) {
  return a.agencies[0] != 0 && b.agencies[0] != 0 &&
         !share_name(a.agencies, b.agencies);
}

bool credits_outlet(const DeclaredSketch& report, const DeclaredSketch& other) {
  return share_name(report.agencies, other.outlet) ||
         share_name(report.written, other.outlet);
}

double cites_outlet(const DeclaredSketch& report, const DeclaredSketch& other) {
  std::uint8_t prominence = 0;
  for (const CitedName& cited : report.cited) {
    if (cited.forms[0] == 0) break;
    if (!share_name(cited.forms, other.outlet)) continue;
    prominence = std::max(prominence, cited.prominence);
  }
  return prominence / 100.0;
}

double common_citation(const DeclaredSketch& a, const DeclaredSketch& b,
                       std::span<const NameHash> outlets) {
  const auto is_medium = [outlets](const CitedName& cited) {
    return cited.medium ||
           std::any_of(cited.forms.begin(), cited.forms.end(),
                       [outlets](NameHash form) {
                         return form != 0 &&
                                std::binary_search(outlets.begin(),
                                                   outlets.end(), form);
                       });
  };
  std::uint8_t prominence = 0;
  for (const CitedName& cited : a.cited) {
    if (cited.forms[0] == 0) break;
    for (const CitedName& other : b.cited) {
      if (cited.forms[0] != other.forms[0]) continue;
      if (!is_medium(cited) && !is_medium(other)) continue;
      prominence =
          std::max(prominence, std::min(cited.prominence, other.prominence));
    }
  }
  return prominence / 100.0;
}

}  // namespace stemma::origin
