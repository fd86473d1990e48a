// JSON, compact, written straight into a string. The caller gives keys in the
// order in which they shall stand; nothing is sorted or kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stemma::show {

// Usage: writer.begin_object().key("id").string(id).end_object(). The caller
// keeps objects and arrays balanced; commas are put in here.
class JsonWriter {
 public:
  // Appends to `out`, which outlives the writer.
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);

  // Valid UTF-8 in quotes. Escapes what RFC 8259 demands, and U+2028 and
  // U+2029, which end a line in JavaScript and in some line readers.
  JsonWriter& string(std::string_view text);
  // As string(), or null where `text` is empty.
  JsonWriter& string_or_null(std::string_view text);
  JsonWriter& integer(std::uint64_t value);
  JsonWriter& signed_integer(std::int64_t value);
  // At most four decimals, without zeros at the end; null for what is no
  // number.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // A key or a value that is JSON already.
  JsonWriter& written_key(std::string_view json);
  JsonWriter& written_value(std::string_view json);

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();

  std::string& out_;
  bool comma_ = false;  // the next value or key stands after another
};

}  // namespace stemma::show
