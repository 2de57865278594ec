// Sections of the care plan as one device sees them: which are there for whom, and where what is written is kept.
#pragma once

#include "session/state.h"

namespace goodweek::session {

struct Inside;

// Those of this person, and the household's, in their order; those for a condition where they live with it. On the phone of somebody under 18 without those that are
// behind a door; at a clinic only what it writes itself and what the family shares with it.
std::vector<const Section*> sections_for(const State& state, const PersonId& person);
// The codes of the conditions that somebody lives with, as they wrote them down and not over yet; each once.
std::vector<std::string> conditions_of(const State& state, const PersonId& person);
// The section of the page, where this device may see it.
const Section* section_of(const State& state, const Route& route);
// Where a side's words in it are: a section of the household's is nobody's own.
records::SectionOf whose(const Section& section, const PersonId& person, Side by = Side::family);
// Where its entries are begun.
records::SectionOf begun_in(const Section& section, const PersonId& person);
// Whether the side of this device writes in it at all.
bool writes_in(const State& state, const Section& section);

// Which entity a side's words are kept in: of a section that is kept up to date, each field by itself; of many, the entry
// for the side that began it and one beside it for the other.
EntityId place_of(const Section& section, const PersonId& person, std::string_view field);
EntityId place_of(const Section& section, const EntityId& entry, Side side);

// A link worker opened a page: the family is to see it. Once for the words that stand there, and again when they changed.
void leave_word_of_reading(Inside& in, const Route& route);

// What is to be thought about with somebody of that age and has not been: a section and the field.
struct ToThinkAbout {
    const Section* section;
    const SectionField* field;
};
std::vector<ToThinkAbout> to_think_about(const State& state, const PersonId& person);
bool is_asked(const SectionField& field, std::optional<int> years);
std::optional<int> years_of(const State& state, const PersonId& person);
// Under 18; not where their birthday is not known.
bool is_under_18(const State& state, const PersonId& person);

// One section, whole or one entry of it, as an entity that words can be about.
EntityId entity_of(const Section& section, const PersonId& person);

// The entries of a section of many in the order they are to be read in.
std::vector<EntityId> entries_of(const State& state, const Section& section, const PersonId& person);
// Of those the ones that other pages may show: not over, and not kept back. Of one that is kept up to date, its one place.
std::vector<EntityId> open_entries_of(const State& state, const Section& section, const PersonId& person);

// What is shown where a field of `section` is empty: the words it draws on, a line each. Only what this device may see; of
// entries only those that are not over and not kept back; a household's page says whose each line is.
std::string drawn_words(const State& state, const Section& section, const SectionField& field,
                        const PersonId& person);

}  // namespace goodweek::session
