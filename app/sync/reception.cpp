#include "sync/reception.h"

#include <algorithm>

#include "sync/conversation.h"
#include "sync/watch.h"

namespace goodweek::sync {

using wire::Asked;
using wire::Call;
using wire::RosterProblem;

namespace {

// A relay that says it was restored again and again would have us ask for everything for ever.
constexpr std::int64_t between_restores_ms = 10 * 60'000;

std::optional<wire::StoreId> store_of(const wire::Reply& reply) {
    const auto text = wire::header_named(reply.headers, wire::store_header_name);
    const auto bytes = text ? from_hex(*text) : std::nullopt;
    return bytes ? wire::StoreId::from(*bytes) : std::nullopt;
}

bool active_somewhere(const Membership& ours, const DeviceId& device) {
    return std::ranges::any_of(ours.rosters(), [&](const auto& known) {
        const auto* found = known.second.device(device);
        return found && found->active();
    });
}

}  // namespace

void Reception::back_off(Backoff& backoff, std::int64_t asked_for_ms) {
    sync::back_off(backoff, now_ms_, jitter_, asked_for_ms);
}

ChannelTalk& Reception::channel_of(const Asked& asked) {
    return group_of(asked).channels.try_emplace(asked.channel, ChannelAt{asked.group, asked.channel}).first->second;
}

std::deque<Waiting>::iterator Reception::waiting(const Asked& asked) {
    return std::ranges::find(talk_.outbox, asked.bundle, [](const Waiting& each) { return each.end.id; });
}

std::deque<Errand>::iterator Reception::errand(const Asked& asked) {
    return std::ranges::find(talk_.errands, asked, &Errand::asked);
}

Changes Reception::run(const InFlight& answered, const wire::Reply& reply) {
    const auto store = store_of(reply);
    // No answer, or one that is not our relay's: a café's login page says 200 to everything.
    if (reply.status == 0 || !store) {
        back_off(talk_.network);
        return {};
    }
    const bool restored = was_restored(*store);
    if (restored && now_ms_ - talk_.restored_ms < between_restores_ms) {
        back_off(talk_.network);
        return {};
    }
    talk_.network = {};
    talk_.heard_ms = now_ms_;
    talk_.store = store;
    if (restored) start_over();
    // A page counted from a cursor of the store that was: it is asked for again, from the beginning.
    if (restored && answered.asked.call == Call::read_bundles) return std::move(changes_);
    if (reply.status >= 200 && reply.status < 300) take(answered, reply);
    else refuse(answered, reply);
    take_in([](Intake& intake) { intake.tell_missing(); });
    return std::move(changes_);
}

bool Reception::was_restored(const wire::StoreId& store) { return talk_.store && *talk_.store != store; }

// A restored relay is refilled, not obeyed: cursors mean nothing there, and it may lack what we sent since.
void Reception::start_over() {
    talk_.restored_ms = now_ms_;
    for (auto& [group, state] : talk_.groups) {
        state.roster_due = !state.founding;
        for (auto& [id, channel] : state.channels) {
            channel.cursor = 0;
            channel.due = true;
        }
    }
    // Our newest entry again: taken if the relay is behind by one, refused with its own end if by more.
    const auto* own = ours_.own();
    auto& state = talk_.groups[ours_.group()];
    if (own && own->height() > 0 && state.entries.empty()) state.entries.push_back(own->entries().back());
    say(StoreChanged{});
}

void Reception::take(const InFlight& answered, const wire::Reply& reply) {
    const auto& asked = answered.asked;
    talk_.clock_asked = false;
    if (answered.errand) return finish_errand(asked, std::nullopt, reply.body);
    auto& state = group_of(asked);
    state.backoff = {};
    switch (asked.call) {
        case Call::found_group: return founded(state, asked);
        case Call::extend_roster: return entry_taken(state, asked);
        case Call::read_roster: return roster_read(state, asked, reply.body);
        case Call::list_linked: return linked_listed(state, reply.body);
        case Call::put_bundle: return bundle_put(asked);
        case Call::read_bundles: return bundles_read(state, asked, reply.body);
        default: return;
    }
}

void Reception::founded(GroupTalk& state, const Asked& asked) {
    state.founding.reset();
    state.roster_due = true;
    const auto& entries = ours_.own()->entries();
    for (auto i = wire::found_entries_max; i < entries.size(); ++i) state.entries.push_back(entries[i]);
    say(GroupFounded{asked.group});
}

void Reception::entry_taken(GroupTalk& state, const Asked& asked) {
    const std::vector<Bytes> taken{std::move(state.entries.front())};
    state.entries.pop_front();
    const auto entry = wire::read_entry(taken.front());
    // Not new to us when it was only new to the relay.
    if (!entry || ours_.own()->id_at(entry->height) == entry->id) return;
    grow(asked.group, taken);
}

Changes Reception::take_parts(std::span<const Bytes> parts) {
    for (const auto& part : parts)
        if (const auto entry = wire::read_entry(part)) take_entry(*entry, part);
    take_in([&](Intake& intake) {
        for (const auto& part : parts)
            if (!wire::read_entry(part)) intake.take_unasked(part);
    });
    return std::move(changes_);
}

// Of a group we follow, and the next in its chain; whatever else it is, the relay would have given it to us.
void Reception::take_entry(const wire::RosterEntry& entry, const Bytes& bytes) {
    GroupId group = entry.group;
    if (entry.height == 0) group.bytes = entry.id.bytes;
    const auto* known = ours_.roster(group);
    const std::uint32_t next = known ? known->height() + 1 : 0;
    if (talk_.groups.contains(group) && entry.height == next) grow(group, {bytes});
}

void Reception::grow(const GroupId& group, const std::vector<Bytes>& entries) {
    const auto learned = ours_.learn_all(group, entries);
    if (!learned) return roster_refused(group, learned.error());
    watch_readable_channels(talk_, ours_, Watch::only_new);
    if (group == ours_.group()) follow_links();
    forget_who_was_ahead(group);
    say(RosterGrew{group, entries});
    take_in([](Intake& intake) { intake.retry_held(); });
}

// A clinic that our household is linked to by somebody else's hand is one we need the roster of, to read and to seal.
void Reception::follow_links() {
    for (const auto& link : ours_.own()->links())
        if (!link.until && !ours_.roster(link.pin.group)) follow(talk_, link.pin.group);
}

// Whom we have caught up with, and whose word no longer counts: a removed phone must not keep everybody waiting.
void Reception::forget_who_was_ahead(const GroupId& group) {
    const auto height = ours_.roster(group)->height();
    std::erase_if(talk_.groups[group].ahead, [&](const AheadOfUs& ahead) {
        return ahead.height <= height || !active_somewhere(ours_, ahead.device);
    });
}

void Reception::roster_refused(const GroupId& group, RosterProblem why) {
    auto& state = talk_.groups[group];
    // What should follow our head follows another, and is truly signed: somebody tells different people different things.
    // Until people have compared, nothing is sent there.
    const bool fork = why == RosterProblem::wrong_previous;
    state.forked |= fork;
    back_off(state.backoff);
    say(RosterRefused{group, why, fork});
}

void Reception::roster_read(GroupTalk& state, const Asked& asked, ByteView body) {
    state.roster_due = false;
    state.roster_read_ms = now_ms_;
    const auto frames = wire::read_frames(body, wire::roster_entry_max);
    if (!frames) return roster_refused(asked.group, RosterProblem::damaged);
    const auto* known = ours_.roster(asked.group);
    const std::uint64_t first = known ? std::uint64_t{known->height()} + 1 : 0;
    std::vector<Bytes> entries;
    for (const auto& frame : *frames)
        if (frame.number >= first) entries.emplace_back(frame.bytes.begin(), frame.bytes.end());
    if (entries.empty()) return;
    // A long roster comes in pages.
    state.roster_due = body.size() > wire::answer_max / 2;
    grow(asked.group, entries);
}

void Reception::linked_listed(GroupTalk& state, ByteView body) {
    state.linked_due = false;
    const auto linked = wire::read_linked(body);
    if (!linked) return back_off(state.backoff);
    HouseholdsJoined joined;
    for (const auto& each : *linked) {
        if (talk_.groups.contains(each.household)) continue;
        follow(talk_, each.household);
        joined.households.push_back(each);
    }
    if (!joined.households.empty()) say(std::move(joined));
}

void Reception::bundle_put(const Asked& asked) {
    channel_of(asked).pushing = talk_.pushes = {};
    const auto sent = waiting(asked);
    if (sent == talk_.outbox.end()) return;
    say(BundleSent{sent->at, sent->end});
    talk_.outbox.erase(sent);
}

void Reception::bundles_read(GroupTalk& state, const Asked& asked, ByteView body) {
    auto& channel = channel_of(asked);
    const auto frames = wire::read_frames(body, wire::bundle_max);
    if (!frames) return back_off(state.backoff);
    const auto last = frames->empty() ? channel.cursor : frames->back().number;
    // A full page has another behind it. Unless it brings nothing new: who repeats itself is not asked for ever.
    const bool full = frames->size() >= bundles_a_page || body.size() > wire::answer_max / 2;
    channel.due = full && last > channel.cursor;
    channel.cursor = std::max(channel.cursor, last);
    // What has to be held, we would come back for to the beginning of its page: the order inside is the relay's word.
    take_in([&](Intake& intake) {
        for (const auto& frame : *frames) intake.take({asked.group, asked.channel}, asked.after + 1, frame.bytes);
    });
}

void Reception::finish_errand(const Asked& asked, std::optional<wire::Refusal> refusal, ByteView body) {
    const auto done = errand(asked);
    if (done != talk_.errands.end()) talk_.errands.erase(done);
    say(ErrandAnswered{asked, refusal, Bytes(body.begin(), body.end())});
}

Changes receive(Conversation& talk, Membership& ours, const wire::Reply& reply, std::int64_t now_ms, double jitter,
                EventRule is_event) {
    if (!talk.in_flight) return {};
    const auto answered = *std::exchange(talk.in_flight, std::nullopt);
    return Reception(talk, ours, now_ms, jitter, is_event).run(answered, reply);
}

Changes take_bundles(Conversation& talk, Membership& ours, std::span<const Bytes> parts, std::int64_t now_ms,
                     EventRule is_event) {
    return Reception(talk, ours, now_ms, 0, is_event).take_parts(parts);
}

}  // namespace goodweek::sync
