// Learns the weights of the quote module's labeller from a PolNeAR corpus:
//
//     learn_quote_model TRAIN.jsonl CLASSES.weights SENSES.txt OUT-FOLDER
//
// TRAIN.jsonl has one article a line: "text" and "attributions", each with
// spans of "source", "cue" and "content" in code points. CLASSES.weights is
// made by learn_word_classes; SENSES.txt is quote_senses.txt beside this file,
// whose words get classes of their own. Four files are written: words_en
// (classes, and how often a word belongs to a cue), cues_en, roles_en and
// judge_en. The first chain proposes cues; the second says which items of its
// frame are source and content; the judge accepts a proposal or not. So that
// the second and the judge see proposals as good and as bad as those of an
// unread text, those that they are trained on come from chains that have not
// seen their article (stacking, Wolpert 1992). Only numbers leave the corpus,
// no text. A run gives the same files every time.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "quote/model.h"
#include "quote/proposals.h"
#include "quote_corpus.h"
#include "quote_field.h"
#include "quote_judge.h"
#include "quote_senses.h"
#include "quote_uses.h"

namespace {

using namespace stemma;  // NOLINT: a tool of one file
using learn::Article;
using learn::Attribution;
using learn::Corpus;
using learn::Example;
using learn::Field;
using learn::Instance;
using quote::CueChain;
using quote::Items;
using quote::RoleChain;

constexpr std::size_t kFolds = 3;
constexpr std::uint32_t kMinCount = 3;  // uses of a feature
constexpr int kFirstEpochs = 3;

struct Plan {
  std::size_t most = 0;    // features
  std::uint64_t runs = 1;  // fields that differ by chance; their mean is kept
  learn::FieldOptions options;
};
// Few rounds for the chains that only see two thirds of the articles: what
// they propose is as uncertain as what a full chain makes of an unread text.
const Plan kFoldPlan = {50000, 1, {.epochs = 3, .rate = 0.15F, .dropped = 0.5}};
const Plan kCuePlan = {50000, 4, {.epochs = 8, .rate = 0.15F, .dropped = 0.5}};
const Plan kRolePlan = {
    70000, 4, {.epochs = 8, .rate = 0.15F, .dropped = 0.5, .margin = 0.4F}};

bool lies_in(Span own, const std::vector<Span>& spans, std::size_t& which) {
  for (which = 0; which < spans.size(); ++which) {
    if (shared_bytes(own, spans[which]) * 2 > own.size()) return true;
  }
  return false;
}

// By item: 0, or 1 more than the number of the span it lies in.
std::vector<std::size_t> spans_of_items(const quote::Reading& reading,
                                        const Items& items,
                                        const std::vector<Span>& spans) {
  std::vector<std::size_t> of(items.size(), 0);
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::size_t which = 0;
    if (lies_in(reading.span_of(items[i].tokens), spans, which)) {
      of[i] = which + 1;
    }
  }
  return of;
}

// The first stretch of an attribution's cue among the items of a frame.
quote::ItemRange cue_of(const quote::Reading& reading, const Items& items,
                        const Attribution& gold) {
  const auto of = spans_of_items(reading, items, gold.cue);
  quote::ItemRange cue;
  while (cue.first < items.size() &&
         (of[cue.first] == 0 || items[cue.first].utterance)) {
    ++cue.first;
  }
  cue.last = cue.first;
  while (cue.last < items.size() && of[cue.last] != 0 &&
         !items[cue.last].utterance) {
    ++cue.last;
  }
  return cue;
}

// Counts features and numbers those that are used often enough.
template <typename Chain>
Field<Chain> first_field(const std::vector<Example>& examples,
                         std::vector<std::uint32_t>& counts) {
  boost::unordered_flat_map<quote::Feature, std::uint32_t> all;
  for (const Example& one : examples) {
    for (const auto& features : one.items) {
      for (const quote::Feature feature : features) ++all[feature];
    }
  }
  std::vector<std::pair<quote::Feature, std::uint32_t>> order;
  for (const auto& [feature, uses] : all) {
    if (uses >= kMinCount) order.emplace_back(feature, uses);
  }
  std::sort(order.begin(), order.end());
  boost::unordered_flat_map<quote::Feature, std::uint32_t> rows;
  rows.reserve(order.size());
  for (const auto& [feature, uses] : order) {
    rows.emplace(feature, static_cast<std::uint32_t>(rows.size()));
    counts.push_back(uses);
  }
  return Field<Chain>(std::move(rows));
}

