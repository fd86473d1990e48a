// The index: a head, then additions one after the other. What is there is
// never touched, so adding reports costs what they cost, and a run that is
// broken off leaves at worst an addition that is told to be incomplete.
//
//   head      "STEMMAIX", version
//   addition  its size in bytes, a checksum of the rest, numbers of reports,
//             postings, words and sentences; then, each aligned to 8 bytes:
//             offsets of the records (one more than reports), identities of the
//             reports, hashes of their texts, where the sentences of each begin
//             (one more than reports), sentences by report, postings in order,
//             words by term, records
//   record    times, then texts and spans, each with its length before it
//
// All numbers are 64 bits, little-endian, but for the words (2 x 32 bits).
#include "reuse/index_format.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>

#include "base/hash.h"
#include "base/utf8.h"

namespace stemma::reuse {
namespace {

static_assert(std::endian::native == std::endian::little,
              "the index is read in place");

constexpr std::string_view kMagic = "STEMMAIX";
constexpr std::uint64_t kVersion = 4;
constexpr std::size_t kHeadBytes = 16;

struct SegmentHead {
  std::uint64_t bytes = 0;  // of the whole addition
  std::uint64_t checksum = 0;
  std::uint64_t reports = 0;
  std::uint64_t postings = 0;
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
};
// What the checksum is not of: the size and itself.
constexpr std::size_t kUnchecked = 16;

IndexPosting posting_of(Fingerprint fingerprint, std::size_t report) {
  return (fingerprint & ~(std::uint64_t{kMostAdded} - 1)) | report;
}

void put(std::string& out, std::uint64_t number) {
  std::array<char, 8> bytes{};
  std::memcpy(bytes.data(), &number, bytes.size());
  out.append(bytes.data(), bytes.size());
}

void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

template <typename Number>
void put_all(std::string& out, const std::vector<Number>& numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()),
             numbers.size() * sizeof(Number));
}

void put_record(std::string& out, const IndexedReport& indexed) {
  const Report& report = indexed.report;
  put(out, static_cast<std::uint64_t>(report.published.seconds));
  put(out, static_cast<std::uint64_t>(report.published.precision));
  for (const std::string* text :
       {&report.id, &report.outlet, &report.url, &report.title,
        &report.language, &report.text}) {
    put(out, *text);
  }
  put(out, report.paratext.size());
  for (const Paratext& part : report.paratext) {
    put(out, static_cast<std::uint64_t>(part.kind));
    put(out, std::uint64_t{part.span.begin} << 32U | part.span.end);
  }
  put(out, indexed.boilerplate.size());
  for (const Span span : indexed.boilerplate) {
    put(out, std::uint64_t{span.begin} << 32U | span.end);
  }
}

// Reads what put_record wrote; empty once anything was out of place.
class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<IndexedReport> read() {
    IndexedReport indexed;
    Report& report = indexed.report;
    report.published.seconds = static_cast<std::int64_t>(number());
    report.published.precision = static_cast<TimePrecision>(at_most(
        std::uint64_t{static_cast<std::uint8_t>(TimePrecision::kSecond)}));
    report.published.origin =
        report.published.known() ? TimeOrigin::kField : TimeOrigin::kNone;
    for (std::string* text : {&report.id, &report.outlet, &report.url,
                              &report.title, &report.language, &report.text}) {
      *text = this->text();
    }
    std::uint32_t end = 0;
    for (std::uint64_t left = number(); left > 0 && sound_; --left) {
      const auto kind = static_cast<ParatextKind>(at_most(
          std::uint64_t{static_cast<std::uint8_t>(ParatextKind::kCaption)}));
      report.paratext.push_back({kind, span(report.text, end)});
    }
    end = 0;
    for (std::uint64_t left = number(); left > 0 && sound_; --left) {
      indexed.boilerplate.push_back(span(report.text, end));
    }
    if (!sound_ || !bytes_.empty()) return std::nullopt;
    return indexed;
  }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    sound_ = sound_ && bytes_.size() >= sizeof value;
    if (!sound_) return 0;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
    return value;
  }

  std::uint64_t at_most(std::uint64_t limit) {
    const std::uint64_t value = number();
    sound_ = sound_ && value <= limit;
    return sound_ ? value : 0;
  }

  std::string text() {
    const std::uint64_t size = at_most(bytes_.size());
    sound_ = sound_ && size <= bytes_.size() &&
             is_valid_utf8(bytes_.substr(0, size));
    if (!sound_) return {};
    std::string text(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return text;
  }

  // A span of `text` at or after `end`, which moves to its end.
  Span span(std::string_view text, std::uint32_t& end) {
    const std::uint64_t both = number();
    const Span span{static_cast<std::uint32_t>(both >> 32U),
                    static_cast<std::uint32_t>(both)};
    sound_ = sound_ && end <= span.begin && span.begin <= span.end &&
             span.end <= text.size() && is_border(text, span.begin) &&
             is_border(text, span.end);
    end = span.end;
    return sound_ ? span : Span{};
  }

  static bool is_border(std::string_view text, std::uint32_t at) {
    return at == text.size() ||
           (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  }

  std::string_view bytes_;
  bool sound_ = true;
};

Error damaged(std::string found) {
  return {.code = ErrorCode::kDataLoss,
          .found = std::move(found),
          .expected = "an index as it was written",
          .advice = "make the index anew"};
}

// Takes `count` numbers off the front of `bytes`; false if they are not there.
template <typename Number>
bool take(std::string_view& bytes, std::uint64_t count,
          std::span<const Number>& out) {
  if (count > bytes.size() / sizeof(Number)) return false;
  out = {reinterpret_cast<const Number*>(bytes.data()),
         static_cast<std::size_t>(count)};
  bytes.remove_prefix(count * sizeof(Number));
  return true;
}

}  // namespace

