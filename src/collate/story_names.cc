#include "collate/story_names.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/names.h"

namespace stemma::collate {
namespace {

constexpr double kSameBearer = 0.75;
constexpr std::size_t kMaxCompared = 24;  // bearers a name is compared with

struct Variant {
  std::string name;  // as written
  std::string folded;
  std::uint32_t mentions = 0;
  NameKind kind = NameKind::kUnknown;
};

std::string prefix(std::string_view word, std::size_t code_points) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < code_points && at < word.size(); ++i) {
    at += decode_utf8(word, at).size;
  }
  return std::string(word.substr(0, at));
}

// What two variants of one name have in common at least one of: the first
// three letters of a word, or the initials.
std::vector<std::uint64_t> index_keys(std::string_view folded) {
  std::vector<std::uint64_t> keys;
  std::string initials;
  std::size_t at = 0;
  while (at < folded.size()) {
    std::size_t end = folded.find_first_of(" -", at);
    if (end == std::string_view::npos) end = folded.size();
    const std::string_view word = folded.substr(at, end - at);
    if (!word.empty()) {
      keys.push_back(hash_bytes(prefix(word, 3)));
      initials += prefix(word, 1);
    }
    at = end + 1;
  }
  if (code_point_count(initials) > 1) {
    keys.push_back(hash_bytes(prefix(initials, 3)));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::map<std::string, Variant> collect(std::span<const Witness> witnesses) {
  std::map<std::string, Variant> variants;
  for (const Witness& witness : witnesses) {
    std::vector<std::uint32_t> mentions(witness.analysis->entities.size());
    for (const Name& name : witness.analysis->names) ++mentions[name.entity];
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const Entity& entity = witness.analysis->entities[i];
      std::string folded = text::fold(entity.full_name);
      Variant& variant = variants[folded];
      if (variant.name.empty() || entity.full_name < variant.name) {
        variant.name = entity.full_name;
      }
      variant.folded = std::move(folded);
      variant.mentions += mentions[i];
      if (variant.kind == NameKind::kUnknown) variant.kind = entity.kind;
    }
  }
  return variants;
}

bool kinds_agree(NameKind a, NameKind b) {
  return a == b || a == NameKind::kUnknown || b == NameKind::kUnknown;
}

std::vector<const Variant*> fullest_first(
    const std::map<std::string, Variant>& variants) {
  std::vector<const Variant*> order;
  order.reserve(variants.size());
  for (const auto& [folded, variant] : variants) order.push_back(&variant);
  const auto rank = [](const Variant& v) {
    return std::pair(std::count(v.folded.begin(), v.folded.end(), ' '),
                     v.folded.size());
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](auto* a, auto* b) { return rank(*b) < rank(*a); });
  return order;
}

// Gives each variant to the bearer with the most similar full name.
class BearerFinder {
 public:
  explicit BearerFinder(std::vector<StoryNames::Bearer>& bearers)
      : bearers_(bearers) {}

  std::uint32_t bearer_of(const Variant& variant) {
    const std::vector<std::uint64_t> keys = index_keys(variant.folded);
    std::uint32_t best = most_similar(variant, candidates(keys));
    if (best == bearers_.size()) {
      bearers_.push_back(
          {variant.name, variant.kind, hash_bytes(variant.folded)});
      mentions_.push_back(0);
    }
    mentions_[best] += variant.mentions;
    for (const std::uint64_t key : keys) {
      auto& list = index_[key];
      if (list.empty() || list.back() != best) list.push_back(best);
    }
    return best;
  }

 private:
  std::vector<std::uint32_t> candidates(std::span<const std::uint64_t> keys) {
    std::vector<std::uint32_t> found;
    for (const std::uint64_t key : keys) {
      const auto& list = index_[key];
      const std::size_t size = std::min(list.size(), kMaxCompared);
      found.insert(found.end(), list.begin(),
                   list.begin() + static_cast<std::ptrdiff_t>(size));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > kMaxCompared) found.resize(kMaxCompared);
    return found;
  }

  // Of equally similar bearers the one with more mentions; bearers_.size() if
  // none is similar enough.
  std::uint32_t most_similar(const Variant& variant,
                             std::span<const std::uint32_t> candidates) const {
    auto best = static_cast<std::uint32_t>(bearers_.size());
    double best_similarity = kSameBearer;
    for (const std::uint32_t bearer : candidates) {
      if (!kinds_agree(bearers_[bearer].kind, variant.kind)) continue;
      const double similarity =
          text::name_similarity(bearers_[bearer].full_name, variant.name);
      const bool none = best == bearers_.size();
      const bool tie = similarity == best_similarity;
      if (similarity > best_similarity ||
          (tie && (none || mentions_[bearer] > mentions_[best]))) {
        best = bearer;
        best_similarity = similarity;
      }
    }
    return best;
  }

  std::vector<StoryNames::Bearer>& bearers_;
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> index_;
  std::vector<std::uint32_t> mentions_;
};

}  // namespace

StoryNames::StoryNames(std::span<const Witness> witnesses) {
  const auto variants = collect(witnesses);
  BearerFinder finder(bearers_);
  std::map<std::string_view, std::uint32_t> found;
  for (const Variant* variant : fullest_first(variants)) {
    found[variant->folded] = finder.bearer_of(*variant);
  }
  for (const Witness& witness : witnesses) {
    auto& bearers = bearer_of_.emplace_back();
    for (const Entity& entity : witness.analysis->entities) {
      bearers.push_back(found.at(text::fold(entity.full_name)));
    }
  }
}

}  // namespace stemma::collate
