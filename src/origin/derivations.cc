#include "origin/derivations.h"

#include <algorithm>
#include <optional>

#include "origin/coverage.h"
#include "origin/evidence.h"
#include "origin/kin.h"

namespace stemma::origin {
namespace {

constexpr double kReprintFrom = 0.7;  // of the narration
constexpr double kRewriteFrom = 0.2;
// A parent holds this much of what the report shares with anybody.
constexpr double kHeldIfDeclared = 0.8;
constexpr double kHeldIfInferred = 0.95;
// No other report holds more than this beyond what the parent holds.
constexpr double kHeldTolerance = 0.03;
constexpr double kAlikeIfDeclared = 0.5;
constexpr double kAlikeIfInferred = 0.95;
// Of a parent that is declared and earlier, but not of the report's telling.
constexpr double kAlikeIfElsewhere = 0.3;
constexpr std::uint32_t kOrderIfElsewhere = 3;  // sentences told in one order

DerivationRelation relation_of(const StoryEvidence& story, const Kin& kin) {
  const Narration& narration = story.narrations[kin.report];
  const double share = share_of_narration(narration, kin.by_telling);
  if (share < kRewriteFrom) return DerivationRelation::kNoSharedText;
  const auto words = static_cast<double>(narration.words.size());
  const double elsewhere =
      count_only(narration, kin.by_others, kin.by_telling) / words;
  if (elsewhere >= kRewriteFrom) return DerivationRelation::kMix;
  return share >= kReprintFrom ? DerivationRelation::kReprint
                               : DerivationRelation::kRewrite;
}

// Share of the words that the report has in common with any report of its
// telling that this one holds too.
double held_by(const Narration& narration, const Kin& kin,
               const Partner& partner) {
  const std::uint32_t shared =
      count_both(narration, kin.by_telling, kin.by_telling);
  const std::uint32_t held =
      count_both(narration, kin.by_telling, partner.coverage);
  return shared == 0 ? 0 : held / static_cast<double>(shared);
}

// The greatest such share that another report than `partner` holds.
double held_by_others(const Narration& narration, const Kin& kin,
                      const Partner& partner) {
  double held = 0;
  for (const Partner& other : kin.partners) {
    if (!other.same_telling || other.other == partner.other) continue;
    held = std::max(held, held_by(narration, kin, other));
  }
  return held;
}

struct ParentCase {
  const Partner* partner = nullptr;
  bool declared = false;
  double held = 0;
};

// True if the report's own words name the other's outlet.
bool declares(const StoryEvidence& story, ReportIndex report,
              ReportIndex other) {
  const Declared& own = story.declared[report];
  return credits_outlet(own, story.declared[other]) ||
         cites_outlet(own, story.declared[other]) > 0;
}

bool credits_somebody(const Declared& declared) {
  return !declared.agencies.empty() || !declared.others.empty();
}

// True if `parent` was certainly published before the report, which takes a
// rewrite's share of its narration from there, in its order, and nothing from
// an earlier report of its own telling: a report that names whom it follows is
// linked to it even where too much is its own to call both one telling.
bool follows_elsewhere(const StoryEvidence& story, const Kin& kin,
                       const Partner& parent) {
  const PublicationTime& own = story.witnesses[kin.report].report->published;
  const auto time_of = [&story](const Partner& partner) -> const auto& {
    return story.witnesses[partner.other].report->published;
  };
  const bool has_nearer = std::any_of(
      kin.partners.begin(), kin.partners.end(), [&](const Partner& partner) {
        return partner.same_telling && !certainly_before(own, time_of(partner));
      });
  return !has_nearer && certainly_before(time_of(parent), own) &&
         parent.alike >= kAlikeIfElsewhere &&
         parent.in_order >= kOrderIfElsewhere &&
         share_of_narration(story.narrations[kin.report], parent.coverage) >=
             kRewriteFrom;
}

// The partner as a parent, if that is beyond reasonable doubt.
std::optional<ParentCase> parent_case(const StoryEvidence& story,
                                      const Kin& kin, const Partner& partner) {
  const Report& report = *story.witnesses[kin.report].report;
  const Report& other = *story.witnesses[partner.other].report;
  if (certainly_before(report.published, other.published)) return std::nullopt;
  if (declares(story, partner.other, kin.report)) return std::nullopt;
  const Narration& narration = story.narrations[kin.report];
  ParentCase found{.partner = &partner};
  if (!partner.same_telling) {
    found.declared = declares(story, kin.report, partner.other);
    const bool follows =
        found.declared && follows_elsewhere(story, kin, partner);
    return follows ? std::optional(found) : std::nullopt;
  }
  found.held = held_by(narration, kin, partner);
  const double rival = held_by_others(narration, kin, partner);
  if (declares(story, kin.report, partner.other)) {
    found.declared = true;
    const bool sure = found.held >= kHeldIfDeclared &&
                      found.held + kHeldTolerance >= rival &&
                      partner.alike >= kAlikeIfDeclared;
    return sure ? std::optional(found) : std::nullopt;
  }
  const bool sure = certainly_before(other.published, report.published) &&
                    kin.in_telling >= 2 && found.held >= kHeldIfInferred &&
                    found.held > rival + kHeldTolerance &&
                    partner.alike >= kAlikeIfInferred &&
                    !credits_somebody(story.declared[kin.report]) &&
                    !credits_somebody(story.declared[partner.other]);
  return sure ? std::optional(found) : std::nullopt;
}

// Declared first, then what holds most, then the surest.
bool better(const ParentCase& a, const ParentCase& b) {
  if (a.declared != b.declared) return a.declared;
  if (a.held != b.held) return a.held > b.held;
  if (a.partner->alike != b.partner->alike) {
    return a.partner->alike > b.partner->alike;
  }
  return a.partner->other < b.partner->other;
}

std::optional<ParentCase> find_parent(const StoryEvidence& story,
                                      const Kin& kin) {
  std::optional<ParentCase> best;
  for (const Partner& partner : kin.partners) {
    if (partner.equal) continue;
    const auto found = parent_case(story, kin, partner);
    if (found && (!best || better(*found, *best))) best = found;
  }
  return best;
}

double confidence_of(const Kin& kin, const Derivation& derivation) {
  double alike = 0;
  for (const Partner& partner : kin.partners) {
    alike = std::max(alike, partner.alike);
  }
  return derivation.relation == DerivationRelation::kNoSharedText ? 1 - alike
                                                                  : alike;
}

}  // namespace

std::vector<Derivation> find_derivations(const StoryEvidence& story,
                                         std::span<const PairEvidence> pairs,
                                         std::span<const double> probabilities,
                                         const TellingGroups& tellings) {
  const KinFinder finder(story, pairs, probabilities, tellings);
  std::vector<Derivation> derivations;
  derivations.reserve(story.witnesses.size());
  for (ReportIndex report = 0; report < story.witnesses.size(); ++report) {
    const Kin kin = finder.kin_of(report);
    Derivation derivation{.report = report};
    derivation.share = share_of_body(story.narrations[report], kin.by_telling);
    derivation.relation = relation_of(story, kin);
    const auto parent = find_parent(story, kin);
    if (parent) {
      derivation.from = parent->partner->other;
      derivation.direction_established = true;
    }
    const bool shares =
        derivation.relation != DerivationRelation::kNoSharedText;
    derivation.declared = (parent && parent->declared) ||
                          (shares && credits_somebody(story.declared[report]));
    derivation.confidence =
        parent ? parent->partner->alike : confidence_of(kin, derivation);
    derivation.evidence = evidence_for(story, kin);
    derivations.push_back(std::move(derivation));
  }
  return derivations;
}

}  // namespace stemma::origin
