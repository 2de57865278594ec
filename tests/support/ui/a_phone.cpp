#include "support/ui/a_phone.h"

#include <doctest/doctest.h>

#include <random>
#include <ranges>

#include "domain/either.h"
#include "library.h"
#include "ui/views/screen.h"

namespace goodweek::testing {

namespace {

// A quarter to eight on Friday 6 November 2026.
Moment friday() { return moment_of(*make_day(2026, 11, 6), Minutes{7 * 60 + 45}).at; }

std::filesystem::path fresh_folder() {
    return std::filesystem::temp_directory_path() / ("goodweek-screens-" + std::to_string(std::random_device{}()));
}

}  // namespace

APhone::APhone()
    : folder_(fresh_folder()),
      session_(folder_.string()),
      visitor([this](ui::Ui& ui) { ui::screen(ui, session_.state(), session_.drafts()); }, phone(),
              [this](const session::Command& command) { apply(command); }) {
    hear(session::Started{});
}

APhone::~APhone() { std::filesystem::remove_all(folder_); }

void APhone::apply(const session::Command& command) { answer(session_.apply(command, friday())); }

void APhone::hear(const session::Report& report) {
    answer(session_.hear(report, friday()));
    visitor.look();
}

// The disk takes everything, and the passphrase's key is any key: what is sealed is looked at by the vault's tests.
void APhone::answer(const session::Effects& effects) {
    for (const auto& effect : effects)
        std::visit(on{[&](const session::Derive& asked) {
                          answer(session_.hear(session::Derived{asked.ticket, vault::Key{}}, friday()));
                      },
                      [&](const session::Keep& asked) {
                          const auto failure = full ? session::KeepFailure::full : session::KeepFailure::none;
                          answer(session_.hear(session::Kept{asked.ticket, failure}, friday()));
                      },
                      [](const auto&) {}},
                   effect);
}

void APhone::go(std::string_view address) {
    apply(session::Go{session::route_from(address)});
    visitor.look();
}

void APhone::look_around() {
    hear(session::CameWithUs{Bytes(std::begin(library_file), std::end(library_file))});
    apply(session::LookAround{});
    visitor.look();
}

PersonId APhone::person(std::string_view name) const {
    for (const auto& one : family().answers.home.people())
        if (one.name == name) return one.id;
    FAIL_CHECK("nobody here is called " << name);
    return {};
}

void APhone::start_a_family(const std::function<void()>& on_each_page) {
    on_each_page();
    visitor.press("My family. Start a diary on this device");
    on_each_page();
    visitor.type("What do you call your family?", "The Quillers");
    visitor.type("Your first name", "Ida");
    visitor.press("Continue");
    on_each_page();
    visitor.press("Continue");
    on_each_page();
    visitor.press("Continue");
    on_each_page();
    visitor.press("Choose my own");
    on_each_page();
    visitor.type("Your own passphrase", "a kettle on a quiet hill");
    visitor.type("The same again", "a kettle on a quiet hill");
    visitor.press("Lock it and start");
    on_each_page();
    const std::string code = state().drafts.recovery.code;
    visitor.press("I have written it down");
    on_each_page();
    std::vector<std::string> groups;
    for (const auto group : std::views::split(code, '-')) groups.emplace_back(std::string_view(group));
    for (const int asked : state().drafts.recovery.asked)
        visitor.type("Group " + std::to_string(asked + 1), groups[static_cast<std::size_t>(asked)]);
    visitor.press("Check");
}

}  // namespace goodweek::testing
