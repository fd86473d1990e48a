#include "show/origin_words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "show/words.h"

namespace stemma::show {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

std::string quoted(std::string_view text) {
  return fmt::format("\u201C{}\u201D", text);
}

std::string other_name(const ReportSet& reports, const Evidence& evidence) {
  return evidence.other ? std::string(reports.name(*evidence.other))
                        : std::string("other reports");
}

std::string number_words(double value, std::string_view singular) {
  return counted(static_cast<std::size_t>(std::lround(std::max(value, 0.0))),
                 singular);
}

// Evidence of what a text was made from.
std::string lineage_line(const Evidence& evidence, const std::string& other) {
  switch (evidence.kind) {
    case EvidenceKind::kInherited:
      return fmt::format("{} shared with {} and what derives from it only",
                         number_words(evidence.value, "passage"), other);
    case EvidenceKind::kCutFromEnd:
      return fmt::format("the last {} of {} is not in it",
                         percent(evidence.value), other);
    case EvidenceKind::kToldIndirectly:
      return fmt::format("tells {} of words without marks that {} has in marks",
                         number_words(evidence.value, "run"), other);
    case EvidenceKind::kTreePosterior:
      return fmt::format(
          "{} is the nearest text in hand; as its origin: {} sure", other,
          sureness(evidence.value));
    case EvidenceKind::kOwnEarlier:
      return fmt::format("{} is an earlier report of the same outlet", other);
    case EvidenceKind::kIssuer:
      return fmt::format("it names {}, whose own text {} is",
                         quoted(evidence.text), other);
    case EvidenceKind::kSameGroup:
      return fmt::format("its outlet and that of {} are of one group: {}",
                         other, quoted(evidence.text));
    case EvidenceKind::kTake:
      return fmt::format("{} is another version of the item: {}", other,
                         quoted(evidence.text));
    case EvidenceKind::kWithdrawn:
      return fmt::format("{} corrects or withdraws the text: {}", other,
                         quoted(evidence.text));
    case EvidenceKind::kSecondText:
      return fmt::format(
          "{} of its words stand in {} and not in the first text",
          percent(evidence.value), other);
    case EvidenceKind::kLink:
      return fmt::format("it links to {}", other);
    default:
      return {};
  }
}

std::string evidence_line(const ReportSet& reports, const Evidence& evidence) {
  const std::string other = other_name(reports, evidence);
  switch (evidence.kind) {
    case EvidenceKind::kSharedWords:
      return fmt::format("{} of its words stand in {}", percent(evidence.value),
                         other);
    case EvidenceKind::kSharedOrder:
      return fmt::format("{} told in the same order as in {}",
                         number_words(evidence.value, "statement"), other);
    case EvidenceKind::kDeclaredCredit:
      return "its own credit: " + quoted(evidence.text);
    case EvidenceKind::kNamesOutlet:
      return "it names another report: " + quoted(evidence.text);
    case EvidenceKind::kEarlier:
      return fmt::format(
          "{} was published {} earlier", other,
          duration_words(static_cast<std::int64_t>(evidence.value)));
    case EvidenceKind::kTripletTest:
      if (evidence.value <= 0) {
        return fmt::format("all that it shares with others stands in {} too",
                           other);
      }
      return fmt::format("{} shared with other reports, not with {}",
                         number_words(evidence.value, "passage"), other);
    case EvidenceKind::kOwnWords:
      return fmt::format("{} of its words stand in no other report",
                         percent(evidence.value));
    case EvidenceKind::kSameStatement:
      return evidence.other ? fmt::format("rests on {}, as {} does",
                                          quoted(evidence.text), other)
                            : fmt::format("rests on {}, as do other reports",
                                          quoted(evidence.text));
    default:
      return lineage_line(evidence, other);
  }
}

}  // namespace

std::string at_most(const CountRange& count, std::string_view singular) {
  return "at most " + counted(count.high, singular);
}

std::string range_words(const CountRange& count) {
  if (count.low == count.high) return {};
  return fmt::format("likely {}, the texts allow {} to {}", count.likely,
                     count.low, count.high);
}

std::string range_short(const CountRange& count) {
  return count.low == count.high ? fmt::format("{}", count.high)
                                 : fmt::format("{}-{}", count.low, count.high);
}

std::string duration_words(std::int64_t seconds) {
  const auto amount = [](std::int64_t value, std::string_view unit) {
    return counted(static_cast<std::size_t>(value), unit);
  };
  if (seconds < 60) return amount(std::max<std::int64_t>(seconds, 0), "second");
  if (seconds < 3600) return amount(seconds / 60, "minute");
  if (seconds < 86400) return amount(seconds / 3600, "hour");
  // "day" would become "daies" by the rule of counted().
  return seconds < 2 * 86400 ? "1 day"
                             : fmt::format("{} days", seconds / 86400);
}

std::string percent(double share) {
  return fmt::format("{} %", std::lround(share * 100));
}

std::string sureness(double confidence) {
  return std::lround(confidence * 100) >= 100 ? "over 99 %"
                                              : percent(confidence);
}

std::string telling_name(const ReportSet& reports, const Telling& telling) {
  if (!telling.names.empty()) return joined(telling.names);
  if (telling.head) return std::string(reports.name(*telling.head));
  return "unseen text";
}

std::string source_name(const Source& source) {
  return source.names.empty() ? "not named" : joined(source.names);
}

std::string derivation_words(const ReportSet& reports,
                             const Derivation& derivation) {
  if (derivation.relation == DerivationRelation::kNoSharedText &&
      !derivation.from) {
    return std::string(word(derivation.relation)) +
           (derivation.declared ? ", its own credit names where it is from"
                                : "");
  }
  std::string out(word(derivation.relation));
  if (derivation.from) {
    out += fmt::format(" of {}", reports.name(*derivation.from));
  }
  out += fmt::format(": {} of its words stand in reports of its telling",
                     percent(derivation.share));
  if (!derivation.direction_established) out += ", direction not established";
  if (derivation.declared) out += ", declared by its own credit";
  return out;
}

std::vector<std::string> evidence_words(const ReportSet& reports,
                                        const Derivation& derivation) {
  std::vector<std::string> lines;
  lines.reserve(derivation.evidence.size());
  for (const Evidence& evidence : derivation.evidence) {
    lines.push_back(evidence_line(reports, evidence));
  }
  return lines;
}

}  // namespace stemma::show
