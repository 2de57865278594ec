// What is new goes to the vault in one commit: events, rosters, the state of every conversation, bundles on their way.
// The word Saved is true only once the outside has proved that the commit is on the disk (security.md 6).
#include <algorithm>

#include "domain/either.h"
#include "records/event_bytes.h"
#include "session/handlers.h"
#include "session/profile.h"

namespace goodweek::session {

namespace {

// What somebody wrote, in their own words and numbers, for when the disk will not have it.
std::string as_typed(const records::Event& event) {
    return std::visit(
        on{
            [](const Reading& it) {
                return it.measure + " " + it.typed + " " + it.unit + (it.note.empty() ? "" : ", " + it.note);
            },
            [](const Symptom& it) { return it.what + (it.note.empty() ? "" : ", " + it.note); },
            [](const Note& it) { return it.text; },
            [](const Activity& it) { return it.what + (it.note.empty() ? "" : ", " + it.note); },
            [](const MedicineTaken& it) { return it.medicine + (it.dose.empty() ? "" : ", " + it.dose); },
            [](const Goal& it) { return it.words; },
            [](const NextStep& it) { return it.words; },
            [](const records::Message& it) { return it.text; },
            [](const Person& it) { return it.name; },
            [](const auto&) { return std::string(); },
        },
        event.what);
}

// False when a record could not be taken; what was appended before it goes with the next commit all the same.
bool append(Inside& in, RecordKind kind, const GroupId& group, ByteView bytes) {
    return in.vault->append(record_bytes(kind, group, bytes)).has_value();
}

bool append_events(Inside& in) {
    in.unproved.insert(in.unproved.end(), in.unkept.begin(), in.unkept.end());
    bool all = true;
    for (const auto& one : in.unkept)
        if (const auto* family = in.state.find(one.family))
            if (const auto* event = family->log.find(one.dot))
                all = append(in, RecordKind::event, one.family, records::encode(*event)) && all;
    in.unkept.clear();
    return all;
}

bool append_rosters(Inside& in) {
    for (const auto& [group, roster] : in.member->rosters()) {
        auto& kept = in.kept_entries[group];
        for (; kept < roster.entries().size(); ++kept)
            if (!append(in, RecordKind::roster, group, roster.entries()[kept])) return false;
    }
    return true;
}

Sentence failure_sentence(KeepFailure failure) {
    switch (failure) {
        case KeepFailure::full: return {.key = "save.full"};
        case KeepFailure::too_slow: return {.key = "save.too_slow"};
        case KeepFailure::lost_connection: return {.key = "save.lost_connection"};
        case KeepFailure::mismatch: return {.key = "save.mismatch"};
        default: return {.key = "save.failed"};
    }
}

// A full disk waits for somebody to make room; whatever else it was may be over in a moment, and is tried again by
// itself, less often as it goes on. What is wrong is said aloud once.
enum class Again { by_itself, when_there_is_room };
void not_saved(Inside& in, Sentence why, Again again = Again::by_itself) {
    in.state.saving = Saving::failed;
    if (again == Again::when_there_is_room) {
        in.another_try = {};
    } else {
        sync::back_off(in.another_try, in.now.time_since_epoch().count(), 1);
        in.ask(WakeAt{Moment{std::chrono::milliseconds(in.another_try.until_ms)}});
    }
    if (in.state.save_trouble == why) return;
    in.ask(Announce{why, true});
    in.state.save_trouble = std::move(why);
}

void not_saved(Inside& in, KeepFailure failure) {
    not_saved(in, failure_sentence(failure),
              failure == KeepFailure::full ? Again::when_there_is_room : Again::by_itself);
}

// The vault could not even write its files. Which of its reasons it was is for whoever is asked for help.
void not_written(Inside& in, vault::VaultProblem problem) {
    if (problem == vault::VaultProblem::no_room) return not_saved(in, KeepFailure::full);
    not_saved(in, {.key = "save.not_written", .gaps = {{"code", std::to_string(static_cast<int>(problem))}}});
}

Keep keep_effect(std::uint32_t ticket, const vault::Commit& commit) {
    Keep keep{.ticket = ticket, .generation = commit.generation, .gone = commit.gone};
    for (const auto& file : commit.files) keep.files.push_back({file.name, file.length, file.hash});
    return keep;
}

}  // namespace

bool Inside::outbox_on_disk() const {
    return std::ranges::none_of(outbox, [](const Outgoing& bundle) { return bundle.fresh; });
}

void Inside::keep() {
    if (state.invented || !vault || !member || vault->read_only()) return unkept.clear();
    // One commit at a time: the next takes everything that came up meanwhile.
    if (waiting.keep) {
        waiting.keep_again = true;
        return;
    }
    const bool events_taken = append_events(*this);
    if (!append_rosters(*this) || !events_taken) return not_written(*this, vault::VaultProblem::record_too_large);
    vault::Change change{.state = profile_bytes(*this)};
    for (const auto& bundle : outbox) {
        if (bundle.fresh) change.to_send.push_back(bundle.bytes);
        if (bundle.done && !bundle.fresh) change.done.push_back(bundle.number);
    }
    auto commit = vault->commit(change);
    vault::wipe(change.state);
    if (!commit) return not_written(*this, commit.error());
    std::erase_if(outbox, [](const Outgoing& bundle) { return bundle.done; });
    auto number = commit->outbox.begin();
    for (auto& bundle : outbox)
        if (bundle.fresh) {
            bundle.number = *number++;
            bundle.fresh = false;
        }
    keep_commit(*commit);
}

void Inside::keep_commit(const vault::Commit& commit) {
    waiting.keep = waiting.ticket();
    state.saving = Saving::saving;
    last_keep = keep_effect(*waiting.keep, commit);
    ask(*last_keep);
}

void hear(Inside& in, const Kept& said) {
    if (in.waiting.keep != said.ticket) return;
    in.waiting.keep.reset();
    if (said.failure != KeepFailure::none) return not_saved(in, said.failure);
    const bool first = in.state.saving != Saving::saved && !in.asked_to_be_kept;
    in.state.saving = Saving::saved;
    in.state.save_trouble.reset();
    in.another_try = {};
    if (in.vault && in.last_keep) in.vault->kept(in.last_keep->generation);
    in.last_keep.reset();
    in.unproved.clear();
    if (first && in.state.stage == Stage::open) {
        in.asked_to_be_kept = true;
        in.ask(AskForKeeping{});
    }
    if (std::exchange(in.waiting.keep_again, false)) in.keep();
    in.talk_on();
}

// The page goes on saying that it is not saved until it is: nothing a person is about to press comes and goes.
void Inside::try_to_save_again() {
    if (state.saving != Saving::failed || another_try.failures == 0) return;
    // A timer may be a moment early, and nothing else might come along to wake us.
    if (!sync::ready(another_try, now.time_since_epoch().count()))
        return ask(WakeAt{Moment{std::chrono::milliseconds(another_try.until_ms)}});
    apply(*this, SaveAgain{});
    if (waiting.keep) state.saving = Saving::failed;
}

void hear(Inside& in, const KeepingPromised& said) { in.state.kept_by_browser = said.promised; }

void apply(Inside& in, const SaveAgain&) {
    if (in.waiting.keep || in.state.saving != Saving::failed) return;
    if (!in.last_keep) return in.keep();
    in.waiting.keep = in.waiting.ticket();
    in.last_keep->ticket = *in.waiting.keep;
    in.state.saving = Saving::saving;
    in.ask(*in.last_keep);
}

void apply(Inside& in, const CopyUnsaved&) {
    std::string text;
    for (const auto& one : in.unproved)
        if (const auto* family = in.state.find(one.family))
            if (const auto* event = family->log.find(one.dot))
                if (const auto line = as_typed(*event); !line.empty()) text += to_iso(event->at) + "  " + line + "\n";
    in.ask(Copy{text});
    in.ask(Announce{{.key = "copied"}});
}

}  // namespace goodweek::session
