// Sorting of hashes, quicker than by comparing them.
#pragma once

#include <cstdint>
#include <span>

namespace stemma {

// Puts hashes in ascending order: each goes where its value says that it will
// be about, then neighbours are exchanged. REQUIRES: none is above `greatest`.
// O(n) where they are spread evenly up to `greatest`, and some hundreds; more
// than 1,024 are sorted by std::sort.
void sort_hashes(std::span<std::uint32_t> hashes, std::uint32_t greatest);

}  // namespace stemma
