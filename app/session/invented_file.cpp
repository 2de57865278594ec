// Reads an invented family's file (assets/invented/FORMAT.md) and has it told by the pen.
#include <algorithm>

#include "session/invented_strands.h"

namespace goodweek::session {

namespace {

using Why = FileProblem::Why;

constexpr std::array relation_names{"parent_of", "partner_of", "grandparent_of", "carer_for", "other"};
constexpr std::array routine_names{"reading", "medicine", "activity"};
constexpr std::array plan_names{"something", "appointment", "group"};
constexpr std::array outcome_names{"open", "done", "rearranged", "cancelled", "missed", "not_brought"};
constexpr std::array action_names{"open", "accepted", "done", "dropped"};

class Telling {
public:
    Telling(Story& story, std::span<const Questionnaire> questionnaires, std::span<const Section> sections)
        : story_(story), questionnaires_(questionnaires), sections_(sections), cast_(story), strands_(story, cast_) {}

    void tell(TreeReader& file) {
        for (auto& v : file.objects("people")) cast_.add_person(v);
        for (auto& v : file.objects("relations")) tell_relation(v);
        for (auto& v : file.objects("spells")) cast_.add_spell(v);
        for (auto& v : file.objects("routines")) tell_routine(v);
        for (auto& v : file.objects("year")) strands_.tell(v);
        for (auto& v : file.objects("notes")) tell_note(v);
        for (auto& v : file.objects("answers")) tell_answers(v);
        for (auto& v : file.objects("care_plan")) tell_section(v);
        for (auto& v : file.objects("goals")) tell_goal(v);
        for (auto& v : file.objects("talk")) tell_talk(v);
        for (auto& v : file.objects("plans")) tell_plan(v);
    }

private:
    void tell_relation(TreeReader& v) {
        const auto from = cast_.one_person(v, "from"), to = cast_.one_person(v, "to");
        story_.related(from, choice<RelationKind>(v, "is", relation_names), to);
        v.nothing_else();
    }

    void tell_routine(TreeReader& v) {
        Routine routine{.kind = choice<Routine::Kind>(v, "kind", routine_names),
                        .what = v.text("what"),
                        .dose = v.text_if_any("dose"),
                        .when = v.text_if_any("when"),
                        .people = cast_.some_people(v, "who")};
        const auto when = story_.at(days_ago(v, "since"), std::chrono::hours{6});
        v.nothing_else();
        const auto whose = routine.people.empty() ? std::nullopt : std::optional{routine.people.front()};
        story_.write(when, whose, std::move(routine));
    }

    void tell_note(TreeReader& v) {
        const auto ago = days_ago(v, "ago");
        const auto at = time_of_day(v, "at", std::chrono::hours{20});
        story_.write(story_.at(ago, at), cast_.one_person(v, "who"),
                     Note{.text = v.text("words"), .source = Source::typed});
        v.nothing_else();
    }

    // The codes or numbers of all questions that are put, in their order.
    void tell_answers(TreeReader& v) {
        const auto id = v.text("questionnaire");
        const auto form = v.has("form") ? v.text("form") : "adult";
        const auto person = cast_.one_person(v, "who");
        const auto at = story_.at(days_ago(v, "ago"), std::chrono::hours{20});
        const auto codes = v.text("codes");
        v.nothing_else();
        const auto found = std::ranges::find_if(
            questionnaires_, [&](const Questionnaire& one) { return one.id == id && one.form == form; });
        // Which are there is the library's matter: without it, this family has not answered it.
        if (found == questionnaires_.end()) return;
        ItemAnswers answers;
        for (const auto code : words_in(codes)) {
            const auto put = asked(*found, answers);
            if (answers.size() >= put.size()) return v.wrong(Why::out_of_range, "codes");
            const auto& question = *put[answers.size()];
            ItemAnswer answer{.question = question.id};
            if (question.kind == Question::Kind::choice) answer.code = code;
            else answer.number = std::atoi(std::string{code}.c_str());
            if (check(question, answer)) return v.wrong(Why::no_such, "codes");
            answers.push_back(std::move(answer));
        }
        if (answers.size() != asked(*found, answers).size()) return v.wrong(Why::missing, "codes");
        auto scores = scores_of(*found, answers);
        story_.write(at, person,
                     Response{.questionnaire = found->id,
                              .form = found->form,
                              .version = found->version,
                              .title = found->title,
                              .answers = std::move(answers),
                              .scores = std::move(scores)});
    }

