// The two situations that most of the session's tests begin with.
#pragma once

#include "support/memory_relay.h"
#include "support/session/profile.h"

namespace goodweek::test {

// One phone, and a mother on it.
struct Home {
    TestClock clock;
    MemoryRelay relay;
    Profile phone{relay, clock};

    Home() { phone.make_family("The Thistlewicks", "Amal"); }
    PersonId amal() const { return phone.state().me; }
};

// A clinic, and a family that joined it.
struct Linked {
    TestClock clock;
    MemoryRelay relay;
    Profile clinic{relay, clock};
    Profile home{relay, clock};

    Linked() {
        clinic.found_clinic("Larkrise Lane", "Sam Lanternfield");
        home.make_family("The Thistlewicks", "Amal");
        home.join(clinic.invite_a_family());
    }
    PersonId amal() const { return home.state().me; }
    // What each has written reaches the other.
    void sync() {
        for (auto* profile : {&home, &clinic, &home}) profile->apply(session::SyncNow{});
    }
};

}  // namespace goodweek::test
