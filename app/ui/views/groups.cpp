#include "ui/views/group_parts.h"

#include "ui/page.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"

namespace goodweek::ui {

namespace {

using records::GroupStory;
using session::State;

std::string_view still_key(GroupStory::Still still) {
    switch (still) {
        case GroupStory::Still::yes: return "groups.still_yes";
        case GroupStory::Still::none_written: return "groups.still_none";
        case GroupStory::Still::too_soon: break;
    }
    return "groups.still_soon";
}

std::string story_words(const Ui& ui, const State& state, const GroupStory& story) {
    auto words = ui.text(story.accompanied ? "groups.first_with" : "groups.first",
                         {{"day", relative_day(ui, story.first, state.today())}});
    if (story.lately.of > 0)
        words += " " + ui.text("groups.came", {{"came", std::to_string(story.lately.kept)},
                                               {"of", std::to_string(story.lately.of)}});
    if (story.confirmed > 0) words += " " + ui.counted("groups.confirmed", story.confirmed);
    if (story.enjoyed) words += " " + ui.text("groups.enjoyed", {{"value", std::to_string(*story.enjoyed)}});
    return words;
}

}  // namespace

void group_list(Ui& ui, const State& state) {
    const auto stories = state.family()->answers.groups.all(state.today());
    if (stories.empty()) return;
    heading(ui, ui.text("groups.title"));
    list(ui, {.id = "groups", .name = ui.text("groups.title")}, [&] {
        for (const auto& story : stories)
            row(ui, story.what,
                {.title = story.what + ", " + names_of(ui, *state.family(), story.people),
                 .text = story_words(ui, state, story),
                 .more = ui.text(still_key(story.still)),
                 .face = face_of(state, story.people)});
    });
    paragraph(ui, ui.text("groups.counts"), Look::small_hint);
}

}  // namespace goodweek::ui
