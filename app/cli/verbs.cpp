#include "cli/verbs.h"

#include <algorithm>
#include <array>

namespace goodweek::cli {

namespace {

constexpr std::array born{Option{"--born", "YYYY-MM-DD", "date of birth; may be left out"},
                          Option{"--relation", "WORDS", "what they are in this family: \"Grandad\""}};
constexpr std::array create_options{Option{"--make-words", {}, "make a passphrase of four words, and print it once"}};
constexpr std::array log_options{
    Option{"--unit", "U", "the unit of VALUE; without it the measure's first"},
    Option{"--at", "ISO8601",
           "when: 2026-11-06T07:45, with an offset if it is not this machine's; a bare date is that day"},
    Option{"--context", "MEAL",
           "before_breakfast, after_breakfast, before_lunch, after_lunch, before_evening_meal, "
           "after_evening_meal, before_snack, bedtime"},
    Option{"--note", "WORDS", "kept beside the reading"}, Option{"--sure", {}, "yes, this unusual value is right"}};
constexpr std::array answer_options{
    Option{"--form", "NAME", "adult, child, carer, proxy, easy_read; without it adult"}};
constexpr std::array import_options{
    Option{"--format", "NAME", "table, goodweek, home-glucose, or auto (the format is recognised)"},
    Option{"--columns", "LIST", "of a table without a first line: \"date,time,weight kg,-\""}};
constexpr std::array reading_options{Option{"--family", "NAME", "on a clinic's machine: whose"}};
constexpr std::array week_options{
    Option{"--from", "YYYY-MM-DD", "a day of the week that is meant; without it this one"},
    Option{"--family", "NAME", "on a clinic's machine: whose"}};
constexpr std::array plan_options{Option{"--on", "ISO8601", "when: 2026-11-07 or 2026-11-07T10:00; needed"},
                                  Option{"--for", "NAMES", "for whom, with commas; without it everyone"},
                                  Option{"--where", "WORDS", "where it is"},
                                  Option{"--kind", "NAME", "something, appointment or group; without it something"}};
constexpr std::array summary_options{Option{"--days", "N", "how far back; without it 90"},
                                     Option{"--family", "NAME", "on a clinic's machine: whose"}};
constexpr std::array clinic_options{
    Option{"--relay", "URL", "the relay's address"},
    Option{"--admin-token", "T", "what `goodweek-relay init` printed"},
    Option{"--worker", "NAME", "who works here; without it the clinic's name stands alone"},
    Option{"--make-words", {}, "make a passphrase of four words, and print it once"}};
constexpr std::array invite_options{Option{"--for", "WORDS", "whom the invite is for; only this clinic sees it"},
                                    Option{"--app", "URL", "where the app is served, so that the invite is a link"}};
constexpr std::array join_options{
    Option{"--share", "LIST",
           "what the clinic may read, with commas: readings, symptoms, activities, medicines, goals; without it "
           "everything that is logged"},
    Option{"--relay", "URL", "with a typed code: the relay's address"},
    Option{"--paper-words", "WORDS", "with a typed code: the eight words on the paper"}};
constexpr Option force{"--force", {}, "write over a file of that name"};
constexpr std::array export_options{Option{"--format", "NAME", "csv or json; without it the file's ending decides"},
                                    force};
constexpr std::array writing_options{force};
constexpr std::array seed_options{
    Option{"--relay", "URL", "the relay's address"},
    Option{"--admin-token", "T", "what `goodweek-relay init` printed"},
    Option{"--app", "URL", "where the app is served"},
    Option{"--today", "YYYY-MM-DD", "the last day of the invented year; without it today"},
    Option{"--first", "N", "only the first so many families"}};

constexpr std::array table{
    Verb{"create", "NAME", "Make a profile for a family of that name.", 1, 1, create_options, create},
    Verb{"person add", "NAME", "Add somebody to the family.", 1, 1, born, add_person},
    Verb{"people", "", "Who is in the family.", 0, 0, reading_options, list_people},
    Verb{"log", "PERSON MEASURE VALUE", "Write a reading down.", 3, 3, log_options, log_reading},
    Verb{"import", "PERSON FILE", "Read a file of readings; every line is taken, noted or refused.", 2, 2,
         import_options, import_log},
    Verb{"readings", "PERSON [MEASURE]", "The readings of one person, oldest first.", 1, 2, reading_options,
         list_readings},
    Verb{"measures",
         "",
         "What can be written down as a reading, its units and limits.",
         0,
         0,
         {},
         list_measures,
         false},
    Verb{"questionnaires",
         "",
         "The questionnaires in this version: their words, and who owns them.",
         0,
         0,
         {},
         list_questionnaires,
         false},
    Verb{"answer", "PERSON QUESTIONNAIRE FILE", "Save answers from a JSON file, question by question.", 3, 3,
         answer_options, answer_questionnaire},
    Verb{"score", "PERSON [QUESTIONNAIRE]", "What answered questionnaires came to, over time.", 1, 2, reading_options,
         list_scores},
    Verb{"words sign", "FILE OUT", "A clinic lends the words of a form it holds the licence for: signs them.", 2, 2,
         writing_options, sign_words},
    Verb{"words take",
         "FILE",
         "Take words that the clinic signed, so that their form can be answered here.",
         1,
         1,
         {},
         take_words},
    Verb{"week", "", "What was done and what is planned, day by day.", 0, 0, week_options, list_week},
    Verb{"week add", "WHAT", "Put something on a day.", 1, 1, plan_options, add_to_week},
    Verb{"goals", "", "Everybody's goals, their next steps and how they are going.", 0, 0, reading_options,
         list_goals},
    Verb{"plan show", "PERSON", "What stands in somebody's care plan, page by page.", 1, 1, reading_options,
         show_plan},
    Verb{"summary", "PERSON", "What could stand on one page about somebody, for an appointment.", 1, 1,
         summary_options, show_summary},
    Verb{"clinic create", "NAME", "Make a profile for a clinic, at a relay.", 1, 1, clinic_options, create_clinic},
    Verb{"clinic invite", "", "Make an invite for one family. It works once.", 0, 0, invite_options, invite_family},
    Verb{"join", "INVITE", "Join the clinic that gave this invite, and share with it.", 1, 1, join_options,
         join_clinic},
    Verb{"sync", "", "Send what is waiting and fetch what is new.", 0, 0, {}, sync_now},
    Verb{"caseload", "", "The families that share with this clinic.", 0, 0, {}, list_caseload},
    Verb{"export", "FILE", "Everything that can be read here, as CSV or JSON. The file is not encrypted.", 1, 1,
         export_options, export_record},
    Verb{"backup", "FILE", "Everything, sealed with a passphrase.", 1, 1, writing_options, make_backup},
    Verb{"restore", "FILE", "Bring a backup into this profile, or into a new one.", 1, 1, {}, restore_backup},
    Verb{"seed", "DIR", "An invented clinic and twenty invented families, joined and synced, each a profile in DIR.",
         1, 1, seed_options, seed, false},
};

std::string wrapped_option(const Option& option) {
    std::string line = "  " + std::string{option.name};
    if (!option.value.empty()) line += " " + std::string{option.value};
    return line + "\n      " + std::string{option.help} + "\n";
}

std::string help_for_all() {
    std::string text =
        "goodweek: a family's record, and a clinic's caseload, on the command line.\n\n"
        "  goodweek --profile DIR VERB ... [--json]\n\n";
    std::size_t widest = 0;
    for (const auto& verb : table) widest = std::max(widest, verb.name.size() + verb.words.size() + 1);
    for (const auto& verb : table) {
        std::string line = std::string{verb.name} + " " + std::string{verb.words};
        line.resize(widest + 2, ' ');
        text += "  " + line + std::string{verb.help} + "\n";
    }
    return text +
           "\n"
           "  --profile DIR  the folder of the profile\n"
           "  --json         answer as JSON\n"
           "  --help         this, or after a verb more about it\n\n"
           "The passphrase comes from GOODWEEK_PASSPHRASE, or is asked for; a backup's from "
           "GOODWEEK_BACKUP_PASSPHRASE,\n"
           "where that is set. Exit: 0 done, 1 refused with a reason, 2 wrong use.\n\n"
           "Goodweek is not monitored. In an emergency call 999.";
}

}  // namespace

std::span<const Verb> verbs() { return table; }

std::string usage_of(const Verb& verb) {
    std::string text = verb.needs_profile ? "goodweek --profile DIR " : "goodweek ";
    text += verb.name;
    if (!verb.words.empty()) text += " " + std::string{verb.words};
    for (const auto& option : verb.options) {
        text += " [" + std::string{option.name};
        if (!option.value.empty()) text += " " + std::string{option.value};
        text += "]";
    }
    return text;
}

std::string help_for(const Verb* verb) {
    if (!verb) return help_for_all();
    std::string text = std::string{verb->help} + "\n\n  " + usage_of(*verb) + "\n";
    if (!verb->options.empty()) text += "\n";
    for (const auto& option : verb->options) text += wrapped_option(option);
    text.pop_back();
    return text;
}

}  // namespace goodweek::cli
