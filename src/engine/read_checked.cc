// A corpus and the texts that are asked about. Each is read by itself, so that
// the reports of the corpus have the ids that they have without the texts. A
// text that is itself a report of the corpus goes by the id that it has there;
// what tells them to be one is the file, or for records all fields and the id:
// a file of the same name and words in another folder is another report.
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "base/parallel.h"
#include "engine/scan_inputs.h"
#include "read/identity.h"
#include "stemma/engine.h"
#include "text/analyze.h"

namespace stemma {
namespace {

constexpr std::size_t kShortHashDigits = 8;

// What makes two reports of different scans one: where it came from (the file
// of a plain text, the id of a record) and, of a record, all fields.
using Origin = std::tuple<bool, std::string, std::array<std::uint64_t, 2>>;

// REQUIRES: the reports were not given ids yet.
Origin origin_of(const engine::Scan& scan, std::size_t report) {
  const read::ReportKey& key = scan.keys[report];
  if (scan.places[report].kind == engine::Place::Kind::kFile) {
    return {true, scan.files[scan.places[report].file].real, {}};
  }
  return {false, key.id, key.fields};
}

// The ids that asked reports have in the corpus, by their number in `asked`;
// gives all reports of the corpus their ids.
class KnownIds {
 public:
  KnownIds(const engine::Scan& asked, engine::Scan& corpus) {
    std::map<Origin, std::size_t> origins;
    for (std::size_t i = 0; i < asked.keys.size(); ++i) {
      origins.emplace(origin_of(asked, i), i);
    }
    std::multimap<std::size_t, std::size_t> met;  // key, asked
    for (std::size_t i = 0; i < corpus.keys.size(); ++i) {
      const auto origin = origins.find(origin_of(corpus, i));
      if (origin != origins.end()) met.emplace(i, origin->second);
    }
    kept_ = read::identify(corpus.keys);
    for (const std::size_t i : kept_) {
      ids_.insert(corpus.keys[i].id);
      const auto [begin, end] = met.equal_range(i);
      for (auto each = begin; each != end; ++each) {
        of_asked_.emplace(each->second, corpus.keys[i].id);
      }
    }
  }

  // Reports of the corpus that are kept, in order.
  const std::vector<std::size_t>& kept() const { return kept_; }

  // The id that the asked report has in the corpus, or else one that no other
  // has: the first of `names` that is free, or the last with digits added.
  std::string id_of(std::size_t asked, const std::vector<std::string>& names,
                    std::uint64_t content) {
    const auto known = of_asked_.find(asked);
    if (known != of_asked_.end()) return known->second;
    for (const std::string& name : names) {
      if (ids_.insert(name).second) return name;
    }
    std::string id = names.back();
    do {
      id += "~" + hash_hex(content).substr(0, kShortHashDigits);
    } while (!ids_.insert(id).second);
    return id;
  }

 private:
  std::vector<std::size_t> kept_;
  std::set<std::string> ids_;
  std::map<std::size_t, std::string> of_asked_;
};

void take(engine::Scan& scan, std::size_t report, std::string id,
          Corpus& corpus) {
  corpus.reports.push_back(std::move(scan.texts[report]));
  corpus.reports.back().id = std::move(id);
}

void take_unreadable(engine::Scan& scan, Corpus& corpus) {
  std::move(scan.unreadable.begin(), scan.unreadable.end(),
            std::back_inserter(corpus.unreadable));
}

Result<engine::Scan> scan_texts(std::span<const std::string> inputs,
                                const ReadOptions& options) {
  engine::Scan scan =
      engine::scan_inputs(inputs, options, engine::Texts::kKept, {});
  if (scan.keys.empty()) return fail(engine::no_report(scan.unreadable));
  return scan;
}

// The words as they would be scanned.
Result<engine::Scan> scan_of_words(const std::string& words) {
  auto corpus = corpus_of_text(words, "text");
  if (!corpus) return fail(corpus.error());
  engine::Scan scan;
  scan.keys.push_back(read::key_of({corpus->reports.front(), ""}));
  scan.places.push_back({.kind = engine::Place::Kind::kFile});
  scan.files.emplace_back();
  scan.texts = std::move(corpus->reports);
  return scan;
}

}  // namespace

Result<CheckedCorpus> read_checked(std::span<const std::string> inputs,
                                   const AskedText& asked,
                                   const ReadOptions& options) {
  auto scan = scan_texts(inputs, options);
  if (!scan) return fail(scan.error());
  auto texts = asked.kind == AskedText::Kind::kWords
                   ? scan_of_words(asked.text)
                   : scan_texts(std::span(&asked.text, 1), options);
  if (!texts) return fail(texts.error());
  KnownIds ids(*texts, *scan);
  CheckedCorpus checked;
  Corpus& corpus = checked.corpus;
  for (const std::size_t i : ids.kept()) {
    take(*scan, i, std::move(scan->keys[i].id), corpus);
  }
  for (const std::size_t i : read::identify(texts->keys)) {
    const read::ReportKey& key = texts->keys[i];
    std::vector<std::string> names{key.id};
    if (!key.relative.empty()) {
      names.push_back(key.relative);
      names.push_back(texts->files[texts->places[i].file].path);
    }
    take(*texts, i, ids.id_of(i, names, key.fields[0]), corpus);
    ++checked.texts;
  }
  take_unreadable(*scan, corpus);
  take_unreadable(*texts, corpus);
  corpus.analyses.resize(corpus.reports.size());
  parallel_for(corpus.reports.size(), options.threads, [&](std::size_t i) {
    corpus.analyses[i] = text::analyze(corpus.reports[i]);
  });
  return checked;
}

}  // namespace stemma
