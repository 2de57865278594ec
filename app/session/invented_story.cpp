#include "session/invented_story.h"

#include <algorithm>
#include <cassert>

#include "records/home.h"
#include "vault/layout.h"
#include "vault/primitives.h"

namespace goodweek::session {

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
    add(at(a_year, 6, 0), std::nullopt, records::HomeNamed{family_.name}, records::the_home());
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

int Story::drift(int days_ago, int a_year_ago, int now) {
    return now + (a_year_ago - now) * std::clamp(days_ago, 0, a_year) / a_year;
}

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
    add(at(a_year, 6, 1), id, std::move(added), records::entity_of(id));
    return id;
}

void Story::related(const PersonId& from, RelationKind kind, const PersonId& to) {
    add(at(a_year, 6, 2), from, Relationship{.from = from, .to = to, .kind = kind});
}

// ---- what they write down

LocalMoment Story::at(int days_ago, int hour, int minute) const {
    return moment_of(day(days_ago), Minutes{hour * 60 + minute}, now_.offset);
}

void Story::reading(const LocalMoment& when, const PersonId& person, std::string_view measure, std::string_view typed,
                    std::string_view unit, std::string_view note, Context context) {
    const auto judged = judge(*find_measure(measure), typed, unit, false);
    assert(judged);
    add(when, person,
        Reading{.measure = std::string{measure},
                .first = judged->first,
                .second = judged->second,
                .typed = std::string{typed},
                .unit = std::string{judged->unit},
                .context = context,
                .note = std::string{note},
                .confirmed = judged->unusual,
                .source = Source::typed});
}

void Story::symptom(const LocalMoment& when, const PersonId& person, std::string_view what, int strength,
                    std::string_view note) {
    add(when, person,
        Symptom{.what = std::string{what}, .strength = strength, .note = std::string{note}, .source = Source::typed});
}

void Story::note(const LocalMoment& when, const PersonId& person, std::string_view text) {
    add(when, person, Note{.text = std::string{text}, .source = Source::typed});
}

void Story::loneliness(int days_ago, const PersonId& person, const std::array<int, 3>& often) {
    Response response{.questionnaire = "ucla3", .form = "adult", .version = "1", .title = "Loneliness, 3 questions"};
    ScoreGiven total{.score = "total", .value = 0, .answered = 3, .of = 3};
    for (std::size_t i = 0; i < often.size(); ++i) {
        response.answers.push_back({.question = std::to_string(i + 1), .code = std::to_string(often[i])});
        *total.value += often[i] * 1000;
    }
    response.scores.push_back(total);
    add(at(days_ago, 20, 30), person, std::move(response));
}

void Story::notes(const PersonId& person, int hour, std::initializer_list<Told> told) {
    for (const auto& [days_ago, words] : told) note(at(days_ago, hour, between(0, 59)), person, words);
}

void Story::activity(const LocalMoment& when, std::initializer_list<PersonId> people, std::string_view what,
                     int minutes, std::string_view note) {
    add(when, *people.begin(),
        Activity{.what = std::string{what},
                 .people = people,
                 .minutes = minutes,
                 .note = std::string{note},
                 .source = Source::typed});
}

void Story::medicine(const LocalMoment& when, const PersonId& person, std::string_view medicine,
                     std::string_view dose, Taken taken, std::string_view note) {
    add(when, person,
        MedicineTaken{.medicine = std::string{medicine},
                      .dose = std::string{dose},
                      .taken = taken,
                      .note = std::string{note},
                      .source = Source::typed});
}

void Story::rest(int days_ago, std::initializer_list<PersonId> people, Rest why) {
    for (const auto& person : people) add(at(days_ago, 8, 30), person, RestDay{why});
}

void Story::routine(int days_ago, Routine routine) {
    const auto person = routine.people.empty() ? std::nullopt : std::optional{routine.people.front()};
    add(at(days_ago, 6, 3), person, std::move(routine));
}

// ---- goals

EntityId Story::goal(int days_ago, std::string_view words, std::string_view why,
                     std::initializer_list<PersonId> people) {
    const auto entity = next_entity();
    const auto whose = people.size() == 0 ? std::nullopt : std::optional{*people.begin()};
    add(at(days_ago, 17, 30), whose, Goal{.words = std::string{words}, .why = std::string{why}, .people = people},
        entity);
    return entity;
}

void Story::next_step(int days_ago, const EntityId& goal, std::string_view words, int days_a_week) {
    // One next step a goal: a new one is a new version of the old one.
    const auto hash = vault::hash("invented-step", {goal.view()});
    add(at(days_ago, 17, 35), std::nullopt,
        NextStep{.goal = goal, .words = std::string{words}, .days_a_week = days_a_week},
        *EntityId::from(ByteView{hash}.first(EntityId::size)));
}

void Story::did_step(int days_ago, const EntityId& goal, const PersonId& person) {
    add(at(days_ago, 16, 10 + between(0, 45)), person, StepDone{goal});
}

void Story::ratings(const EntityId& goal, std::initializer_list<Said> said) {
    for (const auto& [days_ago, value] : said)
        add(at(days_ago, 19, between(0, 50)), std::nullopt, GoalRating{.goal = goal, .value = value});
}

void Story::agreed(int days_ago, const EntityId& goal, std::string_view words) {
    add(at(days_ago, 18, 0), std::nullopt,
        GoalAgreed{.goal = goal, .side = Side::family, .words = std::string{words}});
    add_from_clinic(at(days_ago - 1, 10, 20),
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
        std::erase_if(*list, [&](const InventedEntry& entry) { return entry.at.at > now_.at; });
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
