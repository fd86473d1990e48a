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
  kInherited,       // value: passages shared with `other` and its copies only
  kCutFromEnd,  // value: share of `other` that is cut off behind what it has
  kToldIndirectly,  // value: runs of 4 words that `other` quotes, this tells
  kTreePosterior,   // value: 0..1 that `other` is the text it was made from
  kOwnEarlier,      // `other` is an earlier report of the same outlet
  kIssuer,          // `other` is the own text of a body: text names it
  kSameGroup,       // `other` is of an outlet of one group: text names it
  kTake,            // `other` is another take of one item: text is its mark
  kWithdrawn,       // `other` corrects or withdraws the text: text is its mark
  kSecondText,      // value: share of its words from `other`, a further text
  kLink,            // its text holds the address of `other`: text is it
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

// A text of the stemma.
struct StemmaNode {
  std::optional<ReportIndex> report;  // empty: a text that is not in hand
  std::string telling;                // id
  std::vector<std::string> names;     // of an unseen text: its credits
};

struct StemmaEdge {
  std::uint32_t from = 0;  // indices into Stemma::nodes
  std::uint32_t to = 0;
  double share = 0;       // 0..1 of the words of `to` that `from` has
  double confidence = 0;  // 0..1
  bool declared = false;  // by a credit of `to`; else inferred
  bool second = false;    // from a further parent of a report that mixes
};

// What derives from what. Between two reports there is an edge only where a
// derivation names the parent; a report whose parent is not in hand, or not
// established, hangs on an unseen text. No cycles.
struct Stemma {
  std::vector<StemmaNode> nodes;  // the reports by index, then unseen texts
  std::vector<StemmaEdge> edges;  // by `to`, then `from`
};

// What a user has rejected; report indices are positions in the story.
struct RejectedPair {
  ReportIndex a = 0;
  ReportIndex b = 0;
  friend bool operator==(const RejectedPair&, const RejectedPair&) = default;
};
struct Rejections {
  std::vector<RejectedPair> merges;  // a and b are not one telling; a < b
  std::vector<RejectedPair> edges;   // a does not derive from b
};

struct Origins {
  CountRange telling_count;
  CountRange source_count;
  std::vector<NotCompared> not_compared;
  std::vector<Telling> tellings;        // every report is in one at least
  std::vector<Source> sources;          // every report is in one at least
  std::vector<Derivation> derivations;  // one a report, by report
  Stemma stemma;
  Rejections rejected;  // those of the user that were heeded
};

}  // namespace stemma
