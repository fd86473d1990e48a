if(STEMMA_DEVELOPER)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()

# stemma_module(<name> SOURCES ... [TESTS ...] [SLOW_TESTS ...]
#   [DEPS <module>...] [PRIVATE <target>...])
# One library, one test executable and one whose tests are labelled slow,
# explicit sources, explicit dependencies.
# Called from src/<name>/CMakeLists.txt, paths relative to it.
function(stemma_module name)
  cmake_parse_arguments(PARSE_ARGV 1 M "" "" "SOURCES;TESTS;SLOW_TESTS;DEPS;PRIVATE")
  add_library(stemma_${name} STATIC ${M_SOURCES})
  add_library(stemma::${name} ALIAS stemma_${name})
  target_include_directories(stemma_${name}
    PUBLIC ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM M_DEPS PREPEND stemma::)
  target_link_libraries(stemma_${name}
    PUBLIC ${M_DEPS} tl::expected PRIVATE stemma_flags ${M_PRIVATE})
  if(STEMMA_DEVELOPER AND M_TESTS)
    add_executable(${name}_test ${M_TESTS})
    target_link_libraries(${name}_test
      PRIVATE stemma::${name} stemma_flags ${M_PRIVATE} stemma_test_support GTest::gtest_main)
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60)
  endif()
  if(STEMMA_DEVELOPER AND M_SLOW_TESTS)
    add_executable(${name}_slow_test ${M_SLOW_TESTS})
    target_link_libraries(${name}_slow_test
      PRIVATE stemma::${name} stemma_flags ${M_PRIVATE} stemma_test_support GTest::gtest_main)
    gtest_discover_tests(${name}_slow_test TEST_PREFIX ${name}. DISCOVERY_TIMEOUT 60
      PROPERTIES LABELS slow TIMEOUT 900)
  endif()
endfunction()
