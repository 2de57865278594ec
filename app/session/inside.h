// What stands behind a Session: the state that views see, the keys and files they never do, and the few verbs that all
// handlers share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "session/counters.h"
#include "session/effect.h"
#include "session/joining.h"
#include "session/phones.h"
#include "session/state.h"
#include "session/waiting.h"
#include "sync/conversation.h"
#include "sync/membership.h"
#include "vault/vault.h"

namespace goodweek::session {

// A household as this device takes part in it, beside the Family that views see.
struct Part {
    std::map<ChannelId, Counters> placed;  // which of our events are in a bundle for that channel
    records::Clock clock;
    std::int64_t heard_ms = 0;  // when something last came from the others
    // Not kept: worked out from the log after opening.
    std::map<sync::ChannelAt, std::set<std::uint64_t>> pending;
    std::map<DeviceId, Day> heard;
};

// What the vault's manifest keeps for us (profile.h writes and reads it).
struct Profile {
    Side side = Side::family;
    PersonId me;
    std::string relay;                // the relay's address, once we know one
    std::string clinic_name, worker;  // of a clinic's own machine
    bool recovery_confirmed = false;
    std::map<GroupId, Part> parts;
    std::map<BundleId, std::size_t> unsent;        // events in each bundle that the relay has not taken
    std::map<GroupId, wire::TokenHash> joined_by;  // on a clinic's machine: the invite each household came with
};

// A sealed bundle in the vault's outbox, from before it is sent until it is.
struct Outgoing {
    std::uint64_t number = 0;  // of its file
    BundleId id;
    Bytes bytes;
    bool fresh = false;  // not on the disk yet
    bool done = false;   // the relay has it
};

struct Inside {
    explicit Inside(std::string folder);

    State state;
    Effects effects;  // of the command or report in hand
    Moment now{};
    std::string folder;
    std::string app_origin, configured_relay;

    Profile profile;
    vault::FolderStore store;
    std::optional<vault::Vault> vault;
    std::optional<sync::Membership> member;  // our own group
    std::optional<sync::Conversation> talk;  // once there is a relay
    std::vector<Outgoing> outbox;
    bool talking = false, asked_in_round = false, answered_in_round = false;
    Sending stood = Sending::idle;  // before this round
    Moment next_round{};            // when everything is asked again
    Joining joining;
    PhoneTalk phone;
    std::optional<Bytes> backup_file;  // picked, waiting for its passphrase
    std::optional<Bytes> table_file;   // picked, waiting for what its columns are
    Moment last_press{};               // for the lock
    std::optional<Moment> away_since;
    bool lock_by_itself = true;
    int wrong_tries = 0;
    bool asked_to_be_kept = false;
    sync::Backoff another_try;                         // of a save that failed
    std::optional<Keep> last_keep;                     // asked for, not proved yet
    std::optional<Route> wanted;                       // where they were going when the lock stood in the way
    std::optional<vault::RecoveryCode> recovery_code;  // of a profile in the making
    vault::Cbor::Array invented;                       // families to look around with, told when somebody asks
    bool wants_to_look_around = false;                 // before they have come
    std::optional<DeviceId> invented_device;
    std::set<std::pair<GroupId, EntityId>> changed_at_opening;
    std::map<GroupId, std::size_t> kept_entries;  // how many of each roster's entries are on the disk
    Waiting waiting;                              // what was asked of the outside and not answered yet
    struct Unkept {
        GroupId family;
        records::Dot dot;
    };
    std::vector<Unkept> unkept;    // written and heard since the last commit began
    std::vector<Unkept> unproved;  // given to the disk, not proved to be on it
    // What was said, and of which time: a plan that is moved is said again.
    std::set<std::pair<EntityId, Moment>> reminded;
    std::optional<Moment> next_reminder;
    std::uint32_t last_notice = 0, first_notice_of_press = 0;

    // ---- shared by handlers
    void ask(Effect effect) { effects.push_back(std::move(effect)); }
    void go(Route route);
    void notify(Notice::Tone tone, Sentence sentence, std::optional<EntityId> undo = std::nullopt,
                bool undo_restores = false);
    LocalMoment here() const { return {now, state.offset}; }
    EntityId fresh_id() const;
    PersonId fresh_person() const;

    // The family of the page.
    Family& family();
    const Family& family() const;
    const records::Home& home() const { return family().answers.home; }
    DeviceId device() const;
    bool is_own_side(const DeviceId& device) const;
    // The one entity in which a side says yes to a goal.
    EntityId agreement_entity(const EntityId& goal) const;
    // The one entity in which a goal's five levels are kept.
    EntityId levels_entity(const EntityId& goal) const;
    void fill_person_draft(const PersonId& person);
    void fill_goal_draft(const EntityId& goal);
    void fill_plan_draft(const EntityId& plan);    // plans.cpp
    void fill_question_draft(const Route& route);  // questionnaires.cpp
    void fill_section_draft(const Route& route);   // sections.cpp

    // Writes one event in the family of the page (or in `where`): at once in the log and its answers, soon on the disk.
    const records::Event& record(const EntityId& entity, std::optional<PersonId> person, const LocalMoment& at,
                                 records::Happening what);
    const records::Event& record_in(Family& where, const EntityId& entity, std::optional<PersonId> person,
                                    const LocalMoment& at, records::Happening what);

    // ---- keep.cpp: what is new goes to the vault; Saved is true when the outside has answered
    void keep();
    void keep_commit(const vault::Commit& commit);
    bool outbox_on_disk() const;
    // ---- syncing.cpp: the next thing to say to the relay, if there is one
    void talk_on();
    void start_talking();
    void send_soon();
    void try_to_save_again();
    void send_now();
    void count_waiting();
    // ---- opening.cpp: works out a passphrase's key, away from the page
    void derive(std::string secret, const vault::Block<16>& salt, const vault::Argon2Cost& cost,
                std::function<void(Inside&, std::optional<vault::Key>)> then);
};

// Everything that was read is forgotten; the files stay.
void leave(Inside& in);
// Locks when nobody has touched it for as long as they chose.
void lock_if_idle(Inside& in);

}  // namespace goodweek::session
