// What the command line says back, for people and as JSON, and how it ends.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "domain/measure.h"
#include "domain/sentence.h"
#include "session/drafts.h"

namespace goodweek::cli {

using Json = nlohmann::ordered_json;

enum class Exit { done = 0, refused = 1, wrong_use = 2 };

struct Answer {
    Exit exit = Exit::done;
    Json json;
    std::string text;  // for people; ends without a line feed
};

Answer done(Json json, std::string text);

// {"refused":{"why":...}}, with the sentence's key or the field it belongs to where there is one.
Answer refused(std::string why);
Answer refused(const Sentence& why);
Answer refused(const session::Problems& problems);
Answer wrong_use(std::string why);

// As a JSON number.
inline double number_of(Thousandths value) { return static_cast<double>(value) / 1000; }

// The app's own words for it (assets/words).
std::string say(const Sentence& sentence);

// To standard output, or to standard error where a person is told of a failure. The process's exit code.
int print(const Answer& answer, bool as_json);

}  // namespace goodweek::cli
