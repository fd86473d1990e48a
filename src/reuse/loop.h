// How work is handed to whoever owns the threads.
#pragma once

#include <cstddef>
#include <functional>

namespace stemma::reuse {

// Calls body(i) once for each i in [0, count), in any order and perhaps at the
// same time, and returns when all are done. This module starts no thread: its
// caller passes a Loop that does, or run_in_order.
using Loop = std::function<void(std::size_t count,
                                const std::function<void(std::size_t)>& body)>;

inline void run_in_order(std::size_t count,
                         const std::function<void(std::size_t)>& body) {
  for (std::size_t i = 0; i < count; ++i) body(i);
}

}  // namespace stemma::reuse
