#include <doctest/doctest.h>

#include <algorithm>

#include "support/session/households.h"

using namespace goodweek;
using namespace goodweek::test;
using namespace std::chrono_literals;
using session::Sending;

namespace {

// A clinic with one family that joined it and has sent everything.
struct SentAll : Linked {
    SentAll() {
        home.apply(session::SyncNow{});
        REQUIRE(home.state().sending.waiting == 0);
    }

    const session::Family& at_the_clinic() const {
        const auto* family = clinic.state().find(home.state().own);
        REQUIRE(family);
        return *family;
    }
};

}  // namespace

TEST_CASE("what a family shared is at the clinic after one sync") {
    SentAll linked;
    linked.home.log_peak_flow(320);
    linked.home.apply(session::SyncNow{});
    linked.clinic.apply(session::SyncNow{});
    CHECK(linked.at_the_clinic().answers.home.name() == "The Thistlewicks");
    CHECK(linked.at_the_clinic().answers.diary.size() == 1);
    CHECK(linked.at_the_clinic().proven);
}

TEST_CASE("a clinic that meets a family says who it is in the same round") {
    SentAll linked;
    linked.clinic.apply(session::SyncNow{});
    CHECK(linked.clinic.state().sending.state == Sending::idle);
    CHECK(linked.clinic.state().sending.waiting == 0);
    linked.home.apply(session::SyncNow{});
    CHECK(linked.home.family().answers.home.worker() == "Sam Lanternfield");
}

TEST_CASE("what is written while a round is under way goes with that round") {
    SentAll linked;
    linked.home.before_an_answer = [&] { linked.home.log_peak_flow(298); };
    linked.home.apply(session::SyncNow{});
    CHECK(linked.home.state().sending.state == Sending::idle);
    CHECK(linked.home.state().sending.waiting == 0);
    linked.clinic.apply(session::SyncNow{});
    CHECK(linked.at_the_clinic().answers.diary.size() == 1);
}

TEST_CASE("what is written goes by itself, a few seconds later") {
    SentAll linked;
    linked.home.log_peak_flow(298);
    CHECK(linked.home.state().sending.waiting == 1);
    linked.home.wait(5s);
    CHECK(linked.home.state().sending.waiting == 0);
}

TEST_CASE("a round that has nothing more to send ends, and the next is minutes away") {
    SentAll linked;
    const auto before = linked.home.requests;
    linked.home.wait(4min);
    CHECK(linked.home.requests == before);
    linked.home.apply(session::Dismiss{});  // still here: a phone that nobody touches locks itself
    linked.home.wait(2min);
    CHECK(linked.home.requests > before);
}

TEST_CASE("nothing that the disk would not take is sent, and it all goes once the disk takes it") {
    SentAll linked;
    linked.home.disk = session::KeepFailure::full;
    linked.home.log_peak_flow(298);
    const auto bundles = linked.relay.bundle_count();
    linked.home.wait(10s);
    CHECK(linked.home.state().saving == session::Saving::failed);
    CHECK(linked.relay.bundle_count() == bundles);
    linked.home.disk = session::KeepFailure::none;
    linked.home.apply(session::SaveAgain{});
    linked.home.apply(session::SyncNow{});
    CHECK(linked.home.state().saving == session::Saving::saved);
    CHECK(linked.home.state().sending.waiting == 0);
}

TEST_CASE("a save that failed is tried again by itself, and what waited for it goes on") {
    SentAll linked;
    linked.home.disk = session::KeepFailure::too_slow;
    linked.home.log_peak_flow(298);
    linked.home.wait(20s);
    CHECK(linked.home.state().saving == session::Saving::failed);
    CHECK(linked.home.state().sending.waiting == 1);
    CHECK(std::ranges::count(linked.home.announced, "save.too_slow") == 1);
    linked.home.disk = session::KeepFailure::none;
    linked.home.wait(20s);
    CHECK(linked.home.state().saving == session::Saving::saved);
    CHECK(linked.home.state().sending.waiting == 0);
}

TEST_CASE("a clinic that was away while sixty families joined meets them all, and it is all on its disk") {
    TestClock clock;
    MemoryRelay relay;
    Profile clinic{relay, clock};
    clinic.found_clinic("Larkrise Lane", "Sam Lanternfield");
    std::vector<std::string> invites;
    for (int i = 0; i < 60; ++i) invites.push_back(clinic.invite_a_family());
    for (const auto& invite : invites) {
        Profile home{relay, clock};
        home.make_family("The Thistlewicks", "Amal");
        home.join(invite);
        home.apply(session::SyncNow{});
    }
    clinic.apply(session::SyncNow{});
    clinic.wait(2min);
    CHECK(clinic.state().families.size() == 61);
    CHECK(clinic.state().saving == session::Saving::saved);
    CHECK(clinic.state().sending.state == Sending::idle);
}

TEST_CASE("a timer that rings a moment early does not leave a save untried") {
    SentAll linked;
    linked.home.disk = session::KeepFailure::error;
    linked.home.log_peak_flow(298);
    REQUIRE(linked.home.state().saving == session::Saving::failed);
    linked.home.disk = session::KeepFailure::none;
    linked.home.rings_early = true;
    linked.home.wait(20s);
    CHECK(linked.home.state().saving == session::Saving::saved);
}

TEST_CASE("a phone that was closed before it could send sends when it is opened again") {
    SentAll linked;
    linked.home.hear(session::Online{false});
    linked.home.log_peak_flow(298);
    linked.home.send_message("Can we move Tuesday?");
    linked.home.restart();
    CHECK(linked.home.family().answers.diary.size() == 1);
    linked.home.apply(session::SyncNow{});
    linked.clinic.apply(session::SyncNow{});
    CHECK(linked.at_the_clinic().answers.diary.size() == 1);
    CHECK(linked.at_the_clinic().answers.messages.all().back().text == "Can we move Tuesday?");
}

TEST_CASE("a relay that asks for patience is given it, and goes on where it stopped") {
    SentAll linked;
    linked.clinic.apply(session::SyncNow{});
    linked.home.log_peak_flow(298);
    linked.relay.patience_s = 40;
    const auto before = linked.home.requests;
    linked.home.wait(30s);
    CHECK(linked.home.requests <= before + 2);  // one that was sent, one that was asked: then neither is tried
    CHECK(linked.home.state().sending.waiting == 1);
    CHECK(linked.home.state().sending.put_off);
    linked.relay.patience_s = 0;
    linked.home.wait(30s);
    CHECK(linked.home.state().sending.waiting == 0);
    CHECK_FALSE(linked.home.state().sending.put_off);
}

TEST_CASE("a lossy network loses nothing and doubles nothing") {
    SentAll linked;
    linked.relay.faults = {.lost_requests = 20, .lost_answers = 20, .repeated_pages = 20, .shuffled_pages = 20};
    for (int value = 300; value < 320; ++value) {
        linked.home.log_peak_flow(value);
        linked.home.wait(1min);
    }
    linked.relay.faults = {};
    linked.home.wait(1min);
    linked.home.apply(session::SyncNow{});
    linked.clinic.apply(session::SyncNow{});
    CHECK(linked.home.state().sending.waiting == 0);
    CHECK(linked.at_the_clinic().answers.diary.size() == 20);
    CHECK_FALSE(linked.at_the_clinic().trouble);
}
