#include "cli/verbs.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

bool is_wanted(const Request& request, const Quotation& quotation) {
  if (request.form && *request.form != quotation.form) return false;
  return request.speaker.empty() || names_speaker(quotation, request.speaker);
}

// Writes quotations one by one in the format of the request.
class QuotationOutput {
 public:
  QuotationOutput(const Request& request, Output& output)
      : request_(request),
        format_(format_of(request)),
        style_(text_style(request)),
        output_(output),
        objects_(format_, output) {
    if (format_ == Format::kCsv) output_.write(show::quotation_columns());
  }

  // The quotations of one story.
  void add_families(const show::ReportSet& reports,
                    std::vector<std::vector<Quotation>> quotations) {
    if (format_ != Format::kText) {
      add(reports, quotations);
      return;
    }
    for (std::vector<Quotation>& of_report : quotations) {
      std::erase_if(of_report, [&](const Quotation& quotation) {
        return !is_wanted(request_, quotation);
      });
    }
    output_.write(show::families_text(reports, quotations, style_));
  }

  void add(const show::ReportSet& reports,
           const std::vector<std::vector<Quotation>>& quotations) {
    for (ReportIndex i = 0; i < quotations.size(); ++i) {
      for (const Quotation& quotation : quotations[i]) {
        if (is_wanted(request_, quotation)) add_one(reports, i, quotation);
      }
      if (output_.failed()) return;
    }
  }

  void finish() { objects_.finish(); }

 private:
  void add_one(const show::ReportSet& reports, ReportIndex report,
               const Quotation& quotation) {
    std::string out;
    switch (format_) {
      case Format::kText:
        output_.write(show::quotation_text(reports, report, quotation, style_));
        return;
      case Format::kCsv:
        show::append_quotation_record(reports, report, quotation, out);
        output_.write(out);
        return;
      default:
        show::append_quotation(reports, report, quotation, out);
        objects_.add(out);
    }
  }

  const Request& request_;
  Format format_;
  show::TextStyle style_;
  Output& output_;
  ObjectOutput objects_;
};

}  // namespace

void write_quotes(const Request& request, const Corpus& corpus,
                  Output& output) {
  QuotationOutput quotations(request, output);
  if (request.families == Families::kMade) {
    for_each_study(request, corpus, output, [&](const StoryStudy& study) {
      quotations.add_families(show::ReportSet(corpus, study.story.reports),
                              study.quotations);
    });
  } else {
    const std::vector<ReportIndex> all = show::all_reports(corpus);
    quotations.add(
        show::ReportSet(corpus, all),
        find_quotations(corpus, all, request.quotations, request.threads));
  }
  quotations.finish();
}

}  // namespace stemma::cli
