// What became of the reports of a stream.
#pragma once

#include <string>

#include "stemma/engine.h"

namespace stemma::show {

// stemma stories --stream: an event as a JSON object, without a line break.
void append_event(const StoryEvent& event, std::string& out);

}  // namespace stemma::show
