#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "show/texts.h"
#include "show/words.h"

namespace stemma::show {
namespace {

struct Member {
  ReportIndex report = 0;
  const Quotation* quotation = nullptr;
};

using Family = std::vector<Member>;

// In the order of their first member.
std::vector<Family> families_of(
    const std::vector<std::vector<Quotation>>& quotations) {
  std::vector<Family> families;
  std::map<std::string_view, std::size_t> by_id;
  for (ReportIndex i = 0; i < quotations.size(); ++i) {
    for (const Quotation& one : quotations[i]) {
      const auto [known, fresh] = by_id.emplace(one.family, families.size());
      if (fresh || one.family.empty()) families.emplace_back();
      const std::size_t index =
          one.family.empty() ? families.size() - 1 : known->second;
      families[index].push_back({i, &one});
    }
  }
  return families;
}

// Speakers as written, each once.
std::string speakers_of(const Family& family) {
  std::vector<std::string_view> speakers;
  for (const Member& one : family) {
    const std::string_view speaker = one.quotation->speaker;
    const bool known =
        std::find(speakers.begin(), speakers.end(), speaker) != speakers.end();
    if (!speaker.empty() && !known) speakers.push_back(speaker);
  }
  if (speakers.empty()) return "speaker unknown";
  return fmt::format("{}", fmt::join(speakers, " / "));
}

std::string about(const ReportSet& reports, const Member& member) {
  const Quotation& one = *member.quotation;
  std::string line = plain_line(reports.name(member.report));
  line += fmt::format(", {}", word(one.form));
  if (one.wording != WordingChange::kNone) {
    line += fmt::format(", {}", word(one.wording));
  }
  if (one.attribution == AttributionChange::kDropped) {
    line += ", attribution dropped";
  } else if (one.attribution == AttributionChange::kOtherSpeaker) {
    line += ", other speaker: " + plain_line(one.speaker);
  }
  return line;
}

}  // namespace

std::string families_text(const ReportSet& reports,
                          const std::vector<std::vector<Quotation>>& quotations,
                          const TextStyle& style) {
  std::string out;
  for (const Family& family : families_of(quotations)) {
    out += bold(plain_line(speakers_of(family)), style) + '\n';
    for (const Member& member : family) {
      out += "  " + dim(about(reports, member), style) + '\n';
      out += wrapped(reports.text(member.report, member.quotation->content), 4,
                     style.width);
    }
  }
  return out;
}

}  // namespace stemma::show
