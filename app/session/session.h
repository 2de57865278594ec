// One profile in a folder: state, keys and files behind two verbs. A person does something (apply), or the outside
// answers (hear); both give back what to ask of the outside next.
#pragma once

#include <memory>
#include <string>

#include "session/command.h"
#include "session/effect.h"
#include "session/state.h"

namespace goodweek::session {

struct Inside;

class Session {
public:
    // The folder need not exist yet. Nothing is read before hear(Started).
    explicit Session(std::string folder);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const State& state() const;
    Drafts& drafts();  // the only part of the state a view may write

    Effects apply(const Command& command, Moment now);
    Effects hear(const Report& report, Moment now);

private:
    std::unique_ptr<Inside> inside_;
};

}  // namespace goodweek::session
