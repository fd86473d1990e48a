// Matrix: statements x reports, the apparatus of a story.
//
// Report indices are positions in the story's witnesses, spans are bytes of
// that report's text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stemma/types/report.h"
#include "stemma/types/span.h"

namespace stemma {

enum class Relation : std::uint8_t { kSame, kReworded, kPartial, kDiffers };

// Whose words.
enum class Voice : std::uint8_t { kOutlet, kQuoted, kIndirect, kHeading };

enum class Fact : std::uint8_t {
  kNumber,
  kDate,
  kName,
  kPlace,
  kPerson,
  kDeed,
  kCause,
};

enum class DifferenceKind : std::uint8_t {
  kConflict,  // same moment and scope
  kLaterFigure,
  kCorrection,
  kOtherScope,
  kUnclear,
  // In readings that stay same, reworded or partial:
  kRounding,
  kTranslation,
  kHedge,
  kAttributionDropped,
  kAgentDropped,  // one tells who did it, the other does not
  kUpdate,        // planned in one, done in a report that is surely later
};

struct DifferenceValue {
  ReportIndex report = 0;
  Span span;
  std::string value;  // as written
};

struct Difference {
  DifferenceKind kind = DifferenceKind::kUnclear;
  Fact fact = Fact::kNumber;
  std::vector<DifferenceValue> values;  // two or more
};

// One report's wording of a row.
struct Cell {
  ReportIndex report = 0;
  std::vector<Span> spans;  // in order; clauses of three words or more
  Relation relation = Relation::kSame;  // to the base reading
  Voice voice = Voice::kOutlet;
  std::string attributed_to;  // name as written, "" if not attributed
};

enum class UnknownWhy : std::uint8_t {
  kHeadCut,
  kTailCut,
  kInsideCut,
  kPaywall,
  kUndated,
  kEarlier,  // shown to be earlier than what is stated
};

struct UnknownReading {
  ReportIndex report = 0;
  UnknownWhy why = UnknownWhy::kUndated;
  // The words that show it: of a cut some of `report`, of kEarlier the day that
  // a report of the row names. Empty where nothing dates the report.
  ReportIndex evidence_in = 0;
  Span evidence;
};

// How widely a row is carried. Tellings and sources are filled in once they
// are known; 0 before.
struct Support {
  std::uint32_t reports = 0;
  std::uint32_t tellings = 0;
  std::uint32_t sources = 0;
  std::vector<std::string> attributed_to;  // distinct, most cells first
  std::uint32_t unnamed = 0;         // cells attributed to nobody with a name
  std::uint32_t not_attributed = 0;  // cells without attribution
};

struct MatrixRow {
  ReportIndex base = 0;     // whose reading the cells are compared to
  std::vector<Cell> cells;  // one a report at most, by report
  std::vector<ReportIndex> not_in_text;
  std::vector<UnknownReading> unknown;
  std::vector<Difference> differences;
  Support support;
};

// Two stretches that state the same, or would but for a fact.
struct Link {
  ReportIndex a = 0;
  Span span_a;
  ReportIndex b = 0;
  Span span_b;
  Relation relation = Relation::kSame;
  double probability = 0;  // that they belong in one row
};

// An expression used for a person, body, place or thing.
struct Label {
  std::uint32_t thing = 0;  // labels of one thing share a number
  std::string text;         // as written, scare quotes kept
  Voice voice = Voice::kOutlet;
  ReportIndex report = 0;
  std::vector<Span> spans;
};

struct Matrix {
  std::vector<MatrixRow> rows;  // in the order of the fullest report
  std::vector<Link> links;      // by a, b, span_a, span_b
  std::vector<Label> labels;    // by thing, most reports first
};

}  // namespace stemma
