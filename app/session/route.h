// Where a person is: one page, and what it is about. Its text form is the page's address after the #.
#pragma once

#include <string>
#include <string_view>

#include "domain/ids.h"

namespace goodweek::session {

enum class Page {
    open,          // locked: passphrase or recovery code
    start,         // first run: who is this for
    create,        // first run: a new family
    recovery,      // first run: write the recovery code down, give three groups of it back
    join,          // an invite from a clinic: what it is, what will be shared
    add_phone,     // this phone joins a family that has another phone
    accept_phone,  // another phone asks to join ours
    came,          // whoever runs a group confirms that somebody came; nobody need live here
    today,
    week,            // this one, or the one with the day in route.what
    day,             // route.what: "2026-11-06"
    plan,            // something for a day: new, or route.entity
    log,             // choose
    log_one,         // one thing: route.what says which
    import,          // a file of readings
    readings,        // of one person, all measures
    reading,         // one measure's figure: route.what
    questionnaires,  // choose
    question,        // answer one, question by question: route.what says which
    scores,          // what one came to, over time
    goals,
    goal,
    care_plan,     // every section of one person's, and of the household's
    section,       // one to read: route.what says which
    section_form,  // the same to write in; of a section that has many, route.entity is the entry
    others,        // the invented families, to look around with another
    timeline,      // all that was written about one person, day by day
    summary,       // one page about somebody, to take to an appointment
    watching,      // what one person keeps an eye on, and what it costs
    entry,         // one thing written down: its history, replies, remove and restore
    more,
    people,  // people and sharing
    person,
    help,
    settings,
    messages,
    sync,  // waiting, sync now, sealed files
    caseload,
    family,  // one family, as the link worker sees it
};

struct Route {
    Page page = Page::start;
    GroupId family;  // of a worker's page; empty means our own
    PersonId person;
    EntityId entity;
    std::string what;  // a measure's key, a kind of entry, or an invite's text
    friend bool operator==(const Route&, const Route&) = default;
};

// "#/goal/<id>": what a link's href is. Total both ways: an address we do not know leads to Today.
std::string to_text(const Route& route);
Route route_from(std::string_view address);

}  // namespace goodweek::session
