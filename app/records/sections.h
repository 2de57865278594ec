// What stands in each section of the care plan: of whom, in which fields, who wrote it and when.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "records/log.h"
#include "records/timelines.h"

namespace goodweek::records {

// Some fields that were written together.
struct PartAt {
    LocalMoment at{};
    EntityId entity{};
    DeviceId by{};
    std::optional<PersonId> author{};
    EntityId entry{};  // of a section of many: which entry; else empty
    std::size_t versions = 1;
    bool written_apart = false;  // another version was written at the same time
    std::vector<FieldSaid> fields{};
    friend bool operator==(const PartAt&, const PartAt&) = default;

    const std::string* said(std::string_view field) const;
};

struct SectionOf {
    std::string section{};
    PersonId person{};       // empty: the household's
    Side by = Side::family;  // whose words: what one side wrote never stands for the other's
    auto operator<=>(const SectionOf&) const = default;
};

class Sections {
public:
    void hear(const Entity& entity);

    // All that say or said something, of sections that this release does not know too.
    std::vector<SectionOf> all() const;
    // By when they were written last, oldest first.
    std::span<const PartAt> parts(const SectionOf& which) const;
    // The part that has the field's latest words, an emptied field's too; of many, within one entry.
    const PartAt* part_with(const SectionOf& which, std::string_view field, const EntityId& entry = {}) const;
    // Its words; empty where nobody has written any.
    std::string_view said(const SectionOf& which, std::string_view field, const EntityId& entry = {}) const;
    // The entries of a section of many that say on which day they were, or started: those of days first..last.
    std::span<const PartAt> between(const SectionOf& which, Day first, Day last) const;
    // The entries of a section of many, in the order the family began them.
    std::vector<EntityId> entries(const SectionOf& which) const;
    // How many of its fields say something, or how many entries there are.
    std::size_t count(const SectionOf& which) const;

private:
    Timelines<SectionOf, PartAt> written_;
    Timelines<SectionOf, PartAt> on_days_;       // entries, by the day they tell of
    std::unordered_map<EntityId, Clock> begun_;  // of entries
};

}  // namespace goodweek::records
