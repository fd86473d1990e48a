// The members of a family vote on who speaks.
#include <algorithm>
#include <string>
#include <string_view>

#include "quote/story_speakers.h"
#include "text/names.h"

namespace stemma::quote {
namespace {

constexpr double kSameBearer = 0.4;         // name_similarity
constexpr std::size_t kMaxCandidates = 16;  // of one family

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

// A description with a name in it ("Park's campaign") tells who is meant.
bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

int votes_of(SpeakerBasis basis) {
  switch (basis) {
    case SpeakerBasis::kName:
      return 4;
    case SpeakerBasis::kDescription:
    case SpeakerBasis::kPronoun:
    case SpeakerBasis::kReports:
      return 2;
    case SpeakerBasis::kContext:
      return 1;
    case SpeakerBasis::kNone:
      break;
  }
  return 0;
}

struct Candidate {
  std::string name;
  bool full = false;
  int votes = 0;
  std::vector<std::uint32_t> reports;  // that name it, ascending
};

bool mean_one(const std::string& a, const std::string& b) {
  return a == b || text::name_similarity(a, b) >= kSameBearer;
}

class Vote {
 public:
  explicit Vote(const std::vector<Part*>& members) : members_(members) {
    for (const Part* part : members) {
      if (!part->quotation.speaker.empty()) add(*part);
    }
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.votes > b.votes;
                     });
  }

  void apply() const {
    if (candidates_.empty()) return;
    const Candidate& first = candidates_.front();
    const int others = candidates_.size() > 1 ? candidates_[1].votes : 0;
    if (first.votes == others) return;
    for (Part* part : members_) settle(first, part->witness, part->quotation);
  }

 private:
  void add(const Part& part) {
    const Quotation& quotation = part.quotation;
    const bool named = quotation.speaker_basis == SpeakerBasis::kName;
    auto known = std::find_if(candidates_.begin(), candidates_.end(),
                              [&](const Candidate& one) {
                                return mean_one(one.name, quotation.speaker);
                              });
    if (known == candidates_.end()) {
      if (candidates_.size() == kMaxCandidates) return;
      candidates_.push_back({quotation.speaker, false, 0, {}});
      known = std::prev(candidates_.end());
    }
    if (!known->full && named) {
      known->name = quotation.speaker;
      known->full = true;
    }
    const bool voted = std::find(known->reports.begin(), known->reports.end(),
                                 part.witness) != known->reports.end();
    if (voted) return;  // a report has one vote
    known->votes += votes_of(quotation.speaker_basis);
    known->reports.push_back(part.witness);
  }

  static void settle(const Candidate& first, std::uint32_t witness,
                     Quotation& quotation) {
    if (quotation.speaker.empty()) {
      const bool unnamed_voice = !quotation.on_behalf_of.empty();
      if (!unnamed_voice) take(first, witness, quotation);
      return;
    }
    if (mean_one(first.name, quotation.speaker)) return;
    const bool weak = quotation.speaker_basis == SpeakerBasis::kPronoun ||
                      quotation.speaker_basis == SpeakerBasis::kContext;
    const bool described =
        quotation.speaker_basis == SpeakerBasis::kDescription;
    const bool nameless = described && !has_capital(quotation.speaker);
    const bool full_name = is_full_name(first.name);
    if ((weak || nameless) && full_name) {
      take(first, witness, quotation);
    } else if (!described) {
      quotation.attribution = AttributionChange::kOtherSpeaker;
    }
  }

  static void take(const Candidate& first, std::uint32_t witness,
                   Quotation& quotation) {
    std::vector<std::uint32_t> others = first.reports;
    std::erase(others, witness);
    if (others.empty()) return;
    quotation.speaker = first.name;
    quotation.speaker_basis = SpeakerBasis::kReports;
    quotation.speaker_reports = std::move(others);
  }

  const std::vector<Part*>& members_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void vote_on_speakers(std::vector<Part>& parts,
                      std::span<const std::uint32_t> roots) {
  std::vector<std::vector<Part*>> families(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    families[roots[i]].push_back(&parts[i]);
  }
  for (const std::vector<Part*>& members : families) {
    if (members.size() > 1) Vote(members).apply();
  }
}

}  // namespace stemma::quote
