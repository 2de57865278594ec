// Everything we ask of the outside, and everything the outside tells us. No function here does anything: the shell, the
// command line and the tests each answer in their own way.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/bytes.h"
#include "domain/moment.h"
#include "domain/sentence.h"
#include "vault/primitives.h"

namespace goodweek::session {

// A file that must be on the disk before Saved is true.
struct Expected {
    std::string name;
    std::uint64_t length = 0;
    vault::Hash hash{};
};

// The passphrase's key, worked out away from the page (security.md 2.2). Answered by Derived.
struct Derive {
    std::uint32_t ticket = 0;
    std::string secret;
    vault::Block<16> salt{};
    vault::Argon2Cost cost;
};
// The profile's files were written; make them safe and say so. Answered by Kept.
struct Keep {
    std::uint32_t ticket = 0;
    std::uint64_t generation = 0;
    std::vector<Expected> files;
    std::vector<std::string> gone;  // names that are no longer needed, already unlinked
};
struct Send {
    std::uint32_t ticket = 0;
    std::string relay;  // origin, "https://relay.example"
    std::string method, path;
    std::vector<std::pair<std::string, std::string>> headers;
    Bytes body;
};  // answered by Answered
struct WakeAt {
    Moment at;
};  // a Tick then, for retries and minutes
struct OfferFile {
    std::string name, type;
    Bytes bytes;
};
struct Announce {
    Sentence sentence;
    bool now = false;
};
struct ShowAddress {
    std::string address;
    bool replace = false;
};  // the page's address after the #
struct RememberLook {
    std::string text;
};  // settings that hold before anyone is let in
struct AskForKeeping {};  // persistent storage. Answered by KeepingPromised
struct Copy {
    std::string text;
};
struct Print {
    std::string only{};  // the section of that name; without it the whole page
    bool large = false;
};
struct TakeOver {};  // the lock, from another tab

using Effect = std::variant<Derive, Keep, Send, WakeAt, OfferFile, Announce, ShowAddress, RememberLook, AskForKeeping,
                            Copy, Print, TakeOver>;
using Effects = std::vector<Effect>;

// What the outside says back.
struct Started {
    bool held_elsewhere = false;
    std::string look;
    std::string app_origin, relay;
    Minutes offset{0};
    bool private_window = false;
};
struct Derived {
    std::uint32_t ticket = 0;
    std::optional<vault::Key> key;
};
enum class KeepFailure { none, aborted, error, lost_connection, mismatch, too_slow, full };
struct Kept {
    std::uint32_t ticket = 0;
    KeepFailure failure = KeepFailure::none;
};
struct Answered {
    std::uint32_t ticket = 0;
    int status = 0;  // 0: nothing came back
    std::vector<std::pair<std::string, std::string>> headers;
    Bytes body;
};
struct Tick {};
struct Online {
    bool online = true;
};
struct KeepingPromised {
    bool promised = false;
};
struct TakenOver {};  // another tab has the profile now
struct Away {
    bool hidden = true;
};  // the page went to the back
// The pages that Today can be used without come in a second part of the program (.environment/afterwards.txt).
enum class SecondPart { here, coming, missing };
struct SecondPartIs {
    SecondPart where;
};
struct CameWithUs {
    Bytes bytes;
};  // the library that the app is served with (exchange/library.h), once there is time for it; nothing when it did not come

using Report = std::variant<Started, Derived, Kept, Answered, Tick, Online, KeepingPromised, TakenOver, Away,
                            SecondPartIs, CameWithUs>;

}  // namespace goodweek::session
