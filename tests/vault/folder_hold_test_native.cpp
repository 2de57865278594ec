// Natively two processes can reach for one folder; in the browser the page's lock does this work (security.md 6).
#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <random>

#include "vault/store.h"

using namespace goodweek::vault;

TEST_CASE("one profile is written by one process at a time") {
    const auto path = std::filesystem::temp_directory_path() / ("goodweek-" + std::to_string(std::random_device{}()));
    std::optional<FolderStore> first(std::in_place, path.string());
    FolderStore second(path.string());
    REQUIRE(first->prepare());
    REQUIRE(first->hold());
    CHECK_MESSAGE(first->hold(), "holding twice is holding");
    CHECK(second.hold().error() == StoreProblem::held_elsewhere);
    first.reset();
    CHECK(second.hold());
    std::filesystem::remove_all(path);
}
