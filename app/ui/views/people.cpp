// People and sharing: who can read what, in words; who lives here; which phones there are.
#include <algorithm>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/sharing_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;

namespace {

// Pages of the care plan that something is written on, or that are shared already.
std::vector<const Section*> sections_to_share(const State& state, const Sharing& sharing) {
    std::vector<const Section*> all;
    const auto written = state.family()->answers.sections.all();
    for (const auto& section : state.sections)
        if (section.group != Section::Group::worker &&
            (sharing.has_section(section.key) ||
             std::ranges::contains(written, section.key, &records::SectionOf::section)))
            all.push_back(&section);
    return all;
}

bool has_private_readings(const State& state) {
    const auto& answers = state.family()->answers;
    return std::ranges::any_of(answers.home.people(), [&](const Person& person) {
        return std::ranges::any_of(answers.readings.measures_of(person.id), [](const std::string& key) {
            const auto* measure = find_measure(key);
            return measure && measure->own_switch;
        });
    });
}

}  // namespace

bool sharing_checks(Ui& ui, const State& state, Sharing& sharing) {
    bool changed = false;
    for (const auto kind : every_kind_shared) {
        bool on = sharing.has(kind);
        if (!check(ui, to_text(kind), {.label = ui.text_of("sharing.", to_text(kind)), .plain = true}, on)) continue;
        sharing = sharing.with(kind, on);
        changed = true;
    }
    if (bool on = sharing.has_section(Sharing::private_readings);
        (on || has_private_readings(state)) &&
        check(ui, Sharing::private_readings, {.label = ui.text("sharing.private_readings"), .plain = true}, on)) {
        sharing = sharing.with_section(Sharing::private_readings, on);
        changed = true;
    }
    for (const auto* section : sections_to_share(state, sharing)) {
        bool on = sharing.has_section(section->key);
        if (!check(ui, "section-" + section->key,
                   {.label = ui.text("sharing.section", {{"title", section->title}}), .plain = true}, on))
            continue;
        sharing = sharing.with_section(section->key, on);
        changed = true;
    }
    return changed;
}

void what_leaves(Ui& ui, const State& state, const Sharing& sharing) {
    card(ui, ui.text("sharing.what_leaves"), [&] {
        std::vector<std::string> lines{ui.text("sharing.names")};
        for (const auto kind : every_kind_shared) {
            if (!sharing.has(kind)) continue;
            const auto found = state.share_preview.entries.find(kind);
            const auto count = found == state.share_preview.entries.end() ? 0 : static_cast<long long>(found->second);
            lines.push_back(ui.counted("sharing.so_many", count, {{"what", ui.text_of("sharing.", to_text(kind))}}));
        }
        for (const auto* section : sections_to_share(state, sharing)) {
            if (!sharing.has_section(section->key)) continue;
            const auto found = state.share_preview.sections.find(section->key);
            const auto count =
                found == state.share_preview.sections.end() ? 0 : static_cast<long long>(found->second);
            lines.push_back(ui.counted("sharing.so_many", count, {{"what", section->title}}));
        }
        bullets(
            ui,
            {.id = "leaves", .name = ui.text("sharing.what_leaves"), .lines = lines, .mark = Bullets::Mark::tick});
        paragraph(ui, ui.text("sharing.from_now_on"), Look::small_hint);
        paragraph(ui, ui.text("sharing.cannot_take_back"), Look::small_hint);
    });
}

