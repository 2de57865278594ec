#include "records/sections.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "domain/put_in_order.h"

namespace goodweek::records {

namespace {

// The day that an entry says it was on, or started.
std::optional<Day> day_of(const PartAt& part) {
    for (const auto* field : {"on", "started"})
        if (const auto* said = part.said(field)) return parse_day(*said);
    return std::nullopt;
}

}  // namespace

const std::string* PartAt::said(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &FieldSaid::field);
    return found == fields.end() ? nullptr : &found->text;
}

void Sections::hear(const Entity& entity) {
    on_days_.forget(entity.id);
    const auto* event = entity.removed ? nullptr : entity.version<Written>();
    if (!event) return written_.forget(entity.id);
    const auto& written = std::get<Written>(event->what);
    const SectionOf which{written.section, event->person.value_or(PersonId{}), written.by};
    const auto* versions = entity.find(register_of(event->what));
    PartAt part{.at = event->at,
                .entity = entity.id,
                .by = event->dot.device,
                .author = event->author,
                .entry = written.entry.value_or(EntityId{}),
                .versions = versions->all.size(),
                .written_apart = !versions->also_written.empty(),
                .fields = written.fields};
    written_.set(which, part);
    if (part.entry != entity.id) return;
    begun_[entity.id] = versions->all.front()->clock;
    const auto day = day_of(part);
    if (!day) return;
    part.at = noon_of(*day);
    on_days_.set(which, part);
}

std::vector<SectionOf> Sections::all() const {
    std::vector<SectionOf> all;
    for (const auto& [which, parts] : written_.by_key())
        if (parts.size() > 0) all.push_back(which);
    return all;
}

std::span<const PartAt> Sections::parts(const SectionOf& which) const { return written_.all(which); }

std::span<const PartAt> Sections::between(const SectionOf& which, Day first, Day last) const {
    return on_days_.between(which, first, last);
}

const PartAt* Sections::part_with(const SectionOf& which, std::string_view field, const EntityId& entry) const {
    for (const auto& part : parts(which) | std::views::reverse)
        if (part.entry == entry && part.said(field)) return &part;
    return nullptr;
}

std::string_view Sections::said(const SectionOf& which, std::string_view field, const EntityId& entry) const {
    const auto* part = part_with(which, field, entry);
    return part ? std::string_view{*part->said(field)} : std::string_view{};
}

std::vector<EntityId> Sections::entries(const SectionOf& which) const {
    std::vector<std::pair<Clock, EntityId>> begun;
    // What the other side wrote about an entry that was removed goes with it.
    for (const auto& part : parts(which))
        if (part.entry == part.entity) begun.emplace_back(begun_.at(part.entity), part.entity);
    put_in_order(begun, {}, [](const auto& one) { return one; });
    std::vector<EntityId> entries;
    for (const auto& [clock, entry] : begun) entries.push_back(entry);
    return entries;
}

std::size_t Sections::count(const SectionOf& which) const {
    std::set<std::string_view> fields;
    std::size_t entries = 0;
    for (const auto& part : parts(which)) {
        if (part.entry == part.entity) ++entries;
        if (!part.entry.empty()) continue;
        for (const auto& [field, text] : part.fields)
            if (text.empty()) fields.erase(field);
            else fields.insert(field);
    }
    return entries + fields.size();
}

}  // namespace goodweek::records
