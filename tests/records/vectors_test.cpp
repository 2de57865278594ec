// Walks tests/vectors/event: every file opens as it always did, or is refused for the reason it always was.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "golden_events.h"
#include "records/event_bytes.h"

namespace goodweek::records {

namespace {

struct Vector {
    std::map<std::string, std::string> header;
    Bytes bytes;
};

Vector read_vector(const std::filesystem::path& path) {
    std::ifstream file(path);
    Vector vector;
    std::string line, hex;
    while (std::getline(file, line) && line != "---") {
        const auto colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        vector.header[line.substr(0, colon)] = line.substr(colon + 2);
    }
    while (std::getline(file, line)) hex += line;
    const auto bytes = from_hex(hex);
    REQUIRE(bytes);
    vector.bytes = *bytes;
    return vector;
}

std::map<std::string, Vector> all_vectors() {
    std::map<std::string, Vector> vectors;
    for (const auto& entry : std::filesystem::directory_iterator(GOODWEEK_TESTS_FOLDER "/vectors/event"))
        if (entry.path().extension() == ".txt") vectors[entry.path().stem().string()] = read_vector(entry.path());
    return vectors;
}

std::string name_of(EventProblem problem) {
    switch (problem) {
        case EventProblem::not_canonical: return "not canonical";
        case EventProblem::missing_field: return "missing field";
        case EventProblem::wrong_type: return "wrong type";
        case EventProblem::out_of_range: return "out of range";
        case EventProblem::too_large: return "too large";
    }
    return "";
}

// What a header says of an event that opens.
std::map<std::string, std::string> described(const Event& event) {
    std::map<std::string, std::string> said{{"device", event.dot.device.hex()},
                                            {"counter", std::to_string(event.dot.counter)},
                                            {"clock", std::to_string(event.clock.packed)},
                                            {"entity", event.entity.hex()},
                                            {"at", to_iso(event.at)},
                                            {"kind", std::string{kind_of(event.what)}}};
    if (event.person) said["person"] = event.person->hex();
    if (event.author) said["author"] = event.author->hex();
    for (const auto& dot : event.supersedes) {
        auto& replaces = said["replaces"];
        replaces += (replaces.empty() ? "" : ", ") + dot.device.hex() + " " + std::to_string(dot.counter);
    }
    return said;
}

}  // namespace

TEST_CASE("every event ever kept opens as it always did, or is refused for the reason it always was") {
    const auto vectors = all_vectors();
    CHECK(vectors.size() >= 60);
    for (const auto& [name, vector] : vectors) {
        CAPTURE(name);
        const auto expect = vector.header.at("expect");
        const auto event = decode(vector.bytes);
        if (expect != "event" && expect != "newer") {
            REQUIRE_FALSE(event);
            CHECK(name_of(event.error()) == expect);
            continue;
        }
        REQUIRE(event);
        CHECK(encode(*event) == vector.bytes);
        CHECK(event->original.empty() == (expect == "event"));
        auto said = vector.header;
        said.erase("comment");
        said.erase("expect");
        CHECK(described(*event) == said);
    }
}

TEST_CASE("every event ever kept says what it always said") {
    const auto vectors = all_vectors();
    std::set<std::size_t> kinds;
    for (const auto& [name, event] : golden_events()) {
        CAPTURE(name);
        REQUIRE(vectors.contains(name));
        CHECK(encode(event) == vectors.at(name).bytes);
        CHECK(decode(vectors.at(name).bytes) == event);
        kinds.insert(event.what.index());
    }
    for (const auto& [name, vector] : vectors) {
        CAPTURE(name);
        const auto named = [&](const GoldenEvent& one) { return one.name == name; };
        CHECK(std::ranges::any_of(golden_events(), named) == (vector.header.at("expect") == "event"));
    }
    CHECK(kinds.size() == std::variant_size_v<Happening> - 1);
}

}  // namespace goodweek::records
