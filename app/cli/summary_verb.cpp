// summary, plan show: what somebody's page and their care plan hold.
#include "cli/finding.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "exchange/rows.h"
#include "exchange/text.h"
#include "library.h"
#include "session/sections.h"
#include "session/summary.h"

namespace goodweek::cli {

using namespace session;

namespace {

constexpr int most_days = 3660;

// What stands in an entry, field by field, as it was written.
Json fields_of(const State& state, const Section& section, const PersonId& person, const EntityId& entry) {
    Json fields = Json::object();
    for (const auto& field : section.fields)
        if (const auto said =
                state.family()->answers.sections.said(whose(section, person, field.asked), field.key, entry);
            !said.empty())
            fields[field.key] = std::string{said};
    return fields;
}

Json json_of(const State& state, const Summary::Page& page, const PersonId& person) {
    Json entries = Json::array();
    for (const auto& entry : page.entries) entries.push_back(fields_of(state, *page.section, person, entry));
    return {{"section", page.section->key}, {"title", page.section->title}, {"entries", std::move(entries)}};
}

std::string text_of(const Section& section, const Json& entries) {
    std::string text = section.title;
    for (const auto& entry : entries)
        for (const auto& [key, said] : entry.items())
            text += "\n  " + find_field(section, key)->label + ": " + said.get<std::string>();
    return text;
}

// Whoever the call names, with all that comes with the app to read about them.
Result<Someone, Answer> look_at(Household& household, const Call& call) {
    if (const auto stop = open(household, For::reading)) return Failure{*stop};
    household.hear_of_library(library_file);
    auto someone = find_person(household.state(), call.words[0], call.value("--family"));
    if (someone) household.apply(LookAt{someone->person});
    return someone;
}

void add(std::string& text, const std::string& more) { text += (text.empty() ? "" : "\n") + more; }

}  // namespace

Answer show_plan(const Call& call) {
    Household household{call.profile};
    const auto someone = look_at(household, call);
    if (!someone) return someone.error();
    Json pages = Json::array();
    std::string text;
    for (const auto* section : sections_for(household.state(), someone->person)) {
        const Summary::Page page{.section = section,
                                 .entries = section->many ? entries_of(household.state(), *section, someone->person)
                                                          : std::vector{EntityId{}}};
        Json json = json_of(household.state(), page, someone->person);
        std::erase_if(json["entries"].get_ref<Json::array_t&>(), [](const Json& entry) { return entry.empty(); });
        if (json["entries"].empty()) continue;
        add(text, text_of(*section, json["entries"]));
        pages.push_back(std::move(json));
    }
    return done(std::move(pages), text.empty() ? "Nothing is written in this plan yet." : text);
}

Answer show_summary(const Call& call) {
    const auto days = call.has("--days") ? exchange::whole_number(call.value("--days")) : std::optional{90};
    if (!days || *days < 1 || *days > most_days)
        return refused("\u201C" + call.value("--days") + "\u201D is not a number of days. Write one from 1 to 3660.");
    Household household{call.profile};
    const auto someone = look_at(household, call);
    if (!someone) return someone.error();
    const auto& state = household.state();
    const auto summary = summary_of(state, someone->person, *days);
    Json json = {{"days", *days},
                 {"plan", Json::array()},
                 {"medicines", Json::array()},
                 {"readings", Json::array()},
                 {"scores", Json::array()},
                 {"goals", Json::array()},
                 {"appointments", Json::array()}};
    std::string text;
    for (const auto& page : summary.pages) {
        json["plan"].push_back(json_of(state, page, someone->person));
        add(text, text_of(*page.section, json["plan"].back()["entries"]));
    }
    for (const auto& [name, covered] : summary.medicines) {
        json["medicines"].push_back({{"medicine", name},
                                     {"days_covered", covered.covered},
                                     {"days_missed", covered.missed},
                                     {"days_not_known", covered.not_known}});
        add(text, name + ": " + std::to_string(covered.covered) + " of " + std::to_string(covered.days()) + " days");
    }
    for (const auto& one : summary.readings) {
        const auto& unit = one.measure->units.front();
        Json reading = {{"measure", one.measure->key},
                        {"unit", unit.key},
                        {"count", one.count},
                        {"last", number_of(one.last.first)},
                        {"last_at", to_iso(one.last.at)},
                        {"lowest", number_of(one.lowest)},
                        {"highest", number_of(one.highest)}};
        if (one.last.second) reading["last_second"] = number_of(*one.last.second);
        json["readings"].push_back(std::move(reading));
        add(text, std::string{one.measure->key} + ": " +
                      show_with_unit(*one.measure, one.last.first, one.last.second, unit) + " on " +
                      to_iso(one.last.at.day()) + ", " + std::to_string(one.count) + " in all");
    }
    for (const auto& one : summary.scores) {
        json["scores"].push_back({{"questionnaire", one.questionnaire->id},
                                  {"form", one.questionnaire->form},
                                  {"first", number_of(*one.first.score(one.rule->id))},
                                  {"first_at", to_iso(one.first.at)},
                                  {"last", number_of(*one.last.score(one.rule->id))},
                                  {"last_at", to_iso(one.last.at)}});
        const auto said = [&](const char* when) { return json["scores"].back()[when].dump(); };
        add(text, one.questionnaire->title + ": " + said("first") + " to " + said("last"));
    }
    for (const auto* story : summary.goals) {
        Json goal = {{"goal", story->goal.words}};
        if (const auto* last = story->last_rating()) goal["rating"] = last->value;
        json["goals"].push_back(std::move(goal));
        add(text, story->goal.words);
    }
    for (const auto& at : summary.appointments) {
        json["appointments"].push_back({{"what", at.plan.what}, {"at", to_iso(at.at)}});
        add(text, to_iso(at.at.day()) + ": " + at.plan.what);
    }
    return done(std::move(json), text.empty() ? "There is nothing to put on a page yet." : text);
}

}  // namespace goodweek::cli
