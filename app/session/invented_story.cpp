#include "session/invented_story.h"

#include <algorithm>
#include <cassert>

#include "records/home.h"
#include "session/sections.h"
#include "vault/layout.h"
#include "vault/primitives.h"

namespace goodweek::session {

using namespace std::chrono_literals;

namespace {

std::uint64_t first_number(const vault::Hash& hash) {
    vault::Reader reader{hash};
    return reader.number<std::uint64_t>();
}

// The year in which somebody of that age today was born.
Day born(Day today, int age, int month, int day) {
    const std::chrono::year_month_day date{today};
    const int year = static_cast<int>(date.year()) - age;
    const auto birthday = make_day(year, month, day);
    assert(birthday);
    return age_on(today, *birthday) == age ? *birthday : *make_day(year - 1, month, day);
}

}  // namespace

Story::Story(std::string_view key, std::string_view name, std::uint64_t seed, const LocalMoment& now)
    : now_(now), today_(now.day()) {
    family_.key = key;
    family_.name = name;
    random_ = first_number(vault::hash("invented", {bytes_of(key), vault::little_endian(seed)}));
    add(at(a_year, 6h), std::nullopt, records::HomeNamed{family_.name}, records::the_home());
}

std::optional<int> Story::this_week(int weekday_number) const {
    const int days_ago = weekday(today_) - weekday_number;
    return days_ago < 0 ? std::nullopt : std::optional{days_ago};
}

// ---- variation

// splitmix64: small, and the same everywhere, which the standard's distributions are not.
std::uint64_t Story::random() {
    random_ += 0x9E3779B97F4A7C15;
    std::uint64_t mixed = random_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    return mixed ^ (mixed >> 31);
}

int Story::between(int lowest, int highest) {
    return lowest + static_cast<int>(random() % static_cast<std::uint64_t>(highest - lowest + 1));
}

bool Story::chance(int percent) { return between(1, 100) <= percent; }

int Story::wobble(int most) { return (between(-most, most) + between(-most, most)) / 2; }

// ---- people

PersonId Story::person(std::string_view name, int age, int birth_month, int birth_day, std::string_view relation,
                       std::string_view picture, int colour) {
    const auto hash = vault::hash("invented-person", {bytes_of(family_.key), bytes_of(name)});
    const auto id = *PersonId::from(ByteView{hash}.first(PersonId::size));
    Person added{.id = id,
                 .name = std::string{name},
                 .born = born(today_, age, birth_month, birth_day),
                 .relation = std::string{relation},
                 .picture = std::string{picture},
                 .colour = colour};
    people_.push_back(added);
    add(at(a_year, 6h + 1min), id, std::move(added), records::entity_of(id));
    return id;
}

std::optional<int> Story::age_in_months(const PersonId& person, const LocalMoment& when) const {
    const auto found = std::ranges::find(people_, person, &Person::id);
    return found == people_.end() ? std::nullopt : std::optional{months_on(when.day(), *found->born)};
}

void Story::related(const PersonId& from, RelationKind kind, const PersonId& to) {
    add(at(a_year, 6h + 2min), from, Relationship{.from = from, .to = to, .kind = kind});
}

// ---- what they write down

LocalMoment Story::at(int days_ago, Minutes time_of_day) const {
    return moment_of(day(days_ago), time_of_day, now_.offset);
}

void Story::write(const LocalMoment& when, std::optional<PersonId> person, records::Happening what) {
    add(when, person, std::move(what));
}

void Story::plan(const LocalMoment& when, Planned plan, PlanOutcome outcome) {
    const auto entity = next_entity();
    const auto whose = plan.people.empty() ? std::nullopt : std::optional{plan.people.front()};
    add(when, whose, std::move(plan), entity);
    if (outcome.kind == PlanOutcome::Kind::open) return;
    add({when.at + 1h, when.offset}, whose, std::move(outcome), entity);
}

// ---- the care plan

void Story::section(const LocalMoment& when, const Section& section, std::optional<PersonId> person,
                    const std::vector<FieldSaid>& by_family, const std::vector<FieldSaid>& by_clinic) {
    const auto entry = section.many ? std::optional{next_entity()} : std::nullopt;
    for (const auto& [by, said] : {std::pair{Side::family, &by_family}, std::pair{Side::clinic, &by_clinic}}) {
        Written written{.section = section.key, .by = by, .entry = entry, .fields = {}};
        for (const auto& one : *said) {
            if (section.many) written.fields.push_back(one);
            else
                add_said(when, person, {.section = section.key, .by = by, .entry = {}, .fields = {one}},
                         place_of(section, person.value_or(PersonId{}), one.field));
        }
        if (!written.fields.empty()) add_said(when, person, std::move(written), place_of(section, *entry, by));
    }
}

void Story::add_said(const LocalMoment& when, std::optional<PersonId> person, Written written,
                     const EntityId& entity) {
    auto& entries = written.by == Side::clinic ? family_.from_clinic : family_.entries;
    entries.push_back({when, entity, person, std::move(written)});
}

// ---- goals

EntityId Story::goal(int days_ago, Goal goal) {
    const auto entity = next_entity();
    const auto whose = goal.people.empty() ? std::nullopt : std::optional{goal.people.front()};
    add(at(days_ago, 17h + 30min), whose, std::move(goal), entity);
    return entity;
}

void Story::next_step(int days_ago, const EntityId& goal, std::string_view words, int days_a_week) {
    // One next step a goal: a new one is a new version of the old one.
    const auto hash = vault::hash("invented-step", {goal.view()});
    add(at(days_ago, 17h + 35min), std::nullopt,
        NextStep{.goal = goal, .words = std::string{words}, .days_a_week = days_a_week},
        *EntityId::from(ByteView{hash}.first(EntityId::size)));
}

void Story::did_step(int days_ago, const EntityId& goal, const PersonId& person) {
    add(at(days_ago, 16h + Minutes{10 + between(0, 45)}), person, StepDone{goal});
}

void Story::rating(int days_ago, const GoalRating& rating) {
    add(at(days_ago, 19h + Minutes{between(0, 50)}), std::nullopt, rating);
}

void Story::levels(int days_ago, const EntityId& goal, Levels levels) {
    const auto hash = vault::hash("invented-levels", {goal.view()});
    add(at(days_ago, 17h + 40min), std::nullopt, GoalLevels{goal, std::move(levels)},
        *EntityId::from(ByteView{hash}.first(EntityId::size)));
}

void Story::action(int days_ago, ActionStep action, ActionState::State state) {
    const auto hash = vault::hash("invented-action", {action.goal.view(), bytes_of(action.words)});
    const auto entity = *EntityId::from(ByteView{hash}.first(EntityId::size));
    const auto goal = action.goal;
    const auto owner = action.owner;
    add(at(days_ago, 17h + 45min), owner, std::move(action), entity);
    if (state != ActionState::State::open)
        add(at(days_ago, 17h + 50min), owner, ActionState{goal, Side::family, state}, entity);
}

void Story::agreed(int days_ago, const EntityId& goal, std::string_view words) {
    add(at(days_ago, 18h), std::nullopt, GoalAgreed{.goal = goal, .side = Side::family, .words = std::string{words}});
    add_from_clinic(at(days_ago - 1, 10h + 20min),
                    GoalAgreed{.goal = goal, .side = Side::clinic, .words = std::string{words}});
}

// ---- words to and from the clinic

void Story::message(const LocalMoment& when, const PersonId& from, std::string_view text,
                    std::optional<EntityId> about) {
    add(when, from, records::Message{.from = Side::family, .text = std::string{text}, .about = about});
}

void Story::answer(const LocalMoment& when, std::string_view text, std::optional<EntityId> about) {
    add_from_clinic(when, records::Message{.from = Side::clinic, .text = std::string{text}, .about = about});
}

// ----

InventedFamily Story::finish(Sharing sharing) {
    family_.sharing = sharing;
    for (auto* list : {&family_.entries, &family_.from_clinic}) {
        std::erase_if(*list, [&](const InventedEntry& entry) {
            return entry.at.at > now_.at && !std::holds_alternative<Planned>(entry.what);
        });
        std::ranges::stable_sort(*list, {}, [](const InventedEntry& entry) { return entry.at.at; });
    }
    return std::move(family_);
}

EntityId Story::next_entity() {
    const auto hash = vault::hash(
        "invented-entry", {bytes_of(family_.key), vault::little_endian(random_), vault::little_endian(++counted_)});
    return *EntityId::from(ByteView{hash}.first(EntityId::size));
}

void Story::add(const LocalMoment& when, std::optional<PersonId> person, records::Happening what) {
    add(when, person, std::move(what), next_entity());
}

void Story::add(const LocalMoment& when, std::optional<PersonId> person, records::Happening what,
                const EntityId& entity) {
    family_.entries.push_back({when, entity, person, std::move(what)});
}

void Story::add_from_clinic(const LocalMoment& when, records::Happening what) {
    family_.from_clinic.push_back({when, next_entity(), std::nullopt, std::move(what)});
}

}  // namespace goodweek::session
