// What web/bridge.js calls: the page's reports, as plain numbers and bytes, on their way to App.
#include <emscripten.h>

#include <string>
#include <vector>

#include "shell/app.h"
#include "shell/exports.h"

namespace goodweek::shell {

namespace {

App* app = nullptr;

std::string text_at(const char* text, std::size_t length) { return {text, length}; }
Bytes bytes_at(const std::uint8_t* bytes, std::size_t length) { return {bytes, bytes + length}; }

// "name: value" a line, as the page writes headers.
std::vector<std::pair<std::string, std::string>> headers_from(std::string_view lines) {
    std::vector<std::pair<std::string, std::string>> headers;
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        if (const auto colon = line.find(": "); colon != std::string_view::npos)
            headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
    }
    return headers;
}

}  // namespace

void answer_with(App& running) { app = &running; }

}  // namespace goodweek::shell

using namespace goodweek;
using namespace goodweek::shell;

extern "C" {

EMSCRIPTEN_KEEPALIVE double* gw_environment() { return app->surroundings().slots.data(); }

EMSCRIPTEN_KEEPALIVE void gw_font(std::size_t face, const std::uint8_t* bytes, std::size_t length) {
    app->give_font(face, bytes_at(bytes, length));
}

EMSCRIPTEN_KEEPALIVE bool gw_begin(const char* folder, std::size_t length, bool plain) {
    app->surroundings().plain_asked = plain;
    return app->begin(text_at(folder, length));
}

EMSCRIPTEN_KEEPALIVE double gw_frame(double now) { return app->frame(now); }

EMSCRIPTEN_KEEPALIVE void gw_act(Handle handle, int kind, const char* text, std::size_t length, bool by_keyboard) {
    app->act(handle, static_cast<ui::ActionKind>(kind), text_at(text, length), by_keyboard);
}

EMSCRIPTEN_KEEPALIVE void gw_go(const char* address, std::size_t length) {
    app->command(session::Go{session::route_from({address, length})});
}

EMSCRIPTEN_KEEPALIVE void gw_look_around() { app->command(session::LookAround{}); }

EMSCRIPTEN_KEEPALIVE void gw_plain() { app->switch_plain_page(); }

EMSCRIPTEN_KEEPALIVE void gw_file(const char* purpose, std::size_t purpose_length, const char* name,
                                  std::size_t name_length, const std::uint8_t* bytes, std::size_t length) {
    app->command(
        session::FileChosen{text_at(purpose, purpose_length), text_at(name, name_length), bytes_at(bytes, length)});
}

EMSCRIPTEN_KEEPALIVE bool gw_as_meant(std::uint32_t ticket, std::size_t index, const std::uint8_t* bytes,
                                      std::size_t length) {
    return app->as_meant(ticket, index, {bytes, length});
}

EMSCRIPTEN_KEEPALIVE void gw_started(bool held_elsewhere, int offset, const char* look, std::size_t look_length,
                                     const char* origin, std::size_t origin_length, const char* relay,
                                     std::size_t relay_length) {
    app->hear(session::Started{.held_elsewhere = held_elsewhere,
                               .look = text_at(look, look_length),
                               .app_origin = text_at(origin, origin_length),
                               .relay = text_at(relay, relay_length),
                               .offset = Minutes{offset}});
}

EMSCRIPTEN_KEEPALIVE void gw_kept(std::uint32_t ticket, int failure) {
    app->hear(session::Kept{ticket, static_cast<session::KeepFailure>(failure)});
}

EMSCRIPTEN_KEEPALIVE void gw_derived(std::uint32_t ticket, const std::uint8_t* key, std::size_t length) {
    app->hear(session::Derived{ticket, vault::Key::from({key, length})});
}

EMSCRIPTEN_KEEPALIVE void gw_answered(std::uint32_t ticket, int status, const char* headers,
                                      std::size_t headers_length, const std::uint8_t* body, std::size_t length) {
    app->hear(session::Answered{ticket, status, headers_from({headers, headers_length}), bytes_at(body, length)});
}

EMSCRIPTEN_KEEPALIVE void gw_came_with_us(const std::uint8_t* bytes, std::size_t length) {
    app->hear(session::CameWithUs{bytes_at(bytes, length)});
}

EMSCRIPTEN_KEEPALIVE void gw_second_part(bool here) {
    app->hear(session::SecondPartIs{here ? session::SecondPart::here : session::SecondPart::missing});
}

EMSCRIPTEN_KEEPALIVE void gw_tick() { app->hear(session::Tick{}); }
EMSCRIPTEN_KEEPALIVE void gw_online(bool online) { app->hear(session::Online{online}); }
EMSCRIPTEN_KEEPALIVE void gw_promised(bool promised) { app->hear(session::KeepingPromised{promised}); }
EMSCRIPTEN_KEEPALIVE void gw_taken_over() { app->hear(session::TakenOver{}); }
EMSCRIPTEN_KEEPALIVE void gw_away(bool hidden) { app->hear(session::Away{hidden}); }
EMSCRIPTEN_KEEPALIVE void gw_canvas(bool whole) { app->canvas_changed(whole); }

}  // extern "C"
