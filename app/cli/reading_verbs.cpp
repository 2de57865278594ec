// log, readings
#include <algorithm>

#include "cli/finding.h"
#include "cli/household.h"
#include "cli/verbs.h"
#include "exchange/rows.h"
#include "session/sentences.h"
#include "session/when.h"

namespace goodweek::cli {

using namespace session;

namespace {

// ---- when it was

struct At {
    LocalMoment moment;
    Minutes offset;  // of the clock it was read off
};

// With an offset it is that clock's; without one it is this machine's.
std::optional<At> read_at(const std::string& typed) {
    const auto moment = parse_moment(typed);
    if (!moment) return std::nullopt;
    const auto time = typed.find('T');
    const bool has_offset = time != std::string::npos && typed.find_first_of("Z+-", time) != std::string::npos;
    return At{*moment, has_offset ? moment->offset : local_offset(moment->day(), moment->time_of_day())};
}

// ---- what it was

std::string measure_names() {
    std::string names;
    for (const auto& measure : measures()) names += (names.empty() ? "" : ", ") + std::string{measure.key};
    return names;
}

// Fills the draft as the screen would, or says what is wrong with the words typed here that a screen would not let
// be.
std::optional<Answer> fill_reading(LogDraft& draft, const Measure& measure, const Call& call) {
    const auto unit = call.has("--unit") ? call.value("--unit") : std::string{measure.units.front().key};
    const auto* known = find_unit(measure, unit);
    if (!known)
        return refused(sentence_for(measure, ReadingProblem::unknown_unit, call.words[2], unit, std::nullopt));
    draft.unit = known->key;
    draft.value = call.words[2];
    draft.note = call.value("--note");
    if (call.has("--sure")) draft.asked_about = call.words[2];
    if (call.has("--context")) {
        const auto context = context_from(call.value("--context"));
        if (!context)
            return refused("There is no context \u201C" + call.value("--context") +
                           "\u201D. `log --help` lists them.");
        draft.context = *context;
    }
    if (measure.rating) {
        const auto judged = judge(measure, draft.value, draft.unit, false);
        if (!judged) return refused(sentence_for(measure, judged.error(), draft.value, draft.unit, std::nullopt));
        draft.rating = static_cast<int>(judged->first / 1000);
    }
    return std::nullopt;
}

// ---- saying it

Json json_of(const LocalMoment& at, const Reading& reading) {
    const auto* measure = find_measure(reading.measure);
    Json json = {{"at", to_iso(at)}, {"measure", reading.measure}, {"value", number_of(reading.first)}};
    if (reading.second) json["second"] = number_of(*reading.second);
    json["unit"] = measure ? std::string{measure->units.front().key} : reading.unit;
    json["context"] = reading.context == Context::none ? Json(nullptr) : Json(std::string{to_text(reading.context)});
    json["typed"] = reading.typed;
    json["typed_unit"] = reading.unit;
    if (!reading.note.empty()) json["note"] = reading.note;
    json["source"] = to_text(reading.source);
    return json;
}

std::string line_of(const LocalMoment& at, const Reading& reading) {
    std::string when = to_iso(at);
    when.resize(std::max<std::size_t>(when.size(), 22), ' ');
    const auto* measure = find_measure(reading.measure);
    const auto value = measure ? show_with_unit(*measure, reading.first, reading.second, measure->units.front())
                               : reading.typed + " " + reading.unit;
    const auto context = reading.context == Context::none ? "" : "  " + std::string{to_text(reading.context)};
    return when + "  " + reading.measure + "  " + value + context + (reading.note.empty() ? "" : "  " + reading.note);
}

struct Found {
    LocalMoment at;
    const Reading* reading;
};

std::vector<Found> readings_of(const Family& family, const PersonId& person, const std::optional<std::string>& only) {
    std::vector<Found> found;
    for (const auto& measure : family.answers.readings.measures_of(person)) {
        if (only && measure != *only) continue;
        for (const auto& reading : family.answers.readings.of(person, measure))
            if (const auto* entity = family.log.find(reading.entity))
                if (const auto* whole = entity->as<Reading>()) found.push_back({reading.at, whole});
    }
    std::ranges::stable_sort(found, {}, [](const Found& each) { return each.at.at; });
    return found;
}

}  // namespace

Answer log_reading(const Call& call) {
    const auto at = call.has("--at") ? read_at(call.value("--at")) : std::nullopt;
    if (call.has("--at") && !at)
        return refused("\u201C" + call.value("--at") + "\u201D is not a moment. Write it as 2026-11-06T07:45.");
    const auto* measure = find_measure(call.words[1]);
    if (!measure)
        return refused("There is no measure \u201C" + call.words[1] + "\u201D. There are: " + measure_names() + ".");

    Household household{call.profile, at ? at->offset : local_offset()};
    if (const auto stop = open(household)) return *stop;
    const auto someone = find_person(household.state(), call.words[0]);
    if (!someone) return someone.error();
    household.apply(LookAt{someone->person});
    household.apply(StartLog{std::string{measure->key}, someone->person});
    auto& draft = household.drafts().log;
    if (const auto stop = fill_reading(draft, *measure, call)) return *stop;
    if (at) draft.when = typed_when(at->moment);
    household.apply(SaveReading{std::string{measure->key}});
    if (!draft.problems.empty()) {
        auto answer = refused(draft.problems);
        if (draft.asked_about && !call.has("--sure")) answer.text += "\nIf it is right, say so with --sure.";
        return answer;
    }
    if (const auto trouble = household.trouble()) return refused(*trouble);
    const auto& written = household.state().just_done;
    const auto* entity = written ? someone->family->log.find(*written) : nullptr;
    const auto* reading = entity ? entity->as<Reading>() : nullptr;
    if (!reading) return refused("The reading was not saved.");
    Json json = json_of(entity->event()->at, *reading);
    json["entry"] = written->hex();
    return done(std::move(json), "Saved: " + line_of(entity->event()->at, *reading));
}

Answer list_readings(const Call& call) {
    const auto only = call.words.size() > 1 ? std::optional{call.words[1]} : std::nullopt;
    if (only && !find_measure(*only))
        return refused("There is no measure \u201C" + *only + "\u201D. There are: " + measure_names() + ".");
    Household household{call.profile};
    if (const auto stop = open(household, For::reading)) return *stop;
    const auto someone = find_person(household.state(), call.words[0], call.value("--family"));
    if (!someone) return someone.error();
    Json json = Json::array();
    std::string text;
    for (const auto& [at, reading] : readings_of(*someone->family, someone->person, only)) {
        json.push_back(json_of(at, *reading));
        text += (text.empty() ? "" : "\n") + line_of(at, *reading);
    }
    return done(std::move(json), text.empty() ? "No readings yet." : text);
}

}  // namespace goodweek::cli
