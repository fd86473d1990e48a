// The one table of verbs and options: parsing, --help and the completion of
// the shells are made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cli/request.h"

namespace stemma::cli {

struct VerbInfo {
  Verb verb;
  std::string_view name;
  std::string_view summary;   // one line
  std::string_view argument;  // what the positional arguments are called
  std::string_view examples;  // shown by `stemma VERB --help`
};

std::span<const VerbInfo> verbs();

struct Flag {
  std::string_view names;  // "--output" or "-o,--output"
  // "FILE"; empty: a switch. Two words by a space: it takes two values, each
  // of which is set.
  std::string_view argument;
  std::string_view choices;  // the values it takes, by spaces; empty: any
  std::string_view summary;
  std::uint32_t verbs;  // bit of each verb that has it
  // Sets the value; what is wrong with it, or "".
  std::string (*set)(Request& request, const std::string& value);

  bool belongs_to(Verb verb) const {
    return (verbs >> static_cast<std::uint32_t>(verb) & 1U) != 0;
  }
};

std::span<const Flag> flags();

// The long name of a flag: "--output".
std::string_view long_name(const Flag& flag);

}  // namespace stemma::cli
