#include <fmt/format.h>

#include "show/origin_words.h"
#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

std::string names_of(const ReportSet& reports,
                     std::span<const ReportIndex> members) {
  std::string out;
  for (const ReportIndex member : members) {
    if (!out.empty()) out += ", ";
    out += reports.name(member);
  }
  return out;
}

std::string derivation_text(const ReportSet& reports,
                            const Derivation& derivation,
                            const TextStyle& style) {
  std::string out =
      wrapped(fmt::format("{}: {}", reports.name(derivation.report),
                          derivation_words(reports, derivation)),
              2, style.width);
  for (const std::string& line : evidence_words(reports, derivation)) {
    out += dim(wrapped(line, 6, style.width), style);
  }
  return out;
}

}  // namespace

std::string explanation_text(const ReportSet& reports, const StoryStudy& study,
                             ReportIndex report, const TextStyle& style) {
  constexpr std::size_t kShown = 3;  // stretches of one piece of evidence
  std::string out = story_heading(study, style);
  const Derivation& derivation = study.origins.derivations[report];
  out += derivation_text(reports, derivation, style);
  for (const Evidence& evidence : derivation.evidence) {
    if (evidence.kind != EvidenceKind::kSharedWords || !evidence.other) {
      continue;
    }
    out += wrapped(fmt::format("as in {}:", reports.name(*evidence.other)), 2,
                   style.width);
    const std::size_t shown = std::min(kShown, evidence.spans.size());
    for (std::size_t i = 0; i < shown; ++i) {
      out += wrapped(
          "\u201C" + reports.text(report, {&evidence.spans[i], 1}) + "\u201D",
          6, style.width);
    }
  }
  return out + '\n';
}

std::string origins_text(const ReportSet& reports, const StoryStudy& study,
                         const TextStyle& style) {
  const Origins& origins = study.origins;
  std::string out = story_heading(study, style);
  out += bold("tellings", style) + '\n';
  for (const Telling& telling : origins.tellings) {
    out += wrapped(
        fmt::format("{} {}: {}", telling.id, telling_name(reports, telling),
                    names_of(reports, telling.reports)),
        2, style.width);
  }
  out += bold("sources", style) + '\n';
  for (const Source& source : origins.sources) {
    out += wrapped(
        fmt::format("{} {}, {}: {}", source.id, word(source.kind),
                    source_name(source), names_of(reports, source.reports)),
        2, style.width);
  }
  out += bold("reports", style) + '\n';
  for (const Derivation& derivation : origins.derivations) {
    out += derivation_text(reports, derivation, style);
  }
  for (const NotCompared& one : origins.not_compared) {
    out += wrapped(
        fmt::format("{}: not compared ({})", reports.name(one.report), one.why),
        2, style.width);
  }
  return out + '\n';
}

}  // namespace stemma::show
