// create, person add, people
#include "cli/beginning.h"
#include "cli/finding.h"
#include "cli/verbs.h"
#include "session/when.h"

namespace goodweek::cli {

using namespace session;

namespace {

Json json_of(const Person& person) {
    Json json = {{"name", person.name}, {"id", person.id.hex()}};
    json["born"] = person.born ? Json(to_iso(*person.born)) : Json(nullptr);
    json["relation"] = person.relation;
    return json;
}

}  // namespace

Answer create(const Call& call) {
    Household household{call.profile};
    if (const auto stop = choose_passphrase(household, call.has("--make-words"))) return *stop;
    auto& draft = household.drafts().create;
    draft.home = call.words[0];
    const auto made_words = call.has("--make-words") ? draft.passphrase : std::string{};
    household.apply(CreateFamily{});
    const auto keepsakes = finish_creating(household);
    if (!keepsakes) return keepsakes.error();

    Json json = {{"created", call.words[0]}, {"profile", call.profile}, {"recovery_code", keepsakes->recovery_code}};
    std::string text = call.words[0] + " is ready.\n";
    if (!made_words.empty()) {
        json["passphrase"] = made_words;
        text += "Passphrase: " + made_words + "\n";
    }
    return done(std::move(json), text + "Recovery code, shown this once: " + keepsakes->recovery_code);
}

Answer add_person(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household)) return *stop;
    auto& draft = household.drafts().person;
    draft.name = call.words[0];
    draft.relation = call.value("--relation");
    draft.colour = static_cast<int>(
        household.state().family() ? household.state().family()->answers.home.people().size() % 8 : 0);
    if (call.has("--born")) {
        const auto born = parse_day(call.value("--born"));
        if (!born) return refused("\u201C" + call.value("--born") + "\u201D is not a day. Write it as 2016-05-21.");
        draft.born = typed_date(*born);
    }
    household.apply(AddPerson{});
    if (!draft.problems.empty()) return refused(draft.problems);
    if (const auto trouble = household.trouble()) return refused(*trouble);
    const auto& people = household.state().family()->answers.home.people();
    if (people.empty()) return refused("Nobody was added.");
    return done(json_of(people.back()), people.back().name + " was added.");
}

Answer list_people(const Call& call) {
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto family = find_family(household.state(), call.value("--family"));
    if (!family) return family.error();
    Json json = Json::array();
    std::string text;
    for (const auto& person : (*family)->answers.home.people()) {
        auto each = json_of(person);
        each["entries"] = (*family)->answers.diary.count(person.id);
        json.push_back(std::move(each));
        if (!text.empty()) text += '\n';
        text += person.name + (person.relation.empty() ? "" : ", " + person.relation) +
                (person.born ? ", born " + to_iso(*person.born) : "");
    }
    return done(std::move(json), text.empty() ? "Nobody yet. `person add NAME` adds somebody." : text);
}

}  // namespace goodweek::cli