template <typename Chain>
void train(const std::vector<Example>& examples,
           const learn::FieldOptions& options, Field<Chain>& field) {
  std::vector<Instance> instances;
  instances.reserve(examples.size());
  for (const Example& one : examples) instances.push_back(field.encode(one));
  field.train(instances, options);
}

// Trains on all features that are used often enough, keeps the heaviest, and
// trains again on those. The mean of some runs, each with another order of the
// examples and other features left out, is steadier than any of them.
template <typename Chain>
std::string learn_chain(const std::vector<Example>& examples,
                        const Plan& plan) {
  learn::FieldOptions first_options = plan.options;
  first_options.epochs = kFirstEpochs;
  std::vector<std::uint32_t> counts;
  Field<Chain> first = first_field<Chain>(examples, counts);
  train(examples, first_options, first);
  const auto rows = first.heaviest(counts, plan.most);
  Field<Chain> mean(rows);
  train(examples, plan.options, mean);
  for (std::uint64_t run = 1; run < plan.runs; ++run) {
    Field<Chain> other(rows, run);
    train(examples, plan.options, other);
    mean.mix(other, static_cast<float>(run));
  }
  return mean.write();
}

// The stretches of a frame's items in which cues can be.
void add_cue_examples(const Article& article, const Items& items,
                      std::vector<Example>& examples) {
  std::vector<std::uint8_t> labels(items.size() + 1, CueChain::kOutside);
  for (const Attribution& gold : article.gold) {
    const quote::ItemRange cue = cue_of(article.reading, items, gold);
    if (cue.empty()) continue;
    labels[cue.first] = CueChain::kBegin;
    for (std::uint32_t i = cue.first + 1; i < cue.last; ++i) {
      labels[i] = CueChain::kInside;
    }
  }
  for (const quote::ItemRange stretch : quote::cue_stretches(items)) {
    Example example;
    std::uint8_t before = CueChain::kOutside;
    for (std::uint32_t i = stretch.first; i < stretch.last; ++i) {
      std::vector<quote::Feature>& features = example.items.emplace_back();
      const auto add = [&](quote::Feature one) { features.push_back(one); };
      quote::first_cue_features(items, i, add);
      quote::cue_features(items, i, add);
      std::uint8_t label = labels[i];
      const bool open =
          before == CueChain::kBegin || before == CueChain::kInside;
      if (label == CueChain::kInside && !open) label = CueChain::kBegin;
      if (label == CueChain::kOutside && open) label = CueChain::kEnd;
      example.labels.push_back(label);
      before = label;
    }
    examples.push_back(std::move(example));
  }
}

// The articles of a fold; those of kFolds are none.
bool is_in_fold(std::size_t article, std::size_t fold) {
  return article % kFolds == fold;
}

// Those of all articles but the ones of a fold.
std::vector<Example> cue_examples(const Corpus& corpus, std::size_t without,
                                  const quote::WordTable& words) {
  std::vector<Example> examples;
  for (std::size_t i = 0; i < corpus.size(); ++i) {
    if (is_in_fold(i, without)) continue;
    const Article& article = *corpus[i];
    for (const quote::Frame& frame : article.frames) {
      const Items items(article.reading, frame.tokens, words);
      add_cue_examples(article, items, examples);
    }
  }
  return examples;
}

// The labels of a frame's items by one attribution.
std::vector<std::uint8_t> role_labels(const Article& article,
                                      const Items& items,
                                      const Attribution& gold,
                                      quote::ItemRange cue) {
  const auto source = spans_of_items(article.reading, items, gold.source);
  const auto content = spans_of_items(article.reading, items, gold.content);
  std::vector<std::uint8_t> labels(items.size(), RoleChain::kOutside);
  bool had_source = false;
  bool had_content = false;
  std::size_t open = 0;  // source spans count from 1, contents from 1000
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::size_t now = 0;
    if (i < cue.first || i >= cue.last) {
      if (content[i] != 0) now = 1000 + content[i];
      if (source[i] != 0 && (!had_source || open == source[i])) {
        now = source[i];
      }
    }
    std::uint8_t& label = labels[i];
    if (now == 0) {
      label = open == 0      ? RoleChain::kOutside
              : open >= 1000 ? RoleChain::kEnd
                             : RoleChain::kSourceEnd;
    } else if (now >= 1000) {
      label = now == open   ? RoleChain::kContentInside
              : had_content ? RoleChain::kContentAgain
                            : RoleChain::kContentBegin;
      had_content = true;
    } else {
      label = now == open ? RoleChain::kSourceInside : RoleChain::kSourceBegin;
      had_source = true;
    }
    open = now;
  }
  return labels;
}

