// Quotation: an utterance reported as somebody's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stemma/types/span.h"

namespace stemma {

enum class QuotationForm : std::uint8_t {
  kDirect,    // all of the content stands between marks
  kIndirect,  // none of it
  kMixed,
};

// What told who speaks.
enum class SpeakerBasis : std::uint8_t {
  kNone,         // nothing: unknown
  kName,         // a name in the source mention
  kPronoun,      // "he"
  kDescription,  // "the minister", "the agency", "the statement"
  kContext,      // no source of its own: who speaks before or beside it
  kReports,      // other reports of the story, see speaker_reports
};

// A wording against the fullest wording of its utterance in the family.
enum class WordingChange : std::uint8_t {
  kNone,        // no other wording is known, or families were not made
  kFullest,     // the one that the others are held against
  kSame,        // but for marks, case and brackets
  kTrimmed,     // a part of it
  kMerged,      // it, or a part of it, within other words of the speaker
  kReworded,    // words changed
  kIndirect,    // told in indirect speech
  kTranslation  // words differ, and it may have been said in another language
};

// A member of a family against what the family says of the speaker.
enum class AttributionChange : std::uint8_t {
  kNone,
  kOtherSpeaker,  // ascribed to somebody else
  kDropped,       // the words stand without any source
};

// One attribution: content, the cue that reports it, who it is ascribed to.
struct Quotation {
  QuotationForm form = QuotationForm::kDirect;
  std::vector<Span> content;  // at most 12, in order, without quotation marks
  std::vector<Span> cue;      // "said", "according to"; may be empty
  std::vector<Span> source;   // at most 4: "the minister, Ana Ruiz"
  // Full name as found in the reports, several joined by ", " and "and"; who
  // bears no name as the report calls them ("spokesman for X"); "" unknown.
  std::string speaker;
  std::string on_behalf_of;  // "a spokesman for X": X; else ""
  SpeakerBasis speaker_basis = SpeakerBasis::kNone;
  // The other reports of the story that name the speaker, where they told who
  // it is or the full name; positions among the witnesses, ascending.
  std::vector<std::uint32_t> speaker_reports;
  // True: no attribution of the report itself; found by what another report of
  // the story quotes.
  bool retold = false;
  bool speech = true;  // false: belief, plan, vote (only with kAll)
  double confidence = 1;
  // The family (wordings of one utterance across reports) it belongs to;
  // non-empty once families have been made.
  std::string family;
  WordingChange wording = WordingChange::kNone;
  AttributionChange attribution = AttributionChange::kNone;
};

}  // namespace stemma
