// The care plan, written by several people on several phones.
#include <doctest/doctest.h>

#include "support/history.h"

namespace goodweek::records {

namespace {

Written field(std::string_view key, std::string_view words) {
    return {
        .section = "about_me", .by = Side::family, .entry = {}, .fields = {{std::string{key}, std::string{words}}}};
}

Written visit(const EntityId& entry, std::vector<FieldSaid> fields) {
    return {.section = "service_use", .by = Side::family, .entry = entry, .fields = std::move(fields)};
}

}  // namespace

TEST_CASE("a mother and a father who write in two fields at once both keep their words") {
    auto home = a_household();
    const SectionOf junies{"about_me", home.junie};
    Phone mother{"mother"}, father{"father"};
    mother.write(entity("important"), field("important", "My rabbit"), home.junie);
    father.write(entity("good_day"), field("good_day", "No coughing"), home.junie);
    meet(mother, father);
    for (const auto* phone : {&mother, &father}) {
        CHECK(phone->answers.sections.said(junies, "important") == "My rabbit");
        CHECK(phone->answers.sections.said(junies, "good_day") == "No coughing");
        CHECK(phone->answers.sections.count(junies) == 2);
    }
}

TEST_CASE("two who write in the same field at once both find out, and nothing is lost") {
    auto home = a_household();
    const SectionOf junies{"about_me", home.junie};
    Phone mother{"mother"}, father{"father"};
    mother.write(entity("important"), field("important", "My rabbit"), home.junie);
    father.write(entity("important"), field("important", "Football"), home.junie);
    meet(mother, father);
    const auto* part = mother.answers.sections.part_with(junies, "important");
    CHECK(part->written_apart);
    CHECK(part->versions == 2);
    CHECK(mother.answers.sections.said(junies, "important") == father.answers.sections.said(junies, "important"));
    mother.later(std::chrono::minutes{1});
    mother.write(entity("important"), field("important", "My rabbit and football"), home.junie);
    CHECK_FALSE(mother.answers.sections.part_with(junies, "important")->written_apart);
}

TEST_CASE("a field that is emptied says nothing, and is no longer counted") {
    auto home = a_household();
    const SectionOf junies{"about_me", home.junie};
    home.phone.write(entity("important"), field("important", "My rabbit"), home.junie);
    home.phone.later(std::chrono::minutes{1});
    home.phone.write(entity("important"), field("important", ""), home.junie);
    CHECK(home.phone.answers.sections.said(junies, "important") == "");
    CHECK(home.phone.answers.sections.count(junies) == 0);
}

TEST_CASE("an entry is found by the day it says, follows when that is changed, and is gone with it") {
    auto home = a_household();
    const SectionOf visits{"service_use", {}};
    const auto day = [](std::string_view iso) { return *parse_day(iso); };
    const auto fall = entity("fall");
    const auto found = [&](std::string_view first, std::string_view last) {
        return home.phone.answers.sections.between(visits, day(first), day(last)).size();
    };
    home.phone.write(fall, visit(fall, {{"why", "A fall"}, {"on", "2026-03-04"}}));
    CHECK(found("2026-03-01", "2026-03-31") == 1);
    CHECK(found("2026-03-05", "2026-03-31") == 0);
    home.phone.later(std::chrono::minutes{1});
    home.phone.write(fall, visit(fall, {{"why", "A fall"}, {"on", "2026-02-04"}}));
    CHECK(found("2026-03-01", "2026-03-31") == 0);
    CHECK(found("2026-02-04", "2026-02-04") == 1);
    home.phone.later(std::chrono::minutes{1});
    home.phone.write(fall, visit(fall, {{"why", "A fall"}, {"on", ""}}));
    CHECK(found("2026-01-01", "2026-12-31") == 0);
}

TEST_CASE("family and worker each judge a visit in words of their own") {
    auto home = a_household();
    const SectionOf visits{"service_use", {}}, judgements{"service_use", {}, Side::clinic};
    const auto first = entity("first"), second = entity("second");
    home.phone.write(second, visit(second, {{"why", "A fall"}}));
    home.phone.later(std::chrono::minutes{1});
    home.phone.write(first, visit(first, {{"why", "Breathless"}, {"avoidable", "no"}}));
    Phone sam{"sam"};
    sam.hear(home.phone);
    auto judged = visit(first, {{"worker_avoidable", "maybe"}});
    judged.by = Side::clinic;
    sam.write(entity("sam's"), judged);
    meet(home.phone, sam);
    auto& sections = home.phone.answers.sections;
    CHECK(sections.entries(visits) == std::vector{second, first});
    CHECK(sections.said(visits, "avoidable", first) == "no");
    CHECK(sections.said(judgements, "worker_avoidable", first) == "maybe");
    CHECK(sections.said(judgements, "worker_avoidable", second) == "");
    CHECK(sections.count(visits) == 2);
    // Removed, it takes what was said about it along; restored, it brings it back.
    home.phone.remove(first);
    CHECK(sections.entries(visits) == std::vector{second});
    home.phone.restore(first);
    CHECK(sections.entries(visits) == std::vector{second, first});
    CHECK(sections.said(judgements, "worker_avoidable", first) == "maybe");
}

TEST_CASE("what is written about one person is not in another's care plan") {
    auto home = a_household();
    home.phone.write(entity("a"), field("important", "My rabbit"), home.junie);
    CHECK(home.phone.answers.sections.said({"about_me", home.dev}, "important") == "");
    CHECK(home.phone.answers.sections.all() == std::vector{SectionOf{"about_me", home.junie}});
}

}  // namespace goodweek::records
