// A million reports cannot be read twice and analysed for two numbers a story.
// So a sketch is made of each while it is read for grouping, from the tokens
// that are at hand then, and all that is counted later is counted from
// sketches.
//
// A sketch is a sample of the report's runs of words: those whose hash is below
// a limit that leaves about as many as there is room for (Broder 1997). The
// choice depends on the run alone, so what two texts share is met in both
// samples or in none, and below the smaller of two limits the shares of common
// runs are estimates of those of the whole texts. Runs are of words as folded,
// not of stems, and end with a sentence or a quotation.
//
// As in narration.h, what stands in quotation marks is no evidence of a shared
// text. A run has a bit for it, and whoever compares sketches of a story takes
// out what one of them has as quoted. Marks are followed by plain rules: a mark
// is closed by its partner or by the end of the line, and marks around one or
// two words quote nothing.
//
// Besides: a hash of all words, for equal texts; the content words of the
// beginning, for what the news is; how much is speech, in marks or not; credits
// and media cited (declared_sketch.h). Of texts of more than 1,200 tokens the
// rest is not seen.
#include "origin/telling_sketch.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/sort_hashes.h"
#include "base/utf8.h"
#include "origin/declared_sketch.h"
#include "origin/told_words.h"
#include "text/parts.h"
#include "text/quote_marks.h"
#include "text/stops.h"
#include "text/tokenize.h"

namespace stemma::origin {
namespace {

constexpr std::size_t kMostTokens = 1200;
constexpr std::uint32_t kPart = 2048;       // bytes tokenised at once
constexpr std::size_t kLeadWords = 40;      // content words looked at
constexpr std::uint32_t kFewestQuoted = 3;  // words between marks
// A sample aims below its room, so that it is seldom cut.
constexpr double kFilled = 0.88;
constexpr std::uint32_t kNoLimit = std::numeric_limits<std::uint32_t>::max();

std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 32U;
  hash *= 0xD6E8FEB86659FD93U;
  hash ^= hash >> 32U;
  return hash;
}

std::uint16_t code_of(std::string_view language) {
  if (language.size() < 2) return 0;
  const auto first = static_cast<unsigned char>(language[0]);
  const auto second = static_cast<unsigned char>(language[1]);
  return static_cast<std::uint16_t>(first << 8U | second);
}

// Not the marks that open in Swedish what they close elsewhere, nor single
// ones, which are apostrophes more often.
bool opens_quotation(char32_t mark) {
  switch (mark) {
    case U'"':
    case 0x201C:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0xFF02:
    case 0x300C:
    case 0x300E:
      return true;
    default:
      return false;
  }
}

bool line_ends_between(std::string_view text, const Token& a, const Token& b) {
  for (std::uint32_t at = a.span.end; at < b.span.begin; ++at) {
    if (text[at] == '\n') return true;
  }
  return false;
}

void fill_lead(std::span<const Token> tokens, TellingSketch& sketch) {
  std::array<std::uint16_t, kLeadWords> lead{};
  std::size_t size = 0;
  for (const Token& token : tokens) {
    if (size == kLeadWords) break;
    if (token.kind == TokenKind::kPunctuation || token.function_word) continue;
    lead[size++] = static_cast<std::uint16_t>(token.stem >> 24U);
  }
  const auto first = lead.begin();
  std::sort(first, first + static_cast<std::ptrdiff_t>(size));
  const auto last =
      std::unique(first, first + static_cast<std::ptrdiff_t>(size));
  sketch.lead_words = static_cast<std::uint16_t>(
      std::min<std::ptrdiff_t>(last - first, std::ssize(sketch.lead)));
  std::copy_n(first, sketch.lead_words, sketch.lead.begin());
}

}  // namespace

void TellingSketcher::read_tokens(const Report& report,
                                  std::string_view language,
                                  std::span<const Token> beginning) {
  tokens_.assign(beginning.begin(), beginning.end());
  const auto size = static_cast<std::uint32_t>(report.text.size());
  std::uint32_t at = tokens_.empty() ? 0 : tokens_.back().span.end;
  const auto read_to = [&](std::uint32_t end) {
    while (at < end && tokens_.size() < kMostTokens) {
      const std::uint32_t part =
          text::end_of_part(report.text, {at, end}, kPart);
      text::append_tokens(report.text, {at, part}, language, tokens_);
      at = part;
    }
  };
  for (const Paratext& part : report.paratext) {
    read_to(part.span.begin);
    at = std::max(at, part.span.end);
  }
  read_to(size);
  if (tokens_.size() > kMostTokens) tokens_.resize(kMostTokens);
}

