// One family as the link worker sees it: what they want stands left of what we measure; words to and from them at the right.

#include <algorithm>
#include <cmath>
#include <ranges>

#include "session/caseload.h"
#include "session/command.h"
#include "session/questionnaires.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/figure_of.h"
#include "ui/views/frame.h"
#include "ui/views/message_parts.h"
#include "ui/views/views.h"
#include "ui/views/week_of.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

std::string heard_words(const Ui& ui, const State& state, const session::Family& family) {
    if (!family.last_heard) return ui.text("family.never_heard");
    return ui.text("family.last_heard",
                   {{"when", moment_words(ui, {*family.last_heard, state.offset}, state.today())}});
}

void everybody(Ui& ui, const State& state, const session::Family& family) {
    std::vector<Member> all;
    for (const auto& person : family.answers.home.people()) {
        Member one{.id = person.id.hex(), .face = face_of(person), .name = person.name, .text = person.relation};
        if (person.born) one.name += ", " + std::to_string(age_on(state.today(), *person.born));
        all.push_back(std::move(one));
    }
    if (!all.empty()) members(ui, "people", ui.text("family.people"), all);
}

void head(Ui& ui, const State& state, const session::Family& family) {
    const auto& name = family.answers.home.name();
    title(ui, name.empty() ? ui.text("family.unnamed") : name);
    beside(
        ui, [&] { everybody(ui, state, family); }, 260,
        [&] {
            auto week = week_of(ui, family, std::nullopt, state.today(), WeekStrip::Form::tiny);
            week.id = "week";
            week_strip(ui, week);
        });
    paragraph(ui, heard_words(ui, state, family), Look::hint);
    if (family.trouble) notice(ui, {.id = "trouble", .tone = Tone::warn, .text = ui.text(*family.trouble)});
    if (!family.proven)
        notice(ui, {.id = "unproven",
                    .tone = Tone::warn,
                    .title = ui.text("family.unproven_title"),
                    .text = ui.text("family.unproven")});
}

// "3 to 7", with what it was at first in the lighter cells.
SmallRating small_rating_of(const Ui& ui, const records::GoalStory& story) {
    const int first = story.ratings.front().value, last = story.ratings.back().value;
    SmallRating made{.was = std::min(first, last), .now = last};
    made.words = story.ratings.size() == 1
                     ? std::to_string(last)
                     : ui.text("family.from_to", {{"was", std::to_string(first)}, {"now", std::to_string(last)}});
    made.name = ui.text("family.out_of_ten", {{"rating", made.words}});
    return made;
}

// Whole numbers are what it is told in: its mean is 50, and one standard deviation 10.
void attained(Ui& ui, const session::Family& family) {
    const auto found = family.answers.goals.attained();
    if (!found) return;
    const auto whole = [](double value) { return std::to_string(std::lround(value)); };
    card(ui, {.id = "attained-card", .title = ui.text("family.attained")}, [&] {
        paragraph(ui, {.text = ui.counted("family.attained_of", found->goals),
                       .strong = ui.text("family.attained_from_to",
                                         {{"was", whole(found->first)}, {"now", whole(found->last)}})});
        paragraph(ui, ui.text("family.attained_means"), Look::small_hint);
    });
}

void goals(Ui& ui, const State& state, const session::Family& family) {
    const auto all = family.answers.goals.all();
    card(ui, {.id = "goals-card", .title = ui.text("goals.title"), .flush = !all.empty()}, [&] {
        if (all.empty()) return paragraph(ui, ui.text("family.no_goals"), Look::hint);
        list(ui, {.id = "goals", .name = ui.text("goals.title"), .bare = true}, [&] {
            for (const auto* story : all) {
                const session::Route to{.page = At::goal, .family = family.id, .entity = story->id};
                Row made{.title = story->goal.words,
                         .face = face_of(state, story->goal.people),
                         .href = session::to_text(to)};
                if (story->last_rating()) made.rating = small_rating_of(ui, *story);
                else made.text = ui.text("goal.not_rated");
                if (story->step) made.more = ui.text("goal.next_is", {{"step", story->step->words}});
                row(ui, story->id.hex(), made);
            }
        });
    });
}

