#include "shell/browser.h"

#include <emscripten.h>

#include <algorithm>

// Each of these only hands its arguments to web/bridge.js; 64-bit numbers travel as doubles.
// clang-format off
EM_JS(void, gw_js_publish, (const void* patch), { Module.bridge.publish(patch); });
EM_JS(void, gw_js_focus, (unsigned handle), { Module.bridge.focus(handle); });
EM_JS(void, gw_js_say, (const char* words, std::size_t length, int now), { Module.bridge.say(words, length, now); });
EM_JS(void, gw_js_title, (const char* words, std::size_t length), { Module.bridge.title(words, length); });
EM_JS(void, gw_js_look, (double height, double bar, int plain, int theme, int contrast, double scale, int still), {
    Module.bridge.look(height, bar, plain, theme, contrast, scale, still);
});
EM_JS(void, gw_js_measure, (const char* text, std::size_t length, double size, double width, int semibold, float* out), {
    Module.bridge.measure(text, length, size, width, semibold, out);
});
EM_JS(void, gw_js_derive, (unsigned ticket, const char* secret, std::size_t length, const void* salt, unsigned memory, unsigned passes), {
    Module.bridge.derive(ticket, secret, length, salt, memory, passes);
});
EM_JS(void, gw_js_keep, (unsigned ticket, double generation, const char* names, std::size_t length), {
    Module.bridge.keep(ticket, generation, names, length);
});
EM_JS(void, gw_js_send, (unsigned ticket, const char* head, std::size_t length, const void* body, std::size_t size), {
    Module.bridge.send(ticket, head, length, body, size);
});
EM_JS(void, gw_js_tick_in, (double milliseconds), { Module.bridge.tickIn(milliseconds); });
EM_JS(void, gw_js_offer, (const char* name, std::size_t name_length, const char* type, std::size_t type_length, const void* bytes, std::size_t size), {
    Module.bridge.offer(name, name_length, type, type_length, bytes, size);
});
EM_JS(void, gw_js_address, (const char* text, std::size_t length, int replace), { Module.bridge.address(text, length, replace); });
EM_JS(void, gw_js_remember_look, (const char* text, std::size_t length), { Module.bridge.rememberLook(text, length); });
EM_JS(void, gw_js_ask_for_keeping, (), { Module.bridge.askForKeeping(); });
EM_JS(void, gw_js_copy, (const char* text, std::size_t length), { Module.bridge.copy(text, length); });
EM_JS(void, gw_js_print, (const char* only, std::size_t length, bool large), { Module.bridge.print(only, length, large); });
EM_JS(void, gw_js_take_over, (), { Module.bridge.takeOver(); });
// clang-format on

namespace goodweek::shell::browser {

void show(ByteView patch) { gw_js_publish(patch.data()); }
void focus(Handle handle) { gw_js_focus(handle); }
void say(std::string_view words, bool now) { gw_js_say(words.data(), words.size(), now); }
void title(std::string_view words) { gw_js_title(words.data(), words.size()); }

void wear(const Look& look) {
    gw_js_look(look.content_height, look.bar_height, look.plain, static_cast<int>(look.theme), look.more_contrast,
               look.text_scale, look.still);
}

ui::Size measure(std::string_view text, float size, float width, bool semibold) {
    float out[2] = {};
    gw_js_measure(text.data(), text.size(), size, width, semibold, out);
    return {out[0], out[1]};
}

void perform(const session::Derive& asked) {
    gw_js_derive(asked.ticket, asked.secret.data(), asked.secret.size(), asked.salt.data(), asked.cost.memory_kib,
                 asked.cost.passes);
}

void perform(const session::Keep& asked) {
    std::string names;
    for (const auto& file : asked.files) names.append(file.name).append("\n");
    gw_js_keep(asked.ticket, static_cast<double>(asked.generation), names.data(), names.size());
}

void perform(const session::Send& asked) {
    auto head = asked.method + "\n" + asked.relay + asked.path + "\n";
    for (const auto& [name, value] : asked.headers) head.append(name).append(": ").append(value).append("\n");
    gw_js_send(asked.ticket, head.data(), head.size(), asked.body.data(), asked.body.size());
}

void perform(const session::WakeAt& asked, Moment now) {
    gw_js_tick_in(std::max(0.0, static_cast<double>((asked.at - now).count())));
}

void perform(const session::OfferFile& asked) {
    gw_js_offer(asked.name.data(), asked.name.size(), asked.type.data(), asked.type.size(), asked.bytes.data(),
                asked.bytes.size());
}

void perform(const session::ShowAddress& asked) {
    gw_js_address(asked.address.data(), asked.address.size(), asked.replace);
}

void perform(const session::RememberLook& asked) { gw_js_remember_look(asked.text.data(), asked.text.size()); }
void perform(const session::AskForKeeping&) { gw_js_ask_for_keeping(); }
void perform(const session::Copy& asked) { gw_js_copy(asked.text.data(), asked.text.size()); }
void perform(const session::Print& asked) { gw_js_print(asked.only.data(), asked.only.size(), asked.large); }
void perform(const session::TakeOver&) { gw_js_take_over(); }

}  // namespace goodweek::shell::browser