namespace {

void clinic_card(Ui& ui, const State& state) {
    const auto& home = state.family()->answers.home;
    const std::string clinic = home.clinic().empty() ? ui.text("messages.clinic") : home.clinic();
    card(ui, {.id = "clinic"}, [&] {
        row(ui, "who",
            {.title = home.worker().empty() ? clinic : home.worker(),
             .text = home.worker().empty() ? ui.text("people.your_clinic")
                                           : ui.text("people.worker_of", {{"clinic", clinic}}),
             .chip = "handshake",
             .chip_ground = Row::Ground::info});
        std::vector<std::string> lines{ui.text("sharing.names"), ui.text("sharing.messages")};
        for (const auto kind : every_kind_shared)
            if (home.sharing().has(kind)) lines.push_back(ui.text_of("sharing.", to_text(kind)));
        if (home.sharing().has_section(Sharing::private_readings))
            lines.push_back(ui.text("sharing.private_readings"));
        for (const auto& key : home.sharing().sections)
            if (const auto* section = find_section(state.sections, key))
                lines.push_back(ui.text("sharing.section", {{"title", section->title}}));
        bullets(ui, {.id = "reads",
                     .name = ui.text("people.can_read", {{"who", clinic}}),
                     .lines = lines,
                     .mark = Bullets::Mark::tick});
        hairline(ui);
        paragraph(ui, ui.text("people.until_you_stop"), Look::small_hint);
        buttons(ui, [&] {
            const session::Route change{.page = At::people, .what = "sharing"};
            if (secondary(ui, "change", ui.text("people.change"))) ui.emit(session::Go{change});
        });
    });
}

void clinics(Ui& ui, const State& state) {
    if (state.family()->linked) return clinic_card(ui, state);
    if (empty(ui, "no-clinic",
              {.title = ui.text("people.no_clinic_title"),
               .text = ui.text("people.no_clinic"),
               .action = ui.text("people.join"),
               .level = 2}))
        ui.emit(session::Go{{.page = At::join}});
}

void family_list(Ui& ui, const State& state) {
    heading(ui, {.text = ui.text("people.our_family")},
            [&] { link(ui, "add", ui.text("people.add"), {.page = At::person}); });
    list(ui, {.id = "family", .name = ui.text("people.our_family")}, [&] {
        for (const auto& person : state.family()->answers.home.people()) {
            std::string text = person.relation;
            if (person.born)
                text +=
                    (text.empty() ? "" : ", ") + ui.counted("people.years_old", age_on(state.today(), *person.born));
            if (person.id == state.me) text += (text.empty() ? "" : ". ") + ui.text("people.you");
            const session::Route to{.page = At::person, .person = person.id};
            if (row(ui, person.id.hex(),
                    {.title = person.name, .text = text, .face = face_of(person), .href = session::to_text(to)}))
                ui.emit(session::Go{to});
        }
    });
}

void phones(Ui& ui, const State& state) {
    if (state.family()->devices.empty()) return;  // an invented family has none
    heading(ui, ui.text("sync.phones"));
    list(ui, {.id = "phones", .name = ui.text("sync.phones")}, [&] {
        for (const auto& device : state.family()->devices) {
            std::string text = std::string(state.family()->answers.home.name_of(device.person));
            if (device.last_heard)
                text += (text.empty() ? "" : ". ") +
                        ui.text("people.last_met", {{"day", relative_day(ui, *device.last_heard, state.today())}});
            row(ui, device.id.hex(),
                {.title = device.this_one       ? ui.text("people.this_phone")
                          : device.name.empty() ? ui.text("people.a_phone")
                                                : device.name,
                 .text = text,
                 .icon = device.this_one ? "smartphone" : "tablet-smartphone"});
        }
    });
    if (secondary(ui, "add-phone", ui.text("people.add_phone"))) ui.emit(session::Go{{.page = At::accept_phone}});
}

void change_sharing(Ui& ui, const State& state, session::JoinDraft& draft) {
    framed(ui, state, {.id = "sharing", .back = ui.text("people.title"), .back_href = "#/people"}, [&] {
        title(ui, ui.text("sharing.title"));
        paragraph(ui, ui.text("sharing.text"));
        if (!draft.sharing_begun) {
            draft.sharing = state.family()->answers.home.sharing();
            draft.sharing_begun = true;
            ui.emit(session::PreviewSharing{draft.sharing});
        }
        group(ui, "kinds", {.legend = ui.text("sharing.legend")}, [&] {
            if (sharing_checks(ui, state, draft.sharing)) ui.emit(session::PreviewSharing{draft.sharing});
        });
        what_leaves(ui, state, draft.sharing);
        if (button(ui, "save", ui.text(draft.sharing.nothing() ? "sharing.stop" : "sharing.save"))) {
            ui.emit(session::ShareWithClinic{draft.sharing});
            draft.sharing_begun = false;
        }
    });
}

// Several people share this phone: whose week Today speaks of, and whom Log begins with.
void choose_whose(Ui& ui, const State& state) {
    framed(ui, state, {.id = "whose", .back = ui.text("place.today"), .back_href = "#/today"}, [&] {
        title(ui, ui.text("people.whose_page"));
        list(ui, {.id = "whose", .name = ui.text("people.whose_page")}, [&] {
            for (const auto& person : state.family()->answers.home.people())
                if (row(ui, person.id.hex(), {.title = person.name, .face = face_of(person), .href = "#/today"}))
                    ui.emit(session::LookAt{person.id});
        });
    });
}

}  // namespace

void people(Ui& ui, const State& state, session::JoinDraft& draft) {
    if (state.route.what == "sharing" && state.family()->linked) return change_sharing(ui, state, draft);
    if (state.route.what == "whose") return choose_whose(ui, state);
    framed(ui, state, {.id = "people", .back = ui.text("place.more"), .back_href = "#/more"}, [&] {
        title(ui, ui.text("people.who_reads_what"));
        paragraph(ui, ui.text("people.nobody_until"), Look::hint);
        clinics(ui, state);
        family_list(ui, state);
        phones(ui, state);
    });
}

void person(Ui& ui, const State& state, session::PersonDraft& draft) {
    const bool fresh = state.route.person.empty();
    framed(ui, state, {.id = "person", .back = ui.text("people.title"), .back_href = "#/people"}, [&] {
        title(ui, ui.text(fresh ? "person.add_title" : "person.change_title"));
        problems(ui, draft.problems);
        text_field(
            ui, "name",
            {.label = ui.text("person.name"), .error = problem_of(ui, draft.problems, "name"), .spellcheck = false},
            draft.name);
        text_field(ui, "relation", {.label = ui.text("person.relation"), .hint = ui.text("person.relation_hint")},
                   draft.relation);
        date_field(ui, "born",
                   {.label = ui.text("person.born"),
                    .hint = ui.text("person.born_hint"),
                    .error = problem_of(ui, draft.problems, "born")},
                   draft.born);
        constexpr std::array pictures{"flower-2", "bike",   "rabbit", "sailboat", "cat",    "bird",     "fish",
                                      "turtle",   "sprout", "rocket", "music",    "coffee", "umbrella", "star"};
        Choice made{.legend = ui.text("person.picture"), .look = Choice::Look::pictures};
        int at = -1;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            made.options.push_back({.value = static_cast<int>(i),
                                    .label = ui.text_of("picture.", pictures[i]),
                                    .id = pictures[i],
                                    .face = {.picture = pictures[i], .colour = draft.colour}});
            if (draft.picture == pictures[i]) at = static_cast<int>(i);
        }
        if (choice(ui, "picture", made, at)) draft.picture = pictures[static_cast<std::size_t>(at)];
        if (button(ui, "save", ui.text(fresh ? "person.add" : "person.save")) || ui.enter) {
            if (fresh) ui.emit(session::AddPerson{});
            else ui.emit(session::ChangePerson{state.route.person});
        }
    });
}

}  // namespace goodweek::ui
