// Report: one document of one outlet, as read. The text is kept as it came
// (but for repaired bytes) and every position elsewhere refers to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stemma/types/span.h"

namespace stemma {

enum class TimePrecision : std::uint8_t { kNone, kDay, kMinute, kSecond };

// Where a time of publication was found.
enum class TimeOrigin : std::uint8_t { kNone, kField, kHeader, kText };

// A time of publication. Without a zone in the input it is taken as UTC.
struct PublicationTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z; start of a day
  TimePrecision precision = TimePrecision::kNone;  // kNone: undated
  TimeOrigin origin = TimeOrigin::kNone;

  bool known() const { return precision != TimePrecision::kNone; }
  friend bool operator==(const PublicationTime&,
                         const PublicationTime&) = default;
};

// True only if every moment that `a` can mean lies before every moment that
// `b` can mean: never for two equal days, never where one is undated.
bool certainly_before(const PublicationTime& a, const PublicationTime& b);

// What a stretch of text is that belongs to the report but states nothing of
// the story (Genette's word for it): never part of a statement, still found
// by search and shown on the page.
enum class ParatextKind : std::uint8_t {
  kHeader,    // "date 2023-11-07", "Title: ..."
  kDateline,  // "ROME, Nov 6 (Agency) -", "OUTLET - "
  kByline,    // "By A. Writer"
  kCredit,    // "Source: ...", an agency's name alone, "(Reporting by ...)"
  kAddress,   // a web address alone on a line
  kCaption,   // "Image caption ...", photo credits
};

struct Paratext {
  ParatextKind kind = ParatextKind::kHeader;
  Span span;
  friend bool operator==(const Paratext&, const Paratext&) = default;
};

enum class CreditKind : std::uint8_t {
  kField,         // the input record's `credit`
  kByline,        // "By Staff and Agency"
  kDateline,      // "CITY (AGENCY) -"
  kClosing,       // an agency's or outlet's name alone at the end
  kSourceLine,    // "Source: ..."
  kContribution,  // "X contributed to this report", "(Reporting by ...)"
  kAddress,       // a bare web address
};

// What the report itself declares of where its text comes from. Declared is
// kept apart from inferred everywhere.
struct Credit {
  std::string name;  // as written, trimmed: "AP", "english.khamenei"
  CreditKind kind = CreditKind::kField;
  Span span;  // of the name in the text; empty where it came from a field
  friend bool operator==(const Credit&, const Credit&) = default;
};

// Something odd about a text that was read all the same.
struct Remark {
  std::uint64_t offset = 0;  // byte in the input record or file
  std::string text;          // "invalid UTF-8 replaced"
  friend bool operator==(const Remark&, const Remark&) = default;
};

struct Report {
  std::string id;
  std::string outlet;  // empty where the input does not state it
  std::string group;   // owner of several outlets; empty if not given
  std::string url;
  std::string title;     // a field, not part of `text`
  std::string text;      // valid UTF-8, at most 4 GiB - 1
  std::string language;  // ISO 639-1 ("en"), empty if unknown
  std::string byline;
  std::string story;  // grouping given in the input; empty if none
  PublicationTime published;
  std::vector<Credit> credits;     // in the order of the text
  std::vector<Paratext> paratext;  // sorted, disjoint
  std::vector<Remark> remarks;
  std::string extra;  // unknown fields, as the text of one JSON object or ""
};

// Position of a report in the sequence that a function was given.
using ReportIndex = std::uint32_t;

}  // namespace stemma
