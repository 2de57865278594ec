// The words of a questionnaire that only a clinic with its owner's licence may give to its people: what completes a form that
// came with the app without them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/moment.h"

namespace goodweek {

struct LentWords {
    struct Said {
        std::string question{}, words{};
        std::vector<std::pair<std::string, std::string>> options{};  // from the code of each to its words
        std::string low_words{}, high_words{};                       // what the ends of a number mean
    };
    std::string questionnaire{}, form{}, version{}, language{};
    std::string holder{}, licence_number{};  // whose licence it is
    Day until{};                             // the last day on which it may be answered; answers stay
    std::vector<Said> questions{};
};

}  // namespace goodweek
