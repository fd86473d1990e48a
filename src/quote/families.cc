// Families: which quotations of a story's reports are wordings of one
// utterance.
//
// Reports choose: one prints three sentences of an utterance, another the
// second. So a quotation between marks is compared sentence by sentence, and
// each sentence has its family; indirect speech is compared whole.
// Two quotations are compared if they share rare words. Their contents are
// aligned word by word with free ends, so that a quotation that was cut, or
// stands inside a longer one, still agrees; every word weighs what it is worth
// in this story, so that stock phrases ("is going to be a") weigh little.
// What counts is the aligned weight against the weight of the shorter one.
// Speakers must be compatible: one of them unknown, or names that can mean one
// bearer; else only wordings that agree beyond doubt are joined. Indirect
// speech is compared in the same way, on stems, and needs less agreement in
// order, more in rare words.
//
// Strong links join quotations in the order of their strength; a weaker link
// joins two only where it has no stronger one on either side, or on one where
// both name the same speaker, so that no chain of half-agreements makes a
// family. A family's id is a hash of its
// first member and its place.
#include "quote/families.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "quote/wording.h"
#include "text/names.h"

namespace stemma::quote {
namespace {

constexpr float kStrongShare = 0.55F;  // of the shorter one's weight
constexpr float kWeakShare = 0.4F;
constexpr float kMinHeavy = 2;          // aligned words of substance
constexpr float kSureHeavy = 5;         // enough whatever the share
constexpr float kAnyOrderWorth = 0.8F;  // of what the same in order is worth
constexpr float kOtherSpeakerShare = 0.75F;
constexpr float kWholeShare = 0.9F;
constexpr std::size_t kMinWholeWords = 4;
constexpr float kIndirectBonus = 0.2F;    // other words and order are usual
constexpr double kSameBearer = 0.4;       // name_similarity
constexpr std::size_t kMaxPostings = 64;  // quotations that share a rare word

struct Member {
  std::uint32_t witness = 0;
  Quotation quotation;
  Wording wording;
};

struct Link {
  float strength = 0;  // share of the shorter one's weight that agrees
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) {
      parent_[x] = parent_[parent_[x]];
      x = parent_[x];
    }
    return x;
  }
  // The smaller index becomes the root.
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// The parts of `content` that stand in one sentence each.
std::vector<Span> by_sentence(const Analysis& analysis,
                              const std::vector<Span>& content) {
  std::vector<Span> parts;
  for (const Span span : content) {
    auto sentence = std::upper_bound(
        analysis.sentences.begin(), analysis.sentences.end(), span.begin,
        [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    if (sentence != analysis.sentences.begin()) --sentence;
    for (; sentence != analysis.sentences.end() &&
           sentence->span.begin < span.end;
         ++sentence) {
      const Span part{std::max(span.begin, sentence->span.begin),
                      std::min(span.end, sentence->span.end)};
      if (part.begin < part.end) parts.push_back(part);
    }
  }
  return parts;
}

// What stands between marks, sentence by sentence; indirect speech whole.
std::vector<Quotation> in_parts(const Analysis& analysis,
                                const Quotation& quotation) {
  if (quotation.form == QuotationForm::kIndirect) return {quotation};
  std::vector<Quotation> parts;
  for (const Span part : by_sentence(analysis, quotation.content)) {
    parts.push_back(quotation);
    parts.back().content = {part};
  }
  if (parts.empty()) parts.push_back(quotation);
  return parts;
}

class FamilyFinder {
 public:
  explicit FamilyFinder(std::span<const Witness> witnesses) {
    const WordWeights weights(witnesses);
    for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
      const Analysis& analysis = *witnesses[w].analysis;
      for (const Quotation& quotation : *witnesses[w].quotations) {
        for (Quotation& part : in_parts(analysis, quotation)) {
          Wording wording = read_wording(analysis, part, weights);
          members_.push_back({w, std::move(part), std::move(wording)});
        }
      }
    }
  }

  // The root of each member, members in order of witness and quotation.
  std::vector<std::uint32_t> find() {
    std::vector<Link> links;
    for (const auto& [a, b] : candidates()) {
      const float strength = agreement(members_[a], members_[b]);
      if (strength >= kWeakShare) links.push_back({strength, a, b});
    }
    std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
      return std::tie(y.strength, x.a, x.b) < std::tie(x.strength, y.a, y.b);
    });
    Unions unions(members_.size());
    std::vector<bool> linked(members_.size(), false);
    for (const Link& link : links) {
      if (link.strength < kStrongShare && !may_join(link, linked)) continue;
      linked[link.a] = linked[link.b] = true;
      unions.join(link.a, link.b);
    }
    std::vector<std::uint32_t> roots(members_.size());
    for (std::uint32_t i = 0; i < roots.size(); ++i) roots[i] = unions.find(i);
    return roots;
  }

  const std::vector<Member>& members() const { return members_; }

 private:
  // A weak link is the best one of what it joins: of both sides, or, where one
  // speaker is known on both, of one.
  bool may_join(const Link& link, const std::vector<bool>& linked) const {
    if (!linked[link.a] && !linked[link.b]) return true;
    if (linked[link.a] && linked[link.b]) return false;
    return one_speaker(members_[link.a].quotation, members_[link.b].quotation);
  }

