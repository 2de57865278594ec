// Coming in and going out: what the folder holds, the passphrase or the recovery code, the lock.
#include <algorithm>

#include "records/event_bytes.h"
#include "session/arriving.h"
#include "session/handlers.h"
#include "session/lending.h"
#include "session/look.h"
#include "session/making.h"
#include "session/placing.h"
#include "session/profile.h"
#include "vault/passphrase.h"
#include "wire/bundle.h"

namespace goodweek::session {

namespace {

using namespace std::chrono_literals;

constexpr int free_tries = 5;

void unsupported(Inside& in, std::string_view key) {
    in.state.stage = Stage::unsupported;
    in.state.trouble = Sentence{.key = std::string(key)};
}

// 5 tries are free, then 30 seconds, doubling to an hour: for hands on the phone, not for a thief with the disk.
void wrong_secret(Inside& in, std::string_view field, std::string_view key) {
    in.state.stage = Stage::locked;
    in.state.drafts.open.problems = {{std::string(field), {.key = std::string(key)}}};
    in.ask(Announce{{.key = std::string(key)}, true});
    if (++in.wrong_tries < free_tries) return;
    const auto wait = std::min<std::chrono::milliseconds>(30s * (1 << std::min(in.wrong_tries - free_tries, 7)), 1h);
    in.state.wait_until = in.now + wait;
    in.ask(WakeAt{*in.state.wait_until});
}

void damaged(Inside& in, std::string_view key) {
    in.state.stage = Stage::locked;
    in.state.drafts.open.problems = {{"passphrase", {.key = std::string(key)}}};
    in.ask(Announce{{.key = std::string(key)}, true});
}

struct Replayed {
    std::map<GroupId, std::vector<Bytes>> rosters;
};

Replayed replay(Inside& in, std::span<const vault::Records> records) {
    Replayed found;
    for (const auto& segment : records)
        for (const auto& bytes : segment.all()) {
            const auto record = read_record(bytes);
            if (!record) continue;
            if (record->kind == RecordKind::roster) {
                found.rosters[record->group].emplace_back(record->bytes.begin(), record->bytes.end());
                continue;
            }
            auto event = records::decode(record->bytes);
            if (!event) continue;
            auto& family = in.state.families[record->group];
            family.id = record->group;
            if (const auto* changed = family.log.append(std::move(*event)))
                in.changed_at_opening.emplace(record->group, changed->id);
        }
    return found;
}

// Each entity is heard once, when all of it is there: a record of ten years is read in one pass.
void hear_all(Inside& in) {
    for (const auto& [group, id] : in.changed_at_opening) {
        auto& family = in.state.families[group];
        if (const auto* entity = family.log.find(id)) family.answers.hear(*entity);
    }
    in.changed_at_opening.clear();
}

void take_outbox(Inside& in, std::vector<vault::OutboxItem> items) {
    if (!in.talk) return;
    for (auto& item : items) {
        const auto bundle = wire::read_bundle(item.bytes);
        if (!bundle) continue;
        in.outbox.push_back({.number = item.number, .id = bundle->id, .bytes = item.bytes});
        sync::put_in_outbox(*in.talk, std::move(item.bytes));
    }
}

void settle_families(Inside& in) {
    in.state.own = in.member->group();
    in.state.families[in.state.own].id = in.state.own;
    for (const auto& [group, roster] : in.member->rosters()) {
        if (roster.is_clinic() && in.state.side == Side::family) continue;
        auto& family = in.state.families[group];
        family.id = group;
        family.linked = std::ranges::any_of(roster.links(), [](const wire::LinkSpan& link) { return !link.until; });
        const auto& part = in.profile.parts[group];
        if (part.heard_ms) family.last_heard = Moment{std::chrono::milliseconds(part.heard_ms)};
        family.proven = group == in.state.own || proof_holds(in, family);
        list_devices(in, family);
        find_pending(in, family);
    }
    if (!in.state.questionnaires.empty()) find_lent(in);
}

void enter(Inside& in, vault::Vault::Opened opened) {
    const auto found = replay(in, opened.records);
    std::vector<std::vector<Bytes>> rosters;
    for (const auto& [group, entries] : found.rosters) rosters.push_back(entries);
    if (!read_profile(in, opened.state, rosters)) return damaged(in, "open.damaged");
    vault::wipe(opened.state);
    for (const auto& [group, entries] : found.rosters) in.kept_entries[group] = entries.size();
    hear_all(in);
    in.state.side = in.profile.side;
    in.state.me = in.state.looking_at = in.profile.me;
    in.state.clinic_name = in.profile.clinic_name;
    take_outbox(in, std::move(opened.outbox));
    settle_families(in);
    // Somebody must be looked at, also where the phone belongs to nobody yet.
    const auto& people = in.home().people();
    if (!in.home().find(in.state.looking_at) && !people.empty()) in.state.looking_at = people.front().id;
    in.state.stage = opened.soundness == vault::Soundness::rescue ? Stage::rescue : Stage::open;
    in.state.saving = Saving::saved;
    if (opened.soundness == vault::Soundness::rescue) in.notify(Notice::Tone::problem, {.key = "open.rescue"});
    if (!in.profile.recovery_confirmed) in.notify(Notice::Tone::warn, {.key = "recovery.not_confirmed"});
    in.vault = std::move(opened.vault);
    in.wrong_tries = 0;
    in.state.drafts.open = {};
    const auto home = in.state.side == Side::clinic ? Page::caseload : Page::today;
    if (in.wanted && in.wanted->page != Page::open && in.wanted->page != Page::start &&
        in.wanted->page != Page::create)
        apply(in, Go{*std::exchange(in.wanted, std::nullopt)});
    else in.go({.page = home});
    // Records found after a manifest was lost belong to a generation of their own.
    if (in.vault->pending() > 0) in.keep();
    if (in.state.stage == Stage::open) in.send_now();
}

void unlock(Inside& in, const vault::Header& header, const vault::SlotId& slot, const vault::Key& key,
            std::string_view field) {
    const auto vault_key = header.unlock(slot, key);
    if (!vault_key)
        return wrong_secret(in, field, field == "recovery" ? "open.wrong_recovery" : "open.wrong_passphrase");
    if (const auto held = in.store.hold(); !held && held.error() == vault::StoreProblem::held_elsewhere)
        return damaged(in, "open.held_elsewhere");
    auto opened = vault::Vault::open(in.store, header.vault(), *vault_key);
    if (!opened)
        return damaged(in, opened.error() == vault::VaultProblem::newer ? "trouble.update_needed" : "open.damaged");
    enter(in, std::move(*opened));
}

}  // namespace

void Inside::derive(std::string secret, const vault::Block<16>& salt, const vault::Argon2Cost& cost,
                    std::function<void(Inside&, std::optional<vault::Key>)> then) {
    waiting.derive = DeriveWait{.ticket = waiting.ticket(), .since = now, .then = std::move(then)};
    ask(Derive{.ticket = waiting.derive->ticket, .secret = std::move(secret), .salt = salt, .cost = cost});
}

void hear(Inside& in, const Started& said) {
    in.state.settings = look_from(said.look);
    in.state.offset = said.offset;
    in.app_origin = said.app_origin;
    in.configured_relay = said.relay;
    if (!vault::start()) return unsupported(in, "unsupported.unsound");
    if (said.private_window) return unsupported(in, "unsupported.private_window");
    if (said.held_elsewhere) {
        in.state.stage = Stage::elsewhere;
        return;
    }
    const auto presence = vault::look(in.store);
    if (!presence || *presence == vault::Presence::header_lost) return unsupported(in, "unsupported.header_lost");
    if (*presence == vault::Presence::blank) {
        in.state.stage = Stage::blank;
        if (in.state.route.page != Page::join && in.state.route.page != Page::help &&
            in.state.route.page != Page::add_phone && in.state.route.page != Page::came)
            in.go({.page = Page::start});
        return;
    }
    in.wanted = in.state.route;
    in.state.stage = Stage::locked;
    in.go({.page = Page::open});
}

void hear(Inside& in, const Derived& said) {
    if (!in.waiting.derive || in.waiting.derive->ticket != said.ticket) return;
    const auto then = std::exchange(in.waiting.derive, std::nullopt)->then;
    then(in, said.key);
}

void hear(Inside& in, const TakenOver&) {
    leave(in);
    in.state.stage = Stage::elsewhere;
}

void hear(Inside& in, const Away& said) {
    if (said.hidden) in.away_since = in.now;
    else in.away_since.reset();
    if (said.hidden && in.state.stage == Stage::open) in.ask(WakeAt{in.now + 2min});
}

void apply(Inside& in, const Open&) {
    auto& draft = in.state.drafts.open;
    if (in.state.stage != Stage::locked) return;
    if (in.state.wait_until && in.now < *in.state.wait_until) return;
    draft.problems.clear();
    const auto header = vault::read_header(in.store);
    if (!header)
        return damaged(in, header.error() == vault::HeaderProblem::newer ? "trouble.update_needed" : "open.damaged");
    if (draft.with_recovery) {
        const auto code = vault::RecoveryCode::read(draft.recovery);
        const auto question = header->question(vault::SlotType::recovery);
        if (!code || !question)
            return wrong_secret(in, "recovery", code ? "open.wrong_recovery" : "open.recovery_mistyped");
        return unlock(in, *header, question->slot, vault::recovery_slot_key(*code, *question), "recovery");
    }
    const auto passphrase = vault::passphrase_secret(draft.passphrase);
    const auto question = header->question(vault::SlotType::passphrase);
    if (passphrase.empty() || !question) return wrong_secret(in, "passphrase", "open.no_passphrase");
    in.state.stage = Stage::opening;
    in.derive(passphrase, question->salt, question->cost,
              [header = *header, slot = question->slot](Inside& at, std::optional<vault::Key> key) {
                  if (!key) return damaged(at, "create.no_memory");
                  unlock(at, header, slot, *key, "passphrase");
              });
}

// Everything that was read is forgotten; the files stay.
void leave(Inside& in) {
    const auto settings = in.state.settings;
    const auto offset = in.state.offset;
    const bool online = in.state.online;
    const auto second_part = in.state.second_part;
    auto questionnaires = std::move(in.state.questionnaires);
    auto sections = std::move(in.state.sections);
    auto packs = std::move(in.state.packs);
    auto invented_families = std::move(in.state.invented_families);
    in.vault.reset();
    in.member.reset();
    in.talk.reset();
    in.profile = {};
    in.outbox.clear();
    in.unkept.clear();
    in.kept_entries.clear();
    in.waiting.derive.reset();
    in.waiting.keep.reset();
    in.waiting.send.reset();
    in.talking = false;
    in.joining = {};
    in.phone = {};
    in.state = State{.second_part = second_part,
                     .settings = settings,
                     .invented_families = std::move(invented_families),
                     .questionnaires = std::move(questionnaires),
                     .sections = std::move(sections),
                     .packs = std::move(packs),
                     .online = online,
                     .now = in.now,
                     .offset = offset};
}

void apply(Inside& in, const Lock&) {
    const bool invented = in.state.invented;
    const auto wanted = in.state.route;
    leave(in);
    in.state.stage = invented ? Stage::blank : Stage::locked;
    if (!invented) in.wanted = wanted;
    in.go({.page = invented ? Page::start : Page::open});
}

void apply(Inside& in, const UseHere&) { in.ask(TakeOver{}); }

void lock_if_idle(Inside& in) {
    if (in.state.stage != Stage::open || in.state.invented) return;
    const auto idle = std::chrono::minutes(in.state.settings.lock_after_minutes);
    const bool too_long = in.now - in.last_press >= idle || (in.away_since && in.now - *in.away_since >= 2min);
    if (too_long && in.lock_by_itself) apply(in, Lock{});
}

}  // namespace goodweek::session
