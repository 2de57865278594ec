// Condition packs from their files (assets/packs/FORMAT.md). Total: any bytes give the packs, or the first thing wrong and where.
#pragma once

#include <span>
#include <vector>

#include "domain/pack.h"
#include "domain/section.h"
#include "exchange/questionnaire_file.h"

namespace goodweek::exchange {

// An array of packs, as the build makes them of their JSON. Each may ask only for measures and sections that are there, and
// for no more than `most_minutes_a_week`; a questionnaire that did not come with the app costs nothing and is not asked.
Result<std::vector<Pack>, FileProblem> read_packs(const vault::Cbor& file,
                                                  std::span<const Questionnaire> questionnaires,
                                                  std::span<const Section> sections);

}  // namespace goodweek::exchange
