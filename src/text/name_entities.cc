#include "text/name_entities.h"

#include <algorithm>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/word.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kMaxCompared = 8;  // latest entities of one last word
constexpr double kSameName = 0.75;

using Index =
    boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>>;

bool contradict(Gender a, Gender b) {
  return a != Gender::kUnknown && b != Gender::kUnknown && a != b;
}

bool contradict(NameKind a, NameKind b) {
  return a != NameKind::kUnknown && b != NameKind::kUnknown && a != b;
}

class Joiner {
 public:
  Joiner(const TokenView& view, std::span<const NameMention> mentions)
      : view_(view), mentions_(mentions) {}

  NameFindings join() {
    entity_of_.assign(mentions_.size(), kNone);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      if (word_count(m) > 1) join_long(m);
    }
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      if (mentions_[m].acronym_of >= 0) join_bracketed(m);
    }
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      if (entity_of_[m] == kNone) join_single(m);
    }
    return number_entities();
  }

 private:
  std::uint32_t word_count(std::uint32_t m) const {
    const Name& name = mentions_[m].name;
    const std::string_view written = slice(view_.text(), name.span);
    const bool dotted = written.find(' ') != std::string_view::npos;
    return std::max(name.last_token - name.first_token, dotted ? 2U : 1U);
  }
  std::string written(std::uint32_t m) const {
    return std::string(slice(view_.text(), mentions_[m].name.span));
  }

  // The last part of a word with hyphens, "al-Sudani" or "Barre-Lys".
  static std::uint64_t last_part(const std::string& folded) {
    const std::size_t hyphen = folded.rfind('-');
    return hash_bytes(
        std::string_view{folded}.substr(hyphen + 1));  // npos + 1 == 0
  }
  std::string folded_last(std::uint32_t m) const {
    return view_.folded(mentions_[m].name.last_token - 1);
  }

  std::uint32_t make_entity(std::uint32_t m) {
    const auto id = static_cast<std::uint32_t>(entities_.size());
    Entity& entity = entities_.emplace_back();
    entity.full_name = written(m);
    length_.push_back(code_point_count(entity.full_name));
    first_.push_back(m);
    take(m, id);
    return id;
  }

  void take(std::uint32_t m, std::uint32_t id) {
    const NameMention& mention = mentions_[m];
    Entity& entity = entities_[id];
    entity_of_[m] = id;
    if (entity.kind == NameKind::kUnknown) entity.kind = mention.kind;
    if (entity.gender == Gender::kUnknown) entity.gender = mention.gender;
    const std::string_view name = slice(view_.text(), mention.name.span);
    const std::size_t length = code_point_count(name);
    if (length > length_[id]) {
      entity.full_name = name;
      length_[id] = length;
    }
    first_[id] = std::min(first_[id], m);
  }

  // Adds the keys by which later mentions find an entity.
  void index(std::uint32_t m, std::uint32_t id) {
    const Name& name = mentions_[m].name;
    insert(by_name_, name_key(m), id);
    insert(by_last_, last_part(folded_last(m)), id);
    insert(by_last_, view_[name.last_token - 1].fold, id);
    insert(by_first_, view_[name.first_token].fold, id);
    insert(by_initials_, initials(m, false), id);
    insert(by_initials_, initials(m, true), id);
  }

  static void insert(Index& index, std::uint64_t key, std::uint32_t id) {
    std::vector<std::uint32_t>& ids = index[key];
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  }

  std::uint64_t name_key(std::uint32_t m) const {
    std::uint64_t key = 0;
    const Name& name = mentions_[m].name;
    for (std::uint32_t i = name.first_token; i < name.last_token; ++i) {
      if (view_[i].kind == TokenKind::kPunctuation) continue;
      key = hash_combine(key, view_[i].fold);
    }
    return key;
  }

  // Of the capitalised words, or of all.
  std::uint64_t initials(std::uint32_t m, bool all) const {
    std::string letters;
    const Name& name = mentions_[m].name;
    for (std::uint32_t i = name.first_token; i < name.last_token; ++i) {
      if (!view_.is_word(i) || (!all && !view_[i].capitalised)) continue;
      const std::string folded = view_.folded(i);
      if (!folded.empty()) {
        letters += folded.substr(0, decode_utf8(folded, 0).size);
      }
    }
    return hash_bytes(letters);
  }

  void join_long(std::uint32_t m) {
    const auto found = by_name_.find(name_key(m));
    if (found != by_name_.end()) {
      take(m, found->second.back());
      return;
    }
    const std::string name = written(m);
    const auto alike = by_last_.find(last_part(folded_last(m)));
    if (alike != by_last_.end()) {
      const auto& ids = alike->second;
      const std::size_t from =
          ids.size() > kMaxCompared ? ids.size() - kMaxCompared : 0;
      for (std::size_t i = ids.size(); i > from; --i) {
        const Entity& entity = entities_[ids[i - 1]];
        if (contradict(entity.kind, mentions_[m].kind) ||
            contradict(entity.gender, mentions_[m].gender) ||
            name_similarity(entity.full_name, name) < kSameName) {
          continue;
        }
        const std::uint32_t id = ids[i - 1];
        take(m, id);
        index(m, id);
        return;
      }
    }
    index(m, make_entity(m));
  }

  // "European Union (EU)"
  void join_bracketed(std::uint32_t m) {
    const auto before = static_cast<std::uint32_t>(mentions_[m].acronym_of);
    const std::uint32_t id = entity_of_[before];
    if (id == kNone || entity_of_[m] != kNone) return;
    const std::string acronym = view_.folded(mentions_[m].name.first_token);
    const std::string name = fold(written(before));
    if (acronym.empty() || name.find(acronym[0]) == std::string::npos) return;
    take(m, id);
    if (entities_[id].kind == NameKind::kUnknown) {
      entities_[id].kind = NameKind::kOrganisation;
    }
    insert(by_name_, name_key(m), id);
  }

  void join_single(std::uint32_t m) {
    std::uint32_t id = pick(by_name_, name_key(m), m);
    const bool place = mentions_[m].kind == NameKind::kPlace;
    if (id == kNone && view_[mentions_[m].name.first_token].all_capitals) {
      id = pick(by_initials_, view_[mentions_[m].name.first_token].fold, m);
    }
    if (id == kNone && !place) {
      id = pick(by_last_, last_part(folded_last(m)), m);
      // Who is called by the last of two names or more is a person.
      const bool called = id != kNone &&
                          !mentions_[m].after_place_preposition &&
                          entities_[id].kind == NameKind::kUnknown &&
                          word_count(first_[id]) < 4;
      if (called) entities_[id].kind = NameKind::kPerson;
    }
    if (id == kNone && !place) {
      id = pick(by_first_, view_[mentions_[m].name.first_token].fold, m);
      if (id != kNone && entities_[id].kind != NameKind::kPerson) id = kNone;
    }
    if (id != kNone) {
      take(m, id);
      return;
    }
    id = make_entity(m);
    insert(by_name_, name_key(m), id);
  }

  // A person is called by one word of the name, a body or place only by the
  // word that says what it is ("the Union").
  static bool may_shorten(NameKind entity, NameKind mention) {
    const bool person =
        entity == NameKind::kPerson || entity == NameKind::kUnknown;
    return person
               ? mention == NameKind::kPerson || mention == NameKind::kUnknown
               : entity == mention;
  }

  // The latest compatible entity that was mentioned before `m`, or else the
  // first one after it.
  std::uint32_t pick(const Index& index, std::uint64_t key,
                     std::uint32_t m) const {
    const auto found = index.find(key);
    if (found == index.end()) return kNone;
    const bool same_key = &index == &by_name_ || &index == &by_initials_;
    const auto& ids = found->second;
    const std::size_t from =
        ids.size() > kMaxCompared ? ids.size() - kMaxCompared : 0;
    std::uint32_t best = kNone;
    for (std::size_t i = from; i < ids.size(); ++i) {
      const Entity& entity = entities_[ids[i]];
      if (contradict(entity.gender, mentions_[m].gender)) continue;
      if (!same_key && !may_shorten(entity.kind, mentions_[m].kind)) continue;
      if (best == kNone || first_[ids[i]] < m) best = ids[i];
    }
    return best;
  }

  // Entities in the order of their first mentions.
  NameFindings number_entities() {
    std::vector<std::uint32_t> order(entities_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) {
                return first_[a] < first_[b];
              });
    std::vector<std::uint32_t> number(order.size());
    NameFindings findings;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      number[order[i]] = i;
      findings.entities.push_back(std::move(entities_[order[i]]));
    }
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      findings.names.push_back(mentions_[m].name);
      Name& name = findings.names.back();
      name.entity = number[entity_of_[m]];
      Entity& entity = findings.entities[name.entity];
      const Span title =
          name.title.empty() ? mentions_[m].apposed_title : name.title;
      if (entity.title.empty() && !title.empty()) {
        entity.title = slice(view_.text(), title);
      }
      if (entity.kind == NameKind::kUnknown &&
          mentions_[m].after_place_preposition) {
        entity.kind = NameKind::kPlace;
      }
    }
    return findings;
  }

  const TokenView& view_;
  std::span<const NameMention> mentions_;
  std::vector<std::uint32_t> entity_of_;
  std::vector<Entity> entities_;
  std::vector<std::size_t> length_;   // code points of each full name
  std::vector<std::uint32_t> first_;  // first mention of each entity
  Index by_name_, by_last_, by_first_, by_initials_;
};