// Which goals both sides have said yes to, and which of them waits for whom.
void agreed(Ui& ui, const session::Family& family) {
    auto all = family.answers.goals.all();
    std::erase_if(all, [](const auto* story) { return story->agreement() == Agreement::not_asked; });
    if (all.empty()) return;
    card(ui, {.id = "agreed-card", .title = ui.text("family.agreed"), .flush = true}, [&] {
        list(ui, {.id = "agreed", .name = ui.text("family.agreed"), .bare = true}, [&] {
            for (const auto* story : all) {
                const session::Route to{.page = At::goal, .family = family.id, .entity = story->id};
                const auto stands = story->agreement();
                const bool ours = stands == Agreement::waiting_for_clinic;
                Row made{.title = story->goal.words, .href = session::to_text(to), .strong = false};
                made.tag = stands == Agreement::agreed ? Tag{ui.text("goal.agreed_tag"), Tag::Look::done}
                           : ours                      ? Tag{ui.text("goal.waiting_tag"), Tag::Look::waiting}
                                                       : Tag{ui.text("family.waits_for_them"), Tag::Look::away};
                row(ui, "agreed" + story->id.hex(), made);
            }
        });
    });
}

struct Shared {
    PersonId person;
    const Measure* measure;
};

std::vector<Shared> shared_by(const session::Family& family) {
    std::vector<Shared> all;
    for (const auto& person : family.answers.home.people())
        for (const auto& key : family.answers.readings.measures_of(person.id))
            if (const auto* measure = find_measure(key)) all.push_back({person.id, measure});
    return all;
}

void one_figure(Ui& ui, const State& state, const session::Family& family, const Shared& shared) {
    const session::Route to{
        .page = At::reading, .family = family.id, .person = shared.person, .what = std::string(shared.measure->key)};
    auto made = small_figure_of(ui, family, shared.person, *shared.measure, state.today());
    made.whose = family.answers.home.name_of(shared.person);
    made.href = session::to_text(to);
    small_figure(ui, made.href, made);
}

// Two across on one scale of time.
void readings(Ui& ui, const State& state, const session::Family& family) {
    const auto all = shared_by(family);
    card(ui, {.id = "readings-card", .title = ui.text("family.readings")}, [&] {
        if (all.empty()) return paragraph(ui, ui.text("family.no_readings"), Look::hint);
        paragraph(ui, ui.text("family.eight_weeks"), Look::small_hint);
        for (std::size_t at = 0; at < all.size(); at += 2) {
            std::vector<Part> pair{{.body = [&, at] { one_figure(ui, state, family, all[at]); }}};
            if (at + 1 < all.size())
                pair.push_back({.body = [&, at] { one_figure(ui, state, family, all[at + 1]); }});
            else pair.push_back({.body = [] {}});
            columns(ui, pair, 20, 300);
        }
        if (family.answers.home.has_imported()) paragraph(ui, ui.text("import.credit"), Look::small_hint);
    });
}

// The last total of each questionnaire that they share, and when it was.
void answered(Ui& ui, const State& state, const session::Family& family) {
    std::vector<Row> rows;
    for (const auto& person : family.answers.home.people())
        for (const auto& series : family.answers.responses.series_of(person.id)) {
            const auto* known = session::find_questionnaire(state, series.questionnaire, series.form);
            if (!known || known->scores.empty()) continue;
            const auto& last = family.answers.responses.of(series).back();
            const auto value = last.score(known->scores.front().id);
            const session::Route to{.page = At::scores,
                                    .family = family.id,
                                    .person = person.id,
                                    .what = series.questionnaire + "." + series.form};
            rows.push_back({.title = known->title,
                            .text = person.name + ", " + relative_day(ui, last.at.day(), state.today()),
                            .href = session::to_text(to),
                            .strong = false,
                            .value = value ? score_words(*value) : ""});
        }
    if (rows.empty()) return;
    card(ui, {.id = "answered-card", .title = ui.text("questionnaires.title"), .flush = true}, [&] {
        list(ui, {.id = "answered", .name = ui.text("questionnaires.title"), .bare = true}, [&] {
            for (std::size_t i = 0; i < rows.size(); ++i) row(ui, std::to_string(i) + rows[i].href, rows[i]);
        });
    });
}

void more_of_them(Ui& ui, const State& state, const session::Family& family) {
    const session::Route to{.page = At::care_plan, .family = family.id};
    const session::Route to_week{.page = At::week, .family = family.id};
    list(ui, {.id = "more-of-them", .name = ui.text("place.more")}, [&] {
        if (row(ui, "to-week",
                {.title = ui.text("place.week"), .chip = "calendar-days", .href = session::to_text(to_week)}))
            ui.emit(session::Go{to_week});
        const session::Route to_timeline{.page = At::timeline, .family = family.id};
        if (row(ui, "to-timeline",
                {.title = ui.text("timeline.title"), .chip = "clock", .href = session::to_text(to_timeline)}))
            ui.emit(session::Go{to_timeline});
        const session::Route to_summary{.page = At::summary, .family = family.id};
        if (row(ui, "to-summary",
                {.title = ui.text("summary.title_clinic"), .chip = "printer", .href = session::to_text(to_summary)}))
            ui.emit(session::Go{to_summary});
        if (state.sections.empty()) return;
        if (row(ui, "care-plan",
                {.title = ui.text("care_plan.title"),
                 .text = ui.counted("family.sections",
                                    static_cast<long long>(family.answers.home.sharing().sections.size())),
                 .chip = "hand-heart",
                 .href = session::to_text(to)}))
            ui.emit(session::Go{to});
    });
}

