// What holds of every report that was read, whatever the bytes were.
#pragma once

#include <cstdint>
#include <cstdlib>

#include "base/utf8.h"
#include "stemma/types/report.h"

namespace stemma {

// Aborts if it does not hold. `size`: bytes of the input.
inline void check_report(const Report& report, std::size_t size) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  for (const std::string* field :
       {&report.id, &report.outlet, &report.group, &report.url, &report.title,
        &report.text, &report.language, &report.byline, &report.story,
        &report.extra}) {
    require(is_valid_utf8(*field));
  }
  require(!report.text.empty());
  std::uint32_t end = 0;
  for (const Paratext& part : report.paratext) {
    require(part.span.begin >= end && part.span.begin < part.span.end);
    require(part.span.end <= report.text.size());
    require(is_valid_utf8(slice(report.text, part.span)));
    end = part.span.end;
  }
  for (const Credit& credit : report.credits) {
    require(is_valid_utf8(credit.name) && !credit.name.empty());
    require(credit.span.end <= report.text.size());
    require(credit.span.empty() ||
            slice(report.text, credit.span) == credit.name);
  }
  for (const Remark& remark : report.remarks) require(remark.offset <= size);
}

}  // namespace stemma
