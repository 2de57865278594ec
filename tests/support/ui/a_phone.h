// A family's phone without a browser: a real session whose outside answers at once, and somebody in front of its screen.
#pragma once

#include <filesystem>

#include "session/session.h"
#include "support/ui/visitor.h"

namespace goodweek::testing {

class APhone {
public:
    // Nothing on it yet: the first page of all.
    APhone();
    ~APhone();
    APhone(const APhone&) = delete;
    APhone& operator=(const APhone&) = delete;

    // From the first page to an empty Today; `on_each_page` is called at every page on the way.
    void start_a_family(const std::function<void()>& on_each_page = [] {});
    // The invented family, on the Friday morning of the pictures.
    void look_around();

    void go(std::string_view address);
    void hear(const session::Report& report);
    const session::State& state() const { return session_.state(); }
    const session::Family& family() const { return *state().family(); }
    PersonId person(std::string_view name) const;
    bool full = false;  // the disk takes nothing more

private:
    void apply(const session::Command& command);
    void answer(const session::Effects& effects);

    std::filesystem::path folder_;
    session::Session session_;

public:
    Visitor visitor;
};

}  // namespace goodweek::testing
