// Everything a person can do, on one page.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/bytes.h"
#include "session/invented.h"
#include "session/state.h"

namespace goodweek::session {

// Going about
struct Go {
    Route route;
};
struct GoBack {};  // the browser's own Back
struct LookAt {
    PersonId person;
};  // choose a face
struct Dismiss {
    std::uint32_t notice;
};
struct ChangeSettings {
    Settings settings;
};

// Coming in. The words are in the drafts.
struct LookAround {
    std::string family;
};  // an invented family by its key, else the first; nothing is kept
struct StartCreating {
    bool then_join = false;
};
struct NextPage {};    // of making a family: judge this step, go to the next
struct OfferWords {};  // four fresh words for a passphrase
struct CreateFamily {};
struct CreateClinic {
    std::string clinic, worker, relay, admin_token;
};
struct ConfirmRecovery {};  // the three groups were given back
struct Open {};
struct Lock {};
struct UseHere {};  // take over from another tab

// Writing down. Each saves the draft it names, for the person in it.
struct SaveReading {
    std::string measure;
    bool another = false;  // of the same sitting comes next: the form stays
};
struct SaveAbsent {
    std::string measure;
    AbsentReading::Why why = AbsentReading::Why::skipped;
};
struct SaveSymptom {};
struct SaveNote {};
struct SaveActivity {};
struct SaveMedicine {};
struct SaveRest {};
struct StartLog {
    std::string what;
    PersonId person;
};  // a fresh draft for one thing
struct DoRoutine {
    EntityId routine;
};  // Today's one button
struct RemoveRoutine {
    EntityId routine;
};
struct Remove {
    EntityId entity;
};
struct Restore {
    EntityId entity;
};
struct KeepThis {
    EntityId entity;
    records::Dot dot;
};  // of two versions written at once
struct EditEntry {
    EntityId entity;
};  // its form, with the draft filled in; Save writes a new version

// Questionnaires. The answers are in the draft.
struct BeginQuestions {};  // how it is filled in was said
struct ChooseAnswer {};    // an answer was chosen, before it is gone on from
struct NextQuestion {};
struct QuestionBefore {};
struct SafetyRead {};      // the page that an answer called for was read
struct LeaveQuestions {};  // throw the answers away

// Goals
struct AddGoal {};
struct ChangeGoal {
    EntityId goal;
};
struct SetStep {
    EntityId goal;
};
struct RateGoal {
    EntityId goal;
};
struct DidStep {
    EntityId goal;
};
struct AgreeGoal {
    EntityId goal;
};
struct SetLevels {
    EntityId goal;
};
struct AddAction {
    EntityId goal;
};
struct ActionIs {
    EntityId action;
    ActionState::State state = ActionState::State::accepted;
};

// Plans. What is to be saved is in the draft.
struct StartPlan {
    Day day{};
};  // a fresh draft for that day
struct SavePlan {};
struct PlanIsDone {
    EntityId plan;
    bool done = true;  // taken back, it is again what it was before
};

struct MakeCalendar {};  // a file of all that is to come

// The care plan. What is to be saved is in the draft.
struct SaveSection {};
struct ShareSection {
    std::string section;
    bool on = false;
};

// Packs
struct TakeUp {
    PersonId person;
    PackAsk ask;
};  // onto Today's list

// People and sharing
struct AddPerson {};
struct ChangePerson {
    PersonId person;
};
struct LookAtInvite {};  // read what was pasted or scanned
struct JoinClinic {};
struct PreviewSharing {
    Sharing sharing;
};
struct ShareWithClinic {
    Sharing sharing;
};
struct OfferPhone {};   // this phone wants in: make its code
struct LookAtPhone {};  // another phone's code was typed or scanned
struct AcceptPhone {};
struct PhoneWordsMatch {};
struct CancelPhone {};

// Talking
struct SendMessage {
    std::optional<EntityId> about;
};

// Moving
struct SyncNow {};
// The table that was chosen is read again, by what was said of its columns.
struct ReadColumns {};
struct MakeBundleFile {};  // sealed, to carry by hand
struct FileChosen {
    std::string purpose;
    std::string name;
    Bytes bytes;
    std::string columns{};        // of a table that does not say what its columns are
    std::string format = "auto";  // by its name (exchange/import.h)
};  // import, bundle, backup, words
struct MakeBackup {};
struct RestoreBackup {};
struct CopyText {
    std::string text;
};
struct PrintPage {
    std::string only{};  // the section of that name; without it the whole page
    bool large = false;
};

// When the disk would not take it
struct SaveAgain {};
struct CopyUnsaved {};  // what was written since the last safe save, as text

// The clinic
struct LendWords {
    Bytes words;
};  // of a form it holds the licence for (exchange/lent_words_file.h): signed, kept, and offered as a file
struct InviteFamily {
    std::string for_whom;
};
struct AnotherInvite {};

// Training and looking around: what invented people wrote, as if this device had (invented.h)
struct AddInvented {
    std::vector<InventedEntry> entries;
    GroupId family;
};

using Command =
    std::variant<Go, GoBack, LookAt, Dismiss, ChangeSettings, LookAround, StartCreating, NextPage, OfferWords,
                 CreateFamily, CreateClinic, ConfirmRecovery, Open, Lock, UseHere, SaveReading, SaveAbsent,
                 SaveSymptom, SaveNote, SaveActivity, SaveMedicine, SaveRest, StartLog, DoRoutine, RemoveRoutine,
                 Remove, Restore, KeepThis, EditEntry, BeginQuestions, ChooseAnswer, NextQuestion, QuestionBefore,
                 SafetyRead, LeaveQuestions, AddGoal, ChangeGoal, SetStep, RateGoal, DidStep, AgreeGoal, SetLevels,
                 AddAction, ActionIs, StartPlan, SavePlan, PlanIsDone, MakeCalendar, SaveSection, ShareSection,
                 TakeUp, AddPerson, ChangePerson, LookAtInvite, JoinClinic, PreviewSharing, ShareWithClinic,
                 OfferPhone, LookAtPhone, AcceptPhone, PhoneWordsMatch, CancelPhone, SendMessage, SyncNow,
                 MakeBundleFile, FileChosen, ReadColumns, MakeBackup, RestoreBackup, CopyText, PrintPage, SaveAgain,
                 CopyUnsaved, LendWords, InviteFamily, AnotherInvite, AddInvented>;

}  // namespace goodweek::session
