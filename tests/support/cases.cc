#include "support/cases.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>

namespace stemma::testing {
namespace {

struct CaseFile {
  std::string preamble;  // what stands before the first case
  std::vector<Case> cases;
};

void append_line(const std::string& line, std::string& text, bool& first) {
  if (!first) text += '\n';
  text += line;
  first = false;
}

CaseFile read_case_file(const std::filesystem::path& path) {
  CaseFile file;
  std::ifstream in(path, std::ios::binary);
  std::string line;
  bool in_expected = false;
  bool first = true;
  while (std::getline(in, line)) {
    if (line.starts_with("== ")) {
      file.cases.push_back({.title = line.substr(3)});
      in_expected = false;
      first = true;
    } else if (file.cases.empty()) {
      file.preamble += line + '\n';
    } else if (!in_expected && line == "----") {
      in_expected = true;
      first = true;
    } else if (!in_expected && first && line.starts_with("@ ")) {
      const std::size_t space = line.find(' ', 2);
      file.cases.back().settings[line.substr(2, space - 2)] =
          space == std::string::npos ? "" : line.substr(space + 1);
    } else {
      Case& last = file.cases.back();
      append_line(line, in_expected ? last.expected : last.input, first);
    }
  }
  return file;
}

void write_case_file(const std::filesystem::path& path, const CaseFile& file) {
  std::ofstream out(path, std::ios::binary);
  out << file.preamble;
  for (const Case& one : file.cases) {
    out << "== " << one.title << '\n';
    for (const auto& [name, value] : one.settings) {
      out << "@ " << name << (value.empty() ? "" : " ") << value << '\n';
    }
    out << one.input << "\n----\n" << one.expected << '\n';
  }
}

// A blank line between two cases belongs to neither.
std::string without_last_break(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

std::string Case::setting(const std::string& name) const {
  const auto found = settings.find(name);
  return found == settings.end() ? "" : found->second;
}

void check_cases(std::string_view file,
                 const std::function<std::string(const Case&)>& actual) {
  const auto path = std::filesystem::path(STEMMA_CASES_DIR) / file;
  CaseFile cases = read_case_file(path);
  ASSERT_FALSE(cases.cases.empty()) << "no cases in " << path;
  const bool update = std::getenv("UPDATE_EXPECT") != nullptr;
  for (Case& one : cases.cases) {
    const std::string got = without_last_break(actual(one));
    if (update) {
      one.expected = got + "\n";
    } else {
      EXPECT_EQ(got, without_last_break(one.expected))
          << file << ": " << one.title;
    }
  }
  if (update) write_case_file(path, cases);
}

}  // namespace stemma::testing
