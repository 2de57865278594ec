// One person's timeline: all that was written down about them, day by day, four weeks at a time.
#include <algorithm>
#include <array>
#include <ranges>

#include "session/command.h"
#include "session/measuring.h"
#include "session/week.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using records::DiaryItem;
using Show = session::TimelineView::Show;

namespace {

constexpr Days window{28};
constexpr std::size_t rows_at_once = 60;

struct ShownAs {
    std::string_view kind;
    Show show;
};
constexpr std::array kinds{
    ShownAs{"reading", Show::readings}, ShownAs{"absent", Show::readings}, ShownAs{"symptom", Show::feeling},
    ShownAs{"note", Show::feeling},     ShownAs{"answers", Show::feeling}, ShownAs{"rest", Show::feeling},
    ShownAs{"activity", Show::doing},   ShownAs{"medicine", Show::doing},  ShownAs{"plan", Show::doing},
    ShownAs{"rating", Show::doing},     ShownAs{"done", Show::doing}};

bool is_in(const State& state, const DiaryItem& item, const PersonId& person, Show show) {
    const auto found = std::ranges::find(kinds, item.kind, &ShownAs::kind);
    if (show != Show::all && (found == kinds.end() || found->show != show)) return false;
    const auto* entity = state.family()->log.find(item.entity);
    if (!entity || !entity->event()) return false;
    const auto people = session::people_of(*state.family(), *entity->event());
    if (!people.empty() && !std::ranges::contains(people, person)) return false;
    const auto* reading = entity->as<Reading>();
    const auto* absent = entity->as<AbsentReading>();
    const auto* measure = reading ? find_measure(reading->measure) : absent ? find_measure(absent->measure) : nullptr;
    return !measure || session::is_shown(state, person, *measure);
}

// A step done says of which goal: day by day there are many.
std::string timeline_title(const Ui& ui, const State& state, const records::Event& event) {
    const auto* done = std::get_if<StepDone>(&event.what);
    const auto* story = done ? state.family()->answers.goals.find(done->goal) : nullptr;
    return story ? ui.text("timeline.step", {{"goal", story->goal.words}}) : entry_title(ui, event);
}

void timeline_row(Ui& ui, const State& state, const DiaryItem& item) {
    const auto& event = *state.family()->log.find(item.entity)->event();
    const session::Route to{.page = At::entry, .family = state.route.family, .entity = item.entity};
    row(ui, item.entity.hex(),
        {.title = timeline_title(ui, state, event),
         .text = item.at.day_only ? "" : time_words(ui, item.at),
         .icon = entry_icon(event),
         .href = session::to_text(to),
         .strong = false});
}

// Under its day, the newest first.
void timeline_days(Ui& ui, const State& state, const std::vector<DiaryItem>& items, std::size_t most) {
    for (std::size_t at = 0; at < std::min(items.size(), most);) {
        const Day day = items[at].at.day();
        heading(ui, day_words(ui, day, DayForm::long_));
        list(ui, {.id = "day" + to_iso(day), .name = day_words(ui, day, DayForm::long_)}, [&] {
            for (; at < std::min(items.size(), most) && items[at].at.day() == day; ++at)
                timeline_row(ui, state, items[at]);
        });
    }
}

// Back and forth by four weeks; never into days to come.
void timeline_turn(Ui& ui, const State& state, session::TimelineView& view, Day last) {
    buttons(ui, [&] {
        if (secondary(ui, "earlier", ui.text("timeline.earlier"))) {
            view.last = last - window;
            view.rows = rows_at_once;
        }
        if (last < state.today() && secondary(ui, "later", ui.text("timeline.later"))) {
            view.last = std::min(last + window, state.today());
            view.rows = rows_at_once;
        }
    });
}

}  // namespace

void timeline(Ui& ui, const State& state, session::TimelineView& view) {
    const bool clinic = state.side == Side::clinic;
    const session::Route back =
        clinic ? session::Route{.page = At::family, .family = state.route.family} : session::Route{.page = At::more};
    framed(ui, state,
           {.id = "timeline",
            .back = ui.text(clinic ? "family.back" : "place.more"),
            .back_href = session::to_text(back)},
           [&] {
               PersonId person = person_of(state);
               title(ui, ui.text("timeline.title"));
               faces(ui, state, person);
               Choice made{.legend = ui.text("timeline.show"), .look = Choice::Look::segments, .legend_hidden = true};
               for (const auto& [show, key] :
                    {std::pair{Show::all, "timeline.all"}, std::pair{Show::readings, "timeline.readings"},
                     std::pair{Show::feeling, "timeline.feeling"}, std::pair{Show::doing, "timeline.doing"}})
                   made.options.push_back({.value = static_cast<int>(show), .label = ui.text(key)});
               choice(ui, "show", made, view.show);
               const Day last = std::min(view.last.value_or(state.today()), state.today());
               const Day first = last - window + Days{1};
               std::vector<DiaryItem> items;
               for (const auto& item : state.family()->answers.diary.between(first, last) | std::views::reverse)
                   if (is_in(state, item, person, view.show)) items.push_back(item);
               paragraph(ui,
                         ui.text("timeline.from_to", {{"first", day_words(ui, first, DayForm::with_year)},
                                                      {"last", day_words(ui, last, DayForm::with_year)}}),
                         Look::hint);
               if (items.empty()) paragraph(ui, ui.text("timeline.nothing"));
               timeline_days(ui, state, items, view.rows);
               if (items.size() > view.rows && quiet(ui, "more", ui.text("timeline.more"))) view.rows += rows_at_once;
               timeline_turn(ui, state, view, last);
           });
}

}  // namespace goodweek::ui
