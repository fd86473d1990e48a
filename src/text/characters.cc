#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace stemma::text {
namespace {

bool is_dictionary_script(char32_t value) {
  if (value == 0x30FC || value == 0xFF70) return true;  // long vowel mark
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(value), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass class_of_letter(char32_t value, CharClass cased) {
  return is_dictionary_script(value) ? CharClass::kDictionary : cased;
}

CharClass compute_class(char32_t value) {
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return class_of_letter(value, CharClass::kLower);
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return class_of_letter(value, CharClass::kMark);
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::kDigit;
    case U_FORMAT_CHAR:
      // Zero width space separates words; joiners and direction marks do not.
      return value == 0x200B ? CharClass::kSpace : CharClass::kMark;
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
      return CharClass::kSpace;
    default:
      return CharClass::kPunctuation;
  }
}

}  // namespace

CharacterTable::CharacterTable() : classes_{} {
  for (char32_t value = 0; value < classes_.size(); ++value) {
    classes_[value] = compute_class(value);
  }
}

const CharacterTable& CharacterTable::get() {
  static const CharacterTable table;
  return table;
}

CharClass CharacterTable::beyond(char32_t value) {
  return compute_class(value);
}

}  // namespace stemma::text