// What the items of a frame are to a cue; nothing if the attribution has
// neither source nor content among them.
void add_role_example(const Article& article, const Items& items,
                      const Attribution& gold, quote::ItemRange cue,
                      std::vector<Example>& examples) {
  Example example;
  example.labels = role_labels(article, items, gold, cue);
  const bool empty = std::all_of(
      example.labels.begin(), example.labels.end(),
      [](std::uint8_t label) { return label == RoleChain::kOutside; });
  if (empty) return;
  quote::RoleFeatures roles;
  roles.begin(items, cue);
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::vector<quote::Feature>& features = example.items.emplace_back();
    const auto add = [&](quote::Feature one) { features.push_back(one); };
    if (i < cue.first || i >= cue.last) {
      quote::place_features(items, i, roles.side(i), add);
      roles.of(i, add);
    }
  }
  examples.push_back(std::move(example));
}

// The attribution with whose cue a candidate shares most items, or nullptr.
const Attribution* gold_of(const Article& article, const Items& items,
                           const quote::Candidate& candidate) {
  const Attribution* best = nullptr;
  std::uint32_t most = 0;
  for (const Attribution& gold : article.gold) {
    const quote::ItemRange cue = cue_of(article.reading, items, gold);
    const std::uint32_t first = std::max(cue.first, candidate.items.first);
    const std::uint32_t last = std::min(cue.last, candidate.items.last);
    if (last <= first || last - first <= most) continue;
    most = last - first;
    best = &gold;
  }
  return best;
}

// The cues that are proposed as they are proposed, and those that are not.
void add_role_examples(const Article& article, Items& items,
                       quote::CueFinder& cues, std::vector<Example>& examples) {
  const auto proposed = cues.find(items, quote::CueFinder::Care::kSure);
  for (const quote::Candidate& cue : proposed) {
    const Attribution* gold = gold_of(article, items, cue);
    if (gold == nullptr) continue;
    add_role_example(article, items, *gold, cue.items, examples);
  }
  for (const Attribution& gold : article.gold) {
    const quote::ItemRange cue = cue_of(article.reading, items, gold);
    const bool is_proposed = std::any_of(
        proposed.begin(), proposed.end(), [&](const quote::Candidate& one) {
          return one.items.first < cue.last && cue.first < one.items.last;
        });
    if (cue.empty() || is_proposed) continue;
    add_role_example(article, items, gold, cue, examples);
  }
}

// The bytes of an article that are in any content.
std::vector<bool> told_bytes(const Article& article) {
  std::vector<bool> told(article.report.text.size());
  for (const Attribution& gold : article.gold) {
    for (const Span span : gold.content) {
      std::fill(told.begin() + span.begin, told.begin() + span.end, true);
    }
  }
  return told;
}

std::vector<Span> content_of(const quote::Reading& reading, const Items& items,
                             const quote::Proposal& proposal) {
  std::vector<Span> spans;
  for (std::uint32_t i = 0; i < proposal.labels.size(); ++i) {
    const std::uint8_t label = proposal.labels[i];
    if (!RoleChain::is_content(label)) continue;
    const Span here = reading.span_of(items[i].tokens);
    if (label == RoleChain::kContentInside) {
      spans.back().end = here.end;
    } else {
      spans.push_back(here);
    }
  }
  return spans;
}

std::uint32_t size_of(const std::vector<Span>& spans) {
  std::uint32_t size = 0;
  for (const Span span : spans) size += span.size();
  return size;
}

// Whether any attribution has nearly this content.
bool is_right(const Article& article, const std::vector<Span>& content) {
  return std::any_of(article.gold.begin(), article.gold.end(),
                     [&](const Attribution& gold) {
                       std::uint32_t shared = 0;
                       for (const Span a : content) {
                         for (const Span b : gold.content)
                           shared += shared_bytes(a, b);
                       }
                       const std::uint32_t all =
                           size_of(content) + size_of(gold.content) - shared;
                       return shared * 10 > all * 8;
                     });
}

