// What has been typed and not yet saved. Plain structs owned by State: leaving and coming back loses nothing. The only
// thing a view may change.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/entries.h"
#include "domain/goal.h"
#include "domain/plan.h"
#include "domain/questionnaire.h"
#include "domain/sentence.h"
#include "domain/sharing.h"

namespace goodweek::session {

// A date in three boxes, as typed: the month may be a word.
struct TypedDate {
    std::string day{}, month{}, year{};
    bool empty() const { return day.empty() && month.empty() && year.empty(); }
    friend bool operator==(const TypedDate&, const TypedDate&) = default;
};

enum class When { now, earlier_today, yesterday, another_day };

struct WhenDraft {
    When when = When::now;
    std::string time{};  // "7:45", as typed
    TypedDate date{};
};

// A problem beside its field, and whether the summary has it.
struct FieldProblem {
    std::string field;  // "value", "time"
    Sentence sentence;
    bool only_asks = false;  // nothing is wrong: the same again is taken as a yes
    friend bool operator==(const FieldProblem&, const FieldProblem&) = default;
};
using Problems = std::vector<FieldProblem>;

struct LogDraft {
    PersonId person;
    std::vector<PersonId> together;  // who else did it
    std::string value;               // number typed, or symptom, note, activity, medicine
    std::string unit;
    std::string dose;
    std::string minutes;
    std::string note;
    bool note_open = false;     // its box is unfolded
    std::optional<int> rating;  // of 0 to 10
    Context context = Context::none;
    Taken taken = Taken::taken;
    Rest rest = Rest::rest;
    WhenDraft when;
    std::optional<std::string> asked_about;  // the unusual value that "Is that right?" was asked of
    std::optional<EntityId> editing;         // a new version of this, not a new entry
    int in_sitting = 0;                      // readings of this sitting that are saved already
    bool every_day = false;                  // also put it on Today's list
    std::string routine_when;                // "before school"
    Problems problems;
};

// One questionnaire being answered. A view writes what was chosen or typed; what counts is in `answers`.
struct QuestionDraft {
    PersonId person{};
    std::string questionnaire{}, form{};
    AnswerMode mode = AnswerMode::alone;
    bool begun = false;  // how it is filled in was said
    std::size_t at = 0;  // of the questions that are put
    ItemAnswers answers{};
    int chosen = -1;                           // an option's place, or their number for "I would rather not say"
    std::optional<int> rating{};               // of 0 to 10
    std::string text{};                        // a number of another range, or words
    std::optional<SafetyRule::Page> safety{};  // stands before everything else
    bool saving = false;                       // after it, all is saved
    Problems problems{};
};

struct PersonDraft {
    std::string name, relation, picture = "flower-2";
    int colour = 0;
    TypedDate born;
    Problems problems;
};

struct GoalDraft {
    std::string words, why;
    std::vector<PersonId> people;
    std::optional<int> target;
    TypedDate by;
    std::string step;
    int days_a_week = 3;
    bool at_most = false;
    std::optional<int> rating, confidence;
    int level = -3;  // below -2: none chosen
    Levels levels;
    bool changing_step = false;
    Problems problems;
};

// What somebody is to do about a goal.
struct ActionDraft {
    std::string words, help;
    std::optional<PersonId> owner;
    bool for_clinic = false;
    TypedDate due;
    bool open = false;  // its form is unfolded
    Problems problems;
};

// Something for a day, new or changed.
struct PlanDraft {
    Planned plan{};
    Day week{};      // the Monday of the week that is offered
    int chosen = 0;  // its day, from 0; below 0 for another one, as typed
    TypedDate date{};
    std::string time{};  // "10am", as typed
    PlanOutcome outcome{};
    std::string came_code{};                   // as somebody read it out
    std::string came_link{};                   // what whoever runs the group opens for it
    std::vector<std::vector<bool>> came_qr{};  // the same, to scan
    std::optional<EntityId> editing{};
    Problems problems{};
};

// A section of the care plan, or one entry of a section that has many.
struct SectionDraft {
    struct Field {
        std::string text;  // as Written has it, not yet checked
        TypedDate date;    // of a day
    };
    std::string section;
    PersonId person;
    std::optional<EntityId> entry;        // changed, not begun
    std::map<std::string, Field> fields;  // by key
    std::string door;                     // the section whose door was opened
    Problems problems;
};

struct WeekView {
    bool everyone = false;  // or whoever is looked at
};

struct CreateDraft {
    enum class Step { who, look, promise, lock } step = Step::who;
    std::string home, name;
    std::vector<std::string> offered;  // four generated words
    bool own_words = false;
    std::string passphrase, again;
    bool show = false;
    bool then_join = false;  // came with an invite in hand
    Problems problems;
};

struct RecoveryDraft {
    std::string code;  // shown once, grouped
    bool asking = false;
    std::vector<int> asked;  // which three groups
    std::vector<std::string> given;
    Problems problems;
};

struct OpenDraft {
    std::string passphrase;
    bool show = false;
    bool with_recovery = false;
    std::string recovery;
    Problems problems;
};

struct JoinDraft {
    std::string typed;  // the invite, pasted or typed
    Sharing sharing;
    bool sharing_begun = false;  // filled from what is shared now
    bool words_match = false;    // typed invites: the 8 words were compared with the paper
    Problems problems;
};

struct PhoneDraft {
    std::string typed;  // the other phone's code
    PersonId person;
    Problems problems;
};

// Each conversation has a box of its own: words meant for one family are never found in another's.
struct MessageTo {
    GroupId family;
    std::optional<EntityId> about;
    friend auto operator<=>(const MessageTo&, const MessageTo&) = default;
};

struct MessageDraft {
    std::string text;
    Problems problems;
};

struct InviteDraft {
    std::string for_whom;
};

struct SettingsDraft {
    std::string backup_passphrase, backup_again, restore_passphrase;
    bool show = false;
    Problems problems;
};

struct CaseloadView {
    enum class Group { all, waiting, quiet, steady } group = Group::all;
    enum class Sort { reason, name, last_heard, last_logged } sort = Sort::reason;
    std::string search;
    int rows = 60;  // shown; "Show more" adds to it
};

struct ReadingView {
    int days = 14;
    int selected = -1;  // a point; -1 is the last
    bool numbers = false;
    int rows = 20;
};

// What goes on the page that somebody takes to an appointment.
struct SummaryView {
    int days = 90;
    bool large = false;
    std::map<std::string, bool> chosen;  // by what it is: where it is not as it would be by itself
};

struct TimelineView {
    enum class Show { all, readings, feeling, doing } show = Show::all;
    std::optional<Day> last;  // of the days shown; nothing is today
    std::size_t rows = 60;
};

// The columns of a table whose headings said too little.
struct ColumnsDraft {
    bool open = false;
    std::string file;
    std::vector<std::string> headings, samples;
    std::vector<std::string> said;  // what each is; empty: left out
    Problems problems;
};

struct Drafts {
    LogDraft log;
    QuestionDraft question;
    PersonDraft person;
    GoalDraft goal;
    ActionDraft action;
    PlanDraft plan;
    SectionDraft section;
    WeekView week;
    CreateDraft create;
    RecoveryDraft recovery;
    OpenDraft open;
    JoinDraft join;
    PhoneDraft phone;
    std::map<MessageTo, MessageDraft> messages;
    InviteDraft invite;
    SettingsDraft settings;
    CaseloadView caseload;
    ReadingView reading;
    SummaryView summary;
    TimelineView timeline;
    ColumnsDraft columns;
};

}  // namespace goodweek::session
