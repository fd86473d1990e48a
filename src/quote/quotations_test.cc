#include "quote/quotations.h"

#include <string>

#include <gtest/gtest.h>

#include "support/cases.h"
#include "text/analyze.h"

namespace stemma::quote {
namespace {

struct Read {
  Report report;
  Analysis analysis;
};

Read read(std::string text, std::string language) {
  Read result;
  result.report.text = std::move(text);
  result.report.language = std::move(language);
  result.analysis = text::analyze(result.report);
  return result;
}

std::vector<Quotation> quotations_of(const Read& one,
                                     Attributions attributions) {
  return find_quotations({&one.report, &one.analysis, nullptr},
                         {.attributions = attributions});
}

std::string join(const Report& report, const std::vector<Span>& spans) {
  std::string all;
  for (const Span span : spans) {
    if (!all.empty()) all += " ";
    all += slice(report.text, span);
  }
  return all;
}

std::string line_of(const Report& report, const Quotation& quotation) {
  static constexpr const char* kForms[] = {"direct", "indirect", "mixed"};
  std::string line = kForms[static_cast<int>(quotation.form)];
  line += ' ';
  for (const Span span : quotation.content) {
    line += "[" + std::string(slice(report.text, span)) + "]";
  }
  line += " cue{" + join(report, quotation.cue) + "} source{" +
          join(report, quotation.source) + "} speaker{" + quotation.speaker +
          "}";
  if (!quotation.on_behalf_of.empty()) {
    line += " for{" + quotation.on_behalf_of + "}";
  }
  return line + "\n";
}

TEST(FindQuotations, FollowsTheCases) {
  testing::check_cases("quotations.case", [](const testing::Case& one) {
    const Read text = read(one.input, one.setting("language"));
    std::string lines;
    for (const Quotation& quotation :
         quotations_of(text, Attributions::kSpeech)) {
      lines += line_of(text.report, quotation);
    }
    return lines;
  });
}

TEST(FindQuotations, LeavesBeliefsOutOfSpeech) {
  const Read text = read("Ana Ruiz believes that the bridge is safe.", "en");
  EXPECT_TRUE(quotations_of(text, Attributions::kSpeech).empty());
  EXPECT_EQ(quotations_of(text, Attributions::kAll).size(), 1U);
}

TEST(FindQuotations, FindsNothingInNothing) {
  EXPECT_TRUE(quotations_of(read("", "en"), Attributions::kAll).empty());
  EXPECT_TRUE(quotations_of(read("\"", "en"), Attributions::kAll).empty());
  EXPECT_TRUE(
      quotations_of(read("\u201D\n\n\u201C", ""), Attributions::kAll).empty());
}

}  // namespace
}  // namespace stemma::quote
