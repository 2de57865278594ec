// The page's own copy of the tokens: web/theme.css is this text, and a test keeps it so.
#include "ui/theme.h"

namespace goodweek::ui {

namespace {

std::string in_hex(Colour colour) {
    constexpr char digits[] = "0123456789ABCDEF";
    std::string text = "#";
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
        text += digits[channel >> 4];
        text += digits[channel & 15];
    }
    return text;
}

std::string variables(const Theme& t, std::string_view indent) {
    const std::pair<std::string_view, Colour> tokens[] = {{"page", t.page},
                                                          {"card", t.card},
                                                          {"well", t.well},
                                                          {"leaf", t.leaf},
                                                          {"band", t.band},
                                                          {"warn", t.warn},
                                                          {"info", t.info},
                                                          {"error-tint", t.error_tint},
                                                          {"party-tint", t.party_tint},
                                                          {"ink", t.ink},
                                                          {"hint", t.hint},
                                                          {"link", t.link},
                                                          {"error", t.error},
                                                          {"party", t.party},
                                                          {"line", t.line},
                                                          {"edge", t.edge},
                                                          {"field", t.field},
                                                          {"go", t.go},
                                                          {"go-hover", t.go_hover},
                                                          {"go-down", t.go_down},
                                                          {"go-edge", t.go_edge},
                                                          {"go-label", t.on_go},
                                                          {"done-fill", t.done_fill},
                                                          {"on-done", t.on_done},
                                                          {"was", t.was},
                                                          {"leaf-edge", t.leaf_edge},
                                                          {"error-hover", t.error_hover},
                                                          {"error-edge", t.error_edge},
                                                          {"on-error", t.on_error},
                                                          {"sun", t.sun},
                                                          {"sun-edge", t.sun_edge},
                                                          {"on-sun", t.on_sun},
                                                          {"warn-edge", t.warn_edge},
                                                          {"info-edge", t.info_edge},
                                                          {"focus", t.focus},
                                                          {"series-1", t.series[0]},
                                                          {"series-2", t.series[1]},
                                                          {"series-3", t.series[2]}};
    std::string text;
    for (const auto& [name, colour] : tokens)
        text.append(indent).append("--").append(name).append(": ").append(in_hex(colour)).append(";\n");
    return text;
}

std::string rule(std::string_view selector, const Theme& theme, std::string_view scheme) {
    return std::string(selector) + " {\n    color-scheme: " + std::string(scheme) + ";\n" + variables(theme, "    ") +
           "}\n";
}

std::string rule_when(std::string_view condition, std::string_view selector, const Theme& theme,
                      std::string_view scheme) {
    return "@media " + std::string(condition) + " {\n    " + std::string(selector) +
           " {\n        color-scheme: " + std::string(scheme) + ";\n" + variables(theme, "        ") + "    }\n}\n";
}

}  // namespace

std::string css_variables() {
    return "/* Made from app/ui/palette.h and theme.cpp; tests/ui/theme_test.cpp keeps it equal to them. */\n" +
           rule(":root", light_theme(), "light") +
           rule_when("(prefers-color-scheme: dark)", ":root:not([data-theme=light])", dark_theme(), "dark") +
           rule(":root[data-theme=dark]", dark_theme(), "dark") +
           rule(":root[data-contrast=more]", light_contrast_theme(), "light") +
           rule_when("(prefers-color-scheme: dark)", ":root[data-contrast=more]:not([data-theme=light])",
                     dark_contrast_theme(), "dark") +
           rule(":root[data-contrast=more][data-theme=dark]", dark_contrast_theme(), "dark");
}

}  // namespace goodweek::ui
