// Fields are taken by name, a canonical name before its aliases (DESIGN: so
// that files of other tools can be read as they are). What a field holds is
// taken for what it must mean: a number as an id is its digits, null is
// absence, a list of authors is a byline, a list of strings as the text is its
// paragraphs. What has no meaning here, or could not be understood, is kept in
// Report::extra as it came. The text is required; nothing is put in its place.
#include "read/json_record.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/dates.h"

namespace stemma::read {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

enum class Field : std::uint8_t {
  kId,
  kText,
  kOutlet,
  kGroup,
  kUrl,
  kTitle,
  kPublished,
  kLanguage,
  kByline,
  kCredit,
};
constexpr std::size_t kFields = 10;

struct FieldName {
  std::string_view name;
  Field field;
};

// Of several names of one field the first in this list counts.
constexpr std::array<FieldName, 19> kNames = {{
    {"id", Field::kId},          {"text", Field::kText},
    {"maintext", Field::kText},  {"outlet", Field::kOutlet},
    {"series", Field::kOutlet},  {"source_domain", Field::kOutlet},
    {"group", Field::kGroup},    {"url", Field::kUrl},
    {"title", Field::kTitle},    {"published", Field::kPublished},
    {"date", Field::kPublished}, {"date_publish", Field::kPublished},
    {"lang", Field::kLanguage},  {"language", Field::kLanguage},
    {"byline", Field::kByline},  {"authors", Field::kByline},
    {"author", Field::kByline},  {"credit", Field::kCredit},
    {"credits", Field::kCredit},
}};

std::size_t rank_of(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].name == name) return i;
  }
  return kNames.size();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// The value as text: strings, numbers, and of an object its name. Nothing for
// null, truth values, lists and blank strings.
std::optional<std::string> scalar_text(element value) {
  switch (value.type()) {
    case element_type::STRING: {
      const std::string_view text = value.get_string().value_unsafe();
      if (trimmed(text).empty()) return std::nullopt;
      return std::string(text);
    }
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      return simdjson::minify(value);
    case element_type::OBJECT: {
      element name;
      if (value["name"].get(name) != simdjson::SUCCESS) return std::nullopt;
      if (!name.is_string()) return std::nullopt;
      return scalar_text(name);
    }
    default:
      return std::nullopt;
  }
}

// The value, or each value of a list, as text.
std::vector<std::string> texts_of(element value) {
  std::vector<std::string> texts;
  simdjson::dom::array list;
  if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      if (auto text = scalar_text(item)) texts.push_back(std::move(*text));
    }
  } else if (auto text = scalar_text(value)) {
    texts.push_back(std::move(*text));
  }
  return texts;
}

std::string joined(const std::vector<std::string>& texts,
                   std::string_view separator) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

// Seconds since 1970 may come with a fraction, which is no matter here.
std::optional<std::string> written_time(element value) {
  constexpr double kEnd = 1e15;
  double number = 0;
  if (value.is_double() && value.get_double().get(number) == 0 &&
      std::abs(number) < kEnd) {
    return std::to_string(static_cast<std::int64_t>(std::floor(number)));
  }
  return scalar_text(value);
}

std::optional<PublicationTime> published_of(element value) {
  const auto written = written_time(value);
  if (!written) return std::nullopt;
  auto time = text::parse_time(trimmed(*written));
  if (time) time->origin = TimeOrigin::kField;
  return time;
}

// "en" of "en", "EN", "en-US", "en_GB"; nothing for what is no such code.
std::optional<std::string> language_of(element value) {
  const auto written = scalar_text(value);
  if (!written) return std::nullopt;
  const std::string_view code = trimmed(*written);
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  if (code.size() < 2 || !is_letter(code[0]) || !is_letter(code[1])) {
    return std::nullopt;
  }
  if (code.size() > 2 && code[2] != '-' && code[2] != '_') return std::nullopt;
  constexpr int kLowerCase = 0x20;
  return std::string{static_cast<char>(code[0] | kLowerCase),
                     static_cast<char>(code[1] | kLowerCase)};
}

// Sets the field; false if the value means nothing for it.
bool set_plain(std::string& field, std::optional<std::string> value) {
  if (!value) return false;
  field = std::string(trimmed(*value));
  return true;
}

