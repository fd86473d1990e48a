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

}  // namespace

StoryNames::StoryNames(std::span<const Witness> witnesses) {
  const auto variants = collect(witnesses);
  std::vector<const Variant*> order;
  for (const auto& [folded, variant] : variants) order.push_back(&variant);
  const auto words = [](const Variant& v) {
    return std::count(v.folded.begin(), v.folded.end(), ' ');
  };
  std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) {
    return std::tuple(words(*b), b->folded.size()) <
           std::tuple(words(*a), a->folded.size());
  });
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> index;
  std::vector<std::uint32_t> mentions;
  std::map<std::string_view, std::uint32_t> found;
  for (const Variant* variant : order) {
    const std::vector<std::uint64_t> keys = index_keys(variant->folded);
    std::vector<std::uint32_t> candidates;
    for (const std::uint64_t key : keys) {
      const auto& list = index[key];
      candidates.insert(candidates.end(), list.begin(), list.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()),
                     candidates.end());
    if (candidates.size() > kMaxCompared) candidates.resize(kMaxCompared);
    auto best = static_cast<std::uint32_t>(bearers_.size());
    double best_similarity = kSameBearer;
    for (const std::uint32_t bearer : candidates) {
      if (!kinds_agree(bearers_[bearer].kind, variant->kind)) continue;
      const double similarity =
          text::name_similarity(bearers_[bearer].full_name, variant->name);
      const bool better =
          similarity > best_similarity ||
          (similarity == best_similarity &&
           (best == bearers_.size() || mentions[bearer] > mentions[best]));
      if (better)
        std::tie(best, best_similarity) = std::pair(bearer, similarity);
    }
    if (best == bearers_.size()) {
      bearers_.push_back(
          {variant->name, variant->kind, hash_bytes(variant->folded)});
      mentions.push_back(0);
    }
    mentions[best] += variant->mentions;
    found[variant->folded] = best;
    for (const std::uint64_t key : keys) {
      auto& list = index[key];
      if (list.empty() || list.back() != best) list.push_back(best);
    }
  }
  for (const Witness& witness : witnesses) {
    auto& bearers = bearer_of_.emplace_back();
    for (const Entity& entity : witness.analysis->entities) {
      bearers.push_back(found.at(text::fold(entity.full_name)));
    }
  }
}

}  // namespace stemma::collate
