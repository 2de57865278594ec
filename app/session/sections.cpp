// The care plan: each section written, changed, shared.
#include "session/sections.h"

#include <algorithm>
#include <limits>

#include "domain/put_in_order.h"
#include "domain/typed_number.h"
#include "session/handlers.h"
#include "session/when.h"
#include "vault/primitives.h"

namespace goodweek::session {

namespace {

// The one section that the program reads itself: what somebody lives with decides which pages and packs they are offered.
constexpr std::string_view conditions_section = "conditions";

bool may_see(const State& state, const Section& section) {
    if (section.behind_a_door && is_under_18(state, state.me)) return false;
    const auto& answers = state.family()->answers;
    if (state.side == Side::clinic)
        return writes_in(state, section) || answers.home.sharing().has_section(section.key);
    // What only a worker writes is there once there is a worker, and stays.
    return section.group != Section::Group::worker || state.family()->linked ||
           answers.sections.count(whose(section, {}, Side::clinic)) > 0;
}

EntityId made_of(std::string_view label, std::initializer_list<ByteView> parts) {
    return *EntityId::from(ByteView(vault::hash(label, parts)).first(EntityId::size));
}

Sentence sentence_for(WrittenProblem problem) {
    switch (problem) {
        case WrittenProblem::empty: return {.key = "section.needed"};
        case WrittenProblem::too_long: return {.key = "text.too_long"};
        case WrittenProblem::not_a_number: return {.key = "section.not_a_number"};
        case WrittenProblem::not_a_day: return {.key = "when.not_a_day"};
        case WrittenProblem::not_an_option: break;
    }
    return {.key = "question.choose"};
}

// A day's three boxes as the one text; what is no day stays wrong, so that its problem is said.
std::string text_in(const SectionField& field, const SectionDraft::Field& typed) {
    if (field.kind != SectionField::Kind::day) return typed.text;
    if (typed.date.empty()) return "";
    const auto day = read_day(typed.date);
    return day ? to_iso(*day) : "?";
}

// Every field that is this side's to write, as it is to be kept; problems beside those that cannot be.
std::vector<FieldSaid> checked(SectionDraft& draft, const Section& section, Side side) {
    std::vector<FieldSaid> all;
    draft.problems.clear();
    std::size_t bytes = 0;
    for (const auto& field : section.fields) {
        if (field.asked != side) continue;
        const auto text = check(field, text_in(field, draft.fields[field.key]));
        if (!text) draft.problems.push_back({field.key, sentence_for(text.error())});
        else all.push_back({field.key, *text});
        if (text && (bytes += text->size()) > largest_entry)
            draft.problems.push_back({field.key, {.key = "text.too_long"}});
    }
    return all;
}

// Those that say something else than before.
std::vector<FieldSaid> new_ones(const records::Sections& sections, const records::SectionOf& which,
                                const EntityId& entry, std::vector<FieldSaid> said) {
    std::erase_if(said, [&](const FieldSaid& one) { return sections.said(which, one.field, entry) == one.text; });
    return said;
}

// May other pages show it? Not what is over, nor what was kept back.
bool is_open(const State& state, const Section& section, const records::SectionOf& which, const EntityId& entry) {
    const auto& sections = state.family()->answers.sections;
    if (const auto until = parse_day(sections.said(which, section.over, entry)); until && *until <= state.today())
        return false;
    const auto equals = section.open.find('=');
    return equals == section.open.npos ||
           sections.said(which, section.open.substr(0, equals), entry) == section.open.substr(equals + 1);
}

// Those fields of each entry on a line of its own; of a section that is kept up to date, its words.
std::string lines_of(const State& state, const Section& section, std::span<const std::string_view> fields,
                     const PersonId& person, std::string_view before) {
    const auto& sections = state.family()->answers.sections;
    const auto which = begun_in(section, person);
    std::string lines;
    for (const auto& entry : open_entries_of(state, section, person)) {
        std::string line;
        for (const auto field : fields)
            if (const auto said = sections.said(which, field, entry); !said.empty())
                line.append(line.empty() ? before : ", ").append(said);
        if (!line.empty()) lines.append(lines.empty() ? "" : "\n").append(line);
    }
    return lines;
}

}  // namespace

std::optional<int> years_of(const State& state, const PersonId& id) {
    const auto* person = state.family() ? state.family()->answers.home.find(id) : nullptr;
    return person && person->born ? std::optional{age_on(state.today(), *person->born)} : std::nullopt;
}

bool is_under_18(const State& state, const PersonId& id) {
    const auto years = years_of(state, id);
    return is_child(years ? std::optional{*years * 12} : std::nullopt);
}

bool is_asked(const SectionField& field, std::optional<int> years) {
    return !field.from_age || (years && *years >= *field.from_age);
}

std::vector<ToThinkAbout> to_think_about(const State& state, const PersonId& person) {
    std::vector<ToThinkAbout> all;
    const auto years = years_of(state, person);
    for (const auto* section : sections_for(state, person))
        for (const auto& field : section->fields)
            if (field.from_age && is_asked(field, years) &&
                state.family()->answers.sections.said(whose(*section, person, field.asked), field.key).empty())
                all.push_back({section, &field});
    return all;
}

std::vector<const Section*> sections_for(const State& state, const PersonId& person) {
    std::vector<const Section*> all;
    const auto years = years_of(state, person);
    const auto conditions = conditions_of(state, person);
    for (const auto& section : state.sections) {
        const bool wanted = section.condition.empty() || std::ranges::contains(conditions, section.condition) ||
                            state.family()->answers.sections.count(whose(section, person)) > 0;
        if (wanted && is_for(section, years) && may_see(state, section)) all.push_back(&section);
    }
    return all;
}

std::vector<std::string> conditions_of(const State& state, const PersonId& person) {
    const auto& sections = state.family()->answers.sections;
    const records::SectionOf which{std::string{conditions_section}, person};
    std::vector<std::string> codes;
    for (const auto& entry : sections.entries(which)) {
        const std::string kind{sections.said(which, "kind", entry)};
        const auto until = parse_day(sections.said(which, "until", entry));
        const bool over = until && *until <= state.today();
        if (!kind.empty() && !over && !std::ranges::contains(codes, kind)) codes.push_back(kind);
    }
    return codes;
}

const Section* section_of(const State& state, const Route& route) {
    const auto* section = find_section(state.sections, route.what);
    return section && may_see(state, *section) ? section : nullptr;
}

records::SectionOf whose(const Section& section, const PersonId& person, Side by) {
    return {section.key, section.of_household ? PersonId{} : person, by};
}

EntityId place_of(const Section& section, const PersonId& person, std::string_view field) {
    return made_of("section-field", {bytes_of(section.key), person.view(), bytes_of(field)});
}

EntityId place_of(const Section& section, const EntityId& entry, Side side) {
    if (side == beginner(section)) return entry;
    return made_of("section-entry", {entry.view()});
}

records::SectionOf begun_in(const Section& section, const PersonId& person) {
    return whose(section, person, beginner(section));
}

bool writes_in(const State& state, const Section& section) {
    return std::ranges::contains(section.fields, state.side, &SectionField::asked);
}

EntityId entity_of(const Section& section, const PersonId& person) {
    return place_of(section, whose(section, person).person, "");
}

std::vector<EntityId> entries_of(const State& state, const Section& section, const PersonId& person) {
    const auto& sections = state.family()->answers.sections;
    const auto which = begun_in(section, person);
    auto entries = sections.entries(which);
    if (section.order.empty()) return entries;
    // Those without a number come last, as they were begun.
    std::vector<std::pair<Thousandths, std::size_t>> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::string_view said = sections.said(which, section.order, entries[i]);
        places.emplace_back(take_number(said).value_or(std::numeric_limits<Thousandths>::max()), i);
    }
    put_in_order(places);
    std::vector<EntityId> ordered;
    for (const auto& [number, place] : places) ordered.push_back(entries[place]);
    return ordered;
}