std::uint64_t identity_of(const Report& report) {
  std::uint64_t hash = hash_bytes(report.text);
  for (const std::string* field :
       {&report.id, &report.outlet, &report.url, &report.title}) {
    hash = hash_combine(hash, hash_bytes(*field));
  }
  return hash_combine(hash,
                      static_cast<std::uint64_t>(report.published.seconds));
}

std::uint64_t text_hash_of(const Report& report) {
  return hash_bytes(report.text);
}

std::string encode_addition(const IndexAddition& addition, bool empty_index) {
  std::vector<IndexPosting> postings;
  std::vector<std::uint64_t> offsets{0};
  std::vector<std::uint64_t> identities;
  std::vector<std::uint64_t> text_hashes;
  std::vector<std::uint64_t> sentence_ends{0};
  std::vector<SentenceHash> sentences;
  std::string records;
  for (std::size_t r = 0; r < addition.reports.size(); ++r) {
    const IndexedPrints& prints = addition.prints[r];
    for (const Fingerprint fingerprint : prints.fingerprints) {
      postings.push_back(posting_of(fingerprint, r));
    }
    sentences.insert(sentences.end(), prints.sentences.begin(),
                     prints.sentences.end());
    sentence_ends.push_back(sentences.size());
    put_record(records, addition.reports[r]);
    offsets.push_back(records.size());
    identities.push_back(identity_of(addition.reports[r].report));
    text_hashes.push_back(text_hash_of(addition.reports[r].report));
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  records.resize((records.size() + 7) / 8 * 8);
  std::string body;
  put(body, addition.reports.size());
  put(body, postings.size());
  put(body, addition.words.size());
  put(body, sentences.size());
  put_all(body, offsets);
  put_all(body, identities);
  put_all(body, text_hashes);
  put_all(body, sentence_ends);
  put_all(body, sentences);
  put_all(body, postings);
  put_all(body, std::vector(addition.words.begin(), addition.words.end()));
  body += records;
  std::string out;
  if (empty_index) {
    out += kMagic;
    put(out, kVersion);
  }
  put(out, body.size() + kUnchecked);
  put(out, hash_bytes(body));
  return out + body;
}

Result<IndexSegment> IndexSegment::read(std::string_view bytes) {
  SegmentHead head;
  std::memcpy(&head, bytes.data(), sizeof head);
  if (hash_bytes(bytes.substr(kUnchecked)) != head.checksum) {
    return fail(damaged("an addition whose checksum does not agree"));
  }
  bytes.remove_prefix(sizeof head);
  IndexSegment segment;
  if (head.reports > kMostAdded ||
      !take(bytes, head.reports + 1, segment.offsets_) ||
      !take(bytes, head.reports, segment.identities_) ||
      !take(bytes, head.reports, segment.text_hashes_) ||
      !take(bytes, head.reports + 1, segment.sentence_ends_) ||
      !take(bytes, head.sentences, segment.sentences_) ||
      !take(bytes, head.postings, segment.postings_) ||
      !take(bytes, head.words, segment.words_) ||
      !std::is_sorted(segment.offsets_.begin(), segment.offsets_.end()) ||
      segment.offsets_.back() > bytes.size() ||
      !std::is_sorted(segment.sentence_ends_.begin(),
                      segment.sentence_ends_.end()) ||
      segment.sentence_ends_.back() > head.sentences ||
      !std::is_sorted(segment.postings_.begin(), segment.postings_.end()) ||
      std::any_of(segment.postings_.begin(), segment.postings_.end(),
                  [&](IndexPosting posting) {
                    return report_of(posting) >= head.reports;
                  })) {
    return fail(damaged("an addition whose parts do not fit together"));
  }
  segment.records_ = bytes;
  return segment;
}

Result<IndexedReport> IndexSegment::report(std::size_t report) const {
  RecordReader reader(records_.substr(offsets_[report],
                                      offsets_[report + 1] - offsets_[report]));
  std::optional<IndexedReport> read = reader.read();
  if (!read) return fail(damaged("a record that does not hold together"));
  return std::move(*read);
}

std::span<const IndexPosting> IndexSegment::postings(
    Fingerprint fingerprint) const {
  const IndexPosting first = posting_of(fingerprint, 0);
  const auto begin =
      std::lower_bound(postings_.begin(), postings_.end(), first);
  const auto end =
      std::upper_bound(begin, postings_.end(), first | (kMostAdded - 1));
  return {begin, end};
}

Result<IndexView> IndexView::read(std::string_view bytes) {
  IndexView view;
  if (bytes.empty()) return view;
  std::uint64_t version = 0;
  if (bytes.size() >= kHeadBytes && bytes.starts_with(kMagic)) {
    std::memcpy(&version, bytes.data() + kMagic.size(), sizeof version);
  }
  if (version != kVersion) {
    return fail({.code = ErrorCode::kMalformed,
                 .found = version == 0 ? "no index"
                                       : "an index of version " +
                                             std::to_string(version),
                 .expected = "an index of version " + std::to_string(kVersion),
                 .advice = "make the index anew, under another name"});
  }
  bytes.remove_prefix(kHeadBytes);
  while (!bytes.empty()) {
    std::uint64_t size = 0;
    if (bytes.size() >= sizeof(SegmentHead)) {
      std::memcpy(&size, bytes.data(), sizeof size);
    }
    if (size < sizeof(SegmentHead) || size > bytes.size() || size % 8 != 0) {
      return fail(damaged("an addition that is not all there"));
    }
    auto segment = IndexSegment::read(bytes.substr(0, size));
    if (!segment) return fail(segment.error());
    view.segments_.push_back(*segment);
    bytes.remove_prefix(size);
  }
  return view;
}

}  // namespace stemma::reuse
