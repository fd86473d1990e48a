// Learns the weights of the quote module's labeller from a PolNeAR corpus:
//
//     learn_quote_model TRAIN.jsonl CLASSES.weights SENSES.txt OUT-FOLDER
//
// TRAIN.jsonl has one article a line: "text" and "attributions", each with
// spans of "source", "cue" and "content" in code points. CLASSES.weights is
// made by learn_word_classes; SENSES.txt is quote_senses.txt beside this file,
// whose words get classes of their own. Three files are written: words_en
// (classes, and how often a word belongs to a cue), cues_en and roles_en. The
// first chain proposes cues; the second accepts a proposal or not and says
// which items of its frame are source and content. So that the second sees
// proposals as good and as bad as those of an unread text, those that it is
// trained on come from chains that have not seen their article (stacking,
// Wolpert 1992). Only numbers leave the corpus, no text. A run gives the same
// files every time.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "quote/model.h"
#include "quote_corpus.h"
#include "quote_field.h"
#include "quote_senses.h"

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
// What a word with a sense is taken to have been met on top, with the share of
// cues of its sense.
constexpr double kSenseUses = 2;

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

std::uint8_t use_class(double hits, double uses) {
  static constexpr double kSteps[] = {.005, .02, .06, .15, .35, .6, .85};
  const double share = (hits + 0.02) / (uses + 1.0);
  std::uint8_t use = 0;
  for (const double step : kSteps) {
    if (share >= step) ++use;
  }
  return use;
}

struct Uses {
  double hits = 0;  // in cues
  double all = 0;
};
using UsesOfWords = std::map<std::uint32_t, Uses>;

UsesOfWords count_uses(const Corpus& corpus) {
  UsesOfWords counts;
  for (const auto& article : corpus) {
    std::vector<Span> cues;
    for (const Attribution& one : article->gold) {
      cues.insert(cues.end(), one.cue.begin(), one.cue.end());
    }
    std::sort(cues.begin(), cues.end(),
              [](Span a, Span b) { return a.begin < b.begin; });
    std::size_t next = 0;
    const quote::Reading& reading = article->reading;
    for (std::uint32_t i = 0; i < reading.clues.size(); ++i) {
      const Token& token = reading.tokens()[i];
      while (next < cues.size() && cues[next].end <= token.span.begin) ++next;
      if (reading.spoken(i) || token.kind != TokenKind::kWord) continue;
      Uses& uses = counts[quote::WordTable::key_of(token.fold)];
      ++uses.all;
      uses.hits += next < cues.size() && cues[next].begin < token.span.end;
    }
  }
  return counts;
}

// The words of the file of classes, with their senses; then the other words of
// the senses.
std::vector<quote::WordEntry> with_senses(const std::string& classes,
                                          learn::Senses senses) {
  std::vector<quote::WordEntry> entries = quote::read_words(classes);
  for (quote::WordEntry& entry : entries) {
    const auto found = senses.find(entry.key);
    if (found == senses.end()) continue;
    entry.fine = found->second.fine;
    entry.coarse = found->second.coarse;
    senses.erase(found);
  }
  for (const auto& [key, sense] : senses) {
    entries.push_back({key, sense.fine, sense.coarse, quote::kUnseenWord});
  }
  return entries;
}

// Notes in the words how often they stand in cues; adds those not yet known.
// A word with a sense that is hardly met is taken for the like of the others.
std::string learn_words(const Corpus& corpus, const std::string& classes,
                        const learn::Senses& senses) {
  UsesOfWords counts = count_uses(corpus);
  std::vector<quote::WordEntry> entries = with_senses(classes, senses);
  std::map<std::uint16_t, Uses> of_class;
  for (const quote::WordEntry& entry : entries) {
    const auto found = counts.find(entry.key);
    if (found == counts.end()) continue;
    of_class[entry.fine].hits += found->second.hits;
    of_class[entry.fine].all += found->second.all;
  }
  for (quote::WordEntry& entry : entries) {
    const auto found = counts.find(entry.key);
    const Uses uses = found == counts.end() ? Uses{} : found->second;
    if (found != counts.end()) counts.erase(found);
    if (entry.fine > quote::kFineClasses) {
      const Uses& like = of_class[entry.fine];
      const double share = (like.hits + 0.2) / (like.all + 1);
      entry.cue =
          use_class(uses.hits + kSenseUses * share, uses.all + kSenseUses - 1);
    } else if (uses.all >= kMinCount) {
      entry.cue = use_class(uses.hits, uses.all);
    }
  }
  for (const auto& [key, uses] : counts) {
    if (uses.hits == 0 || uses.all < kMinCount) continue;
    entries.push_back({key, 0, 0, use_class(uses.hits, uses.all)});
  }
  return quote::write_words(entries);
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
    for (const quote::Feature feature : one.whole) ++all[feature];
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

Example role_example(const Items& items, const quote::Candidate& cue) {
  Example example;
  quote::RoleFeatures roles;
  roles.begin(items, cue);
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    std::vector<quote::Feature>& features = example.items.emplace_back();
    const auto add = [&](quote::Feature one) { features.push_back(one); };
    if (i < cue.items.first || i >= cue.items.last) {
      quote::place_features(items, i, roles.side(i), add);
      roles.of(i, add);
    }
  }
  roles.accept([&](quote::Feature one) { example.whole.push_back(one); });
  return example;
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

void add_role_examples(const Article& article, Items& items,
                       quote::CueFinder& cues, std::vector<Example>& examples) {
  for (const quote::Candidate& cue : cues.find(items)) {
    Example example = role_example(items, cue);
    const Attribution* gold = gold_of(article, items, cue);
    example.accepted = gold != nullptr;
    example.labels.assign(items.size(), RoleChain::kOutside);
    if (gold != nullptr) {
      example.labels = role_labels(article, items, *gold, cue.items);
      const bool empty = std::all_of(
          example.labels.begin(), example.labels.end(),
          [](std::uint8_t label) { return label == RoleChain::kOutside; });
      if (empty) continue;
    }
    examples.push_back(std::move(example));
  }
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
  const std::string word_file =
      learn_words(corpus, read_file(argv[2]), learn::read_senses(argv[3]));
  write("words_en", word_file);
  const quote::WordTable words(word_file);
  std::vector<Example> roles;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const quote::WeightTable table(
        learn_chain<CueChain>(cue_examples(corpus, fold, words), kFoldPlan),
        CueChain::kLabels);
    quote::CueFinder cues(table);
    for (std::size_t i = fold; i < corpus.size(); i += kFolds) {
      for (const quote::Frame& frame : corpus[i]->frames) {
        Items items(corpus[i]->reading, frame.tokens, words);
        add_role_examples(*corpus[i], items, cues, roles);
      }
    }
  }
  write("cues_en",
        learn_chain<CueChain>(cue_examples(corpus, kFolds, words), kCuePlan));
  std::cerr << roles.size() << " candidates\n";
  write("roles_en", learn_chain<RoleChain>(roles, kRolePlan));
  return 0;
}
