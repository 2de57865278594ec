# What is made from assets/ and npm's packages: fonts, icons and words. MADE holds the files a browser loads; generated/
# what C++ includes.
set(GOODWEEK_MADE ${CMAKE_BINARY_DIR}/made)
set(generated ${CMAKE_BINARY_DIR}/generated)
set(assets ${CMAKE_SOURCE_DIR}/assets)
set(npm ${CMAKE_SOURCE_DIR}/node_modules)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(MAKE_DIRECTORY ${generated} ${GOODWEEK_MADE}/fonts)
if(NOT EXISTS ${npm}/lucide-static)
    message(FATAL_ERROR "No node_modules: build through ./dev, or run npm ci first.")
endif()

# A library with nothing but generated headers: whoever uses it waits for them.
function(generated_header name header)
    add_custom_target(make_${name} DEPENDS ${generated}/${header})
    add_library(goodweek_${name} INTERFACE)
    add_dependencies(goodweek_${name} make_${name})
    target_include_directories(goodweek_${name} INTERFACE ${generated})
endfunction()

file(GLOB drawings CONFIGURE_DEPENDS ${assets}/icons/gw-*.svg)
add_custom_command(
    OUTPUT ${generated}/icons.h ${GOODWEEK_MADE}/fonts/goodweek-icons.ttf
    COMMAND Python3::Interpreter ${assets}/icons/make_icons.py ${assets}/icons/names.txt ${npm}/lucide-static
            ${GOODWEEK_MADE}/fonts ${generated}/icons.h
    DEPENDS ${assets}/icons/make_icons.py ${assets}/icons/names.txt ${drawings} ${npm}/lucide-static/package.json
    COMMENT "Icons" VERBATIM)
generated_header(icons icons.h)

# Where UI tests find the fonts, too.
add_custom_command(
    OUTPUT ${GOODWEEK_MADE}/fonts/goodweek-text-regular.ttf
    COMMAND Python3::Interpreter ${assets}/fonts/make_text_fonts.py ${npm}/@expo-google-fonts ${GOODWEEK_MADE}/fonts
    DEPENDS ${assets}/fonts/make_text_fonts.py ${npm}/@expo-google-fonts/inter/package.json
    COMMENT "Fonts" VERBATIM)
add_custom_target(goodweek_fonts
    DEPENDS ${GOODWEEK_MADE}/fonts/goodweek-text-regular.ttf ${GOODWEEK_MADE}/fonts/goodweek-icons.ttf)

# What comes with the app and is read once there is time. Of the questionnaires the free ones, those that only who sells
# nothing may pass on (without their folder they are left out), and the scoring of those whose words a licensed clinic brings.
file(GLOB_RECURSE library_files CONFIGURE_DEPENDS ${assets}/questionnaires/*.json ${assets}/invented/*.json
     ${assets}/sections/*.json ${assets}/packs/*.json)
add_custom_command(
    OUTPUT ${generated}/library.h ${GOODWEEK_MADE}/library.cbor
    COMMAND Python3::Interpreter ${assets}/make_library.py ${GOODWEEK_MADE}/library.cbor ${generated}/library.h
            ${assets}/invented ${assets}/sections ${assets}/packs ${assets}/questionnaires
            ${assets}/questionnaires/share_alike ${assets}/questionnaires/licensed
    DEPENDS ${assets}/make_library.py ${library_files}
    COMMENT "Library" VERBATIM)
generated_header(library_file library.h)

add_custom_command(
    OUTPUT ${generated}/words_en.h
    COMMAND Python3::Interpreter ${assets}/words/embed.py ${assets}/words/en.json ${generated}/words_en.h
    DEPENDS ${assets}/words/embed.py ${assets}/words/en.json
    COMMENT "Words" VERBATIM)
generated_header(words words_en.h)
