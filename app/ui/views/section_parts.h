// What the care plan's pages share.
#pragma once

#include "session/sections.h"
#include "ui/ui.h"

namespace goodweek::ui {

// Whose record the page is about: a worker's address names them, a family's may.
PersonId person_of(const session::State& state);
// The care plan's list, where it stands: on its own page, and on a worker's page of one family.
void section_lists(Ui& ui, const session::State& state, const PersonId& person);
// What stands in a field, in words: an option's label for its code, a day as people say it, a person's name.
std::string said_words(const Ui& ui, const session::State& state, const SectionField& field, std::string_view text);

}  // namespace goodweek::ui
