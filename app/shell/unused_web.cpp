// Parts of libraries that come along and are never wanted here. The linker puts these in their place
// (.environment/web.cmake), so that they are not downloaded: 14 KB of what a first visit may weigh.
#include <cstdarg>
#include <cstddef>

#include <SDL.h>

extern "C" {

// SDL's queue of events, and the log of them with every number in it. Nobody here reads it: the page's elements hear.
int __wrap_SDL_PushEvent(SDL_Event*) { return 0; }

// Where ImGui reads the places of windows that were saved. There are none.
int __wrap_sscanf(const char*, const char*, ...) { return 0; }

// Numbers with a fraction, in words: ours are written by domain/show.cpp. The C library has this without them.
int vsniprintf(char* text, std::size_t size, const char* format, std::va_list more);
int __wrap_vsnprintf(char* text, std::size_t size, const char* format, std::va_list more) {
    return vsniprintf(text, size, format, more);
}
}
