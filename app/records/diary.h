// All that was written down, in order of time, and the marks it leaves on the week.
#pragma once

#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "records/log.h"
#include "records/timeline.h"

namespace goodweek::records {

struct DiaryItem {
    LocalMoment at{};
    EntityId entity{};
    PersonId person{};  // the first, for an activity of several
    std::string_view
        kind{};  // "reading", "absent", "symptom", "note", "activity", "medicine", "rest", "answers", "plan", "rating", "done"
    friend bool operator==(const DiaryItem&, const DiaryItem&) = default;
};

struct DayMarks {
    int entries = 0;
    int rests = 0;
    friend bool operator==(const DayMarks&, const DayMarks&) = default;
};

class Diary {
public:
    void hear(const Entity& entity);

    // Oldest first.
    std::span<const DiaryItem> all() const { return items_.all(); }
    std::span<const DiaryItem> between(Day first, Day last) const;
    DayMarks marks(const PersonId& person, Day day) const;
    // Of everyone together.
    DayMarks marks(Day day) const;
    std::optional<Day> last_logged() const;
    std::size_t count(const PersonId& person) const;
    std::size_t size() const { return items_.size(); }

private:
    struct Place {
        Day day{};
        std::vector<PersonId> people{};
        bool rest = false;
    };
    void forget(const EntityId& entity);
    void mark(const Place& place, int by);

    Timeline<DiaryItem> items_;
    std::unordered_map<EntityId, Place> where_;
    std::map<std::pair<PersonId, Day>, DayMarks> marks_;  // the empty person is everyone
    std::map<PersonId, std::size_t> counts_;
};

}  // namespace goodweek::records
