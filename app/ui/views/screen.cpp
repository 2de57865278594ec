#include "ui/views/screen.h"

#include <algorithm>
#include <array>

#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using session::Stage;

namespace {

// Before there is a family: these pages and no others.
void blank(Ui& ui, const State& state, Drafts& drafts) {
    switch (state.route.page) {
        case At::create: return create(ui, state, drafts.create);
        case At::join: return join(ui, state, drafts.join);
        case At::add_phone: return add_phone(ui, state);
        case At::settings: return settings(ui, state, drafts.settings);
        default: return start(ui, state);
    }
}

// What has been typed to the family that is shown, and to it about the thing that is shown.
session::MessageDraft& words_to(const State& state, Drafts& drafts) {
    return drafts.messages[{state.family()->id, std::nullopt}];
}

session::MessageDraft& words_about(const State& state, Drafts& drafts) {
    return drafts.messages[{state.family()->id, state.route.entity}];
}

// And about the section that is shown.
session::MessageDraft& words_about_section(const State& state, Drafts& drafts) {
    const auto* section = session::section_of(state, state.route);
    const auto about = section ? session::entity_of(*section, person_of(state)) : EntityId{};
    return drafts.messages[{state.family()->id, about}];
}

// The pages that are in the program's second part (.environment/afterwards.txt). A link worker's are all but Help.
bool comes_afterwards(const State& state) {
    const auto page = state.route.page;
    if (state.side == Side::clinic && state.stage == Stage::open) return page != At::help;
    constexpr std::array pages{
        At::reading,   At::week,      At::day,          At::plan,     At::import, At::questionnaires,
        At::question,  At::scores,    At::goal,         At::entry,    At::people, At::person,
        At::join,      At::add_phone, At::messages,     At::settings, At::sync,   At::accept_phone,
        At::care_plan, At::section,   At::section_form, At::watching, At::others, At::summary,
        At::timeline,  At::came};
    return std::ranges::contains(pages, page);
}

void worker(Ui& ui, const State& state, Drafts& drafts) {
    const bool of_family = state.family() != nullptr && !state.route.family.empty();
    switch (state.route.page) {
        case At::help: return help(ui, state);
        case At::settings: return settings(ui, state, drafts.settings);
        case At::sync: return sync(ui, state);
        case At::messages: return waiting_messages(ui, state);
        case At::join: return invite_family(ui, state, drafts.invite);
        case At::recovery: return recovery(ui, state, drafts.recovery);
        case At::accept_phone: return accept_phone(ui, state, drafts.phone);
        case At::family:
            if (of_family) return family(ui, state, words_to(state, drafts));
            break;
        case At::reading:
            if (of_family) return reading(ui, state, drafts.reading);
            break;
        case At::scores:
            if (of_family) return scores(ui, state, drafts.reading);
            break;
        case At::goal:
            if (of_family) return goal(ui, state, drafts.goal, drafts.action, words_about(state, drafts));
            break;
        case At::entry:
            if (of_family) return entry(ui, state, words_about(state, drafts));
            break;
        case At::week:
            if (of_family) return week(ui, state, drafts.week);
            break;
        case At::day:
            if (of_family) return day(ui, state);
            break;
        case At::timeline:
            if (of_family) return timeline(ui, state, drafts.timeline);
            break;
        case At::summary:
            if (of_family) return summary(ui, state, drafts.summary);
            break;
        case At::care_plan:
            if (of_family) return care_plan(ui, state);
            break;
        case At::section:
            if (of_family) return section(ui, state, drafts.section, words_about_section(state, drafts));
            break;
        case At::section_form:
            if (of_family) return section_form(ui, state, drafts.section);
            break;
        default: break;
    }
    caseload(ui, state, drafts.caseload);
}

void at_home(Ui& ui, const State& state, Drafts& drafts) {
    switch (state.route.page) {
        case At::week: return week(ui, state, drafts.week);
        case At::day: return day(ui, state);
        case At::plan: return plan(ui, state, drafts.plan);
        case At::log: return log(ui, state, drafts.log);
        case At::log_one: return log_one(ui, state, drafts.log);
        case At::import: return import(ui, state, drafts.log, drafts.columns);
        case At::readings: return readings(ui, state);
        case At::reading: return reading(ui, state, drafts.reading);
        case At::questionnaires: return questionnaires(ui, state);
        case At::question: return question(ui, state, drafts.question);
        case At::scores: return scores(ui, state, drafts.reading);
        case At::goals: return goals(ui, state, drafts.goal);
        case At::goal: return goal(ui, state, drafts.goal, drafts.action, words_about(state, drafts));
        case At::entry: return entry(ui, state, words_about(state, drafts));
        case At::care_plan: return care_plan(ui, state);
        case At::others: return others(ui, state);
        case At::watching: return watching(ui, state);
        case At::summary: return summary(ui, state, drafts.summary);
        case At::timeline: return timeline(ui, state, drafts.timeline);
        case At::section: return section(ui, state, drafts.section, words_about_section(state, drafts));
        case At::section_form: return section_form(ui, state, drafts.section);
        case At::more: return more(ui, state);
        case At::people: return people(ui, state, drafts.join);
        case At::person: return person(ui, state, drafts.person);
        case At::join: return join(ui, state, drafts.join);
        case At::accept_phone: return accept_phone(ui, state, drafts.phone);
        case At::messages: return messages(ui, state, words_to(state, drafts));
        case At::help: return help(ui, state);
        case At::settings: return settings(ui, state, drafts.settings);
        case At::sync: return sync(ui, state);
        case At::recovery: return recovery(ui, state, drafts.recovery);
        default: return today(ui, state);
    }
}

}  // namespace

void screen(Ui& ui, const State& state, Drafts& drafts) {
    // Help is for everyone, let in or not.
    if (state.route.page == At::help && state.stage != Stage::open) return help(ui, state);
    if (state.second_part != session::SecondPart::here && comes_afterwards(state)) return coming(ui, state);
    if (state.route.page == At::came && state.stage != Stage::starting) return came(ui, state);
    switch (state.stage) {
        case Stage::starting: return starting(ui, state);
        case Stage::unsupported: return unsupported(ui, state);
        case Stage::elsewhere: return elsewhere(ui, state);
        case Stage::blank: return blank(ui, state, drafts);
        case Stage::locked: return open(ui, state, drafts.open);
        case Stage::opening:
            // Working on a passphrase: the page that asked for it stays, its button busy.
            if (state.own.empty() && state.route.page != At::open) return blank(ui, state, drafts);
            return open(ui, state, drafts.open);
        case Stage::open:
        case Stage::rescue: break;
    }
    if (state.side == Side::clinic) return worker(ui, state, drafts);
    if (!state.family()) return starting(ui, state);
    at_home(ui, state, drafts);
}

}  // namespace goodweek::ui
