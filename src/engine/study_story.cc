// One story through all stages, each on what the stages before it found:
// quotations of every report, their families over all reports, the passages
// that the reports share, the statements, the tellings and sources; last the
// support of every statement, which needs the tellings.
#include <algorithm>

#include "base/parallel.h"
#include "collate/collate.h"
#include "engine/story_quotations.h"
#include "engine/user_files.h"
#include "engine/witnesses.h"
#include "origin/origins.h"
#include "reuse/reuse.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

// Of a larger story each report's best partners are looked at, not all pairs.
constexpr std::size_t kMostAllPairs = 128;

// In how many of `groups` the reports of a row stand: at most as many as
// there are reports, since one that mixes texts carries the statement once.
template <typename Group>
std::uint32_t groups_met(const std::vector<Group>& groups,
                         const MatrixRow& row) {
  const auto met =
      std::count_if(groups.begin(), groups.end(), [&](const Group& group) {
        return std::any_of(
            row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
              return std::find(group.reports.begin(), group.reports.end(),
                               cell.report) != group.reports.end();
            });
      });
  const auto reports = static_cast<std::uint32_t>(row.cells.size());
  return std::min(static_cast<std::uint32_t>(met), reports);
}

void fill_support(const Origins& origins, Matrix& matrix) {
  for (MatrixRow& row : matrix.rows) {
    row.support.tellings = groups_met(origins.tellings, row);
    row.support.sources = groups_met(origins.sources, row);
  }
}

}  // namespace

StoryStudy study_story(const Corpus& corpus, const Story& story) {
  StoryStudy study;
  study.story = story;
  study.title = story_title(corpus, story);
  std::vector<Witness> witnesses = engine::witnesses_of(corpus, story.reports);
  study.quotations = engine::quotations_with_families(witnesses);
  const engine::QuotationLists marked =
      engine::marked_quotations(study.quotations);
  engine::show_quotations(marked, witnesses);
  ReuseOptions pairs;
  if (witnesses.size() <= kMostAllPairs) pairs.max_partners = 0;
  study.reuse = reuse::find_reuse(witnesses, pairs);
  study.matrix = collate::collate(witnesses);
  study.origins =
      origin::trace_origins(witnesses, study.reuse, study.matrix,
                            engine::rejections_for(corpus, study.story));
  fill_support(study.origins, study.matrix);
  return study;
}

std::vector<StoryStudy> study_stories(const Corpus& corpus,
                                      std::span<const Story> stories,
                                      unsigned threads) {
  std::vector<StoryStudy> studies(stories.size());
  parallel_for(stories.size(), thread_count(threads), [&](std::size_t i) {
    studies[i] = study_story(corpus, stories[i]);
  });
  return studies;
}

}  // namespace stemma
