// Several persons as one speaker: "Ana Ruiz and Leo Park", and "the senators"
// after "three senators, Ana Ruiz, Leo Park and Tom Lee".
#include <algorithm>

#include "quote/speakers.h"

namespace stemma::quote {
namespace {

constexpr std::uint32_t kMaxJoint = 6;     // speakers of one source
constexpr std::uint32_t kMaxJointGap = 9;  // tokens from one to the next
constexpr int kMaxGroups = 8;              // looked back at

std::string list_of(const std::vector<std::string>& names) {
  std::string list = names.front();
  for (std::size_t i = 1; i + 1 < names.size(); ++i) list += ", " + names[i];
  return list + " and " + names.back();
}

}  // namespace

// "Ana Ruiz and Leo Park", "Ruiz, Park and Lee": all of them.
Speaker SpeakerFinder::joined(Range source, std::uint32_t first) {
  Speaker speaker = remember(first, source.first, SpeakerBasis::kName);
  const auto& mentions = people_.mentions();
  std::size_t k = people_.first_from(source.first);
  while (k < mentions.size() && mentions[k].tokens.last <= source.last &&
         mentions[k].entity != people_.bearer(first)) {
    ++k;
  }
  if (joint_names(k, source.last).size() < 2) return speaker;
  const std::vector<std::string> names =
      joint_names(list_begin(k), source.last);
  speaker.name = list_of(names);
  last_entity_ = kNobody;  // "he" is none of them
  return speaker;
}

// The first name of the list that a mention is in, if the list opens its
// sentence; a source can lack its begin. Else the mention.
std::size_t SpeakerFinder::list_begin(std::size_t mention) const {
  const auto& mentions = people_.mentions();
  std::size_t first = mention;
  while (first > 0 && mention - first < kMaxJoint &&
         entity(mentions[first - 1].entity).kind == NameKind::kPerson &&
         joins(mentions[first - 1].tokens.last, mentions[first].tokens.first)) {
    --first;
  }
  const std::uint32_t begin = mentions[first].tokens.first;
  return sentence_of(begin).first == begin ? first : mention;
}

// The names that are joined to a mention, its own first, before token `end`.
std::vector<std::string> SpeakerFinder::joint_names(std::size_t mention,
                                                    std::uint32_t end) const {
  const auto& mentions = people_.mentions();
  if (mention >= mentions.size()) return {};
  std::vector<std::string> names = {entity(mentions[mention].entity).full_name};
  std::size_t last = mention;
  for (std::size_t next = mention + 1;
       next < mentions.size() && mentions[next].tokens.last <= end &&
       names.size() < kMaxJoint;
       ++next) {
    const Mention& other = mentions[next];
    if (entity(other.entity).kind != NameKind::kPerson) continue;
    if (!joins(mentions[last].tokens.last, other.tokens.first)) break;
    const std::string& name = entity(other.entity).full_name;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
    last = next;
  }
  return names;
}

void SpeakerFinder::find_groups() {
  const auto& mentions = people_.mentions();
  for (std::size_t k = 0; k < mentions.size(); ++k) {
    const bool named = !mentions[k].described &&
                       entity(mentions[k].entity).kind == NameKind::kPerson;
    if (named) add_group(k);
  }
}

// "three senators - Ana Ruiz, Leo Park and Tom Lee -", "senators Ana Ruiz and
// Leo Park"
void SpeakerFinder::add_group(std::size_t mention) {
  std::uint32_t noun = people_.mentions()[mention].tokens.first;
  const std::uint32_t place = noun;
  const auto is_link = [&](std::uint32_t token) {
    const Mark mark = reading_.clue(token).mark;
    return mark == Mark::kDash || mark == Mark::kComma || mark == Mark::kColon;
  };
  for (int n = 0; n < 2 && noun > 0 && is_link(noun - 1); ++n) --noun;
  if (noun == 0) return;
  const Token& word = reading_.tokens()[--noun];
  const bool plain =
      word.kind == TokenKind::kWord && !word.function_word &&
      (!word.capitalised || people_.words().nouns_have_capitals());
  if (!plain) return;
  const auto names = joint_names(mention, sentence_of(place).last);
  if (names.size() > 1) groups_.push_back({word.fold, place, list_of(names)});
}

// "the senators": those whom the noun described last.
Speaker SpeakerFinder::of_group(Range source) {
  const std::uint32_t noun = head_noun(source);
  if (noun == kNobody) return {};
  const std::uint64_t fold = reading_.tokens()[noun].fold;
  auto group = std::lower_bound(
      groups_.begin(), groups_.end(), source.first,
      [](const Group& one, std::uint32_t at) { return one.place < at; });
  for (int n = 0; n < kMaxGroups && group != groups_.begin(); ++n) {
    --group;
    if (group->noun != fold) continue;
    last_entity_ = kNobody;
    return {group->names, "", SpeakerBasis::kDescription};
  }
  return {};
}

// Nothing but brackets, titles, commas and "and" from one name to the next,
// and one of the two last.
bool SpeakerFinder::joins(std::uint32_t from, std::uint32_t to) const {
  if (to <= from || to - from > kMaxJointGap) return false;
  bool linked = false;
  bool bracket = false;
  for (std::uint32_t i = from; i < to; ++i) {
    const Mark mark = reading_.clue(i).mark;
    if (mark == Mark::kBracket) bracket = !bracket;
    if (bracket || mark == Mark::kBracket) continue;
    if (mark == Mark::kComma ||
        people_.words().is(reading_.tokens()[i].fold, kJoinWord)) {
      linked = true;
      continue;
    }
    if (mark != Mark::kNone || !linked) return false;
    const bool title =
        reading_.tokens()[i].capitalised ||
        people_.words().is(reading_.tokens()[i].fold, kTitleNoun);
    if (!title || reading_.is(i, kPreposition | kOfWord)) return false;
  }
  return linked;
}

}  // namespace stemma::quote
