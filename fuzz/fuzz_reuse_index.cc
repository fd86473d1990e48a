// Any bytes are an index, or an error; what is read of one holds together, and
// texts can be compared with it.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "reuse/added.h"
#include "reuse/index_format.h"

namespace {

using stemma::reuse::IndexSegment;
using stemma::reuse::IndexView;

constexpr std::size_t kHead = 16;
constexpr std::size_t kUnchecked = 16;

// Puts right what nobody hits by chance: the size and the checksum of the first
// addition.
void mend(std::vector<std::uint64_t>& words, std::size_t size) {
  if (size < kHead + kUnchecked + 8) return;
  const std::string_view bytes{reinterpret_cast<const char*>(words.data()),
                               size};
  words[2] = size - kHead;
  words[3] = stemma::hash_bytes(bytes.substr(kHead + kUnchecked));
}

void read_all(const IndexView& view) {
  for (const IndexSegment& segment : view.segments()) {
    for (std::size_t r = 0; r < segment.size(); ++r) {
      const auto read = segment.report(r);
      if (!read) continue;
      for (const stemma::Paratext& part : read->report.paratext) {
        if (part.span.end > read->report.text.size()) std::abort();
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  size -= size % 8;
  std::vector<std::uint64_t> words(size / 8);
  if (size > 0) std::memcpy(words.data(), data, size);
  for (const bool mended : {false, true}) {
    if (mended) mend(words, size);
    const auto view =
        IndexView::read({reinterpret_cast<const char*>(words.data()), size});
    if (!view) continue;
    read_all(*view);
    stemma::Report report;
    report.language = "en";
    report.text =
        "The harbour master of Lunholm closed both ferry piers after midnight "
        "when burning cargo drifted towards moored fishing boats.";
    const stemma::Witness witness{&report, nullptr, nullptr};
    static_cast<void>(stemma::reuse::add_reports({&witness, 1}, *view, {}));
  }
  return 0;
}
