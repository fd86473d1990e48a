// A pair of reports as scripts/learn_origin_weights.py reads it.
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "show/json_writer.h"

namespace stemma {

// Refers to the names.
template <std::size_t N>
struct NamedFeatures {
  const std::array<std::string_view, N>& names;
  std::array<double, N> values;
};
// Older compilers (Clang before 17) deduce nothing for an aggregate.
template <std::size_t N>
NamedFeatures(const std::array<std::string_view, N>&, std::array<double, N>)
    -> NamedFeatures<N>;

template <std::size_t N>
void write_features(std::string_view key, const NamedFeatures<N>& features,
                    show::JsonWriter& json) {
  json.key(key).begin_object();
  for (std::size_t i = 0; i < N; ++i) {
    json.key(features.names[i]).number(features.values[i]);
  }
  json.end_object();
}

// Prints one line: what speaks for a common text and a common source of the
// reports with the ids `a` and `b`.
template <std::size_t N, std::size_t M>
void print_pair(std::string_view story, std::string_view a, std::string_view b,
                const NamedFeatures<N>& telling,
                const NamedFeatures<M>& source) {
  std::string line;
  show::JsonWriter json(line);
  json.begin_object().key("story").string(story);
  json.key("a").string(a);
  json.key("b").string(b);
  write_features("telling", telling, json);
  write_features("source", source, json);
  json.end_object();
  std::puts(line.c_str());
}

}  // namespace stemma
