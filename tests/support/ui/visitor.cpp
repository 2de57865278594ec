#include "support/ui/visitor.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/ui/headless.h"
#include "support/ui/inspection.h"
#include "ui/paint.h"

namespace goodweek::testing {

using namespace ui;

// Still: what moves is looked at by its own tests, with a clock in hand.
Environment phone() { return {.width = 390, .height = 844, .dpr = 2, .reduced_motion = true}; }
Environment small_phone() { return {.width = 320, .height = 568, .dpr = 2, .reduced_motion = true}; }
Environment large_text_phone() {
    return {.width = 360, .height = 740, .dpr = 2, .text_scale = 2, .reduced_motion = true};
}
Environment wide() { return {.width = 1280, .height = 800, .dpr = 1, .reduced_motion = true}; }

Visitor::Visitor(View view, Environment environment, Apply apply)
    : view_(std::move(view)), environment_(environment), apply_(std::move(apply)), ui_(fonts(), english()) {
    run({});
}

// As the shell does: the view again while something was done, at most three times, and only the last is painted.
void Visitor::run(std::vector<Action> actions) {
    begin_frame(environment_.width, environment_.height, environment_.dpr);
    for (int pass = 0; pass < 3; ++pass) {
        ui_.begin(environment_, pass == 0 ? std::move(actions) : std::vector<Action>{});
        view_(ui_);
        frame_ = ui_.end();
        for (const Action& action : frame_.untaken)
            FAIL_CHECK("nobody took what was done to " << action.key << "\n" << page());
        for (Announcement& said : frame_.announcements) announcements_.push_back(std::move(said));
        if (frame_.focus != 0) focus_ = frame_.focus;
        const bool commanded = !frame_.commands.empty();
        for (session::Command& command : frame_.commands) {
            if (apply_) apply_(command);
            commands_.push_back(std::move(command));
        }
        if (!frame_.acted && !commanded) break;
    }
    paint(ui_);
    end_frame();
}

void Visitor::look() { run({}); }
void Visitor::look(Environment environment) {
    environment_ = environment;
    run({});
}

void Visitor::act(Action action) {
    std::vector<Action> actions;
    actions.push_back(std::move(action));
    run(std::move(actions));
}

void Visitor::press(std::string_view name) {
    const AccessNode* node = find(name);
    if (!node) return;
    if (node->busy) FAIL_CHECK("pressed while it was busy: " << name);
    act({.key = node->key, .kind = ActionKind::press});
}

void Visitor::type(std::string_view label, std::string_view text) {
    if (const AccessNode* node = find(Role::text_field, label))
        act({.key = node->key, .kind = ActionKind::set_text, .text = std::string(text)});
}

void Visitor::enter(std::string_view label) {
    if (const AccessNode* node = find(Role::text_field, label)) act({.key = node->key, .kind = ActionKind::press});
}

void Visitor::choose(std::string_view option) {
    if (const AccessNode* node = find(Role::option, option)) act({.key = node->key, .kind = ActionKind::set_choice});
}

void Visitor::choose(std::string_view legend, std::string_view option) {
    const AccessNode* question = find(Role::choice, legend);
    if (!question) return;
    std::vector<const AccessNode*> found;
    for (const AccessNode& node : frame_.nodes)
        if (node.role == Role::option && node.parent == question->key && node.name == option) found.push_back(&node);
    if (const AccessNode* node = only(found, option)) act({.key = node->key, .kind = ActionKind::set_choice});
}

bool Visitor::sees(std::string_view words) const {
    return std::ranges::any_of(frame_.nodes, [&](const AccessNode& node) {
        return node.name.contains(words) || node.description.contains(words) || node.value.contains(words);
    });
}

namespace {

// A label is also the beginning of a longer name: "Taken" of "Taken, Brown inhaler".
bool is_called(const AccessNode& node, std::string_view name) {
    return node.name == name || (node.name.starts_with(name) && node.name.substr(name.size()).starts_with(", "));
}

bool can_be_done(Role role) {
    return role == Role::button || role == Role::link || role == Role::text_field || role == Role::option ||
           role == Role::check || role == Role::file_button;
}

}  // namespace

const AccessNode* Visitor::only(const std::vector<const AccessNode*>& found, std::string_view name) const {
    if (found.size() == 1) return found.front();
    FAIL_CHECK((found.empty() ? "there is no \"" : "there is more than one \"") << name << "\" on this page:\n"
                                                                                << page());
    return nullptr;
}

const AccessNode* Visitor::find(std::string_view name) const {
    std::vector<const AccessNode*> exact, begun;
    for (const AccessNode& node : frame_.nodes) {
        if (!can_be_done(node.role)) continue;
        if (node.name == name) exact.push_back(&node);
        else if (is_called(node, name)) begun.push_back(&node);
    }
    return only(exact.empty() ? begun : exact, name);
}

const AccessNode* Visitor::find(Role role, std::string_view name) const {
    std::vector<const AccessNode*> exact, begun;
    for (const AccessNode& node : frame_.nodes) {
        if (node.role != role) continue;
        if (node.name == name) exact.push_back(&node);
        else if (is_called(node, name)) begun.push_back(&node);
    }
    return only(exact.empty() ? begun : exact, name);
}

bool Visitor::has(Role role, std::string_view name) const {
    return std::ranges::any_of(frame_.nodes,
                               [&](const AccessNode& node) { return node.role == role && is_called(node, name); });
}

std::vector<std::string> Visitor::names(Role role) const {
    std::vector<std::string> names;
    for (const AccessNode& node : frame_.nodes)
        if (node.role == role) names.push_back(node.name);
    return names;
}

std::string Visitor::page() const {
    std::string text;
    for (const AccessNode& node : frame_.nodes) text.append("  ").append(in_words(node)).append("\n");
    return text;
}

std::vector<std::string> Visitor::faults() const { return inspect(frame_, ui_, environment_); }

std::vector<std::string> Visitor::faults_everywhere() {
    std::vector<std::string> all;
    const Environment before = environment_;
    Environment large_text_wide = wide(), tablet = wide();
    large_text_wide.text_scale = 2;
    tablet.width = 768, tablet.height = 1024;
    const std::pair<std::string_view, Environment> places[] = {
        {"at 320 px: ", small_phone()}, {"at 360 px, text 200 %: ", large_text_phone()},
        {"at 390 px: ", phone()},       {"at 768 px: ", tablet},
        {"at 1280 px: ", wide()},       {"at 1280 px, text 200 %: ", large_text_wide}};
    for (const auto& [where, environment] : places) {
        look(environment);
        for (const std::string& fault : faults()) all.push_back(std::string(where) + fault);
    }
    look(before);
    return all;
}

}  // namespace goodweek::testing
