#include "quote/model.h"

#include <algorithm>
#include <array>

#include "base/embedded.h"
#include "quote/judge.h"

namespace stemma {
std::span<const EmbeddedFile> quote_weights();
}  // namespace stemma

namespace stemma::quote {
namespace {

// What the begin of a cue gets on top of its weights, by CueFinder::Care: many
// candidates are proposed, the judge chooses. Where an utterance is left
// without a cue more are. A begin within a cue gets nothing: it would part what
// is one cue.
constexpr std::array<std::int16_t, 4> kBonus = {50, 75, 75, 120};
// What the first features must give the begin of a cue, with the bonus, or
// none begins with the item. On held out articles no cue is lost by it.
constexpr std::array<std::int16_t, 4> kLeastFirstScore = {0, 0, 25, 0};
// How likely a cue must be that is strange (see below), where the judge is to
// choose: it takes next to none of the others, and texts of unknown words are
// full of them.
constexpr float kLeastStrangeMargin = -1;
constexpr std::uint32_t kMostCueItems = 6;
constexpr std::uint32_t kBeforeCueWord = 2;  // items of a cue
constexpr std::uint32_t kAfterCueWord = 4;

// Whether annotated texts have no word of `cue`, or hardly ever in a cue.
bool is_strange(const Items& items, ItemRange cue) {
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    const std::uint8_t use = items[i].cue_use;
    if (use != kUnseenWord && use > 0) return false;
  }
  return true;
}

std::string_view weights_file(std::string_view name) {
  for (const EmbeddedFile& file : quote_weights()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace

const Model* model_of(std::string_view language) {
  static const Model english{
      WordTable(weights_file("words_en")),
      WeightTable(weights_file("cues_en"), CueChain::kLabels),
      WeightTable(weights_file("roles_en"), RoleChain::kLabels),
      WeightTable(weights_file("judge_en"), kVerdicts)};
  return language == "en" ? &english : nullptr;
}

std::vector<ItemRange> cue_stretches(const Items& items) {
  std::vector<ItemRange> stretches;
  std::uint32_t free = 0;  // items before it are passed
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].utterance) {
      free = i + 1;
      continue;
    }
    if (!items[i].may_be_cue) continue;
    const std::uint32_t first = std::max(free, i - std::min(i, kBeforeCueWord));
    std::uint32_t last = i + 1;
    while (last < items.size() && last <= i + kAfterCueWord &&
           !items[last].utterance) {
      ++last;
    }
    if (!stretches.empty() && stretches.back().last >= first) {
      stretches.back().last = std::max(stretches.back().last, last);
    } else {
      stretches.push_back({first, last});
    }
  }
  return stretches;
}

std::vector<Candidate> CueFinder::find(Items& items, Care care) {
  std::vector<Candidate> found;
  for (const ItemRange stretch : cue_stretches(items)) {
    find_in(items, stretch, care, found);
  }
  if (care == Care::kUsual) {
    std::erase_if(found, [&](const Candidate& cue) {
      return cue.margin < kLeastStrangeMargin && is_strange(items, cue.items);
    });
  }
  for (const Candidate& cue : found) {
    items[cue.items.first].cue = cue.margin > 0;
  }
  return found;
}

void CueFinder::find_in(const Items& items, ItemRange stretch, Care care,
                        std::vector<Candidate>& found) {
  const std::int16_t bonus = kBonus[static_cast<std::size_t>(care)];
  const std::int16_t least = kLeastFirstScore[static_cast<std::size_t>(care)];
  scores_.assign(stretch.size(), {});
  ItemRange run;  // near words that may begin a cue
  for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
    Scores& here = scores_[i - stretch.first];
    WeightSum sum(cues_);
    first_cue_features(items, i, sum);
    here = sum.scores();
    here[CueChain::kBegin] =
        static_cast<std::int16_t>(here[CueChain::kBegin] + bonus);
    if (i >= run.last && !run.empty()) {
      find_in_run(items, stretch, run, bonus, found);
      run = {};
    }
    if (here[CueChain::kBegin] < least) continue;
    if (run.empty()) run.first = i;
    run.last = std::min(i + kMostCueItems, stretch.last);
  }
  if (!run.empty()) find_in_run(items, stretch, run, bonus, found);
}

void CueFinder::find_in_run(const Items& items, ItemRange stretch,
                            ItemRange run, std::int16_t bonus,
                            std::vector<Candidate>& found) {
  const std::span<Scores> scores =
      std::span(scores_).subspan(run.first - stretch.first, run.size());
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    Scores& here = scores[i - run.first];
    WeightSum sum(cues_, here);
    cue_features(items, i, sum);
    here = sum.scores();
    here[ProposalChain::kNext] =
        static_cast<std::int16_t>(here[CueChain::kBegin] - bonus);
  }
  const Path& path = paths_.find(scores, {}, [](int) { return true; });
  bool open = false;
  for (std::uint32_t i = 0; i < path.labels.size(); ++i) {
    const std::uint8_t label = path.labels[i];
    const std::uint32_t at = run.first + i;
    std::int32_t score = scores[i][label];
    if (label == CueChain::kBegin || label == ProposalChain::kNext) {
      found.push_back({{at, at}, 0});
      if (label == CueChain::kBegin) score -= bonus;
      open = true;
    }
    if (label == CueChain::kOutside || !open) continue;
    found.back().margin += static_cast<float>(score) * kWeightUnit;
    if (label == CueChain::kEnd) {
      open = false;
    } else {
      found.back().items.last = at + 1;
    }
  }
}

void RoleScorer::begin(const Items& items) {
  scores_.resize(items.size());
  for (auto& places : places_) places.assign(items.size(), {});
}

const Scores& RoleScorer::place(const Items& items, std::uint32_t at,
                                Side side) {
  Place& place = places_[static_cast<std::size_t>(side)][at];
  if (!place.known) {
    WeightSum sum(roles_);
    place_features(items, at, side, sum);
    place.scores = sum.scores();
    place.known = true;
  }
  return place.scores;
}

template <RolePart kPart>
const Scores& RoleScorer::shared(std::uint32_t at, std::uint32_t key,
                                 Last& last) const {
  if (key != last.key) {
    WeightSum sum(roles_);
    features_.of<kPart>(at, sum);
    last = {key, sum.scores()};
  }
  return last.scores;
}

std::span<const Scores> RoleScorer::score(const Items& items, ItemRange cue) {
  features_.begin(items, cue);
  Last distance;
  Last between;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (i >= cue.first && i < cue.last) continue;
    WeightSum sum(roles_, place(items, i, features_.side(i)));
    sum.add(
        shared<RolePart::kDistance>(i, features_.distance_key(i), distance));
    sum.add(shared<RolePart::kBetween>(i, features_.between_key(i), between));
    features_.of<RolePart::kItem>(i, sum);
    scores_[i] = sum.scores();
  }
  return scores_;
}

}  // namespace stemma::quote
