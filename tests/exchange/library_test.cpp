#include "exchange/library.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "library.h"

using namespace goodweek;
using namespace goodweek::exchange;
using vault::Cbor;
using Why = FileProblem::Why;

namespace {

FileProblem problem(const Cbor& file) {
    const auto read = open_library(vault::encode(file));
    REQUIRE_FALSE(read);
    return read.error();
}

}  // namespace

TEST_CASE("what comes with the app is read whole: questionnaires, the care plan, invented families") {
    const auto library = open_library(library_file);
    REQUIRE(library);
    CHECK(std::ranges::contains(library->questionnaires, "phq9", &Questionnaire::id));
    CHECK(library->invented.size() >= 4);
    for (const auto* key : {"about_me", "passport", "emergency", "carer_ill", "wishes", "service_use", "asthma_plan"})
        CHECK(find_section(library->sections, key));
    CHECK(library->packs.size() == 10);
}

TEST_CASE("a library with one thing wrong is refused whole, with its place") {
    CHECK(open_library(Bytes{0xFF}).error().why == Why::not_ours);
    CHECK(open_library(Bytes{}).error().why == Why::not_ours);
    CHECK(problem(Cbor{"words"}).why == Why::wrong_type);
    CHECK(problem(Cbor::Map{{"pictures", Cbor::Array{}}}) == FileProblem{Why::unknown_field, "library.pictures"});
    CHECK(problem(Cbor::Map{{"questionnaires", "phq9"}}) == FileProblem{Why::wrong_type, "library.questionnaires"});
    CHECK(problem(Cbor::Map{{"questionnaires", Cbor::Array{Cbor::Map{}}}}).why == Why::missing);
}
