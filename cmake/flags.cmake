# Flags that every target of this project gets. No -march: a build must run on
# another machine of the same architecture.
add_library(stemma_flags INTERFACE)
target_compile_options(stemma_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow
  -Wconversion -Wnon-virtual-dtor -Wimplicit-fallthrough
  # Options and errors are written with designated initialisers, which leave
  # out what keeps its default; -Wextra would warn of each.
  -Wno-missing-field-initializers)
# GCC 12 takes an optimised "text" + std::string for overlapping memory (its bug
# 105329); other builds and compilers keep the warning.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release"
   AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(stemma_flags INTERFACE -Wno-restrict)
endif()
if(STEMMA_WERROR)
  target_compile_options(stemma_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(stemma_flags INTERFACE -Wthread-safety)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Debug" OR STEMMA_SANITIZE)
  target_compile_definitions(stemma_flags INTERFACE _GLIBCXX_ASSERTIONS STEMMA_ASSERTS=1)
endif()
if(STEMMA_SANITIZE)
  add_compile_options(-fsanitize=${STEMMA_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${STEMMA_SANITIZE})
endif()
if(STEMMA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(STEMMA_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
