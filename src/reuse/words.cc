#include "reuse/words.h"

#include <cmath>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::reuse {
namespace {

bool is_content(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

// Numbers the stems in the order in which they are first seen.
class Numbering {
 public:
  explicit Numbering(WordTable& table) : table_(table) {}

  Term number(std::uint64_t stem, std::uint32_t report) {
    const auto next = static_cast<Term>(table_.hashes.size());
    const auto [entry, is_new] = terms_.try_emplace(stem, next);
    if (is_new) {
      table_.hashes.push_back(stem);
      table_.spread.push_back(0);
      last_report_.push_back(kNone);
    }
    const Term term = entry->second;
    if (last_report_[term] != report) {
      last_report_[term] = report;
      ++table_.spread[term];
    }
    return term;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  WordTable& table_;
  boost::unordered_flat_map<std::uint64_t, Term> terms_;
  std::vector<std::uint32_t> last_report_;
};

}  // namespace

WordTable collect_words(std::span<const Witness> witnesses) {
  WordTable table;
  table.reports.resize(witnesses.size());
  Numbering numbering(table);
  for (std::uint32_t r = 0; r < witnesses.size(); ++r) {
    const Analysis& analysis = *witnesses[r].analysis;
    ContentWords& words = table.reports[r];
    for (const Sentence& sentence : analysis.sentences) {
      if (sentence.kind == SentenceKind::kParatext) continue;
      for (std::uint32_t t = sentence.first_token; t < sentence.last_token;
           ++t) {
        const Token& token = analysis.tokens[t];
        if (!is_content(token)) continue;
        words.terms.push_back(numbering.number(token.stem, r));
        words.tokens.push_back(t);
      }
    }
  }
  const double all = static_cast<double>(witnesses.size());
  table.weights.reserve(table.spread.size());
  for (const std::uint32_t spread : table.spread) {
    table.weights.push_back(
        static_cast<float>(1 + std::log((all + 1) / (spread + 1.0))));
  }
  return table;
}

}  // namespace stemma::reuse
