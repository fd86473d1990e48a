// Files compiled into the program (cmake/embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace stemma {

struct EmbeddedFile {
  std::string_view name;   // without folder and extension: "en"
  std::string_view bytes;  // both live as long as the program
};

}  // namespace stemma
