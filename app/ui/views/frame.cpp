#include "ui/views/frame.h"

#include "session/command.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;
using session::Saving;
using session::Sending;
using session::State;

namespace {

bool leads_here(const State& state, std::initializer_list<At> pages) {
    return std::ranges::find(pages, state.route.page) != pages.end();
}

Place place(std::string id, std::string label, std::string icon, At page, bool here) {
    return {.id = std::move(id),
            .label = std::move(label),
            .icon = std::move(icon),
            .href = session::to_text({.page = page}),
            .here = here};
}

std::vector<Place> family_places(Ui& ui, const State& state) {
    std::vector<Place> places;
    places.push_back(place("today", ui.text("place.today"), "sun", At::today, leads_here(state, {At::today})));
    places.push_back(place("week", ui.text("place.week"), "calendar-days", At::week,
                           leads_here(state, {At::week, At::day, At::plan})));
    places.back().bar_label = ui.text("place.week_short");
    places.push_back(place("readings", ui.text("place.readings"), "chart-line", At::readings,
                           leads_here(state, {At::readings, At::reading})));
    places.back().in_bar = false;
    places.push_back(place("log", ui.text("place.log"), "circle-plus", At::log,
                           leads_here(state, {At::log, At::log_one, At::import})));
    places.push_back(place("more", ui.text("place.more"), "layout-grid", At::more,
                           leads_here(state, {At::more, At::goals, At::goal, At::people, At::person, At::messages,
                                              At::settings, At::sync, At::join, At::accept_phone, At::entry,
                                              At::recovery, At::questionnaires, At::question, At::scores})));
    return places;
}

std::vector<Place> worker_places(Ui& ui, const State& state) {
    std::vector<Place> places;
    places.push_back(
        place("caseload", ui.text("place.caseload"), "list-checks", At::caseload,
              leads_here(state, {At::caseload, At::family, At::reading, At::goal, At::entry, At::scores})));
    places.push_back(place("messages", ui.text("place.messages"), "message-circle", At::messages,
                           leads_here(state, {At::messages})));
    places.push_back(place("invite", ui.text("place.invite"), "user-plus", At::join, leads_here(state, {At::join})));
    places.push_back(place("sync", ui.text("place.sync"), "refresh-cw", At::sync, leads_here(state, {At::sync})));
    // Five stand side by side on a phone.
    places[2].bar_label = ui.text("place.invite_short");
    places[3].bar_label = ui.text("place.sync_short");
    auto settings =
        place("settings", ui.text("place.settings"), "settings", At::settings, leads_here(state, {At::settings}));
    settings.in_bar = false;
    places.push_back(std::move(settings));
    return places;
}

std::vector<Place> places_of(Ui& ui, const State& state) {
    auto places = state.side == Side::clinic ? worker_places(ui, state) : family_places(ui, state);
    auto help = place("help", ui.text("place.help"), "phone", At::help, leads_here(state, {At::help}));
    help.help = true;
    places.push_back(std::move(help));
    return places;
}

StatusLine saved_line(Ui& ui, const State& state) {
    if (state.invented)
        return {.icon = "info", .text = ui.text("status.invented"), .brief = ui.text("status.invented_brief")};
    switch (state.saving) {
        case Saving::saving: return {.icon = "clock", .text = ui.text("status.saving")};
        case Saving::failed: return {.icon = "circle-alert", .text = ui.text("status.not_saved"), .bad = true};
        case Saving::nothing_yet:
        case Saving::saved: break;
    }
    return {.icon = "circle-check", .text = ui.text("status.saved")};
}

std::optional<StatusLine> sent_line(Ui& ui, const State& state) {
    const auto waiting = state.sending.waiting;
    switch (state.sending.state) {
        case Sending::alone: return std::nullopt;
        case Sending::sending: return StatusLine{.icon = "refresh-cw", .text = ui.text("status.sending")};
        case Sending::offline:
            if (waiting == 0)
                return StatusLine{
                    .icon = "cloud-off", .text = ui.text("status.offline"), .brief = ui.text("status.offline_brief")};
            return StatusLine{.icon = "cloud-off",
                              .text = ui.counted("status.waiting_offline", waiting),
                              .brief = ui.counted("status.waiting_brief", waiting)};
        case Sending::failed: return StatusLine{.icon = "cloud-off", .text = ui.text("status.cannot_send")};
        case Sending::idle:
            if (waiting > 0)
                return StatusLine{.icon = "clock",
                                  .text = ui.counted("status.waiting", waiting),
                                  .brief = ui.counted("status.waiting_brief", waiting)};
            return StatusLine{.icon = "circle-check", .text = ui.text("status.all_sent")};
    }
    return std::nullopt;
}

Tone tone_of(session::Notice::Tone tone) {
    switch (tone) {
        case session::Notice::Tone::info: return Tone::info;
        case session::Notice::Tone::good: return Tone::good;
        case session::Notice::Tone::warn: return Tone::warn;
        case session::Notice::Tone::problem: return Tone::error;
        case session::Notice::Tone::thanks: return Tone::party;
    }
    return Tone::info;
}

void notices(Ui& ui, const State& state) {
    for (const auto& one : state.notices)
        ui.scope("notice-" + std::to_string(one.id), [&] {
            notice(ui, {.id = "said", .tone = tone_of(one.tone), .text = ui.text(one.sentence)}, [&] {
                if (one.undo && quiet(ui, "undo", ui.text("do.undo"))) {
                    if (one.undo_restores) ui.emit(session::Restore{*one.undo});
                    else ui.emit(session::Remove{*one.undo});
                    ui.emit(session::Dismiss{one.id});
                }
                if (quiet(ui, "dismiss", ui.text("do.dismiss"))) ui.emit(session::Dismiss{one.id});
            });
        });
}

// The one thing that may be red at the top of a page: what was written is not on the disk.
void not_saved(Ui& ui, const State& state) {
    if (state.saving != Saving::failed) return;
    notice(ui,
           {.id = "not-saved",
            .tone = Tone::error,
            .title = ui.text("status.not_saved"),
            .text = state.save_trouble ? ui.text(*state.save_trouble) : ui.text("save.failed"),
            .live = Live::now},
           [&] {
               if (secondary(ui, "try-again", ui.text("do.try_again"))) ui.emit(session::SaveAgain{});
               if (quiet(ui, "copy", ui.text("do.copy_what_i_wrote"))) ui.emit(session::CopyUnsaved{});
           });
}

}  // namespace

