// JSON with bytes in it that JSON forbids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/report.h"

namespace stemma::read {

struct RepairedJson {
  std::string bytes;
  std::vector<Remark> remarks;  // offsets in the input, in order
};

// True if `json` holds an escape that parsers let through and no text should
// hold: half a surrogate pair alone ("\uD800"), or a control byte ("\u0000").
bool has_odd_escape(std::string_view json);

// Replaces invalid UTF-8, lone surrogates and control bytes inside strings,
// escaped or not, by U+FFFD (tabs and line breaks by their escapes), control
// bytes between strings by spaces. Linear.
RepairedJson repair_json(std::string_view json);

// A remark for the place, or, from the limit on, a count of the rest, so that
// a damaged file does not fill the memory with remarks.
void add_remark(std::vector<Remark>& remarks, std::uint64_t offset,
                std::string_view text);

}  // namespace stemma::read
