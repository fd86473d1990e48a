#include "read/decisions.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <simdjson.h>

#include "base/utf8.h"

namespace stemma::read {
namespace {

bool read_ids(simdjson::dom::element value, std::vector<std::string>& ids) {
  simdjson::dom::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS) return false;
  for (const simdjson::dom::element item : list) {
    std::string_view id;
    if (item.get_string().get(id) != simdjson::SUCCESS) return false;
    if (!is_valid_utf8(id)) return false;  // half a surrogate pair
    ids.emplace_back(id);
  }
  return ids.size() >= 2;
}

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += byte;
    } else if (value < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out += "\\u00";
      out += kHex[value >> 4U];
      out += kHex[value & 0xFU];
    } else {
      out += byte;
    }
  }
  out += '"';
}

bool read_decision(simdjson::dom::parser& parser, std::string_view line,
                   StoryDecision& decision) {
  simdjson::dom::object object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) {
    return false;
  }
  if (object.size() != 1) return false;
  const auto field = *object.begin();
  if (field.key != "merge" && field.key != "split") return false;
  decision.kind =
      field.key == "merge" ? DecisionKind::kMerge : DecisionKind::kSplit;
  return read_ids(field.value, decision.reports);
}

Error malformed(std::size_t number) {
  return {.code = ErrorCode::kMalformed,
          .where = "line " + std::to_string(number),
          .found = "no decision",
          .expected = R"({"merge":["ID","ID"]} or {"split":["ID","ID"]})",
          .advice = "mend or remove the line"};
}

}  // namespace

Result<std::vector<StoryDecision>> parse_decisions(std::string_view bytes) {
  std::vector<StoryDecision> decisions;
  simdjson::dom::parser parser;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    StoryDecision decision;
    if (!read_decision(parser, line, decision)) return fail(malformed(number));
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

std::string decision_line(const StoryDecision& decision) {
  std::string line =
      decision.kind == DecisionKind::kMerge ? R"({"merge":[)" : R"({"split":[)";
  for (std::size_t i = 0; i < decision.reports.size(); ++i) {
    if (i > 0) line += ',';
    append_json_string(decision.reports[i], line);
  }
  return line + "]}\n";
}

}  // namespace stemma::read
