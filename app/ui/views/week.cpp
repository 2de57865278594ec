// This week: what everybody did and means to do, for one of them on a phone and for all where there is room; and a day by
// itself. A worker reads the same, of what the family shares.
#include "session/week.h"

#include <algorithm>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/group_parts.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;
using session::WeekItem;

namespace {

bool is_ours(const State& state) { return state.side == Side::family; }

session::Route day_page(const State& state, Day day) {
    return {.page = At::day, .family = state.route.family, .what = to_iso(day)};
}

Day day_of(const State& state) { return parse_day(state.route.what).value_or(state.today()); }

std::string routine_words(const Ui& ui, const Routine& routine) {
    return routine.kind == Routine::Kind::reading ? choice_name(ui, routine.what) : routine.what;
}

// "Peak flow 258": on a board the unit goes without saying.
std::string reading_title(const Ui& ui, const Reading& reading, int times) {
    const auto name = choice_name(ui, reading.measure);
    if (times > 1) return ui.counted("week.times", times, {{"what", name}});
    const auto* measure = find_measure(reading.measure);
    const auto* unit = measure ? find_unit(*measure, reading.unit) : nullptr;
    if (!unit) return name;
    const auto value = unit->smaller ? show_with_unit(*measure, reading.first, reading.second, *unit)
                                     : show(*measure, reading.first, reading.second, *unit);
    return name + " " + value;
}

std::string step_words(const Ui& ui, const session::Family& family, const EntityId& goal) {
    const auto* story = family.answers.goals.find(goal);
    return story && story->step ? story->step->words : ui.text("entry.step_done");
}

std::string item_title(const Ui& ui, const session::Family& family, const WeekItem& item) {
    if (item.of == WeekItem::Of::routine) {
        const auto* found = family.answers.routines.find(item.entity);
        return found ? routine_words(ui, found->routine) : "";
    }
    const auto* entity = family.log.find(item.entity);
    if (!entity || !entity->event()) return {};
    const auto& event = *entity->event();
    if (const auto* reading = std::get_if<Reading>(&event.what)) return reading_title(ui, *reading, item.times);
    if (const auto* activity = std::get_if<Activity>(&event.what)) return activity->what;
    if (const auto* taken = std::get_if<MedicineTaken>(&event.what)) return taken->medicine;
    if (const auto* done = std::get_if<StepDone>(&event.what)) return step_words(ui, family, done->goal);
    if (const auto* planned = std::get_if<Planned>(&event.what)) return planned->what;
    return entry_title(ui, event);
}

// On the board a plan's time stands with it: "Swim, 10am".
std::string board_text(const Ui& ui, const session::Family& family, const WeekItem& item) {
    const auto title = item_title(ui, family, item);
    if (item.of != WeekItem::Of::plan || item.mark != WeekItem::Mark::planned || item.at.day_only) return title;
    return title + ", " + time_words(ui, item.at);
}

BoardItem::Mark mark_of(const WeekItem& item) { return static_cast<BoardItem::Mark>(item.mark); }

// Everyone's things first, then a row each; or one row, of one person with what everyone shares, or of all.
std::vector<BoardRow> rows_of(const Ui& ui, const State& state, Day monday, const std::optional<PersonId>& only,
                              bool all_in_one) {
    const auto& family = *state.family();
    const auto& people = family.answers.home.people();
    std::vector<BoardRow> rows;
    if (only || all_in_one) {
        rows.push_back({});
    } else {
        rows.push_back({.face = everyone(), .name = ui.text("people.everyone")});
        for (const auto& person : people) rows.push_back({.face = face_of(person), .name = person.name});
    }
    for (std::size_t place = 0; place < 7; ++place)
        for (const auto& item : session::items_on(family, monday + Days{place}, state.today())) {
            const BoardItem made{.mark = mark_of(item), .text = board_text(ui, family, item)};
            const bool shared = session::is_everyones(family, item);
            if (rows.size() == 1) {
                if (!only || shared || session::is_of(item, *only)) rows[0].cells[place].push_back(made);
            } else if (shared) {
                rows[0].cells[place].push_back(made);
            } else {
                for (std::size_t i = 0; i < people.size(); ++i)
                    if (session::is_of(item, people[i].id)) rows[i + 1].cells[place].push_back(made);
            }
        }
    return rows;
}

WeekBoard board_of(const Ui& ui, const State& state, const WeekStrip& week, Day monday,
                   const std::optional<PersonId>& only, bool all_in_one) {
    WeekBoard board{.name = ui.text("place.week") + ". " + span_words(ui, monday),
                    .today = week.today,
                    .rows = rows_of(ui, state, monday, only, all_in_one),
                    .who = ui.text("week.who"),
                    .nothing = ui.text("week.nothing_planned"),
                    .done = ui.text("week.done"),
                    .planned = ui.text("week.planned"),
                    .rest_word = ui.text("week.rest")};
    for (std::size_t place = 0; place < 7; ++place) {
        const auto& strip = week.days[place];
        board.days[place] = {.state = strip.state,
                             .name = ui.text_of("weekday.name.", std::to_string(place)),
                             .brief = ui.text_of("weekday.short.", std::to_string(place)),
                             .date = strip.date,
                             .said = strip.said,
                             .href = session::to_text(day_page(state, monday + Days{place}))};
    }
    return board;
}

// Everybody's face, and the house for all of them.
void whose_week(Ui& ui, const State& state, session::WeekView& view) {
    const auto& people = state.family()->answers.home.people();
    if (people.size() < 2) return;
    Choice made{.legend = ui.text("log.who"), .look = Choice::Look::faces, .legend_hidden = true};
    const int all = static_cast<int>(people.size());
    int chosen = all;
    for (int i = 0; i < all; ++i) {
        const auto& person = people[static_cast<std::size_t>(i)];
        made.options.push_back({.value = i, .label = person.name, .id = person.id.hex(), .face = face_of(person)});
        if (!view.everyone && person.id == state.looking_at) chosen = i;
    }
    made.options.push_back({.value = all, .label = ui.text("week.all"), .id = "all", .face = everyone()});
    if (!choice(ui, "person", made, chosen)) return;
    view.everyone = chosen == all;
    if (!view.everyone) ui.emit(session::LookAt{people[static_cast<std::size_t>(chosen)].id});
}

void other_weeks(Ui& ui, const State& state, Day monday) {
    const auto to = [&](Day day) {
        return session::Route{.page = At::week, .family = state.route.family, .what = to_iso(day)};
    };
    buttons(ui, [&] {
        link(ui, "before",
             {.label = ui.text("week.before"),
              .href = session::to_text(to(monday - Days{7})),
              .icon = "chevron-left"});
        if (monday != monday_of(state.today()))
            link(ui, "this",
                 {.label = ui.text("place.week"),
                  .href = session::to_text({.page = At::week, .family = state.route.family})});
        link(ui, "after",
             {.label = ui.text("week.after"),
              .href = session::to_text(to(monday + Days{7})),
              .icon = "chevron-right"});
    });
}

// Today where the week that is shown has it, else its first day.
Day day_to_add_to(const State& state, Day monday) {
    return monday == monday_of(state.today()) ? state.today() : monday;
}

void add_button(Ui& ui, Day day) {
    if (button(ui, "add", ui.text("week.add"))) ui.emit(session::StartPlan{day});
}

void print_button(Ui& ui) {
    if (button(ui, "print",
               {.label = ui.text("week.print"), .look = Button::Look::secondary, .icon = "printer", .gesture = true}))
        ui.emit(session::PrintPage{});
}

void calendar_button(Ui& ui) {
    if (button(ui, "calendar",
               {.label = ui.text("week.calendar"),
                .look = Button::Look::quiet,
                .icon = "download",
                .description = ui.text("week.calendar_hint"),
                .gesture = true}))
        ui.emit(session::MakeCalendar{});
}

// Appointments of a year by what came of them, with what counts and what does not.
void attendance(Ui& ui, const State& state) {
    const auto kept =
        state.family()->answers.plans.attendance(std::nullopt, state.today() - Days{364}, state.today());
    if (kept.of == 0) return;
    paragraph(ui, {.text = ui.text("week.attendance_counts"),
                   .look = Look::hint,
                   .strong = ui.text("week.attendance",
                                     {{"kept", std::to_string(kept.kept)}, {"of", std::to_string(kept.of)}})});
}

void below(Ui& ui, const State& state) {
    attendance(ui, state);
    group_list(ui, state);
    if (is_ours(state)) calendar_button(ui);
    else if (!state.family()->answers.home.sharing().has(Shared::activities))
        paragraph(ui, ui.text("week.not_shared"), Look::hint);
}

void wide_week(Ui& ui, const State& state, Day monday) {
    const auto strip = week_of(ui, *state.family(), std::nullopt, monday, state.today(), WeekStrip::Form::large);
    const auto [strong, rest] = week_words(ui, strip);
    const bool now = strip.today >= 0;
    const float top = ui.open(0);
    const auto words = [&] {
        title(ui, now ? ui.text("place.week") : ui.text("week.another"));
        paragraph(ui, span_words(ui, monday) + (now ? ". " + strong + rest : ""), Look::hint);
    };
    const auto actions = [&] {
        buttons(ui, [&] {
            print_button(ui);
            if (is_ours(state)) add_button(ui, day_to_add_to(state, monday));
        });
    };
    ui.close(top + ui.abreast(ui.x(), top, ui.width(), 16, words, actions), 0);
    week_board(ui, "board", board_of(ui, state, strip, monday, std::nullopt, false));
    other_weeks(ui, state, monday);
    below(ui, state);
}

void narrow_week(Ui& ui, const State& state, session::WeekView& view, Day monday) {
    const bool now = monday == monday_of(state.today());
    title(ui, now ? ui.text("place.week") : ui.text("week.another"));
    paragraph(ui, span_words(ui, monday), Look::hint);
    whose_week(ui, state, view);
    const bool alone = state.family()->answers.home.people().size() < 2;
    const auto only = view.everyone && !alone ? std::nullopt : std::optional{state.looking_at};
    const auto strip = week_of(ui, *state.family(), only, monday, state.today(), WeekStrip::Form::large);
    week_spine(ui, "board", board_of(ui, state, strip, monday, only, true));
    if (is_ours(state)) add_button(ui, day_to_add_to(state, monday));
    other_weeks(ui, state, monday);
    print_button(ui);
    below(ui, state);
}

// ---- one day ---------------------------------------------------------------------------------------------------------------

std::string item_text(const Ui& ui, const session::Family& family, const WeekItem& item) {
    auto text = session::is_everyones(family, item) ? ui.text("people.everyone") : names_of(ui, family, item.people);
    if (const auto* entity = family.log.find(item.entity))
        if (const auto* plan = entity->as<Planned>(); plan && !plan->where.empty()) text += ", " + plan->where;
    if (item.of == WeekItem::Of::routine || item.at.day_only || item.times > 1) return text;
    return text + ", " + time_words(ui, item.at);
}

session::Route page_of(const State& state, const WeekItem& item) {
    const auto& family = *state.family();
    const auto& of = state.route.family;
    if (item.of == WeekItem::Of::plan && is_ours(state)) return {.page = At::plan, .entity = item.entity};
    const auto* entity = family.log.find(item.entity);
    const auto* reading = entity ? entity->as<Reading>() : nullptr;
    if (reading && item.times > 1)
        return {.page = At::reading, .family = of, .person = item.people.front(), .what = reading->measure};
    return {.page = At::entry, .family = of, .entity = item.entity};
}

std::string do_label(const Ui& ui, const session::Family& family, const WeekItem& item) {
    const auto* routine = item.of == WeekItem::Of::routine ? family.answers.routines.find(item.entity) : nullptr;
    if (!routine || routine->routine.kind == Routine::Kind::activity) return ui.text("today.done");
    return ui.text(routine->routine.kind == Routine::Kind::reading ? "today.log_it" : "today.taken");
}

void day_row(Ui& ui, const State& state, const WeekItem& item) {
    const auto& family = *state.family();
    Row made{.title = item_title(ui, family, item),
             .text = item_text(ui, family, item),
             .face = face_of(state, item.people)};
    const bool to_do = is_ours(state) && item.mark == WeekItem::Mark::planned && item.at.day() <= state.today();
    if (is_ours(state) && item.of == WeekItem::Of::plan && item.mark == WeekItem::Mark::done &&
        state.just_done == item.entity) {
        made.state = Row::State::just_done;
        made.done_word = ui.text("today.done");
        return row(ui, "item", made, [&] {
            if (button(
                    ui, "undo",
                    {.label = ui.text("do.undo"), .look = Button::Look::quiet, .about = made.title, .in_row = true}))
                ui.emit(session::PlanIsDone{item.entity, false});
        });
    }
    if (to_do) {
        row(ui, "item", made, [&] {
            if (!button(ui, "do",
                        {.label = do_label(ui, family, item),
                         .look = Button::Look::secondary,
                         .about = made.title,
                         .in_row = true}))
                return;
            if (item.of == WeekItem::Of::routine) ui.emit(session::DoRoutine{item.entity});
            else ui.emit(session::PlanIsDone{item.entity});
        });
        if (item.of == WeekItem::Of::plan)
            free_row(ui, "change", [&] {
                link(ui, "open",
                     {.label = ui.text("day.change"),
                      .href = session::to_text({.page = At::plan, .entity = item.entity}),
                      .about = made.title});
            });
        return;
    }
    const auto to = page_of(state, item);
    made.href = session::to_text(to);
    if (row(ui, "item", made)) ui.emit(session::Go{to});
}

// Moved, called off or missed: nothing to be done, but to be read, and put right where it was pressed by mistake.
void called_off(Ui& ui, const State& state, Day day) {
    const auto plans = session::called_off_on(*state.family(), day);
    if (plans.empty()) return;
    heading(ui, ui.text("day.called_off"));
    list(ui, {.id = "called-off", .name = ui.text("day.called_off")}, [&] {
        for (const auto& one : plans) {
            const session::Route to{
                .page = is_ours(state) ? At::plan : At::entry, .family = state.route.family, .entity = one.entity};
            auto text =
                names_of(ui, *state.family(), one.plan.people) + ". " + outcome_words(ui, one.plan, one.outcome);
            row(ui, one.entity.hex(),
                {.title = one.plan.what,
                 .text = std::move(text),
                 .face = face_of(state, one.plan.people),
                 .href = session::to_text(to),
                 .strong = false});
        }
    });
}

}  // namespace

