// Annotated reports, read for learning.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "base/utf8.h"
#include "quote/draft.h"
#include "quote/reading.h"
#include "text/analyze.h"

namespace stemma::learn {

struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct Article {
  Report report;
  Analysis analysis;
  quote::Reading reading;
  std::vector<quote::Frame> frames;
  std::vector<Attribution> gold;
};
using Corpus = std::vector<std::unique_ptr<Article>>;

inline std::vector<Span> read_spans(simdjson::dom::element spans,
                                    const CodePointMap& map) {
  std::vector<Span> result;
  for (const simdjson::dom::element pair : spans.get_array()) {
    const auto at = [&](std::size_t k) {
      return map.to_bytes(
          static_cast<std::uint32_t>(std::uint64_t(pair.at(k))));
    };
    result.push_back({at(0), at(1)});
  }
  return result;
}

// One article a line: "text" and "attributions", each with spans of "source",
// "cue" and "content" in code points.
inline Corpus read_corpus(const std::string& path) {
  Corpus corpus;
  simdjson::dom::parser parser;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const simdjson::dom::element record = parser.parse(line);
    auto article = std::make_unique<Article>();
    article->report.text = std::string(std::string_view(record["text"]));
    article->report.language = "en";
    article->analysis = text::analyze(article->report);
    const CodePointMap map(article->report.text);
    for (const simdjson::dom::element one :
         record["attributions"].get_array()) {
      Attribution attribution;
      attribution.cue = read_spans(one["cue"], map);
      attribution.content = read_spans(one["content"], map);
      simdjson::dom::element source;
      if (one["source"].get(source) == simdjson::SUCCESS && source.is_array()) {
        attribution.source = read_spans(source, map);
      }
      article->gold.push_back(std::move(attribution));
    }
    article->reading =
        quote::read_clues({&article->report, &article->analysis, nullptr});
    article->frames = quote::find_frames(article->reading);
    corpus.push_back(std::move(article));
  }
  return corpus;
}

}  // namespace stemma::learn
