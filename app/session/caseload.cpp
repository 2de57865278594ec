#include "session/caseload.h"

#include <algorithm>
#include <array>

#include "domain/put_in_order.h"
#include "domain/text.h"

namespace goodweek::session {

namespace {

using Group = CaseloadView::Group;
using Sort = CaseloadView::Sort;

bool matches(const Family& family, std::string_view wanted) {
    if (wanted.empty()) return true;
    if (folded(family.answers.home.name()).contains(wanted)) return true;
    return std::ranges::any_of(family.answers.home.people(),
                               [&](const Person& person) { return folded(person.name).contains(wanted); });
}

CaseloadRow row_of(const State& state, const Family& family) {
    CaseloadRow row{.family = &family};
    const auto waits = [&](Day since) {
        ++row.waits;
        row.since = std::min(since, row.since.value_or(since));
    };
    row.danger = danger_of(family);
    if (row.danger) waits(*row.danger);
    if (const auto since = family.answers.messages.waiting_since()) waits(*since);
    for (const auto* goal : family.answers.goals.all())
        if (goal->agreement() == Agreement::waiting_for_clinic) waits(goal->since.day());
    const bool quiet =
        !family.last_heard || state.today() - LocalMoment{*family.last_heard, state.offset}.day() >= quiet_after;
    row.group = row.waits > 0 ? Group::waiting : quiet ? Group::quiet : Group::steady;
    return row;
}

// As they stand in an address, in the order of the enumerations.
constexpr std::array<std::string_view, 4> group_names{"all", "waiting", "quiet", "steady"};
constexpr std::array<std::string_view, 4> sort_names{"reason", "name", "heard", "logged"};

template <class Enum>
Enum named(const std::array<std::string_view, 4>& names, std::string_view name) {
    const auto at = std::ranges::find(names, name) - names.begin();
    return static_cast<Enum>(at % std::ssize(names));
}

// Whoever is in danger comes first, then whoever has waited longest; those never heard from before those heard from.
bool before(const CaseloadRow& a, const CaseloadRow& b, Sort sort) {
    const auto& name_a = a.family->answers.home.name();
    const auto& name_b = b.family->answers.home.name();
    switch (sort) {
        case Sort::reason:
            if (a.group != b.group) return a.group < b.group;
            if (a.danger.has_value() != b.danger.has_value()) return a.danger.has_value();
            if (a.since != b.since) return a.since < b.since;
            if (a.group == Group::quiet && a.family->last_heard != b.family->last_heard)
                return a.family->last_heard < b.family->last_heard;
            return name_a < name_b;
        case Sort::name: return name_a < name_b;
        case Sort::last_heard:
            if (a.family->last_heard != b.family->last_heard) return a.family->last_heard > b.family->last_heard;
            return name_a < name_b;
        case Sort::last_logged: break;
    }
    const auto logged_a = a.family->answers.diary.last_logged();
    const auto logged_b = b.family->answers.diary.last_logged();
    if (logged_a != logged_b) return logged_a > logged_b;
    return name_a < name_b;
}

}  // namespace

std::optional<Day> danger_of(const Family& family) {
    const auto called = family.answers.responses.called_for_help();
    const auto wrote = family.answers.messages.clinic_wrote();
    if (!called || (wrote && wrote->at > called->at)) return std::nullopt;
    return called->day();
}

Caseload caseload(const State& state, const CaseloadView& view) {
    Caseload found;
    const std::string wanted = folded(view.search);
    for (const auto& [id, family] : state.families) {
        if (id == state.own) continue;
        const CaseloadRow row = row_of(state, family);
        found.waiting += row.group == Group::waiting;
        found.quiet += row.group == Group::quiet;
        found.steady += row.group == Group::steady;
        found.imported = found.imported || family.answers.home.has_imported();
        if (view.group != Group::all && view.group != row.group) continue;
        if (matches(family, wanted)) found.rows.push_back(row);
    }
    put_in_order(found.rows, [&](const CaseloadRow& a, const CaseloadRow& b) { return before(a, b, view.sort); });
    return found;
}

Route route_of(const CaseloadView& view) {
    Route route{.page = Page::caseload};
    if (view.group != Group::all || view.sort != Sort::reason) {
        route.what = group_names[static_cast<std::size_t>(view.group)];
        route.what += '.';
        route.what += sort_names[static_cast<std::size_t>(view.sort)];
    }
    return route;
}

void read_address(CaseloadView& view, std::string_view words) {
    const auto dot = std::min(words.find('.'), words.size());
    view.group = named<Group>(group_names, words.substr(0, dot));
    view.sort = named<Sort>(sort_names, words.substr(std::min(dot + 1, words.size())));
}

}  // namespace goodweek::session
