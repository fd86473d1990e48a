// How quotation marks are paired.
//
// The marks are read in order with a stack of open regions. What a mark is
// follows from three things: its shape (a low mark only opens), what touches
// it (space before and a letter after: it opens), and what is open. Where
// these leave a choice, a mark that can close what is open closes it; so the
// same character serves English, German and Swedish style without the
// language being known.
//
// Losses stay local: a region that is still open at the end of its paragraph
// ends there, and so does one whose mark is opened once more before it was
// closed. If the next paragraph reopens the mark, the region goes on in it;
// so it does if the next mark that is no apostrophe can only close it and
// stands at most four paragraphs on.
//
// Single marks are apostrophes unless they pair: one that never closes is
// dropped, and where an apostrophe of a plural ("the workers' hall") could
// close, a later single mark is preferred.
//
// Every mark is pushed and popped once, and only the four innermost regions
// are looked at for a match, so the pass is linear.
#include "text/quoted_regions.h"

#include <algorithm>

#include "text/gaps.h"
#include "text/quote_marks.h"

namespace stemma::text {
namespace {

constexpr std::size_t kMatchDepth = 4;  // innermost regions tried
constexpr std::size_t kDeepest = 32;    // marks nested deeper are passed over
constexpr std::uint32_t kMaxUnmarked = 4;  // paragraphs to a closing mark

class Pairing {
 public:
  Pairing(std::string_view text, std::span<const Token> tokens)
      : tokens_(tokens) {
    const std::vector<Gap> gaps = find_gaps(text, tokens);
    for (std::uint32_t i = 1; i <= tokens.size(); ++i) {
      if (ends_paragraph(gaps[i])) paragraph_ends_.push_back(i);
    }
    marks_ = find_quote_marks(text, tokens, gaps);
    look_ahead();
  }

  std::vector<QuotedRegion> pair() {
    std::uint32_t paragraph = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      Going going = Going::kEnds;
      while (marks_[i].paragraph != paragraph) {
        going = leave_paragraph(paragraph, i);
        const bool goes_on = going == Going::kUnmarked;
        paragraph = goes_on ? paragraph + 1 : marks_[i].paragraph;
      }
      if (going == Going::kReopened) {
        begin_region(marks_[i]);
        regions_.back().region.continues = true;
      } else {
        take(i);
      }
    }
    leave_paragraph(paragraph, marks_.size());
    return finish();
  }

 private:
  struct Region {
    QuotedRegion region;
    bool dropped = false;
  };

  // How a region that a paragraph leaves open goes on in the next.
  enum class Going : std::uint8_t { kEnds, kReopened, kUnmarked };

  struct Open {
    std::size_t region = 0;
    char32_t opener = 0;
    // A region of the same marks that closed inside this one: the closing
    // mark may have been meant for both.
    const QuoteMark* shared = nullptr;
  };

  // What of the paragraph is still to come at each mark.
  struct Ahead {
    bool single_closes = false;  // before the next single opening mark, a
                                 // mark like this one that could close
    int guillemets = 0;          // closing ones less opening ones, from here
    int curly = 0;               // the same of English double marks
    std::size_t sure = 0;        // the next mark that is no single one, in
                                 // whatever paragraph
  };

  void look_ahead() {
    ahead_.resize(marks_.size());
    bool single_curly = false;
    bool straight = false;
    int guillemets = 0;
    int curly = 0;
    std::size_t sure = marks_.size();
    for (std::size_t i = marks_.size(); i-- > 0;) {
      const QuoteMark& mark = marks_[i];
      if (!is_single(mark.value)) sure = i;
      ahead_[i].sure = sure;
      if (i + 1 < marks_.size() && marks_[i + 1].paragraph != mark.paragraph) {
        single_curly = straight = false;
        guillemets = curly = 0;
      }
      if (mark.value == 0x00BB) ++guillemets;
      if (mark.value == 0x00AB) --guillemets;
      ahead_[i].guillemets = guillemets;
      if (mark.value == 0x201D && mark.closes_word) ++curly;
      if (mark.value == 0x201C && !mark.closes_word) --curly;
      ahead_[i].curly = curly;
      if (!is_single(mark.value)) continue;
      bool& alike = mark.value == U'\'' ? straight : single_curly;
      ahead_[i].single_closes = alike;
      if (mark.closes_word) alike = true;
      if (mark.opens_word) single_curly = straight = false;
    }
  }

