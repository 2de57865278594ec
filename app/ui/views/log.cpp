// Log: who this is about, the six things they log most, and all the others below.
#include "session/command.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

void faces(Ui& ui, const State& state, PersonId& chosen) {
    const auto& people = state.family()->answers.home.people();
    if (people.size() < 2) return;
    Choice made{.legend = ui.text("log.who"), .look = Choice::Look::faces, .legend_hidden = true};
    int at = -1;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const int value = static_cast<int>(i);
        made.options.push_back(
            {.value = value, .label = people[i].name, .id = people[i].id.hex(), .face = face_of(people[i])});
        if (people[i].id == chosen) at = value;
    }
    if (choice(ui, "person", made, at)) {
        chosen = people[static_cast<std::size_t>(at)].id;
        ui.emit(session::LookAt{chosen});
    }
}

void log(Ui& ui, const State& state, session::LogDraft& draft) {
    framed(ui, state, {.id = "log", .back = ui.text("place.today"), .back_href = "#/today"}, [&] {
        title(ui, ui.text("log.title"));
        draft.person = state.looking_at;
        faces(ui, state, draft.person);
        const auto quick = quick_choices(state, 6);
        Tiles made{.id = "quick", .name = ui.text("log.title")};
        for (const auto& what : quick) made.tiles.emplace_back(what, tile_for(ui, what));
        if (const auto chosen = tiles(ui, made))
            ui.emit(session::StartLog{.what = *chosen, .person = state.looking_at});
        heading(ui, ui.text("log.everything_else"));
        list(ui, {.id = "all", .name = ui.text("log.everything_else")}, [&] {
            for (const auto& what : all_choices()) {
                if (std::ranges::find(quick, what) != quick.end()) continue;
                const auto tile = tile_for(ui, what);
                const auto href = session::to_text({.page = At::log_one, .what = what});
                if (row(ui, what, {.title = tile.label, .chip = tile.icon, .chip_ground = tile.ground, .href = href}))
                    ui.emit(session::StartLog{.what = what, .person = state.looking_at});
            }
            if (row(ui, "import",
                    {.title = ui.text("import.title"),
                     .text = ui.text("import.hint"),
                     .chip = "upload",
                     .href = session::to_text({.page = At::import})}))
                ui.emit(session::Go{{.page = At::import}});
        });
    });
}

}  // namespace goodweek::ui
