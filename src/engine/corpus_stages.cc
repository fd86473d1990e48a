#include "base/parallel.h"
#include "engine/witnesses.h"
#include "quote/quotations.h"
#include "reuse/clusters.h"
#include "reuse/reuse.h"
#include "stemma/engine.h"
#include "text/fold.h"
#include "text/names.h"

namespace stemma {

std::vector<Witness> engine::witnesses_of(
    const Corpus& corpus, std::span<const ReportIndex> reports) {
  std::vector<Witness> witnesses;
  witnesses.reserve(reports.size());
  for (const ReportIndex index : reports) {
    witnesses.push_back(
        {&corpus.reports[index],
         corpus.analyses.empty() ? nullptr : &corpus.analyses[index], nullptr});
  }
  return witnesses;
}

namespace {

reuse::Loop loop_on(unsigned threads) {
  return [=](std::size_t count, const std::function<void(std::size_t)>& body) {
    parallel_for(count, threads, body);
  };
}

}  // namespace

ReuseResult find_reuse(const Corpus& corpus,
                       std::span<const ReportIndex> reports,
                       const ReuseOptions& options, unsigned threads) {
  return reuse::find_reuse(engine::witnesses_of(corpus, reports), options,
                           loop_on(threads));
}

ReuseResult find_reuse(const Corpus& corpus,
                       std::span<const ReportIndex> reports,
                       const ReuseOptions& options, unsigned threads,
                       const PassageUse& use) {
  return reuse::find_reuse(engine::witnesses_of(corpus, reports), options, use,
                           loop_on(threads));
}

std::vector<Cluster> cluster_passages(const Corpus& corpus,
                                      std::span<const ReportIndex> reports,
                                      const ReuseResult& found,
                                      const ReuseOptions& options) {
  return reuse::cluster_passages(engine::witnesses_of(corpus, reports), found,
                                 options);
}

std::vector<std::vector<Quotation>> find_quotations(
    const Corpus& corpus, std::span<const ReportIndex> reports,
    const QuotationOptions& options, unsigned threads) {
  const std::vector<Witness> witnesses = engine::witnesses_of(corpus, reports);
  std::vector<std::vector<Quotation>> found(witnesses.size());
  parallel_for(witnesses.size(), thread_count(threads), [&](std::size_t i) {
    found[i] = quote::find_quotations(witnesses[i], options);
  });
  return found;
}

bool names_speaker(const Quotation& quotation, std::string_view name) {
  constexpr double kSameBearer = 0.4;
  const std::string wanted = text::fold(name);
  const auto is_meant = [&](const std::string& speaker) {
    return !speaker.empty() &&
           (text::fold(speaker).find(wanted) != std::string::npos ||
            text::name_similarity(speaker, name) >= kSameBearer);
  };
  return is_meant(quotation.speaker) || is_meant(quotation.on_behalf_of);
}

}  // namespace stemma
