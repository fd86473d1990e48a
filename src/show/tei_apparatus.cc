#include "show/tei_apparatus.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "show/words.h"

namespace stemma::show {
namespace {

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
  return std::any_of(a.begin(), a.end(), [&](Span x) {
    return std::any_of(b.begin(), b.end(),
                       [&](Span y) { return x.overlaps(y); });
  });
}

// A wording other than the base's in one segment.
struct Variant {
  std::vector<std::uint32_t> readings;  // positions among the row's cells
  std::string_view type;
  std::string cause;  // "" if no fact differs there
};

// Writes one row, segment by segment, and keeps count of what of the base's
// text is written.
class Apparatus {
 public:
  Apparatus(const TeiStory& story, const MatrixRow& row,
            const Collation& collation, HtmlWriter& html)
      : story_(story),
        row_(row),
        collation_(collation),
        html_(html),
        base_(row.cells[collation.base]) {}

  void write() {
    for (const Segment& segment : collation_.segments) {
      const std::vector<Variant> variants = variants_of(segment);
      const std::vector<Span>& lemma = segment.spans[collation_.base];
      if (!lemma.empty()) write_up_to(lemma.front().begin);
      if (variants.empty()) {
        write_base(lemma);
      } else {
        write_entry(segment, variants);
      }
    }
    if (!base_.spans.empty()) write_up_to(base_.spans.back().end);
  }

 private:
  std::vector<Variant> variants_of(const Segment& segment) const {
    const std::uint32_t own = segment.wording[collation_.base];
    std::vector<Variant> variants;
    std::vector<std::size_t> variant_of(segment.wording.size() + 1, 0);
    for (std::uint32_t r = 0; r < segment.wording.size(); ++r) {
      const std::uint32_t number = segment.wording[r];
      if (number == own) continue;
      if (variant_of[number] == 0) {
        variants.push_back({{}, type_of(segment, r), {}});
        variant_of[number] = variants.size();
      }
      Variant& variant = variants[variant_of[number] - 1];
      variant.readings.push_back(r);
      if (variant.cause.empty()) variant.cause = cause_of(segment, r);
    }
    return variants;
  }

  std::string_view type_of(const Segment& segment, std::uint32_t r) const {
    const std::vector<Span>& base = segment.spans[collation_.base];
    const std::vector<Span>& words = segment.spans[r];
    for (const Change& change : collation_.changes[r]) {
      if (change.kind == ChangeKind::kMoved &&
          (overlap(change.base, base) || overlap(change.spans, words))) {
        return word(ChangeKind::kMoved);
      }
    }
    if (base.empty()) return word(ChangeKind::kInserted);
    return word(words.empty() ? ChangeKind::kCut : ChangeKind::kReplaced);
  }

  std::string cause_of(const Segment& segment, std::uint32_t r) const {
    for (const Difference& difference : row_.differences) {
      for (const DifferenceValue& value : difference.values) {
        if (value.report == row_.cells[r].report &&
            overlap({value.span}, segment.spans[r])) {
          return hyphened(word(difference.kind));
        }
      }
    }
    return {};
  }

  // The base's text between what is written and `position`; an ellipsis where
  // a further span of it begins.
  void write_up_to(std::uint32_t position) {
    const std::string& text = story_.reports.report(base_.report).text;
    for (const Span span : base_.spans) {
      if (span.begin > position) break;
      if (span.begin > written_) {
        if (started_) html_.markup(" \u2026 ");
        written_ = span.begin;
      }
      const std::uint32_t end = std::min(position, span.end);
      if (end <= written_) continue;
      write_xml(slice(text, {written_, end}), html_);
      written_ = end;
      started_ = true;
    }
  }

  void write_base(const std::vector<Span>& words) {
    for (const Span span : words) {
      write_up_to(span.begin);
      write_up_to(span.end);
    }
  }

