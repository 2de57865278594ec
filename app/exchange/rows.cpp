#include "exchange/rows.h"

#include <algorithm>

#include "domain/either.h"

namespace goodweek::exchange {

namespace {

using records::Event;

std::string_view name_of(RelationKind kind) {
    switch (kind) {
        case RelationKind::parent_of: return "parent_of";
        case RelationKind::partner_of: return "partner_of";
        case RelationKind::grandparent_of: return "grandparent_of";
        case RelationKind::carer_for: return "carer_for";
        case RelationKind::other: break;
    }
    return "other";
}

std::string_view name_of(Taken taken) {
    switch (taken) {
        case Taken::taken: return "taken";
        case Taken::part: return "part";
        case Taken::missed: return "missed";
        case Taken::not_known: break;
    }
    return "not_known";
}

std::string_view name_of(Rest rest) {
    switch (rest) {
        case Rest::rest: return "rest";
        case Rest::ill: return "ill";
        case Rest::away: break;
    }
    return "away";
}

std::string_view name_of(Planned::Kind kind) {
    switch (kind) {
        case Planned::Kind::appointment: return "appointment";
        case Planned::Kind::group: return "group";
        case Planned::Kind::something: break;
    }
    return "something";
}

std::string_view name_of(PlanOutcome::Kind kind) {
    switch (kind) {
        case PlanOutcome::Kind::open: return "open";
        case PlanOutcome::Kind::done: return "done";
        case PlanOutcome::Kind::rearranged: return "rearranged";
        case PlanOutcome::Kind::cancelled: return "cancelled";
        case PlanOutcome::Kind::missed: return "missed";
        case PlanOutcome::Kind::not_brought: break;
    }
    return "not_brought";
}

std::string_view name_of(ActionState::State state) {
    switch (state) {
        case ActionState::State::open: return "open";
        case ActionState::State::accepted: return "accepted";
        case ActionState::State::done: return "done";
        case ActionState::State::dropped: break;
    }
    return "dropped";
}

std::string_view name_of(Side side) { return side == Side::clinic ? "clinic" : "family"; }

std::string list_of(const Sharing& sharing) {
    std::string list;
    for (const auto what : every_kind_shared) {
        if (!sharing.has(what)) continue;
        if (!list.empty()) list += "; ";
        list += to_text(what);
    }
    for (const auto& section : sharing.sections) list += (list.empty() ? "" : "; ") + section;
    return list;
}

// Fills the cells that a kind of happening has words for; false for what belongs in nobody's export.
class Filler {
public:
    Filler(Row& row, const records::Home& home) : row_(row), home_(home) {}

