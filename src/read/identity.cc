#include "read/identity.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/hash.h"

namespace stemma::read {
namespace {

constexpr std::size_t kShortHashDigits = 8;

// A hash in which ("ab", "c") and ("a", "bc") differ.
class FieldHash {
 public:
  explicit FieldHash(std::uint64_t seed) : seed_(seed) {}

  void add(std::string_view field) {
    value_ = hash_combine(value_, hash_bytes(field, seed_));
  }
  void add(const PublicationTime& time) {
    value_ = hash_combine(value_, static_cast<std::uint64_t>(time.seconds));
    value_ = hash_combine(value_, static_cast<std::uint64_t>(time.precision));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t seed_;
  std::uint64_t value_ = 0;
};

// Everything but the id. The credits found in the text follow from the text.
std::uint64_t hash_of_fields(const Report& report, std::uint64_t seed) {
  FieldHash hash(seed);
  for (const std::string* field :
       {&report.outlet, &report.group, &report.url, &report.title, &report.text,
        &report.language, &report.byline, &report.story, &report.extra}) {
    hash.add(*field);
  }
  hash.add(report.published);
  for (const Credit& credit : report.credits) hash.add(credit.name);
  return hash.value();
}

// "news/a.1.txt.gz" is "a.1".
std::string stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (path.ends_with(packed)) path.remove_suffix(packed.size());
  }
  const std::size_t dot = path.rfind('.');
  const bool has_extension = dot != std::string_view::npos && dot > 0;
  return std::string(path.substr(0, has_extension ? dot : path.size()));
}

void name_reports(std::span<ReportKey> keys) {
  std::map<std::string, std::size_t> files_of_stem;
  for (const ReportKey& key : keys) {
    if (!key.relative.empty()) ++files_of_stem[stem_of(key.relative)];
  }
  for (ReportKey& key : keys) {
    if (!key.relative.empty()) {
      std::string stem = stem_of(key.relative);
      const bool alone = files_of_stem[stem] == 1;
      key.id = alone ? std::move(stem) : key.relative;
    } else if (key.id.empty()) {
      key.id = hash_hex(key.content);
    }
  }
}

// A key by its place, with what most comparisons need.
struct Ranked {
  std::uint64_t id_hash = 0;
  std::size_t key = 0;
};

std::vector<Ranked> ranked(std::span<const ReportKey> keys,
                           const std::vector<std::size_t>& kept) {
  std::vector<Ranked> all;
  all.reserve(kept.size());
  for (const std::size_t i : kept) all.push_back({hash_bytes(keys[i].id), i});
  // By id and content; of equal reports the one with fewer remarks first.
  std::sort(all.begin(), all.end(), [&](const Ranked& x, const Ranked& y) {
    if (x.id_hash != y.id_hash) return x.id_hash < y.id_hash;
    const ReportKey& a = keys[x.key];
    const ReportKey& b = keys[y.key];
    return std::tie(a.id, a.fields, a.remarks) <
           std::tie(b.id, b.fields, b.remarks);
  });
  return all;
}

// Gives the reports of one id that differ ids of their own. True if any id
// was changed. From the third round on the hashes themselves clash, and the
// place in the order is added. REQUIRES: sorted by ranked().
bool separate(std::span<ReportKey> keys, const std::vector<Ranked>& sorted,
              int round) {
  bool changed = false;
  for (std::size_t begin = 0; begin < sorted.size();) {
    const std::string shared = keys[sorted[begin].key].id;
    std::size_t end = begin + 1;
    while (end < sorted.size() && keys[sorted[end].key].id == shared) ++end;
    for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
      ReportKey& key = keys[sorted[i].key];
      key.id += '~';
      key.id += hash_hex(key.fields[0]).substr(0, kShortHashDigits);
      if (round > 2) key.id += "." + std::to_string(i - begin);
      changed = true;
    }
    begin = end;
  }
  return changed;
}

bool before_by_canon(const ReportKey& a, const ReportKey& b) {
  if (a.published.known() != b.published.known()) return a.published.known();
  if (a.published.seconds != b.published.seconds) {
    return a.published.seconds < b.published.seconds;
  }
  return std::tie(a.published.precision, a.outlet, a.id) <
         std::tie(b.published.precision, b.outlet, b.id);
}

}  // namespace

std::uint64_t content_hash(const Report& report) {
  FieldHash hash(0);
  hash.add(report.outlet);
  hash.add(report.url);
  hash.add(report.published);
  hash.add(report.title);
  hash.add(report.text);
  return hash.value();
}

ReportKey key_of(const ReadReport& read) {
  const Report& report = read.report;
  return {.id = report.id,
          .relative = read.relative,
          .outlet = report.outlet,
          .published = report.published,
          .content = content_hash(report),
          .fields = {hash_of_fields(report, 0), hash_of_fields(report, 1)},
          .remarks = report.remarks.size()};
}

std::vector<std::size_t> identify(std::span<ReportKey> keys) {
  name_reports(keys);
  std::vector<std::size_t> kept(keys.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  std::vector<Ranked> sorted = ranked(keys, kept);
  kept.clear();
  for (const Ranked& each : sorted) {
    const ReportKey& key = keys[each.key];
    const bool equal = !kept.empty() && keys[kept.back()].id == key.id &&
                       keys[kept.back()].fields == key.fields;
    if (!equal) kept.push_back(each.key);
  }
  // An id made here can be that of another record, so once may not do. Each
  // round makes the ids that still clash longer, so this ends.
  for (int round = 1; separate(keys, ranked(keys, kept), round); ++round) {
  }
  std::sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
    return before_by_canon(keys[a], keys[b]);
  });
  return kept;
}

std::vector<Report> identify(std::vector<ReadReport> reports) {
  std::vector<ReportKey> keys;
  keys.reserve(reports.size());
  for (const ReadReport& read : reports) keys.push_back(key_of(read));
  std::vector<Report> named;
  for (const std::size_t i : identify(keys)) {
    named.push_back(std::move(reports[i].report));
    named.back().id = std::move(keys[i].id);
  }
  return named;
}

}  // namespace stemma::read
