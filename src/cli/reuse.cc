#include "cli/verbs.h"
#include "show/clusters.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

void write_objects(const show::ReportSet& reports, const ReuseResult& found,
                   Format format, Output& output) {
  ObjectOutput objects(format, output);
  std::string out;
  const auto flush = [&] {
    objects.add(out);
    out.clear();
  };
  for (const auto& group : found.equal) {
    show::append_same(reports, group, out);
    flush();
  }
  for (const Passage& passage : found.passages) {
    show::append_passage(reports, passage, out);
    flush();
    if (output.failed()) return;
  }
  for (ReportIndex i = 0; i < found.boilerplate.size(); ++i) {
    if (found.boilerplate[i].empty()) continue;
    show::append_boilerplate(reports, i, found.boilerplate[i], out);
    flush();
  }
  for (ReportIndex i = 0; i < found.partners_cut.size(); ++i) {
    if (found.partners_cut[i] == 0) continue;
    show::append_partners_cut(reports, i, found.partners_cut[i], out);
    flush();
  }
  objects.finish();
}

void write_csv(const show::ReportSet& reports, const ReuseResult& found,
               Output& output) {
  std::string out = show::passage_columns();
  for (const auto& group : found.equal) {
    show::append_same_records(reports, group, out);
  }
  for (const Passage& passage : found.passages) {
    show::append_passage_record(reports, passage, out);
    output.write(out);
    out.clear();
    if (output.failed()) return;
  }
  output.write(out);
}

void write_text(const show::ReportSet& reports, const ReuseResult& found,
                const show::TextStyle& style, Output& output) {
  for (const auto& group : found.equal) {
    output.write(show::same_text(reports, group, style));
  }
  for (const Passage& passage : found.passages) {
    output.write(show::passage_text(reports, passage, style));
    if (output.failed()) return;
  }
}

void write_clusters(const show::ReportSet& reports,
                    const std::vector<Cluster>& clusters,
                    const Request& request, Output& output) {
  const Format format = format_of(request);
  const show::TextStyle style = text_style(request);
  ObjectOutput objects(format, output);
  if (format == Format::kCsv) output.write(show::cluster_columns());
  std::string out;
  for (std::size_t i = 0; i < clusters.size() && !output.failed(); ++i) {
    const show::NumberedCluster cluster{clusters[i], i + 1};
    if (format == Format::kText) {
      output.write(show::cluster_text(reports, cluster, style));
      continue;
    }
    for (std::size_t m = 0; m < clusters[i].members.size(); ++m) {
      out.clear();
      if (format == Format::kCsv) {
        show::append_member_record(reports, cluster, m, out);
        output.write(out);
      } else {
        show::append_member(reports, cluster, m, out);
        objects.add(out);
      }
    }
  }
  objects.finish();
}

}  // namespace

void write_found(const Request& request, const Corpus& corpus,
                 const ReuseResult& found, Output& output) {
  const std::vector<ReportIndex> all = show::all_reports(corpus);
  const show::ReportSet reports(corpus, all);
  if (request.clusters == Clusters::kMade) {
    const std::vector<Cluster> clusters =
        cluster_passages(corpus, all, found, request.reuse);
    write_clusters(reports, clusters, request, output);
    return;
  }
  const Format format = format_of(request);
  if (format == Format::kText) {
    write_text(reports, found, text_style(request), output);
  } else if (format == Format::kCsv) {
    write_csv(reports, found, output);
  } else {
    write_objects(reports, found, format, output);
  }
}

void write_reuse(const Request& request, const Corpus& corpus, Output& output) {
  const std::vector<ReportIndex> all = show::all_reports(corpus);
  write_found(request, corpus,
              find_reuse(corpus, all, request.reuse, request.threads), output);
}

}  // namespace stemma::cli