void lately(Ui& ui, const State& state, const session::Family& family) {
    const auto items = family.answers.diary.all();
    if (items.empty()) return;
    card(ui, {.id = "lately-card", .title = ui.text("family.lately"), .flush = true}, [&] {
        list(ui, {.id = "lately", .name = ui.text("family.lately"), .bare = true}, [&] {
            for (const auto& item : items | std::views::reverse | std::views::take(8)) {
                const auto* entity = family.log.find(item.entity);
                if (!entity || !entity->event()) continue;
                const session::Route to{.page = At::entry, .family = family.id, .entity = item.entity};
                row(ui, item.entity.hex(),
                    {.title = entry_title(ui, *entity->event()),
                     .text = relative_day(ui, item.at.day(), state.today()),
                     .icon = entry_icon(*entity->event()),
                     .href = session::to_text(to),
                     .strong = false});
            }
        });
    });
}

void talk(Ui& ui, const State& state, const session::Family& family, session::MessageDraft& draft) {
    const auto& all = family.answers.messages.all();
    const auto last = all.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 3));
    card(ui, {.id = "messages-card", .title = ui.text("messages.title")}, [&] {
        if (all.empty()) paragraph(ui, ui.text("messages.none"), Look::hint);
        else conversation(ui, state, {last, all.end()});
        write_message(ui, state, draft, std::nullopt);
    });
}

}  // namespace

void family(Ui& ui, const State& state, session::MessageDraft& draft) {
    const session::Route back = session::route_of(state.drafts.caseload);
    framed(ui, state,
           {.id = "family",
            .back = ui.text("caseload.title"),
            .back_href = session::to_text(back),
            .tab = ui.text("caseload.family"),
            .board = true},
           [&] {
               const auto& shown = *state.family();
               head(ui, state, shown);
               if (const auto day = session::danger_of(shown))
                   notice(ui, {.id = "danger",
                               .tone = Tone::error,
                               .text = ui.text("family.danger", {{"day", day_words(ui, *day, DayForm::with_year)}})});
               columns(ui, {{.width = 322,
                             .body =
                                 [&] {
                                     goals(ui, state, shown);
                                     agreed(ui, shown);
                                     attained(ui, shown);
                                     answered(ui, state, shown);
                                     more_of_them(ui, state, shown);
                                 }},
                            {.body = [&] { readings(ui, state, shown); }},
                            {.width = 280, .body = [&] {
                                 talk(ui, state, shown, draft);
                                 lately(ui, state, shown);
                             }}});
           });
}

void invite_family(Ui& ui, const State& state, session::InviteDraft& draft) {
    framed(ui, state, {.id = "invite", .back = ui.text("place.caseload"), .back_href = "#/caseload"}, [&] {
        title(ui, ui.text("invite.title"));
        if (!state.made_invite) {
            paragraph(ui, ui.text("invite.text"));
            text_field(ui, "for", {.label = ui.text("invite.for_whom"), .hint = ui.text("invite.for_whom_hint")},
                       draft.for_whom);
            if (button(ui, "make", ui.text("invite.make")) || ui.enter)
                ui.emit(session::InviteFamily{draft.for_whom});
            return;
        }
        const auto& invite = *state.made_invite;
        paragraph(ui, ui.text("invite.hand_over",
                              {{"day", day_words(ui, LocalMoment{invite.expires}.day(), DayForm::with_year)}}));
        qr(ui, "code", {.modules = invite.qr, .name = ui.text("invite.qr_name")});
        card(ui, ui.text("invite.typed"), [&] { paragraph(ui, {.text = "", .strong = invite.typed_code}); });
        std::string words;
        for (const auto& word : invite.words) words += (words.empty() ? "" : " ") + word;
        card(ui, ui.text("invite.words"), [&] { paragraph(ui, words); });
        buttons(ui, [&] {
            if (button(ui, "copy", {.label = ui.text("invite.copy"), .icon = "share-2", .gesture = true}))
                ui.emit(session::CopyText{invite.text});
            if (button(ui, "print",
                       {.label = ui.text("invite.print"),
                        .look = Button::Look::secondary,
                        .icon = "printer",
                        .gesture = true}))
                ui.emit(session::PrintPage{});
        });
        if (quiet(ui, "another", ui.text("invite.another"))) {
            draft = {};
            ui.emit(session::AnotherInvite{});
        }
    });
}

}  // namespace goodweek::ui
