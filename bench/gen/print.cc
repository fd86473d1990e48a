#include "print.h"

namespace stemma::gen {
namespace {

void append_word(std::string_view word, bool first, std::string& out) {
  const std::size_t begin = out.size();
  out += word;
  if (first && out[begin] >= 'a') {
    out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
  }
}

void append_sentence(const Vocabulary& vocabulary, const Sentence& sentence,
                     std::string& out) {
  const bool direct = sentence.said && !sentence.indirect;
  if (direct) out += '"';
  if (sentence.indirect) out += "Officials said that ";
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    if (i > 0) out += ' ';
    if (sentence.number > 0 && i == sentence.number_at) {
      out += std::to_string(sentence.number);
      out += ' ';
    }
    append_word(vocabulary.text(sentence.words[i]),
                i == 0 && !sentence.indirect, out);
  }
  out += direct ? ",\" said officials." : ".";
}

}  // namespace

std::string print_text(const Vocabulary& vocabulary, const Text& text) {
  std::string out;
  for (std::size_t i = 0; i < text.sentences.size(); ++i) {
    if (i > 0) out += i % 3 == 0 ? "\n\n" : " ";
    append_sentence(vocabulary, text.sentences[i], out);
  }
  return out;
}

std::string print_title(const Vocabulary& vocabulary, const Text& text) {
  std::string out;
  for (const Word word : text.title) {
    if (!out.empty()) out += ' ';
    out += vocabulary.text(word);
  }
  return out;
}

}  // namespace stemma::gen
