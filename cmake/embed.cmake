# stemma_embed(<target> <symbol> <file>...)
# Compiles text files into <target>: a generated source defines
#   namespace stemma { std::span<const EmbeddedFile> <symbol>(); }
# with each file's name (no folder, no extension) and bytes. Declared in
# base/embedded.h. Regenerated when a file changes; nothing is written to the
# source tree.
function(stemma_embed target symbol)
  set(files)
  foreach(file ${ARGN})
    list(APPEND files ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/cmake/embed.py ${symbol} ${output} ${files}
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/embed.py
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
