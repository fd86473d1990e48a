#include "show/json_fields.h"

#include <cstddef>

namespace stemma::show {
namespace {

// The end of the string that begins at `begin`, after its closing mark.
std::size_t end_of_string(std::string_view json, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return at + 1;
}

// The end of the value that begins at `begin`: the comma or brace after it.
std::size_t end_of_value(std::string_view json, std::size_t begin) {
  std::size_t depth = 0;
  std::size_t at = begin;
  while (at < json.size()) {
    const char byte = json[at];
    if (byte == '"') {
      at = end_of_string(json, at);
      continue;
    }
    if (depth == 0 && (byte == ',' || byte == '}')) break;
    if (byte == '{' || byte == '[') ++depth;
    if (byte == '}' || byte == ']') --depth;
    ++at;
  }
  return at;
}

}  // namespace

std::vector<WrittenField> written_fields(std::string_view json) {
  std::vector<WrittenField> fields;
  std::size_t at = 1;
  while (at < json.size() && json[at] == '"') {
    const std::size_t key_end = end_of_string(json, at);
    const std::size_t end = end_of_value(json, key_end + 1);
    if (end >= json.size()) break;
    fields.push_back({json.substr(at, key_end - at),
                      json.substr(key_end + 1, end - key_end - 1)});
    at = end + 1;
  }
  return fields;
}

}  // namespace stemma::show
