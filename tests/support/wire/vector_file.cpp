#include "support/vector_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

namespace goodweek::test {

namespace {

std::filesystem::path folder_of(std::string_view folder) {
    return std::filesystem::path(GOODWEEK_TESTS_FOLDER) / "vectors" / folder;
}

Bytes part_from(const std::string& digits) {
    auto bytes = from_hex(digits);
    REQUIRE(bytes.has_value());
    return *std::move(bytes);
}

}  // namespace

std::string VectorFile::get(std::string_view key) const {
    const auto found = std::ranges::find(lines, key, [](const auto& line) { return line.first; });
    return found == lines.end() ? std::string() : found->second;
}

std::vector<std::string> VectorFile::all(std::string_view key) const {
    std::vector<std::string> values;
    for (const auto& [name_of_line, value] : lines)
        if (name_of_line == key) values.push_back(value);
    return values;
}

VectorFile vector_file(std::string_view folder, std::string_view name) {
    VectorFile vector{.name = std::string(name), .lines = {}, .parts = {}};
    std::ifstream file(folder_of(folder) / name);
    REQUIRE_MESSAGE(file.is_open(), name);
    std::string digits;
    bool in_parts = false;
    for (std::string line; std::getline(file, line);) {
        if (line == "---") {
            if (in_parts) vector.parts.push_back(part_from(digits));
            in_parts = true;
            digits.clear();
        } else if (in_parts) {
            digits += line;
        } else {
            const auto colon = line.find(": ");
            REQUIRE_MESSAGE(colon != std::string::npos, name << ": " << line);
            vector.lines.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
    }
    if (in_parts) vector.parts.push_back(part_from(digits));
    return vector;
}

std::vector<std::string> vector_names(std::string_view folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_of(folder))) {
        auto name = entry.path().filename().string();
        if (name.ends_with(".txt") && !name.ends_with("keys.txt")) names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

}  // namespace goodweek::test
