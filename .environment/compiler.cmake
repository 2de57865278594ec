# How everything of ours is compiled: C++23, no exceptions, no RTTI, warnings are errors.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Where the environment unpacked third-party sources (.environment/fetch-sources).
set(GOODWEEK_SOURCES $ENV{GOODWEEK_SOURCES} CACHE PATH "Folder with imgui, libsodium, qrcodegen, sdl2, emscripten")
if(NOT GOODWEEK_SOURCES)
    set(GOODWEEK_SOURCES /opt/goodweek CACHE PATH "" FORCE)
endif()
if(NOT EXISTS ${GOODWEEK_SOURCES}/libsodium/src)
    message(FATAL_ERROR "No third-party sources in ${GOODWEEK_SOURCES}: build through ./dev, which fetches them.")
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER MATCHES "ccache")
    # A fresh clone elsewhere finds what another has compiled.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
if(EMSCRIPTEN)
    # Emscripten keeps its system libraries beside our other sources, made once with the environment.
    set(settings ${CMAKE_COMMAND} -E env EM_CONFIG=${GOODWEEK_SOURCES}/emscripten-config)
    set(CMAKE_C_LINKER_LAUNCHER ${settings})
    set(CMAKE_CXX_LINKER_LAUNCHER ${settings})
    set(launcher ${settings} ${launcher})
endif()
set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})

option(GOODWEEK_SANITIZE "Address and undefined-behaviour sanitizers on our own code" OFF)

add_library(goodweek_language INTERFACE)
target_compile_options(goodweek_language INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion
    -Wno-missing-field-initializers -Werror)  # a designated initialiser that leaves out what has a default is how we write
if(GOODWEEK_SANITIZE)
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(goodweek_language INTERFACE ${sanitizers})
    target_link_options(goodweek_language INTERFACE ${sanitizers})
endif()

add_library(goodweek_no_exceptions INTERFACE)
target_compile_options(goodweek_no_exceptions INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
if(EMSCRIPTEN)
    # What every browser with Web Locks can run, and makes the program smaller.
    set(newer_wasm "-mbulk-memory -mnontrapping-fptoint -msign-ext")
    set(CMAKE_C_FLAGS_RELEASE "-Oz -flto -DNDEBUG ${newer_wasm}")
    set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG -fno-threadsafe-statics ${newer_wasm}")
endif()
