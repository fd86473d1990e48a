// Tables that a user keeps beside the reports: what he has rejected, and what
// is known of outlets. Tab-separated; empty lines and lines that begin with
// '#' are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemma/engine.h"

namespace stemma::engine {

// Lines "apart TAB ID TAB ID" and "not-from TAB ID TAB ID OF THE PARENT".
// `where` names the file in errors. Fails at the first wrong line
// (kMalformed).
Result<std::vector<Rejection>> parse_rejections(std::string_view bytes,
                                                std::string_view where);

// What is known of one outlet.
struct OutletEntry {
  std::vector<std::string> names;  // as reports write it, the first its own
  std::string group;
};

// Lines "OUTLET TAB ALIASES TAB GROUP [TAB KIND]"; aliases are separated by
// commas. The first line may be a header that begins with "outlet". Fails at
// the first wrong line (kMalformed).
Result<std::vector<OutletEntry>> parse_outlets(std::string_view bytes,
                                               std::string_view where);

// The rejections of reports of one story, as positions in it.
Rejections rejections_for(const Corpus& corpus, const Story& story);

}  // namespace stemma::engine
