#include "records/happening_bytes.h"

#include <algorithm>
#include <array>

#include "domain/either.h"

namespace goodweek::records {

namespace {

// What a reading can be, in thousandths, with room for measures to come; sums of them stay far from overflow.
constexpr std::int64_t furthest_value = 1'000'000'000'000;
constexpr int most_minutes = 100'000;
constexpr int most_questions = 1000;
constexpr int last_colour = 255;
constexpr Day first_day = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr Day last_day = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

// Typed is what is not said otherwise.
Source source(FieldReader& v) { return v.choice_if_any("i", Source::table); }

std::optional<Day> day_if_any(FieldReader& v, std::string_view key) {
    const auto days = v.small_if_any(key, first_day.time_since_epoch().count(), last_day.time_since_epoch().count());
    return days ? std::optional{Day{Days{*days}}} : std::nullopt;
}

void write_day(FieldWriter& v, const char* key, const std::optional<Day>& day) {
    if (day) v.number(key, day->time_since_epoch().count());
}

Moment moment(FieldReader& v, std::string_view key) {
    return Moment{std::chrono::milliseconds{
        v.number(key, Moment{first_day}.time_since_epoch().count(), Moment{last_day}.time_since_epoch().count())}};
}

Sharing sharing(FieldReader& v) {
    Sharing read{.bits = v.choice("s", Sharing::everything().bits)};
    for (const auto& key : v.texts("x")) read = read.with_section(key, true);
    return read;
}

FieldSaid read_said(FieldReader& v) { return {.field = v.text("f"), .text = v.text("t")}; }

void write_said(FieldWriter& v, const FieldSaid& it) { v.text("f", it.field).text("t", it.text); }

ItemAnswer read_answer(FieldReader& v) {
    return {.question = v.text("q"),
            .code = v.text("c"),
            .number = v.number_if_any("n", -furthest_value, furthest_value),
            .text = v.text("t"),
            .declined = v.flag("x")};
}

void write_answer(FieldWriter& v, const ItemAnswer& it) {
    v.text("c", it.code).number("n", it.number).text("q", it.question).text("t", it.text).flag("x", it.declined);
}

ScoreGiven read_score(FieldReader& v) {
    return {.score = v.text("s"),
            .value = v.number_if_any("v", -furthest_value, furthest_value),
            .answered = v.small("a", 0, most_questions),
            .of = v.small("o", 0, most_questions)};
}

void write_score(FieldWriter& v, const ScoreGiven& it) {
    v.number("a", it.answered).number("o", it.of).text("s", it.score).number("v", it.value);
}

struct Kind {
    std::string_view name;
    std::string_view fields;  // "dn" is the fields d and n
    Happening (*read)(FieldReader& v);
};

// Braces, not brackets: within them fields are read in the order they are written in.
constexpr std::array kinds{
    Kind{"home", "n", [](FieldReader& v) -> Happening { return HomeNamed{v.text("n")}; }},
    Kind{"device", "dn", [](FieldReader& v) -> Happening { return DeviceNamed{v.id<DeviceId>("d"), v.text("n")}; }},
    Kind{"clinic", "nw", [](FieldReader& v) -> Happening { return ClinicNamed{v.text("n"), v.text("w")}; }},
    Kind{"person", "bcinpr",
         [](FieldReader& v) -> Happening {
             return Person{.id = v.id<PersonId>("i"),
                           .name = v.text("n"),
                           .born = day_if_any(v, "b"),
                           .relation = v.text("r"),
                           .picture = v.text("p"),
                           .colour = v.small("c", 0, last_colour)};
         }},
    Kind{"relation", "fkt",
         [](FieldReader& v) -> Happening {
             return Relationship{v.id<PersonId>("f"), v.id<PersonId>("t"), v.choice("k", RelationKind::other)};
         }},
    Kind{"sharing", "sx", [](FieldReader& v) -> Happening { return SharingChosen{sharing(v)}; }},
    Kind{"reading", "cfimnstuy",
         [](FieldReader& v) -> Happening {
             return Reading{.measure = v.text("m"),
                            .first = v.number("f", -furthest_value, furthest_value),
                            .second = v.number_if_any("s", -furthest_value, furthest_value),
                            .typed = v.text("t"),
                            .unit = v.text("u"),
                            .context = v.choice("c", Context::bedtime),
                            .note = v.text("n"),
                            .confirmed = v.flag("y"),
                            .source = source(v)};
         }},
    Kind{"absent", "mw",
         [](FieldReader& v) -> Happening {
             return AbsentReading{v.text("m"), v.choice("w", AbsentReading::Why::not_known)};
         }},
    Kind{"symptom", "insw",
         [](FieldReader& v) -> Happening {
             return Symptom{v.text("w"), v.small_if_any("s", 0, 10), v.text("n"), source(v)};
         }},
    Kind{"note", "it", [](FieldReader& v) -> Happening { return Note{v.text("t"), source(v)}; }},
    Kind{"activity", "dinpw",
         [](FieldReader& v) -> Happening {
             return Activity{v.text("w"), v.people("p"), v.small_if_any("d", 0, most_minutes), v.text("n"),
                             source(v)};
         }},
    Kind{"medicine", "dikmn",
         [](FieldReader& v) -> Happening {
             return MedicineTaken{v.text("m"), v.text("d"), v.choice("k", Taken::not_known), v.text("n"), source(v)};
         }},
    Kind{"rest", "k", [](FieldReader& v) -> Happening { return RestDay{v.choice("k", Rest::away)}; }},
    Kind{"answers", "afhmqstv",
         [](FieldReader& v) -> Happening {
             return Response{.questionnaire = v.text("q"),
                             .form = v.text("f"),
                             .version = v.text("v"),
                             .title = v.text("t"),
                             .mode = v.choice("m", AnswerMode::proxy),
                             .answers = v.list<ItemAnswer>("a", "cnqtx", read_answer),
                             .scores = v.list<ScoreGiven>("s", "aosv", read_score),
                             .called_for_help = v.flag("h")};
         }},
    Kind{"routine", "dkptw",
         [](FieldReader& v) -> Happening {
             return Routine{v.choice("k", Routine::Kind::activity), v.text("w"), v.text("d"), v.text("t"),
                            v.people("p")};
         }},
    Kind{"plan", "klnpw",
         [](FieldReader& v) -> Happening {
             return Planned{v.choice("k", Planned::Kind::group), v.text("w"), v.text("l"), v.people("p"),
                            v.text("n")};
         }},
    Kind{"outcome", "acekw",
         [](FieldReader& v) -> Happening {
             return PlanOutcome{.kind = v.choice("k", PlanOutcome::Kind::not_brought),
                                .why = v.text("w"),
                                .accompanied = v.flag("a"),
                                .enjoyed = v.small_if_any("e", 0, 10),
                                .confirmed = v.flag("c")};
         }},
    Kind{"goal", "bptwy",
         [](FieldReader& v) -> Happening {
             return Goal{.words = v.text("w"),
                         .why = v.text("y"),
                         .people = v.people("p"),
                         .target = v.small_if_any("t", 0, 10),
                         .by = day_if_any(v, "b")};
         }},
    Kind{"step", "dgmw",
         [](FieldReader& v) -> Happening {
             return NextStep{v.id<EntityId>("g"), v.text("w"), v.small("d", 1, 7), v.flag("m")};
         }},
    Kind{"done", "g", [](FieldReader& v) -> Happening { return StepDone{v.id<EntityId>("g")}; }},
    Kind{"rating", "cglr",
         [](FieldReader& v) -> Happening {
             return GoalRating{.goal = v.id<EntityId>("g"),
                               .value = v.small("r", 0, 10),
                               .confidence = v.small_if_any("c", 0, 10),
                               .level = v.small_if_any("l", worst_level, best_level)};
         }},
    Kind{"agreed", "gsw",
         [](FieldReader& v) -> Happening {
             return GoalAgreed{v.id<EntityId>("g"), v.choice("s", Side::clinic), v.text("w")};
         }},
    Kind{"levels", "abcdefgi",
         [](FieldReader& v) -> Happening {
             return GoalLevels{v.id<EntityId>("g"),
                               {.words = {v.text("a"), v.text("b"), v.text("c"), v.text("d"), v.text("e")},
                                .importance = v.small("i", 0, 3),
                                .difficulty = v.small("f", 0, 3)}};
         }},
    Kind{"action", "cdghosw",
         [](FieldReader& v) -> Happening {
             return ActionStep{.goal = v.id<EntityId>("g"),
                               .by = v.choice("s", Side::clinic),
                               .words = v.text("w"),
                               .owner = v.id_if_any<PersonId>("o"),
                               .for_clinic = v.flag("c"),
                               .due = day_if_any(v, "d"),
                               .help = v.text("h")};
         }},
    Kind{"action_state", "gks",
         [](FieldReader& v) -> Happening {
             return ActionState{v.id<EntityId>("g"), v.choice("s", Side::clinic),
                                v.choice("k", ActionState::State::dropped)};
         }},
    Kind{"message", "ast",
         [](FieldReader& v) -> Happening {
             return Message{v.choice("s", Side::clinic), v.text("t"), v.id_if_any<EntityId>("a")};
         }},
    Kind{"written", "befrs",
         [](FieldReader& v) -> Happening {
             return Written{.section = v.text("s"),
                            .by = v.choice("b", Side::clinic),
                            .entry = v.id_if_any<EntityId>("e"),
                            .fields = v.list<FieldSaid>("f", "ft", read_said),
                            .to_clinic = v.flag("r")};
         }},
    Kind{"read", "sw", [](FieldReader& v) -> Happening { return SectionRead{v.text("s"), v.text("w")}; }},
    Kind{"invite", "efs",
         [](FieldReader& v) -> Happening { return InviteGiven{v.raw("s"), v.text("f"), moment(v, "e")}; }},
    Kind{"invite_used", "p", [](FieldReader& v) -> Happening { return InviteUsed{v.raw("p")}; }},
    Kind{"lent", "f", [](FieldReader& v) -> Happening { return WordsLent{v.raw("f")}; }},
    Kind{"removed", "", [](FieldReader&) -> Happening { return Removed{}; }},
    Kind{"restored", "", [](FieldReader&) -> Happening { return Restored{}; }},
};
static_assert(kinds.size() == std::variant_size_v<Happening> - 1, "every kind has a row, FromTheFuture needs none");

}  // namespace

vault::Cbor::Map write_happening(const Happening& what) {
    FieldWriter v;
    std::visit(
        on{
            [&](const HomeNamed& it) { v.text("n", it.name); },
            [&](const DeviceNamed& it) { v.id("d", it.device).text("n", it.name); },
            [&](const ClinicNamed& it) { v.text("n", it.name).text("w", it.worker); },
            [&](const Person& it) {
                write_day(v, "b", it.born);
                v.number("c", it.colour)
                    .id("i", it.id)
                    .text("n", it.name)
                    .text("p", it.picture)
                    .text("r", it.relation);
            },
            [&](const Relationship& it) { v.id("f", it.from).choice("k", it.kind).id("t", it.to); },
            [&](const SharingChosen& it) { v.number("s", it.sharing.bits).texts("x", it.sharing.sections); },
            [&](const Reading& it) {
                v.choice("c", it.context).number("f", it.first).choice_if_any("i", it.source).text("m", it.measure);
                v.text("n", it.note)
                    .number("s", it.second)
                    .text("t", it.typed)
                    .text("u", it.unit)
                    .flag("y", it.confirmed);
            },
            [&](const AbsentReading& it) { v.text("m", it.measure).choice("w", it.why); },
            [&](const Symptom& it) {
                v.choice_if_any("i", it.source).text("n", it.note).number("s", it.strength).text("w", it.what);
            },
            [&](const Note& it) { v.choice_if_any("i", it.source).text("t", it.text); },
            [&](const Activity& it) {
                v.number("d", it.minutes).choice_if_any("i", it.source).text("n", it.note);
                v.people("p", it.people).text("w", it.what);
            },
            [&](const MedicineTaken& it) {
                v.text("d", it.dose).choice_if_any("i", it.source).choice("k", it.taken);
                v.text("m", it.medicine).text("n", it.note);
            },
            [&](const RestDay& it) { v.choice("k", it.why); },
            [&](const Response& it) {
                v.list("a", it.answers, write_answer).text("f", it.form).flag("h", it.called_for_help);
                v.choice("m", it.mode);
                v.text("q", it.questionnaire)
                    .list("s", it.scores, write_score)
                    .text("t", it.title)
                    .text("v", it.version);
            },
            [&](const Routine& it) {
                v.text("d", it.dose)
                    .choice("k", it.kind)
                    .people("p", it.people)
                    .text("t", it.when)
                    .text("w", it.what);
            },
            [&](const Planned& it) {
                v.choice("k", it.kind)
                    .text("l", it.where)
                    .text("n", it.note)
                    .people("p", it.people)
                    .text("w", it.what);
            },
            [&](const PlanOutcome& it) {
                v.flag("a", it.accompanied)
                    .flag("c", it.confirmed)
                    .number("e", it.enjoyed)
                    .choice("k", it.kind)
                    .text("w", it.why);
            },
            [&](const Goal& it) {
                write_day(v, "b", it.by);
                v.people("p", it.people).number("t", it.target).text("w", it.words).text("y", it.why);
            },
            [&](const NextStep& it) {
                v.number("d", it.days_a_week).id("g", it.goal).flag("m", it.at_most).text("w", it.words);
            },
            [&](const StepDone& it) { v.id("g", it.goal); },
            [&](const GoalRating& it) {
                v.number("c", it.confidence).id("g", it.goal).number("l", it.level).number("r", it.value);
            },
            [&](const GoalAgreed& it) { v.id("g", it.goal).choice("s", it.side).text("w", it.words); },
            [&](const GoalLevels& it) {
                constexpr std::array keys{"a", "b", "c", "d", "e"};
                for (std::size_t i = 0; i < keys.size(); ++i) v.text(keys[i], it.levels.words[i]);
                v.number("f", it.levels.difficulty).id("g", it.goal).number("i", it.levels.importance);
            },
            [&](const ActionStep& it) {
                v.flag("c", it.for_clinic);
                write_day(v, "d", it.due);
                v.id("g", it.goal).text("h", it.help).id("o", it.owner).choice("s", it.by).text("w", it.words);
            },
            [&](const ActionState& it) { v.id("g", it.goal).choice("k", it.state).choice("s", it.by); },
            [&](const Message& it) { v.id("a", it.about).choice("s", it.from).text("t", it.text); },
            [&](const Written& it) {
                v.choice("b", it.by)
                    .id("e", it.entry)
                    .list("f", it.fields, write_said)
                    .flag("r", it.to_clinic)
                    .text("s", it.section);
            },
            [&](const SectionRead& it) { v.text("s", it.section).text("w", it.who); },
            [&](const InviteGiven& it) {
                v.number("e", it.expires.time_since_epoch().count()).text("f", it.for_whom).raw("s", it.secret);
            },
            [&](const InviteUsed& it) { v.raw("p", it.proof); },
            [&](const WordsLent& it) { v.raw("f", it.file); },
            [](const Removed&) {},
            [](const Restored&) {},
            [](const FromTheFuture&) {},
        },
        what);
    return v.take();
}

vault::CborResult<HappeningRead> read_happening(std::string_view name, const vault::Cbor& v) {
    const HappeningRead from_the_future{FromTheFuture{std::string{name}}, true};
    const auto kind = std::ranges::find(kinds, name, &Kind::name);
    if (kind == kinds.end()) return from_the_future;
    FieldReader fields{v};
    HappeningRead read{kind->read(fields), fields.has_more_than(kind->fields)};
    // A choice that a later release added cannot be shown in part, nor guessed at.
    if (fields.unknown_choice()) return from_the_future;
    if (fields.problem()) return Failure<vault::CborProblem>(*fields.problem());
    return read;
}

}  // namespace goodweek::records
