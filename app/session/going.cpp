// Going about: pages, faces, notices, settings.
#include <algorithm>

#include "session/handlers.h"
#include "session/look.h"
#include "session/sections.h"

namespace goodweek::session {

void apply(Inside& in, const Go& asked) {
    const auto& drafts = in.state.drafts;
    if (asked.route.page == Page::join && !asked.route.what.empty()) {
        in.state.drafts.join.typed = "#/join/" + asked.route.what;
        in.go(asked.route);
        return apply(in, LookAtInvite{});
    }
    if (asked.route.page == Page::accept_phone && !asked.route.what.empty()) {
        in.state.drafts.phone.typed = "#/add/" + asked.route.what;
        in.go(asked.route);
        return apply(in, LookAtPhone{});
    }
    // Each of these pages starts its form afresh, unless its draft was begun by the command that led here.
    if (asked.route.page == Page::person && in.state.route != asked.route) in.fill_person_draft(asked.route.person);
    if (asked.route.page == Page::reading && in.state.route != asked.route)
        in.state.drafts.reading = {.days = drafts.reading.days};
    if (asked.route.page == Page::goal && in.state.route != asked.route) {
        in.fill_goal_draft(asked.route.entity);
        in.state.drafts.action = {};
    }
    if (asked.route.page == Page::plan && in.state.route != asked.route) in.fill_plan_draft(asked.route.entity);
    if (asked.route.page == Page::section_form) in.fill_section_draft(asked.route);
    if (asked.route.page == Page::care_plan) in.state.drafts.section.door.clear();
    if (asked.route.page == Page::section) leave_word_of_reading(in, asked.route);
    if (asked.route.page == Page::question) in.fill_question_draft(asked.route);
    if (asked.route.page == Page::scores && in.state.route != asked.route) in.state.drafts.reading = {};
    in.go(asked.route);
}

void apply(Inside& in, const GoBack&) {
    const bool clinic = in.state.side == Side::clinic;
    in.go({.page = clinic ? Page::caseload : Page::today});
}

void apply(Inside& in, const LookAt& asked) {
    if (in.home().find(asked.person)) {
        in.state.looking_at = asked.person;
        in.state.drafts.log.person = asked.person;
    }
}

void apply(Inside& in, const Dismiss& asked) {
    std::erase_if(in.state.notices, [&](const Notice& notice) { return notice.id == asked.notice; });
}

void apply(Inside& in, const ChangeSettings& asked) {
    in.state.settings = asked.settings;
    in.state.settings.text_scale = std::clamp(asked.settings.text_scale, 0.85f, 3.0f);
    in.ask(RememberLook{look_text(in.state.settings)});
}

void apply(Inside& in, const CopyText& asked) {
    in.ask(Copy{asked.text});
    in.ask(Announce{{.key = "copied"}});
}

void apply(Inside& in, const PrintPage& asked) { in.ask(Print{asked.only, asked.large}); }

}  // namespace goodweek::session
