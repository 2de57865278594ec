// What a screen says of itself: one node for everything drawn, in reading order. The page's mirror, our own tests
// and the check of words all read this list (web-ui.md 3).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goodweek::ui {

// A hash of a path of identities ("goal/<id>/log"), never of visible text, so that a control keeps its focus
// when its words change. 0 is nobody.
using Key = std::uint64_t;
Key key_of(Key parent, std::string_view identity);

enum class Role : std::uint8_t {
    // landmarks and containers: children name them as parent
    header,
    navigation,
    main,
    footer,
    section,
    list,
    list_item,
    group,
    figure,
    dialog,
    // text
    heading,
    paragraph,
    label_text,
    // what can be pressed or filled in
    button,
    link,
    text_field,
    choice,
    option,
    check,
    file_button,
    // tables
    table,
    row,
    column_header,
    cell,
    // others
    progress,
    image,
};

enum class Live : std::uint8_t { off, polite, now };
// Who paints the words: the canvas, or the browser where our fonts cannot (right-to-left, shaping, emoji).
enum class Paint : std::uint8_t { canvas, browser };
enum class Current : std::uint8_t { no, page, step };

struct Rect {  // content coordinates in CSS px, unscrolled and unclipped
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

// How a field asks the phone for its keyboard; each is the HTML attribute of the same name.
struct Field {
    std::string type = "text";  // text, password, tel, email, search
    std::string inputmode, autocomplete, autocapitalize, enterkeyhint;
    bool spellcheck = true;
    bool multiline = false;
    float font_size = 18;
    friend bool operator==(const Field&, const Field&) = default;
};

struct AccessNode {
    Key key = 0;
    Key parent = 0;
    Role role = Role::paragraph;
    std::uint8_t level = 0;   // of a heading
    std::string name;         // what it is called; for a paragraph, its words
    std::string description;  // hint and error of a field, read after the name
    std::string error;        // the error alone; not empty means invalid
    std::string value;        // what is in a field, or the address of a link
    std::string group;        // the radio group an option belongs to
    std::string lang;         // only where it differs from the page's
    bool disabled = false, checked = false, expanded = false, expandable = false;
    bool required = false, busy = false, modal = false;
    // Needs the person's own gesture in the browser (share, print, copy, file picker): handled inside the event.
    bool gesture = false;
    bool hidden_name = false;  // the name is spoken, but Plain page need not show it
    bool pinned = false;       // stays in its place in the window, which its rect is of, while the page scrolls
    Live live = Live::off;
    Paint paint = Paint::canvas;
    Current current = Current::no;
    Rect rect;
    float font_size = 18;
    std::uint16_t position = 0, set_size = 0;
    float now = 0, most = 0;  // of a progress
    Field field;              // of a text_field
    std::string accept;       // of a file_button: ".csv,.txt"
    friend bool operator==(const AccessNode&, const AccessNode&) = default;
};

// What a person did to a node: taken by the word that drew it, once.
enum class ActionKind : std::uint8_t {
    press,
    set_text,
    set_choice,
    dismiss,
    focus,
    blur,
    hover_in,
    hover_out,
    down,
    up
};
struct Action {
    Key key = 0;
    ActionKind kind = ActionKind::press;
    std::string text;          // of set_text
    bool by_keyboard = false;  // of focus: whether the ring shows
};

}  // namespace goodweek::ui
