# Third-party code: never in the repository, never under our warnings, from packages or from unpacked source packages.

# Header-only packages, reached through a folder of links so that em++ does not see the rest of /usr/include.
function(header_only_library name header)
    find_path(${name}_HEADERS ${header} PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/headers/${name})
    file(CREATE_LINK ${${name}_HEADERS}/${name} ${CMAKE_BINARY_DIR}/headers/${name}/${name} SYMBOLIC)
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers/${name})
endfunction()
header_only_library(nlohmann nlohmann/json.hpp)
header_only_library(doctest doctest/doctest.h)

# libsodium: its own configure takes minutes under emcc, and these answers are the same on all we build for.
set(sodium_root ${GOODWEEK_SOURCES}/libsodium/src/libsodium)
file(GLOB_RECURSE sodium_sources CONFIGURE_DEPENDS ${sodium_root}/*.c)
file(STRINGS ${GOODWEEK_SOURCES}/libsodium/configure.ac sodium_init REGEX "AC_INIT")
string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" VERSION "${sodium_init}")
set(SODIUM_LIBRARY_VERSION_MAJOR 30)
set(SODIUM_LIBRARY_VERSION_MINOR 0)
file(READ ${sodium_root}/include/sodium/version.h.in version_header)
string(REPLACE "\"export.h\"" "\"sodium/export.h\"" version_header "${version_header}")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/headers/sodium/sodium/version.h CONTENT "${version_header}" @ONLY)
add_library(sodium STATIC EXCLUDE_FROM_ALL ${sodium_sources})
target_compile_definitions(sodium
    PUBLIC SODIUM_STATIC=1
    PRIVATE CONFIGURED=1 HAVE_C_VARARRAYS=1 HAVE_GETENTROPY=1 HAVE_SYS_RANDOM_H=1 HAVE_CLOCK_GETTIME=1
            HAVE_POSIX_MEMALIGN=1 HAVE_NANOSLEEP=1 NATIVE_LITTLE_ENDIAN=1 HAVE_TI_MODE=1)
target_include_directories(sodium SYSTEM
    PUBLIC ${sodium_root}/include ${CMAKE_BINARY_DIR}/headers/sodium
    PRIVATE ${sodium_root}/include/sodium ${CMAKE_BINARY_DIR}/headers/sodium/sodium)
target_compile_options(sodium PRIVATE -w)
# For speed also where all else is built for size: -Oz makes Argon2id take three times as long.
set(sodium_slow ${sodium_sources})
list(FILTER sodium_slow INCLUDE REGEX "argon2|blake2|chacha|salsa|poly1305")
set_source_files_properties(${sodium_slow} PROPERTIES COMPILE_OPTIONS -O3)

# libsodium's SIMD Argon2id for WASM computes something that is not Argon2id: a vault made by it opens nowhere else.
get_target_property(sodium_options sodium COMPILE_OPTIONS)
if("${CMAKE_C_FLAGS} ${CMAKE_C_FLAGS_RELEASE} ${sodium_options} $ENV{EMCC_CFLAGS}" MATCHES "msimd128|mrelaxed-simd")
    message(FATAL_ERROR "libsodium must not be compiled with -msimd128: its Argon2id would be wrong.")
endif()

add_library(imgui STATIC EXCLUDE_FROM_ALL
    ${GOODWEEK_SOURCES}/imgui/imgui.cpp
    ${GOODWEEK_SOURCES}/imgui/imgui_draw.cpp
    ${GOODWEEK_SOURCES}/imgui/imgui_tables.cpp
    ${GOODWEEK_SOURCES}/imgui/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${GOODWEEK_SOURCES}/imgui)
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT)
target_compile_options(imgui PRIVATE -w)
target_link_libraries(imgui PRIVATE goodweek_no_exceptions)

# Both faces of the same library: qrcodegen.h (C: no exceptions, no streams; what the browser build wants), qrcodegen.hpp.
add_library(qrcodegen STATIC EXCLUDE_FROM_ALL
    ${GOODWEEK_SOURCES}/qr-code-generator/c/qrcodegen.c
    ${GOODWEEK_SOURCES}/qr-code-generator/cpp/qrcodegen.cpp)
target_include_directories(qrcodegen SYSTEM PUBLIC
    ${GOODWEEK_SOURCES}/qr-code-generator/c
    ${GOODWEEK_SOURCES}/qr-code-generator/cpp)
target_compile_options(qrcodegen PRIVATE -w)

if(EMSCRIPTEN)
    # Built once from Emscripten's own list of SDL's sources (.environment/warm-emscripten); linked like any archive here.
    set(emscripten_sysroot ${GOODWEEK_SOURCES}/emscripten/sysroot)
    add_library(sdl2 INTERFACE)
    target_include_directories(sdl2 SYSTEM INTERFACE ${emscripten_sysroot}/include/SDL2)
    target_link_libraries(sdl2 INTERFACE ${emscripten_sysroot}/lib/wasm32-emscripten/lto/libSDL2.a)

    add_library(imgui_backends STATIC EXCLUDE_FROM_ALL
        ${GOODWEEK_SOURCES}/imgui/backends/imgui_impl_sdl2.cpp
        ${GOODWEEK_SOURCES}/imgui/backends/imgui_impl_opengl3.cpp)
    target_include_directories(imgui_backends SYSTEM PUBLIC ${GOODWEEK_SOURCES}/imgui/backends)
    target_compile_options(imgui_backends PRIVATE -w)
    target_link_libraries(imgui_backends PUBLIC imgui sdl2 PRIVATE goodweek_no_exceptions)
else()
    find_package(CURL REQUIRED)
    add_library(curl INTERFACE)
    target_link_libraries(curl INTERFACE CURL::libcurl)

    find_package(Drogon REQUIRED)
    add_library(drogon INTERFACE)
    target_link_libraries(drogon INTERFACE Drogon::Drogon)
endif()
