// A second phone of a family, or a second machine of a clinic, from both sides (security.md 2.5).
#pragma once

#include <optional>

#include "sync/changes.h"
#include "sync/enrol.h"

namespace goodweek::session {

struct Inside;

struct PhoneTalk {
    // The new phone's side
    std::optional<sync::DeviceKeys> keys;
    std::optional<sync::Offer> offer;
    std::optional<sync::Welcome> welcome;
    bool announced = false;
    // The side of the phone that is in
    std::optional<sync::Offered> offered;
    std::optional<sync::OfferedKeys> offered_keys;
    PersonId person;
    bool asked_to_add = false, welcomed = false;
};

void take_phone_answer(Inside& in, const sync::ErrandAnswered& answer);
void go_on_with_phone(Inside& in);
// The new phone asks again whether somebody has answered.
void ask_rendezvous(Inside& in);

}  // namespace goodweek::session
