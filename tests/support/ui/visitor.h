// Somebody in front of a screen, without a screen: runs any view in a real ImGui context with no GPU, finds things by
// the names a screen reader would say, and does what a finger or a keyboard does. Fails the test, in words, when a name
// is missing or is said twice.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace goodweek::testing {

// The sizes every screen must hold at (web-ui.md 14).
ui::Environment phone();
ui::Environment small_phone();       // 320 x 568
ui::Environment large_text_phone();  // 360 wide, text at 200 %
ui::Environment wide();              // 1280 x 800

class Visitor {
public:
    using View = std::function<void(ui::Ui&)>;
    // What happens to the commands a view emits; without it they are only collected.
    using Apply = std::function<void(const session::Command&)>;

    explicit Visitor(View view, ui::Environment environment = phone(), Apply apply = {});

    // ---- what they do -------------------------------------------------------------------------------------------
    void press(std::string_view name);
    void type(std::string_view label, std::string_view text);
    void enter(std::string_view label);  // the Enter key, in a field
    void choose(std::string_view option);
    void choose(std::string_view legend, std::string_view option);  // where two questions have the same answer
    void look(ui::Environment environment);                         // the same page in another place
    void look();                                                    // the page as it is by now

    // ---- what they find -----------------------------------------------------------------------------------------
    // Whether those words are said anywhere on the page, as part of a name, a description or a value.
    bool sees(std::string_view words) const;
    // What has exactly that name, or whose name begins with it and a comma; the test fails if there is none, or two.
    const ui::AccessNode* find(std::string_view name) const;
    const ui::AccessNode* find(ui::Role role, std::string_view name) const;
    bool has(ui::Role role, std::string_view name) const;
    std::vector<std::string> names(ui::Role role) const;
    // Everything on the page, in reading order, one thing a line: what a failing test prints.
    std::string page() const;

    const ui::Frame& frame() const { return frame_; }
    const std::vector<session::Command>& commands() const { return commands_; }
    const std::vector<ui::Announcement>& announcements() const { return announcements_; }
    ui::Key focus() const { return focus_; }
    // The last command, if it is one of that kind.
    template <class Command>
    const Command* asked() const {
        return commands_.empty() ? nullptr : std::get_if<Command>(&commands_.back());
    }
    void forget() { commands_.clear(), announcements_.clear(), focus_ = 0; }

    // What is wrong with the page as it stands, a sentence each: keys used twice, presses nobody took, words drawn but
    // not said, things too small to press, things outside the page or over each other, sentences that are missing.
    std::vector<std::string> faults() const;
    // The same at every size, each sentence with the size it was found at. Comes back to the size it had.
    std::vector<std::string> faults_everywhere();

private:
    void act(ui::Action action);
    void run(std::vector<ui::Action> actions);
    const ui::AccessNode* only(const std::vector<const ui::AccessNode*>& found, std::string_view name) const;

    View view_;
    ui::Environment environment_;
    Apply apply_;
    ui::Ui ui_;
    ui::Frame frame_;
    std::vector<session::Command> commands_;
    std::vector<ui::Announcement> announcements_;
    ui::Key focus_ = 0;
};

}  // namespace goodweek::testing
