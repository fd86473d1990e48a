#include "collate/terms.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/utf8.h"
#include "collate/senses.h"
#include "text/background.h"
#include "text/fold.h"

namespace stemma::collate {
namespace {

constexpr std::uint32_t kNearLetters = 5;
constexpr float kNameWeight = 0.8F;
constexpr float kDateWeight = 0.6F;
constexpr float kNumberWeight = 0.9F;
constexpr float kSmallNumberWeight = 0.5F;
constexpr double kSmallNumber = 13;
constexpr std::uint64_t kNumberSeed = 0x6e756d626572;
constexpr std::uint64_t kDateSeed = 0x64617465;
// Marks of keys that are no stems.
constexpr std::uint64_t kNearMark = 0x9e3779b97f4a7c15;
constexpr std::uint64_t kSenseMark = 0xc2b2ae3d27d4eb4f;
constexpr std::uint64_t kNameMark = 0x165667b19e3779f9;

// Six significant digits, so that ways of writing a value meet.
std::uint64_t value_key(const Quantity& quantity) {
  double value = quantity.value;
  if (value != 0 && std::isfinite(value)) {
    const double digits = std::floor(std::log10(std::abs(value)));
    const double scale = std::pow(10.0, 5 - digits);
    value = std::round(value * scale) / scale;
  }
  const bool percent = quantity.kind == QuantityKind::kPercent;
  return hash_combine(kNumberSeed + (percent ? 1 : 0),
                      std::hash<double>{}(value));
}

std::uint64_t date_key(const DateMention& date) {
  return hash_combine(
      kDateSeed + static_cast<std::uint64_t>(date.precision),
      static_cast<std::uint64_t>(static_cast<std::int64_t>(date.day)));
}

// The first letters of a word of six or more, hashed; 0 for shorter ones.
std::uint64_t near_key(std::string_view word) {
  const std::string folded = text::fold(word);
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < kNearLetters; ++i) {
    if (at >= folded.size()) return 0;
    at += decode_utf8(folded, at).size;
  }
  if (at >= folded.size()) return 0;
  return hash_bytes({folded.data(), at});
}

class TermFinder {
 public:
  TermFinder(const Witness& witness, ReportIndex report,
             const StoryNames& names)
      : witness_(witness),
        analysis_(*witness.analysis),
        background_(text::background(analysis_.language)),
        senses_(synonyms(analysis_.language)) {
    name_of_.resize(analysis_.tokens.size());
    for (const Name& name : analysis_.names) {
      const auto bearer = names.bearer(report, name.entity);
      for (auto i = name.first_token; i < name.last_token; ++i) {
        name_of_[i] = {names.bearers()[bearer].key,
                       name.last_token - name.first_token};
      }
    }
  }

  std::vector<Term> find() {
    std::uint32_t token = 0;
    while (token < analysis_.tokens.size()) {
      if (!take_date(token) && !take_number(token)) take_word(token);
    }
    return std::move(terms_);
  }

 private:
  struct NameWord {
    std::uint64_t key = 0;
    std::uint32_t words = 0;
  };

  bool take_date(std::uint32_t& token) {
    while (date_ < analysis_.dates.size() &&
           analysis_.dates[date_].first_token < token) {
      ++date_;
    }
    if (date_ == analysis_.dates.size()) return false;
    const DateMention& date = analysis_.dates[date_];
    if (date.first_token != token || !date.resolved) return false;
    terms_.push_back({date_key(date), 0, 0, 0, kDateWeight, TermKind::kDate,
                      token, date.last_token});
    token = std::max(date.last_token, token + 1);
    return true;
  }

  bool take_number(std::uint32_t& token) {
    while (number_ < analysis_.quantities.size() &&
           analysis_.quantities[number_].first_token < token) {
      ++number_;
    }
    if (number_ == analysis_.quantities.size()) return false;
    const Quantity& quantity = analysis_.quantities[number_];
    if (quantity.first_token != token) return false;
    const bool small =
        quantity.kind == QuantityKind::kCount && quantity.value < kSmallNumber;
    terms_.push_back({value_key(quantity), 0, 0, 0,
                      small ? kSmallNumberWeight : kNumberWeight,
                      TermKind::kNumber, token, quantity.last_token});
    token = std::max(quantity.last_token, token + 1);
    return true;
  }

