// Writes a corpus of made-up reports with its truth.
//
//   corpus_gen --reports 10000 --seed 1 --out reports.jsonl --truth truth.tsv
//
// Stories have sizes by a power law and begin at random over `--days`; events
// share subjects; one report in fifty is a round-up; one in ten has only the
// day as its date, one in fifty a date that is off by days. truth.tsv has a
// line a report: id, story, telling, parent (empty: none, or unseen), making.
// The same arguments give the same bytes.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "event.h"
#include "print.h"
#include "random.h"
#include "tradition.h"
#include "vocabulary.h"

namespace {

using namespace stemma::gen;  // NOLINT: the program is this namespace

struct Arguments {
  std::uint64_t reports = 1000;
  std::uint64_t seed = 1;
  std::uint32_t days = 30;
  std::uint32_t outlets = 400;
  std::string out = "/dev/stdout";
  std::string truth;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

constexpr std::int64_t kFirstDay = 1893456000;  // 2030-01-01
constexpr std::uint32_t kLargestStory = 2000;

std::string iso_time(std::int64_t seconds, bool day_only) {
  const std::time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[32];
  const char* format = day_only ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ";
  return {text, std::strftime(text, sizeof text, format, &parts)};
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char byte : text) {
    if (byte == '\n') {
      out += "\\n";
    } else {
      if (byte == '"') out += '\\';
      out += byte;
    }
  }
}

class CorpusWriter {
 public:
  CorpusWriter(const Arguments& arguments, const Vocabulary& vocabulary,
               std::FILE* out, std::FILE* truth, Random& random)
      : arguments_(arguments),
        vocabulary_(vocabulary),
        out_(out),
        truth_(truth),
        random_(random) {}

  std::uint64_t written() const { return written_; }

  void write_story(std::uint64_t story, const std::vector<Text>& texts) {
    std::vector<std::string> ids(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].unseen || written_ == arguments_.reports) continue;
      ids[i] = 'r';
      ids[i] += std::to_string(written_);
      write_report(ids[i], texts[i]);
      const auto parent = texts[i].parent;
      std::fprintf(truth_, "%s\ts%llu\ts%llu.%u\t%s\t%s\n", ids[i].c_str(),
                   static_cast<unsigned long long>(story),
                   static_cast<unsigned long long>(story), texts[i].telling,
                   parent ? ids[*parent].c_str() : "",
                   making_name(texts[i].making));
    }
  }

 private:
  void write_report(const std::string& id, const Text& text) {
    line_ = R"({"id":")";
    line_ += id;
    line_ += R"(","outlet":"outlet)";
    line_ += std::to_string(random_.below(arguments_.outlets));
    line_ += R"(","published":")";
    line_ += published(text);
    line_ += R"(","lang":"en","title":")";
    append_escaped(print_title(vocabulary_, text), line_);
    line_ += "\",\"text\":\"";
    append_escaped(print_text(vocabulary_, text), line_);
    line_ += "\"}\n";
    std::fwrite(line_.data(), 1, line_.size(), out_);
    ++written_;
  }

  std::string published(const Text& text) {
    std::int64_t time = text.published;
    if (random_.chance(0.02)) time += (random_.below(11) - 5LL) * 86400;
    return iso_time(time, random_.chance(0.1));
  }

  const Arguments& arguments_;
  const Vocabulary& vocabulary_;
  std::FILE* out_;
  std::FILE* truth_;
  Random& random_;
  std::uint64_t written_ = 0;
  std::string line_;
};

void generate(const Arguments& arguments, std::FILE* out, std::FILE* truth) {
  Random random(arguments.seed);
  const Vocabulary vocabulary(arguments.seed, 120000, 40000);
  std::vector<Subject> subjects;
  for (int i = 0; i < 300; ++i) {
    subjects.push_back(make_subject(vocabulary, random));
  }
  CorpusWriter writer(arguments, vocabulary, out, truth, random);
  std::vector<Event> recent(6);
  for (std::uint64_t story = 0; writer.written() < arguments.reports; ++story) {
    const auto begin = kFirstDay + static_cast<std::int64_t>(
                                       random.unit() * arguments.days * 86400);
    const Subject& subject = subjects[random.power_law(1.5, 300) - 1];
    Event event = make_event(vocabulary, subject, begin, {}, random);
    const std::uint32_t size = random.power_law(1.9, kLargestStory);
    writer.write_story(story,
                       make_tradition(vocabulary, event, size, {}, random));
    recent[story % recent.size()] = std::move(event);
    if (story % 12 == 11) {
      std::vector<const Event*> events;
      for (const Event& one : recent) events.push_back(&one);
      writer.write_story(++story, {make_round_up(vocabulary, events, random)});
    }
  }
}

bool parse(int argc, char** argv, Arguments& arguments) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const char* value = argv[i + 1];
    if (name == "--reports")
      arguments.reports = std::strtoull(value, nullptr, 10);
    else if (name == "--seed")
      arguments.seed = std::strtoull(value, nullptr, 10);
    else if (name == "--days")
      arguments.days = static_cast<std::uint32_t>(std::atoi(value));
    else if (name == "--outlets")
      arguments.outlets = static_cast<std::uint32_t>(std::atoi(value));
    else if (name == "--out")
      arguments.out = value;
    else if (name == "--truth")
      arguments.truth = value;
    else
      return false;
  }
  return argc % 2 == 1 && arguments.days > 0 && arguments.outlets > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (!parse(argc, argv, arguments)) {
    std::fputs(
        "corpus_gen [--reports N] [--seed N] [--days N] [--outlets N]\n"
        "           [--out reports.jsonl] [--truth truth.tsv]\n",
        stderr);
    return 2;
  }
  const File out(std::fopen(arguments.out.c_str(), "wb"));
  const File truth(std::fopen(
      arguments.truth.empty() ? "/dev/null" : arguments.truth.c_str(), "wb"));
  if (!out || !truth) {
    std::perror("corpus_gen: cannot write");
    return 1;
  }
  generate(arguments, out.get(), truth.get());
  return 0;
}
