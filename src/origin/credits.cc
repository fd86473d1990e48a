#include "origin/credits.h"

#include <algorithm>
#include <map>
#include <optional>

#include "origin/outlets.h"
#include "origin/phrase_book.h"
#include "text/fold.h"
#include "text/tokenize.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kLongestName = 5;     // words of a medium's name
constexpr std::uint32_t kCueDistance = 4;     // words between cue and name
constexpr double kLeadSentences = 8;          // where the main news stands
constexpr double kRepeated = 0.1;             // prominence of another mention
constexpr std::size_t kMaxSpans = 16;         // kept of one citation
constexpr std::uint32_t kMaxOutletWords = 4;  // "new" - "york" - "times" ...

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// The short name of an agency; the lexicon gives none where it is the form.
std::string agency_key(std::string_view value, std::string_view written) {
  return name_key(value.empty() ? written : value);
}

// The agencies that a credit names, short and folded.
std::vector<std::string> agencies_in(std::string_view credit,
                                     const PhraseBook& book,
                                     std::string_view language) {
  std::vector<std::string> found;
  std::vector<Token> tokens;
  text::append_tokens(credit, {0, static_cast<std::uint32_t>(credit.size())},
                      language, tokens);
  for (std::uint32_t i = 0; i < tokens.size();) {
    const auto match = book.agency.match(tokens, i);
    if (match) {
      const Span span =
          cover(tokens[i].span, tokens[i + match.tokens - 1].span);
      found.push_back(agency_key(*match.value, slice(credit, span)));
    }
    i += std::max(1U, match.tokens);
  }
  return found;
}

void collect_credits(const Report& report, std::string_view language,
                     Declared& declared) {
  const PhraseBook& book = phrase_book(language);
  // The first of the agencies that are named, or "".
  const auto add = [&](std::string_view name) {
    const auto agencies = agencies_in(name, book, language);
    declared.agencies.insert(declared.agencies.end(), agencies.begin(),
                             agencies.end());
    return agencies.empty() ? std::string() : agencies.front();
  };
  for (const std::string& key : declared.outlet) add(key);
  add(report.byline);
  for (const Credit& credit : report.credits) {
    if (credit.kind == CreditKind::kAddress) continue;
    const std::string agency = add(credit.name);
    const std::string key = agency.empty() ? name_key(credit.name) : agency;
    declared.written.push_back({.key = key, .name = credit.name});
    const bool own = names_outlet(credit.name, declared.outlet);
    if (agency.empty() && !own && credit.kind != CreditKind::kByline) {
      declared.others.push_back(key);
    }
  }
  sort_unique(declared.agencies);
  sort_unique(declared.others);
}

// Finds the media that one report cites.
class CitationFinder {
 public:
  // `outlets`: the keys of all outlets of the story, sorted.
  CitationFinder(const Witness& witness, const Declared& own,
                 std::span<const std::string> outlets)
      : text_(witness.report->text),
        analysis_(*witness.analysis),
        book_(phrase_book(analysis_.language)),
        own_(own),
        outlets_(outlets) {}

