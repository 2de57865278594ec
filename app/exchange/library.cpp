#include "exchange/library.h"

#include "exchange/tree_reader.h"

namespace goodweek::exchange {

Result<Library, FileProblem> open_library(ByteView cbor) {
    const auto file = vault::decode(cbor, {.depth = 24, .values = 500'000});
    if (!file) return Failure<FileProblem>(FileProblem{FileProblem::Why::not_ours, "library"});
    std::optional<FileProblem> first;
    TreeReader reader{*file, "library", first};
    const auto invented = reader.array("invented");
    const auto questionnaires = reader.array("questionnaires");
    const auto sections = reader.array("sections");
    reader.nothing_else();
    if (first) return Failure<FileProblem>(*first);
    auto read = read_questionnaires(vault::Cbor::Array(questionnaires.begin(), questionnaires.end()));
    if (!read) return Failure<FileProblem>(read.error());
    auto read_too = read_sections(vault::Cbor::Array(sections.begin(), sections.end()));
    if (!read_too) return Failure<FileProblem>(read_too.error());
    return Library{.questionnaires = std::move(*read),
                   .sections = std::move(*read_too),
                   .invented = vault::Cbor::Array(invented.begin(), invented.end())};
}

}  // namespace goodweek::exchange