// What the judge should say of a proposal with this content; long contents
// count more where characters are asked for.
void set_verdicts(const Article& article, const std::vector<bool>& told,
                  const std::vector<Span>& content, learn::Judged& judged) {
  std::uint32_t good = 0;
  for (const Span span : content) {
    good += static_cast<std::uint32_t>(
        std::count(told.begin() + span.begin, told.begin() + span.end, true));
  }
  const auto size = static_cast<float>(size_of(content));
  judged.weight[quote::kIsCue] = 1;
  if (content.empty()) return;
  judged.share[quote::kIsTold] = static_cast<float>(good) / size;
  judged.weight[quote::kIsTold] = std::min(size / 100, 5.0F);
  judged.share[quote::kIsRight] = is_right(article, content) ? 1 : 0;
  judged.weight[quote::kIsRight] = 1;
}

void add_judged(const Article& article, const quote::WordTable& words,
                quote::Proposer& proposer, std::vector<learn::Judged>& judged) {
  const std::vector<bool> told = told_bytes(article);
  for (const quote::Frame& frame : article.frames) {
    Items items(article.reading, frame.tokens, words);
    const auto proposals = proposer.find(items, quote::CueFinder::Care::kWide);
    for (std::size_t k = 0; k < proposals.size(); ++k) {
      learn::Judged one;
      quote::judge_features(items, proposals, k, one.features);
      const bool is_cue = gold_of(article, items, proposals[k].cue) != nullptr;
      one.share[quote::kIsCue] = is_cue ? 1 : 0;
      set_verdicts(article, told,
                   content_of(article.reading, items, proposals[k]), one);
      judged.push_back(one);
    }
  }
}

// Calls `use` with every article of a fold.
template <typename Use>
void for_each_in_fold(const Corpus& corpus, std::size_t fold, const Use& use) {
  for (std::size_t i = 0; i < corpus.size(); ++i) {
    if (is_in_fold(i, fold)) use(*corpus[i]);
  }
}

// The examples for the second chain, by the fold of their article.
using Folds = std::array<std::vector<Example>, kFolds>;

Folds role_examples(const Corpus& corpus, const quote::WordTable& words) {
  Folds examples;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const quote::WeightTable table(
        learn_chain<CueChain>(cue_examples(corpus, fold, words), kFoldPlan),
        CueChain::kLabels);
    quote::CueFinder cues(table);
    for_each_in_fold(corpus, fold, [&](const Article& article) {
      for (const quote::Frame& frame : article.frames) {
        Items items(article.reading, frame.tokens, words);
        add_role_examples(article, items, cues, examples[fold]);
      }
    });
  }
  return examples;
}

// All examples but those of a fold.
std::vector<Example> without(const Folds& folds, std::size_t fold) {
  std::vector<Example> examples;
  for (std::size_t k = 0; k < kFolds; ++k) {
    if (k == fold) continue;
    examples.insert(examples.end(), folds[k].begin(), folds[k].end());
  }
  return examples;
}

// The examples for the judge: what both chains, learned as well as the last
// ones, make of articles that they have not seen.
std::vector<learn::Judged> judged_examples(const Corpus& corpus,
                                           const quote::WordTable& words,
                                           const Folds& roles) {
  std::vector<learn::Judged> judged;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const quote::WeightTable cue_table(
        learn_chain<CueChain>(cue_examples(corpus, fold, words), kCuePlan),
        CueChain::kLabels);
    const quote::WeightTable role_table(
        learn_chain<RoleChain>(without(roles, fold), kRolePlan),
        RoleChain::kLabels);
    quote::Proposer proposer(cue_table, role_table);
    for_each_in_fold(corpus, fold, [&](const Article& article) {
      add_judged(article, words, proposer, judged);
    });
  }
  return judged;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: learn_quote_model TRAIN.jsonl CLASSES SENSES FOLDER\n";
    return 2;
  }
  const Corpus corpus = learn::read_corpus(argv[1]);
  const std::filesystem::path folder = argv[4];
  const auto write = [&](const char* name, const std::string& bytes) {
    const auto path = (folder / name).replace_extension("weights");
    std::ofstream(path, std::ios::binary) << bytes;
    std::cerr << name << ": " << bytes.size() << " bytes\n";
  };
  const std::string word_file = learn::learn_words(corpus, read_file(argv[2]),
                                                   learn::read_senses(argv[3]));
  write("words_en", word_file);
  const quote::WordTable words(word_file);
  const Folds roles = role_examples(corpus, words);
  write("cues_en",
        learn_chain<CueChain>(cue_examples(corpus, kFolds, words), kCuePlan));
  write("roles_en", learn_chain<RoleChain>(without(roles, kFolds), kRolePlan));
  write("judge_en",
        learn::JudgeField::learn(judged_examples(corpus, words, roles)));
  return 0;
}
