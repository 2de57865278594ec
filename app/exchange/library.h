// The one file that comes with the app, made by the build of what stands in assets/ (make_library.py): questionnaires,
// sections of the care plan, condition packs, and invented families for looking around. Fetched once the page can be used.
#pragma once

#include "exchange/pack_file.h"
#include "exchange/questionnaire_file.h"
#include "exchange/section_file.h"

namespace goodweek::exchange {

struct Library {
    std::vector<Questionnaire> questionnaires;
    std::vector<Section> sections;
    std::vector<Pack> packs;
    vault::Cbor::Array invented;  // a file each, to be told when somebody asks (session/invented.h)
};

// Total: any bytes give the whole of it, or the first thing wrong and where.
Result<Library, FileProblem> open_library(ByteView cbor);

}  // namespace goodweek::exchange
