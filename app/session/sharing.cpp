#include "session/sharing.h"

#include "domain/either.h"
#include "session/handlers.h"

namespace goodweek::session {

using namespace records;

std::optional<Shared> shared_kind(const Happening& what) {
    using Kind = std::optional<Shared>;
    return std::visit(on{
                          [](const Reading&) -> Kind { return Shared::readings; },
                          [](const AbsentReading&) -> Kind { return Shared::readings; },
                          [](const Symptom&) -> Kind { return Shared::symptoms_and_notes; },
                          [](const Note&) -> Kind { return Shared::symptoms_and_notes; },
                          [](const Activity&) -> Kind { return Shared::activities; },
                          [](const RestDay&) -> Kind { return Shared::activities; },
                          [](const Planned&) -> Kind { return Shared::activities; },
                          [](const PlanOutcome&) -> Kind { return Shared::activities; },
                          [](const MedicineTaken&) -> Kind { return Shared::medicines; },
                          [](const Response&) -> Kind { return Shared::questionnaires; },
                          [](const Goal&) -> Kind { return Shared::goals; },
                          [](const NextStep&) -> Kind { return Shared::goals; },
                          [](const StepDone&) -> Kind { return Shared::goals; },
                          [](const GoalRating&) -> Kind { return Shared::goals; },
                          [](const GoalLevels&) -> Kind { return Shared::goals; },
                          [](const ActionStep&) -> Kind { return Shared::goals; },
                          [](const ActionState&) -> Kind { return Shared::goals; },
                          [](const auto&) -> Kind { return std::nullopt; },
                      },
                      what);
}

Reach reach_of(const Happening& what, const Sharing& sharing, bool linked) {
    if (!linked) return Reach::family_only;
    if (const auto* reading = std::get_if<Reading>(&what)) {
        const auto* measure = find_measure(reading->measure);
        if (measure && measure->own_switch && !sharing.has_section(Sharing::private_readings))
            return Reach::family_only;
    }
    if (const auto kind = shared_kind(what)) return sharing.has(*kind) ? Reach::with_clinic : Reach::family_only;
    if (const auto* written = std::get_if<Written>(&what))
        return written->to_clinic || sharing.has_section(written->section) ? Reach::with_clinic : Reach::family_only;
    return std::visit(on{
                          // What a clinic must know to know whom it is helping, and what was said to it.
                          [](const HomeNamed&) { return Reach::with_clinic; },
                          [](const Person&) { return Reach::with_clinic; },
                          [](const Relationship&) { return Reach::with_clinic; },
                          [](const SharingChosen&) { return Reach::with_clinic; },
                          [](const Message&) { return Reach::with_clinic; },
                          [](const GoalAgreed&) { return Reach::with_clinic; },
                          [](const ClinicNamed&) { return Reach::with_clinic; },
                          [](const InviteUsed&) { return Reach::with_clinic; },
                          // The rest stays at home. Removed and Restored follow what they are about (placing.cpp).
                          [](const auto&) { return Reach::family_only; },
                      },
                      what);
}

void apply(Inside& in, const PreviewSharing& asked) {
    SharePreview preview;
    for (const auto& event : in.family().log.events()) {
        const auto kind = shared_kind(event.what);
        const auto* written = std::get_if<Written>(&event.what);
        const bool leaves = (kind || written) && reach_of(event.what, asked.sharing, true) == Reach::with_clinic;
        const auto* entity = leaves ? in.family().log.find(event.entity) : nullptr;
        if (!entity || entity->removed || entity->event() != &event) continue;
        if (kind) ++preview.entries[*kind];
        else ++preview.sections[written->section];
        if (!preview.since || event.at.day() < *preview.since) preview.since = event.at.day();
    }
    in.state.share_preview = std::move(preview);
}

void apply(Inside& in, const ShareWithClinic& asked) {
    in.record(the_sharing(), std::nullopt, in.here(), SharingChosen{asked.sharing});
    in.notify(Notice::Tone::good, {.key = asked.sharing.nothing() ? "sharing.stopped" : "sharing.changed"});
    in.go({.page = Page::people});
}

}  // namespace goodweek::session
