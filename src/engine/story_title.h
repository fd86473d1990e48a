// What a report would call its story by itself.
#pragma once

#include <string>

#include "stemma/types/report.h"

namespace stemma::engine {

// The report's title; where it has none, its first sentence. Short.
std::string own_title(const Report& report);

}  // namespace stemma::engine
