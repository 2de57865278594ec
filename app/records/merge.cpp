// Which of a register's versions are current (security.md 5). A version is superseded when another names it, unless
// the two name each other round a circle, which only a hostile author can make: then neither knew of the other, as
// far as anyone can tell. Of the current ones the latest by clock, then by device, is shown.
#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "domain/put_in_order.h"
#include "records/log.h"

namespace goodweek::records {

namespace {

bool earlier(const Event* a, const Event* b) { return std::tie(a->clock, a->dot) < std::tie(b->clock, b->dot); }

bool later(const Event* a, const Event* b) { return earlier(b, a); }

void add_current(Register& among, const Event* version) {
    if (version == among.shown) return;
    if (!among.shown || later(version, among.shown)) std::swap(version, among.shown);
    if (!version) return;
    const auto place = std::ranges::lower_bound(among.also_written, version, later);
    if (place == among.also_written.end() || *place != version) among.also_written.insert(place, version);
}

void drop_current(Register& among, const Event* version) {
    if (version == among.shown) {
        among.shown = nullptr;
        if (among.also_written.empty()) return;
        among.shown = among.also_written.front();
        among.also_written.erase(among.also_written.begin());
        return;
    }
    const auto place = std::ranges::lower_bound(among.also_written, version, later);
    if (place != among.also_written.end() && *place == version) among.also_written.erase(place);
}

bool belongs_to(const Event& event, const Register& among) {
    return event.entity == among.all.front()->entity && register_of(event.what) == among.name;
}

}  // namespace

void Log::place(Register& among, const Event& event) {
    among.all.insert(std::ranges::upper_bound(among.all, &event, earlier), &event);
    const auto knot = knot_of(among, event);
    const auto in_knot = [&](const Event* version) { return std::ranges::binary_search(knot, version); };
    for (const auto* version : knot) {
        const bool superseded = !std::ranges::all_of(naming_in(among, *version), in_knot);
        superseded ? drop_current(among, version) : add_current(among, version);
    }
    for (const auto* version : named_in(among, event))
        if (!in_knot(version)) drop_current(among, version);
}

// The versions of this register that the event names, as far as they are here.
Log::Versions Log::named_in(const Register& among, const Event& event) const {
    Versions named;
    for (const auto& dot : event.supersedes)
        if (const auto* version = find(dot); version && belongs_to(*version, among)) named.push_back(version);
    return named;
}

Log::Versions Log::naming_in(const Register& among, const Event& event) const {
    Versions naming;
    const auto [first, last] = named_by_.equal_range(event.dot);
    for (auto by = first; by != last; ++by)
        if (belongs_to(*by->second, among)) naming.push_back(by->second);
    return naming;
}

// The event and every version that it supersedes and is superseded by, over however many steps. Nearly always the
// event alone, and known at once: nobody can have named what nobody had seen.
Log::Versions Log::knot_of(const Register& among, const Event& event) const {
    const auto naming = naming_in(among, event);
    if (naming.empty()) return {&event};

    Versions below{&event};
    std::unordered_set<const Event*> reached{&event};
    for (std::size_t i = 0; i < below.size(); ++i)
        for (const auto* version : named_in(among, *below[i]))
            if (reached.insert(version).second) below.push_back(version);

    Versions knot{&event};
    std::unordered_set<const Event*> tied{&event};
    for (std::size_t i = 0; i < knot.size(); ++i)
        for (const auto* version : naming_in(among, *knot[i]))
            if (reached.contains(version) && tied.insert(version).second) knot.push_back(version);
    put_in_order(knot);
    return knot;
}

}  // namespace goodweek::records
