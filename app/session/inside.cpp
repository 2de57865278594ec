#include "session/inside.h"

#include <algorithm>
#include <utility>

#include "session/placing.h"
#include "session/when.h"
#include "vault/primitives.h"

namespace goodweek::session {

Inside::Inside(std::string where) : folder(where), store(std::move(where)) {}

void Inside::go(Route route) {
    if (state.route == route) return;
    state.route = std::move(route);
    // What was said belonged to the page it was said on, but for what has just been done.
    std::erase_if(state.notices, [&](const Notice& notice) { return notice.id < first_notice_of_press; });
    ask(ShowAddress{to_text(state.route)});
}

void Inside::notify(Notice::Tone tone, Sentence sentence, std::optional<EntityId> undo, bool undo_restores) {
    ask(Announce{sentence, tone == Notice::Tone::problem});
    // Several Undos one under the other leave people guessing which is which: the newest stands alone.
    if (undo) std::erase_if(state.notices, [](const Notice& older) { return older.undo.has_value(); });
    state.notices.push_back({.tone = tone,
                             .sentence = std::move(sentence),
                             .undo = undo,
                             .undo_restores = undo_restores,
                             .id = ++last_notice});
}

EntityId Inside::fresh_id() const {
    EntityId id;
    vault::fill_random(id.bytes);
    return id;
}

PersonId Inside::fresh_person() const {
    PersonId id;
    vault::fill_random(id.bytes);
    return id;
}

Family& Inside::family() { return const_cast<Family&>(std::as_const(*this).family()); }

const Family& Inside::family() const {
    static const Family nobody;
    const auto* found = state.family();
    return found ? *found : nobody;
}

DeviceId Inside::device() const {
    if (member) return member->keys().id;
    return invented_device.value_or(DeviceId{});
}

bool Inside::is_own_side(const DeviceId& device) const {
    if (!member || device == member->keys().id) return true;
    const auto* roster = member->own();
    return roster && roster->device(device) != nullptr;
}

EntityId Inside::agreement_entity(const EntityId& goal) const {
    const auto side = static_cast<std::uint8_t>(state.side);
    const auto made = vault::hash("agreement", {goal.view(), ByteView(&side, 1)});
    return *EntityId::from(ByteView(made).first(EntityId::size));
}

EntityId Inside::levels_entity(const EntityId& goal) const {
    return *EntityId::from(ByteView(vault::hash("levels", {goal.view()})).first(EntityId::size));
}

void Inside::fill_person_draft(const PersonId& id) {
    PersonDraft draft;
    if (const auto* person = home().find(id)) {
        draft = {
            .name = person->name, .relation = person->relation, .picture = person->picture, .colour = person->colour};
        if (person->born) draft.born = typed_date(*person->born);
    } else {
        draft.colour = static_cast<int>(home().people().size() % 8);
    }
    state.drafts.person = std::move(draft);
}

void Inside::fill_goal_draft(const EntityId& id) {
    GoalDraft draft;
    if (const auto* story = family().answers.goals.find(id)) {
        draft = {.words = story->goal.words, .why = story->goal.why, .people = story->goal.people};
        draft.target = story->goal.target;
        if (story->goal.by) draft.by = typed_date(*story->goal.by);
        if (story->levels) draft.levels = *story->levels;
        if (story->step) {
            draft.step = story->step->words;
            draft.days_a_week = story->step->days_a_week;
            draft.at_most = story->step->at_most;
        }
    }
    state.drafts.goal = std::move(draft);
}

const records::Event& Inside::record(const EntityId& entity, std::optional<PersonId> person, const LocalMoment& at,
                                     records::Happening what) {
    return record_in(family(), entity, person, at, std::move(what));
}

const records::Event& Inside::record_in(Family& where, const EntityId& entity, std::optional<PersonId> person,
                                        const LocalMoment& at, records::Happening what) {
    auto& part = profile.parts[where.id];
    part.clock = records::next(std::max(part.clock, where.log.clock()), now);
    const records::Dot dot{device(), where.log.seen().complete_to(device()) + 1};
    records::Event event{.dot = dot, .clock = part.clock, .entity = entity, .person = person, .at = at};
    event.supersedes = where.log.seen_versions(entity, what);
    event.what = std::move(what);
    if (!profile.me.empty()) event.author = profile.me;
    if (const auto* changed = where.log.append(std::move(event))) where.answers.hear(*changed);
    const auto* written = where.log.find(dot);
    add_pending(*this, where, *written);
    // What a change of sharing lets through is found anew; the change itself is already in the answers.
    if (std::holds_alternative<records::SharingChosen>(written->what)) find_pending(*this, where);
    unkept.push_back({where.id, dot});
    return *written;
}

}  // namespace goodweek::session