  // Pairs that share a word of substance; words that stand in very many
  // quotations bring no pair.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates() const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
    for (std::uint32_t i = 0; i < members_.size(); ++i) {
      for (const WeightedWord& word : members_[i].wording.words) {
        if (word.weight >= 0.3F) postings.emplace_back(word.stem, i);
      }
    }
    std::sort(postings.begin(), postings.end());
    postings.erase(std::unique(postings.begin(), postings.end()),
                   postings.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < postings.size();) {
      std::size_t j = i;
      while (j < postings.size() && postings[j].first == postings[i].first) ++j;
      if (j - i <= kMaxPostings) add_pairs(postings, i, j, pairs);
      i = j;
    }
    return shared_often(std::move(pairs));
  }

  using Postings = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  static void add_pairs(const Postings& postings, std::size_t begin,
                        std::size_t end, Pairs& pairs) {
    for (std::size_t x = begin; x < end; ++x) {
      for (std::size_t y = x + 1; y < end; ++y) {
        pairs.emplace_back(postings[x].second, postings[y].second);
      }
    }
  }

  // Pairs that share two words, or all if one side has fewer.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> shared_often(
      std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) const {
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;
    for (std::size_t i = 0; i < pairs.size();) {
      std::size_t j = i;
      while (j < pairs.size() && pairs[j] == pairs[i]) ++j;
      const auto& [a, b] = pairs[i];
      const float least = std::min(
          {kMinHeavy, members_[a].wording.heavy, members_[b].wording.heavy});
      if (static_cast<float>(j - i) >= least) kept.push_back(pairs[i]);
      i = j;
    }
    return kept;
  }

  float agreement(const Member& a, const Member& b) const {
    Agreement found = align(a.wording, b.wording);
    const Wording& shorter =
        a.wording.mass <= b.wording.mass ? a.wording : b.wording;
    float share = shorter.mass > 0 ? found.aligned / shorter.mass : 0;
    if (one_speaker(a.quotation, b.quotation)) {
      const Agreement any_order = align_unordered(a.wording, b.wording);
      share = std::max(share, kAnyOrderWorth * any_order.aligned /
                                  std::max(shorter.mass, 1.0F));
      found.heavy = std::max(found.heavy, any_order.heavy);
    }
    const bool same_bearer = compatible(a.quotation, b.quotation);
    if (!same_bearer) {
      const bool beyond_doubt =
          share >= kOtherSpeakerShare && found.heavy >= kSureHeavy;
      return beyond_doubt ? share : 0;
    }
    if (shorter.heavy < kMinHeavy) {
      // "I will not resign": all of it, and by a speaker known on both sides.
      const bool known =
          !a.quotation.speaker.empty() && !b.quotation.speaker.empty();
      const bool whole = share >= kWholeShare && shorter.heavy > 0 &&
                         shorter.words.size() >= kMinWholeWords;
      return known && whole ? share : 0;
    }
    if (found.heavy < kMinHeavy) return 0;
    const bool indirect = a.quotation.form == QuotationForm::kIndirect ||
                          b.quotation.form == QuotationForm::kIndirect;
    if (indirect && found.heavy > kMinHeavy) share += kIndirectBonus;
    if (found.heavy >= kSureHeavy) return std::max(share, kStrongShare);
    return share;
  }

  static bool compatible(const Quotation& a, const Quotation& b) {
    return a.speaker.empty() || b.speaker.empty() ||
           is_description(a.speaker) || is_description(b.speaker) ||
           one_speaker(a, b);
  }

  // Both are known, and the names can mean one bearer.
  static bool one_speaker(const Quotation& a, const Quotation& b) {
    if (a.speaker.empty() || b.speaker.empty()) return false;
    return a.speaker == b.speaker ||
           text::name_similarity(a.speaker, b.speaker) >= kSameBearer;
  }

  // "Ostland leader" may be anybody of that name's country: its last word is
  // no name.
  static bool is_description(std::string_view speaker) {
    const std::size_t space = speaker.rfind(' ');
    return space != std::string_view::npos && space + 1 < speaker.size() &&
           speaker[space + 1] >= 'a' && speaker[space + 1] <= 'z';
  }

  std::vector<Member> members_;
};

std::string family_id(const Report& report, const Quotation& first) {
  std::uint64_t hash = hash_bytes(report.id);
  for (const Span span : first.content) {
    hash = hash_combine(hash, hash_bytes(slice(report.text, span)));
    hash = hash_combine(hash, span.begin);
  }
  return hash_hex(hash);
}

// The speaker that the most members name, the earliest of equals; "" if none.
std::string family_speaker(const std::vector<const Quotation*>& members) {
  std::string best;
  std::size_t best_votes = 0;
  for (const Quotation* one : members) {
    if (one->speaker.empty()) continue;
    const auto votes = static_cast<std::size_t>(std::count_if(
        members.begin(), members.end(),
        [&](const Quotation* q) { return q->speaker == one->speaker; }));
    if (votes > best_votes) {
      best = one->speaker;
      best_votes = votes;
    }
  }
  return best;
}

}  // namespace

std::vector<std::vector<Quotation>> group_families(
    std::span<const Witness> witnesses) {
  FamilyFinder finder(witnesses);
  const std::vector<std::uint32_t> roots = finder.find();
  std::vector<std::vector<const Quotation*>> families(roots.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    families[roots[i]].push_back(&finder.members()[i].quotation);
  }
  std::vector<std::string> speakers(roots.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    speakers[i] = family_speaker(families[i]);
  }
  std::vector<std::vector<Quotation>> result(witnesses.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const Member& member = finder.members()[i];
    const Member& first = finder.members()[roots[i]];
    Quotation quotation = member.quotation;
    quotation.family =
        family_id(*witnesses[first.witness].report, first.quotation);
    if (quotation.speaker.empty() && quotation.on_behalf_of.empty()) {
      quotation.speaker = speakers[roots[i]];
    }
    result[member.witness].push_back(std::move(quotation));
  }
  return result;
}

}  // namespace stemma::quote
