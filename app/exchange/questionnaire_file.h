// Questionnaires from their files (assets/questionnaires/FORMAT.md): FHIR R4, and beside it how it is scored and who owns it.
// Total: any bytes give the questionnaires, or the first thing wrong with them and where; never half a questionnaire.
#pragma once

#include <string>
#include <vector>

#include "domain/bytes.h"
#include "domain/questionnaire.h"
#include "domain/result.h"
#include "vault/cbor.h"

namespace goodweek::exchange {

struct FileProblem {
    enum class Why {
        empty,
        too_big,
        not_json,
        not_ours,       // not the CBOR that the build makes of it
        missing,        // a field that has to be there
        unknown_field,  // one that this reader does not know, and so could not honour
        wrong_type,
        out_of_range,
        no_such,  // a name that stands for nothing here
        twice,
        not_in_order,  // asks about a question that comes later
        no_words,      // of a class whose words are in its file
        has_words,     // of a class whose words are not
        other_table,   // a table that leaves a possible sum out
    };
    Why why = Why::empty;
    std::string where{};  // "line 12", "phq9.questionnaire.item[3].linkId"
    friend bool operator==(const FileProblem&, const FileProblem&) = default;
};

inline constexpr std::size_t largest_questionnaires = 2'000'000;

// One questionnaire, or an array of them, as the build makes them of their JSON (tree_reader.h says how).
Result<std::vector<Questionnaire>, FileProblem> read_questionnaires(const vault::Cbor& file);

// The JSON itself, where it was not the build that read it: natively only, for a browser reads JSON by itself.
Result<std::vector<Questionnaire>, FileProblem> read_questionnaires_json(std::string_view text);

}  // namespace goodweek::exchange