  void take(std::size_t i) {
    const QuoteMark& mark = marks_[i];
    // A single mark may be an apostrophe: it never ends what is open inside.
    const std::size_t deepest = is_single(mark.value) ? 1 : kMatchDepth;
    const std::size_t tried = std::min(open_.size(), deepest);
    for (std::size_t k = 0; k < tried; ++k) {
      const std::size_t depth = open_.size() - 1 - k;
      if (accepts(open_[depth].opener, i)) {
        close(depth, mark);
        return;
      }
    }
    if (!may_open(mark)) return;
    if (mark.value == 0x00AB) end_shared(i);
    if (!is_nested(i)) end_alike(mark);
    begin_region(mark);
  }

  // The same English marks inside one another: what is open and what opens
  // here are all closed before the paragraph ends.
  bool is_nested(std::size_t i) const {
    const auto depth =
        std::count_if(open_.begin(), open_.end(),
                      [](const Open& one) { return one.opener == 0x201C; });
    return marks_[i].value == 0x201C && ahead_[i].curly >= depth;
  }

  // A mark that is opened once more before it was closed ends there.
  void end_alike(const QuoteMark& mark) {
    if (!open_.empty() && open_.back().opener == mark.value &&
        mark.value != 0x00AB && !only_opens(mark.value)) {
      abandon(mark.token);
    }
  }

  // Russian closes two guillemets with one mark. Where the paragraph has too
  // few closing ones left for what is open, the outer region ended with the
  // inner one.
  void end_shared(std::size_t i) {
    const auto depth =
        std::count_if(open_.begin(), open_.end(),
                      [](const Open& one) { return one.opener == 0x00AB; });
    if (!open_.empty() && open_.back().shared != nullptr &&
        depth > ahead_[i].guillemets) {
      abandon(marks_[i].token);
    }
  }

  bool accepts(char32_t opener, std::size_t i) const {
    const QuoteMark& mark = marks_[i];
    if (!closes(opener, mark.value)) return false;
    if (is_single(mark.value)) {
      return !mark.opens_word &&
             !(mark.possessive_like && ahead_[i].single_closes);
    }
    // Some papers write the opening mark on both sides.
    if (opener == 0x201C && mark.value == opener) return mark.closes_word;
    const bool also_opens = mark.value == opener || mark.value == 0x201C ||
                            mark.value == 0x00AB || mark.value == 0x2039 ||
                            mark.value == U'"';
    return !(also_opens && mark.opens_word);
  }

  static bool may_open(const QuoteMark& mark) {
    if (only_opens(mark.value)) return !mark.closes_word;
    if (only_closes(mark.value)) return false;
    switch (mark.value) {
      case 0x2019:
        return false;
      case 0x201D:
      case 0x00BB:
      case 0x203A:
      case U'\'':
        return mark.opens_word;
      case 0x2018:
        return !mark.closes_word && !mark.after_letters && !mark.after_number;
      case U'"':
      case kTwoStraight:
        return !mark.closes_word && !mark.after_number;
      default:
        return !mark.closes_word;
    }
  }

  void begin_region(const QuoteMark& mark) {
    if (open_.size() >= kDeepest) return;
    QuotedRegion region;
    region.outer = mark_span(mark);
    region.first_token = mark.token + mark.width;
    region.last_token = region.first_token;
    open_.push_back({regions_.size(), mark.value});
    regions_.push_back({region});
  }

  // Ends the innermost region before token `end` for want of a closing mark.
  void abandon(std::uint32_t end) {
    const Open last = open_.back();
    open_.pop_back();
    Region& found = regions_[last.region];
    if (is_single(last.opener)) {
      found.dropped = true;
      return;
    }
    if (!open_.empty()) open_.back().shared = nullptr;
    if (last.shared != nullptr) {
      set_end(found.region, last.shared->token);
      found.region.outer.end = mark_span(*last.shared).end;
    } else {
      set_end(found.region, end);
      found.region.closed = false;
    }
  }

  void close(std::size_t depth, const QuoteMark& mark) {
    while (open_.size() > depth + 1) abandon(mark.token);
    const Open last = open_.back();
    open_.pop_back();
    QuotedRegion& region = regions_[last.region].region;
    set_end(region, mark.token);
    region.outer.end = mark_span(mark).end;
    if (open_.empty()) return;
    open_.back().shared = open_.back().opener == last.opener ? &mark : nullptr;
  }