  std::vector<Citation> find() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      for (std::uint32_t t = sentence.first_token; t < sentence.last_token;) {
        const auto name = name_at(sentence, t);
        if (name && is_cited(sentence, t, t + name->tokens)) {
          add(*name, t, s);
        }
        t += name ? name->tokens : 1;
      }
    }
    std::vector<Citation> citations;
    citations.reserve(found_.size());
    for (auto& [key, citation] : found_) citations.push_back(citation);
    return citations;
  }

 private:
  struct MediumName {
    std::string key;
    std::uint32_t tokens = 0;
  };

  const Token& token(std::uint32_t at) const { return analysis_.tokens[at]; }

  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return slice(text_, cover(token(first).span, token(last - 1).span));
  }

  // The longest name of a medium that begins at a token.
  std::optional<MediumName> name_at(const Sentence& sentence,
                                    std::uint32_t at) const {
    if (token(at).quoted) return std::nullopt;
    if (const auto agency = book_.agency.match(analysis_.tokens, at);
        agency && at + agency.tokens <= sentence.last_token) {
      return MediumName{
          agency_key(*agency.value, words(at, at + agency.tokens)),
          agency.tokens};
    }
    if (!token(at).capitalised) return std::nullopt;
    std::uint32_t end = at;
    while (end < sentence.last_token && end - at < kLongestName &&
           token(end).capitalised && !token(end).quoted) {
      if (is_possessive(words(end, end + 1))) {
        ++end;
        break;
      }
      ++end;
    }
    if (auto outlet = outlet_at(at, end)) return outlet;
    for (std::uint32_t last = end; last > at + 1; --last) {
      if (is_medium_word(text_, analysis_.tokens, last - 1,
                         analysis_.language)) {
        return MediumName{name_key(words(at, last)), last - at};
      }
    }
    return std::nullopt;
  }

  // An outlet of the story named by some of the words [at, end).
  std::optional<MediumName> outlet_at(std::uint32_t at,
                                      std::uint32_t end) const {
    for (std::uint32_t last = std::min(end, at + kMaxOutletWords); last > at;
         --last) {
      const std::string_view name = words(at, last);
      if (names_outlet(name, outlets_)) {
        return MediumName{name_key(name), last - at};
      }
    }
    return std::nullopt;
  }

  // True if a cue stands close enough before or after the name.
  bool is_cited(const Sentence& sentence, std::uint32_t first,
                std::uint32_t last) const {
    const auto cue_at = [&](std::uint32_t at, std::string_view side) {
      const auto cue = book_.citation.match(analysis_.tokens, at);
      if (!cue) return 0U;
      return *cue.value == side || *cue.value == "both" ? cue.tokens : 0U;
    };
    const std::uint32_t from = std::max(
        sentence.first_token, first > kCueDistance ? first - kCueDistance : 0);
    for (std::uint32_t at = from; at < first; ++at) {
      const std::uint32_t tokens = cue_at(at, "before");
      if (tokens > 0 && at + tokens <= first) return true;
    }
    const std::uint32_t until =
        std::min(sentence.last_token, last + kCueDistance);
    for (std::uint32_t at = last; at < until; ++at) {
      if (cue_at(at, "after") > 0) return true;
    }
    return false;
  }

  // "the Sentinel" after "the Old Town Sentinel" is the same medium.
  std::string full_key(const MediumName& name) const {
    if (name.tokens > 2 || found_.contains(name.key)) return name.key;
    for (const auto& [key, citation] : found_) {
      if (key.size() > name.key.size() && key.ends_with(name.key)) return key;
    }
    return name.key;
  }

  void add(const MediumName& name, std::uint32_t first,
           std::uint32_t sentence) {
    const std::string_view written = words(first, first + name.tokens);
    if (names_outlet(written, own_.outlet)) return;
    Citation& citation = found_[full_key(name)];
    if (citation.times == 0) {
      citation.key = name.key;
      citation.name = written;
      const bool paratext =
          analysis_.sentences[sentence].kind == SentenceKind::kParatext;
      citation.prominence =
          paratext ? kRepeated
                   : std::max(kRepeated, 1.0 - sentence / kLeadSentences);
    }
    if (citation.times > 0) {
      citation.prominence = std::min(1.0, citation.prominence + kRepeated);
    }
    ++citation.times;
    if (citation.spans.size() < kMaxSpans) {
      citation.spans.push_back(
          cover(token(first).span, token(first + name.tokens - 1).span));
    }
  }

  const std::string& text_;
  const Analysis& analysis_;
  const PhraseBook& book_;
  const Declared& own_;
  std::span<const std::string> outlets_;
  std::map<std::string, Citation> found_;
};

bool share_name(std::span<const std::string> a,
                std::span<const std::string> b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& name) {
    return std::binary_search(b.begin(), b.end(), name);
  });
}

}  // namespace

bool is_medium_word(std::string_view text, std::span<const Token> tokens,
                    std::uint32_t at, std::string_view language) {
  const text::PhraseTable& media = phrase_book(language).medium;
  if (media.match(tokens, at)) return true;
  const std::string_view written = slice(text, tokens[at].span);
  const std::size_t hyphen = written.rfind('-');
  if (hyphen == std::string_view::npos) return false;
  const auto part = text::tokenize(written.substr(hyphen + 1), language);
  return part.size() == 1 && media.match(part, 0);
}

bool is_possessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("\u2019s");
}

Declared declared_credits(const Report& report, std::string_view language) {
  Declared declared;
  declared.outlet = outlet_keys(report.outlet);
  collect_credits(report, language, declared);
  return declared;
}

std::vector<Declared> find_declared(std::span<const Witness> witnesses) {
  std::vector<Declared> declared(witnesses.size());
  std::vector<std::string> outlets;
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    declared[i] =
        declared_credits(*witnesses[i].report, witnesses[i].analysis->language);
    outlets.insert(outlets.end(), declared[i].outlet.begin(),
                   declared[i].outlet.end());
  }
  sort_unique(outlets);
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    declared[i].citations =
        CitationFinder(witnesses[i], declared[i], outlets).find();
  }
  return declared;
}

bool same_credit(const Declared& a, const Declared& b) {
  return share_name(a.agencies, b.agencies) || share_name(a.others, b.others);
}

bool different_agencies(const Declared& a, const Declared& b) {
  return !a.agencies.empty() && !b.agencies.empty() &&
         !share_name(a.agencies, b.agencies);
}

bool credits_outlet(const Declared& report, const Declared& other) {
  return share_name(report.agencies, other.outlet) ||
         std::any_of(report.written.begin(), report.written.end(),
                     [&other](const Credited& credit) {
                       return names_outlet(credit.name, other.outlet);
                     });
}

bool is_cited(const Citation& citation, const Declared& report) {
  return names_outlet(citation.name, report.outlet) ||
         std::binary_search(report.outlet.begin(), report.outlet.end(),
                            citation.key);
}

double cites_outlet(const Declared& report, const Declared& other) {
  double prominence = 0;
  for (const Citation& citation : report.citations) {
    if (!is_cited(citation, other)) continue;
    prominence = std::max(prominence, citation.prominence);
  }
  return prominence;
}

double common_citation(const Declared& a, const Declared& b) {
  double prominence = 0;
  for (const Citation& citation : a.citations) {
    for (const Citation& other : b.citations) {
      if (citation.key != other.key) continue;
      prominence =
          std::max(prominence, std::min(citation.prominence, other.prominence));
    }
  }
  return prominence;
}

}  // namespace stemma::origin
