#include "origin/evidence.h"

#include <algorithm>

#include "origin/coverage.h"
#include "origin/links.h"

namespace stemma::origin {
namespace {

constexpr std::size_t kMaxPartners = 3;  // shown for one report
constexpr std::size_t kMaxSpans = 24;    // of one piece of evidence
constexpr std::uint32_t kMinOrder = 3;   // sentences in one order
constexpr std::uint32_t kStretch = 4;    // words in a row

void add_shared(const StoryEvidence& story, const Kin& kin,
                const Partner& partner, std::vector<Evidence>& evidence) {
  const Narration& narration = story.narrations[kin.report];
  const double share = share_of_body(narration, partner.coverage);
  if (share == 0) return;
  evidence.push_back(
      {.kind = EvidenceKind::kSharedWords,
       .other = partner.other,
       .value = share,
       .spans = covered_spans(*story.witnesses[kin.report].analysis, narration,
                              partner.coverage, kMaxSpans)});
  if (partner.in_order >= kMinOrder) {
    evidence.push_back({.kind = EvidenceKind::kSharedOrder,
                        .other = partner.other,
                        .value = static_cast<double>(partner.in_order)});
  }
}

void add_credits(const Report& report, std::vector<Evidence>& evidence) {
  for (const Credit& credit : report.credits) {
    Evidence one{.kind = EvidenceKind::kDeclaredCredit, .text = credit.name};
    if (!credit.span.empty()) one.spans.push_back(credit.span);
    evidence.push_back(std::move(one));
  }
}

void add_citations(const StoryEvidence& story, ReportIndex report,
                   std::vector<Evidence>& evidence) {
  for (const Citation& citation : story.declared[report].citations) {
    Evidence one{.kind = EvidenceKind::kNamesOutlet,
                 .value = static_cast<double>(citation.times),
                 .text = citation.name,
                 .spans = citation.spans};
    for (ReportIndex i = 0; i < story.declared.size() && !one.other; ++i) {
      if (i != report && is_cited(citation, story.declared[i])) one.other = i;
    }
    evidence.push_back(std::move(one));
  }
}

// Other takes of the item, notices that it is wrong, and outlets of one group.
void add_relations(const StoryEvidence& story, const Kin& kin,
                   std::vector<Evidence>& evidence) {
  const Report& report = *story.witnesses[kin.report].report;
  for (const Partner& partner : kin.partners) {
    const Report& other = *story.witnesses[partner.other].report;
    const auto& mark = story.marks[partner.other];
    if (partner.same_telling && mark) {
      const bool notice = mark->kind != MarkKind::kTake;
      evidence.push_back(
          {.kind = notice ? EvidenceKind::kWithdrawn : EvidenceKind::kTake,
           .other = partner.other,
           .text = mark->text});
    }
    const bool grouped = !report.group.empty() && report.group == other.group &&
                         report.outlet != other.outlet;
    if (grouped && (partner.same_telling || partner.alike >= 0.5)) {
      evidence.push_back({.kind = EvidenceKind::kSameGroup,
                          .other = partner.other,
                          .text = report.group});
    }
    if (links_to(report, other)) {
      evidence.push_back({.kind = EvidenceKind::kLink,
                          .other = partner.other,
                          .text = other.url});
    }
  }
}

void add_time_and_triplet(const StoryEvidence& story, const Kin& kin,
                          const Partner& partner,
                          std::vector<Evidence>& evidence) {
  const PublicationTime& own = story.witnesses[kin.report].report->published;
  const PublicationTime& other =
      story.witnesses[partner.other].report->published;
  if (certainly_before(other, own)) {
    evidence.push_back({.kind = EvidenceKind::kEarlier,
                        .other = partner.other,
                        .value = static_cast<double>(own.seconds) -
                                 static_cast<double>(other.seconds)});
  }
  if (kin.in_telling < 2) return;
  evidence.push_back({.kind = EvidenceKind::kTripletTest,
                      .other = partner.other,
                      .value = static_cast<double>(count_stretches(
                          story.narrations[kin.report], kin.by_telling,
                          partner.coverage, kStretch))});
}

}  // namespace

std::vector<Evidence> evidence_for(const StoryEvidence& story, const Kin& kin) {
  std::vector<Evidence> evidence;
  const std::size_t shown = std::min(kMaxPartners, kin.partners.size());
  for (std::size_t i = 0; i < shown; ++i) {
    add_shared(story, kin, kin.partners[i], evidence);
  }
  add_credits(*story.witnesses[kin.report].report, evidence);
  add_citations(story, kin.report, evidence);
  for (std::size_t i = 0; i < shown; ++i) {
    if (!kin.partners[i].same_telling) continue;
    add_time_and_triplet(story, kin, kin.partners[i], evidence);
  }
  add_relations(story, kin, evidence);
  const Narration& narration = story.narrations[kin.report];
  const Coverage anywhere = unite(kin.by_telling, kin.by_others);
  if (!narration.body.empty()) {
    evidence.push_back({.kind = EvidenceKind::kOwnWords,
                        .value = 1 - share_of_body(narration, anywhere)});
  }
  return evidence;
}

}  // namespace stemma::origin
