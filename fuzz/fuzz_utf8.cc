// Repaired text is valid, and positions survive the way to code points and
// back.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const stemma::RepairedText repaired = stemma::repair_utf8(bytes);
  if (!stemma::is_valid_utf8(repaired.text)) std::abort();
  if (stemma::is_valid_utf8(bytes) && repaired.text != bytes) std::abort();
  const stemma::CodePointMap map(repaired.text);
  for (std::uint32_t i = 0; i < repaired.text.size();
       i += stemma::decode_utf8(repaired.text, i).size) {
    if (map.to_bytes(map.to_code_points(i)) != i) std::abort();
  }
  return 0;
}
