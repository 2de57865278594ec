// Logs and answers in words, so that a test that finds two of them different shows where.
#include <algorithm>
#include <string>

#include "support/history.h"

namespace goodweek::records {

namespace {

std::string say(const LocalMoment& at) { return to_iso(at) + (at.day_only ? to_iso(Day{at.day()}) : ""); }
std::string say(const Event* event) {
    return event ? event->dot.device.hex().substr(0, 4) + ":" + std::to_string(event->dot.counter) : "-";
}
std::string say(const std::optional<EntityId>& id) { return id ? id->hex() : "-"; }
std::string say(const std::optional<std::string>& words) { return words ? "\"" + *words + "\"" : "-"; }
std::string say(const std::vector<PersonId>& people) {
    std::string said;
    for (const auto& one : people) said += one.hex() + " ";
    return said;
}

std::string say(const GoalStory& story) {
    std::string said = "goal " + story.id.hex() + " " + story.goal.words + "/" + story.goal.why + " " +
                       say(story.goal.people) + say(story.since) + (story.changed_apart ? " changed apart" : "") +
                       " step " + say(story.step_entity) + (story.step ? story.step->words : "") + " agreed " +
                       say(story.agreed_by_family) + say(story.agreed_by_clinic) + "\n";
    for (const auto& rated : story.ratings)
        said += "  rated " + std::to_string(rated.value) + " " + say(rated.at) + rated.entity.hex() +
                std::to_string(rated.level.value_or(9)) + std::to_string(rated.confidence.value_or(99)) + "\n";
    if (story.levels) said += "  levels " + story.levels->words[0] + std::to_string(story.levels->weight()) + "\n";
    for (const auto& one : story.actions)
        said +=
            "  action " + one.entity.hex() + one.action.words + std::to_string(static_cast<int>(one.state)) + "\n";
    for (const auto& [day, by] : story.done) said += "  done " + to_iso(day) + by.hex() + "\n";
    return said;
}

std::string say(const Home& home) {
    std::string said =
        home.name() + "|" + home.clinic() + "|" + home.worker() + "|" + std::to_string(home.sharing().bits) + "\n";
    for (const auto& one : home.people()) said += "person " + one.id.hex() + " " + one.name + "\n";
    for (const auto& one : home.relationships()) said += "relation " + one.from.hex() + one.to.hex() + "\n";
    for (const auto& [id, name] : home.devices()) said += "device " + id.hex() + " " + name + "\n";
    return said;
}

std::string say(const Sections& sections) {
    std::string said;
    for (const auto& which : sections.all()) {
        said += "section " + which.section + which.person.hex() + " " + std::to_string(sections.count(which)) + "\n";
        for (const auto& part : sections.parts(which)) {
            said += "  " + say(part.at) + part.entity.hex() + part.entry.hex() + std::to_string(part.versions) +
                    (part.written_apart ? " apart" : "");
            for (const auto& [field, text] : part.fields) said += " " + field + "=" + text;
            said += "\n";
        }
        for (const auto& entry : sections.entries(which)) said += "  entry " + entry.hex() + "\n";
    }
    return said;
}

std::string say(const Diary& diary, const Readings& readings) {
    std::string said;
    std::vector<PersonId> people{PersonId{}};
    for (const auto& item : diary.all()) {
        said +=
            std::string{item.kind} + " " + say(item.at) + " " + item.entity.hex() + " " + item.person.hex() + "\n";
        people.push_back(item.person);
        const auto marks = diary.marks(item.person, item.at.day());
        const auto all = diary.marks(item.at.day());
        for (const int count : {marks.entries, marks.rests, all.entries, all.rests})
            said += std::to_string(count) + " ";
    }
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    for (const auto& person : people) {
        said += person.hex() + " wrote " + std::to_string(diary.count(person)) + "\n";
        for (const auto& measure : readings.measures_of(person)) {
            said += "  " + measure + ":";
            for (const auto& one : readings.of(person, measure))
                said += " " + say(one.at) + "=" + std::to_string(one.first) + "/" +
                        std::to_string(one.second.value_or(-1)) + (one.noted ? "*" : "");
            said += "\n";
        }
    }
    return said;
}

}  // namespace

std::string said_by(const Answers& answers) {
    std::string said = say(answers.home) + say(answers.diary, answers.readings);
    for (const auto* story : answers.goals.all()) said += say(*story);
    for (const auto& one : answers.routines.all())
        said += "routine " + one.id.hex() + one.routine.what + say(one.routine.people) + "\n";
    for (const auto& one : answers.messages.all())
        said += "message " + say(one.at) + one.text + say(one.about) + "\n";
    return said + say(answers.sections);
}

std::string shown_by(const Log& log) {
    std::vector<EntityId> ids;
    for (const auto& event : log.events()) ids.push_back(event.entity);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::string shown;
    for (const auto& id : ids) {
        const auto& entity = *log.find(id);
        shown += id.hex() + (entity.removed ? " removed" : "") + (entity.back_again ? " back again" : "") + " " +
                 say(entity.event()) + " " + say(entity.first_version()) + "\n";
        for (const auto& one : entity.registers) {
            shown += "  " + std::string{one.name} + " " + say(one.shown) + " also";
            for (const auto* version : one.also_written) shown += " " + say(version);
            shown += " all";
            for (const auto* version : one.all) shown += " " + say(version);
            shown += "\n";
        }
    }
    return shown;
}

}  // namespace goodweek::records
