// Help: the versioned safety text, the same words in the same place, whoever is let in or not, with or without a network.
#include "session/command.h"
#include "session/sections.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

namespace {

// Widely published numbers; checked_on stands in assets/words beside them and a test fails when it is a year old.
void line(Ui& ui, std::string_view id, std::string title, std::string text, std::string label,
          std::string_view address) {
    row(ui, id, {.title = std::move(title), .text = std::move(text)}, [&] {
        button(ui, "call",
               {.label = std::move(label),
                .look = Button::Look::secondary,
                .in_row = true,
                .href = std::string(address)});
    });
}

// The family's own plans for a bad day, those that say something: two presses from anywhere.
void own_plans(Ui& ui, const State& state) {
    const auto& family = *state.family();
    std::vector<std::pair<const Section*, PersonId>> written;
    for (const auto& section : state.sections) {
        if (section.group != Section::Group::plans || section.many || section.behind_a_door) continue;
        if (section.of_household && family.answers.sections.count(session::whose(section, {})) > 0)
            written.emplace_back(&section, PersonId{});
        for (const auto& person : family.answers.home.people())
            if (!section.of_household && family.answers.sections.count(session::whose(section, person.id)) > 0)
                written.emplace_back(&section, person.id);
    }
    if (written.empty()) return;
    heading(ui, ui.text("help.own_plans"));
    list(ui, {.id = "own-plans", .name = ui.text("help.own_plans")}, [&] {
        for (const auto& [section, person] : written) {
            const session::Route to{.page = session::Page::section, .person = person, .what = section->key};
            const auto name = family.answers.home.name_of(person);
            if (row(ui, session::to_text(to),
                    {.title = section->title,
                     .text = name.empty() ? ui.text("people.everyone") : std::string{name},
                     .chip = section->icon,
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

void advice(Ui& ui) {
    title(ui, ui.text("help.title"));
    care(ui, {.id = "999", .level = Care::Level::emergency, .title = ui.text("help.999_title")}, [&] {
        bullets(ui, {.id = "when-999",
                     .name = ui.text("help.999_title"),
                     .lines = {ui.text("help.999_breathing"), ui.text("help.999_chest"), ui.text("help.999_stroke"),
                               ui.text("help.999_awake"), ui.text("help.999_harm")},
                     .mark = Bullets::Mark::red_dot});
        button(ui, "call-999",
               {.label = ui.text("help.call_999"),
                .look = Button::Look::warning,
                .icon = "phone",
                .big = true,
                .href = "tel:999"});
        paragraph(ui, ui.text("help.999_text"), Look::small);
    });
    care(ui, {.id = "111", .level = Care::Level::urgent, .title = ui.text("help.111_title")}, [&] {
        paragraph(ui, ui.text("help.111_text"));
        button(
            ui, "call-111",
            {.label = ui.text("help.call_111"), .look = Button::Look::secondary, .icon = "phone", .href = "tel:111"});
    });
    heading(ui, ui.text("help.talk"));
    list(ui, {.id = "talk", .name = ui.text("help.talk")}, [&] {
        line(ui, "samaritans", "Samaritans", ui.text("help.samaritans"), "116 123", "tel:116123");
        line(ui, "shout", "Shout", ui.text("help.shout"), "85258", "sms:85258");
        line(ui, "childline", "Childline", ui.text("help.childline"), "0800 1111", "tel:08001111");
        line(ui, "papyrus", "PAPYRUS", ui.text("help.papyrus"), "0800 068 4141", "tel:08000684141");
        line(ui, "domestic", ui.text("help.domestic_title"), ui.text("help.domestic"), "0808 2000 247",
             "tel:08082000247");
        line(ui, "nspcc", "NSPCC", ui.text("help.nspcc"), "0808 800 5000", "tel:08088005000");
    });
    heading(ui, ui.text("help.nations"));
    list(ui, {.id = "nations", .name = ui.text("help.nations")}, [&] {
        line(ui, "scotland", "Breathing Space", ui.text("help.scotland"), "0800 83 85 87", "tel:0800838587");
        line(ui, "wales", "C.A.L.L.", ui.text("help.wales"), "0800 132 737", "tel:0800132737");
        line(ui, "ireland", "Lifeline", ui.text("help.northern_ireland"), "0808 808 8000", "tel:08088088000");
    });
    heading(ui, ui.text("help.about"));
    paragraph(ui, ui.text("help.not_monitored"));
    paragraph(ui, ui.text("help.what_it_is"));
    paragraph(ui, ui.text("help.checked_on"), Look::small_hint);
}

}  // namespace

void help(Ui& ui, const State& state) {
    const bool inside = state.stage == session::Stage::open || state.stage == session::Stage::rescue;
    if (!inside)
        return bare(ui, "help", true, [&] {
            advice(ui);
            link(ui, "back", ui.text("do.back"), {.page = session::Page::start});
        });
    const bool clinic = state.side == Side::clinic;
    framed(ui, state,
           {.id = "help",
            .back = ui.text(clinic ? "place.caseload" : "place.today"),
            .back_href = clinic ? "#/caseload" : "#/today"},
           [&] {
               advice(ui);
               if (!clinic) own_plans(ui, state);
           });
}

}  // namespace goodweek::ui
