// One page about somebody, to take to an appointment, or from a worker to whoever referred them: what it can hold, what of
// that they want on it, and the page itself, as it comes out of the printer.
#include "session/summary.h"

#include <algorithm>
#include <iterator>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/figure_of.h"
#include "ui/views/frame.h"
#include "ui/views/log_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using session::Summary;

namespace {

// One thing that may stand on the page: in the list of choices by its title, on the page as its lines.
struct SheetItem {
    std::string id, title;
    std::vector<Paragraph> lines;
    bool expected = true;
};
struct SheetPart {
    std::string id, title;
    std::vector<SheetItem> items;
};

// "Hours in a week, about:"; a question and a sentence have a mark of their own.
std::string before(std::string name) {
    if (!name.empty() && std::string_view{".?!:"}.contains(name.back())) return name;
    return name + ":";
}

// What it is called, then what else is said of it in one paragraph; of a page that is kept up to date, field by field.
std::vector<Paragraph> entry_lines(const Ui& ui, const State& state, const Section& section, const EntityId& entry,
                                   const PersonId& person) {
    std::vector<Paragraph> lines;
    std::string rest;
    for (const auto& field : section.fields) {
        const auto said =
            state.family()->answers.sections.said(session::whose(section, person, field.asked), field.key, entry);
        if (said.empty()) continue;
        const auto words = said_words(ui, state, field, said);
        if (!section.many) lines.push_back({.text = words, .lead = before(field.label)});
        else if (field.key == section.headline) lines.push_back({.text = "", .strong = words});
        else rest += (rest.empty() ? "" : ". ") + before(field.label) + " " + words;
    }
    if (!rest.empty()) lines.push_back({.text = std::move(rest)});
    return lines;
}

SheetPart plan_part(const Ui& ui, const State& state, const Summary& summary, const PersonId& person) {
    SheetPart part{.id = "pages", .title = ui.text("care_plan.title")};
    for (const auto& page : summary.pages) {
        const auto& section = *page.section;
        SheetItem item{.id = "section." + section.key, .title = section.title, .expected = page.expected};
        for (const auto& entry : page.entries)
            std::ranges::move(entry_lines(ui, state, section, entry, person), std::back_inserter(item.lines));
        part.items.push_back(std::move(item));
    }
    return part;
}

SheetPart medicines_part(const Ui& ui, const Summary& summary) {
    SheetPart part{.id = "medicines", .title = ui.text("summary.medicines")};
    for (const auto& [name, days] : summary.medicines)
        part.items.push_back(
            {.id = "medicine." + name,
             .title = name,
             .lines = {{.text = ui.text("medicines.covered", {{"covered", std::to_string(days.covered)},
                                                              {"days", std::to_string(days.days())}}),
                        .lead = before(name)}}});
    return part;
}

SheetPart readings_part(const Ui& ui, const State& state, const Summary& summary, const PersonId& person) {
    SheetPart part{.id = "readings", .title = ui.text("readings.title")};
    for (const auto& one : summary.readings) {
        const auto& unit = shown_unit(*state.family(), person, *one.measure);
        const auto name = ui.text_of("measure.name.", one.measure->key);
        const auto last = show_with_unit(*one.measure, one.last.first, one.last.second, unit);
        std::string words =
            ui.text("summary.last", {{"value", last}, {"day", day_words(ui, one.last.at.day(), DayForm::with_year)}});
        if (one.count > 1 && !one.measure->two_part())
            words += " " + ui.counted("figure.count_range", static_cast<long long>(one.count),
                                      {{"lowest", show(*one.measure, one.lowest, unit)},
                                       {"highest", show(*one.measure, one.highest, unit)}});
        part.items.push_back({.id = "reading." + std::string{one.measure->key},
                              .title = name,
                              .lines = {{.text = std::move(words), .lead = before(name)}}});
    }
    return part;
}

SheetPart scores_part(const Ui& ui, const Summary& summary) {
    SheetPart part{.id = "scores", .title = ui.text("questionnaires.title")};
    for (const auto& one : summary.scores) {
        const auto said = [&](const records::ResponseAt& at) { return score_words(*at.score(one.rule->id)); };
        auto words = ui.text("scores.value", {{"value", said(one.last)},
                                              {"lowest", score_words(one.rule->lowest)},
                                              {"highest", score_words(one.rule->highest)}});
        words += ", " + day_words(ui, one.last.at.day(), DayForm::with_year) + ".";
        if (one.first.entity != one.last.entity)
            words += " " + ui.text("summary.was", {{"value", said(one.first)},
                                                   {"day", day_words(ui, one.first.at.day(), DayForm::with_year)}});
        const auto& asked = *one.questionnaire;
        part.items.push_back({.id = "score." + asked.id + "." + asked.form,
                              .title = asked.title,
                              .lines = {{.text = std::move(words), .lead = before(asked.title)}}});
    }
    return part;
}

SheetPart goals_part(const Ui& ui, const Summary& summary) {
    SheetPart part{.id = "goals", .title = ui.text("goals.title")};
    for (const auto* story : summary.goals) {
        SheetItem item{.id = "goal." + story->id.hex(), .title = story->goal.words};
        item.lines.push_back({.text = story->last_rating() ? rating_words(ui, *story) : ui.text("goal.not_rated"),
                              .lead = before(story->goal.words)});
        if (story->step) item.lines.push_back({.text = ui.text("goal.next_is", {{"step", story->step->words}})});
        part.items.push_back(std::move(item));
    }
    return part;
}

SheetPart appointments_part(const Ui& ui, const Summary& summary) {
    SheetPart part{.id = "appointments", .title = ui.text("summary.coming")};
    for (const auto& at : summary.appointments)
        part.items.push_back({.id = "plan." + at.entity.hex(),
                              .title = at.plan.what,
                              .lines = {{.text = at.plan.what + (at.plan.where.empty() ? "" : ", " + at.plan.where),
                                         .lead = before(day_words(ui, at.at.day(), DayForm::with_year))}}});
    return part;
}

SheetPart referral_part(const Ui& ui, const Summary::Referral& referral) {
    SheetPart part{.id = "referral", .title = ui.text("summary.referral")};
    const auto day = [&](Day one) { return day_words(ui, one, DayForm::with_year); };
    const auto add = [&](std::string id, std::string name, std::string words) {
        part.items.push_back(
            {.id = std::move(id), .title = name, .lines = {{.text = std::move(words), .lead = before(name)}}});
    };
    if (!referral.by.empty()) add("referral.by", ui.text("summary.referred_by"), referral.by);
    if (referral.agreed) add("referral.agreed", ui.text("summary.agreed"), day(*referral.agreed));
    if (referral.meetings > 0)
        add("referral.met", ui.text("summary.met"),
            ui.counted("summary.meetings", static_cast<long long>(referral.meetings),
                       {{"first", day(*referral.first_met)}, {"last", day(*referral.last_met)}}));
    return part;
}

// To whoever referred them goes what was tried and what changed. All else only where it is ticked.
void expect_only_news(std::vector<SheetPart>& parts) {
    for (auto& part : parts)
        for (auto& item : part.items)
            item.expected = part.id == "referral" || part.id == "scores" || part.id == "goals" ||
                            item.id.ends_with(".choices_offered");
}

bool is_on(const session::SummaryView& view, const SheetItem& item) {
    const auto chosen = view.chosen.find(item.id);
    return chosen == view.chosen.end() ? item.expected : chosen->second;
}

void choose_items(Ui& ui, const std::vector<SheetPart>& parts, session::SummaryView& view) {
    Choice period{.legend = ui.text("summary.how_far_back"), .look = Choice::Look::segments};
    for (const int days : {30, 90, 365})
        period.options.push_back({.value = days, .label = ui.text_of("figure.days.", std::to_string(days))});
    choice(ui, "days", period, view.days);
    check(ui, "large", {.label = ui.text("summary.large"), .hint = ui.text("summary.large_hint")}, view.large);
    for (const auto& part : parts) {
        if (part.items.empty()) continue;
        group(ui, part.id, {.legend = part.title}, [&] {
            for (const auto& item : part.items) {
                bool on = is_on(view, item);
                if (check(ui, item.id, {.label = item.title}, on)) view.chosen[item.id] = on;
            }
        });
    }
}

std::string sheet_foot(const Ui& ui, const State& state) {
    const auto day = day_words(ui, state.today(), DayForm::with_year);
    const auto& home = state.family()->answers.home;
    if (state.side == Side::clinic)
        return ui.text("summary.foot_clinic", {{"day", day}, {"clinic", home.clinic()}, {"name", home.worker()}});
    return ui.text("summary.foot", {{"day", day}, {"name", std::string{home.name_of(state.me)}}});
}

// The same words for a letter or an electronic message.
std::string sheet_text(const Ui& ui, const State& state, const std::vector<SheetPart>& parts,
                       const session::SummaryView& view, const Person& who) {
    std::string text = ui.text("summary.about", {{"name", who.name}}) + "\n";
    for (const auto& part : parts)
        for (const auto& item : part.items) {
            if (!is_on(view, item)) continue;
            if (part.id == "pages") text += "\n" + item.title + "\n";
            for (const auto& line : item.lines)
                text += line.lead + (line.lead.empty() ? "" : " ") + line.strong +
                        (line.strong.empty() || line.text.empty() ? "" : ". ") + line.text + "\n";
        }
    return text + "\n" + sheet_foot(ui, state);
}

void summary_sheet(Ui& ui, const State& state, const std::vector<SheetPart>& parts, const session::SummaryView& view,
                   const Person& who) {
    card(ui, {.id = "sheet", .title = ui.text("summary.about", {{"name", who.name}})}, [&] {
        if (who.born)
            paragraph(
                ui, {.text = day_words(ui, *who.born, DayForm::with_year), .lead = before(ui.text("summary.born"))});
        for (const auto& part : parts) {
            if (std::ranges::none_of(part.items, [&](const SheetItem& item) { return is_on(view, item); })) continue;
            // A care plan's pages have titles of their own.
            const bool titled = part.id == "pages";
            if (!titled) heading(ui, {.text = part.title, .level = 3});
            for (const auto& item : part.items) {
                if (!is_on(view, item)) continue;
                if (titled) heading(ui, {.text = item.title, .level = 3});
                for (const auto& line : item.lines) paragraph(ui, line);
            }
        }
        paragraph(ui, sheet_foot(ui, state), Look::small_hint);
    });
}

}  // namespace

