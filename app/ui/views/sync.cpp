// What waits to be sent, when all was last sent, and how to carry it by hand where there is no network at all.
#include "session/command.h"
#include "ui/views/dates.h"
#include "ui/views/frame.h"
#include "ui/views/views.h"

namespace goodweek::ui {

namespace {

using session::Sending;

void standing(Ui& ui, const State& state) {
    const auto& sending = state.sending;
    switch (sending.state) {
        case Sending::alone:
            notice(ui, {.id = "alone",
                        .tone = Tone::info,
                        .title = ui.text("sync.alone_title"),
                        .text = ui.text("sync.alone")});
            return;
        case Sending::offline:
            notice(ui, {.id = "offline",
                        .tone = Tone::info,
                        .title = ui.text("sync.offline_title"),
                        .text = ui.text("sync.offline")});
            break;
        case Sending::failed:
            notice(ui, {.id = "failed",
                        .tone = Tone::warn,
                        .title = ui.text("sync.failed_title"),
                        .text = sending.trouble ? ui.text(*sending.trouble) : ui.text("sync.failed")});
            break;
        case Sending::sending: progress(ui, "sending", {.label = ui.text("status.sending")}); break;
        case Sending::idle: break;
    }
    paragraph(ui,
              {.text = sending.waiting ? ui.counted("sync.waiting", sending.waiting) : ui.text("sync.none_waiting"),
               .icon = sending.waiting ? "clock" : "circle-check"});
    paragraph(ui,
              sending.last
                  ? ui.text("sync.last", {{"when", moment_words(ui, {*sending.last, state.offset}, state.today())}})
                  : ui.text("sync.never"),
              Look::hint);
    const bool busy = sending.state == Sending::sending;
    if (button(ui, "sync",
               {.label = ui.text(busy ? "status.sending" : "sync.now"), .icon = "refresh-cw", .busy = busy}))
        ui.emit(session::SyncNow{});
}

void troubles(Ui& ui, const State& state) {
    for (const auto& [id, family] : state.families)
        if (family.trouble)
            ui.scope(id.hex(), [&] {
                const auto& name = family.answers.home.name();
                notice(ui, {.id = "trouble",
                            .tone = Tone::warn,
                            .title = name.empty() ? ui.text("family.unnamed") : name,
                            .text = ui.text(*family.trouble)});
            });
}

}  // namespace

void sync(Ui& ui, const State& state) {
    const bool clinic = state.side == Side::clinic;
    framed(ui, state,
           {.id = "sync",
            .back = ui.text(clinic ? "place.caseload" : "place.more"),
            .back_href = clinic ? "#/caseload" : "#/more"},
           [&] {
               title(ui, ui.text("sync.title"));
               standing(ui, state);
               troubles(ui, state);
               if (state.sending.state == Sending::alone) return;
               heading(ui, ui.text("sync.by_hand"));
               paragraph(ui, ui.text("sync.by_hand_text"));
               if (button(ui, "make-file",
                          {.label = ui.text("sync.make_file"),
                           .look = Button::Look::secondary,
                           .icon = "download",
                           .gesture = true}))
                   ui.emit(session::MakeBundleFile{});
               file_button(ui, "bundle", {.label = ui.text("sync.open_file"), .accept = ".gwf"});
               heading(ui, ui.text("sync.phones"));
               if (const auto* family = state.find(state.own)) {
                   list(ui, {.id = "devices", .name = ui.text("sync.phones")}, [&] {
                       for (const auto& device : family->devices)
                           row(ui, device.id.hex(),
                               {.title = !device.this_one ? device.name
                                         : clinic         ? ui.text("sync.this_device")
                                                          : ui.text("people.this_phone"),
                                .text = device.last_heard
                                            ? ui.text("people.last_met",
                                                      {{"day", relative_day(ui, *device.last_heard, state.today())}})
                                            : "",
                                .icon = device.this_one ? "smartphone" : "tablet-smartphone"});
                   });
               }
               link(ui, "add-phone", ui.text("people.add_phone"), {.page = session::Page::accept_phone});
           });
}

}  // namespace goodweek::ui
