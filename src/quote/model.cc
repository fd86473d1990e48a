#include "quote/model.h"

#include <algorithm>
#include <span>

#include "base/embedded.h"

namespace stemma {
std::span<const EmbeddedFile> quote_weights();
}  // namespace stemma

namespace stemma::quote {
namespace {

// What the begin of a cue gets on top of its weights: with it as many cues are
// found as there are (precision and recall are equal on PolNeAR dev).
constexpr int kCueBonus = 350;
constexpr int kForbidden = -1000000;
// What a word alone must give the begin of a cue, or no cue begins with it.
constexpr int kLeastCueWord = -300;
constexpr std::size_t kMaxCueItems = 5;
constexpr std::size_t kMaxSpans = 12;
constexpr std::uint32_t kMaxRemainder = 5;  // tokens

std::string_view weights_file(std::string_view name) {
  for (const EmbeddedFile& file : quote_weights()) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

// Which items are worth a look: a word that may begin a cue, and what follows
// it closely. Most words of a text are neither.
std::vector<bool> near_cues(const std::vector<Item>& items,
                            const Model& model) {
  std::vector<bool> near(items.size(), false);
  Features found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].utterance) continue;
    bool may_begin = items[i].cue_word;
    if (!may_begin) {
      cue_word_features(items[i], found);
      const auto scores = score_item<kCueLabels, int>(found, model.cues);
      may_begin = scores.own[kCueBegin] - scores.own[kNoCue] >= kLeastCueWord;
    }
    if (!may_begin) continue;
    const std::size_t last = std::min(i + kMaxCueItems, items.size());
    for (std::size_t k = i; k < last; ++k) near[k] = true;
  }
  return near;
}

std::vector<ItemRange> label_cues(const std::vector<Item>& items,
                                  const Model& model) {
  const std::vector<bool> near = near_cues(items, model);
  if (std::find(near.begin(), near.end(), true) == near.end()) return {};
  const auto labels = best_labels<kCueLabels, int>(
      items.size(), model.cues,
      [&](std::uint32_t i, Features& out) {
        if (near[i]) return cue_features(items, i, out);
        out.label.clear();
        out.step.clear();
      },
      [&](std::uint32_t i, std::size_t label) {
        if (label == kNoCue) return 0;
        if (items[i].utterance || !near[i]) return kForbidden;
        return label == kCueBegin ? kCueBonus : 0;
      });
  std::vector<ItemRange> cues;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kCueBegin) cues.push_back({i, i + 1});
    if (labels[i] == kCueInside && !cues.empty()) cues.back().last = i + 1;
  }
  return cues;
}

Range tokens_of(const std::vector<Item>& items, ItemRange range) {
  return {items[range.first].tokens.first, items[range.last - 1].tokens.last};
}

bool is_speech(const Reading& reading, Range cue) {
  for (std::uint32_t i = cue.first; i < cue.last; ++i) {
    const CueForm* form = reading.words->cue_at(reading.tokens(), i, cue.last);
    if (form != nullptr && form->speech) return true;
  }
  return false;
}

// "..., she said on Norvian radio": what follows the cue of an utterance and
// no clause, is no content of its own.
void drop_remainders(const Reading& reading, Draft& draft) {
  const bool quotes =
      std::any_of(draft.content.begin(), draft.content.end(),
                  [&](Range range) { return reading.spoken(range.last - 1); });
  if (!quotes) return;
  std::erase_if(draft.content, [&](Range range) {
    if (range.first != draft.cue.last || range.size() > kMaxRemainder) {
      return false;
    }
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (reading.spoken(i) || reading.is(i, kComplementizer)) return false;
    }
    return true;
  });
}

Draft label_roles(const Reading& reading, const std::vector<Item>& items,
                  ItemRange cue, const Model& model) {
  const RoleFeatures features(items, cue);
  const auto labels = best_labels<kRoles, int>(
      items.size(), model.roles,
      [&](std::uint32_t i, Features& out) { features.of(i, out); },
      [&](std::uint32_t i, std::size_t label) {
        const bool inside = i >= cue.first && i < cue.last;
        return inside && label != kOutside ? kForbidden : 0;
      });
  Draft draft;
  draft.cue = tokens_of(items, cue);
  draft.speech = is_speech(reading, draft.cue);
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    const Range& here = items[i].tokens;
    if (labels[i] == kContentBegin && draft.content.size() < kMaxSpans) {
      draft.content.push_back(here);
    } else if (labels[i] == kContentInside && !draft.content.empty()) {
      draft.content.back().last = here.last;
    } else if (labels[i] == kSourceBegin && draft.source.empty()) {
      draft.source = here;
    } else if (labels[i] == kSourceInside && draft.source.last == here.first) {
      draft.source.last = here.last;
    }
  }
  drop_remainders(reading, draft);
  return draft;
}

}  // namespace

const Model* model_of(std::string_view language) {
  static const Model english{WeightTable<kCueLabels>(weights_file("cues_en")),
                             WeightTable<kRoles>(weights_file("roles_en"))};
  return language == "en" ? &english : nullptr;
}

std::vector<Draft> label_frame(const Reading& reading, Range frame,
                               const Model& model) {
  const std::vector<Item> items = make_items(reading, frame);
  std::vector<Draft> drafts;
  for (const ItemRange cue : label_cues(items, model)) {
    Draft draft = label_roles(reading, items, cue, model);
    if (draft.content.empty()) {
      if (reading.clue(frame.last - 1).mark != Mark::kColon) continue;
      if (draft.cue.last + 12 < frame.last) continue;
      draft.content.push_back({frame.last, frame.last});
    }
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace stemma::quote