std::vector<EntityId> open_entries_of(const State& state, const Section& section, const PersonId& person) {
    if (!section.many) return {EntityId{}};
    auto entries = entries_of(state, section, person);
    const auto which = begun_in(section, person);
    std::erase_if(entries, [&](const EntityId& entry) { return !is_open(state, section, which, entry); });
    return entries;
}

std::string drawn_words(const State& state, const Section& section, const SectionField& field,
                        const PersonId& person) {
    const std::string_view drawn = field.drawn;
    const auto dot = drawn.find('.');
    const auto* from = dot == drawn.npos ? nullptr : find_section(state.sections, drawn.substr(0, dot));
    if (!from || !may_see(state, *from)) return "";
    const auto fields = codes_in(drawn.substr(dot + 1));
    if (!section.of_household || from->of_household) return lines_of(state, *from, fields, person, "");
    std::string lines;
    for (const auto& one : state.family()->answers.home.people())
        if (const auto theirs = lines_of(state, *from, fields, one.id, one.name + ": "); !theirs.empty())
            lines.append(lines.empty() ? "" : "\n").append(theirs);
    return lines;
}

void leave_word_of_reading(Inside& in, const Route& route) {
    if (in.state.side != Side::clinic || in.state.families.find(route.family) == in.state.families.end()) return;
    const auto& family = in.state.families.at(route.family);
    const auto* section = find_section(in.state.sections, route.what);
    if (!section || !family.answers.home.sharing().has_section(section->key)) return;
    const auto which = whose(*section, route.person, Side::family);
    const auto parts = family.answers.sections.parts(which);
    if (parts.empty()) return;
    const auto device = in.device();
    const auto reads = family.answers.reads.of(section->key, which.person);
    const auto before = std::ranges::find(reads, device, &records::ReadAt::by);
    if (before != reads.end() && before->at.at >= parts.back().at.at) return;
    in.record_in(in.state.families.at(route.family),
                 made_of("section-read", {bytes_of(section->key), which.person.view(), device.view()}),
                 which.person.empty() ? std::nullopt : std::optional{which.person}, in.here(),
                 records::SectionRead{section->key, in.profile.worker});
}

