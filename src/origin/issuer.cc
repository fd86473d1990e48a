#include "origin/issuer.h"

#include <algorithm>
#include <array>
#include <vector>

#include "origin/outlets.h"
#include "origin/phrase_book.h"
#include "text/fold.h"
#include "text/tokenize.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kLeadSentences = 2;
constexpr std::array<std::string_view, 4> kLastLabels = {"edu", "gov", "mil",
                                                         "int"};
constexpr std::array<std::string_view, 11> kBeforeCountry = {
    "ac",   "admin", "edu", "gob", "gouv", "gov",
    "govt", "gub",   "gv",  "mil", "go"};
constexpr std::size_t kCountryLength = 2;

std::vector<std::string> labels_of(std::string_view domain) {
  std::vector<std::string> labels(1);
  for (const char byte : text::fold(domain)) {
    if (byte == '.') {
      labels.emplace_back();
    } else if (byte == '/') {
      break;
    } else {
      labels.back() += byte;
    }
  }
  return labels;
}

// True if a word of the outlet's name is one that names of media hold, or if
// it is an agency.
bool is_medium(const Report& report, std::string_view language) {
  const PhraseBook& book = phrase_book(language);
  const std::vector<Token> tokens = text::tokenize(report.outlet, language);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (book.medium.match(tokens, i) || book.agency.match(tokens, i)) {
      return true;
    }
  }
  return false;
}

// True if the name, or a word of it, is what the outlet is called: "University
// of Harlow" for "news.harlow.ac.uk".
bool means(std::string_view name, const Declared& outlet) {
  if (names_outlet(name, outlet.outlet)) return true;
  std::string word;
  const auto is_key = [&] {
    return std::binary_search(outlet.outlet.begin(), outlet.outlet.end(), word);
  };
  for (const char byte : text::fold(name)) {
    if (byte != ' ' && byte != '-') {
      word += byte;
      continue;
    }
    if (is_key()) return true;
    word.clear();
  }
  return is_key();
}

}  // namespace

bool is_public_domain(std::string_view outlet) {
  const std::vector<std::string> labels = labels_of(outlet);
  if (labels.size() < 2) return false;
  const auto is_among = [](const auto& list, const std::string& label) {
    return std::find(list.begin(), list.end(), label) != list.end();
  };
  if (is_among(kLastLabels, labels.back())) return true;
  return labels.size() >= 3 && labels.back().size() == kCountryLength &&
         is_among(kBeforeCountry, labels[labels.size() - 2]);
}

bool is_issuer(const Witness& witness, const Declared& declared) {
  const Report& report = *witness.report;
  if (is_public_domain(report.outlet)) return true;
  const Analysis& analysis = *witness.analysis;
  if (declared.outlet.empty() || is_medium(report, analysis.language)) {
    return false;
  }
  std::uint32_t sentences = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    if (++sentences > kLeadSentences) break;
    for (const Name& name : analysis.names) {
      const bool inside = sentence.span.begin <= name.span.begin &&
                          name.span.end <= sentence.span.end;
      if (inside &&
          names_outlet(slice(report.text, name.span), declared.outlet)) {
        return true;
      }
    }
  }
  return false;
}

std::string names_issuer(const Witness& report, const Declared& issuer) {
  for (const Entity& entity : report.analysis->entities) {
    if (means(entity.full_name, issuer)) return entity.full_name;
  }
  return {};
}

}  // namespace stemma::origin
