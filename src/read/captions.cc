#include "read/captions.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "read/forms.h"
#include "read/lines.h"

namespace stemma::read {
namespace {

constexpr std::uint32_t kMaxBoilerplateBytes = 120;
constexpr std::uint32_t kMaxCreditBytes = 120;
constexpr std::uint32_t kMaxGapBytes = 60;

class CaptionReader {
 public:
  explicit CaptionReader(Report& report)
      : report_(report), text_(report.text), taken_(report.paratext) {
    std::sort(
        taken_.begin(), taken_.end(),
        [](const Paratext& a, const Paratext& b) { return a.span < b.span; });
  }

  void run() {
    for (const Span line : first_lines(text_, text_.size())) {
      read_line(line);
    }
  }

 private:
  std::string_view at(Span span) const { return slice(text_, span); }

  void add(Span span) {
    const auto after =
        std::upper_bound(taken_.begin(), taken_.end(), span.begin,
                         [](std::uint32_t begin, const Paratext& part) {
                           return begin < part.span.begin;
                         });
    const bool free_behind =
        after == taken_.end() || after->span.begin >= span.end;
    const bool free_before =
        after == taken_.begin() || std::prev(after)->span.end <= span.begin;
    if (!free_behind || !free_before || span.begin < last_end_) return;
    report_.paratext.push_back({ParatextKind::kCaption, span});
    last_end_ = span.end;
  }

  void read_line(Span line) {
    const std::string_view written = at(line);
    if (line.size() <= kMaxBoilerplateBytes &&
        form_prefix(Form::kBoilerplate, written) > 0 && is_furniture(line)) {
      return add(line);
    }
    const std::uint32_t label_end = read_labels(line);
    read_groups({label_end, line.end});
  }

  // The whole line is the form, or a form and a title after a colon.
  bool is_furniture(Span line) const {
    const std::size_t form = form_prefix(Form::kBoilerplate, at(line));
    const Span rest = trim(text_, {plus(line.begin, form), line.end});
    return rest.empty() || colon_at(text_, rest.begin) > 0 ||
           !after_stop(text_, line.end);
  }

  struct Label {
    std::uint32_t end = 0;  // after the colon, if there is one
    bool whole_line = false;
  };

  // The label that begins at `span`. A single word needs a colon after it or
  // nothing, as it can begin a sentence.
  std::optional<Label> find_label(Span span) const {
    const std::size_t size = form_prefix(Form::kCaptionLabel, at(span));
    if (size == 0) return std::nullopt;
    const Span form{span.begin, plus(span.begin, size)};
    const Span rest = trim(text_, {form.end, span.end});
    const std::size_t colon = rest.empty() ? 0 : colon_at(text_, rest.begin);
    const bool several_words = at(form).find(' ') != std::string_view::npos;
    const std::string* extent = form_value(Form::kCaptionLabel, at(form));
    const bool before_words = extent != nullptr && *extent == "label";
    if (colon == 0 && !rest.empty() && !several_words && !before_words) {
      return std::nullopt;
    }
    return Label{colon > 0 ? plus(rest.begin, colon) : form.end, !before_words};
  }

  // "Image copyright AFP Image caption The harbour": the labels and what
  // stands between them. Returns where the words of the caption begin.
  std::uint32_t read_labels(Span line) {
    const auto first = find_label(line);
    if (!first) return line.begin;
    std::uint32_t end = first->end;
    if (first->whole_line) {
      end = line.size() <= kMaxCreditBytes ? line.end : end;
    } else {
      const Span gap{end, std::min(line.end, end + kMaxGapBytes)};
      for (const Span word : words_in(text_, gap, gap.size())) {
        const auto next = find_label({word.begin, line.end});
        if (next) end = next->end;
      }
    }
    add({line.begin, end});
    return end;
  }

  // "(Photo by A. Writer)" anywhere in a line.
  void read_groups(Span line) {
    std::uint32_t i = line.begin;
    while (i < line.end) {
      const std::size_t open = at({i, line.end}).find('(');
      if (open == std::string_view::npos) return;
      const std::uint32_t begin = plus(i, open);
      const Span window{begin, std::min(line.end, begin + kMaxCreditBytes)};
      const std::size_t close = at(window).find(')');
      i = begin + 1;
      if (close == std::string_view::npos) continue;
      const Span inner{begin + 1, plus(begin, close)};
      const auto label = find_label(inner);
      if (!label || trim(text_, {label->end, inner.end}).empty()) continue;
      add({begin, inner.end + 1});
      i = inner.end + 1;
    }
  }

  Report& report_;
  std::string_view text_;
  std::vector<Paratext> taken_;
  std::uint32_t last_end_ = 0;
};

}  // namespace

void read_captions(Report& report) { CaptionReader(report).run(); }

}  // namespace stemma::read
