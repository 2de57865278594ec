#include "records/sections.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "domain/put_in_order.h"

namespace goodweek::records {

const std::string* PartAt::said(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &FieldSaid::field);
    return found == fields.end() ? nullptr : &found->text;
}

void Sections::hear(const Entity& entity) {
    const auto* event = entity.removed ? nullptr : entity.version<Written>();
    const auto* written = event ? &std::get<Written>(event->what) : nullptr;
    Timeline<PartAt>* section = nullptr;
    if (written) section = &sections_[{written->section, event->person.value_or(PersonId{}), written->by}];
    if (const auto before = where_.find(entity.id); before != where_.end() && before->second != section) {
        before->second->forget(entity.id);
        where_.erase(before);
    }
    if (!written) return;
    const auto* versions = entity.find(register_of(event->what));
    section->set({.at = event->at,
                  .entity = entity.id,
                  .by = event->dot.device,
                  .author = event->author,
                  .entry = written->entry.value_or(EntityId{}),
                  .versions = versions->all.size(),
                  .written_apart = !versions->also_written.empty(),
                  .fields = written->fields});
    where_[entity.id] = section;
    if (written->entry == entity.id) begun_[entity.id] = versions->all.front()->clock;
}

std::vector<SectionOf> Sections::all() const {
    std::vector<SectionOf> all;
    for (const auto& [which, parts] : sections_)
        if (parts.size() > 0) all.push_back(which);
    return all;
}

std::span<const PartAt> Sections::parts(const SectionOf& which) const {
    const auto found = sections_.find(which);
    return found == sections_.end() ? std::span<const PartAt>{} : std::span<const PartAt>{found->second.all()};
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
