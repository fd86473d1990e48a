// Plain text files.
#pragma once

#include <string_view>

#include "stemma/error.h"
#include "stemma/types/report.h"

namespace stemma::read {

// The report that the bytes of a text file are: its text is the whole decoded
// file, line ends as they are. Id and paratext are not set here. kMalformed,
// with an empty `where`, if there is nothing but white space;
// kResourceExhausted beyond 4 GiB - 1 of text.
Result<Report> read_plain_text(std::string_view bytes);

}  // namespace stemma::read
