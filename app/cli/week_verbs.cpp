// week, week add, goals: what a family did and means to do.
#include <algorithm>
#include <array>

#include "cli/finding.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "domain/either.h"
#include "domain/text.h"
#include "exchange/rows.h"
#include "session/sentences.h"
#include "session/week.h"

namespace goodweek::cli {

using namespace session;

namespace {

constexpr std::array marks{"done", "planned", "rest"};
constexpr std::array<std::string_view, 3> kinds{"something", "appointment", "group"};

struct What {
    std::string kind, words;
    std::optional<Thousandths> value{}, second{};
};

What what_of(const Family& family, const WeekItem& item) {
    if (item.of == WeekItem::Of::routine) {
        const auto* found = family.answers.routines.find(item.entity);
        return {"routine", found ? found->routine.what : ""};
    }
    const auto& event = *family.log.find(item.entity)->event();
    const std::string kind{records::kind_of(event.what)};
    return std::visit(on{
                          [&](const Reading& it) -> What {
                              if (item.times > 1) return {kind, it.measure};
                              return {kind, it.measure, it.first, it.second};
                          },
                          [&](const Activity& it) -> What { return {kind, it.what}; },
                          [&](const MedicineTaken& it) -> What { return {kind, it.medicine}; },
                          [&](const Planned& it) -> What { return {kind, it.what}; },
                          [&](const StepDone& it) -> What {
                              const auto* goal = family.answers.goals.find(it.goal);
                              return {kind, goal && goal->step ? goal->step->words : ""};
                          },
                          [&](const auto&) -> What { return {kind, ""}; },
                      },
                      event.what);
}

Json names_of(const Family& family, const std::vector<PersonId>& people) {
    Json names = Json::array();
    for (const auto& person : people) names.push_back(std::string{family.answers.home.name_of(person)});
    return names;
}

Json json_of(const Family& family, const WeekItem& item) {
    const auto what = what_of(family, item);
    Json json = {{"mark", marks[static_cast<std::size_t>(item.mark)]}, {"kind", what.kind}, {"what", what.words}};
    if (what.value) json["value"] = number_of(*what.value);
    if (what.second) json["second"] = number_of(*what.second);
    if (item.times > 1) json["times"] = item.times;
    json["people"] = names_of(family, item.people);
    if (item.of != WeekItem::Of::routine) json["at"] = to_iso(item.at);
    if (item.of == WeekItem::Of::plan) json["entry"] = item.entity.hex();
    return json;
}

std::string line_of(const Json& item) {
    std::string line = "  " + item["mark"].get<std::string>() + "  " + item["what"].get<std::string>();
    if (item["mark"] == "rest") line = "  rest";
    if (item.contains("value")) line += " " + item["value"].dump();
    if (item.contains("second")) line += "/" + item["second"].dump();
    std::string names;
    for (const auto& name : item["people"]) names += (names.empty() ? "" : ", ") + name.get<std::string>();
    return line + "  " + (names.empty() ? "everyone" : names);
}

Answer not_a_day(const std::string& typed) {
    return refused("\u201C" + typed + "\u201D is not a day. Write it as 2026-11-06.");
}

// The names after --for, with commas between.
Result<std::vector<PersonId>, Answer> people_in(const State& state, std::string_view names) {
    std::vector<PersonId> people;
    while (!names.empty()) {
        const auto name = names.substr(0, names.find(','));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        const auto someone = find_person(state, trimmed(name));
        if (!someone) return std::unexpected(someone.error());
        people.push_back(someone->person);
    }
    return people;
}

}  // namespace

Answer list_week(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto family = find_family(household.state(), call.value("--family"));
    if (!family) return family.error();
    const auto today = household.state().today();
    const auto asked = call.has("--from") ? parse_day(call.value("--from")) : std::optional{today};
    if (!asked) return not_a_day(call.value("--from"));
    Json days = Json::array();
    std::string text;
    for (Day day = monday_of(*asked); day <= monday_of(*asked) + Days{6}; day += Days{1}) {
        Json items = Json::array();
        text += (text.empty() ? "" : "\n") + to_iso(day);
        for (const auto& item : items_on(**family, day, today)) {
            items.push_back(json_of(**family, item));
            text += "\n" + line_of(items.back());
        }
        days.push_back({{"day", to_iso(day)}, {"items", std::move(items)}});
    }
    return done(std::move(days), text);
}

Answer add_to_week(const Call& call) {
    const auto moment = parse_moment(call.value("--on"));
    if (!moment) return not_a_day(call.value("--on"));
    const auto kind = call.has("--kind") ? std::ranges::find(kinds, call.value("--kind")) : kinds.begin();
    if (kind == kinds.end()) return refused("A plan is something, an appointment or a group.");
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    const auto people = people_in(household.state(), call.value("--for"));
    if (!people) return people.error();
    household.apply(StartPlan{moment->day()});
    auto& draft = household.drafts().plan;
    draft.plan = {.kind = static_cast<Planned::Kind>(kind - kinds.begin()),
                  .what = call.words[0],
                  .where = call.value("--where"),
                  .people = *people};
    if (!moment->day_only) draft.time = call.value("--on").substr(11, 5);
    household.apply(SavePlan{});
    if (!draft.problems.empty()) return refused(draft.problems);
    if (const auto trouble = household.trouble()) return refused(*trouble);
    return done({{"added", call.words[0]}, {"on", to_iso(moment->day())}}, "Added to " + to_iso(moment->day()) + ".");
}

Answer list_goals(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto family = find_family(household.state(), call.value("--family"));
    if (!family) return family.error();
    const auto today = household.state().today();
    constexpr std::array agreements{"not asked", "waiting for the clinic", "waiting for the family", "agreed"};
    Json goals = Json::array();
    std::string text;
    for (const auto* goal : (*family)->answers.goals.all()) {
        Json json = {{"goal", goal->goal.words},
                     {"why", goal->goal.why},
                     {"people", names_of(**family, goal->goal.people)},
                     {"since", to_iso(goal->since.day())},
                     {"agreement", agreements[static_cast<std::size_t>(goal->agreement())]}};
        if (goal->step)
            json["step"] = {{"words", goal->step->words},
                            {"days_a_week", goal->step->days_a_week},
                            {"done_this_week", goal->done_between(monday_of(today), today)}};
        json["ratings"] = Json::array();
        for (const auto& rated : goal->ratings)
            json["ratings"].push_back({{"at", to_iso(rated.at)}, {"value", rated.value}});
        text += (text.empty() ? "" : "\n") + goal->goal.words;
        if (const auto* last = goal->last_rating())
            text += "  " + std::to_string(goal->ratings.front().value) + " to " + std::to_string(last->value);
        goals.push_back(std::move(json));
    }
    return done(std::move(goals), text.empty() ? "No goals yet." : text);
}

}  // namespace goodweek::cli
