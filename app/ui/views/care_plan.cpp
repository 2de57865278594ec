// The care plan: every section that is there for one person and for their household, and what is in each.
#include <algorithm>
#include <array>

#include "session/command.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

constexpr std::array groups{
    std::pair{Section::Group::about, "care_plan.about"}, std::pair{Section::Group::care, "care_plan.care"},
    std::pair{Section::Group::plans, "care_plan.plans"}, std::pair{Section::Group::happened, "care_plan.happened"},
    std::pair{Section::Group::worker, "care_plan.worker"}};

std::string how_much(const Ui& ui, const State& state, const Section& section, const PersonId& person) {
    if (section.behind_a_door) return ui.text("care_plan.behind_a_door");
    const auto& sections = state.family()->answers.sections;
    auto count = sections.count(session::begun_in(section, person));
    if (!section.many && beginner(section) == Side::family)
        count += sections.count(session::whose(section, person, Side::clinic));
    if (count == 0) return ui.text("care_plan.nothing_yet");
    return ui.counted(section.many ? "care_plan.entries" : "care_plan.answered", static_cast<long long>(count));
}

void section_row(Ui& ui, const State& state, const Section& section, const PersonId& person) {
    const session::Route to{.page = At::section, .family = state.route.family, .person = person, .what = section.key};
    Row made{.title = section.title,
             .text = how_much(ui, state, section, person),
             .chip = section.icon,
             .href = session::to_text(to)};
    const bool read = state.side == Side::family && state.family()->linked &&
                      state.family()->answers.home.sharing().has_section(section.key);
    if (read) made.tag = Tag{ui.text("care_plan.shared"), Tag::Look::planned};
    if (row(ui, section.key, made)) ui.emit(session::Go{to});
}

// What a later release wrote in sections of its own is kept and passed on.
bool has_unknown(const State& state) {
    const auto all = state.family()->answers.sections.all();
    return std::ranges::any_of(
        all, [&](const records::SectionOf& which) -> bool { return !find_section(state.sections, which.section); });
}

}  // namespace

// An age that has come: something to talk about, with them.
void to_think_about(Ui& ui, const State& state, const PersonId& person) {
    const auto all = session::to_think_about(state, person);
    if (all.empty()) return;
    heading(ui, ui.text("care_plan.to_think_about"));
    list(ui, {.id = "to-think-about", .name = ui.text("care_plan.to_think_about")}, [&] {
        for (const auto& [section, field] : all) {
            const session::Route to{.page = At::section_form, .person = person, .what = section->key};
            if (row(ui, "think-" + field->key,
                    {.title = field->label,
                     .text = section->title,
                     .chip = section->icon,
                     .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

void section_lists(Ui& ui, const State& state, const PersonId& person) {
    const auto all = session::sections_for(state, person);
    for (const auto& [group, words] : groups) {
        if (std::ranges::none_of(all, [&](const Section* one) { return one->group == group; })) continue;
        heading(ui, ui.text(words));
        list(ui, {.id = std::string{words}, .name = ui.text(words)}, [&] {
            for (const auto* section : all)
                if (section->group == group) section_row(ui, state, *section, person);
        });
    }
    if (has_unknown(state)) paragraph(ui, ui.text("care_plan.from_a_newer_version"), Look::small_hint);
}

void care_plan(Ui& ui, const State& state) {
    const bool clinic = state.side == Side::clinic;
    const session::Route back =
        clinic ? session::Route{.page = At::family, .family = state.route.family} : session::Route{.page = At::more};
    framed(ui, state,
           {.id = "care-plan",
            .back = ui.text(clinic ? "family.back" : "place.more"),
            .back_href = session::to_text(back)},
           [&] {
               title(ui, ui.text("care_plan.title"));
               paragraph(ui, ui.text(clinic ? "care_plan.text_for_clinic" : "care_plan.text"), Look::hint);
               PersonId person = person_of(state);
               faces(ui, state, person);
               if (state.sections.empty())
                   return paragraph(ui, {.text = ui.text("care_plan.coming"), .live = Live::polite});
               if (!clinic) to_think_about(ui, state, person);
               section_lists(ui, state, person);
           });
}

}  // namespace goodweek::ui
