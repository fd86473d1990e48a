// Any bytes are a table or an error that names a line.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/user_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rejections = stemma::engine::parse_rejections(bytes, "f");
  if (!rejections && !rejections.error().where.starts_with("f:")) std::abort();
  const auto outlets = stemma::engine::parse_outlets(bytes, "f");
  if (!outlets && !outlets.error().where.starts_with("f:")) std::abort();
  return 0;
}
