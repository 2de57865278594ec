// Whatever the network does, everybody who may read a channel ends with the same events of it, each once.
#include <doctest/doctest.h>

#include "support/sync_device.h"

using namespace goodweek;
using test::SyncDevice;
using test::test_event;

namespace {

class Schedule {
public:
    explicit Schedule(unsigned seed) : random_(seed), relay_(seed) {
        clinic_.emplace(test::founded_clinic(relay_, clock_));
        mother_.emplace(test::joined_household(relay_, clock_, *clinic_));
        father_.emplace(test::second_phone(relay_, clock_, *mother_));
        family_ = mother_->family();
        care_ = mother_->care_with(clinic_->ours.group());
        clinic_->round(relay_, clock_);
        relay_.faults = {.lost_requests = up_to(40),
                         .lost_answers = up_to(40),
                         .repeated_pages = up_to(50),
                         .shuffled_pages = up_to(80)};
    }

    void run(int steps) {
        for (int i = 0; i < steps; ++i) step();
        relay_.faults = {};
        clock_.now_ms += 3'600'000;
        // Round and round: a relay that lost what it had is told of it, then filled again by each in turn, and answers are
        // said to what was heard.
        for (int i = 0; i < 8; ++i)
            for (auto* device : everyone()) device->round(relay_, clock_);
    }

    void check() {
        CHECK(mother_->events == father_->events);
        CHECK(clinic_->events[care_] == mother_->events[care_]);
        CHECK_FALSE(clinic_->events.contains(family_));
        for (auto* device : everyone()) {
            CAPTURE(device->name);
            CHECK(device->talk.outbox.empty());
            CHECK(device->count<sync::BundleSetAside>() == 0);
            CHECK(device->count<sync::OwnChainBroken>() == 0);
            for (const auto& [at, events] : device->events)
                for (const auto& event : events) CHECK(events.count(event) == 1);
        }
        CHECK(mother_->events[family_].size() + mother_->events[care_].size() == written_);
    }

private:
    unsigned up_to(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    std::array<SyncDevice*, 3> everyone() { return {&*mother_, &*father_, &*clinic_}; }

    void step() {
        auto& device = *everyone()[up_to(3)];
        clock_.now_ms += up_to(600'000);
        const auto dice = up_to(20);
        if (dice < 9) {
            const bool in_family = &device != &*clinic_ && up_to(2) == 0;
            device.write(in_family ? family_ : care_, test_event(device.name + std::to_string(++written_)));
        } else if (dice < 18) {
            device.round(relay_, clock_);
        } else if (dice < 19) {
            device.restart();
        } else if (up_to(4) == 0) {
            relay_.restore_without(up_to(4));
        }
    }

    std::mt19937 random_;
    test::MemoryRelay relay_;
    test::TestClock clock_;
    std::optional<SyncDevice> clinic_, mother_, father_;
    sync::ChannelAt family_, care_;
    std::size_t written_ = 0;
};

}  // namespace

TEST_CASE("two phones and a clinic end with the same events, whatever the network loses, repeats or reorders") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        Schedule schedule(seed);
        schedule.run(30);
        schedule.check();
    }
}
