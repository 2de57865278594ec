// Sections of the care plan from their files (assets/sections/FORMAT.md). Total: any bytes give the sections, or the first
// thing wrong with them and where; never half a section.
#pragma once

#include <vector>

#include "domain/section.h"
#include "exchange/questionnaire_file.h"

namespace goodweek::exchange {

// An array of sections, as the build makes them of their JSON, in the order they are to be shown in.
Result<std::vector<Section>, FileProblem> read_sections(const vault::Cbor& file);

}  // namespace goodweek::exchange
