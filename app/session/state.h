// One open profile: what it holds, where the person is, and how saving and sending stand. Everything a view may read.
// Never a key.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/pack.h"
#include "domain/sentence.h"
#include "records/answers.h"
#include "session/drafts.h"
#include "session/effect.h"
#include "session/route.h"

namespace goodweek::session {

enum class Stage {
    starting,     // files are being read
    unsupported,  // this browser cannot keep secrets or files; `trouble` says why
    blank,        // nobody lives here yet
    locked,
    opening,  // the passphrase is being worked on
    open,
    rescue,     // files are damaged: what could be read can be seen and exported, nothing written
    elsewhere,  // open in another tab
};

struct Device {
    DeviceId id;
    std::string name;
    PersonId person;
    bool this_one = false;
    bool admin = false;
    std::optional<Day> last_heard;  // to the day and no finer (security.md 1.4)
};

// One household as this device knows it.
struct Family {
    GroupId id;
    records::Log log;
    records::Answers answers;
    std::vector<Device> devices;
    bool linked = false;               // a clinic is joined
    std::optional<Moment> last_heard;  // from them, when this is a clinic's machine; from the clinic, when a family's
    std::optional<Sentence> trouble;   // why nothing comes from them, in words
    bool proven = true;                // it showed the paper it was given (clinic only)
};

enum class Saving { nothing_yet, saving, saved, failed };
enum class Sending { alone, idle, sending, offline, failed };  // alone: no relay, nobody to send to

struct SendState {
    Sending state = Sending::alone;
    long waiting = 0;            // entries this device has that the others do not
    std::optional<Moment> last;  // last time all was sent and fetched
    std::optional<Sentence> trouble;
    bool put_off = false;  // a busy relay asked for patience: there is more to send or fetch
};

// Something to say on the page until it is dismissed or the page changes.
struct Notice {
    enum class Tone { info, good, warn, problem, thanks } tone = Tone::info;
    Sentence sentence;
    std::optional<EntityId> undo;  // an entity that Undo brings back or takes away
    bool undo_restores = false;
    std::uint32_t id = 0;
};

struct ImportReport {
    std::string file;
    std::size_t lines = 0, taken = 0, noted = 0, refused = 0, already = 0;
    struct Reason {
        std::size_t line;
        Sentence why;
    };
    std::vector<Reason> reasons;   // of those noted and refused
    std::string credit;            // whose data it is, where that must be said
    std::size_t added = 0;         // of what they gave: a row of a table may give several readings
    std::string columns_left_out;  // headings of a table that mean nothing to us
    bool done = false;
};

// A paper invite, looked at before it is accepted, or just made.
struct InviteSeen {
    std::string text;                // the whole address
    std::string typed_code;          // the short form, grouped for typing
    std::vector<std::string> words;  // 8, to compare with the paper
    std::string clinic, worker;      // known only once joined
    std::string relay;
    Moment expires{};
    bool scanned = false;               // came whole: no need to compare words
    std::vector<std::vector<bool>> qr;  // rows of dark and light, of one made here
};

struct PhoneOffer {
    std::string code;  // 20 characters, grouped
    std::string text;  // the address in the QR
    std::vector<std::vector<bool>> qr;
    std::vector<std::string> words;  // three, once both phones know them
    bool waiting = false, asked = false, done = false;
};

// What the clinic would be sent if sharing were as in the draft: counted before anything leaves.
struct SharePreview {
    std::map<Shared, std::size_t> entries;
    std::map<std::string, std::size_t> sections;
    std::optional<Day> since;
};

struct Settings {
    float text_scale = 1;
    enum class Theme { system, light, dark, high_contrast } theme = Theme::system;
    enum class Motion { system, less } motion = Motion::system;
    enum class Face { atkinson, inter } face = Face::atkinson;
    bool plain = false;
    int lock_after_minutes = 5;
    bool reminders = true;                 // while the app is open (reminding.h)
    int quiet_from = 21, quiet_until = 7;  // hours of the day in which nothing is said
    friend bool operator==(const Settings&, const Settings&) = default;
};

struct State {
    Stage stage = Stage::starting;
    SecondPart second_part = SecondPart::here;
    Side side = Side::family;  // a family's phone, or a clinic's machine
    std::optional<Sentence> trouble;
    Route route;
    Settings settings;
    Drafts drafts;

    GroupId own;                         // our household, or our clinic
    std::string clinic_name;             // of a clinic's machine
    std::map<GroupId, Family> families;  // a family's phone has one; a clinic's has its caseload
    PersonId me;                         // whose device this is
    PersonId looking_at;                 // the face that is chosen
    bool invented = false;               // looking around: nothing here is kept
    struct InventedOne {
        std::string key, name, about;
    };
    std::vector<InventedOne> invented_families;  // to look around with, once they have come

    std::vector<Questionnaire> questionnaires;  // none until they have come
    struct Lent {
        Questionnaire form;
        std::string holder, licence_number;
        Day until;
    };
    std::vector<Lent> lent;         // forms of these whose words a clinic lends (lending.h)
    std::vector<Section> sections;  // of the care plan; as the questionnaires
    std::vector<Pack> packs;        // the same

    Saving saving = Saving::nothing_yet;
    std::optional<Sentence> save_trouble;
    SendState sending;
    bool kept_by_browser = false;  // persistent storage was promised
    bool online = true;

    std::vector<Notice> notices;
    std::optional<ImportReport> import;
    std::optional<InviteSeen> invite;  // being accepted
    bool joining = false;
    std::optional<InviteSeen> made_invite;  // made by us, to hand over
    std::optional<PhoneOffer> phone;
    SharePreview share_preview;
    bool backing_up = false;
    std::string backup_chosen;          // the file that was picked to restore from
    std::optional<Moment> wait_until;   // too many wrong passphrases
    std::optional<EntityId> just_done;  // shown as done with thanks until the next press

    Moment now{};       // of the last command, for "2 minutes ago"
    Minutes offset{0};  // of the person's clock from UTC

    Day today() const { return LocalMoment{now, offset}.day(); }
    // The family of the page, or our own; nothing when there is none.
    const Family* family() const;
    Family* family();
    const Family* find(const GroupId& id) const;
};

}  // namespace goodweek::session
