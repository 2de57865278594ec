// Goals as screens ask of them: what was said about each, by whom, and what of it stands.
#include <doctest/doctest.h>

#include "support/history.h"

namespace goodweek::records {

namespace {

Day day(std::string_view iso) { return *parse_day(iso); }

}  // namespace

TEST_CASE("a goal tells its story: step, ratings and the days something was done") {
    auto home = a_household();
    auto& phone = home.phone;
    phone.write_at(on("2026-05-02"), entity(1), GoalRating{home.goal, 3}, home.junie);
    phone.write_at(on("2026-05-01"), entity(2), GoalRating{home.goal, 2}, home.junie);
    phone.write_at(on("2026-05-04T08:00Z"), entity(3), StepDone{home.goal}, home.junie);
    phone.write_at(on("2026-05-04T07:00Z"), entity(4), StepDone{home.goal}, home.dev);
    phone.write_at(on("2026-05-06"), entity(5), StepDone{home.goal}, home.junie);

    const auto* story = phone.answers.goals.find(home.goal);
    REQUIRE(story);
    CHECK(story->goal.words == "Run to the big tree without stopping");
    CHECK(story->step->words == "Walk to school");
    CHECK(story->step_entity == home.step);
    REQUIRE(story->ratings.size() == 2);
    CHECK(story->ratings[0].value == 2);
    CHECK(story->last_rating()->value == 3);
    CHECK(story->done.size() == 2);
    CHECK(story->done.at(day("2026-05-04")) == entity(4));  // the first of that day
    CHECK(story->done_between(day("2026-05-04"), day("2026-05-10")) == 2);
    CHECK(story->done_between(day("2026-05-05"), day("2026-05-05")) == 0);

    phone.remove(entity(4));
    CHECK(story->done.at(day("2026-05-04")) == entity(3));
    phone.remove(entity(3));
    CHECK_FALSE(story->done.contains(day("2026-05-04")));
    phone.remove(entity(1));
    CHECK(story->last_rating()->value == 2);
}

TEST_CASE("a new step takes the place of the old one, and the old one comes back when the new one is removed") {
    auto home = a_household();
    const auto* story = home.phone.answers.goals.find(home.goal);
    home.phone.write(home.step, NextStep{.goal = home.goal, .words = "Run to the corner", .days_a_week = 2});
    CHECK(story->step->words == "Run to the corner");
    home.phone.write(entity("another step"), NextStep{.goal = home.goal, .words = "Run to the shop"});
    CHECK(story->step->words == "Run to the shop");
    home.phone.remove(entity("another step"));
    CHECK(story->step->words == "Run to the corner");
    home.phone.remove(home.step);
    CHECK_FALSE(story->step);
    CHECK_FALSE(story->step_entity);
}

TEST_CASE("a goal is agreed when family and clinic have both said yes to its present words") {
    auto home = a_household();
    auto& phone = home.phone;
    const auto* story = phone.answers.goals.find(home.goal);
    const auto yes = [&](Side side, const EntityId& id) {
        phone.write(id, GoalAgreed{home.goal, side, story->goal.words});
    };
    CHECK(story->agreement() == Agreement::not_asked);
    yes(Side::family, entity("family's yes"));
    CHECK(story->agreement() == Agreement::waiting_for_clinic);
    yes(Side::clinic, entity("clinic's yes"));
    CHECK(story->agreement() == Agreement::agreed);

    phone.write(home.goal, Goal{.words = "Run to the big tree and back", .people = {home.junie}});
    CHECK(story->agreement() == Agreement::not_asked);
    yes(Side::clinic, entity("clinic's yes"));
    CHECK(story->agreement() == Agreement::waiting_for_family);
    yes(Side::family, entity("family's yes"));
    CHECK(story->agreement() == Agreement::agreed);
    phone.remove(entity("clinic's yes"));
    CHECK(story->agreement() == Agreement::waiting_for_clinic);
}

TEST_CASE("both sides may say yes in one place without answering each other's yes") {
    auto home = a_household();
    const auto* story = home.phone.answers.goals.find(home.goal);
    home.phone.write(home.goal, GoalAgreed{home.goal, Side::family, story->goal.words});
    home.phone.write(home.goal, GoalAgreed{home.goal, Side::clinic, story->goal.words});
    CHECK(story->agreement() == Agreement::agreed);
    CHECK(home.phone.see(home.goal).event()->what == Happening{story->goal});
}

TEST_CASE("a goal whose words two people changed at once is not agreed until one is chosen") {
    auto home = a_household();
    Phone dev{"dev's phone"};
    meet(home.phone, dev);
    home.phone.write(home.goal, Goal{.words = "Run to the pond"});
    dev.later(std::chrono::minutes{1});
    dev.write(home.goal, Goal{.words = "Run to the shop"});
    meet(home.phone, dev);
    const auto* story = dev.answers.goals.find(home.goal);
    CHECK(story->changed_apart);
    dev.write(entity("family's yes"), GoalAgreed{home.goal, Side::family, story->goal.words});
    dev.write(entity("clinic's yes"), GoalAgreed{home.goal, Side::clinic, story->goal.words});
    CHECK(story->agreement() == Agreement::not_asked);
    dev.write(home.goal, story->goal);
    CHECK_FALSE(story->changed_apart);
    CHECK(story->agreement() == Agreement::agreed);
}

TEST_CASE("a goal that is removed takes nothing with it, and comes back with all it had") {
    auto home = a_household();
    auto& goals = home.phone.answers.goals;
    home.phone.write(entity(1), GoalRating{home.goal, 4}, home.junie);
    home.phone.remove(home.goal);
    CHECK(goals.all().empty());
    CHECK(goals.find(home.goal) == nullptr);
    home.phone.write(entity(2), GoalRating{home.goal, 6}, home.junie);
    home.phone.restore(home.goal);
    REQUIRE(goals.all().size() == 1);
    CHECK(goals.find(home.goal)->ratings.size() == 2);
    CHECK(goals.find(home.goal)->step->words == "Walk to school");
}

TEST_CASE("a rating that arrives before its goal is there when the goal comes") {
    auto home = a_household();
    const auto rating = home.phone.write(entity(1), GoalRating{home.goal, 4}, home.junie);
    Phone clinic{"clinic"};
    clinic.hear(rating);
    CHECK(clinic.answers.goals.all().empty());
    clinic.hear(home.phone);
    CHECK(clinic.answers.goals.find(home.goal)->last_rating()->value == 4);
}

TEST_CASE("goals stand in the order they were set; everyone's goals are each person's too") {
    auto home = a_household();
    home.phone.write(entity(1), Goal{.words = "Eat together on Sundays"});
    home.phone.write(entity(2), Goal{.words = "Walk to the shop", .people = {home.ottoline}});
    const auto& goals = home.phone.answers.goals;
    REQUIRE(goals.all().size() == 3);
    CHECK(goals.all()[0]->id == home.goal);
    CHECK(goals.all()[2]->id == entity(2));
    REQUIRE(goals.of(home.ottoline).size() == 2);
    CHECK(goals.of(home.ottoline)[0]->id == entity(1));
    CHECK(goals.of(home.dev).size() == 1);
}

TEST_CASE("what somebody is to do stands as they say, and not as the other side says of them") {
    auto home = a_household();
    const auto ring = entity("ring"), send = entity("send");
    home.phone.write(
        ring,
        ActionStep{.goal = home.goal, .words = "Ring the school", .owner = home.amal, .due = day("2026-05-03")});
    home.phone.later(std::chrono::minutes{1});
    home.phone.write(
        send, ActionStep{.goal = home.goal, .by = Side::clinic, .words = "Send the letter", .for_clinic = true});
    const auto actions = [&] { return home.phone.answers.goals.find(home.goal)->actions; };
    using State = ActionState::State;
    REQUIRE(actions().size() == 2);
    CHECK(actions()[0].overdue(day("2026-05-04")));
    home.phone.write(ring, ActionState{home.goal, Side::clinic, State::done});
    CHECK(actions()[0].state == State::open);
    home.phone.write(ring, ActionState{home.goal, Side::family, State::accepted});
    CHECK(actions()[0].state == State::accepted);
    home.phone.write(send, ActionState{home.goal, Side::family, State::dropped});
    CHECK(actions()[1].state == State::open);
    home.phone.write(send, ActionState{home.goal, Side::clinic, State::done});
    CHECK(actions()[1].state == State::done);
    CHECK_FALSE(actions()[1].overdue(day("2030-01-01")));
    home.phone.remove(ring);
    CHECK(actions().size() == 1);
}

}  // namespace goodweek::records