    bool operator()(const records::HomeNamed& named) { return say(Column::what, named.name); }
    bool operator()(const records::ClinicNamed& named) {
        return say(Column::what, named.name) && say(Column::note, named.worker);
    }
    bool operator()(const Person& person) {
        if (person.born) row_[Column::value] = to_iso(*person.born);
        return say(Column::what, person.name) && say(Column::note, person.relation);
    }
    bool operator()(const Relationship& relationship) {
        return say(Column::what, name_of(relationship.kind)) && say(Column::people, name_of(relationship.to));
    }
    bool operator()(const records::SharingChosen& chosen) { return say(Column::what, list_of(chosen.sharing)); }
    bool operator()(const Reading& reading) {
        const auto* measure = find_measure(reading.measure);
        row_[Column::value] = decimal(reading.first);
        if (reading.second) row_[Column::second] = decimal(*reading.second);
        if (measure) row_[Column::unit] = measure->units.front().key;
        row_[Column::typed] = reading.typed;
        row_[Column::typed_unit] = reading.unit;
        if (reading.context != Context::none) row_[Column::context] = to_text(reading.context);
        return say(Column::what, reading.measure) && end(reading.note, reading.source);
    }
    bool operator()(const AbsentReading& none) {
        return say(Column::what, none.measure) &&
               say(Column::taken, none.why == AbsentReading::Why::skipped ? "skipped" : "not_known");
    }
    bool operator()(const Symptom& symptom) {
        if (symptom.strength) {
            row_[Column::value] = std::to_string(*symptom.strength);
            row_[Column::unit] = "/10";
        }
        return say(Column::what, symptom.what) && end(symptom.note, symptom.source);
    }
    bool operator()(const Note& note) { return end(note.text, note.source); }
    bool operator()(const Activity& activity) {
        if (activity.minutes) row_[Column::minutes] = std::to_string(*activity.minutes);
        return say(Column::what, activity.what) && say(Column::people, names_of(activity.people)) &&
               end(activity.note, activity.source);
    }
    bool operator()(const MedicineTaken& medicine) {
        row_[Column::taken] = name_of(medicine.taken);
        return say(Column::what, medicine.medicine) && say(Column::dose, medicine.dose) &&
               end(medicine.note, medicine.source);
    }
    bool operator()(const RestDay& rest) { return say(Column::what, name_of(rest.why)); }
    // The first score stands in columns, every answer in the note.
    bool operator()(const Response& response) {
        if (!response.scores.empty() && response.scores.front().value)
            row_[Column::value] = decimal(*response.scores.front().value);
        std::string answers;
        for (const auto& one : response.answers)
            answers += (answers.empty() ? "" : "; ") + one.question + "=" +
                       (one.declined ? "declined"
                        : one.number ? std::to_string(*one.number)
                                     : one.code + one.text);
        return say(Column::what, response.questionnaire + " " + response.form + " " + response.version) &&
               say(Column::note, answers);
    }
    bool operator()(const Routine& routine) {
        return say(Column::what, routine.what) && say(Column::dose, routine.dose) &&
               say(Column::people, names_of(routine.people)) && say(Column::note, routine.when);
    }
    bool operator()(const Planned& plan) {
        const auto between = plan.where.empty() || plan.note.empty() ? "" : ". ";
        return say(Column::what, plan.what) && say(Column::context, name_of(plan.kind)) &&
               say(Column::people, names_of(plan.people)) && say(Column::note, plan.where + between + plan.note);
    }
    // Of the entry that has the plan.
    bool operator()(const PlanOutcome& outcome) {
        if (outcome.accompanied) row_[Column::context] = "accompanied";
        if (outcome.enjoyed) {
            row_[Column::value] = std::to_string(*outcome.enjoyed);
            row_[Column::unit] = "/10";
        }
        return say(Column::taken, name_of(outcome.kind)) && say(Column::note, outcome.why);
    }
    bool operator()(const Goal& goal) {
        if (goal.target) row_[Column::value] = std::to_string(*goal.target);
        return say(Column::what, goal.words) && say(Column::people, names_of(goal.people)) &&
               say(Column::note, goal.why);
    }
    bool operator()(const NextStep& step) {
        row_[Column::value] = std::to_string(step.days_a_week);
        row_[Column::unit] = step.at_most ? "days a week at most" : "days a week";
        return say(Column::what, step.words) && about(step.goal);
    }
    bool operator()(const StepDone& done) { return about(done.goal); }
    bool operator()(const GoalRating& rating) {
        row_[Column::value] = std::to_string(rating.value);
        row_[Column::unit] = "/10";
        if (rating.level) row_[Column::second] = std::to_string(*rating.level);
        if (rating.confidence) row_[Column::note] = "sure: " + std::to_string(*rating.confidence);
        return about(rating.goal);
    }
    bool operator()(const GoalAgreed& agreed) {
        return say(Column::what, name_of(agreed.side)) && say(Column::note, agreed.words) && about(agreed.goal);
    }
    bool operator()(const GoalLevels& made) {
        std::string levels;
        for (int level = worst_level; level <= best_level; ++level)
            levels += (levels.empty() ? "" : "\n") + std::to_string(level) + ": " + made.levels.at(level);
        row_[Column::value] = std::to_string(made.levels.weight());
        return say(Column::note, levels) && about(made.goal);
    }
    bool operator()(const ActionStep& action) {
        if (action.due) row_[Column::value] = to_iso(*action.due);
        if (action.owner) row_[Column::people] = name_of(*action.owner);
        else if (action.for_clinic) row_[Column::people] = name_of(Side::clinic);
        return say(Column::what, action.words) && say(Column::note, action.help) && about(action.goal);
    }
    bool operator()(const ActionState& said) {
        return say(Column::what, name_of(said.by)) && say(Column::taken, name_of(said.state)) && about(said.goal);
    }
    bool operator()(const records::Message& message) {
        return say(Column::what, name_of(message.from)) && say(Column::note, message.text) &&
               (!message.about || about(*message.about));
    }
    bool operator()(const Written& written) {
        std::string fields;
        for (const auto& one : written.fields)
            if (!one.text.empty()) fields += (fields.empty() ? "" : "\n") + one.field + ": " + one.text;
        return say(Column::what, written.section) && say(Column::note, fields) &&
               (!written.entry || about(*written.entry));
    }
    bool operator()(const records::FromTheFuture& future) { return say(Column::what, future.kind); }
    bool operator()(const records::DeviceNamed&) { return false; }
    bool operator()(const records::SectionRead& read) {
        return say(Column::what, read.section) && say(Column::people, read.who);
    }
    bool operator()(const records::InviteGiven&) { return false; }
    bool operator()(const records::InviteUsed&) { return false; }
    // Its owner lets it be asked, not passed on.
    bool operator()(const records::WordsLent&) { return false; }
    bool operator()(const records::Removed&) { return false; }
    bool operator()(const records::Restored&) { return false; }

private:
    bool say(Column column, std::string_view words) {
        row_[column] = words;
        return true;
    }
    bool end(std::string_view note, Source source) {
        return say(Column::note, note) && say(Column::source, to_text(source));
    }
    bool about(const EntityId& entity) { return say(Column::about, entity.hex()); }
    std::string name_of(const PersonId& id) const { return std::string{home_.name_of(id)}; }
    template <class Kind>
    std::string_view name_of(Kind kind) const {
        return exchange::name_of(kind);
    }
    std::string names_of(const std::vector<PersonId>& people) const {
        std::string names;
        for (const auto& person : people) {
            if (!names.empty()) names += "; ";
            names += name_of(person);
        }
        return names;
    }

