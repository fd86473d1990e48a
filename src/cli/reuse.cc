#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include "cli/verbs.h"
#include "show/clusters.h"
#include "show/tables.h"
#include "show/texts.h"

namespace stemma::cli {
namespace {

// Writes what was found in one of the formats. What stands before the passages
// and after them is written as soon as it is known.
class FoundWriter {
 public:
  FoundWriter(const show::ReportSet& reports, const Request& request,
              Output& output)
      : reports_(reports),
        format_(format_of(request)),
        style_(text_style(request)),
        output_(output),
        objects_(format_, output) {}

  // By any thread.
  std::string show(std::span<const Passage> passages) const {
    std::string shown;
    std::string object;
    for (const Passage& passage : passages) {
      if (format_ == Format::kText) {
        shown += show::passage_text(reports_, passage, style_);
      } else if (format_ == Format::kCsv) {
        show::append_passage_record(reports_, passage, shown);
      } else {
        object.clear();
        show::append_passage(reports_, passage, object);
        objects_.append(object, shown);
      }
    }
    return shown;
  }

  void begin(const ReuseResult& found) {
    std::string out;
    if (format_ == Format::kCsv) out = show::passage_columns();
    for (const auto& group : found.equal) {
      if (format_ == Format::kText) {
        out += show::same_text(reports_, group, style_);
      } else if (format_ == Format::kCsv) {
        show::append_same_records(reports_, group, out);
      } else {
        show::append_same(reports_, group, out);
        objects_.add(out);
        out.clear();
      }
    }
    output_.write(out);
  }

  void add(std::string_view shown) {
    if (format_ == Format::kText || format_ == Format::kCsv) {
      output_.write(shown);
    } else {
      objects_.add_appended(shown);
    }
  }

  void end(const ReuseResult& found) {
    if (format_ == Format::kText || format_ == Format::kCsv) return;
    std::string out;
    const auto flush = [&] {
      objects_.add(out);
      out.clear();
    };
    for (ReportIndex i = 0; i < found.boilerplate.size(); ++i) {
      if (found.boilerplate[i].empty()) continue;
      show::append_boilerplate(reports_, i, found.boilerplate[i], out);
      flush();
    }
    for (ReportIndex i = 0; i < found.partners_cut.size(); ++i) {
      if (found.partners_cut[i] == 0) continue;
      show::append_partners_cut(reports_, i, found.partners_cut[i], out);
      flush();
    }
    objects_.finish();
  }

 private:
  const show::ReportSet& reports_;
  Format format_;
  show::TextStyle style_;
  Output& output_;
  ObjectOutput objects_;
};

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
  constexpr std::size_t kAtOnce = 1024;
  FoundWriter writer(reports, request, output);
  writer.begin(found);
  const std::span<const Passage> passages = found.passages;
  for (std::size_t i = 0; i < passages.size() && !output.failed();
       i += kAtOnce) {
    writer.add(writer.show(
        passages.subspan(i, std::min(kAtOnce, passages.size() - i))));
  }
  writer.end(found);
}

void write_reuse(const Request& request, const Corpus& corpus, Output& output) {
  const std::vector<ReportIndex> all = show::all_reports(corpus);
  if (request.clusters == Clusters::kMade) {
    write_found(request, corpus,
                find_reuse(corpus, all, request.reuse, request.threads),
                output);
    return;
  }
  const show::ReportSet reports(corpus, all);
  FoundWriter writer(reports, request, output);
  bool begun = false;
  const PassageUse use{
      [&](std::span<const Passage> passages) { return writer.show(passages); },
      [&](const ReuseResult& found, const std::string& shown) {
        if (!begun) writer.begin(found);
        begun = true;
        writer.add(shown);
        return !output.failed();
      }};
  const ReuseResult found =
      find_reuse(corpus, all, request.reuse, request.threads, use);
  if (!begun) writer.begin(found);
  writer.end(found);
}

}  // namespace stemma::cli
