#include "origin/derivations.h"

#include <algorithm>
#include <optional>

#include "origin/coverage.h"
#include "origin/evidence.h"
#include "origin/issuer.h"
#include "origin/kin.h"
#include "origin/links.h"

namespace stemma::origin {
namespace {

constexpr double kReprintFrom = 0.7;  // of the narration
constexpr double kRewriteFrom = 0.2;
// A parent holds this much of what the report shares with anybody.
constexpr double kHeldIfDeclared = 0.8;
// The tree of the telling is as sure as this of a parent that nobody declares.
constexpr double kSureIfInferred = 0.85;
// No other report holds more than this beyond what the parent holds.
constexpr double kHeldTolerance = 0.03;
constexpr double kAlikeIfDeclared = 0.5;
constexpr double kAlikeIfInferred = 0.9;
constexpr double kAlikeIfOwn = 0.5;     // an earlier report of the same outlet
constexpr double kShareOfIssuer = 0.5;  // of the narration, from a release
// Of a parent that is declared and earlier, but not of the report's telling.
constexpr double kAlikeIfElsewhere = 0.3;
constexpr double kNotableCut = 0.05;            // of a text, cut off at its end
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

enum class Ground : std::uint8_t { kDeclared, kIssuer, kOwnEarlier, kTree };

struct ParentCase {
  const Partner* partner = nullptr;
  Ground ground = Ground::kTree;
  double held = 0;
  double confidence = 0;
};

// True if the report's own words name the other's outlet or hold its address.
bool declares(const StoryEvidence& story, ReportIndex report,
              ReportIndex other) {
  const Declared& own = story.declared[report];
  return credits_outlet(own, story.declared[other]) ||
         cites_outlet(own, story.declared[other]) > 0 ||
         links_to(*story.witnesses[report].report,
                  *story.witnesses[other].report);
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

bool is_earlier_own(const Report& other, const Report& report) {
  return !report.outlet.empty() && report.outlet == other.outlet &&
         certainly_before(other.published, report.published);
}

// True if the other is the own text of a body that the report names.
bool is_issued(const StoryEvidence& story, ReportIndex report,
               ReportIndex other) {
  const Witness& issuer = story.witnesses[other];
  return is_issuer(issuer, story.declared[other]) &&
         !is_issuer(story.witnesses[report], story.declared[report]) &&
         !names_issuer(story.witnesses[report], story.declared[other]).empty();
}

// Why the partner, which is of the report's telling, is its parent.
std::optional<Ground> ground_for(const StoryEvidence& story, const Kin& kin,
                                 const Partner& partner,
                                 const ParentCase& found,
                                 const TreeParent& in_tree) {
  const Report& report = *story.witnesses[kin.report].report;
  const Report& other = *story.witnesses[partner.other].report;
  const Narration& narration = story.narrations[kin.report];
  const double rival = held_by_others(narration, kin, partner);
  const bool holds_most = found.held >= kHeldIfDeclared &&
                          found.held + kHeldTolerance >= rival &&
                          partner.alike >= kAlikeIfDeclared;
  if (holds_most && declares(story, kin.report, partner.other)) {
    return Ground::kDeclared;
  }
  if (holds_most && is_issued(story, kin.report, partner.other) &&
      share_of_narration(narration, partner.coverage) >= kShareOfIssuer) {
    return Ground::kIssuer;
  }
  const bool credited = credits_somebody(story.declared[kin.report]) ||
                        credits_somebody(story.declared[partner.other]);
  if (is_earlier_own(other, report) && partner.alike >= kAlikeIfOwn &&
      !different_agencies(story.declared[kin.report],
                          story.declared[partner.other])) {
    return Ground::kOwnEarlier;
  }
  const bool sure = certainly_before(other.published, report.published) &&
                    in_tree.parent == partner.other && in_tree.texts >= 3 &&
                    in_tree.confidence >= kSureIfInferred &&
                    partner.alike >= kAlikeIfInferred && !credited;
  return sure ? std::optional(Ground::kTree) : std::nullopt;
}

// The partner as a parent, if that is beyond reasonable doubt.
std::optional<ParentCase> parent_case(const StoryEvidence& story,
                                      const Kin& kin, const Partner& partner,
                                      const TreeParent& in_tree) {
  const Report& report = *story.witnesses[kin.report].report;
  const Report& other = *story.witnesses[partner.other].report;
  if (certainly_before(report.published, other.published)) return std::nullopt;
  if (declares(story, partner.other, kin.report)) return std::nullopt;
  ParentCase found{.partner = &partner, .confidence = partner.alike};
  if (!partner.same_telling) {
    found.ground = Ground::kDeclared;
    const bool follows = declares(story, kin.report, partner.other) &&
                         follows_elsewhere(story, kin, partner);
    return follows ? std::optional(found) : std::nullopt;
  }
  found.held = held_by(story.narrations[kin.report], kin, partner);
  const auto ground = ground_for(story, kin, partner, found, in_tree);
  if (!ground) return std::nullopt;
  found.ground = *ground;
  if (*ground == Ground::kTree) found.confidence = in_tree.confidence;
  return found;
}

// By the ground, then what holds most, then the surest.
bool better(const ParentCase& a, const ParentCase& b) {
  if (a.ground != b.ground) return a.ground < b.ground;
  if (a.held != b.held) return a.held > b.held;
  if (a.partner->alike != b.partner->alike) {
    return a.partner->alike > b.partner->alike;
  }
  return a.partner->other < b.partner->other;
}

std::optional<ParentCase> find_parent(const StoryEvidence& story,
                                      const Kin& kin,
                                      const TreeParent& in_tree) {
  std::optional<ParentCase> best;
  for (const Partner& partner : kin.partners) {
    if (partner.equal || story.rejects_edge(kin.report, partner.other)) {
      continue;
    }
    const auto found = parent_case(story, kin, partner, in_tree);
    if (found && (!best || better(*found, *best))) best = found;
  }
  return best;
}

// Bodies that the report names and whose own texts share its words.
void add_issuers(const StoryEvidence& story, const Kin& kin,
                 std::vector<Evidence>& evidence) {
  for (const Partner& partner : kin.partners) {
    if (!partner.same_telling || !is_issued(story, kin.report, partner.other)) {
      continue;
    }
    evidence.push_back({.kind = EvidenceKind::kIssuer,
                        .other = partner.other,
                        .text = names_issuer(story.witnesses[kin.report],
                                             story.declared[partner.other])});
  }
}

// What the tree of the telling says of the nearest text in hand.
void add_tree(const TreeParent& in_tree, std::vector<Evidence>& evidence) {
  if (!in_tree.parent || in_tree.texts < 3) return;
  const auto add = [&](EvidenceKind kind, double value) {
    evidence.push_back({.kind = kind, .other = in_tree.parent, .value = value});
  };
  add(EvidenceKind::kTreePosterior, in_tree.confidence);
  if (in_tree.inherited > 0) add(EvidenceKind::kInherited, in_tree.inherited);
  if (in_tree.direction.cut_from_end >= kNotableCut) {
    add(EvidenceKind::kCutFromEnd, in_tree.direction.cut_from_end);
  }
  if (in_tree.direction.indirect_in_b > 0) {
    add(EvidenceKind::kToldIndirectly, in_tree.direction.indirect_in_b);
  }
}

// What a report that mixes has from a second text, published before it.
void add_second(const StoryEvidence& story, const Kin& kin,
                const TreeParent& in_tree, std::vector<Evidence>& evidence) {
  if (!in_tree.parent || !in_tree.second) return;
  const auto partner_of = [&kin](ReportIndex report) {
    return std::find_if(
        kin.partners.begin(), kin.partners.end(),
        [report](const Partner& one) { return one.other == report; });
  };
  const auto first = partner_of(*in_tree.parent);
  const auto second = partner_of(*in_tree.second);
  const bool earlier =
      certainly_before(story.witnesses[*in_tree.second].report->published,
                       story.witnesses[kin.report].report->published);
  if (first == kin.partners.end() || second == kin.partners.end() || !earlier) {
    return;
  }
  const Narration& narration = story.narrations[kin.report];
  const double words =
      std::max<double>(1, static_cast<double>(narration.words.size()));
  evidence.push_back(
      {.kind = EvidenceKind::kSecondText,
       .other = in_tree.second,
       .value =
           count_only(narration, second->coverage, first->coverage) / words});
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
                                         const TellingGroups& tellings,
                                         const TreeParents& tree_parents) {
  const KinFinder finder(story, pairs, probabilities, tellings);
  std::vector<Derivation> derivations;
  derivations.reserve(story.witnesses.size());
  for (ReportIndex report = 0; report < story.witnesses.size(); ++report) {
    const Kin kin = finder.kin_of(report);
    Derivation derivation{.report = report};
    derivation.share = share_of_body(story.narrations[report], kin.by_telling);
    derivation.relation = relation_of(story, kin);
    const TreeParent& in_tree = tree_parents[report];
    const auto parent = find_parent(story, kin, in_tree);
    if (parent) {
      derivation.from = parent->partner->other;
      derivation.direction_established = true;
    }
    const bool shares =
        derivation.relation != DerivationRelation::kNoSharedText;
    derivation.declared = (parent && parent->ground == Ground::kDeclared) ||
                          (shares && credits_somebody(story.declared[report]));
    derivation.confidence =
        parent ? parent->confidence : confidence_of(kin, derivation);
    derivation.evidence = evidence_for(story, kin);
    if (parent && parent->ground == Ground::kOwnEarlier) {
      derivation.evidence.push_back(
          {.kind = EvidenceKind::kOwnEarlier, .other = derivation.from});
    }
    add_issuers(story, kin, derivation.evidence);
    add_tree(in_tree, derivation.evidence);
    add_second(story, kin, in_tree, derivation.evidence);
    derivations.push_back(std::move(derivation));
  }
  return derivations;
}

}  // namespace stemma::origin
