// Sketches of reports written in a test.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "origin/telling_sketch.h"
#include "text/tokenize.h"

namespace stemma::origin {

inline TellingSketch sketch_of(const Report& report) {
  TellingSketcher sketcher;
  return sketcher.make(report, report.language,
                       text::tokenize(report.text, report.language));
}

inline Report report_of(std::string outlet, std::string text,
                        std::string language = "en") {
  Report report;
  report.id = outlet;
  report.outlet = std::move(outlet);
  report.text = std::move(text);
  report.language = std::move(language);
  return report;
}

inline TellingSketch sketch_of(std::string outlet, std::string text) {
  return sketch_of(report_of(std::move(outlet), std::move(text)));
}

// `count` sentences of eight made-up words each, no word twice, one text for
// each `seed`. With `from` the sentences before that one are left out.
inline std::string made_up(std::uint32_t seed, std::uint32_t count,
                           std::uint32_t from = 0) {
  std::string text;
  for (std::uint32_t i = from * 8; i < count * 8; ++i) {
    std::string word(1, static_cast<char>('a' + seed % 26));
    for (std::uint32_t rest = i + 26; rest > 0; rest /= 26) {
      word += static_cast<char>('a' + rest % 26);
    }
    text += word + std::to_string(seed) + (i % 8 == 7 ? ". " : " ");
  }
  return text;
}

}  // namespace stemma::origin