void summary(Ui& ui, const State& state, session::SummaryView& view) {
    const bool clinic = state.side == Side::clinic;
    const session::Route to_family{.page = At::family, .family = state.route.family};
    const auto back = clinic ? session::to_text(to_family) : "#/more";
    framed(
        ui, state, {.id = "summary", .back = ui.text(clinic ? "family.back" : "place.more"), .back_href = back}, [&] {
            title(ui, ui.text(clinic ? "summary.title_clinic" : "summary.title"));
            paragraph(ui, ui.text(clinic ? "summary.text_clinic" : "summary.text"), Look::hint);
            PersonId person = person_of(state);
            faces(ui, state, person);
            if (state.sections.empty()) paragraph(ui, {.text = ui.text("care_plan.coming"), .live = Live::polite});
            const auto all = session::summary_of(state, person, view.days);
            std::vector parts{referral_part(ui, all.referral),
                              plan_part(ui, state, all, person),
                              medicines_part(ui, all),
                              readings_part(ui, state, all, person),
                              scores_part(ui, all),
                              goals_part(ui, all),
                              appointments_part(ui, all)};
            if (clinic) expect_only_news(parts);
            const auto* who = state.family()->answers.home.find(person);
            if (!who || std::ranges::all_of(parts, [](const SheetPart& part) { return part.items.empty(); })) {
                if (empty(ui, "none",
                          {.title = ui.text("summary.none_title"),
                           .text = ui.text(clinic ? "summary.none_clinic" : "summary.none_text"),
                           .action = clinic ? "" : ui.text("care_plan.title"),
                           .level = 2}))
                    ui.emit(session::Go{{.page = At::care_plan}});
                return;
            }
            choose_items(ui, parts, view);
            summary_sheet(ui, state, parts, view, *who);
            if (button(ui, "print",
                       {.label = ui.text("summary.print"),
                        .look = Button::Look::primary,
                        .icon = "printer",
                        .gesture = true}))
                ui.emit(
                    session::PrintPage{.only = ui.text("summary.about", {{"name", who->name}}), .large = view.large});
            if (clinic && button(ui, "copy",
                                 {.label = ui.text("summary.copy"),
                                  .look = Button::Look::secondary,
                                  .icon = "share-2",
                                  .gesture = true}))
                ui.emit(session::CopyText{sheet_text(ui, state, parts, view, *who)});
        });
}

}  // namespace goodweek::ui
