// A golden vector: lines `name: value`, then parts in hexadecimal, each after a line `---` (tests/vectors/*/FORMAT.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/bytes.h"

namespace goodweek::test {

struct VectorFile {
    std::string name;
    std::vector<std::pair<std::string, std::string>> lines;
    std::vector<Bytes> parts;

    // The value of that line; an empty text when there is none.
    std::string get(std::string_view key) const;
    std::vector<std::string> all(std::string_view key) const;
};

// From tests/vectors/FOLDER/NAME. A file that is missing or malformed fails the test.
VectorFile vector_file(std::string_view folder, std::string_view name);
// The cases of a folder in order; keys and format pages are none.
std::vector<std::string> vector_names(std::string_view folder);

}  // namespace goodweek::test
