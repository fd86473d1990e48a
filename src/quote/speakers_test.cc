#include "quote/speakers.h"

#include <string>

#include <gtest/gtest.h>

#include "quote/quotations.h"
#include "support/cases.h"
#include "text/analyze.h"

namespace stemma::quote {
namespace {

std::string line_of(const Quotation& quotation) {
  static constexpr const char* kBases[] = {"none",        "name",    "pronoun",
                                           "description", "context", "reports"};
  std::string line = quotation.speaker + " | " +
                     kBases[static_cast<int>(quotation.speaker_basis)] + " |";
  if (!quotation.on_behalf_of.empty()) line += " " + quotation.on_behalf_of;
  return line + "\n";
}

TEST(SpeakerFinder, FollowsTheCases) {
  testing::check_cases("speakers.case", [](const testing::Case& one) {
    Report report;
    report.text = one.input;
    report.language = one.setting("language");
    const Analysis analysis = text::analyze(report);
    std::string lines;
    for (const Quotation& quotation :
         find_quotations({&report, &analysis, nullptr}, {})) {
      lines += line_of(quotation);
    }
    return lines;
  });
}

}  // namespace
}  // namespace stemma::quote
