// Error and Result<T>: the one way this library reports failure.
//
// A function that can fail because of its input, the disk or the network
// returns Result<T> (or Status when there is no value). Analysis of text does
// not fail: it returns a value, with remarks where the text was odd. A broken
// precondition is a bug of the caller, checked with STEMMA_ASSERT.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace stemma {

// Closed list: a caller acts differently on each. Detail goes in the texts.
enum class ErrorCode {
  kInvalidArgument,    // The request is wrong whatever the state.
  kNotFound,           // The named thing does not exist.
  kPermissionDenied,   // It exists and may not be read or written.
  kMalformed,          // Input that is not of the form it should have.
  kDataLoss,           // Bytes that this program stored are damaged.
  kResourceExhausted,  // A limit on memory, disk or size is reached.
  kUnavailable,        // The disk or network failed; trying again may help.
  kInternal,           // A bug in this library.
};

// "kMalformed" is "malformed", and so on: lower case, words joined by '-'.
std::string_view error_code_name(ErrorCode code);

// What went wrong, in the four parts a person needs. `found`, `expected` and
// `advice` may be empty.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string where;     // file, with line or byte offset where known
  std::string found;     // what is there
  std::string expected;  // what should be there
  std::string advice;    // what the user can do

  // "news.jsonl:7: no closing brace, expected one JSON object a line; mend or
  // remove the line". Empty parts are passed over.
  std::string to_string() const;

  friend bool operator==(const Error&, const Error&) = default;
};

// Either a T or an Error. tl::expected until the standard's can be used.
template <typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

// Shorthand: `return fail({...});` from a function that returns a Result.
inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace stemma

// For bugs of ours only: never reachable by input. On in debug and sanitizer
// builds, absent from release builds.
#ifdef STEMMA_ASSERTS
#define STEMMA_ASSERT(condition) assert(condition)
#else
#define STEMMA_ASSERT(condition) static_cast<void>(sizeof(!(condition)))
#endif
