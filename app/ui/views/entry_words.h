// What was written down, in words: for rows, for tiles, for the clinic's list of what happened.
#pragma once

#include <string>
#include <vector>

#include "session/state.h"
#include "ui/widgets/tile.h"

namespace goodweek::ui {

// "Junie", "Junie and Otto", "All four", "Everyone".
std::string names_of(const Ui& ui, const session::Family& family, const std::vector<PersonId>& people);
// "Peak flow 265", "Brown inhaler, 2 puffs", "Walked, 20 minutes".
std::string entry_title(const Ui& ui, const records::Event& event);
std::string entry_icon(const records::Event& event);
// "265 litres per minute", "5.6 mmol/L, before breakfast".
std::string reading_words(const Ui& ui, const Reading& reading);
// "11", "17.98".
std::string score_words(Thousandths value);
// What came of a plan, with why: "Moved to another day: the bus was late".
std::string outcome_words(const Ui& ui, const Planned& plan, const PlanOutcome& outcome);
// "6 out of 10. It was 3 in September."
std::string rating_words(const Ui& ui, const records::GoalStory& story);

// Everything that can be logged, by the name StartLog takes: measures by their key, then the kinds of entry.
std::vector<std::string> kinds_to_log();
std::vector<std::string> measures_of(const session::State& state, Topic topic);
// The ones this person uses most lately, filled up with the usual ones.
std::vector<std::string> quick_choices(const session::State& state, std::size_t how_many);
std::string choice_name(const Ui& ui, std::string_view what);
Tile tile_for(const Ui& ui, std::string_view what);

}  // namespace goodweek::ui
