// One overload a command and one a report. Leave one out and the dispatch does not compile.
#pragma once

#include "session/command.h"
#include "session/effect.h"
#include "session/inside.h"

namespace goodweek::session {

// going.cpp
void apply(Inside& in, const Go& asked);
void apply(Inside& in, const GoBack& asked);
void apply(Inside& in, const LookAt& asked);
void apply(Inside& in, const Dismiss& asked);
void apply(Inside& in, const ChangeSettings& asked);
void apply(Inside& in, const CopyText& asked);
void apply(Inside& in, const PrintPage& asked);

// looking_around.cpp
void apply(Inside& in, const LookAround& asked);
void apply(Inside& in, const AddInvented& asked);
void hear(Inside& in, const SecondPartIs& said);
void hear(Inside& in, const CameWithUs& said);

// opening.cpp
void apply(Inside& in, const StartCreating& asked);
void apply(Inside& in, const NextPage& asked);
void apply(Inside& in, const OfferWords& asked);
void apply(Inside& in, const CreateFamily& asked);
void apply(Inside& in, const CreateClinic& asked);
void apply(Inside& in, const ConfirmRecovery& asked);
void apply(Inside& in, const Open& asked);
void apply(Inside& in, const Lock& asked);
void apply(Inside& in, const UseHere& asked);

// writing.cpp
void apply(Inside& in, const StartLog& asked);
void apply(Inside& in, const SaveReading& asked);
void apply(Inside& in, const SaveAbsent& asked);
void apply(Inside& in, const SaveSymptom& asked);
void apply(Inside& in, const SaveNote& asked);
void apply(Inside& in, const SaveActivity& asked);
void apply(Inside& in, const SaveMedicine& asked);
void apply(Inside& in, const SaveRest& asked);
void apply(Inside& in, const DoRoutine& asked);
void apply(Inside& in, const RemoveRoutine& asked);

// changing.cpp
void apply(Inside& in, const Remove& asked);
void apply(Inside& in, const Restore& asked);
void apply(Inside& in, const KeepThis& asked);
void apply(Inside& in, const EditEntry& asked);

// questionnaires.cpp
void apply(Inside& in, const BeginQuestions& asked);
void apply(Inside& in, const ChooseAnswer& asked);
void apply(Inside& in, const NextQuestion& asked);
void apply(Inside& in, const QuestionBefore& asked);
void apply(Inside& in, const SafetyRead& asked);
void apply(Inside& in, const LeaveQuestions& asked);

// goals.cpp
void apply(Inside& in, const AddGoal& asked);
void apply(Inside& in, const ChangeGoal& asked);
void apply(Inside& in, const SetStep& asked);
void apply(Inside& in, const RateGoal& asked);
void apply(Inside& in, const DidStep& asked);
void apply(Inside& in, const AgreeGoal& asked);
void apply(Inside& in, const SetLevels& asked);

// actions.cpp
void apply(Inside& in, const AddAction& asked);
void apply(Inside& in, const ActionIs& asked);

// plans.cpp
void apply(Inside& in, const StartPlan& asked);
void apply(Inside& in, const SavePlan& asked);
void apply(Inside& in, const PlanIsDone& asked);
void apply(Inside& in, const MakeCalendar& asked);

// sections.cpp
void apply(Inside& in, const SaveSection& asked);
void apply(Inside& in, const ShareSection& asked);

// packs.cpp
void apply(Inside& in, const TakeUp& asked);

// people.cpp
void apply(Inside& in, const AddPerson& asked);
void apply(Inside& in, const ChangePerson& asked);
void apply(Inside& in, const SendMessage& asked);

// sharing.cpp
void apply(Inside& in, const PreviewSharing& asked);
void apply(Inside& in, const ShareWithClinic& asked);

// joining.cpp
void apply(Inside& in, const LookAtInvite& asked);
void apply(Inside& in, const JoinClinic& asked);
void apply(Inside& in, const InviteFamily& asked);
void apply(Inside& in, const AnotherInvite& asked);

// phones.cpp
void apply(Inside& in, const OfferPhone& asked);
void apply(Inside& in, const LookAtPhone& asked);
void apply(Inside& in, const AcceptPhone& asked);
void apply(Inside& in, const PhoneWordsMatch& asked);
void apply(Inside& in, const CancelPhone& asked);

// syncing.cpp
void apply(Inside& in, const SyncNow& asked);
void hear(Inside& in, const Answered& said);
void hear(Inside& in, const Tick& said);
void hear(Inside& in, const Online& said);

// files.cpp
void apply(Inside& in, const MakeBundleFile& asked);
void apply(Inside& in, const FileChosen& asked);
void apply(Inside& in, const ReadColumns& asked);
void apply(Inside& in, const MakeBackup& asked);
void apply(Inside& in, const RestoreBackup& asked);

// lending.cpp
void apply(Inside& in, const LendWords& asked);

// keep.cpp
void apply(Inside& in, const SaveAgain& asked);
void apply(Inside& in, const CopyUnsaved& asked);

// opening.cpp and keep.cpp
void hear(Inside& in, const Started& said);
void hear(Inside& in, const Derived& said);
void hear(Inside& in, const TakenOver& said);
void hear(Inside& in, const Away& said);
void hear(Inside& in, const Kept& said);
void hear(Inside& in, const KeepingPromised& said);

}  // namespace goodweek::session