    // What a section says, field by field; what its worker says among it.
    void tell_section(TreeReader& v) {
        const auto key = v.text("section");
        const auto* section = find_section(sections_, key);
        const auto at = story_.at(days_ago(v, "ago"), std::chrono::hours{19});
        const auto person = v.has("who") ? std::optional{cast_.one_person(v, "who")} : std::nullopt;
        auto says = v.object("says");
        v.nothing_else();
        // Which are there is the library's matter: without it, this family has not written in it.
        if (!section) return;
        if (section->of_household == person.has_value()) return v.wrong(Why::no_such, "who");
        std::vector<FieldSaid> by_family, by_clinic;
        for (const auto& field : section->fields) {
            if (!says.has(field.key)) continue;
            auto& said = field.asked == Side::clinic ? by_clinic : by_family;
            said.push_back({field.key, said_in(says, field)});
        }
        says.nothing_else();
        story_.section(at, *section, person, by_family, by_clinic);
    }

    // A day as so many days ago, a person by name, the rest as it is kept.
    std::string said_in(TreeReader& v, const SectionField& field) {
        std::string text;
        if (field.kind == SectionField::Kind::day)
            text = to_iso(story_.day(static_cast<int>(v.whole(field.key, -Story::a_year, 100 * Story::a_year))));
        else if (field.kind == SectionField::Kind::person) text = cast_.one_person(v, field.key).hex();
        else text = v.text(field.key);
        const auto checked = check(field, text);
        if (checked) return *checked;
        v.wrong(Why::no_such, field.key);
        return "";
    }

    void tell_goal(TreeReader& v) {
        const auto words = v.text("words");
        const auto begun = days_ago(v, "begun");
        Goal said{.words = words, .why = v.text_if_any("why"), .people = cast_.some_people(v, "who")};
        if (v.has("target")) said.target = static_cast<int>(v.whole("target", 0, 10));
        if (v.has("by")) said.by = story_.day(-static_cast<int>(v.whole("by", 1, Story::a_year)));
        const auto goal = story_.goal(begun, std::move(said));
        if (v.has("levels")) tell_levels(v, begun, goal);
        for (auto& action : v.objects("actions")) tell_action(action, goal);
        for (auto& step : v.objects("steps")) {
            const auto ago = days_ago(step, "ago");
            story_.next_step(ago, goal, step.text("words"), static_cast<int>(step.whole("days_a_week", 1, 7)));
            step.nothing_else();
        }
        if (v.has("agreed")) story_.agreed(static_cast<int>(v.whole("agreed", 1, Story::a_year)), goal, words);
        for (auto& rating : v.objects("ratings")) {
            const auto ago = days_ago(rating, "ago");
            GoalRating rated{.goal = goal, .value = static_cast<int>(rating.whole("value", 0, 10))};
            if (rating.has("sure")) rated.confidence = static_cast<int>(rating.whole("sure", 0, 10));
            if (rating.has("level")) rated.level = static_cast<int>(rating.whole("level", worst_level, best_level));
            story_.rating(ago, rated);
            rating.nothing_else();
        }
        for (auto& done : v.objects("done")) {
            const auto who = cast_.one_person(done, "who");
            strands_.each_day(strands_.read_when(done),
                              [&](int day, const LocalMoment&) { story_.did_step(day, goal, who); });
            done.nothing_else();
        }
        v.nothing_else();
    }

    // From much less than hoped to much more.
    void tell_levels(TreeReader& v, int begun, const EntityId& goal) {
        Levels levels;
        const auto words = lines(v, "levels");
        if (words.size() != levels.words.size()) return v.wrong(Why::no_such, "levels");
        std::ranges::copy(words, levels.words.begin());
        levels.importance = whole_or(v, "importance", levels.importance, 0, 3);
        levels.difficulty = whole_or(v, "difficulty", levels.difficulty, 0, 3);
        story_.levels(begun, goal, std::move(levels));
    }