void TellingSketcher::mark_quoted(std::string_view text) {
  sentence_of_.resize(tokens_.size());
  std::uint32_t sentence = 0;
  bool stopped = false;  // the token before ended a sentence
  char32_t opener = 0;
  std::size_t opened = 0;    // the token behind the mark
  std::uint32_t inside = 0;  // words since
  const auto close = [&](std::size_t end) {
    opener = 0;
    if (inside < kFewestQuoted) return;
    for (std::size_t i = opened; i < end; ++i) tokens_[i].quoted = true;
  };
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    Token& token = tokens_[i];
    token.quoted = false;
    if (i > 0 && line_ends_between(text, tokens_[i - 1], token)) {
      if (opener != 0) close(i);
      if (!stopped) ++sentence;
    }
    stopped = false;
    sentence_of_[i] = sentence;
    if (token.kind != TokenKind::kPunctuation) {
      ++inside;
      continue;
    }
    const char32_t mark = decode_utf8(text, token.span.begin).value;
    stopped = text::stop_kind(mark) != text::StopKind::kNone;
    if (stopped) ++sentence;
    if (opener != 0 && text::closes(opener, mark)) {
      close(i);
    } else if (opener == 0 && opens_quotation(mark)) {
      opener = mark;
      opened = i + 1;
      inside = 0;
    }
  }
  if (opener != 0) close(tokens_.size());
}

void TellingSketcher::collect_words(TellingSketch& sketch) {
  folds_.clear();
  in_run_.clear();
  told_.clear();
  std::uint32_t sentence = 0;
  std::uint32_t in_run = 0;
  std::uint32_t told = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::kPunctuation) continue;
    const std::uint32_t narrated = token.quoted ? 0 : 1;
    const bool goes_on = sentence == sentence_of_[i] && told == narrated;
    in_run = goes_on ? in_run + 1 : 1;
    sentence = sentence_of_[i];
    told = narrated;
    folds_.push_back(token.fold);
    in_run_.push_back(in_run);
    told_.push_back(told);
    sketch.text = std::rotl(sketch.text, 7) * 0x9E3779B97F4A7C15U ^ token.fold;
    if (token.quoted) ++sketch.said_words;
  }
  sketch.words = static_cast<std::uint16_t>(folds_.size());
}

// Without branches that a processor would guess wrong.
template <std::uint32_t length, std::size_t N>
void TellingSketcher::sample_runs(RunSample<N>& sample) {
  const auto runs = static_cast<std::size_t>(
      std::count_if(in_run_.begin(), in_run_.end(),
                    [](std::uint32_t words) { return words >= length; }));
  sample.limit = kNoLimit;
  std::uint32_t greatest = kNoLimit;
  if (runs > N) {
    const double share = kFilled * N / static_cast<double>(runs);
    sample.limit = static_cast<std::uint32_t>(share * kNoLimit);
    greatest = sample.limit - 1;
  }
  hashes_.resize(folds_.size());
  std::size_t found = 0;
  for (std::size_t i = length - 1; i < folds_.size(); ++i) {
    std::uint64_t hash = length;
    for (std::size_t k = i + 1 - length; k <= i; ++k) {
      hash = std::rotl(hash, 19) ^ folds_[k];
    }
    const auto run = static_cast<std::uint32_t>(mix(hash)) | 1U;
    hashes_[found] = run - told_[i];
    found += static_cast<std::size_t>(in_run_[i] >= length) &
             static_cast<std::size_t>(run <= greatest);
  }
  hashes_.resize(found);
  sort_hashes(hashes_, greatest);
  // Of a run told both ways the quoted one, which comes last, is kept.
  std::size_t kept = 0;
  for (const std::uint32_t run : hashes_) {
    if (kept > 0 && (hashes_[kept - 1] | 1U) == (run | 1U)) --kept;
    hashes_[kept++] = run;
  }
  if (kept > N) {
    sample.limit = hashes_[N] & ~1U;
    kept = N;
  }
  sample.size = static_cast<std::uint16_t>(kept);
  std::copy_n(hashes_.begin(), kept, sample.runs.begin());
}

TellingSketch TellingSketcher::make(const Report& report,
                                    std::string_view language,
                                    std::span<const Token> beginning) {
  TellingSketch sketch;
  read_tokens(report, language, beginning);
  mark_quoted(report.text);
  collect_words(sketch);
  sample_runs<3>(sketch.short_runs);
  sample_runs<5>(sketch.long_runs);
  fill_lead(beginning, sketch);
  sketch.language = code_of(language);
  sketch.told_words =
      static_cast<std::uint16_t>(told_words(language, tokens_, sentence_of_));
  sketch.declared = declared_.make(report, language, tokens_, sentence_of_);
  return sketch;
}

}  // namespace stemma::origin
