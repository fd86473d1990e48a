// Reports written in a test, analysed and ready to be traced.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "origin/origins.h"
#include "text/analyze.h"

namespace stemma::origin {

class StoryFixture {
 public:
  // Returns the report, to set its other fields before anything else is
  // added.
  Report& add(std::string outlet, std::string text, std::string language) {
    Report& report = reports_.emplace_back();
    report.id = outlet;
    report.outlet = std::move(outlet);
    report.text = std::move(text);
    report.language = std::move(language);
    analyses_.push_back(text::analyze(report));
    quotations_.emplace_back();
    return report;
  }
  Report& add(std::string outlet, std::string text) {
    return add(std::move(outlet), std::move(text), "en");
  }

  // An attribution of the words `content` in the report added last.
  void add_quotation(std::string_view content, std::string speaker,
                     std::string family) {
    const auto begin =
        static_cast<std::uint32_t>(reports_.back().text.find(content));
    const Span span{begin, begin + static_cast<std::uint32_t>(content.size())};
    quotations_.back().push_back({.content = {span},
                                  .speaker = std::move(speaker),
                                  .family = std::move(family)});
  }

  std::vector<Witness> witnesses() const {
    std::vector<Witness> witnesses;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      witnesses.push_back({&reports_[i], &analyses_[i], &quotations_[i]});
    }
    return witnesses;
  }

  Origins trace() const { return trace_origins(witnesses(), {}, {}); }

 private:
  std::deque<Report> reports_;
  std::deque<Analysis> analyses_;
  std::deque<std::vector<Quotation>> quotations_;
};

}  // namespace stemma::origin
