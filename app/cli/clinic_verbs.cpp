// clinic create, clinic invite, join, sync, caseload
#include <array>

#include "cli/finding.h"
#include "cli/joining.h"
#include "cli/verbs.h"
#include "exchange/home_glucose.h"
#include "session/caseload.h"

namespace goodweek::cli {

using namespace session;

namespace {

std::string_view group_name(CaseloadView::Group group) {
    switch (group) {
        case CaseloadView::Group::waiting: return "waiting";
        case CaseloadView::Group::quiet: return "quiet";
        default: return "steady";
    }
}

Json json_of(const CaseloadRow& row, Minutes offset) {
    const auto& family = *row.family;
    const auto& answers = family.answers;
    Json people = Json::array();
    for (const auto& person : answers.home.people()) people.push_back(person.name);
    const auto day = [](const std::optional<Day>& known) { return known ? Json(to_iso(*known)) : Json(nullptr); };
    return {{"family", name_of(family)},
            {"id", family.id.hex()},
            {"people", std::move(people)},
            {"last_heard", family.last_heard
                               ? Json(to_iso(LocalMoment{std::chrono::floor<Minutes>(*family.last_heard), offset}))
                               : Json(nullptr)},
            {"last_logged", day(answers.diary.last_logged())},
            {"entries", answers.diary.size()},
            {"readings", answers.readings.size()},
            {"group", group_name(row.group)},
            {"waiting_since", day(answers.messages.waiting_since())},
            {"trouble", family.trouble ? Json(say(*family.trouble)) : Json(nullptr)}};
}

std::string line_of(const Json& row) {
    const auto text = [&](const char* key) {
        return row[key].is_null() ? std::string{"never"} : row[key].get<std::string>();
    };
    std::string name = text("family");
    name.resize(std::max<std::size_t>(name.size(), 24), ' ');
    return name + "  " + text("group") + "  last heard " + text("last_heard") + "  last logged " +
           text("last_logged") + "  " + row["entries"].dump() + " entries";
}

}  // namespace

Answer create_clinic(const Call& call) {
    if (!call.has("--relay") || !call.has("--admin-token"))
        return wrong_use("`clinic create` needs --relay URL and --admin-token T.");
    const auto founded = found_clinic(call.profile, {.clinic = {.clinic = call.words[0],
                                                                .worker = call.value("--worker"),
                                                                .relay = call.value("--relay"),
                                                                .admin_token = call.value("--admin-token")},
                                                     .make_words = call.has("--make-words")});
    if (!founded) return founded.error();
    Json json = {{"created", call.words[0]},
                 {"profile", call.profile},
                 {"relay", call.value("--relay")},
                 {"clinic", founded->id.hex()},
                 {"recovery_code", founded->keepsakes.recovery_code}};
    std::string text = call.words[0] + " is ready, at " + call.value("--relay") + ".\n";
    if (call.has("--make-words")) {
        json["passphrase"] = founded->keepsakes.passphrase;
        text += "Passphrase: " + founded->keepsakes.passphrase + "\n";
    }
    return done(std::move(json), text + "Recovery code, shown this once: " + founded->keepsakes.recovery_code);
}

Answer invite_family(const Call& call) {
    Household household{call.profile, local_offset(), call.value("--app")};
    if (const auto stop = open(household)) return *stop;
    const auto invite = make_invite(household, call.value("--for"));
    if (!invite) return invite.error();
    const LocalMoment expires{invite->expires, household.state().offset};
    Json words = invite->words;
    std::string text = invite->text + "\nIt works once, until " + to_iso(expires.day()) + ".";
    if (!invite->typed_code.empty()) text += "\nTo type instead: " + invite->typed_code;
    return done({{"invite", invite->text},
                 {"code", invite->typed_code},
                 {"words", std::move(words)},
                 {"expires", to_iso(expires)}},
                std::move(text));
}

Answer join_clinic(const Call& call) {
    const auto sharing = call.has("--share") ? sharing_named(call.value("--share")) : Sharing::everything();
    if (!sharing)
        return refused("--share takes readings, symptoms, activities, medicines and goals, with commas between.");
    Household household{call.profile, local_offset(), {}, call.value("--relay")};
    if (const auto stop = open(household)) return *stop;
    const Invitation invitation{
        .invite = call.words[0], .paper_words = call.value("--paper-words"), .sharing = *sharing};
    if (const auto stop = join(household, invitation)) return *stop;
    if (const auto stop = sync_fully(household)) return *stop;
    const auto* family = household.state().family();
    const auto clinic = family ? family->answers.home.clinic() : std::string{};
    Json shared = Json::array();
    std::string list;
    for (const auto what : every_kind_shared) {
        if (!sharing->has(what)) continue;
        shared.push_back(to_text(what));
        list += (list.empty() ? "" : ", ") + plain_name_of(what);
    }
    return done({{"joined", clinic},
                 {"worker", family ? family->answers.home.worker() : std::string{}},
                 {"shared", std::move(shared)},
                 {"waiting", household.state().sending.waiting}},
                "Joined " + clinic + ". It can read: " + (list.empty() ? "nothing" : list) +
                    ", and the names of the people here. Nobody can read anything else.");
}

Answer sync_now(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    if (const auto stop = sync_fully(household)) return *stop;
    const auto& state = household.state();
    std::size_t entries = 0;
    for (const auto& [id, family] : state.families) entries += family.answers.diary.size();
    return done(
        {{"waiting", state.sending.waiting},
         {"last", state.sending.last
                      ? Json(to_iso(LocalMoment{std::chrono::floor<Minutes>(*state.sending.last), state.offset}))
                      : Json(nullptr)},
         {"families", state.families.size()},
         {"entries", entries}},
        state.sending.waiting == 0 ? "All sent and fetched."
                                   : std::to_string(state.sending.waiting) + " entries are still waiting.");
}

Answer list_caseload(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto& state = household.state();
    if (state.side != Side::clinic)
        return refused("This profile is a family\u2019s. A caseload belongs to a clinic.");
    const auto found = session::caseload(state, CaseloadView{});
    Json rows = Json::array();
    std::string text;
    for (const auto& row : found.rows) {
        rows.push_back(json_of(row, state.offset));
        text += line_of(rows.back()) + "\n";
    }
    Json json = {{"clinic", state.clinic_name},
                 {"families", std::move(rows)},
                 {"waiting", found.waiting},
                 {"quiet", found.quiet},
                 {"steady", found.steady}};
    if (found.imported) {
        json["credit"] = exchange::home_glucose_credit;
        text += std::string{exchange::home_glucose_credit} + "\n";
    }
    if (text.empty()) text = "No families yet. `clinic invite` makes an invite.\n";
    text.pop_back();
    return done(std::move(json), std::move(text));
}

}  // namespace goodweek::cli
