#include "session/happened.h"

#include <algorithm>

#include "domain/put_in_order.h"
#include "session/sections.h"

namespace goodweek::session {

namespace {

bool is_marked(const Section& section) {
    if (!section.many || section.behind_a_door) return false;
    return section.group == Section::Group::happened || find_field(section, "started");
}

// A household's entry says whose it is; where it does not, it is everyone's.
bool is_of(const Section& section, const records::PartAt& entry, const PersonId& person) {
    const auto field = std::ranges::find(section.fields, SectionField::Kind::person, &SectionField::kind);
    const auto* whose = field == section.fields.end() ? nullptr : entry.said(field->key);
    return !whose || whose->empty() || *whose == person.hex();
}

// "A&E", or the section's title where no kind was chosen.
std::string kind_words(const Section& section, const records::PartAt& entry) {
    const auto* field = find_field(section, "kind");
    const auto* code = field ? entry.said(field->key) : nullptr;
    if (!code) return section.title;
    const auto option = std::ranges::find(field->options, *code, &SectionField::Option::code);
    return option == field->options.end() ? section.title : option->label;
}

Sentence words_for(const Section& section, const records::PartAt& entry) {
    const auto* headline = entry.said(section.headline);
    const std::string what = headline ? *headline : section.title;
    if (entry.said("started")) return {.key = "happened.started", .gaps = {{"what", what}}};
    return {.key = "happened.entry", .gaps = {{"kind", kind_words(section, entry)}, {"what", what}}};
}

void add_entries(std::vector<Happened>& all, const State& state, const PersonId& person, Day first, Day last) {
    for (const auto* section : sections_for(state, person)) {
        if (!is_marked(*section)) continue;
        const auto& sections = state.family()->answers.sections;
        for (const auto& entry : sections.between(begun_in(*section, person), first, last))
            if (is_of(*section, entry, person))
                all.push_back({entry.at.day(), entry.at.day(), words_for(*section, entry)});
    }
}

// Days in a row are told as one.
void add_days_not_well(std::vector<Happened>& all, const Family& family, const PersonId& person, Day first,
                       Day last) {
    std::vector<Happened> ill;
    for (const auto& item : family.answers.diary.between(first, last)) {
        if (item.kind != "rest" || item.person != person) continue;
        const auto* entity = family.log.find(item.entity);
        const auto* rest = entity ? entity->as<RestDay>() : nullptr;
        if (!rest || rest->why != Rest::ill) continue;
        const Day day = item.at.day();
        if (ill.empty() || day > ill.back().last + Days{1}) ill.push_back({day, day, {.key = "rest.ill"}});
        else ill.back().last = day;
    }
    all.insert(all.end(), ill.begin(), ill.end());
}

void add_appointments(std::vector<Happened>& all, const Family& family, const PersonId& person, Day first, Day last) {
    for (const auto& one : family.answers.plans.between(first, last))
        if (one.plan.kind == Planned::Kind::appointment && one.outcome.kind == PlanOutcome::Kind::done &&
            records::is_for(one.plan, person))
            all.push_back(
                {one.at.day(), one.at.day(), {.key = "happened.appointment", .gaps = {{"what", one.plan.what}}}});
}

}  // namespace

std::vector<Happened> happened_to(const State& state, const PersonId& person, Day first, Day last) {
    const auto& family = *state.family();
    std::vector<Happened> all;
    add_entries(all, state, person, first, last);
    // What a clinic was sent before sharing ended is still there, and no longer its to read.
    if (state.side == Side::family || family.answers.home.sharing().has(Shared::activities)) {
        add_days_not_well(all, family, person, first, last);
        add_appointments(all, family, person, first, last);
    }
    put_in_order(all, std::greater{}, &Happened::first);
    return all;
}

}  // namespace goodweek::session
