// Hashes (XXH3): the same value on every machine and in every run, so ids and
// orders that rest on them are stable. Not for use against an adversary that
// may choose the text: equal hashes are always checked on the words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stemma {

std::uint64_t hash_bytes(std::string_view bytes);
// Another hash for each seed; 0 is the one above.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed);

// Mixes two hashes; the order matters.
std::uint64_t hash_combine(std::uint64_t first, std::uint64_t second);

// XXH64 with the seed 42: what Spark's xxhash64() gives for a string, and so
// the `uid` of a document in passim.
std::int64_t spark_hash(std::string_view bytes);

// 16 lower-case hexadecimal digits.
std::string hash_hex(std::uint64_t hash);

}  // namespace stemma