  std::string wit(const std::vector<std::uint32_t>& readings) const {
    std::vector<ReportIndex> reports;
    reports.reserve(readings.size());
    for (const std::uint32_t r : readings) {
      reports.push_back(row_.cells[r].report);
    }
    return pointers(story_, reports);
  }

  // `grouped`: the type stands on the group.
  void write_variant(const Segment& segment, const Variant& variant,
                     std::string_view type) {
    html_.markup("<rdg wit=\"").text(wit(variant.readings)).markup("\"");
    if (!type.empty()) html_.markup(" type=\"").text(type).markup("\"");
    if (!variant.cause.empty()) {
      html_.markup(" cause=\"").text(variant.cause).markup("\"");
    }
    const std::uint32_t first = variant.readings.front();
    const std::vector<Span>& words = segment.spans[first];
    if (words.empty()) {
      html_.markup("/>");
      return;
    }
    const bool between = segment.spans[collation_.base].empty();
    html_.markup(between && started_ ? "> " : ">");
    write_xml(story_.reports.text(row_.cells[first].report, words), html_);
    html_.markup(between && !started_ ? " </rdg>" : "</rdg>");
  }

  void write_entry(const Segment& segment,
                   const std::vector<Variant>& variants) {
    std::vector<std::uint32_t> with_base;
    for (std::uint32_t r = 0; r < segment.wording.size(); ++r) {
      if (segment.wording[r] == segment.wording[collation_.base]) {
        with_base.push_back(r);
      }
    }
    html_.markup("<app><lem wit=\"").text(wit(with_base)).markup("\">");
    write_base(segment.spans[collation_.base]);
    html_.markup("</lem>");
    write_by_type(segment, variants);
    html_.markup("</app>");
  }

  void write_by_type(const Segment& segment,
                     const std::vector<Variant>& variants) {
    for (const ChangeKind kind : {ChangeKind::kReplaced, ChangeKind::kInserted,
                                  ChangeKind::kCut, ChangeKind::kMoved}) {
      const std::string_view type = word(kind);
      const auto of_type = [&](const Variant& v) { return v.type == type; };
      const bool group =
          std::count_if(variants.begin(), variants.end(), of_type) > 1;
      if (group) {
        html_.markup("<rdgGrp type=\"").text(type).markup("\">");
      }
      for (const Variant& variant : variants) {
        if (!of_type(variant)) continue;
        write_variant(segment, variant, group ? std::string_view() : type);
      }
      if (group) html_.markup("</rdgGrp>");
    }
  }

  const TeiStory& story_;
  const MatrixRow& row_;
  const Collation& collation_;
  HtmlWriter& html_;
  const Cell& base_;
  std::uint32_t written_ = 0;  // bytes of the base's text
  bool started_ = false;
};

}  // namespace

std::string witness_id(const TeiStory& story, ReportIndex report) {
  return fmt::format("s{}-w{}", story.number, report + 1);
}

std::string pointers(const TeiStory& story,
                     std::span<const ReportIndex> reports) {
  std::string out;
  for (const ReportIndex report : reports) {
    if (!out.empty()) out += ' ';
    out += '#' + witness_id(story, report);
  }
  return out;
}

std::string hyphened(std::string_view words) {
  std::string out(words);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

void write_xml(std::string_view text, HtmlWriter& html) {
  std::size_t kept_from = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const std::string_view next = text.substr(i, 3);
    if (next != "\xEF\xBF\xBE" && next != "\xEF\xBF\xBF") continue;
    html.text(text.substr(kept_from, i - kept_from)).markup("\xEF\xBF\xBD");
    kept_from = i + 3;
    i += 2;
  }
  html.text(text.substr(kept_from));
}

void write_apparatus(const TeiStory& story, std::size_t row, HtmlWriter& html) {
  Apparatus(story, story.study.matrix.rows[row], story.study.collations[row],
            html)
      .write();
}

}  // namespace stemma::show
