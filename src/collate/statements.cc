#include "collate/statements.h"

#include <algorithm>
#include <list>
#include <map>
#include <tuple>

#include "collate/readings.h"
#include "collate/voices.h"
#include "text/names.h"

namespace stemma::collate {
namespace {

constexpr double kSameName = 0.75;
constexpr std::size_t kMaxAttributed = 16;  // names listed for a row
constexpr std::size_t kMaxParts = 6;        // sentences of a cell, compared

// Units of one report in a group, in the order of the text.
using CellUnits = std::vector<std::uint32_t>;

bool makes_row(const StoryText& story, const UnitGroup& group) {
  std::vector<ReportIndex> reports;
  for (const std::uint32_t unit : group.units) {
    if (story.units[unit].voice != Voice::kHeading) return true;
    reports.push_back(story.units[unit].report);
  }
  return reports.front() != reports.back();
}

// Neighbouring units of a sentence are one span, with the marks between them.
std::vector<Span> joined_spans(const StoryText& story, const CellUnits& units) {
  std::vector<Span> spans;
  std::uint32_t last = 0;
  for (const std::uint32_t unit : units) {
    const Unit& here = story.units[unit];
    const bool follows = !spans.empty() && last + 1 == unit &&
                         story.units[last].sentence == here.sentence &&
                         story.units[last].tokens.last + 2 >= here.tokens.first;
    if (follows) {
      spans.back().end = here.span.end;
    } else {
      spans.push_back(here.span);
    }
    last = unit;
  }
  return spans;
}

// Of each sentence of a cell the words from its first to its last unit; the
// first few sentences.
std::vector<Wording> wordings(const StoryText& story, const CellUnits& units) {
  std::vector<Wording> parts;
  std::uint32_t sentence = 0;
  for (const std::uint32_t number : units) {
    const Unit& unit = story.units[number];
    if (!parts.empty() && unit.sentence == sentence) {
      Wording& part = parts.back();
      part.tokens.last = unit.tokens.last;
      part.terms.last = unit.terms.last;
      part.span = cover(part.span, unit.span);
      part.set = nullptr;
    } else if (parts.size() < kMaxParts) {
      parts.push_back(wording(unit));
      sentence = unit.sentence;
    }
  }
  return parts;
}

// The part of the terms of two wordings that match.
float alike(const StoryText& story, const Wording& a, const Wording& b) {
  const auto terms = [&](const Wording& side) {
    return std::span(story.reports[side.report].terms)
        .subspan(side.terms.first, side.terms.size());
  };
  const auto all = static_cast<float>(a.terms.size() + b.terms.size());
  return all > 0 ? matched_terms(terms(a), terms(b)) / all : 0;
}

// What is compared of two cells: of several sentences the two most alike.
std::pair<Wording, Wording> compared_wordings(const StoryText& story,
                                              const CellUnits& base,
                                              const CellUnits& units) {
  const std::vector<Wording> xs = wordings(story, base);
  const std::vector<Wording> ys = wordings(story, units);
  std::pair<Wording, Wording> best{xs.front(), ys.front()};
  if (xs.size() == 1 && ys.size() == 1) return best;
  float most = -1;
  for (const Wording& x : xs) {
    for (const Wording& y : ys) {
      const float here = alike(story, x, y);
      if (here > most) best = {x, y};
      most = std::max(most, here);
    }
  }
  return best;
}

void add_speaker(const std::string& name, Support& support,
                 std::vector<std::uint32_t>& cells) {
  for (std::size_t i = 0; i < support.attributed_to.size(); ++i) {
    std::string& known = support.attributed_to[i];
    if (text::name_similarity(known, name) < kSameName) continue;
    ++cells[i];
    if (name.size() > known.size()) known = name;
    return;
  }
  if (support.attributed_to.size() == kMaxAttributed) return;
  support.attributed_to.push_back(name);
  cells.push_back(1);
}

// `attributed`: whether each cell is somebody's words.
Support support_of(const MatrixRow& row, const std::vector<bool>& attributed) {
  Support support;
  support.reports = static_cast<std::uint32_t>(row.cells.size());
  std::vector<std::uint32_t> cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& name = row.cells[i].attributed_to;
    if (!name.empty()) {
      add_speaker(name, support, cells);
    } else {
      ++(attributed[i] ? support.unnamed : support.not_attributed);
    }
  }
  std::vector<std::size_t> order(cells.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto x, auto y) { return cells[y] < cells[x]; });
  std::vector<std::string> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) sorted.push_back(support.attributed_to[i]);
  support.attributed_to = std::move(sorted);
  return support;
}

