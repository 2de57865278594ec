#include "shell/app.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "domain/either.h"
#include "ui/views/screen.h"
#include "vault/sealed_file.h"

namespace goodweek::shell {

namespace {

// A press may change what is shown, and that may ask for the focus: the third pass has settled all there is.
constexpr int most_passes = 3;
// A phone that takes its drawing context away twice will do it again.
constexpr int losses_borne = 1;

// Mistakes of ours: the page goes on, the console says so, and a test that sees it fails.
void complain_of(const ui::Frame& frame) {
    for (const auto& action : frame.untaken)
        std::fprintf(stderr, "nobody took an action of kind %d\n", static_cast<int>(action.kind));
    for (const auto& node : frame.nodes)
        if (std::ranges::contains(frame.doubled, node.key))
            std::fprintf(stderr, "not alone with its key: %s\n", node.name.c_str());
}

}  // namespace

Moment wall_clock() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

struct App::Screen {
    ui::Frame frame;
    std::vector<ui::Announcement> announcements;
    ui::Key focus = 0;
    bool settled = false;
};

App::App() : ui_(fonts_, ui::english()) { ui_.measure = browser::measure; }

void App::give_font(std::size_t face, Bytes bytes) {
    if (font_bytes_.size() <= face) font_bytes_.resize(face + 1);
    font_bytes_[face] = std::move(bytes);
}

bool App::begin(std::string folder) {
    canvas_.prepare();
    font_bytes_.resize(3);
    if (!fonts_.load(font_bytes_[0], font_bytes_[1], font_bytes_[2])) return false;
    surroundings_.canvas_works = canvas_.open();
    session_ = std::make_unique<session::Session>(std::move(folder));
    hear(session::SecondPartIs{session::SecondPart::coming});
    return true;
}

void App::act(Handle handle, ui::ActionKind kind, std::string text, bool by_keyboard) {
    if (const auto key = mirror_.key_of(handle)) actions_.push_back({*key, kind, std::move(text), by_keyboard});
}

void App::command(const session::Command& command) {
    catch_up();
    perform(session_->apply(command, wall_clock()));
}

void App::hear(const session::Report& report) {
    catch_up();
    perform(session_->hear(report, wall_clock()));
}

// A press, or a word that was typed, is for the page it was done on: it takes its effect before anything else does.
void App::catch_up() {
    if (!actions_.empty()) show(lay_out(last_frame_ms_));
}

void App::switch_plain_page() {
    auto settings = session_->state().settings;
    settings.plain = !look_.plain;
    surroundings_.plain_asked = false;
    command(session::ChangeSettings{settings});
}

void App::canvas_changed(bool whole) {
    if (!whole) {
        ++times_lost_;
        canvas_.lost();
    }
    surroundings_.canvas_works = whole && times_lost_ <= losses_borne && canvas_.restored();
}

bool App::as_meant(std::uint32_t ticket, std::size_t index, ByteView bytes) const {
    if (ticket != saving_.ticket || index >= saving_.files.size()) return false;
    const auto& meant = saving_.files[index];
    return bytes.size() == meant.length && vault::file_hash(bytes) == meant.hash;
}

void App::perform(const session::Effects& effects) {
    for (const auto& effect : effects) perform(effect);
}

void App::perform(const session::Effect& effect) {
    std::visit(
        on{
            [&](const session::Announce& said) {
                announcements_.push_back({ui_.text(said.sentence), said.now ? ui::Live::now : ui::Live::polite});
            },
            [&](const session::Keep& asked) {
                saving_ = asked;
                browser::perform(asked);
            },
            [](const session::WakeAt& asked) { browser::perform(asked, wall_clock()); },
            [](const auto& asked) { browser::perform(asked); },
        },
        effect);
}

// Runs the view until what was done has taken its effect, so that no frame shows half a change.
App::Screen App::lay_out(double now_ms) {
    Screen screen;
    auto actions = std::exchange(actions_, {});
    for (int pass = 0; pass < most_passes && !screen.settled; ++pass) {
        ui_.begin(environment_of(surroundings_, session_->state().settings, now_ms), std::exchange(actions, {}));
        ui::screen(ui_, session_->state(), session_->drafts());
        screen.frame = ui_.end();
        if (screen.frame.focus != 0) screen.focus = screen.frame.focus;
        for (auto& said : screen.frame.announcements) screen.announcements.push_back(std::move(said));
        complain_of(screen.frame);
        for (const auto& asked : screen.frame.commands) perform(session_->apply(asked, wall_clock()));
        screen.settled = screen.frame.commands.empty() && !screen.frame.acted;
    }
    return screen;
}

void App::show(Screen screen) {
    const auto& environment = ui_.environment();
    auto look = look_of(environment, session_->state().settings);
    look.content_height = screen.frame.content_height;
    look.bar_height = screen.frame.bar_height;
    if (look != std::exchange(look_, look)) browser::wear(look);
    if (!environment.plain) {
        canvas_.resize(static_cast<int>(surroundings_.at(Surroundings::pixel_width)),
                       static_cast<int>(surroundings_.at(Surroundings::pixel_height)));
        canvas_.paint(ui_);
    }

    browser::title(tab_title(screen.frame.title, screen.frame.nodes));
    const auto patch = mirror_.publish(std::move(screen.frame.nodes));
    browser::focus(mirror_.handle_of(screen.focus));
    browser::show(patch);
    for (auto& said : std::exchange(announcements_, {})) screen.announcements.push_back(std::move(said));
    for (const auto& said : screen.announcements) browser::say(said.words, said.live == ui::Live::now);
}

double App::frame(double now_ms) {
    last_frame_ms_ = now_ms;
    auto screen = lay_out(now_ms);
    const bool again = !screen.settled || screen.frame.moving;
    show(std::move(screen));
    return again ? 0 : -1;
}

}  // namespace goodweek::shell
