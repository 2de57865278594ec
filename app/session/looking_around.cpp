// What came with the app, and looking around with an invented family: nothing of it is kept.
#include <algorithm>

#include "session/handlers.h"
#include "session/lending.h"
#include "session/questionnaires.h"

namespace goodweek::session {

namespace {

constexpr std::uint64_t seed = 1;

// Nothing has been begun on this device. The way to look around leads to Today.
bool may_look_around(const State& state) {
    const auto page = state.route.page;
    return state.stage == Stage::unsupported ||
           (state.stage == Stage::blank && (page == Page::start || page == Page::today));
}

const vault::Cbor& called(const vault::Cbor::Array& families, std::string_view key) {
    for (const auto& one : families)
        if (vault::text(one, "key").value_or("") == key) return one;
    return families.front();
}

void look_around(Inside& in, std::string_view key) {
    in.wants_to_look_around = false;
    const auto told =
        invented_family(called(in.invented, key), in.state.questionnaires, in.state.sections, seed, in.here());
    if (!told) return in.notify(Notice::Tone::problem, {.key = "around.not_here"});
    leave(in);
    in.state.invented = true;
    in.state.stage = Stage::open;
    in.state.own = *GroupId::from(vault::hash("invented", {bytes_of(told->key)}));
    in.state.families[in.state.own].id = in.state.own;
    in.invented_device = *DeviceId::from(ByteView(vault::hash("invented-device", {})).first(DeviceId::size));
    apply(in, AddInvented{.entries = told->entries, .family = {}});
    in.unkept.clear();
    const auto& people = in.home().people();
    if (!people.empty()) in.state.me = in.state.looking_at = in.profile.me = people.front().id;
    in.go({.page = Page::today});
}

}  // namespace

void apply(Inside& in, const LookAround& asked) {
    if (!in.invented.empty()) return look_around(in, asked.family);
    in.wants_to_look_around = true;
    in.notify(Notice::Tone::info, {.key = "around.coming"});
}

void hear(Inside& in, const SecondPartIs& said) { in.state.second_part = said.where; }

// What comes with the app is ours: a file that cannot be read is a mistake of the build, and is as if it had not come.
void hear(Inside& in, const CameWithUs& said) {
    auto library = exchange::open_library(said.bytes);
    if (!library) {
        if (in.wants_to_look_around) in.notify(Notice::Tone::problem, {.key = "around.not_here"});
        return;
    }
    in.invented = std::move(library->invented);
    in.state.invented_families.clear();
    for (const auto& one : in.invented)
        in.state.invented_families.push_back({std::string{vault::text(one, "key").value_or("")},
                                              std::string{vault::text(one, "name").value_or("")},
                                              std::string{vault::text(one, "about").value_or("")}});
    for (auto& one : library->questionnaires)
        if (!find_questionnaire(in.state, one.id, one.form)) in.state.questionnaires.push_back(std::move(one));
    if (in.state.sections.empty()) in.state.sections = std::move(library->sections);
    if (in.state.packs.empty()) in.state.packs = std::move(library->packs);
    find_lent(in);
    // Unless they have begun something else while they waited.
    if (in.wants_to_look_around && may_look_around(in.state) && !in.invented.empty()) look_around(in, "");
}

void apply(Inside& in, const AddInvented& asked) {
    const auto group = asked.family.empty() ? in.state.own : asked.family;
    auto& family = in.state.families[group];
    for (const auto& entry : asked.entries) {
        const Moment now = in.now;
        // Written when it happened, so that the clock of a year's entries runs as a year's would; plans by today.
        in.now = std::min(entry.at.at, now);
        in.record_in(family, entry.entity, entry.person, entry.at, entry.what);
        in.now = now;
    }
}

}  // namespace goodweek::session
