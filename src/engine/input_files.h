// The files that the names of inputs stand for.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/files.h"
#include "stemma/error.h"

namespace stemma::engine {

struct InputFiles {
  std::vector<FoundFile> files;  // each once; standard input is "-"
  std::vector<Error> unreadable;
};

// Lists files, what is in directories, and standard input for "-". Of a file
// named twice the smallest path counts, so that the order of the inputs changes
// nothing. Files of one relative path go by the paths they were reached by.
InputFiles list_inputs(std::span<const std::string> names);

}  // namespace stemma::engine
