#include "sync/conversation.h"

#include <algorithm>

#include "domain/put_in_order.h"
#include "sync/watch.h"

namespace goodweek::sync {

using wire::Asked;
using wire::Call;

namespace {

// Rosters of linked groups change rarely; a bundle that speaks of a newer one makes us look at once.
constexpr std::int64_t linked_roster_age_ms = 10 * 60'000;

bool caught_up(const GroupTalk& talk, const wire::Roster& roster) {
    return std::ranges::none_of(talk.ahead, [&](const AheadOfUs& ahead) { return ahead.height > roster.height(); });
}

// Nothing is sealed for readers we may be wrong about: rosters of the channel's group and of our own must be whole.
bool may_send(const Conversation& talk, const Membership& ours, const GroupId& group) {
    for (const auto& id : {group, ours.group()}) {
        const auto found = talk.groups.find(id);
        const auto* roster = ours.roster(id);
        if (found == talk.groups.end() || !roster) return false;
        const auto& state = found->second;
        if (state.founding || state.forked || state.gone || !caught_up(state, *roster)) return false;
    }
    return true;
}

// The oldest bundle waiting for each channel goes first: the relay takes a chain in order.
const Waiting* first_waiting(const Conversation& talk, const Membership& ours, const GroupId& group,
                             const GroupTalk& state, std::int64_t now_ms) {
    if (!ready(talk.pushes, now_ms)) return nullptr;
    const auto found = std::ranges::find_if(talk.outbox, [&](const Waiting& each) {
        if (each.at.group != group) return false;
        const auto channel = state.channels.find(each.at.channel);
        return channel == state.channels.end() || ready(channel->second.pushing, now_ms);
    });
    return found != talk.outbox.end() && may_send(talk, ours, group) ? &*found : nullptr;
}

std::optional<Asked> next_of_group(const Conversation& talk, const Membership& ours, const GroupId& group,
                                   const GroupTalk& state, std::int64_t now_ms) {
    const bool own = group == ours.group();
    if (own && state.founding) return Asked{.call = Call::found_group, .group = group};
    if (own && !state.entries.empty()) return Asked{.call = Call::extend_roster, .group = group};
    if (state.roster_due) {
        const auto* known = ours.roster(group);
        return Asked{.call = Call::read_roster, .group = group, .from = known ? known->height() + 1 : 0};
    }
    if (own && state.linked_due) return Asked{.call = Call::list_linked, .group = group};
    if (const auto* waiting = first_waiting(talk, ours, group, state, now_ms))
        return Asked{
            .call = Call::put_bundle, .group = group, .channel = waiting->at.channel, .bundle = waiting->end.id};
    for (const auto& [id, channel] : state.channels)
        if (channel.due)
            return Asked{.call = Call::read_bundles,
                         .group = group,
                         .channel = id,
                         .after = channel.cursor,
                         .max = bundles_a_page};
    return std::nullopt;
}

bool speaks_to_relay(const Conversation& talk, const Membership& ours) {
    const auto own = talk.groups.find(ours.group());
    return own != talk.groups.end() && !own->second.gone;
}

std::optional<InFlight> next_asked(const Conversation& talk, const Membership& ours, std::int64_t now_ms) {
    for (const auto& errand : talk.errands)
        if (ready(errand.backoff, now_ms)) return InFlight{.asked = errand.asked, .errand = true};
    if (!speaks_to_relay(talk, ours)) return std::nullopt;
    const auto of_group = [&](const GroupId& group, const GroupTalk& state) -> std::optional<InFlight> {
        if (state.gone || !ready(state.backoff, now_ms)) return std::nullopt;
        const auto asked = next_of_group(talk, ours, group, state, now_ms);
        return asked ? std::optional(InFlight{.asked = *asked, .errand = false}) : std::nullopt;
    };
    // Our own group first: until the relay knows it, it answers no other question of ours.
    const auto own = talk.groups.find(ours.group());
    if (auto asked = of_group(own->first, own->second)) return asked;
    if (own->second.founding) return std::nullopt;
    for (const auto& [group, state] : talk.groups)
        if (auto asked = of_group(group, state)) return asked;
    return std::nullopt;
}

// As many as one call takes; the others follow one by one.
std::vector<Bytes> first_entries(const wire::Roster& roster) {
    const auto& all = roster.entries();
    const auto count = std::min(all.size(), wire::found_entries_max);
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

Bytes body_of(const Conversation& talk, const Membership& ours, const InFlight& next) {
    const auto& asked = next.asked;
    if (next.errand) return std::ranges::find(talk.errands, asked, &Errand::asked)->body;
    const auto& group = talk.groups.at(asked.group);
    if (asked.call == Call::found_group)
        return wire::found_group_body({.token = *group.founding, .entries = first_entries(*ours.own())});
    if (asked.call == Call::extend_roster) return group.entries.front();
    if (asked.call == Call::put_bundle)
        return std::ranges::find(talk.outbox, asked.bundle, [](const Waiting& each) { return each.end.id; })->bytes;
    return {};
}

void sign(const Conversation& talk, const Membership& ours, wire::Request& request, std::int64_t now_ms) {
    wire::AuthNonce nonce;
    vault::fill_random(nonce.bytes);
    const auto value = wire::auth_header(ours.keys().sign_seed, ours.group(), ours.keys().id, talk.authority, request,
                                         now_ms + talk.clock_offset_ms, nonce);
    request.headers.push_back({std::string(wire::auth_header_name), value});
}

// The head that the entry names as its previous: an entry's own bytes say what it follows.
void name_head(wire::Request& request) {
    if (const auto entry = wire::read_entry(request.body))
        request.headers.push_back({std::string(wire::if_match_header_name), to_hex(entry->previous.bytes)});
}

}  // namespace

void watch_readable_channels(Conversation& talk, const Membership& ours, Watch which) {
    for (const auto& at : readable_channels(ours)) {
        const auto [channel, is_new] = talk.groups[at.group].channels.try_emplace(at.channel, at);
        if (is_new || which == Watch::all) channel->second.due = true;
    }
}

Conversation begin_conversation(std::string_view authority) {
    Conversation talk;
    talk.authority = authority;
    return talk;
}

void begin_round(Conversation& talk, const Membership& ours, std::int64_t now_ms, Insist insist) {
    if (!talk.groups.contains(ours.group())) return;
    watch_readable_channels(talk, ours, Watch::all);
    for (auto& [group, state] : talk.groups) {
        const bool own = group == ours.group();
        const bool old = now_ms - state.roster_read_ms >= linked_roster_age_ms;
        state.roster_due |= own ? !state.founding : old || insist == Insist::yes;
        if (insist == Insist::yes) state.backoff = {};
    }
    const auto* roster = ours.own();
    auto& own = talk.groups.at(ours.group());
    own.linked_due = roster && roster->is_clinic() && !own.founding;
    if (insist != Insist::yes) return;
    talk.network = talk.pushes = {};
    for (auto& errand : talk.errands) errand.backoff = {};
}

std::optional<wire::Request> next_request(Conversation& talk, const Membership& ours, std::int64_t now_ms) {
    if (talk.in_flight || !ready(talk.network, now_ms)) return std::nullopt;
    const auto next = next_asked(talk, ours, now_ms);
    if (!next) return std::nullopt;
    wire::Request request{.method = wire::method_of(next->asked.call),
                          .target = wire::target_of(next->asked),
                          .headers = {},
                          .body = body_of(talk, ours, *next)};
    if (!request.body.empty()) request.headers.push_back({"Content-Type", "application/octet-stream"});
    if (next->asked.call == Call::extend_roster) name_head(request);
    if (wire::is_signed(next->asked.call)) sign(talk, ours, request, now_ms);
    talk.in_flight = next;
    return request;
}

std::optional<std::int64_t> wake_at(const Conversation& talk, const Membership& ours) {
    if (talk.in_flight) return std::nullopt;
    std::vector<std::int64_t> moments{0, talk.pushes.until_ms};
    for (const auto& errand : talk.errands) moments.push_back(errand.backoff.until_ms);
    for (const auto& [group, state] : talk.groups) {
        moments.push_back(state.backoff.until_ms);
        for (const auto& [id, channel] : state.channels) moments.push_back(channel.pushing.until_ms);
    }
    put_in_order(moments);
    const auto soonest = std::ranges::find_if(
        moments, [&](std::int64_t moment) { return next_asked(talk, ours, moment).has_value(); });
    if (soonest == moments.end()) return std::nullopt;
    return std::max(*soonest, talk.network.until_ms);
}

void found_group(Conversation& talk, const Membership& ours, const wire::Token& token) {
    auto& own = talk.groups[ours.group()];
    own.founding = token;
    own.backoff = {};
    watch_readable_channels(talk, ours, Watch::all);
}

void post_entry(Conversation& talk, const Membership& ours, Bytes entry) {
    talk.groups[ours.group()].entries.push_back(std::move(entry));
}

void follow(Conversation& talk, const GroupId& group) {
    auto& state = talk.groups[group];
    state.roster_due = true;
    state.backoff = {};
}

bool put_in_outbox(Conversation& talk, Bytes bytes) {
    const auto bundle = wire::read_bundle(bytes);
    if (!bundle) return false;
    Waiting waiting{.at = {bundle->header.group, bundle->header.channel},
                    .end = {.seq = bundle->header.seq, .id = bundle->id},
                    .bytes = std::move(bytes)};
    if (std::ranges::contains(talk.outbox, waiting.end.id, [](const Waiting& each) { return each.end.id; }))
        return true;
    // In its chain's order, wherever in the queue that is.
    const auto later = std::ranges::find_if(
        talk.outbox, [&](const Waiting& each) { return each.at == waiting.at && each.end.seq > waiting.end.seq; });
    talk.outbox.insert(later, std::move(waiting));
    return true;
}

Changes adopt_own_bundle(Conversation& talk, const Membership& ours, Bytes bytes, EventRule is_event) {
    const auto bundle = wire::read_bundle(bytes);
    if (!bundle || bundle->header.sender != ours.keys().id) return {};
    const ChannelAt at{bundle->header.group, bundle->header.channel};
    auto& chains = chains_of(talk, at);
    const bool was_contradicted = chains.own_contradicted;
    auto opened = open(bytes, ours, chains, is_event);
    if (!opened) return {};
    // Its being ours is no surprise here: it never left this vault.
    chains.own_contradicted = was_contradicted;
    put_in_outbox(talk, std::move(bytes));
    Changes changes;
    changes.push_back(BundleArrived{at, *std::move(opened)});
    return changes;
}

void run_errand(Conversation& talk, const Asked& asked, Bytes body) {
    talk.errands.push_back({.asked = asked, .body = std::move(body), .backoff = {}});
}

Chains& chains_of(Conversation& talk, const ChannelAt& at) {
    return talk.groups[at.group].channels.try_emplace(at.channel, at).first->second.chains;
}

}  // namespace goodweek::sync
