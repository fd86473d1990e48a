#include "origin/substance.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "origin/outlets.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kLeadWords = 40;  // content words
// Of the words of two reports: from here on they have a narration of their
// own, and up to here they are speech throughout. What introduces an utterance
// is in the report's own voice, so that even a readout has some.
constexpr double kEnoughOwnWords = 0.45;
constexpr double kNoOwnWords = 0.3;
constexpr double kSameUtterances = 0.5;  // of the report that gives fewer

// "Ana Maria Ruiz" and "Ruiz" are one speaker within a story.
std::string last_name_key(std::string_view name) {
  const std::size_t at = name.find_last_of(' ');
  return name_key(at == std::string_view::npos ? name : name.substr(at + 1));
}

// Share of the shorter sorted list that the longer one has too.
template <typename Item>
double common_share(const std::vector<Item>& a, const std::vector<Item>& b) {
  const std::size_t fewer = std::min(a.size(), b.size());
  if (fewer == 0) return 0;
  std::vector<Item> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return static_cast<double>(common.size()) / static_cast<double>(fewer);
}

std::size_t first_token(const Analysis& analysis, Span span) {
  const auto from =
      std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(),
                       span.begin, [](const Token& token, std::uint32_t begin) {
                         return token.span.begin < begin;
                       });
  return static_cast<std::size_t>(from - analysis.tokens.begin());
}

std::uint32_t words_in(const Analysis& analysis, Span span) {
  std::uint32_t words = 0;
  for (std::size_t t = first_token(analysis, span);
       t < analysis.tokens.size() && analysis.tokens[t].span.end <= span.end;
       ++t) {
    if (analysis.tokens[t].kind != TokenKind::kPunctuation) ++words;
  }
  return words;
}

// After count_words().
void collect_speakers(const Witness& witness, Substance& substance) {
  if (witness.quotations == nullptr || substance.words == 0) return;
  std::map<std::string, SpeakerShare> speakers;
  for (const Quotation& quotation : *witness.quotations) {
    if (!quotation.family.empty()) {
      substance.families.push_back(quotation.family);
    }
    std::string key = last_name_key(quotation.speaker);
    if (key.empty()) continue;
    SpeakerShare& speaker = speakers[key];
    speaker.key = std::move(key);
    if (quotation.speaker.size() > speaker.name.size()) {
      speaker.name = quotation.speaker;
    }
    for (const Span& span : quotation.content) {
      speaker.share += words_in(*witness.analysis, span);
    }
  }
  for (auto& [key, speaker] : speakers) {
    speaker.share = std::min(1.0, speaker.share / substance.words);
    substance.speakers.push_back(speaker);
  }
  std::sort(substance.families.begin(), substance.families.end());
  substance.families.erase(
      std::unique(substance.families.begin(), substance.families.end()),
      substance.families.end());
}

// For each token whether it stands in an utterance, quoted or told.
std::vector<bool> said_tokens(const Witness& witness) {
  const Analysis& analysis = *witness.analysis;
  std::vector<bool> said(analysis.tokens.size(), false);
  for (std::size_t t = 0; t < said.size(); ++t) {
    said[t] = analysis.tokens[t].quoted;
  }
  if (witness.quotations == nullptr) return said;
  for (const Quotation& quotation : *witness.quotations) {
    for (const Span& span : quotation.content) {
      for (std::size_t t = first_token(analysis, span);
           t < said.size() && analysis.tokens[t].span.end <= span.end; ++t) {
        said[t] = true;
      }
    }
  }
  return said;
}

void count_words(const Witness& witness, Substance& substance) {
  const Analysis& analysis = *witness.analysis;
  const std::vector<bool> said = said_tokens(witness);
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind == TokenKind::kPunctuation) continue;
      ++substance.words;
      if (!said[t]) ++substance.own_words;
    }
  }
}

}  // namespace