void framed(Ui& ui, const State& state, const Framed& frame, const Body& body) {
    ui::Page made;
    made.id = frame.id;
    made.home = frame.home;
    made.board = frame.board;
    made.back = frame.back;
    made.back_href = frame.back_href;
    made.places = places_of(ui, state);
    made.menu_href = session::to_text({.page = At::more});
    if (frame.whose) {
        made.face = face_of(state, *frame.whose);
        if (const auto* family = state.family()) made.whose = std::string(family->answers.home.name_of(*frame.whose));
        made.whose_href = session::to_text({.page = At::people, .what = "whose"});
    }
    made.status.push_back(saved_line(ui, state));
    if (auto line = sent_line(ui, state)) made.status.push_back(std::move(*line));
    // Away from Today there is room for one: what waits is worth more than what is safe.
    if (!frame.home && made.status.size() > 1 && !made.status.front().bad) made.status.erase(made.status.begin());
    if (frame.says_sending && !made.status.front().bad) made.status.clear();
    made.step = frame.step;
    made.of = frame.of;
    if (state.side == Side::family && state.family() && frame.of == 0)
        made.week = week_of(ui, *state.family(), frame.whose, state.today(), WeekStrip::Form::line);
    if (state.side == Side::clinic) {
        made.me = state.clinic_name;
        made.my_face = {.picture = "handshake", .colour = 4};
    }
    page(ui, made, [&] {
        not_saved(ui, state);
        notices(ui, state);
        body();
        if (!frame.tab.empty()) ui.set_title(frame.tab);
    });
}

std::string sending_words(Ui& ui, const State& state) {
    const auto line = sent_line(ui, state);
    return line ? line->text : std::string{};
}

void bare(Ui& ui, std::string_view id, bool logo, const Body& body, Steps steps) {
    ui::Page made;
    made.id = std::string(id);
    made.bare = true;
    made.logo = logo;
    made.step = steps.at;
    made.of = steps.of;
    if (steps.of > 0)
        made.status.push_back(
            {.text = ui.text("create.step", {{"step", std::to_string(steps.at)}, {"of", std::to_string(steps.of)}})});
    page(ui, made, body);
}

FaceOf face_of(const Person& person) { return {.picture = person.picture, .colour = person.colour}; }

FaceOf face_of(const State& state, const PersonId& person) {
    const auto* family = state.family();
    const auto* found = family ? family->answers.home.find(person) : nullptr;
    return found ? face_of(*found) : everyone();
}

FaceOf face_of(const State& state, std::span<const PersonId> people) {
    if (people.size() == 1) return face_of(state, people.front());
    const auto* family = state.family();
    const bool all = people.empty() || !family || people.size() >= family->answers.home.people().size();
    return all ? everyone() : some_of_us();
}

void problems(Ui& ui, const session::Problems& found) {
    if (found.empty()) return;
    std::vector<Problem> lines;
    for (const auto& one : found)
        lines.push_back({.text = ui.text(one.sentence), .field = ui.key(one.field), .only_asks = one.only_asks});
    error_summary(ui, lines);
}

std::string problem_of(Ui& ui, const session::Problems& found, std::string_view field) {
    for (const auto& one : found)
        if (one.field == field && !one.only_asks) return ui.text(one.sentence);
    return {};
}

}  // namespace goodweek::ui
