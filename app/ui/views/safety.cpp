#include "ui/views/safety.h"

#include "session/command.h"
#include "ui/page.h"

namespace goodweek::ui {

namespace {

void call(Ui& ui, std::string_view id, std::string label, std::string_view address, bool first = false) {
    button(ui, id,
           {.label = std::move(label),
            .look = first ? Button::Look::warning : Button::Look::secondary,
            .icon = address.starts_with("tel:") ? "phone" : "message-circle",
            .href = std::string(address)});
}

// The wording is fixed: assets/words holds it with the day it was last checked.
void harm(Ui& ui, bool clinic_reads) {
    title(ui, ui.text("safety.harm_title"));
    care(ui, {.id = "999", .level = Care::Level::emergency, .title = ui.text("safety.danger_title")}, [&] {
        paragraph(ui, ui.text("safety.danger"));
        call(ui, "call-999", ui.text("help.call_999"), "tel:999", true);
    });
    care(ui, {.id = "111", .level = Care::Level::urgent, .title = ui.text("safety.urgent_title")}, [&] {
        paragraph(ui, ui.text("safety.urgent"));
        paragraph(ui, ui.text("safety.nations"), Look::small);
        call(ui, "call-111", ui.text("help.call_111"), "tel:111");
    });
    heading(ui, ui.text("help.talk"));
    paragraph(ui, ui.text("safety.samaritans"));
    call(ui, "call-samaritans", ui.text("safety.call_samaritans"), "tel:116123");
    paragraph(ui, ui.text("safety.others"));
    paragraph(ui, ui.text("safety.deaf"), Look::small);
    call(ui, "tell", ui.text("safety.tell"), "sms:");
    paragraph(ui,
              {.text = ui.text(clinic_reads ? "safety.not_watched_shared" : "safety.not_watched"), .icon = "eye"});
}

// Nothing was said of danger: who to talk to, and where to turn if it gets worse.
void low(Ui& ui, bool clinic_reads) {
    title(ui, ui.text("safety.title.low"));
    paragraph(ui, ui.text("safety.text.low"));
    paragraph(ui, ui.text("safety.samaritans"));
    call(ui, "call-samaritans", ui.text("safety.call_samaritans"), "tel:116123");
    paragraph(ui, ui.text("safety.urgent"));
    call(ui, "call-111", ui.text("help.call_111"), "tel:111");
    link(ui, "help", ui.text("place.help"), {.page = session::Page::help});
    paragraph(ui,
              {.text = ui.text(clinic_reads ? "safety.not_watched_shared" : "safety.not_watched"), .icon = "eye"});
}

void other(Ui& ui, std::string_view kind, bool clinic_reads) {
    title(ui, ui.text_of("safety.title.", kind));
    paragraph(ui, ui.text_of("safety.text.", kind));
    call(ui, "call-111", ui.text("help.call_111"), "tel:111");
    link(ui, "help", ui.text("place.help"), {.page = session::Page::help});
    paragraph(ui,
              {.text = ui.text(clinic_reads ? "safety.not_watched_shared" : "safety.not_watched"), .icon = "eye"});
}

}  // namespace

void safety(Ui& ui, SafetyRule::Page page, bool clinic_reads) {
    switch (page) {
        case SafetyRule::Page::harm: harm(ui, clinic_reads); break;
        case SafetyRule::Page::drinking: other(ui, "drinking", clinic_reads); break;
        case SafetyRule::Page::support: other(ui, "support", clinic_reads); break;
        case SafetyRule::Page::low: low(ui, clinic_reads); break;
    }
    if (button(ui, "go-on", ui.text("do.continue"))) ui.emit(session::SafetyRead{});
}

}  // namespace goodweek::ui