    Row& row_;
    const records::Home& home_;
};

// The version of its kind that people see, of something that is there.
bool is_shown(const records::Log& log, const Event& event) {
    const auto* entity = log.find(event.entity);
    if (!entity || entity->removed) return false;
    const auto* versions = entity->find(records::register_of(event.what));
    return versions && versions->shown == &event;
}

std::string_view kind_in_export(const Event& event) {
    return std::holds_alternative<records::FromTheFuture>(event.what) ? "from a newer Goodweek"
                                                                      : records::kind_of(event.what);
}

}  // namespace

std::vector<Row> rows_of(const records::Log& log, const records::Home& home) {
    std::vector<Row> rows;
    for (const auto& event : log.events()) {
        if (!is_shown(log, event)) continue;
        Row row{.at = event.at, .cells = {}};
        row[Column::home] = home.name();
        row[Column::entry] = event.entity.hex();
        row[Column::at] = to_iso(event.at);
        row[Column::kind] = kind_in_export(event);
        if (event.person) {
            row[Column::person] = home.name_of(*event.person);
            row[Column::person_id] = event.person->hex();
        }
        if (event.author) row[Column::author] = home.name_of(*event.author);
        if (std::visit(Filler{row, home}, event.what)) rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.at.at; });
    return rows;
}

std::string decimal(Thousandths value) {
    const bool below_zero = value < 0;
    const auto size = below_zero ? -value : value;
    std::string text = std::to_string(size / 1000);
    if (const auto rest = size % 1000) {
        auto digits = std::to_string(1000 + rest).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += "." + digits;
    }
    return below_zero ? "-" + text : text;
}

}  // namespace goodweek::exchange
