#include <functional>
#include <utility>

#include "base/mapped_file.h"
#include "base/parallel.h"
#include "engine/witnesses.h"
#include "reuse/added.h"
#include "reuse/index_format.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

// The reports that the result speaks of, in its order.
Corpus corpus_of(reuse::AddedReports& added, Corpus& read) {
  Corpus corpus;
  corpus.reports = std::move(added.known);
  for (const ReportIndex report : added.added) {
    corpus.reports.push_back(std::move(read.reports[report]));
  }
  corpus.unreadable = std::move(read.unreadable);
  return corpus;
}

}  // namespace

Result<IndexedReuse> find_reuse_with_index(Corpus corpus,
                                           const std::string& index,
                                           const ReuseOptions& options,
                                           unsigned threads) {
  std::string_view bytes;
  auto file = MappedFile::map(index);
  if (file) {
    bytes = file->bytes();
  } else if (file.error().code != ErrorCode::kNotFound) {
    return fail(file.error());
  }
  const auto located = [&](Error error) {
    error.where = index;
    return fail(std::move(error));
  };
  const auto view = reuse::IndexView::read(bytes);
  if (!view) return located(view.error());
  std::vector<Witness> witnesses;
  witnesses.reserve(corpus.reports.size());
  for (const Report& report : corpus.reports) {
    witnesses.push_back({&report, nullptr, nullptr});
  }
  auto added = reuse::add_reports(
      witnesses, *view, options,
      [&](std::size_t count, const std::function<void(std::size_t)>& body) {
        parallel_for(count, threads, body);
      });
  if (!added) return located(added.error());
  IndexedReuse out;
  out.corpus = corpus_of(*added, corpus);
  out.found = std::move(added->found);
  out.index_bytes = bytes.size();
  out.addition = std::move(added->bytes);
  return out;
}

Status add_to_index(const std::string& index, const IndexedReuse& reuse) {
  if (reuse.addition.empty()) return {};
  return append_to_file(index, reuse.index_bytes, reuse.addition);
}

}  // namespace stemma
