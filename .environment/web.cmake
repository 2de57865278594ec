# The browser build: the page's program, the Argon2id worker, and build/web, the folder that is served.
set(smallest -Oz -flto -sMODULARIZE=1 -sEXPORT_ES6=1 -sDYNAMIC_EXECUTION=0 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=0
    -sMALLOC=emmalloc -sWASM_BIGINT=1)

# An ES module NAME.mjs with its NAME.wasm in the folder of made files.
function(web_module target name sources)
    add_executable(${target} ${sources})
    set_target_properties(${target} PROPERTIES
        OUTPUT_NAME ${name} SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${GOODWEEK_MADE})
    target_include_directories(${target} PRIVATE ${app})
    target_link_libraries(${target} PRIVATE goodweek_language goodweek_no_exceptions)
    target_link_options(${target} PRIVATE ${smallest})
    list(APPEND made_modules ${target})
    set(made_modules ${made_modules} PARENT_SCOPE)
endfunction()

web_module(goodweek_page goodweek ${app}/shell/main.cpp)
target_link_libraries(goodweek_page PRIVATE goodweek_shell imgui_backends)
# Whole first, with its functions' names, then cut in two.
set_target_properties(goodweek_page PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/whole)
target_link_options(goodweek_page PRIVATE --profiling-funcs)
set(in_two ${CMAKE_SOURCE_DIR}/.environment/in_two.py)
set(afterwards ${CMAKE_SOURCE_DIR}/.environment/afterwards.txt)
add_custom_command(
    OUTPUT ${GOODWEEK_MADE}/goodweek.mjs ${GOODWEEK_MADE}/goodweek.wasm ${GOODWEEK_MADE}/second.wasm
    COMMAND Python3::Interpreter ${in_two} ${CMAKE_BINARY_DIR}/whole/goodweek.wasm ${afterwards}
            ${GOODWEEK_MADE}/goodweek.wasm ${GOODWEEK_MADE}/second.wasm
    COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_BINARY_DIR}/whole/goodweek.mjs ${GOODWEEK_MADE}/goodweek.mjs
    DEPENDS goodweek_page ${in_two} ${afterwards}
    COMMENT "The page's program, in two parts" VERBATIM)
target_link_options(goodweek_page PRIVATE -sENVIRONMENT=web -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sGL_TRACK_ERRORS=0 -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,onAbort
    -Wl,--wrap=Emscripten_RegisterEventHandlers,--wrap=Emscripten_UnregisterEventHandlers  # canvas_web.cpp says why
    -Wl,--wrap=Emscripten_InitMouse,--wrap=Emscripten_FiniMouse
    # unused_web.cpp has these
    -Wl,--wrap=SDL_PushEvent,--wrap=sscanf,--wrap=strtod,--wrap=vsnprintf
    -Wl,--wrap=Emscripten_CreateWindowFramebuffer,--wrap=Emscripten_UpdateWindowFramebuffer
    -Wl,--wrap=Emscripten_DestroyWindowFramebuffer,--wrap=_ZN5ImGui31TableSettingsAddSettingsHandlerEv
    -sFORCE_FILESYSTEM=1 -lidbfs.js -sSTACK_SIZE=1MB -sINITIAL_MEMORY=32MB
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS,IDBFS,HEAPU8,HEAPF64)

# Argon2id alone, small, for a Worker that ends after each derivation and gives its memory back.
file(GLOB worker CONFIGURE_DEPENDS ${app}/vault/worker/*.cpp)
web_module(argon2_worker argon2 "${worker}")
target_link_libraries(argon2_worker PRIVATE sodium)
target_link_options(argon2_worker PRIVATE -sENVIRONMENT=worker -sFILESYSTEM=0 --no-entry
    -sEXPORTED_FUNCTIONS=_malloc,_free -sMAXIMUM_MEMORY=512MB)

# Where phones cut the icon to their own shape, its ground is square.
set(icons ${GOODWEEK_MADE}/icons)
set(logo ${assets}/logo/app-icon.svg)
file(MAKE_DIRECTORY ${icons})
configure_file(${logo} ${icons}/icon.svg COPYONLY)
function(app_icon name width)
    add_custom_command(
        OUTPUT ${icons}/${name}
        COMMAND rsvg-convert --width ${width} ${ARGN} --output ${icons}/${name} ${logo}
        DEPENDS ${logo} ${assets}/logo/full-square.css
        COMMENT "${name}" VERBATIM)
    set(app_icons ${app_icons} ${icons}/${name} PARENT_SCOPE)
endfunction()
app_icon(icon-192.png 192)
app_icon(icon-512.png 512)
app_icon(icon-180.png 180 --stylesheet=${assets}/logo/full-square.css)
app_icon(icon-maskable-512.png 512 --stylesheet=${assets}/logo/full-square.css)

# build/web: everything made and everything in web/, put together by web/pack.mjs.
file(GLOB_RECURSE pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*)
add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/packed
    COMMAND ${NODE_JS_EXECUTABLE} ${CMAKE_SOURCE_DIR}/web/pack.mjs
            --out ${CMAKE_SOURCE_DIR}/build/web --add ${GOODWEEK_MADE}
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/packed
    DEPENDS ${made_modules} ${pages} ${app_icons} goodweek_fonts ${GOODWEEK_MADE}/library.cbor ${GOODWEEK_MADE}/second.wasm
    COMMENT "build/web" VERBATIM)
add_custom_target(goodweek_site ALL DEPENDS ${CMAKE_BINARY_DIR}/packed)
