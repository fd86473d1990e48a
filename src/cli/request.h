// What the user asked for: the command line, understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "show/objects.h"
#include "show/page.h"
#include "stemma/engine.h"
#include "stemma/types/options.h"
#include "stemma/types/quotation.h"

namespace stemma::cli {

enum class Verb {
  kStories,
  kReuse,
  kQuotes,
  kMatrix,
  kOrigins,
  kReport,
  kCheck,
  kCompare,
  kMerge,
  kSplit,
  kCompletion,
};

enum class Format {
  kText,
  kJsonl,
  kJson,
  kCsv,
  kHtml,
  kDot,
  kGraphml,
  kTei,
};

enum class Families { kNotMade, kMade };

enum class Clusters { kNotMade, kMade };

// How reports come to `stories`: all are there, one after another, or as files
// that are put into a directory.
enum class Arrival { kAtHand, kStreamed, kWatched };

struct Request {
  Verb verb = Verb::kStories;
  // For completion: the shell; for merge and split: ids of reports.
  std::vector<std::string> inputs;
  std::string text;              // for check: a file, "-" or the text itself
  std::optional<Format> format;  // empty: text on a terminal, else JSON Lines
  std::string output;            // empty: standard output
  std::string errors;            // empty: none
  unsigned threads = 0;          // 0: as many as the machine has
  std::string group_by;
  std::string base;  // for compare: id or number; empty: the first
  Counting counts = Counting::kQuick;
  StoryOptions stories;
  std::string decisions;  // file; empty: none
  Arrival arrival = Arrival::kAtHand;
  std::string watched;  // directory, with Arrival::kWatched
  ReuseOptions reuse;
  std::string index;  // of reports, to compare with and add to; empty: none
  Clusters clusters = Clusters::kNotMade;
  QuotationOptions quotations;
  std::string speaker;  // a part of the name; empty: all
  std::optional<QuotationForm> form;
  Families families = Families::kNotMade;
  show::Texts texts = show::Texts::kExcerpts;
  std::string rejections;  // file; empty: none
  std::string outlets;     // file; empty: none
  std::string explain;     // id of a report; empty: all are listed
  // For stories: ids of the two reports to be explained; empty: none.
  std::vector<std::string> explained;
};

}  // namespace stemma::cli
