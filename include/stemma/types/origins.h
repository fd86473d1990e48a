// Origins: how many tellings and sources a story's reports are, and what
// derives from what. Texts show dependence, never the lack of it: counts are
// "at most".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

// A count with the range that the evidence leaves. low <= likely <= high.
struct CountRange {
  std::uint32_t likely = 0;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  friend bool operator==(const CountRange&, const CountRange&) = default;
};

struct NotCompared {
  ReportIndex report = 0;
  std::string why;  // "other language", "cut", "undated"
};

enum class SourceKind : std::uint8_t {
  kUnknown,
  kOutlet,
  kStatement,
  kRelease,
  kDocument,
  kPost,
};

// One text as narrated and the reports that print, cut, rework or closely
// paraphrase it.
struct Telling {
  std::string id;                   // "t1", "t2", ... in canonical order
  std::optional<ReportIndex> head;  // empty: an unseen text
  std::vector<std::string> names;   // credits of the reports that declare it
  std::vector<ReportIndex> reports;
};

// What the main news of these reports rests on.
struct Source {
  std::string id;  // "s1", ...
  SourceKind kind = SourceKind::kUnknown;
  std::vector<std::string> names;
  std::vector<ReportIndex> reports;
};

enum class DerivationRelation : std::uint8_t {
  kReprint,
  kRewrite,
  kMix,
  kNoSharedText,
};

enum class EvidenceKind : std::uint8_t {
  kSharedWords,     // value: share of the report's words; spans of it
  kSharedOrder,     // value: statements told in the same order
  kDeclaredCredit,  // text: the credit as written
  kNamesOutlet,     // text: "X reported", with its span
  kEarlier,         // value: seconds by which the other was published before
  kTripletTest,     // value: stretches shared with a third report only
  kOwnWords,        // value: share of words found in no other report
  kSameStatement,   // rests on the same speaker or document: text names it
};

struct Evidence {
  EvidenceKind kind = EvidenceKind::kSharedWords;
  std::optional<ReportIndex> other;  // the report it is shared with
  double value = 0;                  // see EvidenceKind
  std::string text;                  // verbatim from the report, or ""
  std::vector<Span> spans;           // in the report that derives
};

// How one report stands to the texts of the story.
struct Derivation {
  ReportIndex report = 0;
  std::optional<ReportIndex> from;  // named only beyond reasonable doubt
  double share = 0;  // 0..1 of its words found in reports of its telling
  DerivationRelation relation = DerivationRelation::kNoSharedText;
  bool direction_established = false;
  bool declared = false;  // the report's own credit says so
  double confidence = 0;  // 0..1 of what is stated here
  std::vector<Evidence> evidence;
};

struct Origins {
  CountRange telling_count;
  CountRange source_count;
  std::vector<NotCompared> not_compared;
  std::vector<Telling> tellings;        // every report is in one at least
  std::vector<Source> sources;          // every report is in one at least
  std::vector<Derivation> derivations;  // one a report, by report
};

}  // namespace stemma