    // Whose it is, or the clinic's; by when, in days from now or ago.
    void tell_action(TreeReader& v, const EntityId& goal) {
        ActionStep action{.goal = goal, .words = v.text("words"), .help = v.text_if_any("help")};
        if (v.has("who")) action.owner = cast_.one_person(v, "who");
        else action.for_clinic = true;
        if (v.has("due")) action.due = story_.day(-static_cast<int>(v.whole("due", -Story::a_year, Story::a_year)));
        const auto state =
            v.has("state") ? choice<ActionState::State>(v, "state", action_names) : ActionState::State::open;
        const auto ago = days_ago(v, "ago");
        v.nothing_else();
        story_.action(ago, std::move(action), state);
    }

    void tell_talk(TreeReader& v) {
        const auto from = v.text("from"), words = v.text("words");
        const auto ago = days_ago(v, "ago");
        const auto at = story_.at(ago, time_of_day(v, "at", std::chrono::hours{12}));
        if (from == "clinic") story_.answer(at, words);
        else story_.message(at, cast_.person_called(v, "from", from), words);
        v.nothing_else();
    }

    // On a day of this week or the next, or so many days ago.
    void tell_plan(TreeReader& v) {
        int day = 0;
        if (v.has("ago")) day = days_ago(v, "ago");
        else if (v.has("next_week")) day = story_.days_since(choice<int>(v, "next_week", weekday_names)) - 7;
        else day = story_.days_since(choice<int>(v, "this_week", weekday_names));
        auto at = noon_of(story_.day(day), story_.at(0, Minutes{}).offset);
        if (v.has("at")) at = story_.at(day, time_of_day(v, "at", Minutes{}));
        Planned plan{.kind = v.has("kind") ? choice<Planned::Kind>(v, "kind", plan_names) : Planned::Kind::something,
                     .what = v.text("what"),
                     .where = v.text_if_any("where"),
                     .people = cast_.some_people(v, "who"),
                     .note = v.text_if_any("note")};
        PlanOutcome outcome{.kind = v.has("outcome") ? choice<PlanOutcome::Kind>(v, "outcome", outcome_names)
                                                     : PlanOutcome::Kind::open,
                            .why = v.text_if_any("why"),
                            .accompanied = v.yes_if_any("accompanied")};
        if (v.has("enjoyed")) outcome.enjoyed = static_cast<int>(v.whole("enjoyed", 0, 10));
        v.nothing_else();
        story_.plan(at, std::move(plan), std::move(outcome));
    }

    Story& story_;
    std::span<const Questionnaire> questionnaires_;
    std::span<const Section> sections_;
    Cast cast_;
    Strands strands_;
};

Sharing read_sharing(TreeReader& v) {
    const auto text = v.text("share"), sections = v.text_if_any("share_sections");
    Sharing sharing;
    for (const auto key : words_in(sections)) sharing = sharing.with_section(key, true);
    if (text == "everything") {
        sharing.bits = Sharing::everything().bits;
        return sharing;
    }
    for (const auto name : words_in(text)) {
        const auto found = std::ranges::find(every_kind_shared, name, [](Shared what) { return to_text(what); });
        if (found == every_kind_shared.end()) v.wrong(Why::no_such, "share");
        else sharing = sharing.with(*found, true);
    }
    return sharing;
}

}  // namespace

Result<InventedFamily, FileProblem> invented_family(const vault::Cbor& file,
                                                    std::span<const Questionnaire> questionnaires,
                                                    std::span<const Section> sections, std::uint64_t seed,
                                                    const LocalMoment& now) {
    std::optional<FileProblem> first;
    TreeReader v{file, "family", first};
    const auto key = v.text("key"), name = v.text("name");
    v.skip("place");
    v.skip("about");
    const auto sharing = read_sharing(v);
    Story story{key, name, seed, now};
    Telling{story, questionnaires, sections}.tell(v);
    v.nothing_else();
    if (first) {
        first->where = key + ": " + first->where;
        return Failure<FileProblem>(*first);
    }
    return story.finish(sharing);
}

Result<std::vector<InventedFamily>, FileProblem> invented_families(const exchange::Library& library,
                                                                   std::uint64_t seed, const LocalMoment& now,
                                                                   std::size_t most) {
    std::vector<InventedFamily> families;
    for (const auto& file : library.invented) {
        if (families.size() == most) break;
        auto family = invented_family(file, library.questionnaires, library.sections, seed, now);
        if (!family) return Failure<FileProblem>(family.error());
        families.push_back(std::move(*family));
    }
    return families;
}

}  // namespace goodweek::session
