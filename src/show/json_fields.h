// The fields of a JSON object that is already written.
#pragma once

#include <string_view>
#include <vector>

namespace stemma::show {

// Both as they are written: the key with its quotation marks.
struct WrittenField {
  std::string_view key;
  std::string_view value;
};

// The fields of the object `json`, in order; views of it. REQUIRES: `json` is
// one valid JSON object without white space between its parts, or "" (which
// has no fields).
std::vector<WrittenField> written_fields(std::string_view json);

}  // namespace stemma::show
