// Reports of made-up outlets for the tests of this module.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "collate/collate.h"
#include "text/analyze.h"

namespace stemma::collate {

inline constexpr std::int64_t kDay = 86400;

// Reports of made-up outlets with what the stages before find in them.
class Reports {
 public:
  Report& add(std::string id, std::string text) {
    auto& entry = *entries_.emplace_back(std::make_unique<Entry>());
    entry.report.id = std::move(id);
    entry.report.text = std::move(text);
    entry.report.language = "en";
    entry.report.published = {19700 * kDay, TimePrecision::kDay,
                              TimeOrigin::kField};
    return entry.report;
  }

  Matrix collate() {
    std::vector<Witness> witnesses;
    for (auto& entry : entries_) {
      entry->analysis = text::analyze(entry->report);
      witnesses.push_back(
          {&entry->report, &entry->analysis, &entry->quotations});
    }
    return collate::collate(witnesses);
  }

  std::string_view slice_of(ReportIndex report, Span span) const {
    return slice(entries_[report]->report.text, span);
  }
  const std::string& id(ReportIndex report) const {
    return entries_[report]->report.id;
  }
  std::vector<Quotation>& quotations(std::size_t report) {
    return entries_[report]->quotations;
  }
  std::vector<Quotation>& last_quotations() {
    return entries_.back()->quotations;
  }
  PublicationTime& published(std::size_t report) {
    return entries_[report]->report.published;
  }
  void reverse() { std::reverse(entries_.begin(), entries_.end()); }

 private:
  struct Entry {
    Report report;
    Analysis analysis;
    std::vector<Quotation> quotations;
  };
  std::vector<std::unique_ptr<Entry>> entries_;
};

// Input: reports, each "# id" and its text; "# id undated" has no date, "# id
// +2" is of two days later.
inline Reports parse(const std::string& input) {
  Reports reports;
  Report* report = nullptr;
  std::size_t at = 0;
  while (at < input.size()) {
    const std::size_t end = std::min(input.find('\n', at), input.size());
    const std::string line = input.substr(at, end - at);
    if (line.starts_with("# ")) {
      const std::size_t space = line.find(' ', 2);
      report = &reports.add(line.substr(2, space - 2), "");
      const std::string when =
          space == std::string::npos ? "" : line.substr(space + 1);
      if (when == "undated") {
        report->published = {};
      } else if (when.starts_with("+")) {
        report->published.seconds += kDay * std::stoi(when);
      }
    } else {
      if (!report->text.empty()) report->text += '\n';
      report->text += line;
    }
    at = end + 1;
  }
  return reports;
}

}  // namespace stemma::collate