bool set_text(Report& report, element value) {
  if (value.type() != element_type::STRING &&
      value.type() != element_type::ARRAY) {
    return false;
  }
  report.text = joined(texts_of(value), "\n\n");
  return !report.text.empty();
}

bool set_credits(Report& report, element value) {
  for (const std::string& name : texts_of(value)) {
    report.credits.push_back({.name = std::string(trimmed(name))});
  }
  return !report.credits.empty();
}

bool set_field(Report& report, Field field, element value) {
  switch (field) {
    case Field::kId:
      return set_plain(report.id, scalar_text(value));
    case Field::kText:
      return set_text(report, value);
    case Field::kOutlet:
      return set_plain(report.outlet, scalar_text(value));
    case Field::kGroup:
      return set_plain(report.group, scalar_text(value));
    case Field::kUrl:
      return set_plain(report.url, scalar_text(value));
    case Field::kTitle:
      return set_plain(report.title, scalar_text(value));
    case Field::kPublished: {
      const auto time = published_of(value);
      if (time) report.published = *time;
      return time.has_value();
    }
    case Field::kLanguage:
      return set_plain(report.language, language_of(value));
    case Field::kByline:
      report.byline = joined(texts_of(value), ", ");
      return !report.byline.empty();
    case Field::kCredit:
      return set_credits(report, value);
  }
  return false;
}

struct Candidate {
  std::string_view key;
  element value;
  std::size_t rank = kNames.size();
};

void append_extra(std::string& extra, std::string_view key, element value) {
  extra += extra.empty() ? "{" : ",";
  // A key is written as simdjson writes any string: it has no call for this
  // alone, so the escapes are made here.
  extra += '"';
  for (const char byte : key) {
    if (byte == '"' || byte == '\\') {
      extra += '\\';
      extra += byte;
    } else if (static_cast<unsigned char>(byte) < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      extra += "\\u00";
      extra += kHex[static_cast<unsigned char>(byte) >> 4U];
      extra += kHex[static_cast<unsigned char>(byte) & 0xFU];
    } else {
      extra += byte;
    }
  }
  extra += "\":";
  extra += simdjson::minify(value);
}

Error no_text() {
  return {.code = ErrorCode::kMalformed,
          .found = "a record without text",
          .expected = "a field \"text\" that is not empty",
          .advice = "add the text or remove the record"};
}

// Takes the fields in the order of their rank, so that an alias counts only
// where no better name gave a value; the rest goes into `extra` in the order
// of the record.
void set_fields(const simdjson::dom::object& object, std::string_view group_by,
                Report& report) {
  std::vector<Candidate> all;
  for (const auto& [key, value] : object) {
    all.push_back({key, value, rank_of(key)});
    if (key == group_by && !key.empty()) {
      if (const auto story = scalar_text(value)) report.story = *story;
    }
  }
  std::array<bool, kFields> is_set = {};
  for (std::size_t rank = 0; rank < kNames.size(); ++rank) {
    const Field field = kNames[rank].field;
    for (Candidate& candidate : all) {
      if (candidate.rank != rank || is_set[static_cast<std::size_t>(field)]) {
        continue;
      }
      if (set_field(report, field, candidate.value)) {
        is_set[static_cast<std::size_t>(field)] = true;
        candidate.key = {};
      }
    }
  }
  for (const Candidate& candidate : all) {
    const bool known = candidate.rank < kNames.size();
    if (known && (candidate.key.empty() || candidate.value.is_null())) continue;
    append_extra(report.extra, candidate.key, candidate.value);
  }
  if (!report.extra.empty()) report.extra += '}';
}

}  // namespace

Result<Report> report_of(element record, std::string_view group_by) {
  simdjson::dom::object object;
  if (record.get_object().get(object) != simdjson::SUCCESS) {
    return fail({.code = ErrorCode::kMalformed,
                 .found = "JSON that is no object",
                 .expected = "one JSON object a record",
                 .advice = "mend or remove the record"});
  }
  Report report;
  set_fields(object, group_by, report);
  if (report.text.empty()) return fail(no_text());
  return report;
}

}  // namespace stemma::read
