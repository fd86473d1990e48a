#include "base/hash.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

// The value of the reference implementation for the empty input, seed 0
// (xxHash specification, XXH3_64bits).
TEST(HashTest, AgreesWithTheSpecification) {
  EXPECT_EQ(hash_hex(hash_bytes("")), "2d06800538d394c2");
}

TEST(HashTest, CombiningDependsOnTheOrder) {
  EXPECT_NE(hash_combine(1, 2), hash_combine(2, 1));
  EXPECT_EQ(hash_combine(1, 2), hash_combine(1, 2));
}

TEST(HashTest, SparkHashIsThatOfSpark) {
  // The example of pyspark.sql.functions.xxhash64.
  EXPECT_EQ(spark_hash("ABC"), 4105715581806190027);
}

}  // namespace
}  // namespace stemma
