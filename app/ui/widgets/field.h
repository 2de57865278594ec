// A field for words or for a number. On the web the text in the frame is the browser's own input.
#pragma once

#include "ui/ui.h"

namespace goodweek::ui {

struct TextField {
    std::string label;
    std::string hint;
    std::string error;
    bool multiline = false;
    bool required = false;
    bool question = false;      // the label is the page's h1: one thing a page
    bool label_hidden = false;  // said, not drawn (search)
    std::string icon;           // inside the frame, at the left (search)
    float width = 0;            // of the frame; 0 is the column's. Short answers get short boxes.
    // How the phone helps (web-ui.md 5)
    std::string type = "text", inputmode, autocomplete, autocapitalize, enterkeyhint;
    bool spellcheck = true;
};
// True if the text changed. Enter in a one-line field presses the page's primary button.
bool text_field(Ui& ui, std::string_view id, const TextField& field, std::string& text);

struct NumberField {
    std::string label;
    std::string unit;       // at the right, inside the frame: "L/min"
    std::string unit_said;  // and in full for whoever hears it: "Litres per minute"
    std::string hint;
    std::string error;
    bool decimal = true;  // the keyboard has a point
    bool question = false;
    bool big = true;        // 80 high, digits 40
    std::string inputmode;  // instead of decimal or numeric: "text" for 120/80
    std::string enterkeyhint = "done";
};
bool number_field(Ui& ui, std::string_view id, const NumberField& field, std::string& typed);

// A password or code, with a Show button beside it.
struct SecretField {
    std::string label, hint, error;
    std::string autocomplete = "current-password";
    std::string inputmode;
    bool question = false;
};
bool secret_field(Ui& ui, std::string_view id, const SecretField& field, std::string& text, bool& shown);

// Day, month and year in three boxes under one name.
struct DateField {
    std::string label, hint, error;
    bool birthday = false;  // the person's own: the browser may fill it in
};
bool date_field(Ui& ui, std::string_view id, const DateField& field, session::TypedDate& date);

// Several fields that answer one question, with its legend and, where something is wrong, the bar at the left.
struct Group {
    std::string legend, hint, error;
    bool question = false;
};
void group(Ui& ui, std::string_view id, const Group& group, const Body& body);

}  // namespace goodweek::ui