  // Ends what is open at the end of a paragraph. Returns how what follows,
  // from the mark `next` on, takes the outermost region up again.
  Going leave_paragraph(std::uint32_t paragraph, std::size_t next) {
    if (open_.empty()) return Going::kEnds;
    const std::uint32_t end = paragraph_ends_[paragraph];
    const char32_t opener = open_.front().opener;
    Going going = Going::kEnds;
    if (next < marks_.size()) {
      const QuoteMark& mark = marks_[next];
      if (mark.paragraph == paragraph + 1 && reopens(mark, opener)) {
        going = Going::kReopened;
      } else if (ends_later(paragraph, ahead_[next].sure, opener)) {
        going = Going::kUnmarked;
      }
    }
    while (open_.size() > 1) abandon(end);
    if (going == Going::kEnds) {
      abandon(end);
      return going;
    }
    set_end(regions_[open_.front().region].region, end);
    regions_[open_.front().region].region.closed = false;
    open_.clear();
    if (going == Going::kUnmarked) begin_unmarked(end, opener);
    return going;
  }

  // Begins a region at the first token of a paragraph, without a mark.
  void begin_unmarked(std::uint32_t first, char32_t opener) {
    QuotedRegion region;
    region.first_token = first;
    region.last_token = first;
    region.outer.begin = tokens_[first].span.begin;
    region.continues = true;
    open_.push_back({regions_.size(), opener});
    regions_.push_back({region});
  }

  // The mark can be nothing but the end of what `opener` opened in or before
  // the paragraph.
  bool ends_later(std::uint32_t paragraph, std::size_t mark,
                  char32_t opener) const {
    return mark < marks_.size() &&
           marks_[mark].paragraph <= paragraph + kMaxUnmarked &&
           only_ends(marks_[mark], opener);
  }

  static bool only_ends(const QuoteMark& mark, char32_t opener) {
    const bool only_one_side =
        opener != mark.value && (mark.value == 0x201D || mark.value == 0x00BB);
    const bool straight = opener == mark.value && mark.value == U'"';
    return (only_one_side || straight) && closes(opener, mark.value) &&
           mark.closes_word && !mark.opens_word && !mark.first_in_paragraph;
  }

  static bool reopens(const QuoteMark& mark, char32_t opener) {
    if (!mark.first_in_paragraph) return false;
    // French papers repeat the closing mark before each paragraph.
    if (opener == 0x00AB && mark.value == 0x00BB) return true;
    return mark.value == opener && !mark.closes_word;
  }

  void set_end(QuotedRegion& region, std::uint32_t end) const {
    region.last_token = std::max(end, region.first_token);
    if (region.last_token > region.first_token) {
      region.outer.end = tokens_[region.last_token - 1].span.end;
    }
  }

  Span mark_span(const QuoteMark& mark) const {
    return cover(tokens_[mark.token].span,
                 tokens_[mark.token + mark.width - 1].span);
  }

  std::vector<QuotedRegion> finish() {
    std::vector<QuotedRegion> found;
    std::vector<std::uint32_t> ends;
    for (const Region& one : regions_) {
      if (one.dropped) continue;
      QuotedRegion region = one.region;
      const bool empty = region.first_token == region.last_token;
      const std::uint32_t after = tokens_[region.first_token - 1].span.end;
      region.inner = empty ? Span{after, after}
                           : cover(tokens_[region.first_token].span,
                                   tokens_[region.last_token - 1].span);
      while (!ends.empty() && ends.back() <= region.outer.begin) {
        ends.pop_back();
      }
      region.level = static_cast<std::uint8_t>(ends.size());
      ends.push_back(region.outer.end);
      found.push_back(region);
    }
    return found;
  }

  std::span<const Token> tokens_;
  std::vector<std::uint32_t> paragraph_ends_;  // one past the last token
  std::vector<QuoteMark> marks_;
  std::vector<Ahead> ahead_;     // by mark
  std::vector<Region> regions_;  // by position
  std::vector<Open> open_;       // outermost first
};

}  // namespace

std::vector<QuotedRegion> find_quoted_regions(std::string_view text,
                                              std::span<const Token> tokens) {
  if (tokens.empty()) return {};
  return Pairing(text, tokens).pair();
}

}  // namespace stemma::text
