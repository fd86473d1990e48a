#include "read/identity.h"

#include <algorithm>
#include <map>
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
  void add(std::string_view field) {
    value_ = hash_combine(value_, hash_bytes(field));
  }
  void add(const PublicationTime& time) {
    value_ = hash_combine(value_, static_cast<std::uint64_t>(time.seconds));
    value_ = hash_combine(value_, static_cast<std::uint64_t>(time.precision));
  }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

std::string id_of_content(const Report& report) {
  FieldHash hash;
  hash.add(report.outlet);
  hash.add(report.url);
  hash.add(report.published);
  hash.add(report.title);
  hash.add(report.text);
  return hash_hex(hash.value());
}

// Everything but the id. The credits found in the text follow from the text.
std::uint64_t hash_of_fields(const Report& report) {
  FieldHash hash;
  for (const std::string* field :
       {&report.outlet, &report.group, &report.url, &report.title, &report.text,
        &report.language, &report.byline, &report.story, &report.extra}) {
    hash.add(*field);
  }
  hash.add(report.published);
  for (const Credit& credit : report.credits) hash.add(credit.name);
  return hash.value();
}

auto fields_of(const Report& report) {
  return std::tie(report.outlet, report.group, report.url, report.title,
                  report.text, report.language, report.byline, report.story,
                  report.extra, report.published, report.credits);
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

void name_reports(std::vector<ReadReport>& reports) {
  std::map<std::string, std::size_t> files_of_stem;
  for (const ReadReport& read : reports) {
    if (!read.relative.empty()) ++files_of_stem[stem_of(read.relative)];
  }
  for (ReadReport& read : reports) {
    if (!read.relative.empty()) {
      std::string stem = stem_of(read.relative);
      const bool alone = files_of_stem[stem] == 1;
      read.report.id = alone ? std::move(stem) : read.relative;
    } else if (read.report.id.empty()) {
      read.report.id = id_of_content(read.report);
    }
  }
}

struct Hashed {
  Report report;
  std::uint64_t fields = 0;
};

// By id and content; of equal reports the one with fewer remarks first.
bool before_by_content(const Hashed& a, const Hashed& b) {
  if (a.report.id != b.report.id) return a.report.id < b.report.id;
  if (a.fields != b.fields) return a.fields < b.fields;
  return a.report.remarks.size() < b.report.remarks.size();
}

// Gives the reports of one id that differ ids of their own. True if any id
// was changed. From the third round on the hashes themselves clash, and the
// place in the order is added. REQUIRES: sorted by before_by_content.
bool separate(std::vector<Hashed>& reports, int round) {
  bool changed = false;
  for (std::size_t begin = 0; begin < reports.size();) {
    std::size_t end = begin + 1;
    while (end < reports.size() &&
           reports[end].report.id == reports[begin].report.id) {
      ++end;
    }
    for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
      std::string& id = reports[i].report.id;
      id += '~';
      id += hash_hex(reports[i].fields).substr(0, kShortHashDigits);
      if (round > 2) id += "." + std::to_string(i - begin);
      changed = true;
    }
    begin = end;
  }
  return changed;
}

bool before_by_canon(const Report& a, const Report& b) {
  const auto key = [](const Report& report) {
    return std::make_tuple(!report.published.known(), report.published.seconds,
                           report.published.precision,
                           std::string_view{report.outlet},
                           std::string_view{report.id});
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<Report> identify(std::vector<ReadReport> reports) {
  name_reports(reports);
  std::vector<Hashed> hashed;
  hashed.reserve(reports.size());
  for (ReadReport& read : reports) {
    const std::uint64_t fields = hash_of_fields(read.report);
    hashed.push_back({std::move(read.report), fields});
  }
  std::sort(hashed.begin(), hashed.end(), before_by_content);
  const auto equal = [](const Hashed& a, const Hashed& b) {
    return a.report.id == b.report.id &&
           fields_of(a.report) == fields_of(b.report);
  };
  hashed.erase(std::unique(hashed.begin(), hashed.end(), equal), hashed.end());
  // An id made here can be that of another record, so once may not do. Each
  // round makes the ids that still clash longer, so this ends.
  for (int round = 1; separate(hashed, round); ++round) {
    std::sort(hashed.begin(), hashed.end(), before_by_content);
  }
  std::vector<Report> named;
  named.reserve(hashed.size());
  for (Hashed& one : hashed) named.push_back(std::move(one.report));
  std::sort(named.begin(), named.end(), before_by_canon);
  return named;
}

}  // namespace stemma::read
