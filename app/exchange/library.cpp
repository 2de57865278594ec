#include "exchange/library.h"

#include "exchange/tree_reader.h"

namespace goodweek::exchange {

namespace {

vault::Cbor whole(std::span<const vault::Cbor> items) { return vault::Cbor::Array(items.begin(), items.end()); }

}  // namespace

Result<Library, FileProblem> open_library(ByteView cbor) {
    const auto file = vault::decode(cbor, {.depth = 24, .values = 500'000});
    if (!file) return Failure<FileProblem>(FileProblem{FileProblem::Why::not_ours, "library"});
    std::optional<FileProblem> first;
    TreeReader reader{*file, "library", first};
    const auto invented = reader.array("invented");
    const auto packs = reader.array("packs");
    const auto questionnaires = reader.array("questionnaires");
    const auto sections = reader.array("sections");
    reader.nothing_else();
    if (first) return Failure<FileProblem>(*first);
    Library library{.invented = vault::Cbor::Array(invented.begin(), invented.end())};
    library.questionnaires = TRY(read_questionnaires(whole(questionnaires)));
    library.sections = TRY(read_sections(whole(sections)));
    library.packs = TRY(read_packs(whole(packs), library.questionnaires, library.sections));
    return library;
}

}  // namespace goodweek::exchange
