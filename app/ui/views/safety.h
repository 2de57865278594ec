// The page that stands before everything else when somebody answers that they are in danger. It scores nothing, tells nobody,
// and does not go away by itself.
#pragma once

#include "domain/questionnaire.h"
#include "ui/ui.h"

namespace goodweek::ui {

void safety(Ui& ui, SafetyRule::Page page, bool clinic_reads);

}  // namespace goodweek::ui