Substance substance_of(const Witness& witness) {
  Substance substance;
  std::map<std::uint64_t, std::uint32_t> lead;
  std::uint32_t lead_words = 0;
  const Analysis& analysis = *witness.analysis;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.kind == SentenceKind::kParatext) continue;
    for (std::uint32_t t = sentence.first_token; t < sentence.last_token; ++t) {
      const Token& token = analysis.tokens[t];
      if (token.kind == TokenKind::kPunctuation) continue;
      if (token.function_word || lead_words == kLeadWords) continue;
      ++lead[token.stem];
      ++lead_words;
    }
  }
  substance.lead.assign(lead.begin(), lead.end());
  count_words(witness, substance);
  collect_speakers(witness, substance);
  return substance;
}

double lack_of_narration(const Substance& a, const Substance& b) {
  const double words = a.words + b.words;
  if (words == 0) return 0;
  const double own = (a.own_words + b.own_words) / words;
  const double lack = (kEnoughOwnWords - own) / (kEnoughOwnWords - kNoOwnWords);
  const double shared = common_utterances(a, b) / kSameUtterances;
  return std::clamp(lack, 0.0, 1.0) * std::min(1.0, shared);
}

double common_speech(const Substance& a, const Substance& b) {
  double common = 0;
  auto left = a.speakers.begin();
  auto right = b.speakers.begin();
  while (left != a.speakers.end() && right != b.speakers.end()) {
    const int order = left->key.compare(right->key);
    if (order == 0) common += std::min(left->share, right->share);
    if (order <= 0) ++left;
    if (order >= 0) ++right;
  }
  return std::min(1.0, common);
}

void note_said_rows(const Matrix& matrix, std::span<Substance> substances) {
  for (std::uint32_t row = 0; row < matrix.rows.size(); ++row) {
    for (const Cell& cell : matrix.rows[row].cells) {
      if (cell.voice == Voice::kQuoted || cell.voice == Voice::kIndirect) {
        substances[cell.report].said_rows.push_back(row);
      }
    }
  }
}

double common_utterances(const Substance& a, const Substance& b) {
  return std::max(common_share(a.families, b.families),
                  common_share(a.said_rows, b.said_rows));
}

double lead_similarity(const Substance& a, const Substance& b) {
  const auto length = [](const Substance& substance) {
    double sum = 0;
    for (const auto& [stem, times] : substance.lead) sum += times * times;
    return std::sqrt(sum);
  };
  double product = 0;
  auto left = a.lead.begin();
  auto right = b.lead.begin();
  while (left != a.lead.end() && right != b.lead.end()) {
    if (left->first == right->first) {
      product += static_cast<double>(left->second) * right->second;
    }
    const bool step_left = left->first <= right->first;
    const bool step_right = right->first <= left->first;
    if (step_left) ++left;
    if (step_right) ++right;
  }
  const double lengths = length(a) * length(b);
  return lengths > 0 ? product / lengths : 0;
}

const SpeakerShare* main_speaker(std::span<const Substance* const> reports) {
  struct Tally {
    double share = 0;
    std::uint32_t reports = 0;
    const SpeakerShare* best = nullptr;  // with the longest name
  };
  std::map<std::string_view, Tally> tallies;
  for (const Substance* report : reports) {
    for (const SpeakerShare& speaker : report->speakers) {
      Tally& tally = tallies[speaker.key];
      tally.share += speaker.share;
      ++tally.reports;
      if (tally.best == nullptr ||
          speaker.name.size() > tally.best->name.size()) {
        tally.best = &speaker;
      }
    }
  }
  const Tally* main = nullptr;
  for (const auto& [key, tally] : tallies) {
    const bool heard_twice = tally.reports > 1 || reports.size() == 1;
    if (!heard_twice) continue;
    if (main == nullptr || tally.share > main->share) main = &tally;
  }
  return main == nullptr ? nullptr : main->best;
}

}  // namespace stemma::origin
