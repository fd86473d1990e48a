// A hint that memory will be read soon.
#pragma once

namespace stemma {

// Starts to bring the line at `address` nearer; any address may be given. Worth
// it where the next addresses are known while there is other work to do, and
// the data is too much for a processor to keep near.
inline void prefetch(const void* address) { __builtin_prefetch(address); }

}  // namespace stemma
