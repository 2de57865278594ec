// Parts of libraries that come along and are never wanted whole. The linker puts these in their place
// (.environment/web.cmake), so that the rest is not downloaded: 14 KB of what a first visit may weigh.
#include <SDL.h>

#include <cstdarg>
#include <cstddef>
#include <cstdlib>

extern "C" {

// SDL's queue of events, and the log of them with every number in it. Nobody here reads it: the page's elements hear.
int __wrap_SDL_PushEvent(SDL_Event*) { return 0; }

// ImGui's backend reads "#version 300 es" and "OpenGL ES 3.0" with it: whole numbers among words, and no fractions.
int __wrap_sscanf(const char* text, const char* format, ...) {
    std::va_list more;
    va_start(more, format);
    int found = 0;
    for (; *format != '\0'; ++format) {
        if (*format != '%') {
            if (*format != *text++) break;
            continue;
        }
        char* end = nullptr;
        const auto number = std::strtol(text, &end, 10);
        if (*++format != 'd' || end == text) break;
        *va_arg(more, int*) = static_cast<int>(number);
        text = end;
        ++found;
    }
    va_end(more);
    return found;
}

// SDL reads how fast a mouse is to be with it. No number of ours comes this way, and a mouse's speed is the page's.
double __wrap_strtod(const char* text, char** end) {
    if (end) *end = const_cast<char*>(text);
    return 0;
}

// SDL's drawing without WebGL, and ImGui's memory of tables.
int __wrap_Emscripten_CreateWindowFramebuffer(void*, void*, unsigned*, void**, int*) { return -1; }
int __wrap_Emscripten_UpdateWindowFramebuffer(void*, void*, const void*, int) { return -1; }
void __wrap_Emscripten_DestroyWindowFramebuffer(void*, void*) {}
void __wrap__ZN5ImGui31TableSettingsAddSettingsHandlerEv() {}

// Numbers with a fraction, in words: ours are written by domain/show.cpp. The C library has this without them.
int vsniprintf(char* text, std::size_t size, const char* format, std::va_list more);
int __wrap_vsnprintf(char* text, std::size_t size, const char* format, std::va_list more) {
    return vsniprintf(text, size, format, more);
}
}
