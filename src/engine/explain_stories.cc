// Why are two reports one story, or two? The run that grouped them is done once
// more, and what decided on the two is noted on the way: the later one joined
// the story of the earlier as it came, or their stories were put together when
// all was settled, or they were not.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/decided_grouper.h"
#include "engine/story_ids.h"
#include "read/identity.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

constexpr std::size_t kShared = 8;

// One of the two reports.
struct Asked {
  const Report* report = nullptr;
  ReportIndex index = 0;
  story::StoryIndex story = 0;  // that it joined as it came
  story::Outline outline;
};

Result<std::size_t> find_report(const Corpus& corpus, const std::string& id) {
  for (std::size_t i = 0; i < corpus.reports.size(); ++i) {
    if (corpus.reports[i].id == id) return i;
  }
  return fail({.code = ErrorCode::kInvalidArgument,
               .where = "--explain",
               .found = id,
               .expected = "the id of a report of the input",
               .advice = "stemma stories lists the ids"});
}

class Explaining {
 public:
  Explaining(const Corpus& corpus, const StoryOptions& options)
      : corpus_(corpus), options_(options), grouper_(options) {}

  StoryExplanation explain(std::size_t a, std::size_t b) {
    asked_[0].index = static_cast<ReportIndex>(a);
    asked_[1].index = static_cast<ReportIndex>(b);
    for (ReportIndex i = 0; i < corpus_.reports.size(); ++i) add(i);
    story::StoryGrouper& grouper = grouper_.grouper();
    const std::vector<story::StoryIndex> first_of = grouper_.settle();
    StoryExplanation made;
    for (std::size_t i = 0; i < 2; ++i) {
      made.reports[i] = asked_[i].report->id;
      made.stories[i] = founders_[first_of[asked_[i].story]];
    }
    decide(made);
    made.alone = grouper.weigh_alone(asked_[0].outline, asked_[0].story,
                                     asked_[1].outline, asked_[1].story);
    made.shared = shared_words();
    return made;
  }

 private:
  // The one of the two that stands at this place of the corpus.
  Asked* asked_at(ReportIndex index) {
    const auto at =
        std::find_if(asked_.begin(), asked_.end(),
                     [&](const Asked& one) { return one.index == index; });
    return at == asked_.end() ? nullptr : &*at;
  }

  void add(ReportIndex index) {
    const Report& report = corpus_.reports[index];
    story::Outline outline = outliner_.make(report);
    const story::StoryIndex story = grouper_.add(report.id, outline);
    if (story == founders_.size()) {
      founders_.push_back(
          engine::founding_id(report.id, read::content_hash(report)));
    }
    Asked* asked = asked_at(index);
    if (asked == nullptr) return;
    asked->report = &report;
    asked->story = story;
    asked->outline = std::move(outline);
    if (index != std::max(asked_[0].index, asked_[1].index)) return;
    later_joined_ = grouper_.grouper().joined();
    grouper_.grouper().watch(asked_[0].story, asked_[1].story);
  }

  // Only a decision of the user places a report.
  void decide(StoryExplanation& made) {
    const auto& decision = grouper_.grouper().decision();
    if (asked_[0].story == asked_[1].story) {
      made.ground =
          later_joined_ ? JoinGround::kLikeness : JoinGround::kDecision;
      made.decisive = later_joined_;
      if (made.decisive && asked_[0].index < asked_[1].index) {
        std::swap(made.decisive->reports[0], made.decisive->reports[1]);
      }
    } else if (decision) {
      made.ground = decision->ground;
      made.decisive = decision->compared;
    } else {
      // One story was closed before the other was there.
      made.ground = options_.window_days != 0 ? JoinGround::kWindow
                                              : JoinGround::kNotCompared;
    }
  }

  std::vector<SharedWord> shared_words() {
    const auto terms = grouper_.grouper().shared(asked_[0].outline,
                                                 asked_[1].outline, kShared);
    std::vector<story::Term> wanted;
    wanted.reserve(terms.size());
    for (const story::SharedTerm& each : terms) wanted.push_back(each.term);
    std::vector<std::string> words =
        outliner_.words_of(*asked_[0].report, wanted);
    std::vector<SharedWord> made;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      made.push_back({std::move(words[i]), terms[i].share});
    }
    return made;
  }

  const Corpus& corpus_;
  const StoryOptions& options_;
  story::Outliner outliner_;
  engine::DecidedGrouper grouper_;
  std::vector<std::string> founders_;  // ids of stories
  std::array<Asked, 2> asked_;
  std::optional<JoinComparison> later_joined_;
};

}  // namespace

Result<StoryExplanation> explain_stories(
    const Corpus& corpus, const StoryOptions& options,
    const std::array<std::string, 2>& reports) {
  const auto a = find_report(corpus, reports[0]);
  if (!a) return fail(a.error());
  const auto b = find_report(corpus, reports[1]);
  if (!b) return fail(b.error());
  const bool given =
      std::any_of(corpus.reports.begin(), corpus.reports.end(),
                  [](const Report& report) { return !report.story.empty(); });
  if (given || *a == *b) {
    return fail({.code = ErrorCode::kInvalidArgument,
                 .where = "--explain",
                 .found = given ? "stories given in the input" : "one report",
                 .expected = "two reports whose stories are found",
                 .advice = {}});
  }
  return Explaining(corpus, options).explain(*a, *b);
}

}  // namespace stemma
