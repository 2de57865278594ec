// The things a family writes down. Plain data; who, when and about whom stand in the event round them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/measure.h"

namespace goodweek {

// Of a home glucose log the makers are to be named wherever it is shown; a table is the family's own.
enum class Source { typed, home_log, table };
constexpr std::string_view to_text(Source source) {
    if (source == Source::typed) return "typed";
    return source == Source::home_log ? "home_log" : "table";
}

struct Reading {
    std::string measure{};  // a key of the table; one we do not know is kept and shown as text
    Thousandths first = 0;
    std::optional<Thousandths> second{};
    std::string typed{};  // exactly as it was written
    std::string unit{};
    Context context = Context::none;
    std::string note{};
    bool confirmed = false;  // unusual, and the person said yes, it is right
    Source source = Source::typed;
    friend bool operator==(const Reading&, const Reading&) = default;
};

// A reading that there is none of, and why: nought is a value, and this is not (FHIR R4 dataAbsentReason: asked-declined, unknown).
struct AbsentReading {
    enum class Why { skipped, not_known };
    std::string measure{};
    Why why = Why::skipped;
    friend bool operator==(const AbsentReading&, const AbsentReading&) = default;
};

struct Symptom {
    std::string what{};             // in their own words
    std::optional<int> strength{};  // 0 to 10
    std::string note{};
    Source source = Source::typed;
    friend bool operator==(const Symptom&, const Symptom&) = default;
};

struct Note {
    std::string text{};
    Source source = Source::typed;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Activity {
    std::string what{};
    std::vector<PersonId> people{};  // one walk, however many walked
    std::optional<int> minutes{};
    std::string note{};
    Source source = Source::typed;
    friend bool operator==(const Activity&, const Activity&) = default;
};

enum class Taken { taken, part, missed, not_known };

struct MedicineTaken {
    std::string medicine{};
    std::string dose{};  // as written: "2 puffs", "9 units"
    Taken taken = Taken::taken;
    std::string note{};
    Source source = Source::typed;
    friend bool operator==(const MedicineTaken&, const MedicineTaken&) = default;
};

enum class Rest { rest, ill, away };

// A day on which not doing things is the thing to log.
struct RestDay {
    Rest why = Rest::rest;
    friend bool operator==(const RestDay&, const RestDay&) = default;
};

// Something this family means to do on most days, so that Today can offer it with one button.
struct Routine {
    enum class Kind { reading, medicine, activity };
    Kind kind = Kind::reading;
    std::string what{};  // a measure's key, a medicine or an activity
    std::string dose{};
    std::string when{};  // in their words: "before school"
    std::vector<PersonId> people{};
    friend bool operator==(const Routine&, const Routine&) = default;
};

}  // namespace goodweek
