// A story made by hand for the tests of this module.
#pragma once

#include <string>
#include <string_view>

#include "stemma/engine.h"

namespace stemma::show {

// The span of `part` in `text`. REQUIRES: it is there.
inline Span span_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(text.find(part));
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

inline Report report_of(std::string id, std::string outlet, std::string text) {
  Report report;
  report.id = std::move(id);
  report.outlet = std::move(outlet);
  report.text = std::move(text);
  return report;
}

// Two reports: "a" of the outlet Lantern with two sentences, of 2031-03-04
// 08:10, and the undated "b" without an outlet with one. One row over both,
// which differs in a number; a second row only in "a".
struct Fixture {
  // The story as `stemma stories` tells of it.
  StorySummary summary() const;

  Corpus corpus;
  StoryStudy study;
  Fixture();
};

}  // namespace stemma::show
