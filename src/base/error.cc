#include "stemma/error.h"

namespace stemma {

std::string_view error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument:
      return "invalid-argument";
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kPermissionDenied:
      return "permission-denied";
    case ErrorCode::kMalformed:
      return "malformed";
    case ErrorCode::kDataLoss:
      return "data-loss";
    case ErrorCode::kResourceExhausted:
      return "resource-exhausted";
    case ErrorCode::kUnavailable:
      return "unavailable";
    case ErrorCode::kInternal:
      return "internal";
  }
  return "unknown";
}

std::string Error::to_string() const {
  std::string out = where.empty() ? std::string(error_code_name(code)) : where;
  const char* separator = ": ";
  const auto append = [&](const char* label, const std::string& part) {
    if (part.empty()) return;
    out += separator;
    out += label;
    out += part;
    separator = ", ";
  };
  append("", found);
  append("expected ", expected);
  if (!advice.empty()) {
    out += "; ";
    out += advice;
  }
  return out;
}

}  // namespace stemma