void Inside::fill_section_draft(const Route& route) {
    const auto* section = section_of(state, route);
    auto& draft = state.drafts.section;
    const auto person = route.person.empty() ? state.looking_at : route.person;
    const auto entry = route.entity.empty() ? std::nullopt : std::optional{route.entity};
    // Half written and left: it goes on where it was.
    if (!section || (draft.section == route.what && draft.person == person && draft.entry == entry)) return;
    draft = {
        .section = section->key, .person = person, .entry = entry, .fields = {}, .door = draft.door, .problems = {}};
    for (const auto& field : section->fields) {
        auto& typed = draft.fields[field.key];
        if (section->many && !entry) continue;
        typed.text = family().answers.sections.said(whose(*section, person, field.asked), field.key, route.entity);
        if (field.kind != SectionField::Kind::day) continue;
        if (const auto day = parse_day(typed.text)) typed.date = typed_date(*day);
    }
}

void apply(Inside& in, const SaveSection&) {
    auto& draft = in.state.drafts.section;
    const auto* section = find_section(in.state.sections, draft.section);
    if (!section || !writes_in(in.state, *section)) return;
    auto said = checked(draft, *section, in.state.side);
    if (!draft.problems.empty()) return in.ask(Announce{{.key = "problem.heading"}, true});

    const auto which = whose(*section, draft.person, in.state.side);
    const auto about = which.person.empty() ? std::nullopt : std::optional{which.person};
    const auto& sections = in.family().answers.sections;
    const auto changed = new_ones(sections, which, draft.entry.value_or(EntityId{}), said);
    const bool begun = section->many && !draft.entry;
    const bool to_clinic = section->group == Section::Group::worker;
    if (begun && beginner(*section) != in.state.side) return;
    if (!section->many)
        for (const auto& one : changed)
            in.record(
                place_of(*section, which.person, one.field), about, in.here(),
                Written{
                    .section = section->key, .by = which.by, .entry = {}, .fields = {one}, .to_clinic = to_clinic});
    const auto entry = draft.entry.value_or(in.fresh_id());
    if (section->many && !changed.empty()) {
        // An entry that is begun holds what says something; one that is changed, what is empty too: it was taken out.
        if (begun) std::erase_if(said, [](const FieldSaid& one) { return one.text.empty(); });
        in.record(place_of(*section, entry, which.by), about, in.here(),
                  Written{.section = section->key,
                          .by = which.by,
                          .entry = entry,
                          .fields = std::move(said),
                          .to_clinic = to_clinic});
    }
    const Route to{
        .page = Page::section, .family = in.state.route.family, .person = draft.person, .what = section->key};
    draft = {.door = draft.door};
    in.notify(Notice::Tone::good, {.key = changed.empty() ? "section.nothing_new" : "section.saved"},
              begun && !changed.empty() ? std::optional{entry} : std::nullopt);
    in.go(to);
}

void apply(Inside& in, const ShareSection& asked) {
    if (in.state.side == Side::clinic || !in.family().linked) return;
    const auto& now = in.home().sharing();
    if (now.has_section(asked.section) == asked.on) return;
    in.record(records::the_sharing(), std::nullopt, in.here(),
              records::SharingChosen{now.with_section(asked.section, asked.on)});
    in.notify(Notice::Tone::good, {.key = asked.on ? "section.shared" : "section.not_shared"});
}

}  // namespace goodweek::session
