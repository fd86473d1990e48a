// Completion scripts for shells, made from the table of flags.
#pragma once

#include <string>
#include <string_view>

namespace stemma::cli {

// The script for "bash", "zsh" or "fish".
std::string completion_script(std::string_view shell);

}  // namespace stemma::cli