  void take_word(std::uint32_t& at) {
    const std::uint32_t i = at++;
    const Token& token = analysis_.tokens[i];
    const NameWord& name = name_of_[i];
    if (token.kind == TokenKind::kPunctuation) return;
    if (token.function_word && name.key == 0) return;
    const float weight =
        name.key != 0 ? kNameWeight / std::sqrt(static_cast<float>(name.words))
                      : background_.weight(token.fold);
    terms_.push_back(
        {token.stem, near_key(slice(witness_.report->text, token.span)),
         senses_.of(token.stem), name.key, weight,
         name.key != 0 ? TermKind::kName : TermKind::kWord, i, i + 1});
  }

  const Witness& witness_;
  const Analysis& analysis_;
  const text::Background& background_;
  const Senses& senses_;
  std::vector<NameWord> name_of_;
  std::vector<Term> terms_;
  std::size_t date_ = 0;
  std::size_t number_ = 0;
};

void sort_unique(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

// A key of a term and the parts of the stretch that it stands in.
using KeyParts = std::pair<std::uint64_t, std::uint64_t>;

void add_keys(const Term& term, std::uint64_t parts,
              std::vector<KeyParts>& keys) {
  keys.emplace_back(term.key, parts);
  if (term.near != 0) keys.emplace_back(term.near ^ kNearMark, parts);
  if (term.sense != 0) keys.emplace_back(term.sense ^ kSenseMark, parts);
  if (term.name != 0) keys.emplace_back(term.name ^ kNameMark, parts);
}

}  // namespace

std::vector<Term> find_terms(const Witness& witness, ReportIndex report,
                             const StoryNames& names) {
  return TermFinder(witness, report, names).find();
}

TermSet::TermSet(
    std::span<const Term> terms,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> parts) {
  std::vector<KeyParts> all;
  std::size_t next = 0;  // part that ends behind the term
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    while (next < parts.size() && parts[next].second <= i) ++next;
    const bool inside = next < parts.size() && parts[next].first <= i;
    const auto part = std::min<std::size_t>(next, kMaxParts - 1);
    add_keys(terms[i], inside ? std::uint64_t{1} << part : 0, all);
    if (terms[i].name != 0) names_.push_back(terms[i].name);
  }
  sort_unique(names_);
  std::sort(all.begin(), all.end());
  for (const auto& [key, in] : all) {
    if (keys_.empty() || keys_.back() != key) {
      keys_.push_back(key);
      parts_.push_back(0);
    }
    parts_.back() |= in;
  }
}

std::size_t TermSet::find(std::uint64_t key) const {
  const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (found == keys_.end() || *found != key) return keys_.size();
  return static_cast<std::size_t>(found - keys_.begin());
}

TermMatch TermSet::match_parts(const Term& term) const {
  TermMatch match;
  const auto look_up = [&](std::uint64_t key, std::uint64_t& in, float value) {
    const std::size_t at = find(key);
    if (at == keys_.size()) return;
    in |= parts_[at];
    match.whole = std::max(match.whole, value);
  };
  look_up(term.key, match.equal, 1);
  if (term.name != 0) look_up(term.name ^ kNameMark, match.equal, 1);
  if (term.sense != 0) {
    look_up(term.sense ^ kSenseMark, match.alike, TermMatch::kAlike);
  }
  if (term.near != 0) {
    look_up(term.near ^ kNearMark, match.alike, TermMatch::kAlike);
  }
  return match;
}

float TermSet::match(const Term& term) const { return match_parts(term).whole; }

float TermSet::names_share(const TermSet& other) const {
  const auto both =
      std::count_if(names_.begin(), names_.end(), [&](std::uint64_t name) {
        return std::binary_search(other.names_.begin(), other.names_.end(),
                                  name);
      });
  const auto either =
      static_cast<std::ptrdiff_t>(names_.size() + other.names_.size()) - both;
  return either == 0 ? 0
                     : static_cast<float>(both) / static_cast<float>(either);
}

float matched_terms(std::span<const Term> a, std::span<const Term> b) {
  const auto matched = [](std::span<const Term> these,
                          std::span<const Term> those) {
    const TermSet set(those);
    float sum = 0;
    for (const Term& term : these) sum += set.match(term);
    return sum;
  };
  return matched(a, b) + matched(b, a);
}

}  // namespace stemma::collate
