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

namespace {

void row_for(Ui& ui, const State& state, const std::string& what) {
    const auto tile = tile_for(ui, what);
    const auto href = session::to_text({.page = At::log_one, .what = what});
    if (row(ui, what, {.title = tile.label, .chip = tile.icon, .chip_ground = tile.ground, .href = href}))
        ui.emit(session::StartLog{.what = what, .person = state.looking_at});
}

// Under a heading, and the heading with them only where something is left to show.
void rows_for(Ui& ui, const State& state, std::string_view id, const std::string& name,
              std::vector<std::string> choices, const std::vector<std::string>& quick) {
    std::erase_if(choices, [&](const std::string& what) { return std::ranges::find(quick, what) != quick.end(); });
    if (choices.empty()) return;
    heading(ui, name);
    list(ui, {.id = std::string(id), .name = name}, [&] {
        for (const auto& what : choices) row_for(ui, state, what);
    });
}

}  // namespace

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
        rows_for(ui, state, "day", ui.text("log.the_day"), kinds_to_log(), quick);
        for (int i = 0; i < topics; ++i) {
            const auto topic = to_text(static_cast<Topic>(i));
            rows_for(ui, state, topic, ui.text_of("topic.", topic), measures_of(state, static_cast<Topic>(i)), quick);
        }
        heading(ui, ui.text("log.from_a_file"));
        list(ui, {.id = "files", .name = ui.text("log.from_a_file")}, [&] {
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
