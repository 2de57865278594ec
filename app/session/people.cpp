// Who lives here, and words between family and clinic.
#include "session/handlers.h"
#include "session/sentences.h"
#include "session/when.h"

namespace goodweek::session {

namespace {

// The person of the draft, or nothing and the problems beside their fields.
std::optional<Person> person_of(Inside& in, const PersonId& id) {
    auto& draft = in.state.drafts.person;
    draft.problems.clear();
    Person person{
        .id = id, .name = draft.name, .relation = draft.relation, .picture = draft.picture, .colour = draft.colour};
    if (!draft.born.empty()) {
        person.born = read_day(draft.born);
        if (!person.born) draft.problems.push_back({"born", {.key = "when.not_a_day"}});
    }
    const auto checked = check(person, in.state.today());
    if (!checked) {
        const bool name =
            checked.error() == PersonProblem::no_name || checked.error() == PersonProblem::name_too_long;
        draft.problems.push_back({name ? "name" : "born", sentence_for(checked.error())});
    }
    if (draft.problems.empty()) return *checked;
    in.ask(Announce{{.key = "problem.heading"}, true});
    return std::nullopt;
}

}  // namespace

void apply(Inside& in, const AddPerson&) {
    const auto person = person_of(in, in.fresh_person());
    if (!person) return;
    in.record(records::entity_of(person->id), person->id, in.here(), *person);
    in.state.drafts.person = {};
    in.notify(Notice::Tone::good, {.key = "person.added", .gaps = {{"name", person->name}}});
    in.go({.page = Page::people});
}

void apply(Inside& in, const ChangePerson& asked) {
    if (!in.home().find(asked.person)) return;
    const auto person = person_of(in, asked.person);
    if (!person) return;
    in.record(records::entity_of(person->id), person->id, in.here(), *person);
    in.state.drafts.person = {};
    in.notify(Notice::Tone::good, {.key = "person.changed", .gaps = {{"name", person->name}}});
    in.go({.page = Page::people});
}

void apply(Inside& in, const SendMessage& asked) {
    const auto* family = in.state.family();
    if (!family) return;
    const MessageTo to{family->id, asked.about};
    auto& draft = in.state.drafts.messages[to];
    draft.problems.clear();
    if (draft.text.find_first_not_of(" \n\t\r") == std::string::npos)
        draft.problems.push_back({"text", {.key = "message.empty"}});
    if (draft.text.size() > longest_words) draft.problems.push_back({"text", {.key = "text.too_long"}});
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});
    in.record(in.fresh_id(), std::nullopt, in.here(),
              records::Message{.from = in.state.side, .text = draft.text, .about = asked.about});
    in.state.drafts.messages.erase(to);
    in.notify(Notice::Tone::good, {.key = "message.saved"});
}

}  // namespace goodweek::session
