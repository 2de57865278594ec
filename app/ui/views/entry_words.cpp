#include "ui/views/entry_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "domain/either.h"
#include "session/measuring.h"
#include "ui/views/dates.h"

namespace goodweek::ui {

namespace {

struct Choosable {
    std::string_view what, icon;
    Row::Ground ground;
};
// What is not a measure. Rest comes first: it is a thing to log (design README 9, screen 04).
constexpr std::array kinds{
    Choosable{"rest", "moon", Row::Ground::info},         Choosable{"symptom", "thermometer", Row::Ground::well},
    Choosable{"medicine", "pill", Row::Ground::info},     Choosable{"activity", "footprints", Row::Ground::leaf},
    Choosable{"note", "notebook-pen", Row::Ground::well},
};

const Choosable* find_kind(std::string_view what) {
    const auto found = std::ranges::find(kinds, what, &Choosable::what);
    return found == kinds.end() ? nullptr : &*found;
}

std::string with(std::string text, const std::string& more) { return more.empty() ? text : text + ", " + more; }

}  // namespace

std::string names_of(const Ui& ui, const session::Family& family, const std::vector<PersonId>& people) {
    const auto& home = family.answers.home;
    if (people.empty() || (people.size() > 2 && people.size() == home.people().size()))
        return ui.text("people.everyone");
    if (people.size() == 1) return std::string(home.name_of(people.front()));
    if (people.size() > 3) return ui.counted("people.several", static_cast<long long>(people.size()));
    std::string names;
    for (std::size_t i = 0; i + 1 < people.size(); ++i)
        names += (i ? ", " : "") + std::string(home.name_of(people[i]));
    return ui.text("people.and", {{"first", names}, {"last", std::string(home.name_of(people.back()))}});
}

std::string reading_words(const Ui& ui, const Reading& reading) {
    const auto* measure = find_measure(reading.measure);
    // Written by a later release: shown as it was typed.
    if (!measure) return reading.unit.empty() ? reading.typed : reading.typed + " " + reading.unit;
    if (measure->rating) return ui.text("reading.out_of_ten", {{"value", std::to_string(reading.first / 1000)}});
    const auto* unit = find_unit(*measure, reading.unit);
    if (!unit) unit = &measure->units.front();
    std::string text = show_with_unit(*measure, reading.first, reading.second, *unit);
    if (reading.context != Context::none) text += ", " + ui.text_of("context.", to_text(reading.context));
    return text;
}

std::string entry_title(const Ui& ui, const records::Event& event) {
    using namespace records;
    return std::visit(
        on{
            [&](const Reading& it) {
                return ui.text("entry.reading",
                               {{"measure", choice_name(ui, it.measure)}, {"value", reading_words(ui, it)}});
            },
            [&](const AbsentReading& it) {
                return ui.text(it.why == AbsentReading::Why::skipped ? "entry.skipped" : "entry.not_known",
                               {{"measure", choice_name(ui, it.measure)}});
            },
            [&](const Symptom& it) {
                return it.strength
                           ? with(it.what, ui.text("reading.out_of_ten", {{"value", std::to_string(*it.strength)}}))
                           : it.what;
            },
            [&](const Note& it) { return it.text; },
            [&](const Activity& it) {
                return it.minutes ? with(it.what, ui.counted("activity.minutes", *it.minutes)) : it.what;
            },
            [&](const MedicineTaken& it) {
                const std::string what = with(it.medicine, it.dose);
                if (it.taken == Taken::part) return ui.text("medicine.part", {{"medicine", what}});
                if (it.taken == Taken::not_known) return ui.text("medicine.not_known", {{"medicine", what}});
                if (it.taken == Taken::missed) return ui.text("medicine.not_taken", {{"medicine", what}});
                return what;
            },
            [&](const RestDay& it) {
                if (it.why == Rest::ill) return ui.text("rest.ill");
                return it.why == Rest::away ? ui.text("rest.away") : ui.text("rest.rest");
            },
            [&](const Response& it) {
                const auto& scores = it.scores;
                if (scores.size() != 1 || !scores.front().value) return it.title;
                return ui.text("entry.reading",
                               {{"measure", it.title}, {"value", score_words(*scores.front().value)}});
            },
            [&](const GoalRating& it) { return ui.text("entry.rated", {{"value", std::to_string(it.value)}}); },
            [&](const Planned& it) { return with(it.what, it.where); },
            [&](const StepDone&) { return ui.text("entry.step_done"); },
            [&](const Goal& it) { return it.words; },
            [&](const NextStep& it) { return it.words; },
            [&](const Message& it) { return it.text; },
            [&](const Person& it) { return it.name; },
            [&](const auto&) { return ui.text("entry.from_a_newer_version"); },
        },
        event.what);
}

std::string entry_icon(const records::Event& event) {
    const auto* reading = std::get_if<Reading>(&event.what);
    const auto* absent = std::get_if<AbsentReading>(&event.what);
    if (reading || absent) {
        const auto* measure = find_measure(reading ? reading->measure : absent->measure);
        return measure ? std::string(measure->icon) : "activity";
    }
    if (std::holds_alternative<GoalRating>(event.what) || std::holds_alternative<Goal>(event.what)) return "target";
    if (std::holds_alternative<StepDone>(event.what)) return "check";
    if (std::holds_alternative<Planned>(event.what)) return "calendar-days";
    if (std::holds_alternative<records::Message>(event.what)) return "message-circle";
    if (std::holds_alternative<Response>(event.what)) return "list-checks";
    const auto* kind = find_kind(records::kind_of(event.what));
    return kind ? std::string(kind->icon) : "info";
}

std::string score_words(Thousandths value) {
    auto words = std::to_string(value / 1000);
    if (value % 1000 == 0) return words;
    const auto hundredths = std::to_string(std::abs(value % 1000) / 10);
    return words + "." + (hundredths.size() < 2 ? "0" : "") + hundredths;
}

std::string outcome_words(const Ui& ui, const Planned& plan, const PlanOutcome& outcome) {
    using Kind = PlanOutcome::Kind;
    const auto key = [&] {
        switch (outcome.kind) {
            case Kind::done: return plan.kind == Planned::Kind::something ? "plan.done" : "plan.kept";
            case Kind::rearranged: return "plan.rearranged";
            case Kind::cancelled: return "plan.cancelled";
            case Kind::missed: return "plan.missed";
            case Kind::not_brought: return "plan.not_brought";
            case Kind::open: break;
        }
        return "plan.open";
    }();
    const auto words = ui.text(key);
    return outcome.why.empty() ? words : ui.text("plan.outcome_why", {{"outcome", words}, {"why", outcome.why}});
}

std::string rating_words(const Ui& ui, const records::GoalStory& story) {
    const auto& now = story.ratings.back();
    const auto& first = story.ratings.front();
    const std::string value = std::to_string(now.value);
    if (story.ratings.size() == 1) return ui.text("goal.rating_now", {{"value", value}});
    return ui.text("goal.rating_since", {{"value", value},
                                         {"was", std::to_string(first.value)},
                                         {"month", day_words(ui, first.at.day(), DayForm::month)}});
}

std::vector<std::string> kinds_to_log() {
    std::vector<std::string> all;
    for (const auto& kind : kinds) all.emplace_back(kind.what);
    return all;
}

std::vector<std::string> measures_of(const session::State& state, Topic topic) {
    std::vector<std::string> all;
    for (const auto& measure : measures())
        if (measure.topic == topic && session::is_shown(state, state.looking_at, measure))
            all.emplace_back(measure.key);
    return all;
}

std::vector<std::string> quick_choices(const session::State& state, std::size_t how_many) {
    std::vector<std::string> chosen;
    for (const auto* measure : session::measures_shown(state, state.looking_at)) chosen.emplace_back(measure->key);
    for (const char* usual : {"mood", "medicine", "activity", "symptom", "rest", "blood_pressure", "note"})
        if (std::ranges::find(chosen, usual) == chosen.end()) chosen.emplace_back(usual);
    chosen.resize(std::min(chosen.size(), how_many));
    return chosen;
}

std::string choice_name(const Ui& ui, std::string_view what) {
    if (find_kind(what)) return ui.text_of("kind.", what);
    return find_measure(what) ? ui.text_of("measure.name.", what) : std::string(what);
}

Tile tile_for(const Ui& ui, std::string_view what) {
    Tile tile{.label = choice_name(ui, what), .chip = true};
    if (const auto* kind = find_kind(what)) {
        tile.icon = kind->icon;
        tile.ground = kind->ground;
    } else if (const auto* measure = find_measure(what)) {
        tile.icon = measure->icon;
        tile.ground = measure->rating ? Row::Ground::warn : Row::Ground::leaf;
    }
    return tile;
}

}  // namespace goodweek::ui
