// The questions a screen may ask of a log, each with its answer kept up to date event by event, so that nothing in a
// frame grows with the length of the history.
#pragma once

#include "records/diary.h"
#include "records/goals.h"
#include "records/groups.h"
#include "records/home.h"
#include "records/lent.h"
#include "records/log.h"
#include "records/medicines.h"
#include "records/messages.h"
#include "records/plans.h"
#include "records/readings.h"
#include "records/reads.h"
#include "records/responses.h"
#include "records/routines.h"
#include "records/sections.h"

namespace goodweek::records {

struct Answers {
    Home home;
    Readings readings;
    Responses responses;
    Goals goals;
    Diary diary;
    Routines routines;
    Plans plans;
    Groups groups;
    Messages messages;
    Medicines medicines;
    Sections sections;
    Reads reads;
    Lent lent;

    // An entity changed: each answer forgets what it knew of it and reads it again.
    void hear(const Entity& entity);
};

}  // namespace goodweek::records
