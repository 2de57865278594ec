// The form that puts something on a day, and says what came of it.
#include <algorithm>

#include "session/command.h"
#include "session/when.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

void which_day(Ui& ui, session::PlanDraft& draft) {
    if (draft.chosen >= 0) {
        Choice made{
            .legend = ui.text("plan.day"), .hint = span_words(ui, draft.week), .look = Choice::Look::segments};
        for (int place = 0; place < 7; ++place)
            made.options.push_back({.value = place, .label = ui.text_of("weekday.short.", std::to_string(place))});
        choice(ui, "weekday", made, draft.chosen);
        if (quiet(ui, "another", ui.text("plan.another_week"))) {
            draft.date = session::typed_date(draft.week + Days{draft.chosen});
            draft.chosen = -1;
            ui.focus("day");
        }
        return;
    }
    date_field(ui, "day",
               {.label = ui.text("when.date"),
                .hint = ui.text("when.date_hint"),
                .error = problem_of(ui, draft.problems, "day")},
               draft.date);
}

void for_whom(Ui& ui, const State& state, session::PlanDraft& draft) {
    const auto& people = state.family()->answers.home.people();
    if (people.size() < 2) return;
    group(ui, "people", {.legend = ui.text("plan.who"), .hint = ui.text("plan.who_hint")}, [&] {
        for (const auto& person : people) {
            bool with = std::ranges::contains(draft.plan.people, person.id);
            if (!check(ui, person.id.hex(), {.label = person.name, .plain = true}, with)) continue;
            if (with) draft.plan.people.push_back(person.id);
            else std::erase(draft.plan.people, person.id);
        }
    });
}

bool is_for_a_child(const State& state, const Planned& plan) {
    return std::ranges::any_of(state.family()->answers.home.people(), [&](const Person& person) {
        return records::is_for(plan, person.id) && person.born && is_child(months_on(state.today(), *person.born));
    });
}

// Whoever runs the group says so, with no account: they scan it, and read six characters out.
void confirmed_by_them(Ui& ui, session::PlanDraft& draft) {
    if (draft.outcome.confirmed) return paragraph(ui, {.text = ui.text("plan.confirmed"), .icon = "check"});
    if (draft.came_link.empty()) return;
    heading(ui, ui.text("plan.confirm_title"));
    paragraph(ui, ui.text("plan.confirm_text"), Look::hint);
    qr(ui, "came-qr", {.modules = draft.came_qr, .name = ui.text("plan.confirm_qr")});
    if (button(ui, "copy-link",
               {.label = ui.text("plan.copy_link"), .look = Button::Look::quiet, .icon = "share-2", .gesture = true}))
        ui.emit(session::CopyText{draft.came_link});
    text_field(ui, "came",
               {.label = ui.text("plan.their_code"),
                .hint = ui.text("log.can_skip"),
                .error = problem_of(ui, draft.problems, "came"),
                .width = 160,
                .autocomplete = "off",
                .autocapitalize = "characters",
                .spellcheck = false},
               draft.came_code);
}

void what_came_of_it(Ui& ui, const State& state, session::PlanDraft& draft) {
    using Kind = PlanOutcome::Kind;
    const bool appointment = draft.plan.kind == Planned::Kind::appointment;
    Choice made{.legend = ui.text("plan.outcome")};
    const auto offer = [&](Kind kind, std::string words) {
        made.options.push_back({.value = static_cast<int>(kind), .label = std::move(words)});
    };
    offer(Kind::open, ui.text("plan.open"));
    offer(Kind::done, ui.text(draft.plan.kind == Planned::Kind::something ? "plan.done" : "plan.kept"));
    offer(Kind::rearranged, ui.text("plan.rearranged"));
    offer(Kind::cancelled, ui.text("plan.cancelled"));
    if (appointment) offer(Kind::missed, ui.text("plan.missed"));
    if (appointment && is_for_a_child(state, draft.plan)) offer(Kind::not_brought, ui.text("plan.not_brought"));
    choice(ui, "outcome", made, draft.outcome.kind);
    if (draft.plan.kind == Planned::Kind::group && draft.outcome.kind == Kind::done) {
        check(ui, "accompanied", {.label = ui.text("plan.accompanied"), .hint = ui.text("plan.accompanied_hint")},
              draft.outcome.accompanied);
        rating(ui, "enjoyed",
               {.legend = ui.text("plan.enjoyed"),
                .hint = ui.text("log.can_skip"),
                .low = ui.text("plan.enjoyed_low"),
                .high = ui.text("plan.enjoyed_high")},
               draft.outcome.enjoyed);
        confirmed_by_them(ui, draft);
    }
    if (draft.outcome.kind != Kind::open && draft.outcome.kind != Kind::done)
        text_field(ui, "why",
                   {.label = ui.text("plan.why"),
                    .hint = ui.text("log.can_skip"),
                    .error = problem_of(ui, draft.problems, "why")},
                   draft.outcome.why);
}

}  // namespace

void plan(Ui& ui, const State& state, session::PlanDraft& draft) {
    const session::Route back = draft.chosen >= 0
                                    ? session::Route{.page = At::day, .what = to_iso(draft.week + Days{draft.chosen})}
                                    : session::Route{.page = At::week};
    framed(ui, state, {.id = "plan", .back = ui.text("place.week"), .back_href = session::to_text(back)}, [&] {
        problems(ui, draft.problems);
        text_field(ui, "what",
                   {.label = ui.text("plan.what"),
                    .hint = ui.text("plan.what_hint"),
                    .error = problem_of(ui, draft.problems, "what"),
                    .question = true},
                   draft.plan.what);
        which_day(ui, draft);
        text_field(ui, "time",
                   {.label = ui.text("when.time_if_known"),
                    .hint = ui.text("when.time_hint"),
                    .error = problem_of(ui, draft.problems, "time"),
                    .width = 160,
                    .autocomplete = "off",
                    .spellcheck = false},
                   draft.time);
        for_whom(ui, state, draft);
        choice(ui, "kind",
               {.legend = ui.text("plan.kind"),
                .options = {{.value = 0, .label = ui.text("plan.something")},
                            {.value = 1, .label = ui.text("plan.appointment")},
                            {.value = 2, .label = ui.text("plan.group")}}},
               draft.plan.kind);
        text_field(ui, "where", {.label = ui.text("plan.where"), .hint = ui.text("log.can_skip")}, draft.plan.where);
        text_field(ui, "note", {.label = ui.text("plan.note"), .hint = ui.text("log.can_skip"), .multiline = true},
                   draft.plan.note);
        if (draft.editing) what_came_of_it(ui, state, draft);
        if (button(ui, "save", ui.text(draft.editing ? "plan.save" : "plan.add")) || ui.enter)
            ui.emit(session::SavePlan{});
        if (draft.editing && quiet(ui, "remove", ui.text("plan.remove"))) ui.emit(session::Remove{*draft.editing});
    });
}

}  // namespace goodweek::ui
