// Data-driven tests: files under tests/cases, several cases each.
//
//   == title of the case
//   @ language en          (settings, none or more)
//   input, one line or more
//   ----
//   expected, one line or more
//
// Expected text is written by hand. UPDATE_EXPECT=1 in the environment
// rewrites it to what the program gives, for a person to read in the diff.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace stemma::testing {

struct Case {
  std::string title;
  std::map<std::string, std::string> settings;
  std::string input;     // without the last line break
  std::string expected;  // the same

  // The setting, or "" if it is not given.
  std::string setting(const std::string& name) const;
};

// Runs every case of tests/cases/<file> and compares actual(case) with what is
// expected; each difference is a GoogleTest failure that shows title and both
// texts.
void check_cases(std::string_view file,
                 const std::function<std::string(const Case&)>& actual);

}  // namespace stemma::testing
