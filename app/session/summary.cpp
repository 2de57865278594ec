#include "session/summary.h"

#include <algorithm>
#include <ranges>

#include "session/measuring.h"
#include "session/questionnaires.h"
#include "session/sections.h"

namespace goodweek::session {

namespace {

constexpr Days weeks_ahead{56};

bool says_something(const records::Sections& sections, const Section& section, const PersonId& person,
                    const EntityId& entry) {
    return std::ranges::any_of(section.fields, [&](const SectionField& field) {
        return !sections.said(whose(section, person, field.asked), field.key, entry).empty();
    });
}

std::vector<Summary::Page> summary_pages(const State& state, const PersonId& person) {
    std::vector<Summary::Page> pages;
    for (const auto* section : sections_for(state, person)) {
        if (section->behind_a_door || section->group == Section::Group::worker) continue;
        auto entries = open_entries_of(state, *section, person);
        std::erase_if(entries, [&](const EntityId& entry) {
            return !says_something(state.family()->answers.sections, *section, person, entry);
        });
        if (entries.empty()) continue;
        pages.push_back({.section = section,
                         .entries = std::move(entries),
                         .expected = !section->of_household && (section->group == Section::Group::about ||
                                                                section->group == Section::Group::care)});
    }
    return pages;
}

std::vector<Summary::Measured> summary_readings(const State& state, const PersonId& person, Day first) {
    std::vector<Summary::Measured> all;
    for (const auto* measure : measures_shown(state, person)) {
        const auto readings = state.family()->answers.readings.of(person, measure->key, first, state.today());
        if (readings.empty()) continue;
        const auto [lowest, highest] = std::ranges::minmax(readings, {}, &records::ReadingAt::first);
        all.push_back({.measure = measure,
                       .first = readings.front(),
                       .last = readings.back(),
                       .lowest = lowest.first,
                       .highest = highest.first,
                       .count = readings.size()});
    }
    return all;
}

// The first score of each, where the same wording gave it both times.
std::vector<Summary::Scored> summary_scores(const State& state, const PersonId& person) {
    std::vector<Summary::Scored> all;
    const auto& responses = state.family()->answers.responses;
    for (const auto& series : responses.series_of(person)) {
        const auto* known = find_questionnaire(state, series.questionnaire, series.form);
        if (!known || known->scores.empty()) continue;
        const auto& rule = known->scores.front();
        const auto counts = [&](const records::ResponseAt& at) {
            return at.version == known->version && at.score(rule.id).has_value();
        };
        const auto given = responses.of(series);
        const auto first = std::ranges::find_if(given, counts);
        if (first == given.end()) continue;
        const auto reversed = given | std::views::reverse;
        const auto last = std::ranges::find_if(reversed, counts);
        all.push_back({.questionnaire = known, .rule = &rule, .first = *first, .last = *last});
    }
    return all;
}

Summary::Referral referral_of(const State& state) {
    Summary::Referral referral;
    if (state.side != Side::clinic) return referral;
    const auto& sections = state.family()->answers.sections;
    const records::SectionOf route{"entry_route", {}, Side::clinic}, contacts{"contacts", {}, Side::clinic};
    referral.by = sections.said(route, "referred_by");
    referral.agreed = parse_day(sections.said(route, "agreed"));
    for (const auto& entry : sections.entries(contacts)) {
        const auto day = parse_day(sections.said(contacts, "on", entry));
        if (!day) continue;
        ++referral.meetings;
        referral.first_met = std::min(referral.first_met.value_or(*day), *day);
        referral.last_met = std::max(referral.last_met.value_or(*day), *day);
    }
    return referral;
}

}  // namespace

Summary summary_of(const State& state, const PersonId& person, int days) {
    const Day today = state.today(), first = today - Days{days - 1};
    const auto& answers = state.family()->answers;
    Summary summary{.referral = referral_of(state),
                    .pages = summary_pages(state, person),
                    .readings = summary_readings(state, person, first),
                    .scores = summary_scores(state, person),
                    .goals = answers.goals.of(person)};
    for (auto& name : answers.medicines.of(person)) {
        const auto covered = answers.medicines.coverage(person, name, first, today);
        if (covered.days() > 0) summary.medicines.push_back({std::move(name), covered});
    }
    for (const auto& plan : answers.plans.between(today, today + weeks_ahead))
        if (plan.plan.kind == Planned::Kind::appointment && records::is_for(plan.plan, person))
            summary.appointments.push_back(plan);
    return summary;
}

}  // namespace goodweek::session
