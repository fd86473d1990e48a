#include "origin/readings.h"

#include <algorithm>

#include "origin/aligned_units.h"

namespace stemma::origin {
namespace {

// The units in one order: text by text, each new one behind the one that it
// follows.
std::vector<std::uint32_t> order_units(
    std::size_t units, const std::vector<std::vector<std::uint32_t>>& texts) {
  constexpr std::uint32_t kUnplaced = ~std::uint32_t{0};
  const auto head = static_cast<std::uint32_t>(units);
  std::vector<std::uint32_t> next(units + 1, kUnplaced);
  next[head] = head;
  for (const auto& text : texts) {
    std::uint32_t at = head;
    for (const std::uint32_t unit : text) {
      if (next[unit] == kUnplaced) {
        next[unit] = next[at];
        next[at] = unit;
      }
      at = unit;
    }
  }
  std::vector<std::uint32_t> order;
  order.reserve(units);
  for (auto at = next[head]; at != head; at = next[at]) order.push_back(at);
  return order;
}

// Numbers the readings of a unit behind those that are there; each text's own
// is noted in `held`, sorted by text.
void number_unit(const Unit& unit, TextReadings& readings,
                 std::vector<std::vector<std::uint32_t>>& held) {
  const auto number = static_cast<std::uint32_t>(readings.units());
  const std::size_t places = unit.versions.size() == 1 ? 1 : unit.places.size();
  for (std::size_t p = 0; p < places; ++p) {
    const std::uint32_t place =
        readings.place_of.empty() ? 0 : readings.place_of.back() + 1;
    std::vector<Stem> words;
    const auto first = static_cast<std::uint32_t>(readings.count);
    for (const Version& version : unit.versions) {
      const auto at =
          std::find(words.begin(), words.end(), version.at_place[p]);
      held[version.text].push_back(
          first + static_cast<std::uint32_t>(at - words.begin()));
      if (at == words.end()) words.push_back(version.at_place[p]);
    }
    readings.count += words.size();
    readings.place_of.resize(readings.count, place);
    readings.unit_of.resize(readings.count, number);
  }
  readings.unit_begin.push_back(static_cast<std::uint32_t>(readings.count));
}

}  // namespace

TextReadings make_readings(std::span<const Narration* const> texts) {
  const AlignedUnits aligned = align_units(texts);
  const std::vector<Unit>& all = aligned.units;
  TextReadings readings;
  readings.unit_begin.push_back(0);
  std::vector<std::vector<std::uint32_t>> held(texts.size());
  const auto order = order_units(all.size(), aligned.of_texts);
  for (const std::uint32_t unit : order) {
    number_unit(all[unit], readings, held);
  }
  readings.shared = BitSet(readings.count);
  readings.shared_units = BitSet(order.size());
  BitSet seen(readings.count);
  for (const auto& of_text : held) {
    BitSet& set = readings.of_text.emplace_back(readings.count);
    for (const std::uint32_t reading : of_text) set.insert(reading);
    readings.shared |= seen & set;
    seen |= set;
  }
  for (std::uint32_t unit = 0; unit < order.size(); ++unit) {
    if (all[order[unit]].versions.size() > 1) {
      readings.shared_units.insert(unit);
    }
  }
  return readings;
}

NodeWords words_of(const TextReadings& all, const BitSet& readings) {
  NodeWords words{readings, BitSet(all.units()), BitSet(all.count)};
  std::uint32_t last = ~std::uint32_t{0};
  readings.for_each([&](std::size_t reading) {
    const std::uint32_t unit = all.unit_of[reading];
    if (unit == last) return;
    last = unit;
    words.units.insert(unit);
    words.room.insert_range(all.unit_begin[unit], all.unit_begin[unit + 1]);
  });
  return words;
}

Changes changes_between(const TextReadings& all, const NodeWords& from,
                        const NodeWords& to) {
  const BitSet changed = (from.readings - to.readings) & to.room;
  const BitSet lost = from.units - to.units;
  Changes changes;
  changes.places = changed.count();
  changes.runs = stretches(changed, from.readings & to.readings);
  changes.again =
      (((to.readings - from.readings) & from.room) & all.shared).count();
  changes.lost = lost.count();
  changes.cuts = stretches(lost, from.units & to.units);
  changes.gained = ((to.units - from.units) & all.shared_units).count();
  return changes;
}

}  // namespace stemma::origin
