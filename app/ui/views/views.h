// Every page, a function each: who it is about and a draft it may write in; out come commands.
#pragma once

#include "session/state.h"
#include "ui/ui.h"

namespace goodweek::ui {

using session::Drafts;
using session::State;

// Before anyone is let in
void starting(Ui& ui, const State& state);
// In place of a page that has not come to this device yet.
void coming(Ui& ui, const State& state);
void unsupported(Ui& ui, const State& state);
void elsewhere(Ui& ui, const State& state);
void open(Ui& ui, const State& state, session::OpenDraft& draft);
void start(Ui& ui, const State& state);
void create(Ui& ui, const State& state, session::CreateDraft& draft);
void recovery(Ui& ui, const State& state, session::RecoveryDraft& draft);
void add_phone(Ui& ui, const State& state);
void came(Ui& ui, const State& state);

// A family's pages
void today(Ui& ui, const State& state);
void week(Ui& ui, const State& state, session::WeekView& view);
void day(Ui& ui, const State& state);
void plan(Ui& ui, const State& state, session::PlanDraft& draft);
void log(Ui& ui, const State& state, session::LogDraft& draft);
void log_one(Ui& ui, const State& state, session::LogDraft& draft);
void import(Ui& ui, const State& state, session::LogDraft& draft, session::ColumnsDraft& columns);
void readings(Ui& ui, const State& state);
void reading(Ui& ui, const State& state, session::ReadingView& view);
void questionnaires(Ui& ui, const State& state);
void question(Ui& ui, const State& state, session::QuestionDraft& draft);
void scores(Ui& ui, const State& state, session::ReadingView& view);
void goals(Ui& ui, const State& state, session::GoalDraft& draft);
void goal(Ui& ui, const State& state, session::GoalDraft& draft, session::ActionDraft& action,
          session::MessageDraft& message);
void entry(Ui& ui, const State& state, session::MessageDraft& draft);
void care_plan(Ui& ui, const State& state);
void others(Ui& ui, const State& state);
void watching(Ui& ui, const State& state);
void timeline(Ui& ui, const State& state, session::TimelineView& view);
void summary(Ui& ui, const State& state, session::SummaryView& view);
void section(Ui& ui, const State& state, session::SectionDraft& draft, session::MessageDraft& message);
void section_form(Ui& ui, const State& state, session::SectionDraft& draft);
void more(Ui& ui, const State& state);
void people(Ui& ui, const State& state, session::JoinDraft& draft);
void person(Ui& ui, const State& state, session::PersonDraft& draft);
void join(Ui& ui, const State& state, session::JoinDraft& draft);
void accept_phone(Ui& ui, const State& state, session::PhoneDraft& draft);
void messages(Ui& ui, const State& state, session::MessageDraft& draft);

// Everyone's
void help(Ui& ui, const State& state);
void settings(Ui& ui, const State& state, session::SettingsDraft& draft);
void sync(Ui& ui, const State& state);

// A link worker's pages
void caseload(Ui& ui, const State& state, session::CaseloadView& view);
void waiting_messages(Ui& ui, const State& state);
void invite_family(Ui& ui, const State& state, session::InviteDraft& draft);
void family(Ui& ui, const State& state, session::MessageDraft& draft);

}  // namespace goodweek::ui
