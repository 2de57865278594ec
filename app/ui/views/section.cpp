// One section of the care plan, to read: each thing that was written, by whom and when; who can read it; on paper too.
#include <algorithm>
#include <ranges>

#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/entry_words.h"
#include "ui/views/frame.h"
#include "ui/views/message_parts.h"
#include "ui/views/section_parts.h"
#include "ui/views/views.h"

namespace goodweek::ui {

using At = session::Page;
using records::PartAt;
using records::SectionOf;
using Kind = SectionField::Kind;

namespace {

session::Route route_to(const State& state, At page, const Section& section, EntityId entry = {}) {
    return {
        .page = page, .family = state.route.family, .person = person_of(state), .entity = entry, .what = section.key};
}

std::string by_whom(const Ui& ui, const State& state, const PartAt& part) {
    const auto& home = state.family()->answers.home;
    const auto name = part.author ? std::string{home.name_of(*part.author)} : std::string{};
    const auto day = relative_day(ui, part.at.day(), state.today());
    return name.empty() ? day : ui.text("section.by", {{"name", name}, {"day", day}});
}

Tone tone_of(SectionField::Zone zone) {
    if (zone == SectionField::Zone::green) return Tone::good;
    return zone == SectionField::Zone::amber ? Tone::warn : Tone::error;
}

std::string zone_word(const Ui& ui, SectionField::Zone zone) {
    if (zone == SectionField::Zone::green) return ui.text("zone.green");
    return ui.text(zone == SectionField::Zone::amber ? "zone.amber" : "zone.red");
}

void words_in(Ui& ui, const SectionField& field, const std::string& words) {
    if (field.zone != SectionField::Zone::none)
        return notice(ui, {.id = field.key,
                           .tone = tone_of(field.zone),
                           .title = zone_word(ui, field.zone) + ". " + field.label,
                           .text = words});
    heading(ui, field.label);
    paragraph(ui, words);
}

// A field and what stands in it; what it draws on, where nobody has written anything here. False where there is neither.
bool field(Ui& ui, const State& state, const Section& section, const SectionField& asked) {
    const auto& sections = state.family()->answers.sections;
    const auto* part = sections.part_with(session::whose(section, person_of(state), asked.asked), asked.key);
    const std::string text = part ? *part->said(asked.key) : "";
    if (!text.empty()) {
        words_in(ui, asked, said_words(ui, state, asked, text));
        paragraph(ui, by_whom(ui, state, *part), Look::small_hint);
        if (const auto option = std::ranges::find(asked.options, text, &SectionField::Option::code);
            option != asked.options.end() && !option->note.empty())
            notice(ui, {.id = "note-" + asked.key, .tone = Tone::info, .text = option->note});
        if (part->written_apart || part->versions > 1)
            link(ui, "versions-" + asked.key,
                 ui.text(part->written_apart ? "section.two_versions" : "section.earlier_versions"),
                 {.page = At::entry, .family = state.route.family, .entity = part->entity});
        return true;
    }
    const auto drawn = session::drawn_words(state, section, asked, person_of(state));
    if (drawn.empty()) return false;
    words_in(ui, asked, drawn);
    const auto from = asked.drawn.substr(0, asked.drawn.find('.'));
    paragraph(ui, ui.text("section.drawn", {{"section", find_section(state.sections, from)->title}}),
              Look::small_hint);
    return true;
}

void change_button(Ui& ui, const State& state, const Section& section, bool empty) {
    if (!session::writes_in(state, section)) return;
    const auto to = route_to(state, At::section_form, section);
    if (button(ui, "write", ui.text(empty ? "section.write" : "section.change"))) ui.emit(session::Go{to});
}

void kept_up(Ui& ui, const State& state, const Section& section) {
    std::size_t shown = 0;
    card(ui, {.id = "written"}, [&] {
        const auto years = session::years_of(state, person_of(state));
        for (const auto& asked : section.fields)
            if (session::is_asked(asked, years) && field(ui, state, section, asked)) ++shown;
        if (shown == 0) paragraph(ui, ui.text("section.nothing_yet"), Look::hint);
        const auto asked = std::ranges::count_if(
            section.fields, [&](const SectionField& one) { return session::is_asked(one, years); });
        const auto left = static_cast<std::size_t>(asked) - shown;
        if (shown > 0 && left > 0)
            paragraph(ui, ui.counted("section.more_to_ask", static_cast<long long>(left)), Look::small_hint);
    });
    change_button(ui, state, section, shown == 0);
}

void one_entry(Ui& ui, const State& state, const Section& section, const EntityId& entry) {
    const auto& sections = state.family()->answers.sections;
    const auto which = session::begun_in(section, person_of(state));
    const auto* begun = sections.part_with(which, section.headline, entry);
    const auto called_by = [&] {
        return said_words(ui, state, *find_field(section, section.headline), *begun->said(section.headline));
    };
    card(ui, {.id = "entry", .title = begun ? called_by() : section.title}, [&] {
        for (const auto& asked : section.fields) {
            const auto text = sections.said(session::whose(section, person_of(state), asked.asked), asked.key, entry);
            if (text.empty() || asked.key == section.headline) continue;
            const bool theirs = asked.asked == Side::clinic;
            paragraph(ui,
                      {.text = said_words(ui, state, asked, text),
                       .lead = theirs ? ui.text("section.worker_says", {{"question", asked.label}}) : asked.label});
        }
        if (!begun) return;
        paragraph(ui, by_whom(ui, state, *begun), Look::small_hint);
        const bool ours = state.side == beginner(section);
        buttons(ui, [&] {
            const auto to = route_to(state, At::section_form, section, entry);
            const auto called = called_by();
            if (session::writes_in(state, section) &&
                button(ui, "change",
                       {.label = ui.text(ours ? "section.change_entry" : "section.add_ours"),
                        .look = Button::Look::secondary,
                        .about = called}))
                ui.emit(session::Go{to});
            if (ours &&
                button(ui, "remove",
                       {.label = ui.text("section.remove_entry"), .look = Button::Look::quiet, .about = called}))
                ui.emit(session::Remove{entry});
        });
        if (begun->written_apart || begun->versions > 1)
            link(ui, "versions", ui.text(begun->written_apart ? "section.two_versions" : "section.earlier_versions"),
                 {.page = At::entry, .family = state.route.family, .entity = entry});
    });
}

void all_entries(Ui& ui, const State& state, const Section& section) {
    const auto entries = session::entries_of(state, section, person_of(state));
    const bool ours = state.side == beginner(section);
    if (entries.empty()) paragraph(ui, ui.text("section.no_entries"), Look::hint);
    if (ours && button(ui, "add", ui.text(entries.empty() ? "section.add_first" : "section.add")))
        ui.emit(session::Go{route_to(state, At::section_form, section)});
    for (const auto& entry : entries) ui.scope(entry.hex(), [&] { one_entry(ui, state, section, entry); });
}

void read_by(Ui& ui, const State& state, const Section& section) {
    const auto& answers = state.family()->answers;
    const auto reads = answers.reads.of(section.key, session::whose(section, person_of(state)).person);
    if (reads.empty()) return;
    list(ui, {.id = "read-by", .name = ui.text("section.read_by")}, [&] {
        for (const auto& read : reads | std::views::reverse)
            row(ui, read.entity.hex(),
                {.title = read.who.empty() ? ui.text("messages.clinic") : read.who,
                 .text = ui.text("section.read_on", {{"moment", moment_words(ui, read.at, state.today())}}),
                 .icon = "eye",
                 .strong = false});
    });
}

void readers(Ui& ui, const State& state, const Section& section) {
    const auto& family = *state.family();
    if (state.side == Side::clinic || section.group == Section::Group::worker) return;
    heading(ui, ui.text("section.who_reads"));
    if (!family.linked) return paragraph(ui, ui.text("section.only_us"), Look::hint);
    const auto clinic =
        family.answers.home.clinic().empty() ? ui.text("messages.clinic") : family.answers.home.clinic();
    bool on = family.answers.home.sharing().has_section(section.key);
    if (check(ui, "share",
              {.label = ui.text("section.share", {{"clinic", clinic}}), .hint = ui.text("section.share_hint")}, on))
        ui.emit(session::ShareSection{section.key, on});
    read_by(ui, state, section);
}

// Behind its own door: nobody who only looks over a shoulder reads it.
bool door_is_shut(Ui& ui, const Section& section, session::SectionDraft& draft) {
    if (!section.behind_a_door || draft.door == section.key) return false;
    paragraph(ui, ui.text("section.door"));
    if (button(ui, "open", ui.text("section.open_door"))) draft.door = section.key;
    return true;
}

void contents(Ui& ui, const State& state, const Section& section, session::MessageDraft& message) {
    if (section.many) all_entries(ui, state, section);
    else kept_up(ui, state, section);
    if (button(
            ui, "print",
            {.label = ui.text("section.print"), .look = Button::Look::secondary, .icon = "printer", .gesture = true}))
        ui.emit(session::PrintPage{});
    readers(ui, state, section);
    said_about(ui, state, message, session::entity_of(section, person_of(state)));
}

}  // namespace

PersonId person_of(const State& state) {
    const auto& home = state.family()->answers.home;
    for (const auto& one : {state.route.person, state.looking_at})
        if (home.find(one)) return one;
    return home.people().empty() ? PersonId{} : home.people().front().id;
}

std::string said_words(const Ui& ui, const State& state, const SectionField& field, std::string_view text) {
    switch (field.kind) {
        case Kind::choice:
        case Kind::many: {
            std::string words;
            for (const auto code : codes_in(text)) {
                const auto option = std::ranges::find(field.options, code, &SectionField::Option::code);
                words +=
                    (words.empty() ? "" : ", ") + (option == field.options.end() ? std::string{code} : option->label);
            }
            return words;
        }
        case Kind::day: {
            const auto day = parse_day(text);
            return day ? day_words(ui, *day, DayForm::with_year) : std::string{text};
        }
        case Kind::person: {
            const auto bytes = from_hex(text);
            const auto id = bytes ? PersonId::from(*bytes) : std::nullopt;
            return id ? std::string{state.family()->answers.home.name_of(*id)} : std::string{text};
        }
        case Kind::rating: return ui.text("reading.out_of_ten", {{"value", std::string{text}}});
        case Kind::words:
        case Kind::line:
        case Kind::number: break;
    }
    return std::string{text};
}

void section(Ui& ui, const State& state, session::SectionDraft& draft, session::MessageDraft& message) {
    const auto* found = session::section_of(state, state.route);
    const session::Route back{.page = At::care_plan, .family = state.route.family};
    std::optional<PersonId> whose;
    if (found && !found->of_household) whose = person_of(state);
    framed(ui, state,
           {.id = "section", .back = ui.text("care_plan.title"), .back_href = session::to_text(back), .whose = whose},
           [&] {
               if (state.sections.empty()) {
                   title(ui, ui.text("care_plan.title"));
                   return paragraph(ui, {.text = ui.text("care_plan.coming"), .live = Live::polite});
               }
               if (!found) {
                   title(ui, ui.text("section.gone_title"));
                   return paragraph(ui, ui.text("section.gone_text"));
               }
               heading(ui, {.text = found->title,
                            .level = 1,
                            .over = whose ? std::string{state.family()->answers.home.name_of(*whose)}
                                          : ui.text("people.everyone")});
               paragraph(ui, found->lead, Look::hint);
               if (!door_is_shut(ui, *found, draft)) contents(ui, state, *found, message);
           });
}

}  // namespace goodweek::ui
