#include "show/show_fixture.h"

namespace stemma::show {
namespace {

Analysis sentences_of(const Report& report) {
  Analysis analysis;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < report.text.size(); ++i) {
    if (report.text[i] != '.') continue;
    analysis.sentences.push_back({.span = {begin, i + 1}});
    begin = i + 2;
  }
  return analysis;
}

Matrix matrix_of(const std::string& a, const std::string& b) {
  Matrix matrix;
  MatrixRow row;
  row.cells.push_back({.report = 0, .spans = {span_of(a, "Caf\u00E9 burned")}});
  row.cells.push_back({.report = 1,
                       .spans = {span_of(b, "A caf\u00E9 burned")},
                       .relation = Relation::kDiffers,
                       .voice = Voice::kIndirect,
                       .attributed_to = "Ina Holt"});
  row.differences.push_back(
      {.kind = DifferenceKind::kConflict,
       .values = {{0, span_of(a, "9"), "9"}, {1, span_of(b, "12"), "12"}}});
  row.support = {.reports = 2,
                 .tellings = 2,
                 .sources = 1,
                 .attributed_to = {"Ina Holt"},
                 .not_attributed = 1};
  matrix.rows.push_back(row);
  MatrixRow single;
  single.cells.push_back(
      {.report = 0, .spans = {span_of(a, "Nobody was hurt")}});
  single.unknown.push_back({1, UnknownWhy::kTailCut, 1, span_of(b, "NPA")});
  single.support = {
      .reports = 1, .tellings = 1, .sources = 1, .not_attributed = 1};
  matrix.rows.push_back(single);
  matrix.links.push_back({0, span_of(a, "Caf\u00E9 burned"), 1,
                          span_of(b, "A caf\u00E9 burned"), Relation::kDiffers,
                          0.875});
  matrix.labels.push_back({.thing = 1,
                           .text = "Caf\u00E9",
                           .report = 0,
                           .spans = {span_of(a, "Caf\u00E9")}});
  return matrix;
}

Origins origins_of(const std::string& b) {
  Origins origins;
  origins.telling_count = {2, 1, 2};
  origins.source_count = {1, 1, 1};
  origins.not_compared.push_back({1, "cut"});
  origins.tellings = {{"t1", 0, {}, {0}}, {"t2", std::nullopt, {"NPA"}, {1}}};
  origins.sources = {{"s1", SourceKind::kStatement, {}, {0, 1}}};
  origins.derivations.push_back({.report = 0});
  origins.derivations.push_back(
      {.report = 1,
       .share = 0.5,
       .relation = DerivationRelation::kRewrite,
       .declared = true,
       .confidence = 0.75,
       .evidence = {{.kind = EvidenceKind::kDeclaredCredit,
                     .text = "NPA",
                     .spans = {span_of(b, "NPA")}}}});
  return origins;
}

}  // namespace

Fixture::Fixture() {
  const std::string a = "Caf\u00E9 burned, 9 fled. Nobody was hurt.";
  const std::string b = "A caf\u00E9 burned, 12 fled, said Ina Holt. NPA";
  corpus.reports = {report_of("a", "Lantern", a), report_of("b", "", b)};
  corpus.reports[0].title = "Caf\u00E9 fire";
  corpus.reports[0].published = {1930378200, TimePrecision::kMinute,
                                 TimeOrigin::kField};
  for (const Report& report : corpus.reports) {
    corpus.analyses.push_back(sentences_of(report));
  }
  study.story = {"00000000000000ff", {0, 1}};
  study.title = "Caf\u00E9 fire";
  study.quotations = {
      {},
      {{.form = QuotationForm::kIndirect,
        .content = {span_of(b, "A caf\u00E9 burned"), span_of(b, "12 fled")},
        .cue = {span_of(b, "said")},
        .source = {span_of(b, "Ina Holt")},
        .speaker = "Ina Holt",
        .speaker_basis = SpeakerBasis::kName,
        .speaker_reports = {0},
        .confidence = 0.875,
        .family = "q1",
        .wording = WordingChange::kIndirect}}};
  study.matrix = matrix_of(a, b);
  study.origins = origins_of(b);
}

StorySummary Fixture::summary() const {
  StorySummary story;
  story.id = study.story.id;
  story.title = study.title;
  for (const ReportIndex report : study.story.reports) {
    story.reports.push_back(corpus.reports[report].id);
  }
  story.first = story.last = corpus.reports[0].published;
  story.outlets = 1;
  story.tellings = study.origins.telling_count;
  story.sources = study.origins.source_count;
  return story;
}

}  // namespace stemma::show
