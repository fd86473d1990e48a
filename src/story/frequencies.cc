#include "story/frequencies.h"

#include <cmath>

namespace stemma::story {
namespace {

// Reports of other events that are taken as seen before the first one: in a
// small corpus the words of its one big story are no common words.
constexpr float kReportsImagined = 100;

constexpr std::uint32_t kLogarithms = 4096;

}  // namespace

DocumentFrequencies::DocumentFrequencies() : counts_(std::size_t{1} << kBits) {
  logarithms_.reserve(kLogarithms);
  for (std::uint32_t i = 0; i < kLogarithms; ++i) {
    logarithms_.push_back(logarithm_of(i));
  }
  total_ = kReportsImagined;
  scale_ = 1 + std::log(total_ + 1);
}

float DocumentFrequencies::logarithm_of(std::uint32_t with) {
  return std::log(static_cast<float>(with) + 1);
}

void DocumentFrequencies::add(const Outline& report) {
  if (since_forgetting_ == kForgetting) forget();
  ++since_forgetting_;
  ++reports_;
  total_ = kReportsImagined + static_cast<float>(reports_);
  scale_ = 1 + std::log(total_ + 1);
  // No counter can pass 2 * kForgetting.
  for (const CountedTerm& term : report[Field::kBody]) {
    ++counts_[place(term.term)];
  }
}

void DocumentFrequencies::forget() {
  for (std::uint16_t& count : counts_) count /= 2;
  reports_ /= 2;
  since_forgetting_ = 0;
}

}  // namespace stemma::story
