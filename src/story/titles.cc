#include "story/titles.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace stemma::story {
namespace {

constexpr std::size_t kCandidates = 32;
constexpr std::size_t kTitleTerms = 24;

// The mean weight of the title's words in the story; longer titles need not
// say more.
double nearness(std::span<const Term> title, const TermTable& story) {
  if (title.empty()) return 0;
  TermVector words;
  words.reserve(title.size());
  for (const Term term : title) words.push_back({term, 1});
  return story.dot(words) / std::sqrt(static_cast<double>(title.size()));
}

}  // namespace

void TitleChoice::add(std::uint32_t number, const Outline& report) {
  const bool first_title =
      report.titled &&
      std::none_of(candidates_.begin(), candidates_.end(),
                   [](const Candidate& each) { return each.titled; });
  if (first_title) {
    candidates_.clear();
    terms_.clear();
  }
  const bool wanted =
      report.titled || candidates_.empty() || !candidates_.front().titled;
  if (!wanted || candidates_.size() == kCandidates) return;
  const std::vector<CountedTerm>& title = report[Field::kTitle];
  const std::size_t size = std::min(title.size(), kTitleTerms);
  for (std::size_t i = 0; i < size; ++i) terms_.push_back(title[i].term);
  candidates_.push_back(
      {number, static_cast<std::uint32_t>(terms_.size()), report.titled});
}

std::uint32_t TitleChoice::best(const TermVector& story) const {
  const TermTable table(story);
  std::uint32_t best = candidates_.front().number;
  double best_nearness = -1;
  std::uint32_t begin = 0;
  for (const Candidate& candidate : candidates_) {
    const double found = nearness(
        std::span(terms_).subspan(begin, candidate.end - begin), table);
    begin = candidate.end;
    if (found <= best_nearness) continue;
    best = candidate.number;
    best_nearness = found;
  }
  return best;
}

void TitleChoice::append(const TitleChoice& other) {
  const bool keep =
      candidates_.empty() || other.candidates_.empty() ||
      candidates_.front().titled == other.candidates_.front().titled;
  if (!keep) {
    if (other.candidates_.front().titled) *this = other;
    return;
  }
  std::uint32_t begin = 0;
  for (const Candidate& candidate : other.candidates_) {
    if (candidates_.size() == kCandidates) return;
    terms_.insert(terms_.end(), other.terms_.begin() + begin,
                  other.terms_.begin() + candidate.end);
    begin = candidate.end;
    candidates_.push_back({candidate.number,
                           static_cast<std::uint32_t>(terms_.size()),
                           candidate.titled});
  }
}

}  // namespace stemma::story