void week(Ui& ui, const State& state, session::WeekView& view) {
    const Day monday = monday_of(day_of(state));
    // In the Plain page seven columns would run off its one.
    const bool wide = ui.roomy() && !ui.environment().plain;
    const session::Route of_family{.page = At::family, .family = state.route.family};
    framed(ui, state,
           {.id = "week",
            .back = ui.text(is_ours(state) ? "place.today" : "family.back"),
            .back_href = is_ours(state) ? "#/today" : session::to_text(of_family),
            .board = wide},
           [&] {
               if (wide) wide_week(ui, state, monday);
               else narrow_week(ui, state, view, monday);
           });
}

void day(Ui& ui, const State& state) {
    const Day shown = day_of(state);
    const session::Route back{.page = At::week, .family = state.route.family, .what = to_iso(shown)};
    framed(ui, state, {.id = "day", .back = ui.text("place.week"), .back_href = session::to_text(back)}, [&] {
        title(ui, day_words(ui, shown, DayForm::long_));
        const auto items = session::items_on(*state.family(), shown, state.today());
        if (items.empty()) {
            paragraph(ui, ui.text(shown > state.today() ? "week.nothing_planned" : "day.nothing"), Look::hint);
        } else {
            list(ui, {.id = "items", .name = day_words(ui, shown, DayForm::long_)}, [&] {
                for (const auto& item : items) ui.scope(item.entity.hex(), [&] { day_row(ui, state, item); });
            });
        }
        called_off(ui, state, shown);
        if (is_ours(state) && button(ui, "add", ui.text("day.add"))) ui.emit(session::StartPlan{shown});
    });
}

}  // namespace goodweek::ui
