// Everything `goodweek` can do, as one table: what --help says and what main runs.
#pragma once

#include "cli/answer.h"
#include "cli/arguments.h"

namespace goodweek::cli {

struct Verb {
    std::string_view name;   // "person add"
    std::string_view words;  // "NAME"
    std::string_view help;
    std::size_t fewest_words = 0, most_words = 0;
    std::span<const Option> options = {};
    Answer (*run)(const Call& call) = nullptr;
    bool needs_profile = true;
};

std::span<const Verb> verbs();

// "goodweek --profile DIR person add NAME [--born YYYY-MM-DD]"
std::string usage_of(const Verb& verb);
// Of one verb, or of all.
std::string help_for(const Verb* verb);

// ---- what they do; a file for each group of them
Answer create(const Call& call);  // family_verbs.cpp
Answer add_person(const Call& call);
Answer list_people(const Call& call);
Answer log_reading(const Call& call);  // reading_verbs.cpp
Answer list_readings(const Call& call);
Answer list_measures(const Call& call);        // measures_verb.cpp
Answer list_questionnaires(const Call& call);  // questionnaire_verbs.cpp
Answer answer_questionnaire(const Call& call);
Answer list_scores(const Call& call);
Answer sign_words(const Call& call);  // words_verbs.cpp
Answer take_words(const Call& call);
Answer list_week(const Call& call);  // week_verbs.cpp
Answer add_to_week(const Call& call);
Answer list_goals(const Call& call);
Answer show_plan(const Call& call);
Answer show_summary(const Call& call);
Answer import_log(const Call& call);     // import_verb.cpp
Answer create_clinic(const Call& call);  // clinic_verbs.cpp
Answer invite_family(const Call& call);
Answer join_clinic(const Call& call);
Answer sync_now(const Call& call);
Answer list_caseload(const Call& call);
Answer export_record(const Call& call);  // file_verbs.cpp
Answer make_backup(const Call& call);
Answer restore_backup(const Call& call);  // restore_verb.cpp
Answer seed(const Call& call);            // seed_verb.cpp

}  // namespace goodweek::cli
