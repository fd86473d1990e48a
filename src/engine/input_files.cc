#include "engine/input_files.h"

#include <cstddef>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace stemma::engine {
namespace {

// Files of different inputs that have one relative path go by the paths that
// they were reached by.
void part_equal_names(std::vector<FoundFile>& files) {
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, std::size_t> files_of_name;
    for (const FoundFile& file : files) ++files_of_name[file.relative];
    for (FoundFile& file : files) {
      if (files_of_name[file.relative] == 1) continue;
      std::string path = plain_path(file.path);
      if (path == file.relative) continue;
      file.relative = std::move(path);
      changed = true;
    }
  }
}

}  // namespace

InputFiles list_inputs(std::span<const std::string> names) {
  InputFiles inputs;
  std::map<std::string, std::size_t> seen;
  for (const std::string& name : names) {
    if (name == "-") {
      if (!seen.emplace("-", inputs.files.size()).second) continue;
      inputs.files.push_back({.path = "-", .real = "-"});
      continue;
    }
    auto listing = list_files(name);
    if (!listing) {
      inputs.unreadable.push_back(listing.error());
      continue;
    }
    for (FoundFile& file : listing->files) {
      const auto [place, fresh] = seen.emplace(file.real, inputs.files.size());
      if (fresh) {
        inputs.files.push_back(std::move(file));
        continue;
      }
      FoundFile& known = inputs.files[place->second];
      if (std::tie(file.relative, file.path) <
          std::tie(known.relative, known.path)) {
        known = std::move(file);
      }
    }
    std::move(listing->unreadable.begin(), listing->unreadable.end(),
              std::back_inserter(inputs.unreadable));
  }
  part_equal_names(inputs.files);
  return inputs;
}

}  // namespace stemma::engine
