// Reports for the tests of find_reuse().
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "reuse/reuse.h"

namespace stemma::reuse {

// Reports with the plainest analysis that find_reuse needs: words between
// blanks, sentences up to a stop.
class Reports {
 public:
  void add(std::string outlet, std::string text) {
    Report& report = reports_.emplace_back();
    report.outlet = std::move(outlet);
    report.text = std::move(text);
    analyses_.push_back(plain_analysis(report.text));
  }

  void date_last(std::int64_t seconds) {
    reports_.back().published = {seconds, TimePrecision::kSecond,
                                 TimeOrigin::kField};
  }

  ReuseResult find(const ReuseOptions& options = {},
                   const Loop& loop = run_in_order) const {
    return find_reuse(witnesses(), options, loop);
  }

  std::vector<Witness> witnesses() const {
    std::vector<Witness> witnesses;
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      witnesses.push_back({&reports_[i], &analyses_[i], nullptr});
    }
    return witnesses;
  }

  std::string text(ReportIndex report, Span span) const {
    return std::string(slice(reports_[report].text, span));
  }

 private:
  static Analysis plain_analysis(std::string_view text) {
    Analysis analysis;
    bool quoted = false;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < text.size();) {
      std::uint32_t end = i + 1;
      Token token;
      if (text[i] == ' ') {
        i = end;
        continue;
      }
      if (text[i] == '.' || text[i] == '"') {
        token.kind = TokenKind::kPunctuation;
        quoted = quoted != (text[i] == '"');
      } else {
        while (end < text.size() && text[end] != ' ' && text[end] != '.' &&
               text[end] != '"') {
          ++end;
        }
        token.quoted = quoted;
      }
      token.span = {i, end};
      token.fold = token.stem = hash_bytes(slice(text, token.span));
      analysis.tokens.push_back(token);
      if (text[i] == '.') {
        close(analysis, first);
      }
      i = end;
    }
    close(analysis, first);
    return analysis;
  }

  static void close(Analysis& analysis, std::uint32_t& first) {
    const auto end = static_cast<std::uint32_t>(analysis.tokens.size());
    if (end == first) return;
    Sentence sentence;
    sentence.first_token = first;
    sentence.last_token = end;
    sentence.span = {analysis.tokens[first].span.begin,
                     analysis.tokens[end - 1].span.end};
    analysis.sentences.push_back(sentence);
    first = end;
  }

  std::deque<Report> reports_;
  std::deque<Analysis> analyses_;
};

inline constexpr const char* kFire =
    "the harbour master of Lunholm closed both ferry piers after midnight "
    "when burning cargo drifted towards moored fishing boats near warehouse "
    "nine.";
inline constexpr const char* kOther =
    "voters chose seventeen councillors yesterday while rain kept turnout "
    "below every forecast made during spring.";

// The sentence with numbered words before it, so that no two are equal.
inline std::string told_by(int reporter, std::string_view sentence) {
  std::string text;
  for (int i = 0; i < 30; ++i) {
    text += 'w' + std::to_string(reporter * 100 + i) + ' ';
  }
  return text + "end. " + std::string(sentence);
}

}  // namespace stemma::reuse
