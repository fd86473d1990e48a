// Threads: the one place of the library that starts any.
#pragma once

#include <cstddef>
#include <functional>

namespace stemma {

// The number of threads to use where the user asked for `wanted` (0: as many
// as the machine has processors). At least 1.
unsigned thread_count(unsigned wanted);

// Calls body(i) once for each i in [0, count), on up to `threads` threads, and
// returns when all are done. The order is not defined, so body(i) writes only
// to what belongs to i; then the result does not depend on `threads`.
// An exception from a body ends the loop early and is thrown again here.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body);

// The same with body(i, worker), where no two calls that run at one time have
// one `worker`, a number below thread_count(threads): for buffers and caches
// that must not change what is written.
void parallel_for_workers(
    std::size_t count, unsigned threads,
    const std::function<void(std::size_t, std::size_t)>& body);

}  // namespace stemma