// Pronouns vote for the gender of the only person named before them in the
// sentence, or in the one before.
class PronounVotes {
 public:
  PronounVotes(const TokenView& view, const NameWords& words,
               const NameFindings& findings)
      : view_(view),
        words_(words),
        findings_(findings),
        votes_(findings.entities.size(), 0) {}

  void read(const Sentence& sentence, std::uint32_t number) {
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
      take_names(i, number);
      if (person_ == kNone || seen_in_ + 1 < number) continue;
      if (!words_.may_begin(view_[i].fold)) continue;
      const Gender gender =
          gender_of(words_.gender_word.match(view_.tokens(), i));
      if (gender == Gender::kFemale) ++votes_[person_];
      if (gender == Gender::kMale) --votes_[person_];
    }
  }

  Gender result(std::size_t entity) const {
    return votes_[entity] > 0   ? Gender::kFemale
           : votes_[entity] < 0 ? Gender::kMale
                                : Gender::kUnknown;
  }

 private:
  // Takes note of the names that begin at token `i` or before it.
  void take_names(std::uint32_t i, std::uint32_t sentence) {
    while (next_ < findings_.names.size() &&
           findings_.names[next_].first_token <= i) {
      const std::uint32_t id = findings_.names[next_++].entity;
      const NameKind kind = findings_.entities[id].kind;
      if (kind == NameKind::kPlace || kind == NameKind::kOrganisation) continue;
      const bool alone =
          person_ == kNone || person_ == id || seen_in_ < sentence;
      person_ = alone ? id : kNone;
      seen_in_ = sentence;
    }
  }

  const TokenView& view_;
  const NameWords& words_;
  const NameFindings& findings_;
  std::vector<int> votes_;  // > 0: female
  std::size_t next_ = 0;
  std::uint32_t person_ = kNone;
  std::uint32_t seen_in_ = 0;
};

void ask_pronouns(const TokenView& view, std::span<const Sentence> sentences,
                  const NameWords& words, NameFindings& findings) {
  PronounVotes votes(view, words, findings);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    votes.read(sentences[s], s);
  }
  for (std::size_t e = 0; e < findings.entities.size(); ++e) {
    Entity& entity = findings.entities[e];
    const bool open =
        entity.gender == Gender::kUnknown && entity.kind == NameKind::kPerson;
    if (open) entity.gender = votes.result(e);
  }
}

}  // namespace

NameFindings join_mentions(const TokenView& view,
                           std::span<const Sentence> sentences,
                           std::span<const NameMention> mentions,
                           std::string_view language) {
  NameFindings findings = Joiner(view, mentions).join();
  ask_pronouns(view, sentences, name_words(language), findings);
  return findings;
}

}  // namespace stemma::text