// The unit whose voice a cell has: of what is no heading the first, or the
// first one that is quoted.
const Unit& speaking_unit(const StoryText& story, const CellUnits& units) {
  const Unit* speaks = &story.units[units.front()];
  for (const std::uint32_t unit : units) {
    const Unit& here = story.units[unit];
    const bool better =
        speaks->voice == Voice::kHeading ||
        (speaks->quotation == nullptr && here.quotation != nullptr);
    if (better && here.voice != Voice::kHeading) speaks = &here;
  }
  return *speaks;
}

Cell make_cell(const StoryText& story, const CellUnits& units) {
  Cell cell;
  cell.report = story.units[units.front()].report;
  cell.spans = joined_spans(story, units);
  const Unit& speaks = speaking_unit(story, units);
  cell.voice = speaks.voice;
  if (speaks.quotation != nullptr) {
    cell.attributed_to = speaks.quotation->speaker;
  }
  return cell;
}

Voiced voiced(const StoryText& story, const CellUnits& units) {
  const Unit& speaks = speaking_unit(story, units);
  return {speaks.report, speaks.span, speaks.voice, speaks.quotation,
          story.sentences[speaks.sentence].attributed};
}

// Sets the relation of a cell to the base, and lists what differs.
void compare_to_base(const StoryText& story, const CellUnits& base,
                     const CellUnits& units, MatrixRow& row, Cell& cell) {
  const auto [x, y] = compared_wordings(story, base, units);
  Reading reading = compare_wordings(story, x, y);
  const std::vector<Difference> voices = differing_voices(
      story, voiced(story, base), voiced(story, units), reading.relation);
  for (const Difference& one : voices) {
    if (is_difference_in_fact(one)) reading.relation = Relation::kDiffers;
  }
  cell.relation = reading.relation;
  reading.differences.insert(reading.differences.end(), voices.begin(),
                             voices.end());
  row.differences.insert(row.differences.end(), reading.differences.begin(),
                         reading.differences.end());
}

MatrixRow make_row(const StoryText& story, const UnitGroup& group) {
  std::map<ReportIndex, CellUnits> by_report;
  for (const std::uint32_t unit : group.units) {
    by_report[story.units[unit].report].push_back(unit);
  }
  MatrixRow row;
  row.base = story.units[group.base].report;
  const CellUnits& base = by_report.at(row.base);
  std::vector<bool> attributed;
  for (const auto& [report, units] : by_report) {
    attributed.push_back(speaking_unit(story, units).quotation != nullptr);
    Cell cell = make_cell(story, units);
    if (report != row.base) compare_to_base(story, base, units, row, cell);
    row.cells.push_back(std::move(cell));
  }
  row.support = support_of(row, attributed);
  return row;
}

struct Place {
  std::uint32_t begin = 0;  // of the first span in the report
  std::uint32_t row = 0;
};

// The rows as a chain: those of the fullest report in its order, then, report
// by report, each further row behind the one that it follows there. What a
// report begins with and no other has stands behind the first row that it
// shares, or at the end, so that the matrix opens with what the fullest has.
std::vector<std::uint32_t> reading_order(const std::vector<MatrixRow>& rows,
                                         std::size_t reports) {
  std::vector<std::vector<Place>> places(reports);
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (const Cell& cell : rows[i].cells) {
      places[cell.report].push_back({cell.spans.front().begin, i});
    }
  }
  std::vector<ReportIndex> fullest(reports);
  for (ReportIndex i = 0; i < reports; ++i) fullest[i] = i;
  std::stable_sort(fullest.begin(), fullest.end(), [&](auto x, auto y) {
    return places[y].size() < places[x].size();
  });
  std::list<std::uint32_t> chain;
  std::vector<std::list<std::uint32_t>::iterator> at(rows.size(), chain.end());
  for (const ReportIndex report : fullest) {
    std::sort(places[report].begin(), places[report].end(),
              [](const Place& x, const Place& y) {
                return std::tuple(x.begin, x.row) < std::tuple(y.begin, y.row);
              });
    const auto shared = std::find_if(
        places[report].begin(), places[report].end(),
        [&](const Place& place) { return at[place.row] != chain.end(); });
    auto next = shared == places[report].end() ? chain.end()
                                               : std::next(at[shared->row]);
    for (const Place& place : places[report]) {
      if (at[place.row] == chain.end()) {
        at[place.row] = chain.insert(next, place.row);
      }
      next = std::next(at[place.row]);
    }
  }
  return {chain.begin(), chain.end()};
}

}  // namespace

std::vector<MatrixRow> make_rows(const StoryText& story,
                                 std::span<const UnitGroup> groups) {
  std::vector<MatrixRow> rows;
  for (const UnitGroup& group : groups) {
    if (makes_row(story, group)) rows.push_back(make_row(story, group));
  }
  std::vector<MatrixRow> ordered;
  ordered.reserve(rows.size());
  for (const std::uint32_t row : reading_order(rows, story.witnesses.size())) {
    ordered.push_back(std::move(rows[row]));
  }
  return ordered;
}

}  // namespace stemma::collate
